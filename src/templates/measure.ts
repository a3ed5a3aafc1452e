import type { TablePlan } from '../plan/types';

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
/** Small letters and spaces run narrower than the digits that widths are counted in. */
const NARROW = /[a-z ]/;

/** How wide a text is, in digits of the same font: Chinese and full-width characters count two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : NARROW.test(character) ? 0.87 : 1;
  return width;
}

/** Lines that a wrapped text takes. */
export function linesOf(text: string, lineWidth: number): number {
  return Math.max(1, Math.ceil(textWidth(text) / lineWidth));
}

/** Room for the button of a header's filter. */
const FILTER_BUTTON = 1.5;
const SAMPLED_ROWS = 2000;
/** A column grows to this many times what was meant for it, no wider. */
const MOST_GROWTH = 1.8;

/** Widths of a table's columns: those meant for it, or wider where a header or a text that does not wrap needs it. */
export function fittedWidths({ columns, rows }: TablePlan, meant: readonly number[]): number[] {
  return columns.map(({ header, style, formula }, index) => {
    const width = meant[index] ?? 0;
    if (style === 'key') return width;
    let needed = textWidth(header) + FILTER_BUTTON;
    if (style === 'text' && formula === undefined) {
      for (const row of rows.slice(0, SAMPLED_ROWS)) {
        const value = row[index];
        if (typeof value === 'string') needed = Math.max(needed, textWidth(value) + 1);
      }
    }
    return Math.max(width, Math.min(needed, width * MOST_GROWTH));
  });
}

/** Width of a column that shows one of these words. */
export function roomFor(words: readonly string[], least: number): number {
  return Math.max(least, ...words.map((word) => textWidth(word) + 1));
}
