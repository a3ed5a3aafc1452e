import { GROWTH_METHODS } from '../../domain/growth';
import type { TemplateEntry } from '../types';

/** Stamped, built and installed in a week, unless the person says otherwise. */
export const OPENING_DAYS = ['3', '5', '7', '10', '15', '30'] as const;
export const INITIAL_DAYS = '7';

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
    {
      id: 'customers',
      roles: ['customers'],
      required: false,
      many: false,
      initial: 'longest',
      wanted: ['customer', 'class', 'industry', 'contact', 'address'],
    },
    { id: 'orders', roles: ['orders'], required: false, many: true, initial: 'longest' },
  ],
  blank: false,
  options: [
    { id: 'average-growth', values: GROWTH_METHODS, initial: 'arithmetic' },
    { id: 'undated-target', values: ['year', 'month'], initial: 'year' },
    { id: 'opening-days', values: OPENING_DAYS, initial: INITIAL_DAYS },
  ],
} as const satisfies Omit<TemplateEntry, 'id'>;
