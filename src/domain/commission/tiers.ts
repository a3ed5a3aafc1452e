import { DaybookError } from '../errors';
import {
  alignDecimals,
  decimalOf,
  powerOfTen,
  roundedQuotient,
  roundedSafeQuotient,
  safeCents,
  wholeCents,
  type Cents,
} from '../money';
import { greatestCommonDivisor, numberOf, ratioOf, times, ZERO } from '../ratio';
import { exactLines, safeLines, type ExactTier, type Line, type Lines } from './lines';
import type { Choice } from './types';

/**
 * Pay by tiers of revenue. From `from` on (inclusive) a tier's rate holds, until the next tier's `from`; revenue below
 * the first tier earns nothing. Pay is the base of the tier that the revenue reaches plus the commission, computed from
 * exact decimals and rounded once, half away from zero, to the 分. Negative revenue (refunds passed sales) takes back
 * the commission that the same sales earn; its base is that of no revenue.
 */

export interface Tier {
  /** Revenue in 元 at which the tier begins; not negative, ascending. */
  readonly from: number;
  /** A fraction from 0 to 1: 0.1 is 10%. */
  readonly rate: number;
  /** Base pay 底薪 in 元 for revenue in this tier. */
  readonly base?: number;
}

/**
 * 'whole' 全额累进: all revenue at the rate of the tier that it reaches. 'marginal' 超额累进: each slice at the rate of
 * its own tier. The caller names it: the two differ by thousands on the same sheet.
 */
export type CommissionMode = Choice<'method'>;

/** What pay gains in one step where a tier begins: pay at `from` less pay for revenue a shade below it. */
export interface Jump {
  readonly from: number;
  readonly cents: Cents;
}

export interface CommissionPlan {
  /** Exact pay for a revenue in 元. */
  readonly pay: (revenue: number) => Cents;
  /** One a tier, except a first tier that begins at 0. */
  readonly jumps: readonly Jump[];
  readonly tiers: readonly ExactTier[];
  readonly mode: CommissionMode;
}

/**
 * Checks the tiers and makes a plan of them. Throws DaybookError with the tier's `row`, from 1 or as `rowOfTier` says:
 * `tiers-missing`, `tier-not-a-number`, `tier-from-negative`, `tier-rate-negative`, `tier-rate-above-one`,
 * `tier-base-negative`, `tier-duplicate`, `tiers-unsorted`. With a quota the tiers begin at parts of it: 1 is 100%.
 */
export function commissionPlan(
  tiers: readonly Tier[],
  mode: CommissionMode,
  rowOfTier: (index: number) => number = (index) => index + 1,
  quota = 1,
): CommissionPlan {
  checkTiers(tiers, rowOfTier);
  const exactTiers = tiers.map(({ from, rate, base = 0 }) => ({
    from: times(ratioOf(from), ratioOf(quota)),
    rate: ratioOf(rate),
    base: ratioOf(base),
  }));
  const exact = exactLines(exactTiers, mode);
  const safe = safeLines(exact);
  return {
    pay: (revenue) => (safe && safePay(safe, revenue)) ?? exactPay(exact, revenue),
    jumps: jumps(exactTiers, exact),
    tiers: exactTiers,
    mode,
  };
}

/** How far a revenue is from the next tier's jump, and what reaching it is worth; null in the last tier. */
export function untilNextTier(
  plan: CommissionPlan,
  revenue: number,
): { readonly from: number; readonly missing: Cents; readonly gain: Cents } | null {
  const next = plan.jumps.find((jump) => jump.from > revenue);
  if (!next) return null;
  const { units, scale } = alignDecimals([decimalOf(next.from), decimalOf(revenue)]);
  const missing = ((units[0] ?? 0n) - (units[1] ?? 0n)) * 100n;
  return {
    from: next.from,
    missing: safeCents(roundedQuotient(missing, powerOfTen(scale))),
    gain: plan.pay(next.from) - plan.pay(revenue),
  };
}

/**
 * Pay of sales that are credited one after the other to one running total: each is worth what it adds to the pay on
 * the total. (Each sale by itself is `sales.map(plan.pay)`; which of the two holds is for the plan to say.)
 */
export function payOnRunningTotal(plan: CommissionPlan, sales: readonly number[]): Cents[] {
  const exact = alignDecimals(sales.map(decimalOf));
  const divisor = Number(powerOfTen(exact.scale));
  let total = 0n;
  let before = plan.pay(0);
  return exact.units.map((units) => {
    total += units;
    const after = plan.pay(Number(total) / divisor);
    const added = after - before;
    before = after;
    return added;
  });
}

function checkTiers(tiers: readonly Tier[], rowOfTier: (index: number) => number): void {
  if (tiers.length === 0) throw new DaybookError('tiers-missing');
  tiers.forEach((tier, index) => {
    const { from, rate, base = 0 } = tier;
    const row = rowOfTier(index);
    if (![from, rate, base].every(Number.isFinite)) throw new DaybookError('tier-not-a-number', { row });
    if (from < 0) throw new DaybookError('tier-from-negative', { row, from });
    if (rate < 0) throw new DaybookError('tier-rate-negative', { row, rate });
    if (rate > 1) throw new DaybookError('tier-rate-above-one', { row, rate });
    if (base < 0) throw new DaybookError('tier-base-negative', { row, base });
    const above = tiers[index - 1]?.from;
    if (above === undefined || from > above) return;
    const details = { row, from, above, rowAbove: rowOfTier(index - 1) };
    throw new DaybookError(from === above ? 'tier-duplicate' : 'tiers-unsorted', details);
  });
}

/** Null where only the exact way is safe: refunds, parts of a 分, products beyond safe integers. */
function safePay({ tiers, divisor }: Lines<number>, revenue: number): Cents | null {
  const cents = revenue >= 0 ? wholeCents(revenue) : null;
  if (cents === null) return null;
  let index = tiers.length - 1;
  while (index >= 0 && (tiers[index] as Line<number>).from > cents) index--;
  const line = tiers[index];
  if (!line) return 0;
  const product = line.slope * cents;
  const commission = product + line.constant;
  const pay = commission + line.base;
  const safe = Number.isSafeInteger(product) && Number.isSafeInteger(commission) && Number.isSafeInteger(pay);
  return safe ? roundedSafeQuotient(pay, divisor) : null;
}

function exactPay({ tiers, units, divisor }: Lines<bigint>, revenue: number): Cents {
  const { n, d } = ratioOf(revenue);
  // Revenue in finer units than the lines': the lines' amounts are raised to them.
  const finer = d / greatestCommonDivisor(d, units);
  const size = (n < 0n ? -n : n) * ((units * finer) / d);
  const line = tiers.findLast(({ from }) => from * finer <= size);
  const commission = line ? line.slope * size + line.constant * finer : 0n;
  const baseLine = n < 0n ? tiers.find(({ from }) => from === 0n) : line;
  const base = (baseLine?.base ?? 0n) * finer;
  return safeCents(roundedQuotient(base + (n < 0n ? -commission : commission), divisor * finer));
}

function jumps(tiers: readonly ExactTier[], { tiers: lines, divisor }: Lines<bigint>): Jump[] {
  const payAt = (line: Line<bigint> | undefined, from: bigint) =>
    line ? line.base + line.constant + line.slope * from : 0n;
  return lines.flatMap((line, index) => {
    const from = numberOf(tiers[index]?.from ?? ZERO);
    const step = payAt(line, line.from) - payAt(lines[index - 1], line.from);
    return from === 0 ? [] : [{ from, cents: safeCents(roundedQuotient(step, divisor)) }];
  });
}
