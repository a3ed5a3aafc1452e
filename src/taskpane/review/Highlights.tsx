import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Preparation } from '../../templates/types';
import { usePane } from '../context';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(8rem, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  cell: {
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingVerticalS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  long: { gridColumn: '1 / -1' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

/** A value longer than this is a list, and reads better across the pane. */
const LONG = 32;

/** A few figures that show at once whether the sheet was read right. */
export function Highlights({ highlights }: { readonly highlights: Preparation['highlights'] }): ReactNode {
  const styles = useStyles();
  const { pane } = usePane().texts;
  return (
    <Section heading={pane.figures}>
      <dl className={styles.grid}>
        {highlights.map(({ label, value }) => (
          <div key={label} className={mergeClasses(styles.cell, value.length > LONG && styles.long)}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
