import type { Area } from '../domain/address';
import { isDateFormat, parseDateText } from './datetext';
import type { GridValue, SheetGrid } from './grid';
import { parseNumber } from './numbers';
import { isBlank, isErrorText, isPlaceholder } from './text';

/** A rectangle of a view, all four ends included. */
export interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type CellClass = 'blank' | 'number' | 'date' | 'text';

const MERGE_ROWS_LIMIT = 500_000;

/** A sheet seen in its own coordinates: row 0 and column 0 are the first of its used range. */
export class SheetView {
  readonly rows: number;
  readonly columns: number;
  private readonly mergesByRow = new Map<number, Area[]>();
  private readonly dateFormats = new Map<string, boolean>();
  private tallMerges: ReadonlyMap<number, Area[]> | undefined;

  constructor(
    readonly grid: SheetGrid,
    readonly date1904: boolean,
    private readonly hidden: readonly Region[] = [],
  ) {
    this.rows = grid.values.length;
    this.columns = grid.values.reduce((width, row) => Math.max(width, row.length), 0);
    this.indexMerges();
  }

  private indexMerges(): void {
    let entries = 0;
    for (const merge of this.grid.merges) {
      const local = {
        row: merge.row - this.grid.origin.row,
        column: merge.column - this.grid.origin.column,
        rows: merge.rows,
        columns: merge.columns,
      };
      const last = Math.min(this.rows, local.row + local.rows);
      for (let row = Math.max(0, local.row); row < last && entries < MERGE_ROWS_LIMIT; row += 1) {
        const list = this.mergesByRow.get(row);
        if (list) list.push(local);
        else this.mergesByRow.set(row, [local]);
        entries += 1;
      }
    }
  }

  /** The cell as it stands; '' outside the used range and inside areas that were taken by a table already. */
  at(row: number, column: number): GridValue {
    const value = this.grid.values[row]?.[column];
    if (value === undefined) return '';
    if (this.hidden.length > 0 && this.hidden.some((area) => inside(area, row, column))) return '';
    return value;
  }

  blank(row: number, column: number): boolean {
    return isBlank(this.at(row, column));
  }

  format(row: number, column: number): string {
    return this.grid.formats[row]?.[column] ?? 'General';
  }

  /** Whether a cell's number format shows a date. */
  dated(row: number, column: number): boolean {
    const format = this.format(row, column);
    if (format === 'General' || format === '') return false;
    const known = this.dateFormats.get(format);
    if (known !== undefined) return known;
    const dated = isDateFormat(format);
    this.dateFormats.set(format, dated);
    return dated;
  }

  /** The merged area over a cell, in the view's coordinates. */
  mergeAt(row: number, column: number): Area | undefined {
    return this.mergesByRow
      .get(row)
      ?.find((merge) => column >= merge.column && column < merge.column + merge.columns);
  }

  /** Merged areas of more than one row over a column. */
  tallMergesOver(column: number): readonly Area[] {
    this.tallMerges ??= this.indexTallMerges();
    return this.tallMerges.get(column) ?? [];
  }

  private indexTallMerges(): ReadonlyMap<number, Area[]> {
    const byColumn = new Map<number, Area[]>();
    for (const merge of this.grid.merges) {
      if (merge.rows < 2) continue;
      const left = merge.column - this.grid.origin.column;
      for (
        let column = Math.max(0, left);
        column < Math.min(this.columns, left + merge.columns);
        column += 1
      ) {
        const list = byColumn.get(column) ?? [];
        list.push(merge);
        byColumn.set(column, list);
      }
    }
    return byColumn;
  }

  mergesIn(row: number): readonly Area[] {
    return this.mergesByRow.get(row) ?? [];
  }

  /** The cell's value, or that of the merged area it belongs to. */
  shown(row: number, column: number): GridValue {
    const value = this.at(row, column);
    if (!isBlank(value)) return value;
    const merge = this.mergeAt(row, column);
    return merge === undefined ? '' : this.at(merge.row, merge.column);
  }

  classOf(row: number, column: number): CellClass {
    const value = this.at(row, column);
    if (typeof value === 'number') return this.dated(row, column) ? 'date' : 'number';
    if (typeof value === 'boolean') return 'text';
    return textClass(value);
  }
}

/** What a text looks like by itself; placeholders and errors count as blank. */
export function textClass(text: string): CellClass {
  if (isBlank(text) || isPlaceholder(text.trim()) || isErrorText(text)) return 'blank';
  if (text.length > 40) return 'text';
  if (/^0\d{3,}$/.test(text)) return 'text';
  if (/[\d〇一二三四五六七八九十]/.test(text)) {
    if (parseNumber(text) !== null || /^\s*\d+(?:\.\d+)?\s*折\s*$/.test(text)) return 'number';
    // "5-7" alone is a span of numbers as often as a day.
    if (!/^\d{1,2}-\d{1,2}$/.test(text) && parseDateText(text) !== null) return 'date';
  }
  return 'text';
}

export function inside(region: Region, row: number, column: number): boolean {
  return row >= region.top && row <= region.bottom && column >= region.left && column <= region.right;
}
