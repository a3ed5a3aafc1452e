/** Widths of texts in pixels; a canvas measures each text of a font once. */
export type Measure = (text: string, font: string) => number;

const CACHE_LIMIT = 50_000;

export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('This browser has no canvas to measure texts with');
  const widths = new Map<string, number>();
  return (text, font) => {
    const key = `${font}|${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      if (widths.size >= CACHE_LIMIT) widths.clear();
      widths.set(key, width);
    }
    return width;
  };
}
