import { GROWTH_METHODS } from '../../domain/growth';
import type { TemplateEntry } from '../types';

/** What the monthly and the quarterly report are built from. */
export const reportEntry = {
  family: 'summary',
  roles: ['orders', 'revenue'],
  fields: [
    { field: 'date', required: true },
    { field: 'amount', required: true },
    { field: 'customer', required: false },
    { field: 'person', required: false },
    { field: 'product', required: false },
    { field: 'category', required: false },
    { field: 'quantity', required: false },
    { field: 'unit_price', required: false },
    { field: 'order_id', required: false },
  ],
  companions: [
    { id: 'more', roles: ['orders', 'revenue'], required: false, many: true, initial: 'alike' },
    { id: 'targets', roles: ['targets'], required: false, many: true, initial: 'longest' },
    { id: 'subscribers', roles: ['subscribers'], required: false, many: true, initial: 'longest' },
    { id: 'visits', roles: ['visits'], required: false, many: true, initial: 'longest' },
    { id: 'customers', roles: ['customers'], required: false, many: false, initial: 'longest' },
    { id: 'orders', roles: ['orders'], required: false, many: true, initial: 'longest' },
  ],
  blank: false,
  options: [
    { id: 'average-growth', values: GROWTH_METHODS, initial: 'arithmetic' },
    { id: 'undated-target', values: ['year', 'month'], initial: 'year' },
  ],
} as const satisfies Omit<TemplateEntry, 'id'>;
