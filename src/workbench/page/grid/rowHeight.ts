import { countLines } from '../../model/lines';
import type { SheetModel } from '../../model/types';
import { lastColumn } from '../areas';
import { DEFAULT_FONT_SIZE, LINE_HEIGHT, textLook } from './cellLook';
import type { Measure } from './measure';
import { charactersToPixels, pointsToPixels } from './units';

/** Padding of a text and the borders that it shares with its neighbours. */
const TEXT_MARGIN = 5;

/** The height in pixels that the texts of a row need: large fonts and wrapped lines, merged cells left out as in Excel. */
export function createRowMeasure(measure: Measure): (sheet: SheetModel, row: number) => number {
  return (sheet, row) => {
    const used = sheet.usedArea();
    if (!used || row < used.row || row >= used.row + used.rows) return 0;
    let needed = 0;
    for (let column = used.column; column <= lastColumn(used); column++) {
      const style = sheet.style(row, column);
      const size = style.font?.size ?? DEFAULT_FONT_SIZE;
      if (size <= DEFAULT_FONT_SIZE && !style.wrap) continue;
      const value = sheet.value(row, column);
      if (value === null) continue;
      const merged = sheet.merges.some(
        (area) =>
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column <= lastColumn(area),
      );
      if (merged) continue;
      const line = pointsToPixels(size) * LINE_HEIGHT;
      const look = textLook({ style, table: null, conditional: null, edges: {} }, value, 1);
      const room = charactersToPixels(sheet.columnWidth(column)) - TEXT_MARGIN - look.indent;
      const lines =
        look.wrap && typeof value === 'string'
          ? countLines(value, room, (piece) => measure(piece, look.font))
          : 1;
      needed = Math.max(needed, Math.ceil(lines * line + 1));
    }
    return needed;
  };
}
