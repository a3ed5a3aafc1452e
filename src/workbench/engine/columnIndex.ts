import type { SheetCore } from '../model/core';
import { keyOf, type IndexKey } from './criteria';

/** The rows of a sheet's column by the values in it. */
interface ColumnIndex {
  readonly version: number;
  readonly rows: Map<IndexKey, number[]>;
}

/** More rebuilds of one column than this in one calculation mean that it is being written while it is read. */
const MAX_REBUILDS = 4;

/**
 * Remembers, for columns that are searched again and again, where each value stands: dozens of SUMIFS over the same
 * 50,000 rows read each column once. An index is good as long as its column is not written.
 */
export class ColumnIndexes {
  private indexes = new WeakMap<SheetCore, Map<number, ColumnIndex>>();
  private rebuilds = new Map<string, number>();

  /** Called when a calculation starts. */
  begin(): void {
    this.rebuilds.clear();
  }

  /** Ascending rows of the whole column that hold a value with this key; null when scanning is cheaper. */
  rowsOf(sheet: SheetCore, column: number, key: IndexKey): readonly number[] | null {
    let columns = this.indexes.get(sheet);
    if (!columns) this.indexes.set(sheet, (columns = new Map<number, ColumnIndex>()));
    const version = sheet.cells.columnVersion(column);
    let index = columns.get(column);
    if (index?.version !== version) {
      const id = `${sheet.id}:${column}`;
      const count = (this.rebuilds.get(id) ?? 0) + 1;
      this.rebuilds.set(id, count);
      if (count > MAX_REBUILDS) return null;
      columns.set(column, (index = { version, rows: buildIndex(sheet, column) }));
    }
    return index.rows.get(key) ?? NO_ROWS;
  }
}

const NO_ROWS: readonly number[] = [];

function buildIndex(sheet: SheetCore, column: number): Map<IndexKey, number[]> {
  const rows = new Map<IndexKey, number[]>();
  const add = (key: IndexKey, row: number): void => {
    const list = rows.get(key);
    if (list) list.push(row);
    else rows.set(key, [row]);
  };
  const values = sheet.cells.columnValues(column);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? null;
    const key = keyOf(value);
    if (key === null) continue;
    add(key, row);
    // A number typed as text equals the number, as criteria see it.
    if (typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)))
      add(Number(value), row);
  }
  return rows;
}

/** The first index in an ascending list whose entry is not below `from`. */
export function lowerBound(rows: readonly number[], from: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
