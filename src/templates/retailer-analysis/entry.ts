import { PERIODS } from '../../domain/retail/periods';
import type { TemplateEntry } from '../types';

export const entry = {
  id: 'retailer-analysis',
  family: 'customers',
  roles: ['orders', 'revenue'],
  fields: [
    { field: 'customer', required: true },
    { field: 'date', required: true },
    { field: 'quantity', required: false },
    { field: 'amount', required: false },
    { field: 'product', required: false },
    { field: 'class', required: false },
    { field: 'unit_price', required: false },
    { field: 'profit', required: false },
    { field: 'cost', required: false },
    { field: 'person', required: false },
    { field: 'customer_id', required: false },
  ],
  companions: [{ id: 'retailers', roles: ['customers'], required: false, many: false, initial: 'longest' }],
  blank: true,
  options: [{ id: 'period', values: PERIODS, initial: 'week' }],
} as const satisfies TemplateEntry;
