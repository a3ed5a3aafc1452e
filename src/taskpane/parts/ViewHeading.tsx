import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { View } from '../state';
import { useFocusOnArrival } from './useFocusOnArrival';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
});

interface Props {
  readonly arrived: View | null;
  readonly children: ReactNode;
}

/** A view's heading. Who comes to the view by keyboard or hears it read starts here. */
export function ViewHeading({ arrived, children }: Props): ReactNode {
  const styles = useStyles();
  const heading = useFocusOnArrival<HTMLHeadingElement>(arrived);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.heading}>
      {children}
    </h1>
  );
}
