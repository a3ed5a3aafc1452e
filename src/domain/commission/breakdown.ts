import type { Cents } from '../money';
import { least, minus, ONE, plus, ratioCents, ratioOf, times, ZERO, compare, type Ratio } from '../ratio';
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

/** Parts rounded to the 分, whose sum is the commission rounded once; the largest takes the residual 分. */
export function roundedParts(parts: readonly TierPart<Ratio>[]): TierPart<Cents>[] {
  const sum = parts.reduce((total, { earned }) => plus(total, earned), ZERO);
  const cents = parts.map(({ earned }) => ratioCents(earned));
  const residual = ratioCents(sum) - cents.reduce((total, each) => total + each, 0);
  const size = (index: number) => Math.abs(cents[index] ?? 0);
  const largest = cents.reduce((best, _, index) => (size(index) > size(best) ? index : best), 0);
  return parts.map(({ tier, revenue }, index) => ({
    tier,
    revenue: ratioCents(revenue),
    earned: (cents[index] ?? 0) + (index === largest ? residual : 0),
  }));
}

/** The last tier whose beginning revenue has reached. */
export function reachedTier(tiers: readonly ExactTier[], revenue: Ratio): number | null {
  const size = revenue.n < 0n ? { n: -revenue.n, d: revenue.d } : revenue;
  const index = tiers.findLastIndex(({ from }) => compare(from, size) <= 0);
  return index < 0 ? null : index;
}

/** How the commission on a revenue in 元 comes about, tier by tier. */
export function tierBreakdown(
  tiers: readonly ExactTier[],
  mode: CommissionMode,
  revenue: number,
): TierPart<Cents>[] {
  const amount = ratioOf(revenue);
  return roundedParts(tierParts(tiers, mode, amount, reachedTier(tiers, amount)));
}
