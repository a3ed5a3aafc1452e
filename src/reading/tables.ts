import { readBody, type Body } from './body';
import type { GridTable } from './grid';
import { extended, findHeader, isUnitRow, usedColumns, type HeaderRows } from './header';
import { range, textsIn } from './ranges';
import { findRegions } from './regions';
import { lookAtRow } from './rows';
import { isBlank } from './text';
import type { SkippedRow } from './types';
import { SheetView, type Region } from './view';
import { isHeaderWord } from './words';

/** A table as found, in the view's coordinates. */
export interface FoundTable {
  /** By which a choice of header rows finds the table again. */
  readonly anchor: string;
  readonly columns: readonly number[];
  readonly header: HeaderRows | null;
  readonly rows: readonly number[];
  readonly skipped: readonly SkippedRow[];
  /** Texts right above the table. */
  readonly title: string;
  /** All texts above the table in its columns, the sheet's heading first. */
  readonly context: string;
  /** The row of units under the header, where there is one. */
  readonly unitRow: number | null;
}

/** Header rows that people chose (in sheet coordinates), by the anchor of the table. */
export type HeaderChoices = ReadonlyMap<string, readonly [number, number] | null>;

function anchorKey(row: number, left: number): string {
  return `${row},${left}`;
}

/** Values without a header are a table when at least two columns keep one kind of value through at least two rows. */
function looksTabular(view: SheetView, region: Region): boolean {
  const rows: number[] = [];
  for (let row = region.top; row <= region.bottom && rows.length < 50; row += 1) {
    if (lookAtRow(view, row, range(region)).filled >= 2) rows.push(row);
  }
  if (rows.length < 2) return false;
  if (numberedLines(view, region, rows)) return false;
  let steady = 0;
  let valued = 0;
  for (const column of range(region)) {
    const kinds = rows.map((row) => view.classOf(row, column)).filter((kind) => kind !== 'blank');
    if (kinds.length < Math.max(2, rows.length * 0.6)) continue;
    const first = kinds[0];
    if (kinds.filter((kind) => kind === first).length < kinds.length * 0.85) continue;
    steady += 1;
    if (first !== 'text' || idLike(view, rows, column)) valued += 1;
  }
  return steady >= 2 && valued >= 1;
}

const SENTENCE = /[。；;！？]|[，,].*[，,]|\w\s+\w+\s+\w+\s+\w+/;

const FORM_ROWS = 30;

/** A form to fill in has its labels beside the values: columns of labels and columns of answers take turns. */
function isForm(view: SheetView, region: Region): boolean {
  const bottom = Math.min(region.bottom, region.top + FORM_ROWS);
  const [width, words] = [region.right - region.left + 1, new Map<number, number>()];
  let lines = 0;
  for (let row = region.top; row <= bottom; row += 1) {
    const filled = range(region).filter((column) => !isBlank(view.shown(row, column)));
    if (filled.length < 2) continue;
    lines += 1;
    for (const column of filled) {
      const label = String(view.at(row, column)).replace(/[:：]\s*$/, '');
      if (isHeaderWord(label)) words.set(column, (words.get(column) ?? 0) + 1);
    }
  }
  const labels = range(region).filter((column) => (words.get(column) ?? 0) * 3 >= lines * 2);
  const apart = labels.every((column, index) => index === 0 || column - (labels[index - 1] ?? column) >= 2);
  return lines >= 3 && width <= 8 && labels.length >= 2 && apart && labels[0] === region.left;
}

