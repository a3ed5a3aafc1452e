import { monthNumber, monthNumberStart } from '../../domain/dates';
import type { Sale } from './sales';

/** The months that the summary lists, and the one it speaks of. All are serials of first days. */
export interface MonthSpan {
  /** Without a gap, from the first listed month to the month in focus, the last. */
  readonly listed: readonly number[];
  readonly focus: number;
  /** Sales after the month in focus, which was given. */
  readonly after: readonly Sale[];
  /** Sales so far after all others that their date is taken for a slip; the focus is not theirs. */
  readonly farOff: readonly Sale[];
}

const YEAR = 12;
/** The part of the sales whose dates may be slips; more are a season of their own. */
const SLIPS = 0.02;

/**
 * The month in focus is the one of `asOf`, else the newest with a sale. Listed are the months from the first sale on,
 * at most from January of the year before, so that every month has its year to date complete.
 */
export function chooseMonths(sales: readonly Sale[], asOf: number | null): MonthSpan {
  const counts = new Map<number, number>();
  for (const { date } of sales) {
    const month = monthNumber(date);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const months = [...counts.keys()].sort((a, b) => a - b);
  const newest = months[lastPlausible(months, counts)] ?? 0;
  const focus = asOf === null ? newest : monthNumber(asOf);
  const january = (Math.floor(focus / YEAR) - 1) * YEAR;
  const first = months.find((month) => month >= january && month <= focus) ?? focus;
  return {
    listed: Array.from({ length: focus - first + 1 }, (_, index) => monthNumberStart(first + index)),
    focus: monthNumberStart(focus),
    after: asOf === null ? [] : sales.filter(({ date }) => monthNumber(date) > focus),
    farOff: asOf === null ? sales.filter(({ date }) => monthNumber(date) > newest) : [],
  };
}

/** Index of the newest month, passing over at most 2% of the sales that stand more than a year after all others. */
function lastPlausible(months: readonly number[], counts: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  let passed = 0;
  for (let index = months.length - 1; index > 0; index--) {
    passed += counts.get(months[index] ?? 0) ?? 0;
    if (passed > total * SLIPS) break;
    if ((months[index] ?? 0) - (months[index - 1] ?? 0) > YEAR) return index - 1;
  }
  return months.length - 1;
}
