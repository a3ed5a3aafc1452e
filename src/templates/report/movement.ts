import type { Calendar } from './calendar';
import { shifted } from './calendar';
import type { Breakdown } from './breakdown';
import { namesOf } from './breakdown';
import type { Dimension, Sale } from './sales';

/** What a period is compared with. */
export const COMPARISONS = ['previous', 'year'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The names of one dimension whose change is shown. */
export interface Movers {
  readonly by: Dimension;
  readonly names: readonly string[];
  /** Quantities are known well enough to tell volume, mix and price apart. */
  readonly quantified: boolean;
}

/** Below this part of the sales with a quantity, a price per unit says nothing. */
const QUANTIFIED = 0.9;

/** The `most` names that count most in the period in focus or in one that it is compared with. */
export function chooseMovers(
  calendar: Calendar,
  sales: readonly Sale[],
  { by }: Breakdown,
  focus: number,
  most: number,
): Movers | null {
  const periods = [focus, shifted(calendar, focus, -1), shifted(calendar, focus, -calendar.perYear)];
  const names = namesOf(sales, by);
  const weights = new Map<string, number>();
  const sums = new Map<string, number>();
  let seen = 0;
  let quantified = 0;
  sales.forEach((sale, index) => {
    const period = calendar.cellOf(calendar.numberOf(sale.date));
    if (!periods.includes(period)) return;
    seen++;
    if ((sale.quantity ?? 0) !== 0) quantified++;
    const name = names[index];
    if (name === null || name === undefined) return;
    const key = `${period}\n${name}`;
    const sum = (sums.get(key) ?? 0) + sale.cents;
    sums.set(key, sum);
  });
  for (const [key, sum] of sums) {
    const name = key.slice(key.indexOf('\n') + 1);
    weights.set(name, Math.max(weights.get(name) ?? 0, Math.abs(sum)));
  }
  const chosen = [...weights].sort(([, a], [, b]) => b - a).slice(0, most);
  if (chosen.length === 0) return null;
  return { by, names: chosen.map(([name]) => name), quantified: seen > 0 && quantified >= QUANTIFIED * seen };
}
