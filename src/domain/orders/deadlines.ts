import { addMonths } from '../dates';
import type { WorkCalendar } from '../calendar/calendar';
import { at, dayOf, hasTime, secondsOf, serialOfSeconds } from '../calendar/clock';
import { cutOffDue, type CutOff } from '../calendar/cutoff';
import { addWorkingMinutes } from '../calendar/hours';
import { nextMonthly } from '../calendar/months';
import { addWorkdays } from '../calendar/workdays';
import type { Stage, StageDates } from './stages';

/** In what a limit is counted. Hours run round the clock; days and months end with their last day, whatever the time. */
export const UNITS = ['cut-off', 'hours', 'working-hours', 'days', 'working-days', 'months'] as const;
export type Unit = (typeof UNITS)[number];

export interface Limit {
  /** null: there is no deadline. */
  readonly limit: number | null;
  readonly unit: Unit;
}

/** What follows a stage: counted from which stage's date, and how long it may take. */
export interface Step extends Limit {
  readonly from: Stage;
}

export interface DeadlineRules {
  /** By the stage reached: when the next thing is due. */
  readonly steps: Readonly<Record<Stage, Step>>;
  /** Days from installation to the first visit after it; the step of after-care follows. */
  readonly firstVisitDays: number | null;
  /** Days after installation in which an order is still cared for; null: for ever. The source does not say. */
  readonly careDays: number | null;
  readonly cutOffs: readonly CutOff[];
  /** The minute of the day that counts where only a day is kept and hours matter. */
  readonly timeUnknown: number;
}

/** When a limit that runs from an instant ends; null without a limit. */
export function limitEnd(
  { limit, unit }: Limit,
  start: number,
  calendar: WorkCalendar,
  rules: Pick<DeadlineRules, 'cutOffs' | 'timeUnknown'>,
): number | null {
  if (limit === null) return null;
  const timed = (): number => (hasTime(start) ? start : at(dayOf(start), rules.timeUnknown));
  switch (unit) {
    case 'cut-off':
      return cutOffDue(calendar, rules.cutOffs, timed());
    case 'hours':
      return serialOfSeconds(secondsOf(timed()) + Math.round(limit * 3600));
    case 'working-hours':
      return addWorkingMinutes(calendar, timed(), limit * 60);
    case 'days':
      return dayOf(start) + Math.trunc(limit);
    case 'working-days':
      return addWorkdays(calendar, start, Math.trunc(limit));
    case 'months':
      return addMonths(dayOf(start), Math.trunc(limit));
  }
}

/** When the step after the reached stage is due; null where no rule, or no date to count from, says so. */
export function nextDue(
  rules: DeadlineRules,
  calendar: WorkCalendar,
  dates: StageDates,
  reached: Stage,
): number | null {
  if (reached === 'aftercare') return careDue(rules, calendar, dates);
  const step = rules.steps[reached];
  const start = dates[step.from] ?? null;
  return start === null ? null : limitEnd(step, start, calendar, rules);
}

/** A week after installation, then monthly from the installation on, however late the last call was. */
function careDue(rules: DeadlineRules, calendar: WorkCalendar, dates: StageDates): number | null {
  const { firstVisitDays } = rules;
  const step = rules.steps.aftercare;
  const start = dates[step.from] ?? null;
  const last = dates.aftercare ?? null;
  if (last === null) return null;
  if (firstVisitDays !== null && step.from === 'installed' && start !== null) {
    const visit = dayOf(start) + firstVisitDays;
    if (dayOf(last) < visit) return visit;
  }
  if (step.limit === null) return null;
  if (step.unit !== 'months') return limitEnd(step, last, calendar, rules);
  return start === null ? null : nextMonthly(start, last, Math.max(1, Math.trunc(step.limit)));
}
