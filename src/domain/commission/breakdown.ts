import type { Cents } from '../money';
import { compare, least, minus, ONE, plus, ratio, ratioOf, rounded, times, ZERO, type Ratio } from '../ratio';
import { roundedParts } from './allot';
import type { ExactTier } from './lines';
import type { CommissionMode } from './tiers';

/** A part of revenue with the tier that pays it and what it earns. */
export interface TierPart<Amount> {
  /** Index of the tier. */
  readonly tier: number;
  readonly revenue: Amount;
  readonly earned: Amount;
}

/** The parts of revenue that has reached a tier (null: none): all of it in that tier, or a slice in each up to it. */
export function tierParts(
  tiers: readonly ExactTier[],
  mode: CommissionMode,
  revenue: Ratio,
  reached: number | null,
): TierPart<Ratio>[] {
  const sign = revenue.n < 0n ? { n: -1n, d: 1n } : ONE;
  const size = times(sign, revenue);
  return tiers.flatMap(({ from, rate }, tier) => {
    if (reached === null || tier > reached || (mode === 'whole' && tier !== reached)) return [];
    const next = tiers[tier + 1];
    const bottom = mode === 'whole' ? ZERO : from;
    const top = mode === 'whole' || !next ? size : least(size, next.from);
    const part = times(sign, minus(top, bottom));
    return [{ tier, revenue: part, earned: times(part, rate) }];
  });
}

/** The last tier whose beginning revenue has reached. */
export function reachedTier(tiers: readonly ExactTier[], revenue: Ratio): number | null {
  const size = revenue.n < 0n ? { n: -revenue.n, d: revenue.d } : revenue;
  const index = tiers.findLastIndex(({ from }) => compare(from, size) <= 0);
  return index < 0 ? null : index;
}

/** How the commission on a revenue in 元 comes about, tier by tier; the parts add up to it, rounded once. */
export function tierBreakdown(
  tiers: readonly ExactTier[],
  mode: CommissionMode,
  revenue: number,
): TierPart<Cents>[] {
  const amount = times(ratioOf(revenue), ratio(100n));
  const inCents = tiers.map((tier) => ({ ...tier, from: times(tier.from, ratio(100n)) }));
  const parts = tierParts(inCents, mode, amount, reachedTier(inCents, amount));
  const total = parts.reduce((sum, { earned }) => plus(sum, earned), ZERO);
  const cents = roundedParts(
    rounded(total),
    parts.map(({ earned }) => earned),
  );
  return parts.map((part, index) => ({
    tier: part.tier,
    revenue: rounded(part.revenue),
    earned: cents[index] ?? 0,
  }));
}
