import { Link, makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { templateTexts } from '../../locales/templateTexts';
import { usePane } from '../context';
import { useCommonStyles } from '../parts/styles';
import { useFocusOnArrival } from '../parts/useFocusOnArrival';
import { isBusy } from '../state';
import type { Daybook } from '../useDaybook';
import type { Offer } from './offers';

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '44px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  open: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    '::after': {
      content: '""',
      width: '0.45em',
      height: '0.45em',
      borderTop: '2px solid currentColor',
      borderRight: '2px solid currentColor',
      transform: 'rotate(45deg)',
      color: tokens.colorNeutralForeground3,
    },
  },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
  /** The whole row leads there. */
  link: { position: 'static', '::before': { content: '""', position: 'absolute', inset: 0 } },
});

interface Props {
  readonly daybook: Daybook;
  readonly offer: Offer;
  /** What it is is said as well, where the person has yet to see what is missing for it. */
  readonly explained: boolean;
}

/** One thing that can be built, with the sheet it would be built from or what it needs. */
export function TemplateRow({ daybook, offer, explained }: Props): ReactNode {
  const { template, source, view, lacks } = offer;
  const styles = useStyles();
  const common = useCommonStyles();
  const { texts } = usePane();
  const { pane, reading } = texts;
  const factsId = useId();
  const { arrival } = daybook.state;
  const link = useFocusOnArrival<HTMLButtonElement>(
    arrival?.name === 'book' && arrival.from === template.id ? arrival : null,
  );
  const { name, about } = templateTexts(texts, template.id);
  const fact = !source
    ? view
      ? pane.buildEmpty
      : pane.needs({ roles: template.roles.map((role) => reading.roles[role]) })
    : lacks.length > 0
      ? pane.lacksColumns({ sheet: source.sheet, fields: lacks.map((field) => reading.fields[field]) })
      : pane.buildFrom({ sheet: source.sheet, rowCount: source.rows.length });
  return (
    <li
      className={mergeClasses(styles.row, view !== null && styles.open)}
      title={explained ? undefined : about}
    >
      <div>
        {view ? (
          <Link
            ref={link}
            as="button"
            appearance="subtle"
            className={mergeClasses(styles.name, styles.link)}
            disabledFocusable={isBusy(daybook.state)}
            aria-describedby={factsId}
            onClick={() => daybook.go(view)}
          >
            {name}
          </Link>
        ) : (
          <span className={styles.name}>{name}</span>
        )}
        <div id={factsId}>
          {explained && <p className={mergeClasses(common.paragraph, common.quiet)}>{about}</p>}
          <p className={mergeClasses(common.paragraph, lacks.length > 0 ? common.warning : common.quiet)}>
            {lacks.length > 0 && '⚠ '}
            {fact}
          </p>
        </div>
      </div>
    </li>
  );
}
