import type { TemplateEntry } from '../types';

export const entry = {
  id: 'visit-plan',
  family: 'visits',
  roles: ['visits'],
  fields: [
    { field: 'date', required: true },
    { field: 'customer', required: true },
    { field: 'person', required: false },
    { field: 'content', required: false },
    { field: 'next_step', required: false },
    { field: 'owner', required: false },
    { field: 'due_date', required: false },
    { field: 'done_date', required: false },
    { field: 'status', required: false },
    { field: 'class', required: false },
    { field: 'region', required: false },
  ],
  options: [
    { id: 'span', values: ['week', 'month'], initial: 'week' },
    { id: 'holidays', values: ['china', 'none'], initial: 'china' },
  ],
  companions: [
    { id: 'more', roles: ['visits'], required: false, many: true, initial: 'alike' },
    {
      id: 'customers',
      roles: ['customers'],
      required: false,
      many: false,
      wanted: ['customer', 'class', 'region', 'person'],
      initial: 'longest',
    },
  ],
  blank: true,
} as const satisfies TemplateEntry;
