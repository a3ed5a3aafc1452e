import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { FAMILIES, type Family } from '../../templates/types';
import { usePane } from '../context';
import type { Daybook } from '../useDaybook';
import type { Offer } from './offers';
import { TemplateRow } from './TemplateRow';

const useStyles = makeStyles({
  families: { display: 'grid', rowGap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  family: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  rows: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(14rem, 100%), 1fr))',
    gap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
});

interface Props {
  readonly daybook: Daybook;
  readonly offers: readonly Offer[];
  readonly explained?: boolean;
}

function FamilyGroup({ family, ...props }: Props & { readonly family: Family }): ReactNode {
  const styles = useStyles();
  const { families } = usePane().texts;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.family}>
        {families[family]}
      </h3>
      <Rows {...props} />
    </section>
  );
}

function Rows({ daybook, offers, explained = false }: Props): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.rows}>
      {offers.map((offer) => (
        <TemplateRow key={offer.template.id} daybook={daybook} offer={offer} explained={explained} />
      ))}
    </ul>
  );
}

/** Templates by family; a few need no families. */
export function TemplateList({ offers, ...props }: Props): ReactNode {
  const styles = useStyles();
  if (offers.length <= 3) return <Rows {...props} offers={offers} />;
  return (
    <div className={styles.families}>
      {FAMILIES.map((family) => {
        const own = offers.filter(({ template }) => template.family === family);
        return own.length > 0 && <FamilyGroup key={family} {...props} family={family} offers={own} />;
      })}
    </div>
  );
}
