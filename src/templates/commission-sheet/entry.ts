import { HANDOUT_OPTIONS } from '../commission/handout';
import type { TemplateEntry } from '../types';

export const entry = {
  id: 'commission-sheet',
  family: 'commission',
  roles: ['orders', 'revenue', 'commission'],
  fields: [
    { field: 'person', required: true },
    { field: 'date', required: true },
    { field: 'amount', required: true },
    { field: 'order_id', required: false },
    { field: 'product', required: false },
    { field: 'quantity', required: false },
    { field: 'customer', required: false },
    { field: 'paid', required: false },
  ],
  companions: [{ id: 'team', roles: ['team'], required: false, many: false, initial: 'longest' }],
  blank: false,
  options: HANDOUT_OPTIONS,
} as const satisfies TemplateEntry;
