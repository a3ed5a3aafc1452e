import type { ChoiceId } from '../../domain/commission/types';
import type { TemplateEntry } from '../types';

/** The choices that the pane asks before the plan is written; the rest is decided on the sheet. */
export const ASKED = {
  method: 'method',
  boundary: 'boundary',
  event: 'event',
  tax: 'tax',
  credit: 'credit',
  clawback: 'clawback',
  'quota-on': 'quotaOn',
  'override-on': 'overrideOn',
  'role-base': 'roleBaseWith',
  basis: 'basis',
  'probation-counting': 'probationCounting',
  'probation-commission': 'probationCommission',
  proration: 'proration',
  'quota-proration': 'quotaProration',
  rounding: 'rounding',
} as const satisfies Readonly<Record<string, ChoiceId>>;

export const entry = {
  id: 'commission-plan',
  family: 'commission',
  roles: [],
  fields: [],
  companions: [],
  blank: true,
  options: [
    {
      id: 'plan',
      values: ['team-tiers', 'flat', 'marginal-tiers', 'quota-accelerator', 'found'],
      initial: 'team-tiers',
    },
    { id: 'method', values: ['whole', 'marginal'], initial: 'whole' },
    { id: 'boundary', values: ['inclusive', 'exclusive'], initial: 'inclusive' },
    { id: 'event', values: ['signed', 'opened', 'collected'], initial: 'signed' },
    { id: 'tax', values: ['as-listed', 'vat-taken-out', 'vat-added'], initial: 'as-listed' },
    { id: 'credit', values: ['month', 'sale', 'quarter-to-date', 'year-to-date'], initial: 'month' },
    { id: 'clawback', values: ['net', 'original-rate', 'recompute', 'none'], initial: 'net' },
    { id: 'quota-on', values: ['own', 'team', 'members'], initial: 'team' },
    { id: 'override-on', values: ['own', 'team', 'members', 'members-commission'], initial: 'team' },
    { id: 'role-base', values: ['replaces', 'higher', 'adds'], initial: 'replaces' },
    { id: 'basis', values: ['own', 'team', 'all'], initial: 'team' },
    { id: 'probation-counting', values: ['month', 'since-start', 'since-target'], initial: 'since-target' },
    { id: 'probation-commission', values: ['paid', 'not-paid'], initial: 'paid' },
    { id: 'proration', values: ['none', 'calendar-days', 'working-days'], initial: 'calendar-days' },
    { id: 'quota-proration', values: ['full', 'prorated'], initial: 'full' },
    { id: 'rounding', values: ['month', 'line'], initial: 'month' },
  ],
} as const satisfies TemplateEntry;
