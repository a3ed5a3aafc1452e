import type { WorkCalendar } from '../calendar/calendar';
import { dayOf } from '../calendar/clock';
import type { Cents } from '../money';
import { nextDue } from './deadlines';
import { daysLate, fineOf, levelOf, type Level } from './levels';
import { papersMissing, type MissingPapers, type PapersKept } from './papers';
import type { OrderRules } from './rules';
import { stageIndex, stageReached, type Stage, type StageDates } from './stages';

/** What is known of one order. */
export interface Order {
  readonly dates: StageDates;
  /** A stage that its status speaks of, with or without a date. */
  readonly said: Stage | null;
  /** Cancelled, lost, or finished for good: nothing is due. */
  readonly closed: boolean;
  /** The day promised to the customer for the installation. */
  readonly promised: number | null;
  readonly papers: PapersKept;
  readonly value: Cents | null;
}

export interface Tracking {
  /** null: nothing has been dated or said. */
  readonly stage: Stage | null;
  readonly due: number | null;
  readonly daysLate: number;
  readonly level: Level;
  readonly missing: MissingPapers;
  /** Papers are missing and acceptance is what comes next. */
  readonly blocked: boolean;
  readonly fine: Cents | null;
}

/** Where an order stands on a day, and what is due. */
export function trackOrder(order: Order, rules: OrderRules, calendar: WorkCalendar, asOf: number): Tracking {
  const stage = stageReached(order.dates, asOf, order.said);
  const missing = papersMissing(order.papers, rules.papers, rules.papersBlank);
  const nothing = { stage, due: null, daysLate: 0, missing, blocked: false, fine: null };
  if (order.closed) return { ...nothing, level: 'closed' };
  if (stage === null) return { ...nothing, level: 'undated' };
  const blocked = (missing.count ?? 0) > 0 && awaitsAcceptance(stage);
  const due = isDone(order.dates, rules, stage, asOf) ? null : dueOf(order, rules, calendar, stage);
  if (due === null && stageIndex(stage) >= stageIndex('installed')) return { ...nothing, level: 'done' };
  if (due === null) {
    const hasLimit = rules.steps[stage].limit !== null;
    return { ...nothing, blocked, level: hasLimit ? 'undated' : 'no-limit' };
  }
  const level = levelOf(due, asOf, rules, calendar);
  return {
    stage,
    due,
    daysLate: daysLate(due, asOf, rules.lateIn, calendar),
    level,
    missing,
    blocked,
    fine: level === 'fine' && order.value !== null ? fineOf(order.value, rules) : null,
  };
}

function awaitsAcceptance(stage: Stage): boolean {
  return stage === 'contract' || stage === 'number';
}

/** Installed longer ago than an order is cared for. */
function isDone({ installed }: StageDates, { careDays }: OrderRules, stage: Stage, asOf: number): boolean {
  if (stageIndex(stage) < stageIndex('installed') || careDays === null || !installed) return false;
  return dayOf(asOf) - dayOf(installed) > careDays;
}

function dueOf(order: Order, rules: OrderRules, calendar: WorkCalendar, stage: Stage): number | null {
  const due = nextDue(rules, calendar, order.dates, stage);
  const { promised } = order;
  const installing =
    stageIndex(stage) >= stageIndex('contract') && stageIndex(stage) < stageIndex('installed');
  if (promised === null || !installing || rules.promise === 'ignored') return due;
  if (due === null || rules.promise === 'replaces') return dayOf(promised);
  return Math.min(due, dayOf(promised));
}
