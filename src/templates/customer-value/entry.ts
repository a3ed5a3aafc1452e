import type { TemplateEntry } from '../types';

export const SPANS = ['twelve-months', 'year-to-date', 'all'] as const;
export type SpanChoice = (typeof SPANS)[number];

export const entry = {
  id: 'customer-value',
  family: 'customers',
  roles: ['orders', 'revenue'],
  fields: [
    { field: 'customer', required: true },
    { field: 'date', required: true },
    { field: 'amount', required: true },
    { field: 'person', required: false },
    { field: 'class', required: false },
    { field: 'customer_id', required: false },
    { field: 'quantity', required: false },
    { field: 'unit_price', required: false },
  ],
  companions: [
    {
      id: 'customers',
      roles: ['customers'],
      required: false,
      many: false,
      initial: 'longest',
      wanted: ['customer', 'segment', 'industry', 'class', 'region', 'contact', 'contract_end'],
    },
    { id: 'visits', roles: ['visits'], required: false, many: true, initial: 'longest' },
  ],
  blank: false,
  options: [{ id: 'span', values: SPANS, initial: 'twelve-months' }],
} as const satisfies TemplateEntry;
