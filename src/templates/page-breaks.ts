/** Points of rows on an upright page of A4 at a width of so many digits; rather too few, so that a break comes before Excel's own. */
const PAGE = 795;
const PAGE_WIDTH = 97;
const ROW = 15;

/**
 * The rows that begin a page, so that no section is cut in two that fits on one: a section that would run over the page's
 * end begins the next one. A longer one begins where it falls and is cut by Excel.
 */
export function pageBreaks(
  sections: readonly number[],
  heights: Readonly<Record<number, number>>,
  rows: number,
  width = PAGE_WIDTH,
): number[] {
  // Printed one page wide: what is broader is printed smaller, with more rows on a page.
  const page = (PAGE * Math.max(width, PAGE_WIDTH)) / PAGE_WIDTH;
  const height = (from: number, to: number): number => {
    let sum = 0;
    for (let row = from; row < to; row++) sum += heights[row] ?? ROW;
    return sum;
  };
  const breaks: number[] = [];
  let filled = height(0, sections[0] ?? rows);
  sections.forEach((start, index) => {
    const own = height(start, sections[index + 1] ?? rows);
    if (filled + own > page && own <= page) {
      breaks.push(start);
      filled = own;
    } else filled = (filled + own) % page;
  });
  return breaks;
}
