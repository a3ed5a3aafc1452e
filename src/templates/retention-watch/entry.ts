import type { TemplateEntry } from '../types';

export const SNAPSHOTS = ['keep', 'new'] as const;

export const entry = {
  id: 'retention-watch',
  family: 'customers',
  roles: ['customers'],
  fields: [
    { field: 'customer_id', required: false },
    { field: 'customer', required: true },
    { field: 'arpu', required: false },
    { field: 'prepaid_balance', required: false },
    { field: 'contract_end', required: false },
    { field: 'subsidy_end', required: false },
    { field: 'last_use', required: false },
    { field: 'balance', required: false },
    { field: 'person', required: false },
    { field: 'status', required: false },
    { field: 'product', required: false },
  ],
  companions: [{ id: 'previous', roles: ['customers'], required: false, many: false, initial: 'none' }],
  blank: true,
  options: [{ id: 'snapshot', values: SNAPSHOTS, initial: 'keep' }],
} as const satisfies TemplateEntry;
