import type { TemplateEntry } from '../types';

export const entry = {
  id: 'fault-log',
  family: 'orders',
  roles: ['other', 'orders', 'visits'],
  fields: [
    { field: 'date', required: true },
    { field: 'done_date', required: false },
    { field: 'customer', required: false },
    { field: 'owner', required: false },
    { field: 'person', required: false },
    { field: 'category', required: false },
    { field: 'content', required: false },
    { field: 'order_id', required: false },
  ],
  companions: [
    { id: 'more-faults', roles: ['other', 'orders'], required: false, many: true, initial: 'alike' },
  ],
  blank: true,
  options: [
    { id: 'as-of', values: ['newest', 'now'], initial: 'newest' },
    { id: 'solve-within', values: ['120', '240'], initial: '120' },
  ],
} as const satisfies TemplateEntry;
