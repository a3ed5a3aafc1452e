import { numberInText, textOf, toNumber } from '../coercion';
import type { Context } from '../context';
import {
  daysInMonth,
  LAST_SERIAL,
  serialOfMoment,
  toDay,
  toSerial,
  weekday,
  type CalendarDay,
} from '../serials';
import { isError, NUM, VALUE, type Scalar } from '../values';
import { scalars, values, type FunctionDefinition, type FunctionTable } from './definition';
import { numeric } from './math';

const system = ({ services }: Context): boolean => services.culture.date1904;

/** A function of dates given as serials; what is no date is #NUM!. */
const ofDay = (compute: (day: CalendarDay, serial: number) => Scalar): FunctionDefinition =>
  numeric(1, 1, ([serial = 0], context) => {
    const day = toDay(serial, system(context));
    return day ? compute(day, serial) : NUM;
  });

const SECONDS = 86400;

/** Seconds of the day, rounded as Excel shows them. */
const ofTime = (compute: (seconds: number) => number): FunctionDefinition =>
  numeric(1, 1, ([serial = 0]) => {
    if (serial < 0 || serial > LAST_SERIAL + 1) return NUM;
    return compute(Math.round((serial - Math.floor(serial)) * SECONDS) % SECONDS);
  });

function serial(year: number, month: number, day: number, context: Context): Scalar {
  return toSerial(year, month, day, system(context)) ?? NUM;
}

/** The same day some months on, or the month's last. */
function addMonths(from: number, months: number, context: Context): Scalar {
  const day = toDay(from, system(context));
  if (!day) return NUM;
  const first = monthsOn(day, months);
  return serial(first.year, first.month, Math.min(day.day, daysInMonth(first.year, first.month)), context);
}

function monthsOn({ year, month }: CalendarDay, months: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + Math.trunc(months);
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

function difference(from: number, to: number, unit: string, context: Context): Scalar {
  const start = toDay(from, system(context));
  const end = toDay(to, system(context));
  if (!start || !end || Math.floor(from) > Math.floor(to)) return NUM;
  const months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case 'Y':
      return Math.floor(months / 12);
    case 'M':
      return months;
    case 'D':
      return Math.floor(to) - Math.floor(from);
    case 'YM':
      return months % 12;
    case 'MD': {
      if (end.day >= start.day) return end.day - start.day;
      const before = monthsOn(end, -1);
      return daysInMonth(before.year, before.month) - start.day + end.day;
    }
    case 'YD': {
      const passed = end.month > start.month || (end.month === start.month && end.day >= start.day);
      const anniversary = toSerial(passed ? end.year : end.year - 1, start.month, start.day, system(context));
      return anniversary === null ? NUM : Math.floor(to) - anniversary;
    }
    default:
      return NUM;
  }
}

/** 30-day months, the American way unless `european`. */
function days360(from: CalendarDay, to: CalendarDay, european: boolean): number {
  let [d1, d2] = [from.day, to.day];
  if (european) [d1, d2] = [Math.min(d1, 30), Math.min(d2, 30)];
  else {
    if (d1 === daysInMonth(from.year, from.month) && (from.month === 2 || d1 === 31)) d1 = 30;
    if (d2 === 31 && d1 >= 30) d2 = 30;
  }
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + d2 - d1;
}

function yearFraction(a: number, b: number, basis: number, context: Context): Scalar {
  const [from, to] = [Math.floor(Math.min(a, b)), Math.floor(Math.max(a, b))];
  const start = toDay(from, system(context));
  const end = toDay(to, system(context));
  if (!start || !end || basis < 0 || basis > 4) return NUM;
  const days = to - from;
  if (basis === 0 || basis === 4) return days360(start, end, basis === 4) / 360;
  if (basis === 2) return days / 360;
  if (basis === 3) return days / 365;
  return days / averageYear(start, end);
}

function averageYear(start: CalendarDay, end: CalendarDay): number {
  const leap = (year: number): boolean => daysInMonth(year, 2) === 29;
  const later = end.month > start.month || (end.month === start.month && end.day > start.day);
  if (end.year === start.year || (end.year === start.year + 1 && !later)) {
    const startsBefore = start.month <= 2;
    const endsAfter = end.month > 2 || (end.month === 2 && end.day === 29);
    const holdsLeapDay =
      end.year === start.year
        ? leap(start.year)
        : (leap(start.year) && startsBefore) || (leap(end.year) && endsAfter);
    return holdsLeapDay ? 366 : 365;
  }
  let total = 0;
  for (let year = start.year; year <= end.year; year++) total += leap(year) ? 366 : 365;
  return total / (end.year - start.year + 1);
}

function weekdayNumber(serialNumber: number, kind: number, context: Context): Scalar {
  if (!toDay(serialNumber, system(context))) return NUM;
  const sunday = weekday(serialNumber, system(context));
  if (kind === 1 || kind === 17) return sunday + 1;
  if (kind === 3) return (sunday + 6) % 7;
  const first = kind === 2 ? 1 : kind - 10;
  return kind === 2 || (kind >= 11 && kind <= 16) ? ((sunday - first + 7) % 7) + 1 : NUM;
}

