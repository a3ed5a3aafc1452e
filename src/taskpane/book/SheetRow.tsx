import { Link, makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { areaAddress } from '../../domain/address';
import { problemText } from '../../locales/problemText';
import { ROLES, type SheetOutline, type TableOutline } from '../../reading/types';
import { usePane } from '../context';
import { byPlace, findingsOf } from '../findings';
import { Choice } from '../parts/Choice';
import { useCommonStyles } from '../parts/styles';
import { isBusy, type Book } from '../state';
import type { Daybook } from '../useDaybook';

const FindingsList = lazy(() => import('../review/FindingsList'));

/** Below this a role is a guess that the person should look at. */
const SURE = 0.6;

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 8rem',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '44px',
  },
  name: {
    display: 'block',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'start',
    // The whole left half of the row leads to the sheet.
    '::before': { content: '""', position: 'absolute', inset: 0 },
  },
  place: { position: 'relative', minHeight: '44px', minWidth: 0 },
  findings: { position: 'relative', padding: '6px 0', margin: '-6px 0' },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  whole: { gridColumn: '1 / -1' },
});

interface NameProps {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly onShow: () => void;
}

/** The sheet's name, which leads to it; a hidden sheet is only named. */
function SheetName({ sheet, hidden, onShow }: NameProps): ReactNode {
  const styles = useStyles();
  const { pane } = usePane().texts;
  return hidden ? (
    <span className={styles.name} title={sheet}>
      {sheet}
    </span>
  ) : (
    <Link className={styles.name} as="button" onClick={onShow} title={pane.goToSheet({ sheet })}>
      {sheet}
    </Link>
  );
}

interface BareProps {
  readonly daybook: Daybook;
  readonly sheet: SheetOutline;
  readonly hidden: boolean;
}

/** A sheet without a table, and why it has none. */
export function BareSheetRow({ daybook, sheet, hidden }: BareProps): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const { texts } = usePane();
  return (
    <li className={mergeClasses(common.item, styles.place)}>
      <SheetName sheet={sheet.sheet} hidden={hidden} onShow={() => daybook.show(sheet.sheet)} />
      {sheet.problems.map((problem) => (
        <p
          key={problem.code}
          className={mergeClasses(
            common.paragraph,
            problem.severity === 'warning' ? common.warning : common.quiet,
          )}
        >
          {problem.severity === 'warning' && '⚠ '}
          {problemText(problem, texts)}
        </p>
      ))}
    </li>
  );
}

interface TableProps {
  readonly daybook: Daybook;
  readonly book: Book;
  readonly table: TableOutline;
  /** The sheet has more tables than this one. */
  readonly several: boolean;
  readonly hidden: boolean;
}

/** One table with what it was recognised as; the person may say otherwise. */
export function TableRow({ daybook, book, table, several, hidden }: TableProps): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const [open, setOpen] = useState(false);
  const listId = useId();
  const { texts } = usePane();
  const { pane, reading } = texts;
  const findings = byPlace(findingsOf(table));
  const area = areaAddress(table.area);
  return (
    <li className={mergeClasses(common.item, styles.row)}>
      <div className={styles.place}>
        <SheetName sheet={table.sheet} hidden={hidden} onShow={() => daybook.show(table.sheet, area)} />
        <div className={mergeClasses(styles.facts, common.quiet)}>
          {several && <span>{area}</span>}
          <span>{pane.rowCount({ n: table.rows.length })}</span>
          {hidden && <span>{pane.hiddenSheet}</span>}
          {table.roleConfidence < SURE && <span className={common.warning}>⚠ {pane.unsure}</span>}
          {findings.length > 0 && (
            <Link
              as="button"
              className={mergeClasses(common.quiet, styles.findings)}
              inline
              aria-expanded={open}
              aria-controls={listId}
              onClick={() => setOpen(!open)}
            >
              {pane.findingsCount({ n: findings.length })}
            </Link>
          )}
        </div>
      </div>
      <Choice
        label={pane.roleOf({ sheet: several ? `${table.sheet} ${area}` : table.sheet })}
        value={table.role}
        options={ROLES.map((role) => ({ value: role, text: reading.roles[role] }))}
        disabled={isBusy(daybook.state)}
        pending={daybook.state.work?.kind === 'understand'}
        onChoose={(role) => daybook.choose(book, table, { role })}
      />
      <div id={listId} className={styles.whole} hidden={!open}>
        {open && (
          <Suspense fallback={null}>
            <FindingsList findings={findings} table={table} onShow={daybook.show} />
          </Suspense>
        )}
      </div>
    </li>
  );
}
