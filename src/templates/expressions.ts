import type { Formula, PlanCell, StyleName } from '../plan/types';
import type { StyledCell } from './page';

/** Pieces of native formulas and cells that several templates write. An expression has no '='. */

export const MONEY = '#,##0.00';
/** A dash for zero: for sums that may well be empty. */
export const MONEY_OR_DASH = '#,##0.00;-#,##0.00;"—"';
export const COUNT = '#,##0';
export const COUNT_OR_DASH = '#,##0;-#,##0;"—"';
export const RATE = '0.0%';
export const DAY = 'yyyy-mm-dd';
export const INSTANT = 'yyyy-mm-dd hh:mm';

export function formula(expression: string): Formula {
  return { formula: `=${expression}` };
}

/** The formula of a living sheet; in a copy of values what it comes to. */
export function liveOr({ live }: { readonly live: boolean }, expression: string, value: PlanCell): PlanCell {
  return live ? formula(expression) : value;
}

/** The expression, or another where it gives an error. */
export function orElse(expression: string, otherwise: string): string {
  return `IFERROR(${expression},${otherwise})`;
}

/** A part of a whole; what stands for "n/a" where the whole is zero or negative. */
export function shareOf(part: string, whole: string, none: string): string {
  return `IF(${whole}>0,${part}/${whole},${none})`;
}

export function cell(value: PlanCell, style: StyleName, format?: string): StyledCell {
  return { value, style, format };
}

/** Blank cells of a look, to carry a rule on over the width. */
export function blanks(count: number, style: StyleName): StyledCell[] {
  return Array.from({ length: Math.max(0, count) }, () => ({ value: null, style }));
}
