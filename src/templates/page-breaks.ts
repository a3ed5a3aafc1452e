import type { Page } from './page';

/** Points of A4 within the margins. */
const PAPER = { portrait: { width: 523, height: 774 }, landscape: { width: 770, height: 527 } } as const;
const ROW = 15;
/** Rather too few rows on a page, so that a break comes before Excel's own. */
const CAUTION = 0.985;

export type Orientation = keyof typeof PAPER;

/** Whether rows fit on a page of their own. */
export function fitTogether(
  { heights }: Pick<Page, 'heights'>,
  [from, to]: readonly [number, number],
  widths: readonly number[],
  orientation: Orientation,
): boolean {
  return heightOf({ heights }, from, to) <= pageHeight(widths, orientation);
}

/** Points of rows that fit on a page when columns of these widths are fitted to it. */
function pageHeight(widths: readonly number[], orientation: Orientation): number {
  return (PAPER[orientation].height / scaleOn(widths, orientation)) * CAUTION;
}

/** How small columns of these widths become on paper. */
export function scaleOn(widths: readonly number[], orientation: Orientation): number {
  const wide = widths.reduce((sum, characters) => sum + (characters * 7 + 5) * 0.75, 0);
  return Math.min(1, PAPER[orientation].width / wide);
}

function heightOf({ heights }: Pick<Page, 'heights'>, from: number, to: number): number {
  let sum = 0;
  for (let row = from; row < to; row++) sum += heights[row] ?? ROW;
  return sum;
}

/** How to turn the paper: across where all fits on one page so, else upright, where more rows do. */
export function orientationOf(page: Pick<Page, 'heights' | 'row'>, widths: readonly number[]): Orientation {
  return fitTogether(page, [0, page.row], widths, 'landscape') ? 'landscape' : 'portrait';
}

/**
 * The rows that begin a page, so that no section is cut in two that fits on one: a section that would run over the page's
 * end begins the next one. A longer one begins where it falls and is cut by Excel.
 */
export function pageBreaks(
  { heights, sections, row: rows }: Pick<Page, 'heights' | 'sections' | 'row'>,
  widths: readonly number[],
  orientation: Orientation,
): number[] {
  const most = pageHeight(widths, orientation);
  const breaks: number[] = [];
  let filled = heightOf({ heights }, 0, sections[0] ?? rows);
  sections.forEach((start, index) => {
    const own = heightOf({ heights }, start, sections[index + 1] ?? rows);
    if (filled + own > most && own <= most) {
      breaks.push(start);
      filled = own;
    } else filled = (filled + own) % most;
  });
  return breaks;
}
