import { reportEntry } from '../report/entry';
import type { TemplateEntry } from '../types';

export const entry = { id: 'monthly-summary', ...reportEntry } as const satisfies TemplateEntry;
