import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { BuildInfo } from '../../excel';
import { headerSignature } from '../../reading';
import type { TableReading } from '../../reading/types';
import { usePane } from '../context';
import { keyOf, type Book } from '../state';
import type { Daybook } from '../useDaybook';

const useStyles = makeStyles({
  heading: { margin: `0 0 ${tokens.spacingVerticalXS} 0` },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  secondary: { color: tokens.colorNeutralForeground2 },
  button: { minHeight: '44px' },
});

interface Props {
  readonly daybook: Daybook;
  readonly book: Book;
}

/** The table a build came from: on the sheet of that name, or on a renamed one by its headers. */
function sourceOf(build: BuildInfo, book: Book): TableReading | undefined {
  const same = book.reading.sheets
    .flatMap((sheet) => sheet.tables)
    .filter((table) => headerSignature(table) === build.source.signature);
  return same.find((table) => table.sheet === build.source.sheet) ?? same[0];
}

/** What Daybook has built in this workbook, each to be looked at or refreshed. */
export function BuiltSheets({ daybook, book }: Props): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const headingId = useId();
  const { pane } = texts;
  return (
    <section aria-labelledby={headingId}>
      <Text as="h2" id={headingId} className={styles.heading} weight="semibold" block>
        {pane.builtSheets}
      </Text>
      <ul className={styles.list}>
        {book.memory.builds.map((build) => {
          const source = sourceOf(build, book);
          const first = build.sheets[0]?.name ?? build.template;
          return (
            <li key={build.id} className={styles.row}>
              <div>
                {build.sheets.map(({ role, name }) => (
                  <Link
                    key={role}
                    as="button"
                    onClick={() => daybook.show(name)}
                    style={{ marginRight: '0.75em' }}
                  >
                    {name}
                  </Link>
                ))}
                <Text block size={200} className={styles.secondary}>
                  {source
                    ? pane.builtFrom({ sheet: source.sheet })
                    : pane.sourceGone({ sheet: build.source.sheet })}
                </Text>
              </div>
              <Button
                className={styles.button}
                aria-label={pane.refreshOf({ sheet: first })}
                disabled={!source || daybook.state.work !== null}
                onClick={() => {
                  if (!source) return;
                  const table = keyOf(book.reading, source);
                  daybook.go({ name: 'review', template: build.template, table, refresh: build.id });
                }}
              >
                {pane.refresh}…
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
