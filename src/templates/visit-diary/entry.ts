import type { TemplateEntry } from '../types';

export const entry = {
  id: 'visit-diary',
  family: 'visits',
  roles: ['visits'],
  fields: [
    { field: 'date', required: true },
    { field: 'customer', required: true },
    { field: 'person', required: false },
    { field: 'contact', required: false },
    { field: 'purpose', required: false },
    { field: 'content', required: false },
    { field: 'result', required: false },
    { field: 'next_step', required: false },
    { field: 'next_date', required: false },
    { field: 'owner', required: false },
    { field: 'team', required: false },
    { field: 'due_date', required: false },
    { field: 'done_date', required: false },
    { field: 'status', required: false },
    { field: 'channel', required: false },
    { field: 'class', required: false },
    { field: 'region', required: false },
    { field: 'note', required: false },
  ],
  options: [{ id: 'as-of', values: ['newest', 'today'], initial: 'newest' }],
  companions: [
    { id: 'more', roles: ['visits'], required: false, many: true, initial: 'alike' },
    { id: 'customers', roles: ['customers'], required: false, many: false, initial: 'longest' },
  ],
  blank: true,
} as const satisfies TemplateEntry;
