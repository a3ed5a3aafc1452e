import { columnIndex, MAX_COLUMNS, MAX_ROWS } from '../model/address';
import { bounding, intersection, sameArea } from '../model/areas';
import type { Area, Position } from '../model/types';

export function areaOf(a: Position, b: Position): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.abs(a.row - b.row) + 1, columns: Math.abs(a.column - b.column) + 1 };
}

export function lastRow(area: Area): number {
  return area.row + area.rows - 1;
}

export function lastColumn(area: Area): number {
  return area.column + area.columns - 1;
}

export function containsCell(area: Area, at: Position): boolean {
  return (
    at.row >= area.row && at.row <= lastRow(area) && at.column >= area.column && at.column <= lastColumn(area)
  );
}

/** An area grown until no merged range is cut by its edge. */
export function withWholeMerges(area: Area, merges: readonly Area[]): Area {
  let grown = area;
  for (let again = true; again;) {
    again = false;
    for (const merge of merges) {
      const next = intersection(grown, merge) ? (bounding(grown, merge) ?? grown) : grown;
      if (!sameArea(next, grown)) {
        grown = next;
        again = true;
      }
    }
  }
  return grown;
}

/** The merged range that a cell belongs to. */
export function mergeAt(merges: readonly Area[], at: Position): Area | undefined {
  return merges.find((merge) => containsCell(merge, at));
}

const REFERENCE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

/** "C1", "$A$1:B2" → an area; null when it is no address on a sheet. */
export function parseAddress(text: string): Area | null {
  const match = REFERENCE.exec(text.trim());
  if (!match) return null;
  const position = (letters = '', digits = ''): Position | null => {
    const row = Number(digits) - 1;
    const column = columnIndex(letters.toUpperCase());
    return row >= 0 && row < MAX_ROWS && column < MAX_COLUMNS ? { row, column } : null;
  };
  const first = position(match[1], match[2]);
  const last = match[3] ? position(match[3], match[4]) : first;
  return first && last ? areaOf(first, last) : null;
}
