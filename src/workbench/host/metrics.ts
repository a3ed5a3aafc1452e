import type { Area, SheetModel } from '../model/types';

/** Points per pixel on a screen of 96 dots an inch. */
const POINTS_PER_PIXEL = 0.75;
/** Width of a digit in the default font, and the margin of a cell, in pixels. */
const DIGIT_PIXELS = 7;
const CELL_MARGIN_PIXELS = 5;

/** A column's width as the API gives it, from characters of the default font. */
export function pointsOfCharacters(characters: number): number {
  if (characters <= 0) return 0;
  if (characters < 1) return Math.round(characters * (DIGIT_PIXELS + CELL_MARGIN_PIXELS)) * POINTS_PER_PIXEL;
  return (Math.trunc(characters * DIGIT_PIXELS + 0.5) + CELL_MARGIN_PIXELS) * POINTS_PER_PIXEL;
}

/** Characters of the default font for a width in points. */
export function charactersOfPoints(points: number): number {
  const pixels = points / POINTS_PER_PIXEL;
  if (pixels < DIGIT_PIXELS + CELL_MARGIN_PIXELS) return pixels / (DIGIT_PIXELS + CELL_MARGIN_PIXELS);
  return Math.round(((pixels - CELL_MARGIN_PIXELS) / DIGIT_PIXELS) * 100) / 100;
}

function columnPoints(sheet: SheetModel, column: number): number {
  return sheet.columnHidden(column) ? 0 : pointsOfCharacters(sheet.columnWidth(column));
}

function rowPoints(sheet: SheetModel, row: number): number {
  return sheet.rowHidden(row) ? 0 : sheet.rowHeight(row);
}

/** Points from the sheet's left edge to a column's. */
export function leftOf(sheet: SheetModel, column: number): number {
  let points = 0;
  for (let index = 0; index < column; index++) points += columnPoints(sheet, index);
  return points;
}

/** Points from the sheet's top edge to a row's. */
export function topOf(sheet: SheetModel, row: number): number {
  let points = 0;
  for (let index = 0; index < row; index++) points += rowPoints(sheet, index);
  return points;
}

export function widthOf(sheet: SheetModel, { column, columns }: Area): number {
  return leftOf(sheet, column + columns) - leftOf(sheet, column);
}

export function heightOf(sheet: SheetModel, { row, rows }: Area): number {
  return topOf(sheet, row + rows) - topOf(sheet, row);
}
