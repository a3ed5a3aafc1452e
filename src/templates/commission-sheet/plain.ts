import type { View } from '../../domain/commission/book';
import type { AmountKind, PersonMonth } from '../../domain/commission/pay';
import { Schedule } from '../../domain/commission/schedule';
import { centsOf, type Cents } from '../../domain/money';
import { rounded } from '../../domain/ratio';

/** What the copy of values says where the live one has formulas of its own. */

export function amountOf({ amounts }: PersonMonth, kind: AmountKind): Cents {
  return amounts.reduce((sum, amount) => sum + (amount.kind === kind ? amount.cents : 0), 0);
}

/** How far the next tier is from a month's revenue, and what reaching it pays more; null in the last one. */
export function nextTier(
  { terms }: View,
  revenue: Cents,
): { readonly missing: Cents; readonly gain: Cents } | null {
  const { tiers, boundary, roleBase } = terms.role;
  const schedule = new Schedule(terms, null);
  const reached = schedule.reached(revenue);
  const next = tiers[reached === null ? 0 : reached + 1];
  if (!next || revenue < 0) return null;
  const start = centsOf(next.from) + (boundary === 'exclusive' && next.from > 0 ? 1 : 0);
  const worth = (cents: Cents): Cents => {
    const ofTier = centsOf(tiers[schedule.baseTier(cents) ?? -1]?.base ?? 0);
    const own = centsOf(roleBase?.amount ?? 0);
    const base = !roleBase
      ? ofTier
      : roleBase.with === 'adds'
        ? own + ofTier
        : roleBase.with === 'higher'
          ? Math.max(own, ofTier)
          : own;
    return base + rounded(schedule.earned(cents));
  };
  return { missing: start - revenue, gain: worth(start) - worth(revenue) };
}
