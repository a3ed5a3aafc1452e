import { centsOf } from '../../domain/money';
import type { Entries } from '../records/entries';

/** What a retailer ordered of one product, over all days up to the newest. */
export interface MixRow {
  readonly key: string;
  readonly retailer: string;
  readonly product: string;
  /** Stated in the orders; null where they do not say it. */
  readonly tier: string | null;
  /** Mean price of one, 元; null where nothing was counted. */
  readonly price: number | null;
  readonly quantity: number;
  readonly cents: number;
}

export interface Mix {
  readonly rows: readonly MixRow[];
  /** Largest amount first. */
  readonly products: readonly string[];
  readonly tiersStated: boolean;
}

/** More kinds than this are no price tiers but something else. */
const MOST_TIERS = 8;
/** Between retailer and product in a key; neither has line ends. */
const JOINT = '\n';

export function mixOf(entries: Entries, asOf: number): Mix {
  const { customers, products, grades, quantities, amounts, dates, prices } = entries;
  const stated = new Set(grades.filter((grade) => grade !== null));
  const tiersStated = stated.size > 0 && stated.size <= MOST_TIERS;
  interface Sum {
    retailer: string;
    product: string;
    tier: string | null;
    price: number | null;
    millionths: number;
    cents: number;
  }
  const sums = new Map<string, Sum>();
  const total = new Map<string, { name: string; cents: number; quantity: number }>();
  customers.forEach((customer, i) => {
    const product = products[i] ?? null;
    if (product === null || (dates[i] ?? 0) > asOf) return;
    const key = `${customer.toLowerCase()}${JOINT}${product.toLowerCase()}`;
    let sum = sums.get(key);
    if (!sum) {
      const tier = tiersStated ? (grades[i] ?? null) : null;
      sum = { retailer: customer, product, tier, price: null, millionths: 0, cents: 0 };
      sums.set(key, sum);
    }
    const cents = centsOf(amounts[i] ?? 0);
    sum.millionths += Math.round((quantities[i] ?? 0) * 1e6);
    sum.cents += cents;
    sum.price ??= prices[i] ?? null;
    const all = total.get(product.toLowerCase()) ?? { name: product, cents: 0, quantity: 0 };
    all.cents += cents;
    all.quantity += quantities[i] ?? 0;
    total.set(product.toLowerCase(), all);
  });
  const rows = [...sums].map(([key, sum]): MixRow => {
    const quantity = sum.millionths / 1e6;
    const mean = quantity > 0 && sum.cents > 0 ? Math.round(sum.cents / quantity) / 100 : null;
    const { retailer, product, tier, cents } = sum;
    return {
      key: key.replace(JOINT, ' · '),
      retailer,
      product,
      tier,
      price: mean ?? sum.price,
      quantity,
      cents,
    };
  });
  return {
    rows: uniqueKeys(rows),
    products: [...total.values()]
      .sort((a, b) => b.cents - a.cents || b.quantity - a.quantity)
      .map(({ name }) => name),
    tiersStated,
  };
}

/** "a · b" with "c" and "a" with "b · c" read the same. */
function uniqueKeys(rows: readonly MixRow[]): MixRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = (seen.get(row.key) ?? 0) + 1;
    seen.set(row.key, times);
    return times === 1 ? row : { ...row, key: `${row.key}#${times}` };
  });
}
