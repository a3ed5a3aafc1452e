import { periodGroups, type PeriodGroup } from './wide';
import type { Findings } from './problems';
import { adds, RunningSums } from './totals';
import type { FoundTable } from './tables';
import { wordKey } from './text';
import type { ColumnReading, TableReading } from './types';
import { NumberColumn } from './values';
import type { SheetView } from './view';
import { totalKind } from './rows';

/** How a total's own cells are read: like the column they stand in. */
export interface TotalColumn {
  readonly reading: ColumnReading;
  readonly local: number;
  readonly exponent: number;
  readonly decimalComma: boolean;
}

const MAX_LABEL_CELLS = 4;

function isNumeric(kind: ColumnReading['kind']): boolean {
  return kind === 'money' || kind === 'number';
}

/** Fields whose values add up down a column; prices and rates do not. */
function addsUp(reading: ColumnReading): boolean {
  if (!isNumeric(reading.kind)) return false;
  const { field } = reading;
  return (
    field !== 'unit_price' &&
    field !== 'discount' &&
    field !== 'arpu' &&
    field !== 'sequence' &&
    field !== 'base_pay'
  );
}

/** Compares every total and subtotal row with the rows it can be the sum of. */
export function checkTotals(
  view: SheetView,
  table: FoundTable,
  columns: readonly TotalColumn[],
  above: readonly TableReading[],
  findings: Findings,
): void {
  const summing = columns.filter(({ reading }) => addsUp(reading));
  if (summing.length === 0) return;
  const rows = totalRows(view, table);
  if (rows.length === 0) return;
  for (const column of summing) {
    const sums = new RunningSums(column.reading.values);
    const stacked = stackedSums(column.reading, above);
    for (const total of rows) checkTotal(view, column, sums, stacked, total, findings);
  }
}

/** Sums of the same column in the tables stacked above: of the nearest, of the nearest two, and so on. */
function stackedSums(reading: ColumnReading, above: readonly TableReading[]): number[] {
  const sums: number[] = [];
  let sum = 0;
  for (const table of [...above].reverse()) {
    const same = table.columns.find(({ column }) => column === reading.column);
    if (!same) continue;
    if (wordKey(same.header) !== wordKey(reading.header)) break;
    sum += new RunningSums(same.values).between(0, same.values.length) ?? 0;
    sums.push(sum);
  }
  return sums;
}

interface TotalRow {
  readonly row: number;
  readonly subtotal: boolean;
  /** How many rows of data stand above it, and above the sum before it. */
  readonly before: number;
  readonly sinceBreak: number;
  readonly sinceTotal: number;
}

function totalRows(view: SheetView, table: FoundTable): TotalRow[] {
  const found: TotalRow[] = [];
  let sinceBreak = 0;
  let sinceTotal = 0;
  for (const { row, reason } of table.skipped) {
    if (reason !== 'total' && reason !== 'subtotal') continue;
    const before = indexBelow(table.rows, row);
    if (before > 0 && sumsUp(view, table, row)) {
      found.push({ row, subtotal: reason === 'subtotal', before, sinceBreak, sinceTotal });
    }
    if (before > sinceBreak) sinceBreak = before;
    if (reason === 'total') sinceTotal = before;
  }
  return found;
}

/** Averages and maxima stand in total rows too, and are no sums. */
function sumsUp(view: SheetView, table: FoundTable, row: number): boolean {
  let seen = 0;
  for (const column of table.columns) {
    const value = view.at(row, column);
    if (typeof value !== 'string' || value.trim() === '') continue;
    if (totalKind(value) !== null)
      return !/平均|均值|最高|最低|最大|最小|累计|累計|average|avg|mean|max|min/i.test(value);
    seen += 1;
    if (seen > MAX_LABEL_CELLS) break;
  }
  return false;
}

function checkTotal(
  view: SheetView,
  column: TotalColumn,
  sums: RunningSums,
  stacked: readonly number[],
  total: TotalRow,
  findings: Findings,
): void {
  const raw = view.at(total.row, column.local);
  if (raw === '') return;
  const stated = new NumberColumn(column.exponent, column.decimalComma, false).read(raw, false);
  if (stated === null) return;
  const step = 10 ** (column.exponent - 2);
  const starts = total.subtotal ? [total.sinceBreak, 0] : [0, total.sinceTotal];
  const possible = starts.map((start) => ({
    sum: sums.between(start, total.before),
    count: total.before - start,
  }));
  const own = possible[0]?.sum ?? null;
  // A total below tables stacked on each other can be the sum of them all.
  if (!total.subtotal && own !== null) {
    for (const sum of stacked) possible.push({ sum: own + sum, count: total.before });
  }
  let nearest: number | null = null;
  for (const { sum, count } of possible) {
    if (sum === null) continue;
    if (adds(stated, sum, count, step)) return;
    if (nearest === null || Math.abs(stated - sum) < Math.abs(stated - nearest)) nearest = sum;
  }
  if (nearest === null) return;
  findings.add({
    code: 'total-mismatch',
    row: view.grid.origin.row + total.row,
    column: column.reading.column,
    details: {
      stated,
      parts: nearest,
      gap: Number((stated - nearest).toPrecision(12)),
      header: column.reading.header || column.reading.letter,
    },
    severity: 'warning',
  });
}

/** How many of the sorted rows lie above a row. */
function indexBelow(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Compares total columns of a wide table with the months they sum up. */
export function checkTotalColumns(
  table: FoundTable,
  columns: readonly ColumnReading[],
  findings: Findings,
  firstRow: number,
): void {
  for (const group of periodGroups(columns)) {
    const { factor } = group.total;
    for (let index = 0; index < table.rows.length; index += 1) {
      const stated = group.total.values[index];
      if (typeof stated !== 'number') continue;
      const step = factor >= 1 ? factor / 100 : 0.01;
      const sum = nearestSum(group, index, stated, step);
      if (sum === null) continue;
      findings.add({
        code: 'row-total-mismatch',
        row: firstRow + (table.rows[index] ?? 0),
        column: group.total.column,
        details: {
          stated,
          parts: sum,
          gap: Number((stated - sum).toPrecision(12)),
          header: group.total.header,
        },
        severity: 'warning',
      });
    }
  }
}

/** The sum of parts that comes nearest to what is stated; null where one of them makes it, or none can be told. */
function nearestSum(group: PeriodGroup, index: number, stated: number, step: number): number | null {
  let nearest: number | null = null;
  for (const columns of group.options) {
    const parts = columns.map((part) => part.values[index] ?? null);
    const sum = new RunningSums(parts).between(0, parts.length);
    if (sum === null) continue;
    if (adds(stated, sum, parts.length, step)) return null;
    if (nearest === null || Math.abs(stated - sum) < Math.abs(stated - nearest)) nearest = sum;
  }
  return nearest;
}
