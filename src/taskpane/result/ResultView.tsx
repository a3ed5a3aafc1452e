import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { BuildResult, CellConflict } from '../../excel';
import type { Texts } from '../../locales';
import { usePane } from '../context';
import { noticeSentence } from '../messages';
import type { View } from '../state';
import { templateTexts } from '../../locales/templateTexts';
import type { Daybook } from '../useDaybook';

const MOST = 200;

const useStyles = makeStyles({
  view: { display: 'grid', rowGap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { minHeight: '44px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  readonly daybook: Daybook;
  readonly view: Extract<View, { name: 'result' }>;
}

/** One place that a person should look at, with both versions of each cell. */
interface Difference {
  readonly kind: keyof Texts['pane']['differenceKinds'];
  readonly sheet: string;
  readonly address: string;
  readonly cells: readonly CellConflict[];
}

function differencesOf({ changes, kept }: BuildResult): readonly Difference[] {
  return [
    ...changes.flatMap(({ sheet, differences }) =>
      differences.map((difference) => ({ ...difference, sheet })),
    ),
    ...kept.map((cell) => ({
      kind: 'cell' as const,
      sheet: cell.sheet,
      address: cell.address,
      cells: [cell],
    })),
  ];
}

interface DifferencesProps {
  readonly differences: readonly Difference[];
  readonly daybook: Daybook;
}

function Differences({ differences, daybook }: DifferencesProps): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const headingId = useId();
  const { pane } = texts;
  return (
    <section aria-labelledby={headingId}>
      <Text as="h2" id={headingId} weight="semibold" block>
        {pane.differences}
      </Text>
      <ul className={styles.list}>
        {differences.slice(0, MOST).map(({ kind, sheet, address, cells }) => (
          <li key={`${sheet}!${address}`} className={styles.item}>
            <Link as="button" onClick={() => daybook.show(sheet, address)}>
              {sheet} {address}
            </Link>{' '}
            <Text size={200}>{pane.differenceKinds[kind]}</Text>
            {cells.map((cell) => (
              <Text key={cell.address} size={200} block>
                {cell.address}: {pane.conflict(cell)}
              </Text>
            ))}
          </li>
        ))}
      </ul>
      {differences.length > MOST && <Text size={200}>{pane.andMore({ n: differences.length - MOST })}</Text>}
    </section>
  );
}

/** What was built, what became of the person's own cells, and the way back. */
export default function ResultView({ daybook, view }: Props): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const { pane } = texts;
  const { result, template } = view;
  const { name: title } = templateTexts(texts, template);
  const differences = differencesOf(result);
  const first = result.build.sheets[0]?.name;
  const busy = daybook.state.work !== null;
  return (
    <div className={styles.view}>
      <MessageBar intent="success" layout="multiline" role="status">
        <MessageBarBody>
          <MessageBarTitle>
            {result.refreshed.length > 0 ? pane.refreshed({ title }) : pane.built({ title })}
          </MessageBarTitle>
          {[...result.added, ...result.refreshed].join(', ')}
        </MessageBarBody>
      </MessageBar>
      {result.refreshed.length > 0 &&
        result.changes.map((change) => (
          <Text key={change.table} block>
            {pane.changes(change)}
          </Text>
        ))}
      {differences.length > 0 && <Differences differences={differences} daybook={daybook} />}
      {result.notices.map((notice, index) => (
        <Text key={index} block size={200}>
          {noticeSentence(notice, texts)}
        </Text>
      ))}
      <div className={styles.buttons}>
        {first !== undefined && (
          <Button className={styles.button} appearance="primary" onClick={() => daybook.show(first)}>
            {pane.show}
          </Button>
        )}
        <Button className={styles.button} onClick={() => daybook.undo()} disabled={busy}>
          {pane.undo}
        </Button>
        <Button className={styles.button} onClick={daybook.read} disabled={busy}>
          {pane.backToBook}
        </Button>
      </div>
    </div>
  );
}
