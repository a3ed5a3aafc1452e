import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  summary: {
    minHeight: '44px',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
    listStyleType: 'none',
    '::-webkit-details-marker': { display: 'none' },
    '::before': {
      content: '""',
      flexShrink: 0,
      width: '0.4em',
      height: '0.4em',
      margin: '0 0.2em',
      borderRight: '2px solid currentColor',
      borderBottom: '2px solid currentColor',
      transform: 'rotate(-45deg)',
    },
    '[open] > &::before': { transform: 'rotate(45deg)' },
  },
});

interface Props {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly initiallyOpen?: boolean;
}

/** Folded away for those who need none of it; what is inside is made when it is unfolded. */
export function Fold({ summary, children, initiallyOpen = false }: Props): ReactNode {
  const styles = useStyles();
  const [open, setOpen] = useState(initiallyOpen);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{summary}</summary>
      {open && children}
    </details>
  );
}
