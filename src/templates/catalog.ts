import { entry as commissionCheck } from './commission-check/entry';
import { entry as retailerAnalysis } from './retailer-analysis/entry';
import { entry as commissionPlan } from './commission-plan/entry';
import { entry as commissionSheet } from './commission-sheet/entry';
import { entry as retentionWatch } from './retention-watch/entry';
import { entry as monthlySummary } from './monthly-summary/entry';
import { entry as quarterlyReport } from './quarterly-report/entry';
import { entry as customerValue } from './customer-value/entry';
import { entry as visitDiary } from './visit-diary/entry';
import { entry as visitPlan } from './visit-plan/entry';
import { entry as faultLog } from './fault-log/entry';
import { entry as orderTracker } from './order-tracker/entry';
import { entry as receivables } from './receivables/entry';
import type { TemplateEntry } from './types';

/** What can be built, in the order it is offered; without the code that builds, so that it is there at once. */
export const catalog = [
  monthlySummary,
  commissionPlan,
  commissionSheet,
  commissionCheck,
  quarterlyReport,
  customerValue,
  visitDiary,
  visitPlan,
  orderTracker,
  faultLog,
  receivables,
  retentionWatch,
  retailerAnalysis,
] as const satisfies readonly TemplateEntry[];

export type TemplateId = (typeof catalog)[number]['id'];

/** Throws for an id that is not registered. */
export function entryById(id: string): TemplateEntry {
  const found = catalog.find((entry) => entry.id === id);
  if (!found) throw new Error(`No template ${id}`);
  return found;
}
