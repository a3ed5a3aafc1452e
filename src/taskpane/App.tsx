import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { onTemplateAsked } from '../commands';
import { BookView } from './book/BookView';
import { usePane } from './context';
import { Messages } from './Messages';
import { templateById } from '../templates';
import { sourcesOf } from '../templates/sources';
import { findTable, keyOf } from './state';
import { useDaybook } from './useDaybook';
import { WorkBar } from './WorkBar';

const ReviewView = lazy(() => import('./review/ReviewView'));
const ResultView = lazy(() => import('./result/ResultView'));

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: { flexGrow: 1, minHeight: 0, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
});

export function App(): ReactNode {
  const styles = useStyles();
  const { host } = usePane();
  const daybook = useDaybook(host);
  const { state, go } = daybook;
  const { book, view } = state;

  useEffect(
    () =>
      onTemplateAsked((template) => {
        const table = book && sourcesOf(templateById(template), book.reading)[0];
        if (table) go({ name: 'review', template, table: keyOf(book.reading, table), refresh: null });
        else go({ name: 'book' });
      }),
    [book, go],
  );

  const table = book && view.name === 'review' ? findTable(book.reading, view.table) : undefined;
  return (
    <div className={styles.pane}>
      <main className={`${styles.main} pane-scroll`}>
        <Messages daybook={daybook} />
        <Suspense fallback={null}>
          {view.name === 'review' && book && table ? (
            <ReviewView daybook={daybook} book={book} table={table} view={view} />
          ) : view.name === 'result' ? (
            <ResultView daybook={daybook} view={view} />
          ) : (
            <BookView daybook={daybook} />
          )}
        </Suspense>
      </main>
      <WorkBar work={state.work} onStop={daybook.stop} />
    </div>
  );
}
