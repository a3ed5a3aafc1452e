import type { Position } from '../../domain/address';
import { fixedCell } from '../formula';
import type { Page, StyledCell } from '../page';
import type { PlanCell, StyleName } from '../../plan/types';

/** One figure that stands large above a sheet's tables. */
export interface Figure {
  readonly label: string;
  readonly value: PlanCell;
  readonly format: string;
}

/** Figures side by side, each over so many of the page's columns; answers with where each stands. */
export function addFigures(
  page: Page,
  figures: readonly Figure[],
  spans: readonly number[],
): readonly string[] {
  const places: Position[] = [];
  for (let first = 0; first < figures.length; first += spans.length) {
    let column = 0;
    figures.slice(first, first + spans.length).forEach(({ label, value, format }, index) => {
      const span = spans[index] ?? 1;
      page.merged(page.row, column, span, { value: label, style: 'figureLabel' });
      page.merged(page.row + 1, column, span, { value, style: 'figure', format });
      places.push({ row: page.row + 1, column });
      column += span;
    });
    page.advance(1, 20);
    page.advance(1, 26);
  }
  return places.map(fixedCell);
}

/** A column of a table of formulas that is not an Excel table. */
export interface ListColumn {
  readonly header: string;
  readonly style: StyleName;
  readonly format?: string;
  /** Columns of the page that it covers. */
  readonly span?: number;
}

const NUMERIC: ReadonlySet<StyleName> = new Set(['number', 'total']);

/** The headers over a list. */
export function addHeaders(page: Page, columns: readonly ListColumn[], at = 0): void {
  page.cells(
    page.row,
    at,
    columns.flatMap(({ header, style, span = 1 }) => {
      const look: StyleName = NUMERIC.has(style) ? 'columnHeaderNumber' : 'columnHeader';
      return spread({ value: header, style: look }, span);
    }),
  );
  page.advance(1, 18);
}

/** One line of a list; `total` lines are set apart. */
export function addLine(
  page: Page,
  columns: readonly ListColumn[],
  values: readonly PlanCell[],
  {
    at = 0,
    total = false,
    height = 16,
  }: { readonly at?: number; readonly total?: boolean; readonly height?: number } = {},
): void {
  page.cells(
    page.row,
    at,
    columns.flatMap(({ style, format, span = 1 }, index) => {
      const look: StyleName = total ? (NUMERIC.has(style) ? 'total' : 'totalLabel') : style;
      return spread(
        { value: values[index] ?? null, style: look, ...(format !== undefined && { format }) },
        span,
      );
    }),
  );
  page.advance(1, height);
}

function spread(cell: StyledCell, span: number): StyledCell[] {
  return [cell, ...Array.from({ length: span - 1 }, (): StyledCell => ({ value: null, style: cell.style }))];
}

/** A line to be signed: names of the roles, each with room. */
export function addSignatures(page: Page, roles: readonly string[], span: number): void {
  page.space();
  roles.forEach((role, index) => {
    page.cells(page.row, index * span, [{ value: role, style: 'label' }]);
    page.cells(
      page.row,
      index * span + 1,
      Array.from({ length: span - 1 }, (): StyledCell => ({ value: null, style: 'label' })),
    );
  });
  page.advance(1, 26);
}
