import type { TemplateEntry } from '../types';

export const entry = {
  id: 'receivables',
  family: 'orders',
  roles: ['orders', 'customers', 'revenue', 'other'],
  fields: [
    { field: 'customer', required: true },
    { field: 'balance', required: false },
    { field: 'amount', required: false },
    { field: 'paid', required: false },
    { field: 'due_date', required: false },
    { field: 'date', required: false },
    { field: 'person', required: false },
    { field: 'contract_id', required: false },
    { field: 'order_id', required: false },
  ],
  companions: [
    { id: 'more-receivables', roles: ['orders', 'other'], required: false, many: true, initial: 'alike' },
  ],
  blank: true,
  options: [
    { id: 'as-of', values: ['newest', 'today'], initial: 'newest' },
    { id: 'without-due', values: ['order-date', 'undated'], initial: 'order-date' },
  ],
} as const satisfies TemplateEntry;
