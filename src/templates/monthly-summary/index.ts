import { MONTHS } from '../report/calendar';
import { reportTemplate } from '../report/template';
import { entry } from './entry';

export const monthlySummary = reportTemplate(entry, MONTHS);
