import { entry as planEntry } from '../commission-plan/entry';
import { HANDOUT_OPTIONS } from '../commission/handout';
import type { TemplateEntry } from '../types';

/** Where the plan comes from: the plan sheet of the workbook, or a ready one. */
export const PLANS = ['sheet', 'team-tiers', 'flat', 'marginal-tiers', 'quota-accelerator'] as const;
/** What counts as just above a tier: percent of where it begins. */
export const NEAR = ['1', '2', '5'] as const;

/** Choices that a ready plan leaves open and that decide what a submitted row should say. */
const ASKED = ['method', 'boundary', 'event', 'tax', 'clawback'] as const;

function asked(id: (typeof ASKED)[number]): TemplateEntry['options'][number] {
  const option = planEntry.options.find((candidate) => candidate.id === id);
  if (!option) throw new Error(`The plan does not ask for ${id}.`);
  return option;
}

export const entry = {
  id: 'commission-check',
  family: 'commission',
  roles: ['commission'],
  fields: [
    { field: 'person', required: true },
    { field: 'month', required: false },
    { field: 'revenue', required: false },
    { field: 'base_pay', required: false },
    { field: 'commission_rate', required: false },
    { field: 'commission', required: false },
    { field: 'pay', required: false },
  ],
  companions: [
    { id: 'orders', roles: ['orders'], required: false, many: true, initial: 'longest' },
    { id: 'team', roles: ['team'], required: false, many: false, initial: 'longest' },
  ],
  blank: false,
  options: [
    { id: 'plan', values: PLANS, initial: 'sheet' },
    ...ASKED.map(asked),
    { id: 'near', values: NEAR, initial: '2' },
    ...HANDOUT_OPTIONS,
  ],
} as const satisfies TemplateEntry;
