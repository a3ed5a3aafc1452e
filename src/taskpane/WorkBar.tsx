import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Texts } from '../locales';
import { usePane } from './context';
import type { Work } from './state';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  wide: { gridColumn: '1 / -1' },
  stop: { minHeight: '44px' },
});

function sentence({ kind, sheet, step }: Work, { pane }: Texts): string {
  if (kind === 'understand') return sheet ? pane.understanding({ sheet }) : pane.reading;
  if (kind === 'read') return sheet ? pane.readingSheet({ sheet }) : pane.reading;
  return pane.stepSheet({ step: step ? pane.steps[step] : pane.steps.look, sheet });
}

/** What is going on and how far it is, at the pane's foot where it moves nothing else; “Stop” ends it. */
export function WorkBar({
  work,
  onStop,
}: {
  readonly work: Work | null;
  readonly onStop: () => void;
}): ReactNode {
  const styles = useStyles();
  const { texts } = usePane();
  if (!work) return null;
  return (
    <div className={styles.bar}>
      <Text className={styles.text} role="status" aria-live="polite">
        {sentence(work, texts)}
      </Text>
      <Button className={styles.stop} onClick={onStop}>
        {texts.pane.stop}
      </Button>
      <ProgressBar
        className={styles.wide}
        aria-label={texts.pane.progress}
        {...(work.share === null ? {} : { value: work.share })}
      />
    </div>
  );
}
