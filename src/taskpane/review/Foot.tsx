import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Preparation } from '../../templates/types';
import { usePane } from '../context';
import { useCommonStyles } from '../parts/styles';
import type { Daybook } from '../useDaybook';

const useStyles = makeStyles({
  foot: {
    position: 'sticky',
    bottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    marginBottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '44px',
    zIndex: 1,
  },
});

interface Props {
  readonly daybook: Daybook;
  readonly preparation: Preparation | null;
  /** The figures of what was chosen are being worked out. */
  readonly preparing: boolean;
  readonly blank: boolean;
  readonly refresh: boolean;
  readonly onBuild: () => void;
}

/** The decision, always in sight: how much goes in, and go. */
export function Foot({ daybook, preparation, preparing, blank, refresh, onBuild }: Props): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const { pane } = usePane().texts;
  const { work, stale } = daybook.state;
  const ready = preparation !== null && !preparation.refusal;
  const used = ready ? (blank ? pane.builtEmpty : pane.rowsUsed({ n: preparation.rowsUsed })) : '';
  return (
    <div className={styles.foot}>
      {stale && !work ? (
        <span className={common.warning}>
          ⚠ {pane.sheetsChanged}{' '}
          <Link as="button" inline onClick={daybook.read}>
            {pane.readAgain}
          </Link>
        </span>
      ) : (
        <span className={common.quiet}>{preparing ? pane.steps.plan : used}</span>
      )}
      <Button
        className={common.target}
        appearance="primary"
        disabledFocusable={work !== null || !ready}
        onClick={onBuild}
      >
        {refresh ? pane.refresh : pane.build}
      </Button>
    </div>
  );
}
