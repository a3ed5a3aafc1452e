import { makeStyles, tokens } from '@fluentui/react-components';

/** What the pane's parts have in common: a target that a thumb finds, quiet text, a list of rows between thin lines. */
export const useCommonStyles = makeStyles({
  target: { minHeight: '44px' },
  /** A quiet button whose text stands in line with what is above and below it. */
  inLine: {
    minHeight: '44px',
    minWidth: '0',
    paddingLeft: 0,
    paddingRight: 0,
    // There every button has a border.
    '@media (forced-colors: active)': {
      paddingLeft: tokens.spacingHorizontalS,
      paddingRight: tokens.spacingHorizontalS,
    },
  },
  rowTarget: { display: 'flex', alignItems: 'center', width: '100%', minHeight: '44px', textAlign: 'start' },
  view: { display: 'grid', rowGap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  /** Beside the icon, so that the colour is not all that says it. */
  warning: { color: tokens.colorPaletteDarkOrangeForeground1, fontSize: tokens.fontSizeBase200 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  paragraph: { margin: 0, overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});
