import { centsOf, yuanOf } from '../../domain/money';
import { currencyOf } from '../../reading/currency';
import type { BookGrid } from '../../reading/grid';
import type { Problem } from '../../reading/types';
import { findRules, type RuleDefinition, type RuleInput } from '../rules';
import type { Debt } from './debts';

/** What one unit of another currency is worth: typed by people, nothing is converted without it. */
export const rateRules: RuleDefinition = {
  id: 'exchange-rates',
  columns: [
    {
      id: 'currency',
      headers: { en: ['Currency'], 'zh-CN': ['币种'] },
      kind: 'text',
      required: true,
    },
    {
      id: 'rate',
      headers: { en: ['Conversion rate'], 'zh-CN': ['折算汇率'] },
      kind: 'number',
      required: true,
      mayBeBlank: true,
    },
  ],
};

/** The currencies that a list of debts is in. */
export interface Currencies {
  /** What sums are in, and what a row that names no currency is in. */
  readonly home: string;
  /** The others, each with what is known of its rate; none where all is in one currency. */
  readonly others: ReadonlyMap<string, number | null>;
  readonly inputs: readonly RuleInput[];
  readonly problems: readonly Problem[];
}

const YUAN = '元';

/** 元 where any row is in it, else the commonest currency; the others with the rates that stand in the workbook. */
export function currenciesOf(debts: readonly Debt[], grid: BookGrid): Currencies {
  const counts = new Map<string, number>();
  for (const { currency } of debts) {
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const known = [...counts].sort((a, b) => b[1] - a[1]).map(([currency]) => currency);
  const home = counts.has(YUAN) ? YUAN : (known[0] ?? YUAN);
  const foreign = known.filter((currency) => currency !== home);
  const found = findRules(grid, rateRules);
  const rates = new Map<string, number>();
  for (const { values } of found.tables.flatMap(({ rows }) => rows)) {
    const currency = currencyOf(String(values['currency'] ?? ''));
    const rate = values['rate'];
    if (currency !== null && typeof rate === 'number' && rate > 0) rates.set(currency, rate);
  }
  const others = new Map(foreign.map((currency) => [currency, rates.get(currency) ?? null]));
  const missing = foreign.filter((currency) => !rates.has(currency));
  const rows = debts.filter(({ currency }) => currency !== null && missing.includes(currency)).length;
  return {
    home,
    others,
    inputs: foreign.map((currency) => ({ key: `rate-${currency}`, values: { currency, rate: null } })),
    problems: [
      ...(foreign.length > 0 ? found.problems : []),
      ...(rows === 0
        ? []
        : [
            {
              code: 'debts-without-rate',
              details: { rows, currencies: missing.join(', ') },
              severity: 'warning',
            } as const,
          ]),
    ],
  };
}

/** What is owed in the currency of the sums; null as long as the rate is not known. */
export function convertedBalance({ balance, currency }: Debt, { others }: Currencies): number | null {
  const rate = currency === null ? 1 : others.get(currency);
  if (rate === undefined) return balance;
  return rate === null ? null : centsOf(yuanOf(balance) * rate);
}
