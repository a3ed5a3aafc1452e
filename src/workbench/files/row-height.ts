import { countLines } from '../model/lines';
import type { Area, SheetModel } from '../model/types';

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const DEFAULT_SIZE = 11;
/** Height of a line in points for each point of the font. */
const LINE = 15 / DEFAULT_SIZE;

/** Width in digits of the default font, without a screen to measure on: a little too wide rather than too narrow. */
function widthOf(piece: string): number {
  let width = 0;
  for (const character of piece) width += WIDE.test(character) ? 2.1 : /[a-z ]/.test(character) ? 0.95 : 1.15;
  return width;
}

/**
 * The height in points that wrapped texts of a row need, as Excel writes it into its files: programs that open one do
 * not all measure rows themselves. Null where a row is one line high; merged cells are left out as in Excel.
 */
export function wrappedHeight(
  sheet: SheetModel,
  row: number,
  { column: first, columns }: Area,
): number | null {
  let height = 0;
  for (let column = first; column < first + columns; column++) {
    const value = sheet.value(row, column);
    if (typeof value !== 'string') continue;
    const { wrap, font } = sheet.style(row, column);
    if (!wrap) continue;
    const scale = (font?.size ?? DEFAULT_SIZE) / DEFAULT_SIZE;
    const room = sheet.columnWidth(column);
    if (!value.includes('\n') && value.length * 2.1 * scale <= room) continue;
    const lines = countLines(value, room, (piece) => widthOf(piece) * scale);
    if (lines > 1 && !isMerged(sheet, row, column))
      height = Math.max(height, lines * LINE * DEFAULT_SIZE * scale);
  }
  return height === 0 ? null : Math.ceil(height);
}

function isMerged({ merges }: SheetModel, row: number, column: number): boolean {
  return merges.some(
    (area) =>
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns,
  );
}
