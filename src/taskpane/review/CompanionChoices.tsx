import {
  Checkbox,
  Field as LabelledField,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { areaAddress } from '../../domain/address';
import { templateTexts } from '../../locales/templateTexts';
import type { TableOutline } from '../../reading/types';
import { candidatesFor } from '../../templates/sources';
import type { TemplateCompanion, TemplateEntry } from '../../templates/types';
import { usePane } from '../context';
import { Choice } from '../parts/Choice';
import { Fold } from '../parts/Fold';
import { useCommonStyles } from '../parts/styles';
import type { Book } from '../state';
import type { ChosenCompanions } from './useCompanions';

/** More tables than this to choose from come folded. */
const FEW = 6;

const NONE = '';

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0 },
  /** A line for the thumb; the box stands under the label above it. */
  box: {
    display: 'flex',
    minHeight: '44px',
    alignItems: 'center',
    marginInlineStart: `-${tokens.spacingHorizontalS}`,
    '& .fui-Checkbox__indicator': { alignSelf: 'center', flexShrink: 0 },
  },
  label: { overflowWrap: 'anywhere' },
});

interface Props {
  readonly template: TemplateEntry;
  readonly book: Book;
  readonly source: TableOutline | null;
  readonly chosen: ChosenCompanions;
  readonly disabled: boolean;
}

interface OneProps extends Omit<Props, 'template' | 'chosen'> {
  readonly companion: TemplateCompanion;
  readonly label: string;
  readonly tables: readonly TableOutline[];
  readonly onChoose: (tables: readonly TableOutline[]) => void;
}

/** One table or none. */
function OneTable({ companion, label, book, source, tables, disabled, onChoose }: OneProps): ReactNode {
  const { pane } = usePane().texts;
  const candidates = candidatesFor(companion, book.reading, source);
  const [current] = tables;
  // A table whose role was changed meanwhile is still what was chosen.
  const listed = current && !candidates.includes(current) ? [current, ...candidates] : candidates;
  const none = { value: NONE, text: pane.noTable };
  return (
    <LabelledField label={label}>
      <Choice
        value={current ? String(listed.indexOf(current)) : NONE}
        disabled={disabled}
        options={[
          ...(companion.required && current ? [] : [none]),
          ...listed.map(({ sheet, area }, index) => ({
            value: String(index),
            text: pane.sourceChoice({ sheet, range: areaAddress(area) }),
          })),
        ]}
        onChoose={(value) => {
          const next = value === NONE ? undefined : listed[Number(value)];
          onChoose(next ? [next] : []);
        }}
      />
    </LabelledField>
  );
}

/** Any number of tables: a sheet a person, a sheet a month. */
function SeveralTables({ companion, label, book, source, tables, disabled, onChoose }: OneProps): ReactNode {
  const styles = useStyles();
  const { pane } = usePane().texts;
  const candidates = candidatesFor(companion, book.reading, source);
  const boxes = (
    <>
      {candidates.length > 2 && (
        <Checkbox
          className={styles.box}
          label={pane.allTables({ n: candidates.length })}
          checked={tables.length === candidates.length ? true : tables.length > 0 ? 'mixed' : false}
          disabled={disabled}
          onChange={(_event, { checked }) => onChoose(checked === true ? candidates : [])}
        />
      )}
      {candidates.map((table) => (
        <Checkbox
          key={`${table.sheet}\n${areaAddress(table.area)}`}
          className={styles.box}
          label={{
            className: styles.label,
            children: pane.sourceChoice({ sheet: table.sheet, range: areaAddress(table.area) }),
          }}
          checked={tables.includes(table)}
          disabled={disabled}
          onChange={(_event, { checked }) =>
            onChoose(
              candidates.filter((other) => (other === table ? checked === true : tables.includes(other))),
            )
          }
        />
      ))}
    </>
  );
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      {candidates.length > FEW ? (
        <Fold summary={pane.tablesTaken({ n: tables.length, of: candidates.length })}>{boxes}</Fold>
      ) : (
        boxes
      )}
    </fieldset>
  );
}

/** The other tables that the template can use beside its source. */
export function CompanionChoices({ template, chosen, ...props }: Props): ReactNode {
  const common = useCommonStyles();
  const { texts } = usePane();
  const words = templateTexts(texts, template.id).companions;
  return (
    <>
      {template.companions.map((companion) => {
        const { id, many, roles } = companion;
        const label = words[id];
        if (label === undefined) throw new Error(`No text for the companion ${id} of ${template.id}`);
        const tables = chosen.companions[id] ?? [];
        if (tables.length + candidatesFor(companion, props.book.reading, props.source).length === 0) {
          return (
            <p key={id} className={mergeClasses(common.paragraph, common.quiet)}>
              {texts.pane.noCompanion({ label, roles: roles.map((role) => texts.reading.roles[role]) })}
            </p>
          );
        }
        const One = many ? SeveralTables : OneTable;
        return (
          <One
            key={id}
            companion={companion}
            label={label}
            tables={tables}
            onChoose={(next) => chosen.choose(id, next)}
            {...props}
          />
        );
      })}
      {chosen.gone.map((sheet) => (
        <p key={sheet} className={mergeClasses(common.paragraph, common.warning)}>
          ⚠ {texts.pane.sourceGone({ sheet })}
        </p>
      ))}
    </>
  );
}
