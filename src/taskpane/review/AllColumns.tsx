import {
  Button,
  Field as LabelledField,
  Input,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import {
  FIELDS,
  type ColumnReading,
  type DateOrder,
  type Field,
  type TableChoices,
  type TableReading,
} from '../../reading/types';
import { usePane } from '../context';
import { columnKey, columnName } from './columns';

const FACTORS = ['1', '1000', '10000', '100000000'] as const;
const DATE_ORDERS: readonly DateOrder[] = ['ymd', 'mdy', 'dmy'];

const useStyles = makeStyles({
  summary: { minHeight: '44px', display: 'flex', alignItems: 'center', cursor: 'pointer' },
  columns: { display: 'grid', rowGap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  column: { display: 'grid', rowGap: tokens.spacingVerticalXS, gridTemplateColumns: 'minmax(0, 1fr)' },
  header: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr auto',
    alignItems: 'end',
    columnGap: tokens.spacingHorizontalS,
  },
  select: { '& > select': { minHeight: '44px' } },
  input: { minHeight: '44px', minWidth: 0 },
});

interface Props {
  readonly table: TableReading;
  readonly disabled: boolean;
  readonly onChoose: (table: TableReading, choices: TableChoices) => void;
}

function HeaderRows({ table, disabled, onChoose }: Props): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const { pane } = texts;
  const [first, setFirst] = useState(String((table.headerRows?.[0] ?? table.area.row) + 1));
  const [last, setLast] = useState(String((table.headerRows?.[1] ?? table.area.row) + 1));
  const rows: readonly [number, number] = [Number(first) - 1, Number(last) - 1];
  const valid = Number.isInteger(rows[0]) && Number.isInteger(rows[1]) && rows[0] >= 0 && rows[1] >= rows[0];
  return (
    <div className={styles.header}>
      <LabelledField label={pane.headerFrom}>
        <Input
          className={styles.input}
          type="number"
          min={1}
          value={first}
          onChange={(_event, { value }) => setFirst(value)}
        />
      </LabelledField>
      <LabelledField label={pane.headerTo}>
        <Input
          className={styles.input}
          type="number"
          min={1}
          value={last}
          onChange={(_event, { value }) => setLast(value)}
        />
      </LabelledField>
      <Button
        className={styles.input}
        disabled={disabled || !valid}
        onClick={() => onChoose(table, { headerRows: rows })}
      >
        {pane.readAgain}
      </Button>
    </div>
  );
}

function ColumnChoices({
  column,
  table,
  disabled,
  onChoose,
}: Props & { readonly column: ColumnReading }): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const { pane, reading } = texts;
  const key = columnKey(column);
  const name = pane.columnChoice({ letter: column.letter, header: columnName(column) });
  const factor = FACTORS.find((known) => Number(known) === column.factor) ?? 'other';
  return (
    <div className={styles.column} role="group" aria-label={name}>
      <LabelledField label={name}>
        <Select
          className={styles.select}
          aria-label={`${name}: ${pane.meaning}`}
          value={column.field ?? ''}
          disabled={disabled}
          onChange={(_event, { value }) =>
            onChoose(table, { fields: { [key]: (value || null) as Field | null } })
          }
        >
          <option value="">{pane.noMeaning}</option>
          {FIELDS.map((field) => (
            <option key={field} value={field}>
              {reading.fields[field]}
            </option>
          ))}
        </Select>
      </LabelledField>
      {(column.kind === 'money' || column.kind === 'number') && (
        <Select
          className={styles.select}
          aria-label={`${name}: ${pane.unit}`}
          value={factor}
          disabled={disabled}
          onChange={(_event, { value }) => onChoose(table, { factors: { [key]: Number(value) } })}
        >
          {FACTORS.map((known) => (
            <option key={known} value={known}>
              {pane.units[known]}
            </option>
          ))}
          {factor === 'other' && (
            <option value="other" disabled>
              {pane.units.other}
            </option>
          )}
        </Select>
      )}
      {column.dateOrder && (
        <Select
          className={styles.select}
          aria-label={`${name}: ${pane.dateOrder}`}
          value={column.dateOrder.order}
          disabled={disabled}
          onChange={(_event, { value }) => onChoose(table, { dateOrders: { [key]: value as DateOrder } })}
        >
          {DATE_ORDERS.map((order) => (
            <option key={order} value={order}>
              {pane.dateOrders[order]}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}

/** Everything about the columns that a person can set right; folded away for those who need none of it. */
export function AllColumns(props: Props): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Text>{texts.pane.moreColumns}</Text>
      </summary>
      {open && (
        <div className={styles.columns}>
          <HeaderRows {...props} />
          {props.table.columns.map((column) => (
            <ColumnChoices key={column.letter} {...props} column={column} />
          ))}
        </div>
      )}
    </details>
  );
}
