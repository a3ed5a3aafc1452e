import type { Texts } from '../../en';

import { commissionPlan } from './commission-plan';
import { monthlySummary } from './monthly-summary';

/** What each template writes, by its id; loaded only where something is built. */
export const templates: Texts['templates'] = {
  'commission-plan': commissionPlan,
  'monthly-summary': monthlySummary,
};
