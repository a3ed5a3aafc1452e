import { intersection } from '../model/areas';
import type { Area, SheetModel } from '../model/types';

/** Room beside the text, in characters. */
const PADDING = 1.5;
const MINIMUM_WIDTH = 2;
const MAXIMUM_WIDTH = 255;
const LINE_HEIGHT = 1.36;
const DEFAULT_SIZE = 11;

/** Makes columns as wide as their longest text; a column without text keeps its width. */
export function autofitColumns(sheet: SheetModel, area: Area): void {
  const used = sheet.usedArea();
  const looked = used && intersection(used, area);
  if (!looked) return;
  for (let column = looked.column; column < looked.column + looked.columns; column++) {
    let widest = 0;
    for (let row = looked.row; row < looked.row + looked.rows; row++) {
      if (sheet.value(row, column) === null || isMergedAcross(sheet, row, column)) continue;
      const { font } = sheet.style(row, column);
      const scale = ((font?.size ?? DEFAULT_SIZE) / DEFAULT_SIZE) * (font?.bold ? 1.08 : 1);
      for (const line of sheet.text(row, column).split('\n'))
        widest = Math.max(widest, displayWidth(line) * scale);
    }
    if (widest === 0) continue;
    const width = Math.min(Math.max(widest + PADDING, MINIMUM_WIDTH), MAXIMUM_WIDTH);
    sheet.setColumnWidth(column, 1, Math.round(width * 100) / 100);
  }
}

/** Makes rows as high as their tallest cell, wrapped texts included. */
export function autofitRows(sheet: SheetModel, area: Area): void {
  const used = sheet.usedArea();
  const looked = used && intersection(used, area);
  if (!looked) return;
  for (let row = looked.row; row < looked.row + looked.rows; row++) {
    let tallest = 0;
    for (let column = looked.column; column < looked.column + looked.columns; column++) {
      if (sheet.value(row, column) === null) continue;
      tallest = Math.max(tallest, cellHeight(sheet, row, column));
    }
    sheet.setRowHeight(row, 1, tallest > 0 ? Math.round(tallest * 4) / 4 : null);
  }
}

function cellHeight(sheet: SheetModel, row: number, column: number): number {
  const style = sheet.style(row, column);
  const size = style.font?.size ?? DEFAULT_SIZE;
  const width = Math.max(sheet.columnWidth(column) - 1, 1) * (DEFAULT_SIZE / size);
  const lines = sheet
    .text(row, column)
    .split('\n')
    .reduce((sum, line) => sum + (style.wrap ? Math.max(1, Math.ceil(displayWidth(line) / width)) : 1), 0);
  return Math.max(15, lines * size * LINE_HEIGHT);
}

function isMergedAcross(sheet: SheetModel, row: number, column: number): boolean {
  return sheet.merges.some(
    (merged) => merged.columns > 1 && intersection(merged, { row, column, rows: 1, columns: 1 }) !== null,
  );
}

/** Width of a text in digits: characters of East Asia take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
