import type { SubmittedRow } from '../../domain/commission-check/check';
import { ByMonth } from '../../domain/commission-check/by-month';
import { sameFigures, type Stated } from '../../domain/commission-check/explain';
import { monthNumbers, monthNumberStart, serialOf } from '../../domain/dates';
import { centsOf, type Cents } from '../../domain/money';
import { timesIn } from '../../reading/periods';
import type { ColumnReading, Problem, TableReading } from '../../reading/types';
import { cellOf, columnOf, dateAt, numberAt, textAt } from '../columns';
import type { Names } from '../commission/names';
import { roleColumn } from '../commission/team';

/** The sheet that is checked: a line for each person's month. */

export interface SheetColumns {
  readonly person: ColumnReading | null;
  readonly role: ColumnReading | null;
  readonly month: ColumnReading | null;
  readonly revenue: ColumnReading | null;
  readonly rate: ColumnReading | null;
  readonly base: ColumnReading | null;
  readonly commission: ColumnReading | null;
  readonly pay: ColumnReading | null;
}

export interface SheetRow extends SubmittedRow {
  readonly role: string | null;
  /** Indexes of the table's rows that make it up: several where a person's month stands on several rows. */
  readonly at: readonly number[];
}

export interface Submission {
  readonly table: TableReading;
  readonly columns: SheetColumns;
  readonly rows: readonly SheetRow[];
  /** The month that a title or sheet name gives to all rows; null where a column does. */
  readonly titleMonth: number | null;
  readonly findings: readonly Problem[];
}

export function sheetColumns(table: TableReading): SheetColumns {
  return {
    person: columnOf(table, ['person', 'owner']),
    role: roleColumn(table),
    month: columnOf(table, ['month', 'period', 'date']),
    revenue: columnOf(table, ['revenue', 'amount', 'actual', 'paid']),
    rate: columnOf(table, ['commission_rate']),
    base: columnOf(table, ['base_pay']),
    commission: columnOf(table, ['commission']),
    pay: columnOf(table, ['pay']),
  };
}

/** What the month of all rows is where no column says it: the one month that title or sheet name say. */
export function titleMonthOf({ title, sheet }: TableReading): number | null {
  for (const text of [title, sheet, `${title} ${sheet}`]) {
    const { years, months } = timesIn(text);
    const [year, month] = [years[0], months[0]];
    if (years.length === 1 && months.length === 1 && year !== undefined && month !== undefined) {
      return serialOf(year, month, 1);
    }
  }
  return null;
}

export function readSubmission(
  table: TableReading,
  columns: SheetColumns,
  names: Names,
  fallbackMonth: number | null,
): Submission {
  const titleMonth = columns.month ? null : titleMonthOf(table);
  const findings: Problem[] = [];
  const checked = columns.pay ?? columns.commission;
  const monthOf = monthNumbers();
  const lines = table.rows.map((row, index): SheetRow => {
    const name = textAt(columns.person, index);
    const serial = dateAt(columns.month, index);
    const stated = statedAt(columns, index);
    const month = columns.month ? serial && monthNumberStart(monthOf(serial)) : (titleMonth ?? fallbackMonth);
    const missing =
      name === null
        ? columns.person
        : month === null
          ? columns.month
          : amountMissing(stated)
            ? checked
            : null;
    if (missing) {
      const code = name === null ? 'check-no-person' : month === null ? 'check-no-month' : 'check-no-amount';
      findings.push({ code, row, column: missing.column, details: {}, severity: 'warning' });
    }
    const person = name === null ? null : names.of(name);
    return { person, month, stated, role: textAt(columns.role, index), at: [index] };
  });
  const rows = merged(lines);
  findings.push(...doubleBases(table, columns, lines, rows));
  return { table, columns, rows, titleMonth, findings };
}

/** Rows of one name and month that each state a base pay were added up, and may be those of two people. */
function doubleBases(
  { rows: places }: TableReading,
  { person: names }: SheetColumns,
  lines: readonly SheetRow[],
  rows: readonly SheetRow[],
): Problem[] {
  return rows.flatMap(({ person, at }): Problem[] => {
    const based = at.filter((index) => (lines[index]?.stated.base ?? 0) !== 0);
    const [, second] = based;
    const row = second === undefined ? undefined : places[second];
    if (person === null || row === undefined) return [];
    const details = { person, rows: based.length };
    return [{ code: 'check-rows-added', row, column: names?.column ?? 0, details, severity: 'warning' }];
  });
}

/** Addresses of the cells with a row's checked amounts. */
export function cellsOf({ table, columns }: Submission, { at }: SheetRow): string[] {
  const checked = columns.pay ?? columns.commission;
  return checked ? at.map((index) => cellOf(table, checked, index)) : [];
}

function amountMissing({ pay, commission }: Stated): boolean {
  return pay === null && commission === null;
}

function statedAt(columns: SheetColumns, index: number): Stated {
  const pay = centsAt(columns.pay, index);
  const revenue = centsAt(columns.revenue, index);
  // A row whose pay was not filled in states nothing that could be paid.
  if (columns.pay && pay === null) return { revenue, rate: null, base: null, commission: null, pay };
  return {
    revenue,
    rate: numberAt(columns.rate, index),
    base: centsAt(columns.base, index),
    commission: centsAt(columns.commission, index),
    pay,
  };
}

function centsAt(column: ColumnReading | null, index: number): Cents | null {
  const yuan = numberAt(column, index);
  return yuan === null ? null : centsOf(yuan);
}

/** A month that stands on several rows with different figures is paid by their sum; a row said twice stays two rows. */
function merged(lines: readonly SheetRow[]): SheetRow[] {
  const result: SheetRow[] = [];
  const places = new ByMonth<number>();
  for (const line of lines) {
    const { person, month } = line;
    const known = person !== null && month !== null;
    const place = known ? places.get(person, month) : undefined;
    const before = place === undefined ? undefined : result[place];
    if (place === undefined || !before || sameFigures(before.stated, line.stated)) {
      if (known && place === undefined) places.set(person, month, result.length);
      result.push(line);
      continue;
    }
    result[place] = {
      ...before,
      stated: {
        revenue: sum(before.stated.revenue, line.stated.revenue),
        rate: before.stated.rate === line.stated.rate ? line.stated.rate : null,
        base: sum(before.stated.base, line.stated.base),
        commission: sum(before.stated.commission, line.stated.commission),
        pay: sum(before.stated.pay, line.stated.pay),
      },
      at: [...before.at, ...line.at],
    };
  }
  return result;
}

function sum(a: Cents | null, b: Cents | null): Cents | null {
  return a === null ? b : b === null ? a : a + b;
}
