import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from './context';
import { errorSentence, noticeSentence } from './messages';
import type { Daybook } from './useDaybook';

const useStyles = makeStyles({
  messages: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    ':not(:empty)': { marginBottom: tokens.spacingVerticalM },
  },
});

/** Everything that wants the person's attention, above the view. */
export function Messages({ daybook }: { readonly daybook: Daybook }): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const { state, read, undo, dismiss } = daybook;
  const { pane } = texts;
  return (
    <div className={styles.messages}>
      {state.error !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>{pane.problemTitle}</MessageBarTitle>
            {errorSentence(state.error, texts)}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={read}>{state.book ? pane.readAgain : pane.tryAgain}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {state.losses && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>{pane.undoLossTitle}</MessageBarTitle>
            {pane.undoLossText}{' '}
            {state.losses
              .map(({ sheet, cells, more }) => pane.lossCells({ sheet, cells: cells.join(', '), more }))
              .join('; ')}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={dismiss}>{pane.keep}</Button>
            <Button onClick={() => undo(true)}>{pane.undoAnyway}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {state.undone && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{pane.undone({ sheets: state.undone.join(', ') })}</MessageBarBody>
        </MessageBar>
      )}
      {state.stale && !state.work && state.view.name !== 'result' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{pane.sheetsChanged}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={read}>{pane.readAgain}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {state.book?.scan.unreadable.map(({ sheet, error }) => (
        <MessageBar key={sheet} intent="warning" layout="multiline">
          <MessageBarBody>{pane.unreadable({ sheet, reason: errorSentence(error, texts) })}</MessageBarBody>
        </MessageBar>
      ))}
      {[...(state.book?.memory.notices ?? []), ...(state.book?.scan.notices ?? [])].map((notice) => (
        <MessageBar key={notice.code} intent="warning" layout="multiline">
          <MessageBarBody>{noticeSentence(notice, texts)}</MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}
