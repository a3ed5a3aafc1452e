import { capped, settle } from '../commission/balances';
import type { AmountKind } from '../commission/pay';
import type { ExactTier } from '../commission/lines';
import type { Choice } from '../commission/types';
import { compare, ZERO, type Ratio } from '../ratio';
import { centsOf, type Cents } from '../money';
import { Schedule, type Rounding } from './schedule';
import type { Mistake, Reckoned } from './reasons';

/** What one person's month is reckoned by, as far as it depends on the month's revenue as listed. */
export interface Terms {
  readonly version: string;
  readonly role: string;
  readonly method: Choice<'method'>;
  readonly boundary: Choice<'boundary'>;
  /** Over revenue in 元 as listed. */
  readonly tiers: readonly ExactTier[];
  /** The rates that a sheet shows, one a tier. */
  readonly rates: readonly number[];
  /** What accelerators add in 分 for a revenue in 分; null for none. */
  readonly boost: ((cents: Cents) => Ratio) | null;
  /** Base pay in the tier of that index, −1 below the first: role, person and days taken in. */
  readonly baseOf: (tier: number) => Cents;
  /** The same for a whole month, where the person was there for a part of it. */
  readonly fullBaseOf: ((tier: number) => Cents) | null;
}

/** What else makes up a month's pay, in the order in which it is settled. */
export interface Rest {
  /** Amounts that are taken as they are: extras for products, override, clawback. */
  readonly extras: readonly Extra[];
  readonly limits: readonly Limit[];
}

export interface Extra {
  readonly kind: AmountKind;
  readonly cents: Cents;
}

/** Caps, guarantees and draws, on the commission (before base pay is added) or on the pay. */
export type Limit = { readonly on: 'commission' | 'pay'; readonly amount: Cents } & (
  | { readonly kind: 'cap' }
  | { readonly kind: 'guarantee' | 'draw'; readonly owed: Cents; readonly recoverable: boolean }
);

/** How a month is reckoned: by the terms, or with something done wrongly on purpose. */
export interface Recipe {
  readonly terms: Terms;
  readonly schedule: Schedule;
  /** A tier whatever the revenue; null: the one it reaches. */
  readonly tier: number | null;
  readonly base: 'by-tier' | 'none' | 'full' | { readonly tier: number };
  readonly commission: boolean;
  readonly rounding: Rounding;
  /** A part of the rest that was forgotten. */
  readonly without: AmountKind | null;
  readonly mistakes: readonly Mistake[];
}

export const NOTHING_ELSE: Rest = { extras: [], limits: [] };

export function rightRecipe(terms: Terms): Recipe {
  return {
    terms,
    schedule: new Schedule(terms.tiers, terms.method, terms.boundary),
    tier: null,
    base: 'by-tier',
    commission: true,
    rounding: 'half-up',
    without: null,
    mistakes: [],
  };
}

export function reckon(recipe: Recipe, revenue: number, rest: Rest): Reckoned {
  const { schedule, terms, without } = recipe;
  const tier = recipe.tier ?? schedule.tierOf(revenue);
  const base = baseOf(
    recipe,
    revenue < 0 ? terms.tiers.findLastIndex(({ from }) => compare(from, ZERO) <= 0) : tier,
  );
  const boost = without === 'accelerator' ? undefined : terms.boost?.(centsOf(revenue));
  let commission = 0;
  if (recipe.commission) {
    commission = schedule.commission(revenue, tier, recipe.rounding, boost);
    for (const { kind, cents } of rest.extras) if (kind !== without) commission += cents;
  }
  if (rest.limits.length === 0) return { base, commission, pay: base + commission };
  const limits = rest.limits.filter(({ kind }) => kind !== without);
  const earned = settled(commission, limits, 'commission');
  const all = settled(earned.paid + base, limits, 'pay');
  return { base, commission: commission + earned.capped + all.capped, pay: all.paid };
}

/** Rounding moves an amount by one 元 at most. */
const ROUGHLY = 101;

/** Whether a recipe can come to an amount: quick, and never false where it does. */
export function canComeTo(
  recipe: Recipe,
  revenue: number,
  rest: Rest,
  of: 'pay' | 'commission',
  cents: Cents,
): boolean {
  if (rest.limits.length > 0 || recipe.terms.boost || revenue < 0) return true;
  const rough = recipe.schedule.estimate(revenue, recipe.tier);
  if (!rough) return true;
  let amount = 0;
  if (recipe.commission) {
    amount = rough.commission;
    for (const { kind, cents: extra } of rest.extras) if (kind !== recipe.without) amount += extra;
  }
  if (of === 'pay') amount += baseOf(recipe, rough.tier);
  return Math.abs(amount - cents) <= ROUGHLY + 1e-9 * Math.abs(amount);
}

/** A sheet shows what a cap takes away in its commission; guarantees and draws stand by themselves. */
function settled(
  cents: Cents,
  limits: readonly Limit[],
  on: Limit['on'],
): { readonly paid: Cents; readonly capped: Cents } {
  let paid = cents;
  let cut = 0;
  for (const limit of limits) {
    if (limit.on !== on) continue;
    if (limit.kind === 'cap') {
      const left = capped(paid, limit.amount);
      cut += left - paid;
      paid = left;
    } else paid = settle(paid, limit.amount, limit.owed, limit.recoverable).paid;
  }
  return { paid, capped: cut };
}

function baseOf({ base, terms }: Recipe, tier: number): Cents {
  if (base === 'none') return 0;
  if (base === 'by-tier') return terms.baseOf(tier);
  return base === 'full' ? (terms.fullBaseOf ?? terms.baseOf)(tier) : terms.baseOf(base.tier);
}

/** The one rate that a sheet shows beside the month; null where slices have several. */
export function rateShown(recipe: Recipe, revenue: number): number | null {
  const tier = recipe.tier ?? recipe.schedule.tierOf(revenue);
  return recipe.schedule.single ? (recipe.terms.rates[tier] ?? 0) : null;
}
