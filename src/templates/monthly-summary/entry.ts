import { GROWTH_METHODS } from '../../domain/growth';
import type { TemplateEntry } from '../types';

export const entry = {
  id: 'monthly-summary',
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
  companions: [],
  blank: false,
  options: [{ id: 'average-growth', values: GROWTH_METHODS, initial: 'arithmetic' }],
} as const satisfies TemplateEntry;
