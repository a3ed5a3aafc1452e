import { capped, settle } from '../commission/balances';
import type { AmountKind } from '../commission/pay';
import type { ExactTier } from '../commission/lines';
import type { Choice } from '../commission/types';
import { compare, minus, ZERO, type Ratio } from '../ratio';
import { centsOf, wholeCents, yuanOf, type Cents } from '../money';
import { Schedule, type EachSale, type Rounding } from './schedule';
import type { Mistake, Reckoned } from './reasons';

/** What is held against the tiers: the month's revenue, each sale by itself, or a running total with earlier months. */
export type Credit = 'month' | 'sale' | 'to-date';

/** What one person's month is reckoned by, as far as it depends on the month's revenue as listed. */
export interface Terms {
  readonly version: string;
  readonly role: string;
  readonly method: Choice<'method'>;
  readonly boundary: Choice<'boundary'>;
  readonly credit: Credit;
  /** Each sale is rounded by itself. */
  readonly byLine: boolean;
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
  /** The running total before this month. */
  readonly before: Cents;
  /** The month's sales in 元 where they are known one by one. */
  readonly sales: readonly number[] | null;
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
  /** One of the sales at another tier, where each is held against them by itself. */
  readonly sale: EachSale['other'];
  readonly credit: Credit;
  readonly byLine: boolean;
  readonly base: 'by-tier' | 'none' | 'full' | { readonly tier: number };
  readonly commission: boolean;
  readonly rounding: Rounding;
  /** A part of the rest that was forgotten. */
  readonly without: AmountKind | null;
  readonly mistakes: readonly Mistake[];
}

export const NOTHING_ELSE: Rest = { extras: [], limits: [], before: 0, sales: null };

export function rightRecipe(terms: Terms): Recipe {
  return {
    terms,
    schedule: new Schedule(terms.tiers, terms.method, terms.boundary),
    tier: null,
    sale: null,
    credit: terms.credit,
    byLine: terms.byLine,
    base: 'by-tier',
    commission: true,
    rounding: 'half-up',
    without: null,
    mistakes: [],
  };
}

/** `sales` are the sales that make the revenue, where they are known one by one. */
export function reckon(
  recipe: Recipe,
  revenue: number,
  rest: Rest,
  sales: readonly number[] | null = rest.sales,
): Reckoned {
  const { terms, without } = recipe;
  const held = heldOf(recipe, revenue, rest);
  const tier = recipe.tier ?? recipe.schedule.tierOf(held);
  const base = baseOf(
    recipe,
    held < 0 ? terms.tiers.findLastIndex(({ from }) => compare(from, ZERO) <= 0) : tier,
  );
  let commission = 0;
  if (recipe.commission) {
    commission = commissionOf(recipe, { revenue, held, tier, before: rest.before, sales });
    for (const { kind, cents } of rest.extras) if (kind !== without) commission += cents;
  }
  if (rest.limits.length === 0) return { base, commission, pay: base + commission };
  const limits = rest.limits.filter(({ kind }) => kind !== without);
  const earned = settled(commission, limits, 'commission');
  const all = settled(earned.paid + base, limits, 'pay');
  return { base, commission: commission + earned.capped + all.capped, pay: all.paid };
}

/** The revenue in 元 that decides the tier. */
export function heldOf({ credit }: Recipe, revenue: number, { before }: Rest): number {
  if (credit !== 'to-date' || before === 0) return revenue;
  const cents = wholeCents(revenue);
  return cents === null ? yuanOf(before) + revenue : yuanOf(before + cents);
}

interface Taken {
  readonly revenue: number;
  readonly held: number;
  readonly tier: number;
  readonly before: Cents;
  readonly sales: readonly number[] | null;
}

function commissionOf(recipe: Recipe, { revenue, held, tier, before, sales }: Taken): Cents {
  const { schedule, credit, rounding, byLine, sale } = recipe;
  const added = recipe.without === 'accelerator' ? null : boostOf(recipe, held, before);
  if (credit === 'sale') {
    return schedule.ofEach(sales ?? [revenue], { other: sale, rounding, added, byLine });
  }
  if (byLine && sales && schedule.single && credit === 'month') {
    return sales.reduce<Cents>((sum, each) => sum + schedule.commission(each, tier, rounding), 0);
  }
  if (credit === 'to-date' && before !== 0) {
    return schedule.added(yuanOf(before), held, tier, rounding, added);
  }
  return schedule.commission(revenue, tier, rounding, added);
}

/** What accelerators add; to a running total, what it has of them more than before. */
function boostOf({ terms: { boost }, credit }: Recipe, held: number, before: Cents): Ratio | null {
  if (!boost) return null;
  const all = boost(centsOf(held));
  return credit === 'to-date' && before !== 0 ? minus(all, boost(before)) : all;
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
  sales: readonly number[] | null = rest.sales,
): boolean {
  const { schedule, credit } = recipe;
  if (rest.limits.length > 0 || recipe.terms.boost || revenue < 0) return true;
  const rough = schedule.estimate(heldOf(recipe, revenue, rest), recipe.tier);
  if (!rough) return true;
  let amount = 0;
  if (recipe.commission) {
    amount = rough.commission;
    if (credit === 'sale' && sales) {
      const each = schedule.estimateEach(sales, recipe.sale);
      if (each === null) return true;
      amount = each;
    } else if (credit === 'to-date' && rest.before !== 0) {
      const before = schedule.estimate(yuanOf(rest.before), null);
      if (!before) return true;
      amount -= before.commission;
    }
    for (const { kind, cents: extra } of rest.extras) if (kind !== recipe.without) amount += extra;
  }
  if (of === 'pay') amount += baseOf(recipe, rough.tier);
  const lines = recipe.byLine && sales ? sales.length : 1;
  return Math.abs(amount - cents) <= ROUGHLY * lines + 1e-9 * Math.abs(amount);
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

/** The one rate that a sheet shows beside the month; null where slices or sales have several. */
export function rateShown(recipe: Recipe, revenue: number, rest: Rest): number | null {
  if (!recipe.schedule.single || (recipe.credit === 'sale' && rest.sales !== null)) return null;
  const tier = recipe.tier ?? recipe.schedule.tierOf(heldOf(recipe, revenue, rest));
  return recipe.terms.rates[tier] ?? 0;
}
