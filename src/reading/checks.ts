import { periodGroups } from './wide';
import type { Findings } from './problems';
import { adds, exactSum } from './totals';
import { cellAddress } from '../domain/address';
import type { FoundTable } from './tables';
import type { ColumnReading, ReadValue } from './types';
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
  findings: Findings,
): void {
  const summing = columns.filter(({ reading }) => addsUp(reading));
  if (summing.length === 0) return;
  for (const skip of table.skipped) {
    if (skip.reason !== 'total' && skip.reason !== 'subtotal') continue;
    if (!sums(view, table, skip.row)) continue;
    for (const column of summing) checkTotal(view, table, column, skip.row, skip.reason, findings);
  }
}

/** Averages and maxima stand in total rows too, and are no sums. */
function sums(view: SheetView, table: FoundTable, row: number): boolean {
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
  table: FoundTable,
  column: TotalColumn,
  row: number,
  reason: 'total' | 'subtotal',
  findings: Findings,
): void {
  const raw = view.at(row, column.local);
  if (raw === '') return;
  const stated = new NumberColumn(column.exponent, column.decimalComma, false).read(raw, false);
  if (stated === null) return;
  const before = indexBelow(table.rows, row);
  if (before === 0) return;
  const from = reason === 'subtotal' ? indexBelow(table.rows, previousBreak(table, row)) : 0;
  const all = column.reading.values;
  const step = 10 ** (column.exponent - 2);
  const options: [number, number][] =
    reason === 'subtotal'
      ? [
          [from, before],
          [0, before],
        ]
      : [
          [0, before],
          [indexBelow(table.rows, previousTotal(table, row)), before],
        ];
  let gap: number | null = null;
  let parts = 0;
  for (const [start, end] of options) {
    const sum = exactSum(all.slice(start, end));
    if (sum === null) continue;
    if (adds(stated, sum, end - start, step)) return;
    if (gap === null || Math.abs(stated - sum) < Math.abs(gap)) {
      gap = stated - sum;
      parts = sum;
    }
  }
  if (gap === null) return;
  findings.add({
    code: 'total-mismatch',
    row: view.grid.origin.row + row,
    column: column.reading.column,
    details: {
      stated,
      parts,
      gap: Number(gap.toPrecision(12)),
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

function previousBreak(table: FoundTable, row: number): number {
  let last = 0;
  for (const skip of table.skipped) {
    if (skip.row >= row) break;
    if (skip.reason === 'total' || skip.reason === 'subtotal') last = skip.row;
  }
  return last;
}

function previousTotal(table: FoundTable, row: number): number {
  let last = 0;
  for (const skip of table.skipped) {
    if (skip.row >= row) break;
    if (skip.reason === 'total') last = skip.row;
  }
  return last;
}

/** Compares total columns of a wide table with the months they sum up. */
export function checkTotalColumns(
  table: FoundTable,
  columns: readonly ColumnReading[],
  findings: Findings,
  firstRow: number,
): void {
  for (const group of periodGroups(columns)) {
    for (let index = 0; index < table.rows.length; index += 1) {
      const stated = group.total.values[index];
      if (typeof stated !== 'number') continue;
      const parts = group.parts.map((part) => part.values[index] ?? null);
      const sum = exactSum(parts);
      const step =
        Math.min(1, group.total.factor) * (group.total.factor >= 1 ? group.total.factor / 100 : 0.01);
      if (sum === null || adds(stated, sum, parts.length, step)) continue;
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

/** Rows that say the same order, or the same visit, twice. */
export function checkDuplicates(
  table: FoundTable,
  columns: readonly ColumnReading[],
  role: string,
  findings: Findings,
  firstRow: number,
): void {
  const by = (field: string): ColumnReading | undefined => columns.find((column) => column.field === field);
  const order = by('order_id');
  const product = by('product');
  if (order && role === 'orders') {
    // Lines of one order share its number; a line is the same only if what was ordered is, too.
    const keys = [order, product, by('quantity'), by('amount'), by('sequence')].filter(
      (column) => column !== undefined,
    );
    reportTwins(table, keys, order, 'duplicate-order', findings, firstRow);
  }
  const customer = by('customer') ?? by('customer_id');
  const date = by('date');
  if (role === 'visits' && customer && date) {
    const person = by('person');
    reportTwins(
      table,
      person ? [customer, date, person] : [customer, date],
      customer,
      'duplicate-visit',
      findings,
      firstRow,
    );
  }
}

function reportTwins(
  table: FoundTable,
  keys: readonly ColumnReading[],
  named: ColumnReading,
  code: 'duplicate-order' | 'duplicate-visit',
  findings: Findings,
  firstRow: number,
): void {
  const seen = new Map<string, number>();
  for (let index = 0; index < table.rows.length; index += 1) {
    const value: ReadValue | undefined = named.values[index];
    if (value === null || value === undefined) continue;
    let key = '';
    for (const column of keys) {
      const part = column.values[index] ?? '';
      key += `${typeof part === 'number' && column.field === 'date' ? Math.floor(part) : String(part)}\u0001`;
    }
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
      continue;
    }
    const at = { row: firstRow + (table.rows[first] ?? 0), column: named.column };
    findings.add({
      code,
      row: firstRow + (table.rows[index] ?? 0),
      column: named.column,
      details: { value: String(value), first: cellAddress(at) },
      severity: 'warning',
    });
  }
}
