import type { Cents } from '../money';

/** What an advance or a guarantee does to what was earned, month after month. */

export interface Settled {
  readonly paid: Cents;
  /** Owed afterwards; 0 where nothing is recovered. */
  readonly owed: Cents;
  /** What was taken back of earlier months. */
  readonly recovered: Cents;
}

/**
 * At least `amount` is paid: a draw advances it, a guarantee tops it up. Where that is recoverable, the shortfall is
 * owed and taken out of what later months earn beyond the amount.
 * @example settle(50000, 100000, 0, true) //=> { paid: 100000, owed: 50000, recovered: 0 }
 * @example settle(150000, 100000, 80000, true) //=> { paid: 100000, owed: 30000, recovered: 50000 }
 */
export function settle(earned: Cents, amount: Cents, owed: Cents, recoverable: boolean): Settled {
  const beyond = earned - amount;
  if (!recoverable) return { paid: Math.max(earned, amount), owed, recovered: 0 };
  if (beyond < 0) return { paid: amount, owed: owed - beyond, recovered: 0 };
  const recovered = Math.min(owed, beyond);
  return { paid: earned - recovered, owed: owed - recovered, recovered };
}

/** The same month after month: what is paid and owed in each. */
export function settleMonths(
  earned: readonly Cents[],
  amount: Cents,
  owed: Cents,
  recoverable: boolean,
): Settled[] {
  let before = owed;
  return earned.map((cents) => {
    const settled = settle(cents, amount, before, recoverable);
    before = settled.owed;
    return settled;
  });
}

/** 封顶: what is left of an amount. */
export function capped(cents: Cents, cap: Cents): Cents {
  return Math.min(cents, cap);
}
