import { isSerial } from '../dates';
import { DaybookError } from '../errors';
import type { WorkCalendar } from './calendar';
import { secondsOf, serialOfSeconds, SECONDS_A_DAY } from './clock';
import { nthWorkday } from './workdays';

/**
 * Working time between instants, from one count that never falls: the seconds worked from serial 1 up to an instant.
 */

/** Seconds worked before an instant, counted from serial 1. */
function workedBefore(calendar: WorkCalendar, seconds: number): number {
  const day = Math.floor(seconds / SECONDS_A_DAY);
  const whole = calendar.workdaysUpTo(day);
  if (!calendar.isWorkday(day)) return whole * calendar.secondsADay;
  const ofDay = seconds - day * SECONDS_A_DAY;
  const today = calendar.hours.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(ofDay, to * 60) - from * 60),
    0,
  );
  return (whole - 1) * calendar.secondsADay + today;
}

/**
 * Working minutes from one instant to another, negative when `to` is earlier. Seconds are exact, so an answer is a
 * fraction only where a second is one.
 */
export function workingMinutesBetween(calendar: WorkCalendar, from: number, to: number): number {
  return (workedBefore(calendar, secondsOf(to)) - workedBefore(calendar, secondsOf(from))) / 60;
}

/** Whether somebody works at an instant; at the minute work ends nobody does. */
export function isWorkingAt(calendar: WorkCalendar, serial: number): boolean {
  const seconds = secondsOf(serial);
  const day = Math.floor(seconds / SECONDS_A_DAY);
  const ofDay = seconds - day * SECONDS_A_DAY;
  return (
    calendar.isWorkday(day) && calendar.hours.some(({ from, to }) => ofDay >= from * 60 && ofDay < to * 60)
  );
}

/**
 * The first instant by which so many minutes have been worked since `from`: due at the end of a working span, not at
 * the beginning of the next. A negative number looks back, to the last instant since which they have been worked;
 * 0 is the instant itself. @throws DaybookError when Excel's calendar has no such instant
 */
export function addWorkingMinutes(calendar: WorkCalendar, from: number, minutes: number): number {
  const start = secondsOf(from);
  const wanted = Math.round(minutes * 60);
  if (wanted === 0) return serialOfSeconds(start);
  const target = workedBefore(calendar, start) + wanted;
  const seconds = wanted > 0 ? firstWith(calendar, target) : lastWith(calendar, target);
  const serial = serialOfSeconds(seconds);
  if (!isSerial(serial)) throw new DaybookError('serial-out-of-range', { serial });
  return serial;
}

/** The earliest second with so many worked before it. */
function firstWith(calendar: WorkCalendar, worked: number): number {
  const { secondsADay, hours } = calendar;
  const n = Math.ceil(worked / secondsADay);
  const day = nthWorkday(calendar, n);
  let rest = worked - (n - 1) * secondsADay;
  for (const { from, to } of hours) {
    const span = (to - from) * 60;
    if (rest <= span) return day * SECONDS_A_DAY + from * 60 + rest;
    rest -= span;
  }
  throw new Error('A working day is shorter than its hours.');
}

/** The latest second with only so many worked before it. */
function lastWith(calendar: WorkCalendar, worked: number): number {
  const { secondsADay, hours } = calendar;
  if (worked < 0) throw new DaybookError('no-such-workday', { count: Math.floor(worked / secondsADay) });
  const n = Math.floor(worked / secondsADay) + 1;
  const day = nthWorkday(calendar, n);
  let rest = worked - (n - 1) * secondsADay;
  for (const { from, to } of hours) {
    const span = (to - from) * 60;
    if (rest < span) return day * SECONDS_A_DAY + from * 60 + rest;
    rest -= span;
  }
  throw new Error('A working day is shorter than its hours.');
}
