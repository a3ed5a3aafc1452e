import { Field as LabelledField, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { Field, TableChoices, TableReading } from '../../reading/types';
import type { Template } from '../../templates/types';
import { usePane } from '../context';
import { columnKey, columnName } from './columns';

const SURE = 0.6;

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  hint: { color: tokens.colorNeutralForeground2 },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(12rem, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  select: { '& > select': { minHeight: '44px' } },
});

interface Props {
  readonly template: Template;
  readonly table: TableReading;
  readonly disabled: boolean;
  readonly onChoose: (table: TableReading, choices: TableChoices) => void;
}

/** For each field that the template reads: which column it was found in. */
export function FieldChoices({ template, table, disabled, onChoose }: Props): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const headingId = useId();
  const { pane, reading } = texts;

  const choose = (field: Field, letter: string): void => {
    const fields: Record<string, Field | null> = {};
    for (const column of table.columns) {
      if (column.field === field && column.letter !== letter) fields[columnKey(column)] = null;
      if (column.letter === letter) fields[columnKey(column)] = field;
    }
    onChoose(table, { fields });
  };

  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div>
        <Text as="h2" id={headingId} weight="semibold" block>
          {pane.readAs}
        </Text>
        <Text size={200} className={styles.hint}>
          {pane.readAsHint}
        </Text>
      </div>
      <div className={styles.grid}>
        {template.fields.map(({ field, required }) => {
          const column = table.columns.find((candidate) => candidate.field === field);
          const unsure = column !== undefined && column.confidence < SURE;
          return (
            <LabelledField
              key={field}
              label={reading.fields[field]}
              hint={required && !column ? pane.required : unsure ? pane.unsure : undefined}
              validationState={required && !column ? 'warning' : 'none'}
            >
              <Select
                className={styles.select}
                value={column?.letter ?? ''}
                disabled={disabled}
                onChange={(_event, { value }) => choose(field, value)}
              >
                <option value="">{pane.noColumn}</option>
                {table.columns.map((candidate) => (
                  <option key={candidate.letter} value={candidate.letter}>
                    {pane.columnChoice({ letter: candidate.letter, header: columnName(candidate) })}
                  </option>
                ))}
              </Select>
            </LabelledField>
          );
        })}
      </div>
    </section>
  );
}
