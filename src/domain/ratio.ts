import {
  decimalOf,
  powerOfTen,
  roundedQuotient,
  roundedSafeQuotient,
  safeCents,
  wholeCents,
  type Cents,
} from './money';

/** Exact fractions, for what is divided or multiplied before money is rounded. The denominator is positive. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Ratio = { n: 0n, d: 1n };
export const ONE: Ratio = { n: 1n, d: 1n };

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [rest, divisor] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (divisor !== 0n) [rest, divisor] = [divisor, rest % divisor];
  return rest;
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

/** In lowest terms, so that sums of many stay small. */
export function ratio(n: bigint, d: bigint = 1n): Ratio {
  if (d === 1n) return { n, d };
  const divisor = greatestCommonDivisor(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / divisor, d: d / divisor };
}

/** The fraction that Excel means by a number. */
export function ratioOf(value: number): Ratio {
  const cents = wholeCents(value);
  if (cents !== null) return ratio(BigInt(cents), 100n);
  const { units, scale } = decimalOf(value);
  return ratio(units, powerOfTen(scale));
}

/** For showing: the nearest number. */
export function numberOf({ n, d }: Ratio): number {
  return Number(n) / Number(d);
}

/** 分 as 元. */
export function yuanRatio(cents: Cents): Ratio {
  return ratio(BigInt(cents), 100n);
}

/** Over one denominator, which does not grow, nothing is reduced: sums of many parts of one plan stay fast. */
export function plus(a: Ratio, b: Ratio): Ratio {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  return ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function minus(a: Ratio, b: Ratio): Ratio {
  if (a.d === b.d) return { n: a.n - b.n, d: a.d };
  return ratio(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function times(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.n, a.d * b.d);
}

export function over(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.d, a.d * b.n);
}

/** Negative where a is less than b, 0 where they are equal. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function least(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

export function most(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

/** To the nearest integer, half away from zero. */
export function rounded({ n, d }: Ratio): number {
  return safeCents(roundedQuotient(n, d));
}

/** 分 times a fraction, half away from zero. */
export function roundedTimes(cents: Cents, by: Ratio): Cents {
  if (by.n === by.d) return cents;
  const [product, divisor] = [cents * Number(by.n), Number(by.d)];
  const safe = Number.isSafeInteger(product) && Number.isSafeInteger(divisor);
  return safe ? roundedSafeQuotient(product, divisor) : rounded(times({ n: BigInt(cents), d: 1n }, by));
}

/** 元 in 分, half away from zero. */
export function ratioCents({ n, d }: Ratio): Cents {
  return safeCents(roundedQuotient(n * 100n, d));
}
