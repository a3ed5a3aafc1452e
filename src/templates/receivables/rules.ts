import { AGEING_LIMITS } from '../../domain/orders/ageing';
import type { Locale } from '../../locales';
import { texts } from '../../locales';
import type { BookGrid } from '../../reading/grid';
import type { Problem } from '../../reading/types';
import { findRules, ruleProblem, type RuleDefinition, type RuleInput } from '../rules';

/** The buckets of age, and what is done about each. */
export const bucketRules: RuleDefinition = {
  id: 'ageing-buckets',
  columns: [
    {
      id: 'from',
      headers: { en: ['From day', 'Days from'], 'zh-CN': ['账龄起（天）', '起始天数', '账龄起'] },
      kind: 'number',
      required: true,
    },
    {
      id: 'label',
      headers: { en: ['Age', 'Bucket'], 'zh-CN': ['账龄档', '账龄', '账龄段'] },
      kind: 'text',
      required: true,
    },
    {
      id: 'action',
      headers: { en: ['Dunning', 'What is done'], 'zh-CN': ['催收措施', '催收级别', '措施'] },
      kind: 'text',
      required: false,
    },
  ],
};

export function defaultBuckets(locale: Locale): RuleInput[] {
  const { bucketActions, bucketLabels } = texts(locale).templates['receivables'];
  return [0, ...AGEING_LIMITS.map((limit) => limit + 1)].map((from, index) => ({
    key: `bucket-${index}`,
    values: { from, label: bucketLabels[index] ?? '', action: bucketActions[index] ?? '' },
  }));
}

export interface Buckets {
  readonly inputs: readonly RuleInput[];
  /** The last day of each bucket but the last, as the domain takes them. */
  readonly limits: readonly number[];
  readonly labels: readonly string[];
  readonly problems: readonly Problem[];
}

/** The buckets of the workbook; the usual ones where it has none, or where they do not rise from day 0. */
export function bucketsOf(grid: BookGrid, locale: Locale): Buckets {
  const inputs = defaultBuckets(locale);
  const usual = {
    inputs,
    limits: AGEING_LIMITS,
    labels: inputs.map(({ values }) => String(values['label'])),
  };
  const found = findRules(grid, bucketRules);
  const [table] = found.tables;
  if (!table) return { ...usual, problems: found.problems };
  const rows = table.rows.flatMap(({ values: { from, label } }) =>
    typeof from === 'number' ? [{ from, label: String(label ?? '') }] : [],
  );
  const rising = rows.every(
    ({ from }, index) => Number.isInteger(from) && from > (rows[index - 1]?.from ?? -1),
  );
  if (rows.length === 0 || !rising || rows[0]?.from !== 0) {
    return {
      ...usual,
      problems: [...found.problems, ruleProblem('buckets-do-not-rise', table.sheet, table.at)],
    };
  }
  return {
    inputs,
    limits: rows.slice(1).map(({ from }) => from - 1),
    labels: rows.map(({ label }) => label),
    problems: found.problems,
  };
}
