import { addMonths, monthNumber, monthNumberStart } from '../dates';
import { dayOf } from './clock';

/** The last day of the month some months on. @example isoDate(monthEnd(serialOf(2024, 1, 31), 1)) //=> '2024-02-29' */
export function monthEnd(day: number, months = 0): number {
  return monthNumberStart(monthNumber(dayOf(day)) + months + 1) - 1;
}

/**
 * The first of the monthly days of a start (31 January: 29 February, 31 March …) that is later than a day, or of every
 * so many months. Counted from the start each time, so that a short month shortens no later one.
 */
export function nextMonthly(start: number, after: number, every = 1): number {
  const first = dayOf(start);
  const passed = monthNumber(dayOf(after)) - monthNumber(first);
  let months = Math.max(every, Math.floor(passed / every) * every);
  while (addMonths(first, months) <= dayOf(after)) months += every;
  return addMonths(first, months);
}
