import type { Texts } from '../../en';
import { customerValue } from './customer-value';

import { commissionPlan } from './commission-plan';
import { monthlySummary } from './monthly-summary';
import { quarterlyReport } from './quarterly-report';
import { visitDiary } from './visit-diary';
import { workCalendar } from './work-calendar';

/** What each template writes, by its id; loaded only where something is built. */
export const templates: Texts['templates'] = {
  'customer-value': customerValue,
  'commission-plan': commissionPlan,
  'monthly-summary': monthlySummary,
  'quarterly-report': quarterlyReport,
  'visit-diary': visitDiary,
  'work-calendar': workCalendar,
};
