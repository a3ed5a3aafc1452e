import { PERIODS, type Cadence, type Period } from '../../domain/visits/cadence';
import type { BookGrid } from '../../reading/grid';
import type { Problem } from '../../reading/types';
import {
  findRules,
  findSettings,
  type RuleChoice,
  type RuleDefinition,
  type RuleInput,
  type RuleSetting,
  type RuleValue,
  type RuleValues,
  type SettingsDefinition,
} from '../rules';

/** What the periods are called; the first words are written, all are read. */
const PERIOD_WORDS: Readonly<Record<Period, RuleChoice['words']>> = {
  week: { en: ['week', 'weekly', 'a week'], 'zh-CN': ['周', '每周', '星期'] },
  month: { en: ['month', 'monthly', 'a month'], 'zh-CN': ['月', '每月', '自然月'] },
  quarter: { en: ['quarter', 'quarterly'], 'zh-CN': ['季', '季度', '每季', '每季度'] },
  year: { en: ['year', 'yearly'], 'zh-CN': ['年', '每年', '年度'] },
};

export const PERIOD_CHOICES: readonly RuleChoice[] = PERIODS.map((value) => ({
  value,
  words: PERIOD_WORDS[value],
}));

/** How often each class of customers is to be visited. */
export const cadenceRules: RuleDefinition = {
  id: 'visit-cadence',
  columns: [
    {
      id: 'class',
      headers: { en: ['Customer class', 'Class'], 'zh-CN': ['客户级别', '级别', '客户分类', '客户类别'] },
      kind: 'text',
      required: true,
    },
    {
      id: 'times',
      headers: { en: ['Visits wanted', 'Visits'], 'zh-CN': ['走访次数', '次数', '拜访次数'] },
      kind: 'number',
      required: true,
    },
    {
      id: 'period',
      headers: { en: ['Per', 'Period'], 'zh-CN': ['每', '周期', '频次单位'] },
      kind: 'choice',
      required: true,
      choices: PERIOD_CHOICES,
    },
    {
      id: 'gap',
      headers: { en: ['Days between', 'Gap in days'], 'zh-CN': ['间隔天数', '最长间隔', '间隔'] },
      kind: 'days',
      required: false,
    },
  ],
};

const number = (
  id: string,
  labels: RuleSetting['labels'],
  explanation: RuleSetting['explanation'],
): RuleSetting => ({ id, labels, explanation, kind: 'number', blank: false });

/** The terms of the diary that are one number each. */
export const visitSettings: SettingsDefinition = {
  id: 'visit-settings',
  settings: [
    number(
      'per-day',
      { en: ['Visits a day'], 'zh-CN': ['每日走访次数'] },
      {
        en: 'Each person makes at least so many visits on a day in the field (that number included); two to one customer are two.',
        'zh-CN':
          '每人每天至少走访的次数（含本数）；同一客户一天去两次算两次。“4 个以上”若指超过 4 个，请改为 5。',
      },
    ),
    number(
      'monthly',
      { en: ['Visits a month'], 'zh-CN': ['每月走访次数'] },
      {
        en: 'Every customer is visited at least so often in a calendar month; coverage counts those who were.',
        'zh-CN': '每个客户每个自然月至少走访的次数；覆盖率按此计算。',
      },
    ),
    number(
      'follow-up-days',
      { en: ['Days to settle'], 'zh-CN': ['督办时限（天）'] },
      {
        en: 'An open item without a date of its own is due so many days after the visit.',
        'zh-CN': '没有写明要求办结日期的待办事项，走访后多少天内应办结。',
      },
    ),
    number(
      'overlap-days',
      { en: ['Days of overlap'], 'zh-CN': ['重叠天数'] },
      {
        en: 'Two people who visit one customer at most so many days apart are listed as an overlap.',
        'zh-CN': '不同走访人在多少天以内走访同一客户，即列为走访重叠。',
      },
    ),
  ],
};

export const DEFAULT_SETTINGS = { 'per-day': 4, monthly: 1, 'follow-up-days': 7, 'overlap-days': 7 } as const;
export type VisitSettings = Readonly<Record<keyof typeof DEFAULT_SETTINGS, number>>;

