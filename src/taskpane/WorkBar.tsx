import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PaneTexts } from '../locales/paneTexts';
import { usePane } from './context';
import { useCommonStyles } from './parts/styles';
import { useFocusHandover } from './parts/useFocusHandover';
import type { Work } from './state';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  wide: { gridColumn: '1 / -1' },
});

function sentence({ kind, sheet, step }: Work, { pane }: PaneTexts): string {
  if (kind === 'understand' || (kind === 'read' && step === null)) {
    return sheet ? pane.understanding({ sheet }) : pane.reading;
  }
  if (kind === 'read') return sheet ? pane.readingSheet({ sheet }) : pane.reading;
  return pane.stepSheet({ step: pane.steps[step ?? 'look'], sheet });
}

interface Props {
  readonly work: Work;
  readonly onStop: () => void;
  readonly onLoseFocus: () => void;
}

/** What is going on and how far it is, at the pane's foot where it moves nothing else; “Stop” ends it. */
export function WorkBar({ work, onStop, onLoseFocus }: Props): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const { texts } = usePane();
  const bar = useFocusHandover<HTMLElement>(onLoseFocus);
  const text = sentence(work, texts);
  return (
    <section ref={bar} className={styles.bar} aria-label={texts.pane.progress}>
      <span className={styles.text} title={text}>
        {text}
      </span>
      <Button className={common.target} onClick={onStop}>
        {texts.pane.stop}
      </Button>
      <ProgressBar
        className={styles.wide}
        aria-label={texts.pane.progress}
        {...(work.share === null ? {} : { value: work.share })}
      />
    </section>
  );
}
