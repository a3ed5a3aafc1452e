import type { Cents } from '../money';
import { rounded, type Ratio } from '../ratio';
import type { AmountKind, PayAmount, Rule } from './pay';

/** An amount before it is rounded: exact 分. */
export interface Part {
  readonly kind: AmountKind;
  readonly exact: Ratio;
  readonly rule: Rule;
}

/** Rounds parts so that they add up to a total that was rounded once; the largest part takes the residual 分. */
export function roundedParts(total: Cents, parts: readonly Ratio[]): Cents[] {
  return withResidual(total, parts.map(rounded));
}

/** The same for parts that are rounded already. */
export function withResidual(total: Cents, cents: readonly Cents[]): Cents[] {
  let [largest, residual] = [0, total];
  cents.forEach((each, index) => {
    residual -= each;
    if (Math.abs(each) > Math.abs(cents[largest] ?? 0)) largest = index;
  });
  return cents.map((each, index) => (index === largest ? each + residual : each));
}

export function allot(total: Cents, parts: readonly Part[], rows: readonly number[]): PayAmount[] {
  const cents = roundedParts(
    total,
    parts.map(({ exact }) => exact),
  );
  return parts.map(({ kind, rule }, index) => ({ kind, cents: cents[index] ?? 0, rule, rows }));
}
