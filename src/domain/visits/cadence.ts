import { addMonths, dateOf, monthNumber, monthNumberStart } from '../dates';
import { DaybookError } from '../errors';

/** How often a class of customers is to be visited, and what follows for one customer. Days are whole serials. */

export const PERIODS = ['week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

export interface Cadence {
  /** Visits wanted in each period. */
  readonly times: number;
  readonly period: Period;
  /** Days after a visit by which the next one is due; null leaves it to times and period. */
  readonly gap: number | null;
}

/** Days that every such period has at least: spread over them, the wanted visits fit into any of them. */
export const PERIOD_DAYS: Readonly<Record<Period, number>> = { week: 7, month: 28, quarter: 84, year: 364 };
export const PERIOD_MONTHS: Readonly<Record<Period, number>> = { week: 0, month: 1, quarter: 3, year: 12 };

/** @throws DaybookError for a rule that nobody could keep */
export function checkCadence({ times, gap }: Cadence): void {
  if (!(times > 0) || !Number.isInteger(times)) throw new DaybookError('cadence-times', { times });
  if (gap !== null && !(gap >= 1 && Number.isInteger(gap))) throw new DaybookError('cadence-gap', { gap });
}

/**
 * The day by which the next visit is due. Once a month (quarter, year) is the same day of the next one, its last day
 * where it has none such: so no calendar month is left out.
 */
export function dueAfter(last: number, { times, period, gap }: Cadence): number {
  const day = Math.floor(last);
  if (gap !== null) return day + gap;
  const months = PERIOD_MONTHS[period];
  if (times === 1 && months > 0) return addMonths(day, months);
  return day + Math.max(1, Math.floor(PERIOD_DAYS[period] / times));
}

/** First and last day of the calendar period that a day lies in; weeks begin on Monday. */
export function periodOf(day: number, period: Period): readonly [from: number, to: number] {
  const whole = Math.floor(day);
  if (period === 'week') {
    const monday = whole - ((whole + 5) % 7);
    return [monday, monday + 6];
  }
  const months = PERIOD_MONTHS[period];
  const first = monthNumber(whole) - ((dateOf(whole).month - 1) % months);
  return [monthNumberStart(first), monthNumberStart(first + months) - 1];
}

export interface Standing {
  /** Serial of the last visit up to the day asked about; null for a customer never visited. */
  readonly last: number | null;
  /** Visits in the calendar period of the day asked about, up to that day. */
  readonly visits: number;
  /** The day asked about for a customer never visited: every day is late then. */
  readonly due: number;
  /** Days past the due day; 0 or less is in time. */
  readonly late: number;
  /** As many visits in the period as wanted. */
  readonly kept: boolean;
}

/** Where one customer stands on a day, from the days of its visits. */
export function standingOf(days: readonly number[], cadence: Cadence, asOf: number): Standing {
  const today = Math.floor(asOf);
  const [from] = periodOf(today, cadence.period);
  let last: number | null = null;
  let visits = 0;
  for (const each of days) {
    const day = Math.floor(each);
    if (day > today) continue;
    if (last === null || day > last) last = day;
    if (day >= from) visits++;
  }
  const due = last === null ? today : dueAfter(last, cadence);
  return { last, visits, due, late: today - due, kept: visits >= cadence.times };
}
