import { isoDate } from '../dates';
import { DaybookError } from '../errors';
import { clockText, MINUTES_A_DAY } from './clock';

/** Working hours from one minute of the day up to another; none runs over midnight. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** When people work. Days are whole serials of the 1900 system. */
export interface CalendarRules {
  /** Weekdays worked, 0 for Monday to 6 for Sunday. */
  readonly weekdays: readonly number[];
  /** Days off although their weekday is worked. */
  readonly holidays: readonly number[];
  /** Days worked although their weekday is off (调休上班). */
  readonly makeUpDays: readonly number[];
  /** The hours of every working day, in any order: two spans leave a lunch break between them. */
  readonly hours: readonly Hours[];
}

export interface WorkCalendar {
  readonly hours: readonly Hours[];
  /** Seconds worked on a working day. */
  readonly secondsADay: number;
  /** Days off as WORKDAY.INTL takes them: a digit a weekday from Monday on, 1 for off. */
  readonly weekend: string;
  isWorkday(day: number): boolean;
  /** Working days from serial 1 up to and with `day`. */
  workdaysUpTo(day: number): number;
}

export const MONDAY_TO_FRIDAY: readonly number[] = [0, 1, 2, 3, 4];
/** The office hours used where nothing else is said. */
export const OFFICE_HOURS: readonly Hours[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 17 * 60 + 30 },
];

/**
 * 0 for Monday to 6 for Sunday, as Excel's WEEKDAY counts (before March 1900 it is a day off, since Excel has a
 * 29 February 1900).
 * @example weekdayOf(45356) //=> 1
 */
export function weekdayOf(day: number): number {
  return (day + 5) % 7;
}

/** @throws DaybookError where the rules contradict themselves or leave no working time */
export function workCalendar(rules: Partial<CalendarRules> = {}): WorkCalendar {
  const weekdays = new Set(rules.weekdays ?? MONDAY_TO_FRIDAY);
  const hours = orderedHours(rules.hours ?? OFFICE_HOURS);
  const holidays = new Set(rules.holidays?.map(Math.floor));
  const makeUpDays = new Set(rules.makeUpDays?.map(Math.floor));
  for (const day of makeUpDays) {
    if (holidays.has(day)) throw new DaybookError('calendar-day-twice', { day: isoDate(day) });
  }
  for (const weekday of weekdays) {
    if (!Number.isInteger(weekday) || weekday < 0 || weekday > 6) {
      throw new DaybookError('calendar-weekday', { weekday });
    }
  }
  if (weekdays.size === 0 && makeUpDays.size === 0) throw new DaybookError('calendar-never-works');
  const exceptions = exceptionsOf(weekdays, holidays, makeUpDays);
  const beforeRest = prefixes(weekdays);
  return {
    hours,
    secondsADay: hours.reduce((sum, { from, to }) => sum + (to - from) * 60, 0),
    weekend: Array.from({ length: 7 }, (_, weekday) => (weekdays.has(weekday) ? '0' : '1')).join(''),
    isWorkday: (day) => makeUpDays.has(day) || (weekdays.has(weekdayOf(day)) && !holidays.has(day)),
    workdaysUpTo: (day) =>
      Math.floor(day / 7) * weekdays.size + (beforeRest[day % 7] ?? 0) + exceptions.changeUpTo(day),
  };
}

function orderedHours(hours: readonly Hours[]): readonly Hours[] {
  const ordered = [...hours].sort((a, b) => a.from - b.from);
  if (ordered.length === 0) throw new DaybookError('calendar-no-hours');
  ordered.forEach(({ from, to }, index) => {
    const text = `${clockText(from)}-${clockText(to)}`;
    if (![from, to].every(Number.isInteger) || from < 0 || to > MINUTES_A_DAY || from >= to) {
      throw new DaybookError('calendar-hours', { hours: text });
    }
    const before = ordered[index - 1];
    if (before && before.to > from) {
      throw new DaybookError('calendar-hours-overlap', {
        hours: text,
        other: `${clockText(before.from)}-${clockText(before.to)}`,
      });
    }
  });
  return ordered;
}

/** Working weekdays among the first n of seven days that begin on a serial divisible by 7 plus 1, by n. */
function prefixes(weekdays: ReadonlySet<number>): readonly number[] {
  const counts = [0];
  for (let day = 1; day < 7; day++) {
    counts.push((counts[day - 1] ?? 0) + (weekdays.has(weekdayOf(day)) ? 1 : 0));
  }
  return counts;
}

/** By how many the holidays and make-up days up to a day change the count of its weekdays. */
function exceptionsOf(
  weekdays: ReadonlySet<number>,
  holidays: ReadonlySet<number>,
  makeUpDays: ReadonlySet<number>,
): { changeUpTo(day: number): number } {
  const changes = [
    ...[...holidays].filter((day) => weekdays.has(weekdayOf(day))).map((day) => ({ day, change: -1 })),
    ...[...makeUpDays].filter((day) => !weekdays.has(weekdayOf(day))).map((day) => ({ day, change: 1 })),
  ].sort((a, b) => a.day - b.day);
  let sum = 0;
  const sums = changes.map(({ change }) => (sum += change));
  return {
    changeUpTo(day) {
      let low = 0;
      let high = changes.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((changes[middle]?.day ?? Infinity) <= day) low = middle + 1;
        else high = middle;
      }
      return low === 0 ? 0 : (sums[low - 1] ?? 0);
    },
  };
}
