import type { SheetCore } from '../model/core';
import { keyOf, type IndexKey } from './criteria';
import { SortedNumbers } from './sortedNumbers';
import { isError, type Scalar } from './values';

/** More rebuilds of one column than this in one calculation mean that it is being written while it is read. */
const MAX_REBUILDS = 4;

/**
 * Remembers, for columns that are searched again and again, where each value stands and how the numbers are ordered:
 * dozens of SUMIFS over the same 50,000 rows read each column once. What was written since is looked at row by row;
 * after very much of that, or when cells moved, an index is made anew.
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
    return this.indexOf(sheet, column)?.rowsOf(key) ?? null;
  }

  /** The numbers of the whole column in order; null when scanning is cheaper. */
  sorted(sheet: SheetCore, column: number): SortedNumbers | null {
    return this.indexOf(sheet, column)?.sorted() ?? null;
  }

  /** The numbers of a stretch of the column in order; null when it holds an error, or scanning is cheaper. */
  sortedWithin(sheet: SheetCore, column: number, row: number, rows: number): Float64Array | null {
    return this.indexOf(sheet, column)?.sortedWithin(row, rows) ?? null;
  }

  private indexOf(sheet: SheetCore, column: number): ColumnIndex | null {
    let columns = this.indexes.get(sheet);
    if (!columns) this.indexes.set(sheet, (columns = new Map<number, ColumnIndex>()));
    const index = columns.get(column);
    if (index?.catchUp()) return index;
    const id = `${sheet.id}:${column}`;
    const count = (this.rebuilds.get(id) ?? 0) + 1;
    this.rebuilds.set(id, count);
    if (count > MAX_REBUILDS) return null;
    const made = new ColumnIndex(sheet, column);
    columns.set(column, made);
    return made;
  }
}

const NO_ROWS: readonly number[] = [];

/** One column as it was when it was last looked at; each part is made when it is first asked for. */
class ColumnIndex {
  private moves: number;
  private edits: number;
  private readonly values: (Scalar | undefined)[];
  private rows: Map<IndexKey, number[]> | null = null;
  private numbers: SortedNumbers | null = null;
  private stretches = new Map<string, Float64Array | null>();

  constructor(
    private readonly sheet: SheetCore,
    private readonly column: number,
  ) {
    ({ moves: this.moves, edits: this.edits } = sheet.cells.columnVersion(column));
    this.values = sheet.cells.columnValues(column).slice();
  }

  /** Takes in what was written since; false when the index is to be made anew. */
  catchUp(): boolean {
    const { cells } = this.sheet;
    const { moves, edits } = cells.columnVersion(this.column);
    if (moves !== this.moves) return false;
    if (edits === this.edits) return true;
    const written = cells.rowsEditedSince(this.column, this.edits);
    if (!written) return false;
    this.edits = edits;
    this.stretches.clear();
    for (const row of written) {
      const before = this.values[row] ?? null;
      const now = cells.value(row, this.column);
      if (before === now) continue;
      this.values[row] = now;
      if (this.rows) {
        for (const key of keysOf(before)) takeOut(this.rows, key, row);
        for (const key of keysOf(now)) putIn(this.rows, key, row);
      }
      if (typeof before === 'number') this.numbers?.remove(before, row);
      if (typeof now === 'number') this.numbers?.add(now, row);
    }
    return true;
  }

  rowsOf(key: IndexKey): readonly number[] {
    this.rows ??= rowsByKey(this.values);
    return this.rows.get(key) ?? NO_ROWS;
  }

  sorted(): SortedNumbers {
    return (this.numbers ??= new SortedNumbers(this.values));
  }

  sortedWithin(row: number, rows: number): Float64Array | null {
    const id = `${row},${rows}`;
    let found = this.stretches.get(id);
    if (found === undefined) {
      const end = Math.min(row + rows, this.values.length);
      let sound = true;
      for (let at = row; at < end && sound; at++) sound = !isError(this.values[at] ?? null);
      found = sound ? this.sorted().within(row, rows) : null;
      this.stretches.set(id, found);
    }
    return found;
  }
}

/** A number typed as text equals the number too, as criteria see it. */
function keysOf(value: Scalar): IndexKey[] {
  const key = keyOf(value);
  if (key === null) return [];
  if (typeof value !== 'string' || value.trim() === '' || Number.isNaN(Number(value))) return [key];
  return [key, Number(value)];
}

function rowsByKey(values: readonly (Scalar | undefined)[]): Map<IndexKey, number[]> {
  const rows = new Map<IndexKey, number[]>();
  for (let row = 0; row < values.length; row++) {
    for (const key of keysOf(values[row] ?? null)) {
      const list = rows.get(key);
      if (list) list.push(row);
      else rows.set(key, [row]);
    }
  }
  return rows;
}

function putIn(rows: Map<IndexKey, number[]>, key: IndexKey, row: number): void {
  const list = rows.get(key);
  if (!list) rows.set(key, [row]);
  else list.splice(lowerBound(list, row), 0, row);
}

function takeOut(rows: Map<IndexKey, number[]>, key: IndexKey, row: number): void {
  const list = rows.get(key);
  const at = list ? lowerBound(list, row) : -1;
  if (list?.[at] === row) list.splice(at, 1);
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
