import { styles, type CellLook, type Rule } from '../plan/styles';
import type { StyleName } from '../plan/types';

const weights = { hair: 'Hairline', thin: 'Thin', medium: 'Medium' } as const;
const horizontal = { left: 'Left', center: 'Center', right: 'Right' } as const;
const vertical = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** Gives a range the look of a style, and its number format where one is named. */
export function applyStyle(range: Excel.Range, style: StyleName, rows: number, format?: string): void {
  const look = styles[style];
  range.format.set({
    ...(look.horizontal && { horizontalAlignment: horizontal[look.horizontal] }),
    verticalAlignment: vertical[look.vertical],
    ...(look.wrap && { wrapText: true }),
    font: fontOf(look),
    ...(look.fill && { fill: { color: look.fill } }),
  });
  if (look.top) drawRule(range, look.top, rows > 1 ? ['EdgeTop', 'InsideHorizontal'] : ['EdgeTop']);
  if (look.bottom)
    drawRule(range, look.bottom, rows > 1 ? ['EdgeBottom', 'InsideHorizontal'] : ['EdgeBottom']);
  if (format) setFormat(range, format);
}

function fontOf(look: CellLook): { size: number; color: string; bold: boolean; italic: boolean } {
  return { size: look.size, color: look.color, bold: look.bold === true, italic: look.italic === true };
}

function drawRule(
  range: Excel.Range,
  rule: Rule,
  places: readonly ('EdgeTop' | 'EdgeBottom' | 'InsideHorizontal')[],
): void {
  for (const place of places) {
    range.format.borders
      .getItem(place)
      .set({ style: 'Continuous', weight: weights[rule.weight], color: rule.color });
  }
}

/** One number format for every cell of a range: Excel takes a single value for all, which the types do not say. */
export function setFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}

/** One formula for every cell of a range, as setFormat. */
export function fillFormula(range: Excel.Range, formula: string): void {
  range.formulas = formula as unknown as string[][];
}
