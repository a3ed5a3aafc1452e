import { cellAddress } from '../domain/address';
import type { Findings } from './problems';
import type { FoundTable } from './tables';
import type { ColumnReading, Field, Role } from './types';

const BREATH = 10_000;

/** Rows that say the same order, or the same visit, twice. */
export function* checkDuplicates(
  table: FoundTable,
  columns: readonly ColumnReading[],
  role: Role,
  findings: Findings,
  firstRow: number,
): Generator<void, void> {
  const by = (field: Field): ColumnReading | undefined => columns.find((column) => column.field === field);
  const among = (...fields: readonly Field[]): ColumnReading[] =>
    fields.map(by).filter((column) => column !== undefined);
  const order = by('order_id');
  if (order && role === 'orders') {
    // Lines of one order share its number; a line is the same only if what was ordered is, too.
    const told = among('product', 'quantity', 'amount', 'sequence', 'unit_price', 'category');
    yield* reportTwins(table, order, told, 'duplicate-order', findings, firstRow);
  }
  const customer = by('customer') ?? by('customer_id');
  if (role === 'visits' && customer && by('date')) {
    yield* reportTwins(table, customer, among('date', 'person'), 'duplicate-visit', findings, firstRow);
  }
}

function* reportTwins(
  table: FoundTable,
  named: ColumnReading,
  others: readonly ColumnReading[],
  code: 'duplicate-order' | 'duplicate-visit',
  findings: Findings,
  firstRow: number,
): Generator<void, void> {
  const keyOf = (index: number): string => {
    let key = String(named.values[index]);
    for (const { values, field } of others) {
      const part = values[index] ?? '';
      key += `\u0001${typeof part === 'number' && field === 'date' ? Math.floor(part) : String(part)}`;
    }
    return key;
  };
  // Whole rows are compared only where the name comes again, which an order number rarely does.
  const firsts = new Map<string, number>();
  const rows = new Map<string, number>();
  for (let index = 0; index < table.rows.length; index += 1) {
    if (index % BREATH === BREATH - 1) yield;
    const value = named.values[index];
    if (value === null || value === undefined) continue;
    const name = String(value);
    const first = firsts.get(name);
    if (first === undefined) {
      firsts.set(name, index);
      continue;
    }
    const firstKey = keyOf(first);
    if (!rows.has(firstKey)) rows.set(firstKey, first);
    const key = keyOf(index);
    const twin = rows.get(key);
    if (twin === undefined) {
      rows.set(key, index);
      continue;
    }
    findings.add({
      code,
      row: firstRow + (table.rows[index] ?? 0),
      column: named.column,
      details: {
        value: name,
        first: cellAddress({ row: firstRow + (table.rows[twin] ?? 0), column: named.column }),
      },
      severity: 'warning',
    });
  }
}
