/**
 * Time of day. A serial's fraction is a binary float, so it decides nothing: every instant is rounded to the whole
 * second first, and all arithmetic is done in whole seconds.
 */

export const SECONDS_A_DAY = 86_400;
export const MINUTES_A_DAY = 1_440;

/** Seconds since serial 0. @example secondsOf(1 + 9.5 / 24) //=> 120600 */
export function secondsOf(serial: number): number {
  return Math.round(serial * SECONDS_A_DAY);
}

export function serialOfSeconds(seconds: number): number {
  return seconds / SECONDS_A_DAY;
}

/** The day of an instant: 45356.9999999 is rounded to the second first, so it is 45357. */
export function dayOf(serial: number): number {
  return Math.floor(secondsOf(serial) / SECONDS_A_DAY);
}

/** A day at a minute of it. @example at(45356, 11 * 60) //=> 45356.458333333336 */
export function at(day: number, minute: number): number {
  return serialOfSeconds(day * SECONDS_A_DAY + minute * 60);
}

/** Whether a serial says a time and not only a day. Midnight sharp can't be told from no time: it says none. */
export function hasTime(serial: number): boolean {
  return secondsOf(serial) % SECONDS_A_DAY !== 0;
}

const CLOCK = /^(\d{1,2})[:：](\d{2})$/;

/** '14:00' as a minute of the day, '24:00' its end; null when the text is no time. */
export function minuteOfText(text: string): number | null {
  const match = CLOCK.exec(text.trim());
  if (!match) return null;
  const [hour = 0, minute = 0] = match.slice(1).map(Number);
  const total = hour * 60 + minute;
  return minute < 60 && total <= MINUTES_A_DAY ? total : null;
}

/** @example clockText(840) //=> '14:00' */
export function clockText(minute: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
