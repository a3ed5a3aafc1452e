import { dayOf } from '../calendar/clock';
import { DaybookError } from '../errors';
import type { Cents } from '../money';

/** The last day of each bucket: 0–30, 31–60, 61–90, over 90. */
export const AGEING_LIMITS: readonly number[] = [30, 60, 90];

/** @throws DaybookError when the limits do not rise */
export function checkAgeingLimits(limits: readonly number[]): void {
  if (limits.length === 0) throw new DaybookError('ageing-limits-missing');
  limits.forEach((limit, index) => {
    const before = limits[index - 1] ?? -1;
    if (!Number.isInteger(limit) || limit <= before)
      throw new DaybookError('ageing-limits', { limit, before });
  });
}

/** Days since the day that it was due on; negative while it is not due. */
export function ageInDays(due: number, asOf: number): number {
  return dayOf(asOf) - dayOf(due);
}

/**
 * The bucket of an age: 0 for the first, the number of limits for what is older than all, -1 for what is not due yet.
 * @example ageingBucket(30) //=> 0
 * @example ageingBucket(31) //=> 1
 */
export function ageingBucket(age: number, limits: readonly number[] = AGEING_LIMITS): number {
  if (age < 0) return -1;
  const index = limits.findIndex((limit) => age <= limit);
  return index < 0 ? limits.length : index;
}

/** '0–30', '31–60', '61–90', '>90'; '<0' for what is not due. */
export function bucketLabel(bucket: number, limits: readonly number[] = AGEING_LIMITS): string {
  if (bucket < 0) return '<0';
  const last = limits[bucket];
  const from = bucket === 0 ? 0 : (limits[bucket - 1] ?? 0) + 1;
  return last === undefined ? `>${from - 1}` : `${from}–${last}`;
}

export interface Receivable {
  readonly name: string;
  /** What is owed; a credit is negative and counts in its bucket. */
  readonly balance: Cents;
  /** null: nothing says since when, so it stands in no bucket. */
  readonly due: number | null;
}

export interface AgeingRow {
  readonly name: string;
  readonly total: Cents;
  readonly notDue: Cents;
  readonly buckets: readonly Cents[];
  readonly undated: Cents;
}

/** What each name owes by age, the largest overdue first; sums are exact. */
export function ageing(
  receivables: readonly Receivable[],
  asOf: number,
  limits: readonly number[] = AGEING_LIMITS,
): AgeingRow[] {
  checkAgeingLimits(limits);
  const rows = new Map<string, { total: Cents; notDue: Cents; buckets: Cents[]; undated: Cents }>();
  for (const { name, balance, due } of receivables) {
    let row = rows.get(name);
    if (!row)
      rows.set(
        name,
        (row = { total: 0, notDue: 0, buckets: Array(limits.length + 1).fill(0) as Cents[], undated: 0 }),
      );
    row.total += balance;
    const bucket = due === null ? null : ageingBucket(ageInDays(due, asOf), limits);
    if (bucket === null) row.undated += balance;
    else if (bucket < 0) row.notDue += balance;
    else row.buckets[bucket] = (row.buckets[bucket] ?? 0) + balance;
  }
  const overdue = ({ buckets }: { buckets: readonly Cents[] }): Cents =>
    buckets.reduce((sum, part) => sum + part, 0);
  return [...rows]
    .map(([name, row]) => ({ name, ...row }))
    .sort((a, b) => overdue(b) - overdue(a) || b.total - a.total || (a.name < b.name ? -1 : 1));
}
