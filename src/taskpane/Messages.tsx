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
import { errorSentence, isOutdated } from './messages';
import { useFocusHandover } from './parts/useFocusHandover';
import type { Failure } from './state';
import type { Daybook } from './useDaybook';

const useStyles = makeStyles({
  messages: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0`,
    maxHeight: '50%',
    overflowY: 'auto',
    flexShrink: 0,
  },
  text: { overflowWrap: 'anywhere' },
  target: { minHeight: '44px' },
});

function FailureMessage({ failure, daybook }: { failure: Failure; daybook: Daybook }): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  const { pane } = texts;
  const readAgain = failure.during === 'read' || isOutdated(failure.error);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody className={styles.text}>
        <MessageBarTitle>{pane.problemTitle}</MessageBarTitle>
        {errorSentence(failure.error, texts)}
      </MessageBarBody>
      <MessageBarActions>
        {readAgain && (
          <Button className={styles.target} onClick={daybook.read}>
            {daybook.state.book ? pane.readAgain : pane.tryAgain}
          </Button>
        )}
        <Button className={styles.target} onClick={daybook.dismiss}>
          {pane.close}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

interface Props {
  readonly daybook: Daybook;
  readonly onLoseFocus: () => void;
}

/** What wants the person's attention; above the view, where it is seen however far the view is scrolled. */
export default function Messages({ daybook, onLoseFocus }: Props): ReactNode {
  const styles = useStyles();
  const messages = useFocusHandover<HTMLElement>(onLoseFocus);
  const { pane } = usePane().texts;
  const { failure, losses, undone } = daybook.state;
  return (
    <section ref={messages} className={styles.messages} aria-label={pane.messages}>
      {failure && <FailureMessage failure={failure} daybook={daybook} />}
      {losses && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody className={styles.text}>
            <MessageBarTitle>{pane.undoLossTitle}</MessageBarTitle>
            {pane.undoLossText}{' '}
            {losses
              .map(({ sheet, cells, more }) => pane.lossCells({ sheet, cells: cells.join(', '), more }))
              .join('; ')}
          </MessageBarBody>
          <MessageBarActions>
            <Button className={styles.target} onClick={daybook.dismiss}>
              {pane.keep}
            </Button>
            <Button className={styles.target} onClick={() => daybook.undo(true)}>
              {pane.undoAnyway}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {undone && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className={styles.text}>
            {pane.undone({ sheets: undone.join(', ') })}
          </MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}
