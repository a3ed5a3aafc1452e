/** Excel's measures in CSS pixels. */
const PIXELS_PER_POINT = 4 / 3;
/** The widest digit of the default font (Calibri 11) and the padding that Excel adds to a column. */
const DIGIT_WIDTH = 7;
const COLUMN_PADDING = 5;

export function pointsToPixels(points: number): number {
  return points * PIXELS_PER_POINT;
}

export function pixelsToPoints(pixels: number): number {
  return pixels / PIXELS_PER_POINT;
}

/** A column's width in characters → pixels; below one character it shrinks proportionally, as in Excel. */
export function charactersToPixels(characters: number): number {
  if (characters <= 0) return 0;
  if (characters < 1) return Math.round(characters * (DIGIT_WIDTH + COLUMN_PADDING));
  return Math.round(characters * DIGIT_WIDTH + COLUMN_PADDING);
}

export function pixelsToCharacters(pixels: number): number {
  const characters =
    pixels < DIGIT_WIDTH + COLUMN_PADDING
      ? pixels / (DIGIT_WIDTH + COLUMN_PADDING)
      : (pixels - COLUMN_PADDING) / DIGIT_WIDTH;
  return Math.max(0, Math.round(characters * 100) / 100);
}
