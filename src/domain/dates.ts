import { DaybookError } from './errors';

/**
 * Excel's serial days, without JavaScript dates and their time zones. The 1900 system counts a 29 February 1900 that
 * never was (serial 60) and calls its day 0 "0 January 1900"; the 1904 system begins with 1 January 1904 as 0.
 * Inside Daybook serials are of the 1900 system; a time is the serial's fraction.
 */

export type DateSystem = 1900 | 1904;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const LEAP_BUG = 60;
const MAX_SERIAL = 2_958_465;
/** The 1900 system's serial of 1 January 1904. */
const SHIFT_1904 = 1462;
/** Days from 1 March of the year 0 to serial 0 of the 1900 system, counted back from its days after the leap bug. */
const EPOCH = 693_899;
const DAYS_IN_400_YEARS = 146_097;

/** The day count that serials follow from March 1900 on; years begin in March so that the leap day comes last. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1 - EPOCH;
}

function lastDayOfMonth(year: number, month: number): number {
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return next - dayNumber(year, month, 1);
}

/** Whether a calendar has that day, from 1900 to 9999, the years of Excel. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  return (
    [year, month, day].every(Number.isInteger) &&
    year >= 1900 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= lastDayOfMonth(year, month)
  );
}

/**
 * @example serialOf(2024, 3, 5) //=> 45356
 * @example serialOf(1900, 3, 1) //=> 61
 */
export function serialOf(year: number, month: number, day: number, system: DateSystem = 1900): number {
  if (!isCalendarDate(year, month, day)) {
    throw new DaybookError('no-such-date', { year, month, day });
  }
  const number = dayNumber(year, month, day);
  const serial = number <= LEAP_BUG ? number - 1 : number;
  return system === 1900 ? serial : inRange(serial - SHIFT_1904, 1904);
}

/**
 * @example dateOf(45356) //=> { year: 2024, month: 3, day: 5 }
 * @example dateOf(60) //=> { year: 1900, month: 2, day: 29 }
 */
export function dateOf(serial: number, system: DateSystem = 1900): CalendarDate {
  const whole = Math.floor(inRange(serial, system)) + (system === 1900 ? 0 : SHIFT_1904);
  if (whole === LEAP_BUG) return { year: 1900, month: 2, day: 29 };
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  const days = (whole < LEAP_BUG ? whole + 1 : whole) + EPOCH;
  // A whole number of 400-year cycles, then centuries, four-years and years, each with its leap day at the end.
  const cycle = Math.floor(days / DAYS_IN_400_YEARS);
  const inCycle = days - cycle * DAYS_IN_400_YEARS;
  const yearInCycle = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) /
      365,
  );
  const inYear = inCycle - (365 * yearInCycle + Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100));
  const monthFromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearInCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

function inRange(serial: number, system: DateSystem): number {
  const max = system === 1900 ? MAX_SERIAL : MAX_SERIAL - SHIFT_1904;
  if (!(serial >= 0 && serial < max + 1)) throw new DaybookError('serial-out-of-range', { serial });
  return serial;
}

/** Whether a number can be a day of the 1900 system. */
export function isSerial(value: number): boolean {
  return value >= 0 && value < MAX_SERIAL + 1;
}

/** A serial of a 1904 workbook as the same day's serial of the 1900 system. */
export function from1904(serial: number): number {
  return inRange(serial, 1904) + SHIFT_1904;
}

/** Months counted through the years: year × 12 + month − 1. */
export function monthNumber(serial: number): number {
  const { year, month } = dateOf(serial);
  return year * 12 + month - 1;
}

/** The same for many days: each is worked out once. */
export function monthNumbers(): (serial: number) => number {
  const known = new Map<number, number>();
  return (serial) => {
    let month = known.get(serial);
    if (month === undefined) known.set(serial, (month = monthNumber(serial)));
    return month;
  };
}

/** The first day of a counted month. */
export function monthNumberStart(number: number): number {
  return serialOf(Math.floor(number / 12), (number % 12) + 1, 1);
}

/** The first day of a day's month. */
export function monthStart(serial: number): number {
  return monthNumberStart(monthNumber(serial));
}

/**
 * The same day some months on; the month's last day where it has no such day.
 * @example isoDate(addMonths(serialOf(2024, 1, 31), 1)) //=> '2024-02-29'
 */
export function addMonths(serial: number, months: number): number {
  const { day } = dateOf(serial);
  const target = monthNumber(serial) + months;
  const year = Math.floor(target / 12);
  const month = (target % 12) + 1;
  return serialOf(year, month, Math.min(Math.max(day, 1), lastDayOfMonth(year, month)));
}

/** Whole days from one day to another, times of day left out. */
export function daysBetween(from: number, to: number): number {
  return Math.floor(to) - Math.floor(from);
}

/** @example isoDate(45356) //=> '2024-03-05' */
export function isoDate(serial: number, system: DateSystem = 1900): string {
  const { year, month, day } = dateOf(serial, system);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** '2024-03-05' as a serial, null when the text is not a day written so. */
export function serialOfIso(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return isCalendarDate(year, month, day) ? serialOf(year, month, day) : null;
}
