import { retailLedger, type RetailInput } from '../../domain/retail/ledger';
import { addPeriods, periodStart } from '../../domain/retail/periods';
import { flagsOf } from '../../domain/retail/tracking';
import { yuanOf } from '../../domain/money';
import type { Entries } from '../records/entries';

/** What a list of retailers says of one. */
export interface ListedRetailer {
  readonly person: string | null;
  readonly grade: string | null;
  readonly balance: number | null;
}

/** A retailer in the newest week, beside what is usual for him. */
export interface WeekRow {
  readonly retailer: string;
  readonly key: string;
  readonly current: number;
  /** Means of the weeks before; null where there are none. */
  readonly usual: number | null;
  readonly usualAmount: number | null;
  readonly balance: number | null;
  /** Aligned with Week.products. */
  readonly products: readonly number[];
}

export interface Week {
  /** Its Monday; null in a sheet to be filled in by hand. */
  readonly start: number | null;
  readonly weeksBefore: number;
  /** Those who want a look first. */
  readonly rows: readonly WeekRow[];
  readonly hasBalance: boolean;
  readonly products: readonly string[];
}

/** Weeks that say what is usual. */
const WEEKS_BEFORE = 4;

export function weekOf(
  input: RetailInput,
  { products }: Entries,
  asOf: number,
  more: {
    readonly daily: boolean;
    readonly balances: ReadonlyMap<string, ListedRetailer>;
    readonly products: readonly string[];
  },
): Week {
  const start = periodStart(asOf, 'week');
  const hasBalance = [...more.balances.values()].some(({ balance }) => balance !== null);
  if (!more.daily) return { start: null, weeksBefore: 0, rows: [], hasBalance, products: [] };
  const first = input.dates.reduce((least, date) => Math.min(least, date), start);
  const since = periodStart(first, 'week');
  const before = Array.from({ length: WEEKS_BEFORE }, (_, i) =>
    addPeriods(start, 'week', i - WEEKS_BEFORE),
  ).filter((week) => week >= since);
  const ledger = retailLedger(input, [...before, start], 'week');
  const byProduct = more.products.map((product) => {
    const name = product.toLowerCase();
    const only = input.quantities.map((quantity, i) =>
      products[i]?.toLowerCase() === name ? quantity : null,
    );
    return retailLedger({ ...input, quantities: only }, [start], 'week');
  });
  const mean = (values: readonly number[]): number | null =>
    before.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / before.length;
  const rows = ledger.map((retailer, index): WeekRow => {
    const key = retailer.name.toLowerCase();
    const usual = mean(retailer.quantities.slice(0, -1));
    const usualCents = mean(retailer.cents.slice(0, -1));
    return {
      retailer: retailer.name,
      key,
      current: retailer.quantities.at(-1) ?? 0,
      usual: usual === null ? null : Math.round(usual * 100) / 100,
      usualAmount: usualCents === null ? null : yuanOf(Math.round(usualCents)),
      balance: more.balances.get(key)?.balance ?? null,
      products: byProduct.map((one) => one[index]?.quantities[0] ?? 0),
    };
  });
  const urgency = (row: WeekRow): number => flagsOf(row).length;
  return {
    start,
    weeksBefore: before.length,
    rows: [...rows].sort((a, b) => urgency(b) - urgency(a) || (b.usual ?? 0) - (a.usual ?? 0)),
    hasBalance,
    products: more.products,
  };
}
