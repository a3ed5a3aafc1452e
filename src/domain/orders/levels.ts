import type { WorkCalendar } from '../calendar/calendar';
import { dayOf, hasTime, secondsOf } from '../calendar/clock';
import { timesRate, type Cents } from '../money';

/**
 * How an order stands, from nothing to worry about to the worst: 'closed' was ended by somebody, 'done' is installed and
 * cared for as long as the rules ask.
 */
export const LEVELS = [
  'closed',
  'done',
  'no-limit',
  'undated',
  'on-time',
  'due',
  'late',
  'warning',
  'fine',
] as const;
export type Level = (typeof LEVELS)[number];

export interface LevelRules {
  /** Days before the deadline from which a step is called due; 0: on its day. */
  readonly soonDays: number;
  /** Days late before a warning is given; null: never. */
  readonly warningDays: number | null;
  /** Days late before a fine; the source says only "too long": null until somebody decides. */
  readonly fineDays: number | null;
  /** Whether the warning and the fine come on that day of delay already, or only after it. */
  readonly boundary: 'reached' | 'passed';
  /** Share of the contract's value; null until somebody decides. */
  readonly fineRate: number | null;
  readonly lateIn: 'days' | 'working-days';
}

/** Whether an instant is after a deadline. Where either says a day only, the whole of the day is in time. */
export function isAfter(instant: number, deadline: number): boolean {
  return hasTime(instant) && hasTime(deadline)
    ? secondsOf(instant) > secondsOf(deadline)
    : dayOf(instant) > dayOf(deadline);
}

/** Whole days after the deadline's day, 0 before and on it. */
export function daysLate(
  deadline: number,
  asOf: number,
  lateIn: LevelRules['lateIn'],
  calendar: WorkCalendar,
): number {
  const [from, to] = [dayOf(deadline), dayOf(asOf)];
  if (to <= from) return 0;
  return lateIn === 'days' ? to - from : calendar.workdaysUpTo(to) - calendar.workdaysUpTo(from);
}

/** The level of a step that is due at an instant. */
export function levelOf(deadline: number, asOf: number, rules: LevelRules, calendar: WorkCalendar): Level {
  if (!isAfter(asOf, deadline)) {
    return dayOf(deadline) - dayOf(asOf) <= rules.soonDays ? 'due' : 'on-time';
  }
  const late = daysLate(deadline, asOf, rules.lateIn, calendar);
  const beyond = (days: number | null): boolean =>
    days !== null && (rules.boundary === 'reached' ? late >= days : late > days);
  if (beyond(rules.fineDays)) return 'fine';
  return beyond(rules.warningDays) ? 'warning' : 'late';
}

/** The fine on a contract's value; null as long as nobody decided on a rate. */
export function fineOf(value: Cents, { fineRate }: LevelRules): Cents | null {
  return fineRate === null ? null : timesRate(value, fineRate);
}