/** Rules as they count, and what is written: on its own sheet the merge keeps what people made of the first ones. */
export interface VisitRules {
  readonly writtenCadences: readonly RuleInput[];
  readonly writtenSettings: RuleValues;
  readonly settings: VisitSettings;
  /** In the table's order. */
  readonly cadences: readonly {
    readonly name: string;
    readonly cadence: Cadence;
    /** Which row of the table it is, from 1. */
    readonly row: number;
  }[];
  readonly problems: readonly Problem[];
}

/** The class whose rule is for all customers without a class of their own, as both languages write it. */
export const OTHER_CLASS = { en: 'Others', 'zh-CN': '其他' } as const;

/** Rules as they stand on a sheet of the workbook, the one that is built again first; else `defaults`. */
export function visitRules(grid: BookGrid, defaults: readonly RuleInput[], ownSheet: string): VisitRules {
  const ownFirst = <Found extends { readonly sheet: string }>(all: readonly Found[]): Found | undefined =>
    all.find(({ sheet }) => sheet === ownSheet) ?? all[0];
  const found = findRules(grid, cadenceRules);
  const table = ownFirst(found.tables);
  const rows = table?.rows.map(({ values }) => ({ key: keyOf(values['class'] ?? null), values }));
  const own = table?.sheet === ownSheet;
  const settings = ownFirst(findSettings(grid, visitSettings));
  const value = (id: keyof VisitSettings): number => {
    const given = settings?.values[id];
    return typeof given === 'number' && given >= 0 ? given : DEFAULT_SETTINGS[id];
  };
  const inForce: VisitSettings = {
    'per-day': value('per-day'),
    monthly: value('monthly'),
    'follow-up-days': value('follow-up-days'),
    'overlap-days': value('overlap-days'),
  };
  // A class that came since stands at the end of the table when it is built again.
  const counted = unique(own || !rows ? [...(rows ?? []), ...defaults] : rows);
  return {
    settings: inForce,
    cadences: counted.flatMap((input, index) => {
      const cadence = cadenceOf(input.values);
      return cadence ? [{ name: String(input.values['class']), cadence, row: index + 1 }] : [];
    }),
    writtenCadences: own || !rows ? defaults : unique(rows),
    writtenSettings: settings && settings.sheet !== ownSheet ? inForce : DEFAULT_SETTINGS,
    problems: [...found.problems, ...(settings?.problems ?? [])],
  };
}

function unique(inputs: readonly RuleInput[]): RuleInput[] {
  const seen = new Set<string>();
  return inputs.filter(({ key }) => (seen.has(key) ? false : seen.add(key)));
}

/** Null where the row can't be kept by anybody: reading has said what is wrong with its cells. */
function cadenceOf(values: RuleValues): Cadence | null {
  const { times, gap } = values;
  const period = PERIODS.find((each) => each === values['period']);
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 1 || !period) return null;
  return { times, period, gap: typeof gap === 'number' && gap >= 1 ? Math.floor(gap) : null };
}

function keyOf(name: RuleValue): string {
  return `class-${String(name).toLowerCase()}`;
}

/**
 * The rules that are written first, for the classes that the customers have. The field's texts say: demonstration
 * outlets twice a week, every customer once a month; once a week for the first class and twice a month for the second
 * are a proposal that stands in the table to be changed.
 */
export function defaultCadences(classes: readonly string[], other: string): RuleInput[] {
  const names = [...classes.filter((name) => name.toLowerCase() !== other.toLowerCase()), other];
  return names.map((name) => {
    const [times, period] = proposal(name);
    return { key: keyOf(name), values: { class: name, times, period, gap: null } };
  });
}

function proposal(name: string): readonly [times: number, period: Period] {
  if (/示范|demonstration|model outlet/i.test(name)) return [2, 'week'];
  if (/^(?:a|a[类级档+].*|class a|vip|key|gold|strategic)$|重点|核心|战略|钻石|金牌|大客户/i.test(name))
    return [1, 'week'];
  if (/^(?:b|b[类级档+].*|class b|silver)$|银牌/i.test(name)) return [2, 'month'];
  return [1, 'month'];
}

/** The rule for a customer of a class, else the one for others. */
export function cadenceFor(rules: VisitRules, name: string | null): Cadence {
  const wanted = name?.trim().toLowerCase();
  const others = Object.values(OTHER_CLASS).map((word) => word.toLowerCase());
  const found =
    rules.cadences.find((each) => each.name.toLowerCase() === wanted) ??
    rules.cadences.find((each) => others.includes(each.name.toLowerCase()));
  return found?.cadence ?? { times: 1, period: 'month', gap: null };
}
