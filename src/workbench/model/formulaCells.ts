import { columnOfKey, rowOfKey } from './address';
import type { Area, FormulaCell } from './types';

/** The smallest area around cells; it only grows. */
interface Extent {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * A sheet's formulas by the keys of their cells. Knows what they span: a large sheet has a million, and how far it is
 * used is asked at every change and for every row that is drawn.
 */
export class FormulaCells extends Map<number, FormulaCell> {
  /** Null once a formula went whose place may have been the outermost. */
  private extent: Extent | null = null;

  override set(key: number, cell: FormulaCell): this {
    if (this.extent) grow(this.extent, key);
    return super.set(key, cell);
  }

  override delete(key: number): boolean {
    const { extent } = this;
    if (extent && this.has(key) && isOutermost(extent, key)) this.extent = null;
    return super.delete(key);
  }

  override clear(): void {
    this.extent = null;
    super.clear();
  }

  /** The smallest area that holds them all; null where there are none. */
  area(): Area | null {
    if (this.size === 0) return null;
    const { top, left, bottom, right } = (this.extent ??= this.measured());
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  private measured(): Extent {
    const extent = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
    for (const key of this.keys()) grow(extent, key);
    return extent;
  }
}

function grow(extent: Extent, key: number): void {
  const row = rowOfKey(key);
  const column = columnOfKey(key);
  if (row < extent.top) extent.top = row;
  if (row > extent.bottom) extent.bottom = row;
  if (column < extent.left) extent.left = column;
  if (column > extent.right) extent.right = column;
}

function isOutermost({ top, left, bottom, right }: Extent, key: number): boolean {
  const row = rowOfKey(key);
  const column = columnOfKey(key);
  return row === top || row === bottom || column === left || column === right;
}
