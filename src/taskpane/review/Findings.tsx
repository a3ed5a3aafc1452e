import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { cellAddress } from '../../domain/address';
import { problemSentence } from '../../locales/problems';
import type { Problem, TableReading } from '../../reading/types';
import { usePane } from '../context';

const FIRST = 4;
const MOST = 200;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '3.5rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  secondary: { color: tokens.colorNeutralForeground2 },
  button: { minHeight: '44px' },
});

interface Props {
  readonly findings: readonly Problem[];
  readonly table: TableReading;
  readonly skipped: number;
  readonly onShow: (address: string) => void;
}

/** What could not be read or looks wrong, each with the way to its cell. */
export function Findings({ findings, table, skipped, onShow }: Props): ReactNode {
  const styles = useStyles();
  const { texts, locale } = usePane();
  const [all, setAll] = useState(false);
  const headingId = useId();
  const { pane } = texts;
  const shown = findings.slice(0, all ? MOST : FIRST);
  const rest = findings.length - shown.length;
  return (
    <section aria-labelledby={headingId}>
      <Text as="h2" id={headingId} weight="semibold" block>
        {pane.findings}
      </Text>
      {findings.length === 0 && <Text block>{pane.noFindings}</Text>}
      {skipped > 0 && (
        <Text block size={200} className={styles.secondary}>
          {pane.skippedRows({ n: skipped })}
        </Text>
      )}
      <ul className={styles.list}>
        {shown.map((problem, index) => {
          const address =
            problem.row === undefined
              ? null
              : cellAddress({ row: problem.row, column: problem.column ?? table.area.column });
          return (
            <li key={index} className={styles.item}>
              {address ? (
                <Link as="button" onClick={() => onShow(address)}>
                  {address}
                </Link>
              ) : (
                <span />
              )}
              <Text size={200}>{problemSentence(problem, locale)}</Text>
            </li>
          );
        })}
      </ul>
      {rest > 0 &&
        (all ? (
          <Text size={200}>{pane.andMore({ n: rest })}</Text>
        ) : (
          <Button className={styles.button} appearance="subtle" onClick={() => setAll(true)}>
            {pane.showAll({ n: findings.length })}
          </Button>
        ))}
    </section>
  );
}
