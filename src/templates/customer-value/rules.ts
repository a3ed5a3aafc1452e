import { ABC_CUTS } from '../../domain/customers/abc';
import { quintileLimits, RECENCY_LIMITS } from '../../domain/customers/rfm';
import { STAGE_RULES, type StageRules } from '../../domain/customers/stages';
import type { BookGrid } from '../../reading/grid';
import type { Problem } from '../../reading/types';
import {
  findRules,
  findSettings,
  setting,
  type RuleDefinition,
  type RuleInput,
  type RuleValues,
  type SettingsDefinition,
} from '../rules';
import { rowsOf } from '../rule-sheet';

/** 分级、分类、分期: the terms that customers are told apart by. */
export const valueSettings: SettingsDefinition = {
  id: 'value-settings',
  settings: [
    setting(
      'cut-a',
      'percent',
      ['A 类累计占比', 'Class A up to'],
      [
        '金额从大到小排，合计做到这个占比的少数客户为 A 类（达到时的那一户仍算 A）',
        'The largest customers who together make this share of the amount; the one who reaches it is still A',
      ],
    ),
    setting(
      'cut-b',
      'percent',
      ['A+B 类累计占比', 'Class A and B up to'],
      ['A、B 两类合计做到的占比，其余为 C 类', 'Share that A and B make together; all others are C'],
    ),
    setting(
      'high',
      'number',
      ['RFM 高分线', 'RFM score counted high'],
      [
        '某项得分不低于此分算“高”，分类据此划分',
        'A score from here on counts as high when types are told apart',
      ],
    ),
    setting(
      'new-days',
      'days',
      ['新客户天数', 'New for'],
      ['首次下单至今不超过此天数为新客户', 'Days since the first order up to which a customer is new'],
    ),
    setting(
      'dormant-days',
      'days',
      ['沉默天数', 'Dormant after'],
      ['超过此天数没有下单为沉默', 'Days without an order after which a customer is dormant'],
    ),
    setting(
      'change',
      'percent',
      ['成长与衰退幅度', 'Growing or declining from'],
      [
        '近三月比前三月增加（减少）达到此幅度为成长（衰退）',
        'Change of the last three months on the three before from which a customer grows or declines',
      ],
    ),
  ],
};

/** The limits of the scores 5, 4, 3 and 2. */
export const rfmLimits: RuleDefinition = {
  id: 'rfm-limits',
  columns: [
    { id: 'score', headers: { 'zh-CN': ['分值'], en: ['Score'] }, kind: 'number', required: true },
    {
      id: 'days',
      headers: { 'zh-CN': ['R：距今不超过（天）'], en: ['R: days up to'] },
      kind: 'days',
      required: true,
    },
    {
      id: 'orders',
      headers: { 'zh-CN': ['F：下单天数不少于'], en: ['F: order days from'] },
      kind: 'number',
      required: true,
    },
    {
      id: 'amount',
      headers: { 'zh-CN': ['M：金额不少于（元）'], en: ['M: amount from'] },
      kind: 'money',
      required: true,
    },
  ],
};

/** 分档 by the mean amount of a month. */
export const valueBands: RuleDefinition = {
  id: 'value-bands',
  columns: [
    { id: 'band', headers: { 'zh-CN': ['档名'], en: ['Band'] }, kind: 'text', required: true },
    {
      id: 'from',
      headers: { 'zh-CN': ['月均金额从（元）'], en: ['Monthly amount from'] },
      kind: 'money',
      required: true,
    },
  ],
};

export const SCORES = [5, 4, 3, 2] as const;

export interface ValueRules {
  readonly settings: RuleValues;
  readonly rfm: readonly RuleInput[];
  readonly bands: readonly RuleInput[];
  readonly problems: readonly Problem[];
}

export const SETTING_DEFAULTS: Readonly<Record<string, number>> = {
  'cut-a': ABC_CUTS.a,
  'cut-b': ABC_CUTS.b,
  high: 4,
  'new-days': STAGE_RULES.newDays,
  'dormant-days': STAGE_RULES.dormantDays,
  change: STAGE_RULES.change,
};

/** The number of a setting as people left it; its default where it is blank or can't be read. */
export function settingOf({ settings }: Pick<ValueRules, 'settings'>, id: string): number {
  const value = settings[id];
  return typeof value === 'number' ? value : (SETTING_DEFAULTS[id] ?? 0);
}

export function stageRules(rules: Pick<ValueRules, 'settings'>): StageRules {
  return {
    newDays: settingOf(rules, 'new-days'),
    dormantDays: settingOf(rules, 'dormant-days'),
    change: settingOf(rules, 'change'),
  };
}

/** What stands on people's sheets, and for what does not the usual terms; limits of orders and amounts part these customers in fifths. */
export function readValueRules(
  grid: BookGrid,
  customers: { readonly orderDays: readonly number[]; readonly amounts: readonly number[] },
  monthly: readonly number[],
  bandNames: readonly string[],
): ValueRules {
  const settings = findSettings(grid, valueSettings)[0];
  const rfm = findRules(grid, rfmLimits);
  const bands = findRules(grid, valueBands);
  return {
    settings: { ...SETTING_DEFAULTS, ...settings?.values },
    rfm: rowsOf(rfm.tables[0]?.rows, 'score') ?? defaultLimits(customers),
    bands: rowsOf(bands.tables[0]?.rows, 'band') ?? defaultBands(monthly, bandNames),
    problems: [...(settings?.problems ?? []), ...rfm.problems, ...bands.problems],
  };
}

function defaultLimits({
  orderDays,
  amounts,
}: {
  readonly orderDays: readonly number[];
  readonly amounts: readonly number[];
}): RuleInput[] {
  const [f, m] = [quintileLimits(orderDays), quintileLimits(amounts)];
  return SCORES.map((score, i) => ({
    key: String(score),
    values: { score, days: RECENCY_LIMITS[i] ?? 0, orders: f[i] ?? 0, amount: m[i] ?? 0 },
  }));
}

function defaultBands(monthly: readonly number[], names: readonly string[]): RuleInput[] {
  const limits = [...quintileLimits(monthly), 0];
  return names.map((band, i) => ({ key: band, values: { band, from: limits[i] ?? 0 } }));
}
