import { MAX_COLUMNS, MAX_ROWS } from './address';
import type { Area } from './types';

/**
 * Rows or columns that open (count > 0) or close (count < 0) at `at`, within a band of the other axis: inserting
 * cells B3:C4 downwards is two rows at row 2 within columns B and C; inserting a whole row has a band of all columns.
 */
export interface StructuralEdit {
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
  readonly bandStart: number;
  readonly bandSize: number;
}

/** The edit that inserting or deleting the cells of `area` means. */
export function editFor(area: Area, direction: 'down' | 'right' | 'up' | 'left'): StructuralEdit {
  const rows = direction === 'down' || direction === 'up';
  const sign = direction === 'down' || direction === 'right' ? 1 : -1;
  return rows
    ? { axis: 'rows', at: area.row, count: sign * area.rows, bandStart: area.column, bandSize: area.columns }
    : {
        axis: 'columns',
        at: area.column,
        count: sign * area.columns,
        bandStart: area.row,
        bandSize: area.rows,
      };
}

/** Start and end (exclusive) of a stretch after the edit; null when nothing of it is left. */
export function editStretch(
  start: number,
  end: number,
  edit: StructuralEdit,
): { start: number; end: number } | null {
  const limit = edit.axis === 'rows' ? MAX_ROWS : MAX_COLUMNS;
  if (edit.count > 0) {
    const from = start >= edit.at ? start + edit.count : start;
    const to = end > edit.at ? end + edit.count : end;
    return from >= limit ? null : { start: from, end: Math.min(to, limit) };
  }
  const closedEnd = edit.at - edit.count;
  const moved = (edge: number): number =>
    edge <= edit.at ? edge : edge >= closedEnd ? edge + edit.count : edit.at;
  const result = { start: moved(start), end: moved(end) };
  return result.end > result.start ? result : null;
}

/** Where an area lies after the edit: itself when it is not wholly inside the band; null when it is deleted. */
export function editArea(area: Area, edit: StructuralEdit): Area | null {
  const { bandStart } = edit;
  const bandEnd = bandStart + edit.bandSize;
  if (edit.axis === 'rows') {
    if (area.column < bandStart || area.column + area.columns > bandEnd) return area;
    const stretch = editStretch(area.row, area.row + area.rows, edit);
    return stretch && { ...area, row: stretch.start, rows: stretch.end - stretch.start };
  }
  if (area.row < bandStart || area.row + area.rows > bandEnd) return area;
  const stretch = editStretch(area.column, area.column + area.columns, edit);
  return stretch && { ...area, column: stretch.start, columns: stretch.end - stretch.start };
}
