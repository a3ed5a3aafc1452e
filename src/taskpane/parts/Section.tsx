import { makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useCommonStyles } from './styles';

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: tokens.spacingVerticalXS, gridTemplateColumns: 'minmax(0, 1fr)' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface Props {
  readonly heading: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A part of a view under a heading of its own. */
export function Section({ heading, hint, children }: Props): ReactNode {
  const styles = useStyles();
  const common = useCommonStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div>
        <h2 id={id} className={styles.heading}>
          {heading}
        </h2>
        {hint !== undefined && <p className={mergeClasses(common.paragraph, common.quiet)}>{hint}</p>}
      </div>
      {children}
    </section>
  );
}