function isoWeek(serialNumber: number, context: Context): Scalar {
  const monday = Math.floor(serialNumber) - ((weekday(serialNumber, system(context)) + 6) % 7);
  const thursday = toDay(monday + 3, system(context));
  const january = thursday && toSerial(thursday.year, 1, 1, system(context));
  return january === null ? NUM : Math.floor((monday + 3 - january) / 7) + 1;
}

function weekNumber(serialNumber: number, kind: number, context: Context): Scalar {
  if (kind === 21) return isoWeek(serialNumber, context);
  const day = toDay(serialNumber, system(context));
  const january = day && toSerial(day.year, 1, 1, system(context));
  if (january === null) return NUM;
  const starts: Readonly<Record<number, number>> = {
    1: 0,
    2: 1,
    11: 1,
    12: 2,
    13: 3,
    14: 4,
    15: 5,
    16: 6,
    17: 0,
  };
  const first = starts[kind];
  if (first === undefined) return NUM;
  const lead = (weekday(january, system(context)) - first + 7) % 7;
  return Math.floor((Math.floor(serialNumber) - january + lead) / 7) + 1;
}

function part(text: Scalar, wanted: 'date' | 'time', { services }: Context): Scalar {
  if (typeof text !== 'string') return VALUE;
  const number = numberInText(text, services.culture);
  const looksLikeOne = /[-/年月:.]|[a-z]{3}/i.test(text);
  if (number === null || !looksLikeOne) return VALUE;
  return wanted === 'date' ? Math.floor(number) : number - Math.floor(number);
}

function yearMonthDay([year = 0, month = 0, day = 0]: readonly number[], context: Context): Scalar {
  const full = Math.trunc(year);
  // Years below 1900 count from 1900 (or 1904), as in Excel.
  const base = system(context) ? 1904 : 1900;
  return serial(full >= 0 && full < base ? full + 1900 : full, Math.trunc(month), Math.trunc(day), context);
}

export const DATE_FUNCTIONS: FunctionTable = {
  DATE: numeric(3, 3, yearMonthDay),
  TIME: numeric(3, 3, ([hour = 0, minute = 0, second = 0]) => {
    const seconds = Math.trunc(hour) * 3600 + Math.trunc(minute) * 60 + Math.trunc(second);
    return seconds < 0 ? NUM : (seconds % SECONDS) / SECONDS;
  }),
  YEAR: ofDay(({ year }) => year),
  MONTH: ofDay(({ month }) => month),
  DAY: ofDay(({ day }) => day),
  HOUR: ofTime((seconds) => Math.floor(seconds / 3600)),
  MINUTE: ofTime((seconds) => Math.floor(seconds / 60) % 60),
  SECOND: ofTime((seconds) => seconds % 60),
  TODAY: {
    ...values(0, 0, (_, context) => Math.floor(serialOfMoment(context.services.now, system(context)))),
    volatile: true,
  },
  NOW: {
    ...values(0, 0, (_, context) => serialOfMoment(context.services.now, system(context))),
    volatile: true,
  },
  EDATE: numeric(2, 2, ([from = 0, months = 0], context) => addMonths(from, months, context)),
  EOMONTH: numeric(2, 2, ([from = 0, months = 0], context) => {
    const day = toDay(from, system(context));
    if (!day) return NUM;
    const { year, month } = monthsOn(day, months);
    return serial(year, month, daysInMonth(year, month), context);
  }),
  DAYS: numeric(2, 2, ([end = 0, start = 0]) => Math.floor(end) - Math.floor(start)),
  DAYS360: numeric(2, 3, ([start = 0, end = 0, european = 0], context) => {
    const from = toDay(start, system(context));
    const to = toDay(end, system(context));
    return from && to ? days360(from, to, european !== 0) : NUM;
  }),
  DATEDIF: scalars(3, 3, ([from, to, unit], context) => {
    const start = toNumber(from ?? null, context.services.culture);
    const end = toNumber(to ?? null, context.services.culture);
    if (isError(start)) return start;
    return isError(end) ? end : difference(start, end, textOf(unit ?? null), context);
  }),
  YEARFRAC: numeric(2, 3, ([a = 0, b = 0, basis = 0], context) =>
    yearFraction(a, b, Math.trunc(basis), context),
  ),
  WEEKDAY: numeric(1, 2, ([day = 0, kind = 1], context) => weekdayNumber(day, Math.trunc(kind), context)),
  WEEKNUM: numeric(1, 2, ([day = 0, kind = 1], context) => weekNumber(day, Math.trunc(kind), context)),
  ISOWEEKNUM: numeric(1, 1, ([day = 0], context) => isoWeek(day, context)),
  DATEVALUE: scalars(1, 1, ([text], context) => part(text ?? null, 'date', context)),
  TIMEVALUE: scalars(1, 1, ([text], context) => part(text ?? null, 'time', context)),
};
