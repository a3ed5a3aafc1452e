import { makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  skeleton: { display: 'grid', rowGap: tokens.spacingVerticalL },
  card: { height: '148px', borderRadius: tokens.borderRadiusLarge },
  row: { height: '44px', borderRadius: tokens.borderRadiusMedium },
  part: { backgroundColor: tokens.colorNeutralBackground3, forcedColorAdjust: 'none' },
});

const ROWS = 5;

/** Keeps the place of the card and the sheets while they are read. */
export function Skeleton(): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.skeleton} aria-hidden="true">
      <div className={mergeClasses(styles.part, styles.card)} />
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className={mergeClasses(styles.part, styles.row)} />
      ))}
    </div>
  );
}
