import type { DeadlineRules, Step } from './deadlines';
import type { LevelRules } from './levels';
import { PAPERS, type Paper } from './papers';
import type { Stage } from './stages';

export interface OrderRules extends DeadlineRules, LevelRules {
  /** Those that an order needs before it is accepted. */
  readonly papers: readonly Paper[];
  /** What it means that nothing is noted of an order's papers. */
  readonly papersBlank: 'unknown' | 'missing';
  /** What a date promised to the customer does to the deadlines between contract and installation. */
  readonly promise: 'earlier' | 'replaces' | 'ignored';
}

const step = (from: Stage, limit: number | null, unit: Step['unit']): Step => ({ from, limit, unit });

/**
 * The rules as the source states them. Where it is silent or contradicts itself, this is a start that stands on the
 * rules sheet for somebody to decide: what falls between 12:00 and 14:00, a week in calendar or working days, days of a
 * fine and its rate, boundaries reached or passed.
 */
export const DEFAULT_ORDER_RULES: OrderRules = {
  steps: {
    lead: step('lead', null, 'working-days'),
    appointment: step('appointment', 0, 'days'),
    // "Within 12 hours" and "before close of business, or the next day at 11:00" are not the same: 12 stands by for hours.
    visit: step('visit', 12, 'cut-off'),
    proposal: step('proposal', 2, 'days'),
    chase: step('chase', 7, 'days'),
    revise: step('revise', 2, 'days'),
    approval: step('approval', null, 'working-days'),
    contract: step('contract', 1, 'working-days'),
    number: step('contract', 7, 'days'),
    accepted: step('contract', 7, 'days'),
    installed: step('installed', 0, 'days'),
    aftercare: step('installed', 1, 'months'),
  },
  firstVisitDays: 7,
  careDays: 60,
  cutOffs: [
    { from: 0, days: 0, unit: 'calendar', time: 'close' },
    { from: 12 * 60, days: 0, unit: 'calendar', time: 'close' },
    { from: 14 * 60, days: 1, unit: 'working', time: 11 * 60 },
  ],
  timeUnknown: 14 * 60,
  soonDays: 0,
  warningDays: 3,
  fineDays: null,
  boundary: 'passed',
  fineRate: null,
  lateIn: 'days',
  papers: PAPERS,
  papersBlank: 'unknown',
  promise: 'earlier',
};
