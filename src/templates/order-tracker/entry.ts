import type { TemplateEntry } from '../types';

/** What the orders' own date means where its header does not say it. */
export const DATE_MEANS = ['contract', 'accepted', 'lead', 'installed', 'nothing'] as const;

export const entry = {
  id: 'order-tracker',
  family: 'orders',
  roles: ['orders'],
  fields: [
    { field: 'order_id', required: false },
    { field: 'contract_id', required: false },
    { field: 'customer', required: false },
    { field: 'person', required: false },
    { field: 'product', required: false },
    { field: 'amount', required: false },
    { field: 'status', required: false },
    { field: 'stage_lead_date', required: false },
    { field: 'stage_proposal_date', required: false },
    { field: 'stage_contract_date', required: false },
    { field: 'stage_accepted_date', required: false },
    { field: 'stage_installed_date', required: false },
    { field: 'date', required: false },
    { field: 'due_date', required: false },
    { field: 'note', required: false },
  ],
  companions: [
    {
      id: 'more-orders',
      roles: ['orders'],
      required: false,
      many: true,
      initial: 'alike',
      // Contracts on one sheet and openings on another are the same orders.
      linked: {
        by: ['contract_id', 'order_id'],
        having: [
          'stage_lead_date',
          'stage_proposal_date',
          'stage_contract_date',
          'stage_accepted_date',
          'stage_installed_date',
        ],
      },
    },
  ],
  blank: true,
  options: [
    { id: 'order-date', values: DATE_MEANS, initial: 'contract' },
    { id: 'as-of', values: ['newest', 'today'], initial: 'newest' },
    { id: 'holidays', values: ['china', 'none'], initial: 'china' },
  ],
} as const satisfies TemplateEntry;
