import { dayOf } from '../calendar/clock';

/** The way of an order from the first word of it to the care after installation, in order. */
export const STAGES = [
  'lead',
  'appointment',
  'visit',
  'proposal',
  'chase',
  'revise',
  'approval',
  'contract',
  'number',
  'accepted',
  'installed',
  'aftercare',
] as const;
export type Stage = (typeof STAGES)[number];

/** When each stage was reached (the appointment: the day it was made for); null or absent where it was not. */
export type StageDates = Readonly<Partial<Record<Stage, number | null>>>;

export function stageIndex(stage: Stage): number {
  return STAGES.indexOf(stage);
}

/**
 * The furthest stage reached by a day. A date after that day is a plan and reaches nothing; only an appointment lies
 * ahead by its nature. `said` is a stage that the order's status speaks of although its date is missing.
 */
export function stageReached(dates: StageDates, asOf: number, said: Stage | null = null): Stage | null {
  const today = dayOf(asOf);
  let reached = said === null ? -1 : stageIndex(said);
  STAGES.forEach((stage, index) => {
    const date = dates[stage] ?? null;
    if (date !== null && index > reached && (stage === 'appointment' || dayOf(date) <= today))
      reached = index;
  });
  return STAGES[reached] ?? null;
}

/** A stage dated before one that comes earlier on the way. */
export interface StageSlip {
  readonly stage: Stage;
  readonly before: Stage;
}

/** The first slip in an order's dates; days are compared, not times. Chasing and care go on, so they are left out. */
export function stageSlip(dates: StageDates): StageSlip | null {
  let last: Stage | null = null;
  let lastDay = -Infinity;
  for (const stage of STAGES) {
    const date = dates[stage] ?? null;
    if (date === null || stage === 'chase' || stage === 'revise' || stage === 'aftercare') continue;
    const day = dayOf(date);
    if (last !== null && day < lastDay) return { stage, before: last };
    last = stage;
    lastDay = day;
  }
  return null;
}
