import { bounding } from './areas';
import type { Area, CellStyle, CellValue } from './types';

/** The cells of one column, as far down as something was written. Holes are blank or have no style of their own. */
class Column {
  values: (CellValue | undefined)[] = [];
  styles: (CellStyle | undefined)[] = [];
  /** Grows with every write of a value, so that what was derived from the column can tell whether it is stale. */
  version = 0;
  /** The rows of the latest writes, the last one that which made the version. */
  private edits: number[] = [];

  edited(row: number): void {
    this.version++;
    if (this.edits.length >= MOST_EDITS) this.edits = [];
    this.edits.push(row);
  }

  editsSince(version: number): readonly number[] | null {
    const count = this.version - version;
    return count <= this.edits.length ? this.edits.slice(this.edits.length - count) : null;
  }
}

/** Writes that are remembered by their rows; after more, whatever was derived from the column is derived anew. */
const MOST_EDITS = 4096;

/** Columns come first: calculation and tables read down a column, and a row insertion is a splice. */
export class CellStore {
  private columns: (Column | undefined)[] = [];
  private structureVersion = 0;
  private knownExtent: { rows: number; columns: number } | null = null;

  value(row: number, column: number): CellValue {
    return this.columns[column]?.values[row] ?? null;
  }

  setValue(row: number, column: number, value: CellValue): void {
    const held = this.columns[column];
    if (value === null) {
      if (held && row < held.values.length) {
        held.edited(row);
        if (row === held.values.length - 1) {
          held.values.length = row;
          this.knownExtent = null;
        } else held.values[row] = null;
      }
      return;
    }
    const target = held ?? this.column(column);
    target.edited(row);
    if (row >= target.values.length) this.knownExtent = null;
    target.values[row] = value;
  }

  /** The column's values as they lie in memory: undefined and null are blank, it ends at the last value. */
  columnValues(column: number): readonly (CellValue | undefined)[] {
    return this.columns[column]?.values ?? [];
  }

  /** Grows whenever cells move. */
  get moves(): number {
    return this.structureVersion;
  }

  /** Grows whenever a value of the column changes. */
  edits(column: number): number {
    return this.columns[column]?.version ?? 0;
  }

  /** Rows of the column that were written since a version (some twice); null when there are too many to tell. */
  rowsEditedSince(column: number, edits: number): readonly number[] | null {
    const held = this.columns[column];
    return held ? held.editsSince(edits) : [];
  }

  /** The style set on this very cell; undefined leaves it to its row and column. */
  ownStyle(row: number, column: number): CellStyle | undefined {
    return this.columns[column]?.styles[row];
  }

  setOwnStyle(row: number, column: number, style: CellStyle | undefined): void {
    if (style === undefined && !this.columns[column]) return;
    const { styles } = this.column(column);
    if (row >= styles.length) this.knownExtent = null;
    styles[row] = style;
  }

  /** How many rows and columns have to be looked at to see every cell. */
  get extent(): { readonly rows: number; readonly columns: number } {
    return (this.knownExtent ??= this.measured());
  }

  private measured(): { rows: number; columns: number } {
    let rows = 0;
    for (const column of this.columns) {
      if (column) rows = Math.max(rows, column.values.length, column.styles.length);
    }
    return { rows, columns: this.columns.length };
  }

  usedArea(valuesOnly: boolean): Area | null {
    let used: Area | null = null;
    this.columns.forEach((held, column) => {
      if (!held) return;
      used = bounding(used, span(held.values, column));
      if (!valuesOnly) used = bounding(used, span(held.styles, column));
    });
    return used;
  }

  /** Opens (or with a negative count closes) rows at `row` within some columns. */
  shiftRows(row: number, count: number, firstColumn: number, columns: number): void {
    this.structureVersion++;
    this.knownExtent = null;
    const last = Math.min(firstColumn + columns, this.columns.length);
    for (let column = firstColumn; column < last; column++) {
      const held = this.columns[column];
      if (!held) continue;
      held.values = shifted(held.values, row, count);
      held.styles = shifted(held.styles, row, count);
    }
  }

  /** Opens (or with a negative count closes) columns at `column` within some rows. */
  shiftColumns(column: number, count: number, firstRow: number, rows: number): void {
    this.structureVersion++;
    this.knownExtent = null;
    const { rows: allRows, columns: allColumns } = this.extent;
    if (firstRow === 0 && rows >= allRows) {
      this.columns = shifted(this.columns, column, count);
      return;
    }
    const lastRow = Math.min(firstRow + rows, allRows);
    const end = allColumns + Math.max(0, count);
    for (let row = firstRow; row < lastRow; row++) {
      const values: CellValue[] = [];
      const styles: (CellStyle | undefined)[] = [];
      for (let at = column; at < allColumns; at++) {
        values.push(this.value(row, at));
        styles.push(this.ownStyle(row, at));
      }
      for (let at = column; at < end; at++) {
        const from = at - column - count;
        this.setValue(row, at, count > 0 && at < column + count ? null : (values[from] ?? null));
        this.setOwnStyle(row, at, count > 0 && at < column + count ? undefined : styles[from]);
      }
    }
  }

  private column(index: number): Column {
    const held = this.columns[index];
    if (held) return held;
    this.knownExtent = null;
    return (this.columns[index] = new Column());
  }
}

function isSet(entry: unknown): boolean {
  return entry !== undefined && entry !== null;
}

function span(entries: readonly unknown[], column: number): Area | null {
  let last = entries.length - 1;
  while (last >= 0 && !isSet(entries[last])) last--;
  if (last < 0) return null;
  let first = 0;
  while (!isSet(entries[first])) first++;
  return { row: first, column, rows: last - first + 1, columns: 1 };
}

function shifted<T>(entries: readonly (T | undefined)[], at: number, count: number): (T | undefined)[] {
  if (at >= entries.length) return entries.slice();
  const head = entries.slice(0, at);
  if (count < 0) return head.concat(entries.slice(at - count));
  return head.concat(new Array<undefined>(count).fill(undefined), entries.slice(at));
}
