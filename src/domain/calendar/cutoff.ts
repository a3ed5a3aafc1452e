import { DaybookError } from '../errors';
import type { WorkCalendar } from './calendar';
import { at, clockText, dayOf, MINUTES_A_DAY, secondsOf, SECONDS_A_DAY } from './clock';
import { addWorkdays, closeOf } from './workdays';

/**
 * What is due when, by the time of day at which it began: "seen in the morning, due before close of business; seen
 * after 14:00, due the next day at 11:00".
 */
export interface CutOff {
  /** The first minute of the day that the line speaks of; it ends where the next line begins. */
  readonly from: number;
  /** 0 for the same day, 1 for the next. */
  readonly days: number;
  readonly unit: 'calendar' | 'working';
  /** Minute of the day, or the end of the working hours. */
  readonly time: number | 'close';
}

/** When something that began at an instant is due. @throws DaybookError when no line speaks of its time of day */
export function cutOffDue(calendar: WorkCalendar, lines: readonly CutOff[], from: number): number {
  const day = dayOf(from);
  const seconds = secondsOf(from) - day * SECONDS_A_DAY;
  let found: CutOff | null = null;
  for (const line of lines) {
    if (line.from < 0 || line.from >= MINUTES_A_DAY)
      throw new DaybookError('cut-off-time', { minute: line.from });
    if (line.from * 60 <= seconds && (found === null || line.from >= found.from)) found = line;
  }
  if (found === null) {
    throw new DaybookError('cut-off-none', { time: clockText(Math.floor(seconds / 60)) });
  }
  const due = found.unit === 'working' ? addWorkdays(calendar, day, found.days) : day + found.days;
  return found.time === 'close' ? closeOf(calendar, due) : at(due, found.time);
}
