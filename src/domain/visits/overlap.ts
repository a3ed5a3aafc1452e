import { rowsByCustomer, type VisitRows } from './log';

/** Two visits of different people to one customer within a few days: neither may know of the other. */
export interface Overlap {
  readonly customer: string;
  /** Rows of the log, the earlier visit first. */
  readonly first: number;
  readonly second: number;
  readonly days: number;
}

/**
 * For every visit the latest earlier one (or one on the same day, further up in the log) by somebody else, when it is
 * at most `within` days back. Ordered by customer as they first come in the log, then by day. Visits without a visitor
 * are left out: it can't be known whose they are.
 */
export function overlapsOf(log: VisitRows, within: number): Overlap[] {
  const overlaps: Overlap[] = [];
  const dayOf = (row: number): number => Math.floor(log.dates[row] ?? 0);
  const personOf = (row: number): string => log.people[row]?.trim() ?? '';
  for (const [customer, rows] of rowsByCustomer(log)) {
    const ordered = rows.filter((row) => personOf(row) !== '').sort((a, b) => dayOf(a) - dayOf(b) || a - b);
    // The last visit, and the last one by somebody else than its visitor: no other can be the nearest.
    let last: number | null = null;
    let other: number | null = null;
    for (const row of ordered) {
      const person = personOf(row);
      const near = last !== null && personOf(last) !== person ? last : other;
      if (near !== null && dayOf(row) - dayOf(near) <= within) {
        overlaps.push({ customer, first: near, second: row, days: dayOf(row) - dayOf(near) });
      }
      if (last !== null && personOf(last) !== person) other = last;
      last = row;
    }
  }
  return overlaps;
}
