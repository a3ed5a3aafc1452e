import { catalog, type TemplateId } from './catalog';
import { retailerAnalysis } from './retailer-analysis';
import { retentionWatch } from './retention-watch';
import { commissionCheck } from './commission-check';
import { commissionPlan } from './commission-plan';
import { commissionSheet } from './commission-sheet';
import { customerValue } from './customer-value';
import { monthlySummary } from './monthly-summary';
import { faultLog } from './fault-log';
import { orderTracker } from './order-tracker';
import { receivables } from './receivables';
import { quarterlyReport } from './quarterly-report';
import type { Template } from './types';
import { visitDiary } from './visit-diary';
import { visitPlan } from './visit-plan';

const byId: Readonly<Record<TemplateId, Template>> = {
  'retailer-analysis': retailerAnalysis,
  'retention-watch': retentionWatch,
  'commission-check': commissionCheck,
  'commission-plan': commissionPlan,
  'commission-sheet': commissionSheet,
  'customer-value': customerValue,
  'monthly-summary': monthlySummary,
  'fault-log': faultLog,
  'order-tracker': orderTracker,
  receivables,
  'quarterly-report': quarterlyReport,
  'visit-diary': visitDiary,
  'visit-plan': visitPlan,
};

/** Every template of the catalog: the pane, the ribbon, the command line and the tests all go through here. */
export const templates: readonly Template[] = catalog.map(({ id }) => byId[id]);

/** Throws for an id that is not registered: whoever takes ids from people checks them against `templates` first. */
export function templateById(id: string): Template {
  const found = templates.find((template) => template.id === id);
  if (!found) throw new Error(`No template ${id}`);
  return found;
}
