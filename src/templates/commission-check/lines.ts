import type { CheckedRow } from '../../domain/commission-check/check';
import { yuanOf, type Cents } from '../../domain/money';
import type { Locale } from '../../locales';
import { isAnyMonth, type Digest } from './digest';
import { checkTexts, reasonName, rowSentence } from './sentences';
import { workingText } from './statements';
import { Standards, type StandardRow } from './standards';
import { cellsOf, type SheetRow } from './submitted';

/** A row of the check as its table shows it; amounts in 元. */
export interface Line {
  readonly id: number;
  readonly person: string | null;
  readonly month: number | null;
  readonly revenue: number | null;
  readonly standard: number | null;
  readonly rate: number | null;
  readonly commission: number | null;
  readonly base: number | null;
  readonly other: number | null;
  readonly expected: number | null;
  readonly submitted: number | null;
  readonly difference: number | null;
  readonly result: string;
  readonly reason: string | null;
  readonly explanation: string | null;
  /** How the amount due was reckoned. */
  readonly working: string | null;
  readonly origin: string;
  readonly key: string;
  readonly row: SheetRow;
  readonly checked: CheckedRow;
}

export interface Lines {
  readonly all: readonly Line[];
  readonly standards: readonly StandardRow[];
  /** The sheet has commissions only: base pay is not compared. */
  readonly commissionOnly: boolean;
}

export function linesOf(digest: Digest, sheet: string, locale: Locale): Lines {
  const { submission, checked } = digest;
  const { pay, base } = submission.columns;
  const commissionOnly = !pay && !base;
  const standards = new Standards();
  const copies = new Map<string, Map<number | null, number>>();
  const t = checkTexts(locale);
  const all = submission.rows.map((row, index): Line => {
    const outcome = checked[index];
    if (!outcome) throw new Error('A row was not checked.');
    const stem = `${row.person ?? ''}/${row.month ?? ''}`;
    const copy = copyOf(copies, row);
    const amounts = amountsOf(outcome, standards, commissionOnly);
    // Written out, since lines are many: spread, they would be slow to make.
    return {
      revenue: amounts.revenue,
      standard: amounts.standard,
      rate: amounts.rate,
      commission: amounts.commission,
      base: amounts.base,
      other: amounts.other,
      id: index + 1,
      person: row.person,
      month: row.month === null || isAnyMonth(row.month) ? null : row.month,
      expected: yuan(outcome.expected),
      submitted: yuan(outcome.submitted),
      difference: yuan(outcome.difference),
      result: t.results[outcome.verdict],
      reason: reasonName(t, outcome),
      explanation: rowSentence(t, outcome),
      working: outcome.month && workingText(t, outcome.month),
      origin: cellsOf(submission, row)
        .map((cell) => `${sheet}!${cell}`)
        .join(', '),
      key: copy === 1 ? stem : `${stem}#${copy}`,
      row,
      checked: outcome,
    };
  });
  return { all, standards: standards.rows, commissionOnly };
}

/** Which row of its person and month it is, from 1. */
function copyOf(copies: Map<string, Map<number | null, number>>, { person, month }: SheetRow): number {
  const name = person ?? '';
  const months = copies.get(name);
  const copy = (months?.get(month) ?? 0) + 1;
  if (months) months.set(month, copy);
  else copies.set(name, new Map([[month, copy]]));
  return copy;
}

type Amounts = Pick<Line, 'revenue' | 'standard' | 'rate' | 'commission' | 'base' | 'other'>;

const BLANK: Amounts = {
  revenue: null,
  standard: null,
  rate: null,
  commission: null,
  base: null,
  other: null,
};

function amountsOf(outcome: CheckedRow, standards: Standards, commissionOnly: boolean): Amounts {
  const { month, expected, of } = outcome;
  if (!month || expected === null) return BLANK;
  const { revenue, reckoned } = month;
  const alone = { ...BLANK, revenue: yuanOf(revenue), other: yuanOf(expected) };
  // A month that is due nothing because it was paid on an earlier row, or a row without the sheet's usual amount.
  if (expected !== reckoned[of ?? 'pay'] || (of === 'commission') !== commissionOnly) return alone;
  const standard = standards.numberOf(month);
  const working = month.working();
  if (standard === null || !working) return alone;
  const extras = working.rest.extras.reduce((sum, { cents }) => sum + cents, 0);
  const commission = reckoned.commission - extras;
  return {
    revenue: yuanOf(revenue),
    standard,
    rate: working.terms.rates[working.right.schedule.tierOf(yuanOf(revenue))] ?? 0,
    commission: yuanOf(commission),
    base: commissionOnly ? null : yuanOf(reckoned.base),
    other: yuanOf(extras),
  };
}

function yuan(cents: Cents | null): number | null {
  return cents === null ? null : yuanOf(cents);
}
