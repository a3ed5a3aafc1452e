import { addMonths, monthNumber, monthStart, serialOf } from '../../domain/dates';
import { centsOf } from '../../domain/money';
import { fingerprint } from '../../plan/fingerprint';
import type { ColumnReading, Field, TableReading } from '../../reading/types';
import { cellOf, columnOf, dateColumnOf, numberAt, textAt } from '../columns';

/** One target: of the whole, or of one person, for one month, quarter or year. */
export interface Target {
  /** Null: of all together. */
  readonly person: string | null;
  /** First days of the first and of the last month. */
  readonly from: number;
  readonly to: number;
  readonly months: number;
  readonly cents: number;
  readonly origin: string;
  readonly key: string;
}

/** What an undated target is for; a choice in the pane. */
export const UNDATED = ['year', 'month'] as const;
export type Undated = (typeof UNDATED)[number];

const MONTHS_OF: Readonly<Record<Undated, number>> = { year: 12, month: 1 };
const DATES: readonly Field[] = ['month', 'period', 'date'];

/**
 * The targets of the tables that have some; `focus` is the first day of a month in the year that undated ones are for.
 * Where a person has targets of months, those of quarters say the same again and are left out.
 */
export function readTargets(tables: readonly TableReading[], focus: number, undated: Undated): Target[] {
  const found = tables.flatMap((table) =>
    table.wideMonths ? wideTargets(table) : longTargets(table, focus, undated),
  );
  const monthly = new Set(found.filter(({ months }) => months === 1).map(scopeOf));
  const keys = new Map<string, number>();
  return found
    .filter((target) => target.months !== 3 || !monthly.has(scopeOf(target)))
    .map((target) => {
      const base = fingerprint(['person', 'from', 'months'], [target.person, target.from, target.months]);
      const count = (keys.get(base) ?? 0) + 1;
      keys.set(base, count);
      return { ...target, key: count === 1 ? base : `${base}#${count}` };
    });
}

function scopeOf({ person, from }: Omit<Target, 'key'>): string {
  return `${person ?? ''}\n${Math.floor(monthNumber(from) / 12)}`;
}

function wideTargets(table: TableReading): Omit<Target, 'key'>[] {
  if (table.role !== 'targets') return [];
  const person = columnOf(table, ['person', 'team']);
  return table.rows.flatMap((_, index) =>
    table.columns.flatMap((column) => {
      const yuan = numberAt(column, index);
      if (!column.period || column.total || yuan === null) return [];
      return [
        {
          person: textAt(person, index),
          ...span(column.period.start, column.period.months),
          cents: centsOf(yuan),
          origin: `${table.sheet}!${cellOf(table, column, index)}`,
        },
      ];
    }),
  );
}

function longTargets(table: TableReading, focus: number, undated: Undated): Omit<Target, 'key'>[] {
  const target = columnOf(table, ['target']);
  if (!target) return [];
  const date = dateColumnOf(table, DATES);
  const years = columnOf(table, ['period']);
  const person = columnOf(table, ['person', 'team']);
  return table.rows.flatMap((_, index) => {
    const yuan = numberAt(target, index);
    const day = numberAt(date, index);
    if (yuan === null || (date !== null && day === null)) return [];
    const year = date === null ? yearAt(years, index) : null;
    const january = addMonths(focus, -(monthNumber(focus) % 12));
    const [start, months] =
      day !== null
        ? [monthStart(day), 1]
        : year !== null
          ? [serialOf(year, 1, 1), 12]
          : [undated === 'year' ? january : focus, MONTHS_OF[undated]];
    return [
      {
        person: textAt(person, index),
        ...span(start, months),
        cents: centsOf(yuan),
        origin: `${table.sheet}!${cellOf(table, target, index)}`,
      },
    ];
  });
}

/** A column that says nothing but the year says what the row's target is for. */
function yearAt(column: ColumnReading | null, index: number): number | null {
  const year = column?.kind === 'number' ? numberAt(column, index) : null;
  return year !== null && Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null;
}

function span(start: number, months: number): Pick<Target, 'from' | 'to' | 'months'> {
  return { from: start, to: addMonths(start, months - 1), months };
}
