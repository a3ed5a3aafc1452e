import type { WorkCalendar } from '../calendar/calendar';
import { hasTime, secondsOf } from '../calendar/clock';
import { workingMinutesBetween } from '../calendar/hours';

/**
 * 'running' and 'overdue' are not done yet; 'unknown' has no time to count from, or only a day; 'impossible' is done
 * before it was reported.
 */
export const SLA_RESULTS = ['met', 'missed', 'running', 'overdue', 'unknown', 'impossible'] as const;
export type SlaResult = (typeof SLA_RESULTS)[number];

export interface Sla {
  /** From the report to the end, or to `asOf` while it is not done; null where that can't be told. */
  readonly minutes: number | null;
  readonly result: SlaResult;
}

/** Minutes round the clock, or the working minutes of a calendar. */
export function minutesBetween(from: number, to: number, calendar: WorkCalendar | null): number {
  return calendar ? workingMinutesBetween(calendar, from, to) : (secondsOf(to) - secondsOf(from)) / 60;
}

/** Whether something was done within so many minutes of its report, the last of them included. */
export function slaOf(
  reported: number | null,
  done: number | null,
  limit: number,
  asOf: number | null,
  calendar: WorkCalendar | null = null,
): Sla {
  if (reported === null || !hasTime(reported)) return { minutes: null, result: 'unknown' };
  if (done === null) {
    if (asOf === null || secondsOf(asOf) < secondsOf(reported)) return { minutes: null, result: 'running' };
    const minutes = minutesBetween(reported, asOf, calendar);
    return { minutes, result: minutes > limit ? 'overdue' : 'running' };
  }
  if (secondsOf(done) < secondsOf(reported)) {
    // A day without a time may well be the day of the report itself.
    return { minutes: null, result: hasTime(done) ? 'impossible' : 'unknown' };
  }
  const minutes = minutesBetween(reported, done, calendar);
  return { minutes, result: minutes > limit ? 'missed' : 'met' };
}

/** Minutes that the source allows; the sales script promises four hours where the rules say two: a field. */
export const FAULT_LIMITS = { contact: 10, response: 30, solve: 120, promised: 240 } as const;

/** When each thing happened with a fault; null where it did not, or nobody wrote it down. */
export interface FaultTimes {
  readonly reported: number | null;
  /** The engineer was told. */
  readonly contacted: number | null;
  readonly responded: number | null;
  readonly solved: number | null;
}

export interface FaultLimits {
  readonly contact: number;
  readonly response: number;
  readonly solve: number;
}

export interface FaultOutcome {
  /** null where it was not written down although the fault went on. */
  readonly contact: Sla | null;
  readonly response: Sla | null;
  readonly solve: Sla;
  readonly result: SlaResult;
}

/** Of several results the one that speaks for the fault: the first of these that any of them is. */
const WORST: readonly SlaResult[] = ['impossible', 'unknown', 'overdue', 'missed', 'running', 'met'];

/** How a fault stands against its limits. */
export function faultOutcome(
  { reported, contacted, responded, solved }: FaultTimes,
  limits: FaultLimits,
  asOf: number | null,
  calendar: WorkCalendar | null = null,
): FaultOutcome {
  const of = (done: number | null, limit: number): Sla => slaOf(reported, done, limit, asOf, calendar);
  const contact = contacted === null && (responded ?? solved) !== null ? null : of(contacted, limits.contact);
  const response = responded === null && solved !== null ? null : of(responded, limits.response);
  const solve = of(solved, limits.solve);
  const results = [contact, response, solve].flatMap((sla) => (sla ? [sla.result] : []));
  return { contact, response, solve, result: WORST.find((result) => results.includes(result)) ?? 'unknown' };
}
