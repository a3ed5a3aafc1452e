import { leastCommonMultiple, minus, plus, times, ZERO, type Ratio } from '../ratio';
import type { Choice } from './types';

/** Tiers as exact lines: within a tier pay is a straight line over revenue, so one product and one sum compute it. */

export interface ExactTier {
  readonly from: Ratio;
  readonly rate: Ratio;
  readonly base: Ratio;
}

/** Pay in 分 within a tier is (base + constant + slope × revenue in units) ÷ divisor. */
export interface Line<Amount> {
  readonly from: Amount;
  readonly base: Amount;
  readonly constant: Amount;
  readonly slope: Amount;
}

export interface Lines<Amount> {
  readonly tiers: readonly Line<Amount>[];
  /** Revenue counts in units of which so many make a 元: a multiple of 100. */
  readonly units: Amount;
  readonly divisor: Amount;
}

export function exactLines(tiers: readonly ExactTier[], method: Choice<'method'>): Lines<bigint> {
  const common = (ratios: readonly Ratio[], least: bigint) =>
    ratios.reduce((multiple, { d }) => leastCommonMultiple(multiple, d), least);
  const inUnits = (amount: Ratio, size: bigint) => amount.n * (size / amount.d);
  // Units finer than the 分 only where a `from` has them, so that the usual plan stays in safe integers.
  const units = common(
    tiers.map(({ from }) => from),
    100n,
  );
  const rateUnits = common(
    tiers.map(({ rate }) => rate),
    1n,
  );
  const payUnits = common(
    tiers.map(({ base }) => base),
    units * rateUnits,
  );
  let earnedBelow = ZERO;
  const lines = tiers.map(({ from, rate, base }, index): Line<bigint> => {
    const constant = method === 'whole' ? ZERO : minus(earnedBelow, times(rate, from));
    const next = tiers[index + 1];
    if (next) earnedBelow = plus(earnedBelow, times(rate, minus(next.from, from)));
    return {
      from: inUnits(from, units),
      base: inUnits(base, payUnits),
      constant: inUnits(constant, payUnits),
      slope: inUnits(rate, payUnits / units),
    };
  });
  return { tiers: lines, units, divisor: payUnits / 100n };
}

/** The same lines in numbers, where revenue in whole 分 can be computed with safe integers only. */
export function safeLines(exact: Lines<bigint>): Lines<number> | null {
  const tiers = exact.tiers.map((line) => ({
    from: Number(line.from),
    base: Number(line.base),
    constant: Number(line.constant),
    slope: Number(line.slope),
  }));
  const divisor = Number(exact.divisor);
  const numbers = [divisor, ...tiers.flatMap((line) => Object.values(line))];
  return exact.units === 100n && numbers.every(Number.isSafeInteger) ? { tiers, units: 100, divisor } : null;
}
