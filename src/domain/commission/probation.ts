import { monthNumber } from '../dates';
import { centsOf, type Cents } from '../money';
import { compare, ratio, ratioOf, rounded, times, yuanRatio } from '../ratio';
import type { PayBook, View } from './book';

/** A month of probation: which one it is, and whether its target is met. */
export interface ProbationMonth {
  readonly month: number;
  readonly missed: boolean;
  /** Null in a month without a target. */
  readonly target: Cents | null;
  /** What is held against the target. */
  readonly counted: Cents;
  /** 元 of base pay. */
  readonly base: number;
  readonly paysCommission: boolean;
}

/** Null outside of a probation. */
export function probationOf(book: PayBook, view: View): ProbationMonth | null {
  const { probation } = view.terms.role;
  const start = probation && book.startOf(view.person);
  if (!probation || start === null) return null;
  const first = monthNumber(start);
  const month = view.month - first + 1;
  if (month < 1 || month > probation.months) return null;
  const target = probation.targets.find(({ fromMonth, toMonth }) => fromMonth <= month && month <= toMonth);
  const since = {
    month: view.month,
    'since-start': first,
    'since-target': first + (target?.fromMonth ?? month) - 1,
  }[probation.counting ?? 'month'];
  const counted = times(yuanRatio(revenueSince(book, view, since)), view.terms.factor);
  const missed = target !== undefined && compare(counted, ratioOf(target.amount)) < 0;
  return {
    month,
    missed,
    target: target ? centsOf(target.amount) : null,
    counted: rounded(times(counted, ratio(100n))),
    base: (missed ? probation.missedBase : probation.base) ?? 0,
    paysCommission: !missed && probation.commission === 'paid',
  };
}

/** What was known by the end of the month in question, so that a later refund does not undo a month passed. */
function revenueSince(book: PayBook, view: View, since: number): Cents {
  let cents = 0;
  for (let month = since; month <= view.month; month++) {
    const each = book.view(view.person, month);
    if (each) cents += book.sum(each, 'own', view.month);
  }
  return cents;
}
