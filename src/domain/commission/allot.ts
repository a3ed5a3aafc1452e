import type { Cents } from '../money';
import { rounded, type Ratio } from '../ratio';
import type { AmountKind, PayAmount, Rule } from './pay';

/** An amount before it is rounded: exact 分. */
export interface Part {
  readonly kind: AmountKind;
  readonly exact: Ratio;
  readonly rule: Rule;
}

/** Rounds parts so that they add up to the total that was rounded once; the largest part takes the residual 分. */
export function allot(total: Cents, parts: readonly Part[], rows: readonly number[]): PayAmount[] {
  const cents = parts.map(({ exact }) => rounded(exact));
  const size = (index: number) => Math.abs(cents[index] ?? 0);
  const largest = cents.reduce((best, _, index) => (size(index) > size(best) ? index : best), 0);
  const residual = total - cents.reduce((sum, each) => sum + each, 0);
  return parts.map(({ kind, rule }, index) => ({
    kind,
    cents: (cents[index] ?? 0) + (index === largest ? residual : 0),
    rule,
    rows,
  }));
}
