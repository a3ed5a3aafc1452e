import { percentText } from './growth-audit';
import { alignDecimals, decimalOf, roundedQuotient, powerOfTen, type Decimal } from './money';

/** Stated figures against the ones that their parts make. */

export interface Check {
  readonly computed: number;
  /** Stated less computed, as both are shown. */
  readonly gap: number;
  readonly agrees: boolean;
}

/**
 * A stated figure in its own unit (6.66 亿元) and decimals against the computed one in the same unit: they agree when the
 * computed one, rounded to the stated decimals, is the stated one.
 * @example checkFigure(6.66, 6.5675, 2) //=> { computed: 6.57, gap: 0.09, agrees: false }
 */
export function checkFigure(stated: number, computed: number, decimals: number): Check {
  const rounded = roundedTo(decimalOf(computed), decimals);
  const gap = subtract(stated, rounded);
  return { computed: rounded, gap, agrees: gap === 0 };
}

/** The same for a rate, a fraction that is stated with so many decimals of a percent; the gap is in points. */
export function checkRate(stated: number, computed: number | null, decimals: number): Check | null {
  if (computed === null) return null;
  const shown = Number(percentText(computed, decimals));
  const gap = subtract(Number(percentText(stated, decimals)), shown);
  return { computed, gap, agrees: gap === 0 };
}

/** A stated total and stated parts, all rounded to the same decimals: n parts can miss the total by n/2 of the last place. */
export function checkParts(total: number, parts: readonly number[], decimals: number): Check {
  const { units, scale } = alignDecimals(parts.map(decimalOf));
  const sum = Number(units.reduce((all, part) => all + part, 0n)) / 10 ** scale;
  const gap = subtract(total, sum);
  const room = ((parts.length + 1) / 2) * 10 ** -decimals;
  return { computed: sum, gap, agrees: Math.abs(gap) < room - 1e-12 || gap === 0 };
}

function roundedTo({ units, scale }: Decimal, decimals: number): number {
  if (scale <= decimals) return Number(units) / 10 ** scale;
  const rounded = roundedQuotient(units, powerOfTen(scale - decimals));
  return Number(rounded) / 10 ** decimals;
}

function subtract(a: number, b: number): number {
  const { units, scale } = alignDecimals([decimalOf(a), decimalOf(b)]);
  return Number((units[0] ?? 0n) - (units[1] ?? 0n)) / 10 ** scale;
}
