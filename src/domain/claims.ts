import { alignDecimals, decimalOf, powerOfTen, roundedQuotient, type Decimal } from './money';

/** Stated figures against the ones that their parts make. */

/** 'rounding': not as computed, but possible for the unrounded figures behind the ones that are shown. */
export type Verdict = 'agrees' | 'rounding' | 'off';

export interface Check {
  /** Rounded to the stated decimals. */
  readonly computed: number;
  /** Stated less computed, as both are shown. */
  readonly gap: number;
  readonly verdict: Verdict;
}

/**
 * A stated figure in its own unit (6.66 亿元) and decimals against the computed one in the same unit. They agree when the
 * computed one, rounded to the stated decimals, is the stated one; `room` is how far the unrounded figures could be off.
 * A rate is a fraction: 20.39% is 0.2039 with four decimals.
 * @example checkFigure(6.66, 6.5675, 2) //=> { computed: 6.57, gap: 0.09, verdict: 'off' }
 */
export function checkFigure(stated: number, computed: number, decimals: number, room = 0): Check {
  // Fifteen digits are what a double holds of a decimal: the last bits of 2.3 - 1.1 are nobody's figure.
  const rounded = roundedTo(decimalOf(Number(computed.toPrecision(15))), decimals);
  const gap = subtract(stated, rounded);
  const near = Math.abs(stated - computed) <= room + 1e-12;
  return { computed: rounded, gap, verdict: gap === 0 ? 'agrees' : near ? 'rounding' : 'off' };
}

/** How far a stated figure can be from so many others that were rounded to the same decimals before they were added. */
export function roundingRoom(figures: number, decimals: number): number {
  return ((figures + 1) / 2) * 10 ** -decimals;
}

/** A sum in decimals: what is gained less what is lost (净增), or the parts of a whole. */
export function balance(plus: readonly number[], minus: readonly number[] = []): number {
  const { units, scale } = alignDecimals([...plus, ...minus].map(decimalOf));
  const sum = units.reduce((all, part, index) => (index < plus.length ? all + part : all - part), 0n);
  return Number(sum) / 10 ** scale;
}

/** The unit that figures are rounded to: 1 where all are whole, 0.01 where some have two decimals. */
export function stepOf(values: readonly number[]): number {
  return 1 / 10 ** alignDecimals(values.map(decimalOf)).scale;
}

function roundedTo({ units, scale }: Decimal, decimals: number): number {
  if (scale <= decimals) return Number(units) / 10 ** scale;
  return Number(roundedQuotient(units, powerOfTen(scale - decimals))) / 10 ** decimals;
}

function subtract(a: number, b: number): number {
  return balance([a], [b]);
}
