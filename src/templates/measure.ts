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