/** Numbered sentences are a text, not a table: one column that counts, one of prose. */
function numberedLines(view: SheetView, region: Region, rows: readonly number[]): boolean {
  const used = usedColumns(view, region, rows[0] ?? region.top, rows.at(-1) ?? region.bottom);
  const [numbers, prose] = used;
  if (used.length !== 2 || numbers === undefined || prose === undefined) return false;
  const sentences = rows.filter((row) => SENTENCE.test(String(view.at(row, prose)))).length;
  return sentences * 2 >= rows.length && rows.every((row) => /^[\d(（]/.test(String(view.at(row, numbers))));
}

function idLike(view: SheetView, rows: readonly number[], column: number): boolean {
  return rows.every((row) => /^[A-Za-z]{0,6}[-_]?\d{2,}/.test(String(view.shown(row, column))));
}

function* scanRegion(
  view: SheetView,
  region: Region,
  choices: HeaderChoices,
  found: FoundTable[],
): Generator<void, void> {
  let top = region.top;
  while (top <= region.bottom) {
    const rest = { ...region, top };
    if (isForm(view, rest)) return;
    const natural = findHeader(view, rest);
    if (!natural && !looksTabular(view, rest)) return;
    const anchor = natural?.first ?? firstValues(view, rest);
    const header = chosenHeader(view, choices, anchor, region.left, natural);
    const firstData = header ? header.last + 1 : anchor;
    const unitRow =
      header && firstData <= region.bottom && isUnitRow(view, firstData, range(region)) ? firstData : null;
    const body = yield* readBody(view, region, header, firstData, region.bottom);
    const before = (header?.first ?? firstData) - 1;
    const columns = usedColumns(view, region, header?.first ?? firstData, Math.max(body.end - 1, firstData));
    const inTable = columns.filter((column) => usedByTable(view, column, header, body));
    const title = textsIn(view, region, top, before).join(' ');
    found.push({
      anchor: anchorKey(anchor, region.left),
      columns: inTable,
      header,
      rows: body.rows,
      skipped: body.skipped.map((skip) => (skip.row === unitRow ? { ...skip, reason: 'unit' } : skip)),
      title,
      context: [
        ...textsIn(
          view,
          { ...region, left: 0, right: view.columns - 1 },
          0,
          Math.min(before, region.top + 8),
        ),
        title,
      ].join(' '),
      unitRow,
    });
    if (body.end <= top) return;
    top = body.end;
  }
}

/** Columns that only a remark or a total fills are not columns of the table. */
function usedByTable(view: SheetView, column: number, header: HeaderRows | null, body: Body): boolean {
  if (header) {
    for (let row = header.first; row <= header.last; row += 1) {
      if (!isBlank(view.shown(row, column))) return true;
    }
  }
  return body.rows.some((row) => !view.blank(row, column));
}

/** The header rows that a person chose for the table found at an anchor; the natural ones where nobody did. */
function chosenHeader(
  view: SheetView,
  choices: HeaderChoices,
  anchor: number,
  left: number,
  natural: HeaderRows | null,
): HeaderRows | null {
  const chosen = choices.get(anchorKey(anchor, left));
  if (chosen === undefined) return natural;
  if (chosen === null) return null;
  const first = chosen[0] - view.grid.origin.row;
  const last = chosen[1] - view.grid.origin.row;
  return first >= 0 && last < view.rows && first <= last ? { first, last, score: 1 } : natural;
}

function firstValues(view: SheetView, region: Region): number {
  for (let row = region.top; row <= region.bottom; row += 1) {
    if (lookAtRow(view, row, range(region)).filled >= 2) return row;
  }
  return region.top;
}

/** The header of an Excel table: its first row, unless Excel had to invent the names (列1, Column1). */
function tableHeader(view: SheetView, region: Region, table: GridTable): HeaderRows | null {
  if (!table.hasHeader) return null;
  const names = range(region).map((column) => String(view.at(region.top, column)));
  const invented = names.filter((name) => /^(?:列|Column|欄)\s*\d+$/i.test(name)).length;
  if (invented * 2 >= names.length) return findHeader(view, region);
  const body = extended(view, { ...region, top: Math.max(0, region.top - 2) }, region.top, 1);
  return { first: body.first, last: region.top, score: 1 };
}

function* excelTable(
  view: SheetView,
  table: GridTable,
  choices: HeaderChoices,
): Generator<void, FoundTable | null> {
  const top = table.area.row - view.grid.origin.row;
  const left = table.area.column - view.grid.origin.column;
  const region: Region = {
    top: Math.max(0, top),
    bottom: Math.min(view.rows - 1, top + table.area.rows - 1),
    left: Math.max(0, left),
    right: Math.min(view.columns - 1, left + table.area.columns - 1),
  };
  if (region.bottom < region.top || region.right < region.left) return null;
  const natural = tableHeader(view, region, table);
  const anchor = natural?.first ?? region.top;
  const header = chosenHeader(view, choices, anchor, region.left, natural);
  const firstData = header ? header.last + 1 : region.top;
  const body = yield* readBody(view, region, null, firstData, region.bottom - (table.hasTotals ? 1 : 0));
  const skipped: SkippedRow[] = [...body.skipped];
  if (table.hasTotals) skipped.push({ row: region.bottom, reason: 'total' });
  const title = textsIn(
    view,
    region,
    Math.max(0, (header?.first ?? firstData) - 4),
    (header?.first ?? firstData) - 1,
  ).join(' ');
  return {
    anchor: anchorKey(anchor, region.left),
    columns: range(region),
    header,
    rows: body.rows,
    skipped,
    title,
    context: [
      ...textsIn(view, { ...region, left: 0, right: view.columns - 1 }, 0, Math.min(3, region.top - 1)),
      title,
    ].join(' '),
    unitRow: null,
  };
}

/** All tables of a sheet, from top to bottom, tables side by side from left to right. */
export function* findTables(
  sheet: SheetView,
  choices: HeaderChoices = new Map(),
): Generator<void, FoundTable[]> {
  const found: FoundTable[] = [];
  const taken: Region[] = [];
  for (const table of sheet.grid.tables) {
    const excel = yield* excelTable(sheet, table, choices);
    if (!excel) continue;
    found.push(excel);
    const top = table.area.row - sheet.grid.origin.row;
    const left = table.area.column - sheet.grid.origin.column;
    taken.push({
      top: Math.min(top, excel.header?.first ?? top),
      bottom: top + table.area.rows - 1,
      left,
      right: left + table.area.columns - 1,
    });
  }
  const rest = taken.length === 0 ? sheet : new SheetView(sheet.grid, sheet.date1904, taken);
  for (const region of yield* findRegions(rest)) yield* scanRegion(rest, region, choices, found);
  return found
    .filter((table) => table.columns.length > 0)
    .sort((a, b) => firstRow(a) - firstRow(b) || (a.columns[0] ?? 0) - (b.columns[0] ?? 0));
}

function firstRow(table: FoundTable): number {
  return table.header?.first ?? table.rows[0] ?? 0;
}
