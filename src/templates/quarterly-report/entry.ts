import { reportEntry } from '../report/entry';
import type { TemplateEntry } from '../types';

export const entry = { id: 'quarterly-report', ...reportEntry } as const satisfies TemplateEntry;
