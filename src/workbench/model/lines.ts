/** How many lines a text takes in a width: words are kept whole, Chinese breaks anywhere. */
export function countLines(text: string, room: number, widthOf: (piece: string) => number): number {
  let lines = 0;
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    lines++;
    let used = 0;
    for (const piece of paragraph.match(/[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+|\s+/g) ?? []) {
      const width = widthOf(piece);
      if (used > 0 && used + width > room && piece.trim() !== '') {
        lines++;
        used = 0;
      }
      // A word that is wider than the column is broken.
      if (width > room && room > 0) {
        lines += Math.ceil(width / room) - 1;
        used = width % room;
      } else used += width;
    }
  }
  return lines;
}
