import { yuanOf } from '../../domain/money';
import { summarize } from '../../domain/summary';
import type { Dimension, Sale } from './sales';

/** The names that one breakdown lists, largest amount of the year to date first. */
export interface Breakdown {
  readonly by: Dimension;
  readonly names: readonly string[];
  /** Some sales have no name. */
  readonly blanks: boolean;
  /** There are more names than the listed ones. */
  readonly others: boolean;
}

/**
 * The `most` names with the largest amounts of these sales. Names that differ only in upper and lower case are one, as
 * they are to Excel's SUMIFS. Null when no sale has a name.
 */
export function breakDown(sales: readonly Sale[], by: Dimension, most: number): Breakdown | null {
  const keys = namesOf(sales, by);
  if (keys.every((key) => key === null)) return null;
  const { groups } = summarize({
    dates: sales.map(({ date }) => date),
    amounts: sales.map(({ cents }) => yuanOf(cents)),
    keys: { [by]: keys } as Record<Dimension, (string | null)[]>,
  });
  const named = groups[by].flatMap(({ key }) => (key === null ? [] : [key]));
  return { by, names: named.slice(0, most), blanks: keys.includes(null), others: named.length > most };
}

/** Each sale's name, in the spelling that came first. */
export function namesOf(sales: readonly Sale[], by: Dimension): (string | null)[] {
  const folded = new Map<string, string>();
  // By the spelling itself: to fold every row's name would take longer than everything else here.
  const spellings = new Map<string, string>();
  return sales.map((sale) => {
    const name = sale.by[by];
    if (name === null) return null;
    const known = spellings.get(name);
    if (known !== undefined) return known;
    const fold = name.toLowerCase();
    const first = folded.get(fold) ?? name;
    folded.set(fold, first);
    spellings.set(name, first);
    return first;
  });
}
