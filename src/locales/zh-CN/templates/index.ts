import type { Texts } from '../../en';

import { monthlySummary } from './monthly-summary';

/** What each template writes, by its id; loaded only where something is built. */
export const templates: Texts['templates'] = { 'monthly-summary': monthlySummary };
