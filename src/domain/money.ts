import { DaybookError } from './errors';

/**
 * Exact money. A spreadsheet number stands for the decimal that Excel shows at 15 significant digits (0.1+0.2 is 0.3,
 * 1.005 is 1.005); everything is computed from that decimal and rounded once, half away from zero, to whole 分.
 */

/** Whole 分, always a safe integer: ±90,071,992,547,409.91 元. Beyond that functions throw `money-too-large`. */
export type Cents = number;

/** The decimal number units ÷ 10^scale, exactly. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Doubles tell apart every decimal of 15 digits, so up to here cents/100 has one double only. */
const FAST_CENTS = 1e15;
/** More decimals than any rate or amount has; keeps a stray 1E-300 from becoming a number of 300 digits. */
const MAX_SCALE = 30;

export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** The decimal that Excel means by a number: its shortest text at 15 significant digits. */
export function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) throw new DaybookError('not-a-number', { value: String(value) });
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  if (digits === '' || digits === '-') return { units: 0n, scale: 0 };
  const scale = digits.replace('-', '').length - 1 - Number(exponent);
  if (scale <= 0) return { units: BigInt(digits) * powerOfTen(-scale), scale: 0 };
  if (scale <= MAX_SCALE) return { units: BigInt(digits), scale };
  return {
    units: roundedQuotient(BigInt(digits), powerOfTen(scale - MAX_SCALE)),
    scale: MAX_SCALE,
  };
}

/** numerator ÷ denominator (positive) to the nearest integer, half away from zero. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * numerator;
  const half = numerator < 0n ? -denominator : denominator;
  return (doubled + half) / (2n * denominator);
}

/** The same on numbers, exact while both are safe integers. */
export function roundedSafeQuotient(numerator: number, denominator: number): number {
  const rest = numerator % denominator;
  const whole = (numerator - rest) / denominator;
  if (2 * Math.abs(rest) < denominator) return whole + 0;
  return numerator < 0 ? whole - 1 : whole + 1;
}

/** Throws `money-too-large` where whole 分 no longer fit a number exactly. */
export function safeCents(cents: bigint): Cents {
  const number = Number(cents);
  if (!Number.isSafeInteger(number)) throw tooLarge(number);
  return number;
}

export function tooLarge(cents: number): DaybookError {
  return new DaybookError('money-too-large', { amount: cents / 100 });
}

/** The whole 分 that a number of 元 is, or null when it has smaller parts or is too large to tell in one step. */
export function wholeCents(yuan: number): Cents | null {
  const cents = Math.round(yuan * 100);
  return cents / 100 === yuan && Math.abs(cents) <= FAST_CENTS ? cents + 0 : null;
}

/**
 * A number of 元 in 分, half away from zero.
 * @example centsOf(1.005) //=> 101
 * @example centsOf(-1.005) //=> -101
 * @example centsOf(0.1 + 0.2) //=> 30
 */
export function centsOf(yuan: number): Cents {
  return wholeCents(yuan) ?? decimalCents(decimalOf(yuan));
}

/** A decimal number of 元 in 分, half away from zero. */
export function decimalCents({ units, scale }: Decimal): Cents {
  return safeCents(roundedQuotient(units * 100n, powerOfTen(scale)));
}

/** 分 as the number of 元 that a cell takes. */
export function yuanOf(cents: Cents): number {
  return cents / 100;
}

/**
 * 分 times a rate, rounded once.
 * @example timesRate(1999999, 0.1) //=> 200000
 */
export function timesRate(cents: Cents, rate: number): Cents {
  const { units, scale } = decimalOf(rate);
  const divisor = powerOfTen(scale);
  const product = cents * Number(units);
  if (Number.isSafeInteger(product) && Number.isSafeInteger(Number(divisor))) {
    return roundedSafeQuotient(product, Number(divisor));
  }
  return safeCents(roundedQuotient(BigInt(cents) * units, divisor));
}

/**
 * @example formatCents(-5) //=> '-0.05'
 * @example formatCents(123456) //=> '1234.56'
 */
export function formatCents(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Splits 分 by weights; the parts add up exactly. Each part is rounded half-up, what is left over or short goes to the
 * part with the largest weight (the first of equals).
 * @example splitCents(100, [1, 1, 1]) //=> [34, 33, 33]
 */
export function splitCents(cents: Cents, weights: readonly number[]): Cents[] {
  const exact = alignDecimals(weights.map(decimalOf)).units;
  exact.forEach((weight, index) => {
    if (weight < 0n) throw new DaybookError('split-weight-negative', { position: index + 1 });
  });
  const total = exact.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) throw new DaybookError('split-weights-zero');
  const parts = exact.map((weight) => safeCents(roundedQuotient(BigInt(cents) * weight, total)));
  const largest = exact.reduce((best, weight, index) => (weight > (exact[best] ?? 0n) ? index : best), 0);
  const others = parts.reduce((sum, part, index) => (index === largest ? sum : sum + BigInt(part)), 0n);
  parts[largest] = safeCents(BigInt(cents) - others);
  return parts;
}

/** Several decimals over one power of ten. */
export function alignDecimals(decimals: readonly Decimal[]): { units: bigint[]; scale: number } {
  const scale = decimals.reduce((most, decimal) => Math.max(most, decimal.scale), 0);
  return { units: decimals.map((decimal) => decimal.units * powerOfTen(scale - decimal.scale)), scale };
}

/**
 * The decimal as plain text, without a trailing zero.
 * @example decimalText({ units: -1250n, scale: 2 }) //=> '-12.5'
 */
export function decimalText({ units, scale }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}
