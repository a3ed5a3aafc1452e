import { cell, formula } from './expressions';
import { fixedCell, onSheet } from './formula';
import { Page, type StyledCell } from './page';

const AS_OF = { row: 2, column: 1 };

/** The day or moment that a list speaks of, as other sheets write it. */
export function asOfReference(sheet: string): string {
  return onSheet(sheet, fixedCell(AS_OF));
}

export interface ListHead {
  readonly t: { readonly title: string; readonly asOf: string; readonly asOfHint: string };
  /** Where the rows come from. */
  readonly about: string;
  readonly asOf: StyledCell;
  /** The sentence over the list, as an expression. */
  readonly summary: string;
}

/** What stands above a list that speaks of one day: the day is a cell that people may change. */
export function listHead(columns: number, { t, about, asOf, summary }: ListHead): Page {
  const page = new Page(columns, 150);
  page.line(t.title, 'title', 34);
  page.line(about, 'subtitle', 16);
  page.cells(AS_OF.row, 0, [cell(t.asOf, 'label'), asOf]);
  page.merged(AS_OF.row, AS_OF.column + 1, columns - AS_OF.column - 1, cell(t.asOfHint, 'note'));
  page.advance(1, 18);
  page.line(formula(summary), 'subtitle', 18);
  page.advance(1);
  return page;
}
