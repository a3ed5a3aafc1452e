import type { Cents } from '../money';
import { Schedule, type Rounding } from './schedule';
import type { Mistake, Reckoned } from './reasons';

/** What one person's month is reckoned by, as far as it depends on the month's revenue. */
export interface Terms {
  readonly version: string;
  readonly role: string;
  readonly method: 'whole' | 'marginal';
  readonly boundary: 'inclusive' | 'exclusive';
  readonly tiers: readonly TermsTier[];
  /** Base pay in the tier of that index, −1 below the first: role, person and days taken in. */
  readonly baseOf: (tier: number) => Cents;
  /** The same for a whole month, where the person was there for a part of it. */
  readonly fullBaseOf: ((tier: number) => Cents) | null;
}

export interface TermsTier {
  /** 元 */
  readonly from: number;
  readonly rate: number;
}

/** Amounts of a month that do not follow from its revenue alone: they are taken as they are. */
export interface Rest {
  /** Part of what a sheet calls the commission: accelerator, extras, override, clawback, cap. */
  readonly commission: Cents;
  /** Draw and guarantee. */
  readonly pay: Cents;
}

/** How a month is reckoned: by the terms, or with something done wrongly on purpose. */
export interface Recipe {
  readonly terms: Terms;
  readonly schedule: Schedule;
  /** A tier whatever the revenue; null: the one it reaches. */
  readonly tier: number | null;
  readonly base: 'by-tier' | 'none' | 'full' | { readonly tier: number };
  readonly commission: boolean;
  readonly rounding: Rounding;
  /** Taken out of the rest. */
  readonly without: Rest;
  readonly mistakes: readonly Mistake[];
}

export const NOTHING: Rest = { commission: 0, pay: 0 };

export function rightRecipe(terms: Terms): Recipe {
  return {
    terms,
    schedule: new Schedule(terms.tiers, terms.method, terms.boundary),
    tier: null,
    base: 'by-tier',
    commission: true,
    rounding: 'half-up',
    without: NOTHING,
    mistakes: [],
  };
}

export function reckon(recipe: Recipe, revenue: number, rest: Rest): Reckoned {
  const { schedule, terms, without } = recipe;
  const tier = recipe.tier ?? schedule.tierOf(revenue);
  const earned = recipe.commission ? schedule.commission(revenue, tier, recipe.rounding) : 0;
  const commission = earned + (recipe.commission ? rest.commission - without.commission : 0);
  const base = baseOf(recipe, revenue < 0 ? terms.tiers.findLastIndex(({ from }) => from <= 0) : tier);
  return { base, commission, pay: base + commission + rest.pay - without.pay };
}

function baseOf({ base, terms }: Recipe, tier: number): Cents {
  if (base === 'none') return 0;
  if (base === 'by-tier') return terms.baseOf(tier);
  return base === 'full' ? (terms.fullBaseOf ?? terms.baseOf)(tier) : terms.baseOf(base.tier);
}

/** The one rate that a sheet shows beside the month; null where slices have several. */
export function rateShown(recipe: Recipe, revenue: number): number | null {
  const tier = recipe.tier ?? recipe.schedule.tierOf(revenue);
  return recipe.schedule.single ? (recipe.schedule.tiers[tier]?.rate ?? 0) : null;
}
