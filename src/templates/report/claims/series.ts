import { MONTHS } from '../calendar';
import { monthNumber } from '../../../domain/dates';
import { DIMENSIONS, type Sale } from '../sales';
import type { Subject } from './types';

/** The months of one thing that a claim can speak of: of all together, or of one name. */
export interface Series extends Span {
  /** Null: of all together. */
  readonly of: Subject | null;
}

/** Months without a gap. */
export interface Span {
  /** Number of src/domain/dates.ts. */
  readonly first: number;
  readonly cents: readonly number[];
}

/** Beyond this names are customers of an order list, of whom no report states a growth. */
const MOST_NAMES = 300;
/** A century: a day further off was misread. */
const MOST_MONTHS = 1200;

/** The whole, and each name of the dimensions that have few enough. */
export function seriesOf(sales: readonly Sale[]): Series[] {
  const months = Int32Array.from(sales, ({ date }) => monthNumber(date));
  const first = months.reduce((least, month) => Math.min(least, month), Infinity);
  const last = months.reduce((most, month) => Math.max(most, month), -Infinity);
  if (!Number.isFinite(first) || last - first > MOST_MONTHS) return [];
  const blank = (): number[] => Array.from({ length: last - first + 1 }, () => 0);
  const whole = blank();
  sales.forEach(({ cents }, index) => add(whole, (months[index] ?? 0) - first, cents));
  const byName = new Map<string, Series>();
  for (const by of DIMENSIONS) {
    const names = new Map<string, number[]>();
    for (let index = 0; index < sales.length && names.size <= MOST_NAMES; index++) {
      const sale = sales[index];
      const name = sale?.by[by] ?? null;
      if (!sale || name === null) continue;
      const known = names.get(name) ?? blank();
      if (!names.has(name)) names.set(name, known);
      add(known, (months[index] ?? 0) - first, sale.cents);
    }
    if (names.size > MOST_NAMES) continue;
    for (const [name, cents] of names) {
      if (!byName.has(name)) byName.set(name, { of: { name, by }, first, cents });
    }
  }
  return [{ of: null, first, cents: whole }, ...byName.values()];
}

function add(sums: number[], place: number, cents: number): void {
  sums[place] = (sums[place] ?? 0) + cents;
}

/** The part of a series in the months from `from` to `to` (1 to 12) of the year in which it ends. */
export function inYear(of: Span, from: number, to: number): Span | null {
  const last = of.first + of.cents.length - 1;
  const january = last - (last % MONTHS.perYear);
  const start = january + from - 1 - of.first;
  const end = january + to - 1 - of.first;
  if (start < 0 || end >= of.cents.length || start > end) return null;
  return { first: january + from - 1, cents: of.cents.slice(start, end + 1) };
}
