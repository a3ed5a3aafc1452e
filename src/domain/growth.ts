import { DaybookError } from './errors';
import { alignDecimals, decimalOf } from './money';

/**
 * Changes between periods and shares of a whole. A rate is a fraction (0.05 is 5%). Where a base is zero or negative
 * there is no rate: null, which is shown as "n/a", never a number.
 */

function hasRate(base: number | null | undefined): base is number {
  return base !== null && base !== undefined && base > 0;
}

/**
 * How much more, as a part of the base: 环比 against the previous period, 同比 against the same period last year.
 * @example changeRate(110, 100) //=> 0.1
 * @example changeRate(110, 0) //=> null
 */
export function changeRate(current: number, base: number | null | undefined): number | null {
  return hasRate(base) ? (current - base) / base : null;
}

/** The change against the value `lag` periods before, for each period: lag 1 is 环比, lag 12 of months is 同比. */
export function changeRates(values: readonly number[], lag: number): (number | null)[] {
  return values.map((value, index) => changeRate(value, values[index - lag]));
}

/** From the first period to the last. */
export function totalGrowth(values: readonly number[]): number | null {
  const last = values.at(-1);
  return last === undefined || values.length < 2 ? null : changeRate(last, values[0]);
}

export const GROWTH_METHODS = ['compound', 'arithmetic', 'mean'] as const;
/**
 * "Average growth" has three meanings: 'compound' is the one rate that, applied every period, leads from the first
 * value to the last; 'arithmetic' is total growth ÷ number of steps; 'mean' is the mean of the periods' own rates.
 */
export type GrowthMethod = (typeof GROWTH_METHODS)[number];

/** The average growth of one period; null where a base that the method needs is zero or negative. */
export function averageGrowth(values: readonly number[], method: GrowthMethod): number | null {
  const total = totalGrowth(values);
  if (total === null) return null;
  const steps = values.length - 1;
  switch (method) {
    case 'compound':
      return total <= -1 ? null : ((values.at(-1) ?? 0) / (values[0] ?? 0)) ** (1 / steps) - 1;
    case 'arithmetic':
      return total / steps;
    case 'mean': {
      const rates = changeRates(values, 1).slice(1);
      return rates.includes(null) ? null : rates.reduce<number>((sum, rate) => sum + (rate ?? 0), 0) / steps;
    }
  }
}

/** Running totals. @example cumulative([1, 2, 3]) //=> [1, 3, 6] */
export function cumulative(values: readonly number[]): number[] {
  let total = 0;
  return values.map((value) => (total += value));
}

/** 完成率: actual ÷ target. */
export function attainment(actual: number, target: number): number | null {
  return hasRate(target) ? actual / target : null;
}

/**
 * Parts of a whole as fractions that, shown as percentages with that many decimals, add up to exactly 100% (largest
 * remainder: what rounding down leaves goes to the largest remainders, the first of equals). Every share is null where
 * the whole is zero or negative.
 * @example shares([1, 1, 1], 1) //=> [0.334, 0.333, 0.333]
 */
export function shares(parts: readonly number[], decimals = 1): (number | null)[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (!hasRate(whole)) return parts.map(() => null);
  const unitsOfWhole = 100 * 10 ** decimals;
  const exact = parts.map((part) => (part / whole) * unitsOfWhole);
  const units = exact.map(Math.floor);
  const missing = unitsOfWhole - units.reduce((sum, unit) => sum + unit, 0);
  const remainder = (index: number) => (exact[index] ?? 0) - (units[index] ?? 0);
  const byRemainder = parts.map((_, index) => index).sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const index of byRemainder.slice(0, missing)) units[index] = (units[index] ?? 0) + 1;
  return units.map((unit) => unit / unitsOfWhole);
}

/**
 * The change of a share in percentage points. @example pointChange(0.35, 0.3) //=> 5
 */
export function pointChange(current: number | null, previous: number | null): number | null {
  return current === null || previous === null ? null : difference(current * 100, [previous * 100]);
}

/** What the parts lack to make the stated total; 0 when they do. Positive: the total states more than its parts. */
export function gapToParts(total: number, parts: readonly number[]): number {
  return difference(total, parts);
}

/** In decimals, so that 6.66 − 5.82 − 0.84 is 0. */
function difference(from: number, parts: readonly number[]): number {
  const { units, scale } = alignDecimals([from, ...parts].map(decimalOf));
  const [total = 0n, ...rest] = units;
  return Number(rest.reduce((left, part) => left - part, total)) / 10 ** scale;
}

export interface Spread {
  readonly mean: number;
  readonly max: number;
  readonly min: number;
  /** Periods above and below the mean; those equal to it are neither. */
  readonly above: number;
  readonly below: number;
  /** Population coefficient of variation, a fraction; null for a mean of zero or less. */
  readonly variation: number | null;
}

/** How evenly a curve runs (平稳性). */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new DaybookError('no-values');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return {
    mean,
    max: values.reduce((most, value) => Math.max(most, value)),
    min: values.reduce((least, value) => Math.min(least, value)),
    above: values.filter((value) => value > mean).length,
    below: values.filter((value) => value < mean).length,
    variation: hasRate(mean) ? Math.sqrt(variance) / mean : null,
  };
}
