import { DaybookError } from '../errors';
import type { WorkCalendar } from './calendar';
import { at, dayOf } from './clock';

/** Days are whole serials; times of day are left out. What Excel's own functions say of the same days is the same. */

/** Working days from one day to another, both counted, as NETWORKDAYS.INTL; negative when `to` is earlier. */
export function workdaysBetween(calendar: WorkCalendar, from: number, to: number): number {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first > last) return 0 - workdaysBetween(calendar, last, first);
  return calendar.workdaysUpTo(last) - (first > 0 ? calendar.workdaysUpTo(first - 1) : 0);
}

/**
 * The day some working days later (earlier for a negative count), as WORKDAY.INTL: the start itself does not count, a
 * count of 0 is the day itself. @throws DaybookError when there is no such day in Excel's calendar
 */
export function addWorkdays(calendar: WorkCalendar, from: number, count: number): number {
  const day = dayOf(from);
  if (count === 0) return day;
  const target =
    calendar.workdaysUpTo(count > 0 ? day : Math.max(day - 1, 0)) + (count > 0 ? count : count + 1);
  return nthWorkday(calendar, target);
}

/** The same day when it is worked, else the next one that is. */
export function workdayFrom(calendar: WorkCalendar, from: number): number {
  const day = dayOf(from);
  return calendar.isWorkday(day) ? day : addWorkdays(calendar, day, 1);
}

/** The next working day after a day. */
export function nextWorkday(calendar: WorkCalendar, from: number): number {
  return addWorkdays(calendar, from, 1);
}

/** The day that is the n-th working day counted from serial 1. */
export function nthWorkday(calendar: WorkCalendar, n: number): number {
  // No week has more than seven working days, and the count never falls: the day lies between these two.
  let low = Math.max(1, Math.min(n, LAST_DAY));
  let high = LAST_DAY;
  if (n < 1 || calendar.workdaysUpTo(high) < n) throw new DaybookError('no-such-workday', { count: n });
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (calendar.workdaysUpTo(middle) >= n) high = middle;
    else low = middle + 1;
  }
  return low;
}

const LAST_DAY = 2_958_465;

/** When a day's work ends; of a day off too, as if it were worked. */
export function closeOf(calendar: WorkCalendar, day: number): number {
  return at(dayOf(day), calendar.hours.at(-1)?.to ?? 0);
}
