import { MONTHS } from '../calendar';
import { monthNumber } from '../../../domain/dates';
import { DIMENSIONS, type Sale } from '../sales';

/** The months of one thing that a claim can speak of: of all together, or of one name. */
export interface Series {
  /** Null: of all together. */
  readonly name: string | null;
  /** Month numbers of src/domain/dates.ts, without a gap. */
  readonly first: number;
  readonly cents: readonly number[];
}

/** Beyond this names are customers of an order list, of whom no report states a growth. */
const MOST_NAMES = 300;

/** The whole, and each name of the dimensions that have few enough. */
export function seriesOf(sales: readonly Sale[]): Series[] {
  const all = series(null, sales);
  if (!all) return [];
  const byName = new Map<string, Sale[]>();
  for (const dimension of DIMENSIONS) {
    const names = new Map<string, Sale[]>();
    for (const sale of sales) {
      const name = sale.by[dimension];
      if (name === null) continue;
      const known = names.get(name);
      if (known) known.push(sale);
      else names.set(name, [sale]);
      if (names.size > MOST_NAMES) break;
    }
    if (names.size > MOST_NAMES) continue;
    for (const [name, of] of names) if (!byName.has(name)) byName.set(name, of);
  }
  return [all, ...[...byName].flatMap(([name, of]) => series(name, of, all) ?? [])];
}

function series(name: string | null, sales: readonly Sale[], span?: Series): Series | null {
  const months = sales.map(({ date }) => monthNumber(date));
  const first = span?.first ?? months.reduce((least, month) => Math.min(least, month), Infinity);
  const last = span
    ? span.first + span.cents.length - 1
    : months.reduce((most, month) => Math.max(most, month), -Infinity);
  if (!Number.isFinite(first) || last - first > 1200) return null;
  const cents = Array.from({ length: last - first + 1 }, () => 0);
  sales.forEach((sale, index) => {
    const place = (months[index] ?? 0) - first;
    cents[place] = (cents[place] ?? 0) + sale.cents;
  });
  return { name, first, cents };
}

/** The part of a series in the months from `from` to `to` (1 to 12) of the year in which it ends. */
export function inYear(
  of: Series,
  from: number,
  to: number,
): { readonly first: number; readonly cents: number[] } | null {
  const last = of.first + of.cents.length - 1;
  const january = last - (last % MONTHS.perYear);
  const start = january + from - 1 - of.first;
  const end = january + to - 1 - of.first;
  if (start < 0 || end >= of.cents.length || start > end) return null;
  return { first: january + from - 1, cents: of.cents.slice(start, end + 1) };
}
