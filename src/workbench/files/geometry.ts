/**
 * Sizes in three measures: characters of a column (as a person sees them), a file's column width (which counts the
 * cell's margin in), and points; drawings measure in English Metric Units.
 */

export const emuPerPoint = 12_700;
const digitPixels = 7;
const marginPixels = 5;
const pointsPerPixel = 0.75;

export function charactersOfFileWidth(width: number): number {
  const pixels = width * digitPixels;
  const characters =
    pixels < digitPixels + marginPixels
      ? pixels / (digitPixels + marginPixels)
      : (pixels - marginPixels) / digitPixels;
  return Math.round(characters * 100) / 100;
}

export function fileWidthOfCharacters(characters: number): number {
  const pixels =
    characters < 1 ? characters * (digitPixels + marginPixels) : characters * digitPixels + marginPixels;
  return Math.round((pixels / digitPixels) * 1e6) / 1e6;
}

export function columnPoints(characters: number): number {
  if (characters <= 0) return 0;
  if (characters < 1) return Math.round(characters * (digitPixels + marginPixels)) * pointsPerPixel;
  return (Math.trunc(characters * digitPixels + 0.5) + marginPixels) * pointsPerPixel;
}

/** Where lines (rows or columns) stand, given the points of each. */
export interface Lines {
  size(index: number): number;
  readonly count: number;
}

/** Points of a place inside a line. */
export function pointsAt(lines: Lines, index: number, offset: number): number {
  let points = 0;
  for (let line = 0; line < Math.min(index, lines.count); line++) points += lines.size(line);
  return points + Math.min(offset, Math.max(lines.size(index), 0));
}

/** The line that holds a place, and how far into it the place lies. */
export function placeAt(lines: Lines, points: number): { readonly index: number; readonly offset: number } {
  let rest = Math.max(0, points);
  for (let index = 0; index < lines.count; index++) {
    const size = lines.size(index);
    if (rest < size) return { index, offset: rest };
    rest -= size;
  }
  return { index: lines.count - 1, offset: 0 };
}
