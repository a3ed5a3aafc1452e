import { MONTHS, type Calendar } from './calendar';
import type { Sale } from './sales';

/** The periods that the report lists, and the one it speaks of: as cells hold them. */
export interface PeriodSpan {
  /** Without a gap, from the first listed period to the last. */
  readonly listed: readonly number[];
  /** The last one, or the one before where the last is still running. */
  readonly focus: number;
  /** Sales after the period in focus, which was given. */
  readonly after: readonly Sale[];
  /** Sales so far after all others that their date is taken for a slip; the focus is not theirs. */
  readonly farOff: readonly Sale[];
}

/** The part of the sales whose dates may be slips; more are a season of their own. */
const SLIPS = 0.02;

/**
 * The period in focus is the one of `asOf`, else the newest with a sale that is not still running. Listed are the periods from the first sale on,
 * at most from the first of the year before, so that every period has its year to date complete.
 */
export function choosePeriods(calendar: Calendar, sales: readonly Sale[], asOf: number | null): PeriodSpan {
  // Hundreds of thousands of sales stand on a few hundred days: only those are taken apart.
  const days = new Map<number, number>();
  for (const { date } of sales) days.set(date, (days.get(date) ?? 0) + 1);
  const counts = new Map<number, number>();
  for (const [day, count] of days) {
    const period = calendar.numberOf(day);
    counts.set(period, (counts.get(period) ?? 0) + count);
  }
  const periods = [...counts.keys()].sort((a, b) => a - b);
  const newest = periods[lastPlausible(periods, counts, calendar.perYear)] ?? 0;
  const last = asOf === null ? newest : calendar.numberOf(asOf);
  const running = asOf === null && counts.has(newest - 1) && isRunning(calendar, days, newest);
  const focus = running ? newest - 1 : last;
  const lastYear = (Math.floor(focus / calendar.perYear) - 1) * calendar.perYear;
  const first = periods.find((period) => period >= lastYear && period <= last) ?? last;
  const later = (period: number): Sale[] => {
    const found = new Set([...days.keys()].filter((day) => calendar.numberOf(day) > period));
    return found.size === 0 ? [] : sales.filter(({ date }) => found.has(date));
  };
  return {
    listed: Array.from({ length: last - first + 1 }, (_, index) => calendar.cellOf(first + index)),
    focus: calendar.cellOf(focus),
    after: asOf === null ? [] : later(focus),
    farOff: asOf === null ? later(newest) : [],
  };
}

/** A quarter without a sale in its last month: compared with whole ones it would seem to fall. */
function isRunning(calendar: Calendar, days: ReadonlyMap<number, unknown>, period: number): boolean {
  const lastMonth = (period + 1) * calendar.months - 1;
  return ![...days.keys()].some((day) => MONTHS.numberOf(day) === lastMonth);
}

/** Index of the newest period, passing over at most 2% of the sales that stand more than a year after all others. */
function lastPlausible(
  periods: readonly number[],
  counts: ReadonlyMap<number, number>,
  perYear: number,
): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  let passed = 0;
  for (let index = periods.length - 1; index > 0; index--) {
    passed += counts.get(periods[index] ?? 0) ?? 0;
    if (passed > total * SLIPS) break;
    if ((periods[index] ?? 0) - (periods[index - 1] ?? 0) > perYear) return index - 1;
  }
  return periods.length - 1;
}

/** Whether a sale stands in the focus's year, up to the focus. */
export function isYearToDate(calendar: Calendar, focus: number): (sale: Sale) => boolean {
  const last = calendar.numberOfCell(focus);
  const first = last - (last % calendar.perYear);
  return ({ date }) => {
    const period = calendar.numberOf(date);
    return period >= first && period <= last;
  };
}
