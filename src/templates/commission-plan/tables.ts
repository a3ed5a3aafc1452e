import { CHOICES } from '../../domain/commission/types';
import { texts, type Locale, type Texts } from '../../locales';
import { MONEY } from '../expressions';
import type { RuleChoice, RuleColumn, RuleDefinition, RuleKind } from '../rules';

/** The tables of a plan sheet: how they are called, in both languages, and what their cells hold. */

type PlanTexts = Texts['templates']['commission-plan'];
type Words = readonly [string, ...string[]];
type InBoth = Readonly<Record<Locale, Words>>;

/** The same words in both languages: a sheet is read in either. */
function inBoth(of: (t: PlanTexts) => Words): InBoth {
  const words = (locale: Locale): Words => of(texts(locale).templates['commission-plan']);
  return { 'zh-CN': words('zh-CN'), en: words('en') };
}

type ColumnName = keyof PlanTexts['columns'];

function column(
  id: ColumnName,
  kind: RuleKind,
  required: boolean,
  more: Pick<RuleColumn, 'choices' | 'format' | 'mayBeBlank'> = {},
): RuleColumn {
  return { id, headers: inBoth((t) => t.columns[id]), kind, required, ...more };
}

/** The values of one of the plan's lists, such as `effects`. */
function listed<Value extends string>(
  of: (t: PlanTexts) => Readonly<Record<Value, Words>>,
): readonly RuleChoice[] {
  const values = Object.keys(of(texts('en').templates['commission-plan'])) as Value[];
  return values.map((value) => ({ value, words: inBoth((t) => of(t)[value]) }));
}

const version = column('version', 'text', false, { format: 'General' });
const role = column('role', 'text', false, { format: 'General' });
const rate = column('rate', 'percent', true, { format: '0.0#%' });

export const versionsTable: RuleDefinition = {
  id: 'plan-versions',
  columns: [
    column('versionName', 'text', true, { format: 'General' }),
    column('validFrom', 'date', false),
    column('validTo', 'date', false),
  ],
};

export const tiersTable: RuleDefinition = {
  id: 'plan-tiers',
  columns: [
    version,
    role,
    column('from', 'figure', true),
    column('to', 'figure', false),
    rate,
    column('base', 'money', false),
  ],
};

export const termsTable: RuleDefinition = {
  id: 'plan-terms',
  columns: [
    version,
    role,
    column('term', 'text', true, { format: 'General' }),
    column('value', 'text', true, { format: 'General', mayBeBlank: true }),
    column('explanation', 'text', false, { format: 'General' }),
  ],
};

export const acceleratorsTable: RuleDefinition = {
  id: 'plan-accelerators',
  columns: [
    version,
    role,
    column('past', 'percent', true, { format: '0.##%' }),
    column('effect', 'choice', true, { choices: listed((t) => t.effects) }),
    { ...rate, kind: 'figure', format: 'General' },
  ],
};

export const targetsTable: RuleDefinition = {
  id: 'plan-targets',
  columns: [
    version,
    role,
    column('fromMonth', 'number', true),
    column('toMonth', 'number', true),
    column('target', 'money', true),
  ],
};

export const streaksTable: RuleDefinition = {
  id: 'plan-streaks',
  columns: [
    version,
    role,
    column('when', 'choice', true, { choices: listed((t) => t.cases) }),
    column('months', 'number', true),
    column('outcome', 'choice', true, { choices: listed((t) => t.outcomes) }),
    column('newRole', 'text', false, { format: 'General' }),
  ],
};

export const spiffsTable: RuleDefinition = {
  id: 'plan-spiffs',
  columns: [
    version,
    column('product', 'text', true, { format: 'General' }),
    column('per', 'choice', true, { choices: listed((t) => t.per) }),
    column('extra', 'figure', true, { format: 'General' }),
    column('validFrom', 'date', false),
    column('validTo', 'date', false),
  ],
};

export const exceptionsTable: RuleDefinition = {
  id: 'plan-exceptions',
  columns: [
    column('person', 'text', true, { format: 'General' }),
    column('item', 'choice', true, { choices: listed((t) => t.items) }),
    column('amount', 'text', true, { format: 'General' }),
    column('validFrom', 'date', false),
    column('validTo', 'date', false),
  ],
};

export type TermId = keyof PlanTexts['terms'];

/** One term: the words for it, what its value is, and whether it holds for a version, for a role or for the plan. */
export interface Term {
  readonly id: TermId;
  readonly labels: InBoth;
  readonly kind: RuleKind;
  readonly of: 'version' | 'role' | 'plan';
  readonly choices?: readonly RuleChoice[];
  readonly format?: string;
}

const PERCENT = '0.0#%';

function chosen(id: keyof PlanTexts['choices'] & TermId, of: Term['of']): Term {
  const values: readonly string[] = id === 'measure' ? ['revenue', 'attainment'] : CHOICES[id];
  const word = (t: PlanTexts, value: string): Words => {
    const all: Readonly<Record<string, Words>> = t.choices[id];
    return all[value] ?? [value];
  };
  const choices = values.map((value) => ({ value, words: inBoth((t) => word(t, value)) }));
  return { id, labels: labelsOf(id), kind: 'choice', of, choices, format: 'General' };
}

function valued(id: TermId, kind: RuleKind, of: Term['of'], format = 'General'): Term {
  return { id, labels: labelsOf(id), kind, of, format };
}

function labelsOf(id: TermId): InBoth {
  return inBoth((t) => t.terms[id].label);
}

/** Every term, in the order in which a person reads them. */
export const TERMS: readonly Term[] = [
  chosen('event', 'version'),
  chosen('tax', 'version'),
  valued('vatRate', 'percent', 'version', PERCENT),
  chosen('clawback', 'version'),
  chosen('rounding', 'version'),
  chosen('proration', 'version'),
  chosen('quotaProration', 'version'),
  valued('unlistedRole', 'text', 'plan'),
  chosen('basis', 'role'),
  chosen('measure', 'role'),
  chosen('method', 'role'),
  chosen('boundary', 'role'),
  chosen('credit', 'role'),
  valued('roleBase', 'money', 'role', MONEY),
  chosen('roleBaseWith', 'role'),
  valued('quota', 'money', 'role', MONEY),
  chosen('quotaOn', 'role'),
  valued('override', 'percent', 'role', PERCENT),
  chosen('overrideOn', 'role'),
  valued('overrideNeedsQuota', 'yesno', 'role'),
  valued('cap', 'money', 'role', MONEY),
  chosen('capOn', 'role'),
  valued('guarantee', 'money', 'role', MONEY),
  chosen('guaranteeOn', 'role'),
  chosen('guaranteeRecovery', 'role'),
  valued('draw', 'money', 'role', MONEY),
  chosen('drawRecovery', 'role'),
  valued('probationMonths', 'number', 'role'),
  valued('probationBase', 'money', 'role', MONEY),
  valued('probationMissedBase', 'money', 'role', MONEY),
  chosen('probationCounting', 'role'),
  chosen('probationCommission', 'role'),
];
