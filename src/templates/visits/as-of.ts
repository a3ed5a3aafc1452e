import { isoDate, isSerial } from '../../domain/dates';
import type { ColumnReading, Problem, TableReading } from '../../reading/types';
import { numberAt } from '../columns';
import { rowFinding } from '../findings';

/** The newest day of a diary, and the first of the days so far after it that they are taken for slips of the pen. */
export interface NewestDay {
  readonly day: number;
  readonly slip: number | null;
}

/** The part of the visits whose days may be slips, however many these are. */
const SLIPS = 0.02;
const QUARTER = 92;
const YEAR = 366;
/** However few the days are, one that stands ten years after all others is a slip. */
export const DECADE = 3653;
/** Different days that show how often there are visits. */
const DAYS_OF_A_PACE = 5;
/** One day alone this many times as long after all others as these ever were apart is a slip. */
const PAUSES = 3;

/**
 * Null for a diary without a day. At most 2% of the days may stand more than a year after all others. One alone may be
 * no further off than `alone`; where nothing else is said, than the pace of the others lets expect.
 */
export function newestDay(dates: readonly (number | null)[], alone?: number): NewestDay | null {
  const days = dates.filter((date) => date !== null).sort((a, b) => a - b);
  const slips = Math.max(1, days.length * SLIPS);
  for (let last = days.length - 1; last > 0 && days.length - last <= slips; last--) {
    const [before = 0, day = 0] = [days[last - 1], days[last]];
    const later = days.length - last;
    const off = later === 1 ? (alone ?? furthest(days.slice(0, last))) : YEAR;
    const most = later <= days.length * SLIPS ? Math.min(YEAR, off) : off;
    if (day - before > most) return { day: before, slip: day };
  }
  const day = days.at(-1);
  return day === undefined ? null : { day, slip: null };
}

/** How long after these ascending days the next one may be, by the longest time that they were apart. */
export function furthest(days: readonly number[]): number {
  let different = 0;
  let longest = 0;
  let previous: number | null = null;
  for (const day of days) {
    const whole = Math.floor(day);
    if (whole === previous) continue;
    if (previous !== null) longest = Math.max(longest, whole - previous);
    previous = whole;
    different++;
  }
  if (days.length < 2) return DECADE;
  return different < DAYS_OF_A_PACE ? YEAR : Math.min(YEAR, Math.max(QUARTER, PAUSES * longest));
}

/** The cells whose days are so far off that they move nothing. */
export function farOffFindings(
  code: string,
  newest: NewestDay | null,
  columns: readonly { readonly table: TableReading; readonly column: ColumnReading | null | undefined }[],
): Problem[] {
  const slip = newest?.slip ?? null;
  if (slip === null) return [];
  return columns.flatMap(({ table, column }) =>
    table.rows.flatMap((_, index) => {
      const day = numberAt(column ?? null, index);
      if (day === null || day < slip || !isSerial(day)) return [];
      return [rowFinding(code, table, index, column, { day: isoDate(day) })];
    }),
  );
}
