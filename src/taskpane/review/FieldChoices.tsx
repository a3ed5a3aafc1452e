import { makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { Field, TableChoices, TableOutline } from '../../reading/types';
import type { TemplateEntry } from '../../templates/types';
import { usePane } from '../context';
import { Choice } from '../parts/Choice';
import { Fold } from '../parts/Fold';
import { Section } from '../parts/Section';
import { useCommonStyles } from '../parts/styles';
import { columnKey, columnName } from './columns';

/** Below this a meaning is a guess that the person should look at. */
const SURE = 0.6;

const useStyles = makeStyles({
  rows: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  row: {
    display: 'grid',
    gridTemplateColumns: '6rem minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  label: { overflowWrap: 'anywhere' },
  remark: { gridColumn: '2' },
});

interface Props {
  readonly template: TemplateEntry;
  readonly table: TableOutline;
  readonly disabled: boolean;
  readonly pending: boolean;
  readonly onChoose: (table: TableOutline, choices: TableChoices) => void;
}

type WantedField = TemplateEntry['fields'][number];

function FieldRow({
  wanted,
  ...props
}: Omit<Props, 'template'> & { readonly wanted: WantedField }): ReactNode {
  const { table, disabled, pending, onChoose } = props;
  const { field, required } = wanted;
  const styles = useStyles();
  const common = useCommonStyles();
  const id = useId();
  const { pane, reading } = usePane().texts;
  const column = table.columns.find((candidate) => candidate.field === field);
  const remark = !column && required ? pane.required : column && column.confidence < SURE ? pane.unsure : '';

  const choose = (letter: string): void => {
    const fields: Record<string, Field | null> = {};
    for (const candidate of table.columns) {
      if (candidate.field === field && candidate.letter !== letter) fields[columnKey(candidate)] = null;
      if (candidate.letter === letter) fields[columnKey(candidate)] = field;
    }
    onChoose(table, { fields });
  };

  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {reading.fields[field]}
      </label>
      <Choice
        id={id}
        value={column?.letter ?? ''}
        disabled={disabled}
        pending={pending}
        describedBy={remark === '' ? undefined : `${id}-remark`}
        onChoose={choose}
        options={[
          { value: '', text: pane.noColumn },
          ...table.columns.map((candidate) => ({
            value: candidate.letter,
            text: pane.columnChoice({ letter: candidate.letter, header: columnName(candidate) }),
          })),
        ]}
      />
      {remark !== '' && (
        <span id={`${id}-remark`} className={mergeClasses(styles.remark, common.warning)}>
          ⚠ {remark}
        </span>
      )}
    </div>
  );
}

/** For each field that the template reads: which column it was found in. What it could do without comes folded. */
export function FieldChoices({ template, table, ...props }: Props): ReactNode {
  const styles = useStyles();
  const { pane } = usePane().texts;
  const found = new Set(table.columns.map((column) => column.field));
  const first = template.fields.filter(({ field, required }) => required || found.has(field));
  const rest = template.fields.filter((wanted) => !first.includes(wanted));
  const rows = (fields: readonly WantedField[]): ReactNode => (
    <div className={styles.rows}>
      {fields.map((wanted) => (
        <FieldRow key={wanted.field} wanted={wanted} table={table} {...props} />
      ))}
    </div>
  );
  return (
    <Section heading={pane.readAs} hint={pane.readAsHint}>
      {rows(first)}
      {rest.length > 0 && <Fold summary={pane.moreFields({ n: rest.length })}>{rows(rest)}</Fold>}
    </Section>
  );
}
