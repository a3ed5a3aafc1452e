import type { SheetCore } from '../model/core';
import { KeyedRows } from './keyedRows';
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

  /** The index of a whole column as it is now; null when scanning is cheaper. */
  at(sheet: SheetCore, column: number): ColumnIndex | null {
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

/** One column as it was when it was last looked at; each part is made when it is first asked for. */
export class ColumnIndex {
  private readonly moves: number;
  private edits: number;
  private readonly values: (Scalar | undefined)[];
  private errors = 0;
  private keyed: KeyedRows | null = null;
  private flat: Float64Array | null = null;
  private ordered: SortedNumbers | null = null;
  private stretches = new Map<string, Float64Array | null>();

  constructor(
    private readonly sheet: SheetCore,
    private readonly column: number,
  ) {
    const { cells } = sheet;
    this.moves = cells.moves;
    this.edits = cells.edits(column);
    this.values = cells.columnValues(column).slice();
    for (const value of this.values) if (isError(value ?? null)) this.errors++;
  }

  /** Takes in what was written since; false when the index is to be made anew. */
  catchUp(): boolean {
    const { cells } = this.sheet;
    if (cells.moves !== this.moves) return false;
    const edits = cells.edits(this.column);
    if (edits === this.edits) return true;
    const written = cells.rowsEditedSince(this.column, this.edits);
    if (!written) return false;
    this.edits = edits;
    this.stretches.clear();
    for (const row of written) this.take(row, cells.value(row, this.column));
    return true;
  }

  /** Ascending rows, codes: see KeyedRows. */
  get keys(): KeyedRows {
    return (this.keyed ??= new KeyedRows(this.values));
  }

  /** The number in each row, NaN where there is none; it may end before the column does. */
  get numbers(): Float64Array {
    return (this.flat ??= Float64Array.from(this.values, (value) => numberOrNone(value)));
  }

  /** The numbers of the whole column in order. */
  get sorted(): SortedNumbers {
    return (this.ordered ??= new SortedNumbers(this.values));
  }

  /** The numbers of a stretch of the column in order; null when it holds an error. */
  sortedWithin(row: number, rows: number): Float64Array | null {
    const id = `${row},${rows}`;
    let found = this.stretches.get(id);
    if (found === undefined) {
      found = this.isSound(row, rows) ? this.sorted.within(row, rows) : null;
      this.stretches.set(id, found);
    }
    return found;
  }

  private isSound(row: number, rows: number): boolean {
    if (this.errors === 0) return true;
    const end = Math.min(row + rows, this.values.length);
    for (let at = row; at < end; at++) if (isError(this.values[at] ?? null)) return false;
    return true;
  }

  private take(row: number, now: Scalar): void {
    const before = this.values[row] ?? null;
    if (before === now) return;
    this.values[row] = now;
    this.errors += Number(isError(now)) - Number(isError(before));
    this.keyed?.replace(row, before, now);
    if (typeof before === 'number') this.ordered?.remove(before, row);
    if (typeof now === 'number') this.ordered?.add(now, row);
    if (!this.flat) return;
    if (row >= this.flat.length) {
      if (typeof now !== 'number') return;
      const grown = new Float64Array(Math.ceil(row * 1.1) + 64).fill(NaN);
      grown.set(this.flat);
      this.flat = grown;
    }
    this.flat[row] = numberOrNone(now);
  }
}

function numberOrNone(value: Scalar | undefined): number {
  return typeof value === 'number' ? value : NaN;
}
