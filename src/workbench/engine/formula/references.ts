import { parseA1Ref, parseStructRef, type ReferenceA1, type ReferenceStruct } from '@borgar/fx';
import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { contains } from '../../model/areas';
import type { SheetCore, WorkbookCore } from '../../model/core';
import type { Area, TableModel } from '../../model/types';

/* References as a compiled formula keeps them: distances where they are relative, so that every cell with the same
   shape of formula shares them; turned into cells when the place of the formula is known. */

interface Edge {
  readonly index: number;
  readonly fixed: boolean;
}

/** Cells by address. */
export interface RangeTemplate {
  readonly kind: 'range';
  /** null is the formula's own sheet. */
  readonly sheet: string | null;
  readonly top: Edge;
  readonly left: Edge;
  readonly bottom: Edge;
  readonly right: Edge;
}

/** Cells of a table by name. */
export interface TableTemplate {
  readonly kind: 'table';
  /** null is the table that the formula stands in. */
  readonly table: string | null;
  readonly parts: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
}

/** A defined name, or a bare table name. */
export interface NameTemplate {
  readonly kind: 'name';
  readonly sheet: string | null;
  readonly name: string;
  /** Stands before brackets: a function, unless a name holds a LAMBDA. */
  readonly called?: boolean;
}

export type Template = RangeTemplate | TableTemplate | NameTemplate;

/** Where a formula stands. */
export interface Place {
  readonly sheet: SheetCore;
  readonly row: number;
  readonly column: number;
}

export interface PlacedArea {
  readonly sheet: SheetCore;
  readonly area: Area;
}

/** Reads a reference's text as written in the cell at `row`, `column`; null when it leads out of the workbook. */
export function rangeTemplate(
  text: string,
  row: number,
  column: number,
): RangeTemplate | NameTemplate | null {
  const reference = parseA1Ref(text, { allowNamed: true, allowTernary: true });
  if (!reference || (reference.context?.length ?? 0) > 1) return null;
  const sheet = reference.context?.[0] ?? null;
  if (!('range' in reference)) return { kind: 'name', sheet, name: reference.name };
  return { kind: 'range', sheet, ...edges(reference, row, column) };
}

function edges({ range }: ReferenceA1, row: number, column: number): Omit<RangeTemplate, 'kind' | 'sheet'> {
  const edge = (
    index: number | null | undefined,
    fixed: boolean | null | undefined,
    open: number,
    origin: number,
  ): Edge => {
    if (index === null || index === undefined) return { index: open, fixed: true };
    return fixed ? { index, fixed: true } : { index: index - origin, fixed: false };
  };
  // Whole columns and rows are not shared by shape, so their written place is as good as a distance.
  const whole = range.top === null || range.left === null;
  const top = edge(range.top, range.$top || whole, 0, row);
  const left = edge(range.left, range.$left || whole, 0, column);
  return {
    top,
    left,
    bottom: range.bottom === undefined ? top : edge(range.bottom, range.$bottom || whole, MAX_ROWS - 1, row),
    right:
      range.right === undefined ? left : edge(range.right, range.$right || whole, MAX_COLUMNS - 1, column),
  };
}

/** The cells that a range means from a place; null when they lie off the sheet. */
export function rangeArea(template: RangeTemplate, row: number, column: number): Area | null {
  const { top, left, bottom, right } = template;
  const r1 = top.fixed ? top.index : row + top.index;
  const r2 = bottom.fixed ? bottom.index : row + bottom.index;
  const c1 = left.fixed ? left.index : column + left.index;
  const c2 = right.fixed ? right.index : column + right.index;
  const area = {
    row: Math.min(r1, r2),
    column: Math.min(c1, c2),
    rows: Math.abs(r2 - r1) + 1,
    columns: Math.abs(c2 - c1) + 1,
  };
  const fits =
    area.row >= 0 &&
    area.column >= 0 &&
    area.row + area.rows <= MAX_ROWS &&
    area.column + area.columns <= MAX_COLUMNS;
  return fits ? area : null;
}

/** Reads a structured reference's text. */
export function tableTemplate(text: string): TableTemplate | null {
  const reference: ReferenceStruct | undefined = parseStructRef(text);
  if (!reference) return null;
  const [first = null, last = first] = reference.columns ?? [];
  const parts = (reference.sections ?? []).map((section) => section.toLowerCase());
  return { kind: 'table', table: reference.table ? reference.table : null, parts, first, last };
}

/** Whether a reference means cells of the formula's own row. */
export function isOwnRow(template: RangeTemplate | TableTemplate): boolean {
  if (template.kind === 'table') return template.parts.length === 1 && template.parts[0] === 'this row';
  const { top, bottom } = template;
  return !top.fixed && !bottom.fixed && top.index === 0 && bottom.index === 0;
}

/** Whether a reference means the same cells from every row, or from each row those of its own. */
export function readsFixedOrOwnRow(template: Template): template is RangeTemplate | TableTemplate {
  if (template.kind === 'name') return false;
  if (isOwnRow(template)) return true;
  if (template.kind === 'table') return !template.parts.includes('this row');
  return template.top.fixed && template.bottom.fixed;
}

/** The table that a structured reference names from a place. */
export function tableOf(template: TableTemplate, book: WorkbookCore, place: Place): TableModel | null {
  if (template.table !== null) return book.table(template.table) ?? null;
  const at: Area = { row: place.row, column: place.column, rows: 1, columns: 1 };
  return place.sheet.tables.find((table) => contains(table.area, at)) ?? null;
}

/** The cells of a table that a structured reference means; null when it has none of them. */
export function tableArea(template: TableTemplate, table: TableModel, row: number): Area | null {
  const indexOf = (name: string): number => {
    // As written, mostly; comparing without case is much dearer where every row of a table asks.
    const exact = table.columns.findIndex((column) => column.name === name);
    if (exact >= 0) return exact;
    const wanted = name.toLowerCase();
    return table.columns.findIndex((column) => column.name.toLowerCase() === wanted);
  };
  const first = template.first === null ? 0 : indexOf(template.first);
  const last = template.last === null ? table.columns.length - 1 : indexOf(template.last);
  if (first < 0 || last < 0) return null;
  const rows = tableRows(template.parts, table, row);
  if (!rows) return null;
  return {
    row: rows.start,
    rows: rows.end - rows.start,
    column: table.area.column + Math.min(first, last),
    columns: Math.abs(last - first) + 1,
  };
}

function tableRows(
  parts: readonly string[],
  table: TableModel,
  row: number,
): { start: number; end: number } | null {
  const start = table.area.row;
  const end = start + table.area.rows;
  const body = { start: start + (table.showHeaders ? 1 : 0), end: end - (table.showTotals ? 1 : 0) };
  const pieces = (parts.length === 0 ? ['data'] : parts).map((part) => {
    if (part === 'all') return { start, end };
    if (part === 'headers') return table.showHeaders ? { start, end: start + 1 } : null;
    if (part === 'totals') return table.showTotals ? { start: end - 1, end } : null;
    if (part === 'this row') return row >= body.start && row < body.end ? { start: row, end: row + 1 } : null;
    return body;
  });
  let joined: { start: number; end: number } | null = null;
  for (const piece of pieces) {
    if (!piece) return null;
    joined = joined
      ? { start: Math.min(joined.start, piece.start), end: Math.max(joined.end, piece.end) }
      : piece;
  }
  return joined;
}
