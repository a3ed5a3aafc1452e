import type { SheetPlan } from '../plan/types';
import type { Page } from './page';
import { pageBreaks, type Orientation } from './page-breaks';

type Own = Pick<SheetPlan, 'role' | 'name' | 'widths'> &
  Partial<Pick<SheetPlan, 'charts' | 'conditionalFormats' | 'validations'>> & {
    readonly footer: string;
    /** Columns on paper, where the last ones are not for readers. */
    readonly columns?: number;
    readonly orientation?: Orientation;
  };

/** A filled page as a sheet to be read: one page wide, no section cut in two. */
export function pageSheet(
  page: Page,
  { footer, widths, columns = widths.length, orientation = 'portrait', ...own }: Own,
): SheetPlan {
  return {
    charts: [],
    validations: [],
    conditionalFormats: [],
    ...own,
    blocks: page.blocks,
    tables: [],
    widths,
    heights: page.heights,
    gridlines: false,
    print: {
      orientation,
      area: { row: 0, column: 0, rows: page.row, columns },
      breaks: pageBreaks(page, widths, orientation),
      footer,
    },
  };
}

/** What a reader should know about the sources, at the end of a page. */
export function addRemarks(page: Page, heading: string, remarks: readonly string[]): void {
  if (remarks.length === 0) return;
  page.space();
  page.line(heading, 'heading', 22);
  for (const remark of remarks) page.note(remark);
}
