import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Announcer } from './Announcer';
import { BookView } from './book/BookView';
import { Boundary } from './Boundary';
import { usePane } from './context';
import { loadTemplateProblems } from './review/problemTexts';
import { hasMessages, tableOf } from './state';
import { useDaybook, type Daybook } from './useDaybook';
import { WorkBar } from './WorkBar';

const views = {
  messages: () => import('./Messages'),
  review: () => import('./review/ReviewView'),
  result: () => import('./result/ResultView'),
};
const Messages = lazy(views.messages);
const ReviewView = lazy(views.review);
const ResultView = lazy(views.result);

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: { flexGrow: 1, minHeight: 0, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
});

function CurrentView({ daybook }: { readonly daybook: Daybook }): ReactNode {
  const { book, view } = daybook.state;
  const table = book && view.name === 'review' ? tableOf(book, view) : undefined;
  if (view.name === 'review' && book && table !== undefined) {
    return (
      <ReviewView
        key={`${view.template}\n${view.refresh ?? ''}`}
        daybook={daybook}
        book={book}
        table={table}
        view={view}
      />
    );
  }
  if (view.name === 'result') return <ResultView daybook={daybook} view={view} />;
  return <BookView daybook={daybook} />;
}

/** Esc stops the work, or else leads back; in a box it belongs to the box. */
function onEscape(event: KeyboardEvent, { state, stop, back }: Daybook): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  if (state.work) stop();
  else if (!(event.target as Element).matches('input, select')) back();
}

export function App(): ReactNode {
  const styles = useStyles();
  const { host, locale } = usePane();
  const daybook = useDaybook(host);
  const { state } = daybook;

  const main = useRef<HTMLElement>(null);
  const focusHeading = useCallback(() => main.current?.querySelector('h1')?.focus(), []);

  const standing = state.book !== null;
  useEffect(() => {
    if (!standing) return;
    // Ahead of the first click; what fails here is loaded again, and told, when it is wanted.
    void Promise.allSettled([
      host.building(),
      loadTemplateProblems(locale),
      ...Object.values(views).map((load) => load()),
    ]);
  }, [standing, host, locale]);

  return (
    <div className={styles.pane} onKeyDown={(event) => onEscape(event, daybook)}>
      {hasMessages(state) && (
        <Suspense fallback={null}>
          <Messages daybook={daybook} onLoseFocus={focusHeading} />
        </Suspense>
      )}
      <main ref={main} className={mergeClasses(styles.main, 'pane-scroll')}>
        <Boundary>
          <Suspense fallback={null}>
            <CurrentView daybook={daybook} />
          </Suspense>
        </Boundary>
      </main>
      {state.work && <WorkBar work={state.work} onStop={daybook.stop} onLoseFocus={focusHeading} />}
      <Announcer state={state} />
    </div>
  );
}
