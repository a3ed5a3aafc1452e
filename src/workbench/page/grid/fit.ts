import { lastColumn, lastRow } from '../areas';
import { cellView, CELL_PADDING, type SheetView } from './rowView';
import { pixelsToCharacters } from './units';

/** Texts of so many rows are looked at to fit a column. */
const LIMIT = 5_000;
const WIDEST = 255;

/** The width in characters that a column's texts need; null (the default, by texts) for a row's height. */
export function fittedSize(view: SheetView, axis: 'rows' | 'columns', index: number): number | null {
  if (axis === 'rows') return null;
  const { sheet } = view;
  const used = sheet.usedArea(true);
  if (!used || index > lastColumn(used)) return null;
  let widest = 0;
  for (let row = used.row; row <= Math.min(lastRow(used), used.row + LIMIT); row++) {
    if (sheet.value(row, index) === null) continue;
    if (
      sheet.merges.some(
        (area) =>
          row >= area.row && row <= lastRow(area) && index >= area.column && index <= lastColumn(area),
      )
    )
      continue;
    const cell = cellView(view, { row, column: index }, 0, Number.MAX_SAFE_INTEGER);
    if (!cell) continue;
    const button = cell.filterButton ? 18 : 0;
    widest = Math.max(widest, view.measure(cell.text, cell.font) + cell.indent + button);
  }
  if (widest === 0) return null;
  return Math.min(WIDEST, pixelsToCharacters(Math.ceil(widest / view.zoom) + 2 * CELL_PADDING + 4));
}
