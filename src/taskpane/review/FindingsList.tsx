import { Button, Link, makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { cellAddress, columnLetter } from '../../domain/address';
import { problemText } from '../../locales/problemText';
import type { Problem, TableOutline } from '../../reading/types';
import { usePane } from '../context';
import type { PlaceFindings } from '../findings';
import { useCommonStyles } from '../parts/styles';
import { useProblemTexts } from './problemTexts';

const FIRST = 4;
const MOST = 200;

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '3.5rem minmax(0, 1fr)',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
  },
  elsewhere: { gridTemplateColumns: 'minmax(0, 1fr)' },
  /** A column is known by its letter alone. */
  place: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly findings: readonly PlaceFindings[];
  /** The table that findings without a sheet of their own speak of. */
  readonly table: TableOutline | null;
  readonly onShow: (sheet: string, address: string) => void;
}

function Place({ problem, table, onShow }: Omit<Props, 'findings'> & { problem: Problem }): ReactNode {
  const styles = useStyles();
  const { pane } = usePane().texts;
  const { row, column } = problem;
  const sheet = problem.sheet ?? table?.sheet;
  const letter = column === undefined ? '' : columnLetter(column);
  if (row === undefined || sheet === undefined) {
    return <span className={styles.place}>{problem.sheet ?? letter}</span>;
  }
  const address = cellAddress({ row, column: column ?? table?.area.column ?? 0 });
  const named = problem.sheet === undefined ? address : `${sheet} ${address}`;
  return (
    <Link as="button" onClick={() => onShow(sheet, address)} title={pane.goToCell({ address: named })}>
      {named}
    </Link>
  );
}

/** Findings one by one, each with the way to its cell; the first few, and more when asked for. */
export default function FindingsList({ findings, table, onShow }: Props): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const [all, setAll] = useState(false);
  const { pane } = usePane().texts;
  const problemTexts = useProblemTexts();
  const shown = findings.slice(0, all ? MOST : FIRST);
  const rest = findings.length - shown.length;
  return (
    <div>
      <ul className={common.list}>
        {shown.map((problems, index) => (
          <li
            key={index}
            className={mergeClasses(
              common.item,
              styles.item,
              problems[0].sheet !== undefined && styles.elsewhere,
            )}
          >
            <Place problem={problems[0]} table={table} onShow={onShow} />
            <div>
              {problems.map((problem) => (
                <p key={problem.code} className={common.paragraph}>
                  {problemText(problem, problemTexts)}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 && all && (
        <p className={mergeClasses(common.paragraph, common.quiet)}>{pane.andMore({ n: rest })}</p>
      )}
      {findings.length > FIRST && (
        <Button
          className={common.inLine}
          appearance="transparent"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? pane.showFewer : pane.showAll({ n: findings.length })}
        </Button>
      )}
    </div>
  );
}
