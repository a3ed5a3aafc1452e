import { addMonths, dateOf, monthNumber, monthNumberStart, monthStart } from '../dates';

/** The equal periods of a sales curve. */
export const PERIODS = ['week', 'month', 'quarter'] as const;
export type PeriodUnit = (typeof PERIODS)[number];

const WEEK = 7;
/** Monday's remainder by 7 in the 1900 system, after its day that never was. */
const MONDAY = 2;
/** Days before its end from which a period counts as over: nobody orders on its very last days. */
const OVER: Readonly<Record<PeriodUnit, number>> = { week: 2, month: 6, quarter: 6 };

/** The first day of a day's period; weeks begin on Monday. */
export function periodStart(serial: number, unit: PeriodUnit): number {
  const day = Math.floor(serial);
  if (unit === 'week') return day - ((((day - MONDAY) % WEEK) + WEEK) % WEEK);
  if (unit === 'month') return monthStart(day);
  const month = monthNumber(day);
  return monthNumberStart(month - (month % 3));
}

/** The first day of the period `steps` later. */
export function addPeriods(start: number, unit: PeriodUnit, steps: number): number {
  return unit === 'week' ? start + WEEK * steps : addMonths(start, steps * (unit === 'month' ? 1 : 3));
}

/** All periods from one day's to another's, without a gap. */
export function periodsBetween(first: number, last: number, unit: PeriodUnit): number[] {
  const starts: number[] = [];
  const end = periodStart(last, unit);
  for (let start = periodStart(first, unit); start <= end; start = addPeriods(start, unit, 1)) {
    starts.push(start);
  }
  return starts;
}

/** Whether the period of a day is over on it, but for its last days. */
export function isOver(day: number, unit: PeriodUnit): boolean {
  const next = addPeriods(periodStart(day, unit), unit, 1);
  return day >= next - 1 - OVER[unit];
}

/** '2025-01-06' for a week, '2025-01' for a month, '2025Q1' for a quarter: sorts as text. */
export function periodLabel(start: number, unit: PeriodUnit): string {
  const { year, month, day } = dateOf(start);
  const two = (number: number): string => String(number).padStart(2, '0');
  if (unit === 'quarter') return `${year}Q${Math.floor((month - 1) / 3) + 1}`;
  return unit === 'month' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}
