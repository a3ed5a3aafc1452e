import { QUARTERS } from '../report/calendar';
import { reportTemplate } from '../report/template';
import { entry } from './entry';

export const quarterlyReport = reportTemplate(entry, QUARTERS);
