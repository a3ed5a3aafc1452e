import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import {
  FIELDS,
  type ColumnOutline,
  type DateOrder,
  type Field,
  type TableChoices,
  type TableOutline,
} from '../../reading/types';
import { usePane } from '../context';
import { Choice } from '../parts/Choice';
import { Fold } from '../parts/Fold';
import { columnKey, columnName } from './columns';
import { HeaderRows } from './HeaderRows';

const FACTORS = ['1', '1000', '10000', '100000000'] as const;
const DATE_ORDERS: readonly DateOrder[] = ['ymd', 'mdy', 'dmy'];

const useStyles = makeStyles({
  columns: { display: 'grid', rowGap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  column: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  legend: { padding: 0, overflowWrap: 'anywhere' },
});

interface Props {
  readonly table: TableOutline;
  readonly disabled: boolean;
  readonly pending: boolean;
  readonly onChoose: (table: TableOutline, choices: TableChoices) => void;
}

/** Numbers without a meaning that rules money out may be money in 万元. */
function maybeMoney({ kind, field }: ColumnOutline): boolean {
  return kind === 'number' && field !== 'sequence' && field !== 'quantity';
}

function ColumnChoices({
  column,
  table,
  disabled,
  pending,
  onChoose,
}: Props & { readonly column: ColumnOutline }): ReactNode {
  const styles = useStyles();
  const { pane, reading } = usePane().texts;
  const key = columnKey(column);
  const name = pane.columnChoice({ letter: column.letter, header: columnName(column) });
  const factor = FACTORS.find((known) => Number(known) === column.factor) ?? 'other';
  const units = FACTORS.map((known) => ({ value: known, text: pane.units[known] }));
  const other = { value: 'other', text: pane.units.other, disabled: true } as const;
  return (
    <fieldset className={styles.column}>
      <legend className={styles.legend}>{name}</legend>
      <Choice
        label={`${name}: ${pane.meaning}`}
        value={column.field ?? ''}
        disabled={disabled}
        pending={pending}
        options={[
          { value: '', text: pane.noMeaning },
          ...FIELDS.map((field) => ({ value: field, text: reading.fields[field] })),
        ]}
        onChoose={(value: Field | '') => onChoose(table, { fields: { [key]: value || null } })}
      />
      {(column.kind === 'money' || column.factor !== 1 || maybeMoney(column)) && (
        <Choice
          label={`${name}: ${pane.unit}`}
          value={factor}
          disabled={disabled}
          pending={pending}
          options={factor === 'other' ? [...units, other] : units}
          onChoose={(value) => onChoose(table, { factors: { [key]: Number(value) } })}
        />
      )}
      {column.dateOrder && (
        <Choice
          label={`${name}: ${pane.dateOrder}`}
          value={column.dateOrder.order}
          disabled={disabled}
          pending={pending}
          options={DATE_ORDERS.map((order) => ({ value: order, text: pane.dateOrders[order] }))}
          onChoose={(order) => onChoose(table, { dateOrders: { [key]: order } })}
        />
      )}
    </fieldset>
  );
}

/** Everything about the columns that a person can set right; folded away for those who need none of it. */
export function AllColumns(props: Props): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  return (
    <Fold summary={texts.pane.moreColumns}>
      <div className={styles.columns}>
        <HeaderRows {...props} />
        {props.table.columns.map((column) => (
          <ColumnChoices key={column.letter} {...props} column={column} />
        ))}
      </div>
    </Fold>
  );
}
