import type { Cents } from '../money';
import { plus, type Ratio } from '../ratio';
import type { Counted, PayBook, View } from './book';
import type { RoleTerms } from './types';

/** What a month's commission is computed from, as known at the end of that month or of a later one. */
export interface Basis {
  readonly credits: readonly Counted[];
  readonly revenue: Cents;
  /** Revenue of the running total before this month; null where a month stands by itself. */
  readonly before: Cents | null;
  readonly quota: Ratio | null;
}

export function basisOf(book: PayBook, view: View, asOf: number): Basis {
  const { role } = view.terms;
  const whose = role.basis ?? 'own';
  const credits = book.creditsOf(view, whose);
  const revenue = book.sum(view, whose, asOf);
  const start = periodStart(view.month, role.credit);
  if (start === null) return { credits, revenue, before: null, quota: view.quota };
  let before = 0;
  let quota = view.quota;
  for (let month = start; month < view.month; month++) {
    const earlier = book.view(view.person, month);
    if (!earlier) continue;
    before += book.sum(earlier, whose, asOf);
    quota = quota && earlier.quota && plus(quota, earlier.quota);
  }
  return { credits, revenue, before, quota };
}

/** First month of the running total that a month belongs to; null where each month stands by itself. */
function periodStart(month: number, credit: RoleTerms['credit']): number | null {
  if (credit === 'quarter-to-date') return month - (month % 3);
  return credit === 'year-to-date' ? month - (month % 12) : null;
}
