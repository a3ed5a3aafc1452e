import type { Texts } from '../../en';
import { retailerAnalysis } from './retailer-analysis';
import { retentionWatch } from './retention-watch';
import { customerValue } from './customer-value';

import { commissionCheck } from './commission-check';
import { commissionPlan } from './commission-plan';
import { commissionSheet } from './commission-sheet';
import { faultLog } from './fault-log';
import { monthlySummary } from './monthly-summary';
import { orderTracker } from './order-tracker';
import { receivables } from './receivables';
import { quarterlyReport } from './quarterly-report';
import { visitDiary } from './visit-diary';
import { visitPlan } from './visit-plan';
import { workCalendar } from './work-calendar';

/** What each template writes, by its id; loaded only where something is built. */
export const templates: Texts['templates'] = {
  'retailer-analysis': retailerAnalysis,
  'retention-watch': retentionWatch,
  'customer-value': customerValue,
  'commission-check': commissionCheck,
  'commission-plan': commissionPlan,
  'commission-sheet': commissionSheet,
  'fault-log': faultLog,
  'monthly-summary': monthlySummary,
  'order-tracker': orderTracker,
  receivables,
  'quarterly-report': quarterlyReport,
  'visit-diary': visitDiary,
  'visit-plan': visitPlan,
  'work-calendar': workCalendar,
};
