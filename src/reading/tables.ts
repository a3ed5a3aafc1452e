import type { GridTable } from './grid';
import {
  blankRow,
  extended,
  findHeader,
  headerScore,
  HEADER_THRESHOLD,
  isUnitRow,
  rowKey,
  usedColumns,
  type HeaderRows,
} from './header';
import { BREATH, findRegions } from './regions';
import { bodyFacts, lookAtRow, rowReason, totalKind, type BodyFacts } from './rows';
import { isBlank, trimmed } from './text';
import type { SkippedRow } from './types';
import { type Region, SheetView } from './view';
import { isHeaderWord, isListedWord } from './words';

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

function textsIn(view: SheetView, region: Region, from: number, to: number): string[] {
  const texts: string[] = [];
  for (let row = Math.max(0, from); row <= to && texts.length < 30; row += 1) {
    for (let column = region.left; column <= region.right; column += 1) {
      const value = view.at(row, column);
      if (typeof value === 'string' && !isBlank(value)) texts.push(trimmed(value));
    }
  }
  return texts;
}

/** Whether a row within a table's body begins another table: names of columns, unlike the header above. */
function startsTable(
  view: SheetView,
  region: Region,
  row: number,
  header: HeaderRows,
  width: number,
): boolean {
  const afterGap =
    row - 1 > header.last && (blankRow(view, region, row - 1) || lonely(view, region, row - 1));
  // Without a gap before it only a row that begins with a listed word is looked at closely: there are many rows.
  if (!afterGap && !isListedWord(lookAtRow(view, row, range(region)).firstText)) return false;
  let known = 0;
  let filled = 0;
  for (let column = region.left; column <= region.right; column += 1) {
    const value = view.at(row, column);
    if (isBlank(value)) continue;
    filled += 1;
    if (typeof value !== 'string') {
      if (typeof value === 'number' && !view.dated(row, column)) return false;
      continue;
    }
    if (value.length > 30) return false;
    if (isHeaderWord(value)) known += 1;
  }
  if (filled < 2 || known < 2) return false;
  const share = known / filled;
  if (!(share >= 0.8 && known >= 3) && !(afterGap && share >= 0.5)) return false;
  if (!afterGap && filled < width * 0.5) return false;
  return headerScore(view, { ...region, top: row }, row) >= HEADER_THRESHOLD;
}

/** A row with a single text, or a total: what stands before another table begins. */
function lonely(view: SheetView, region: Region, row: number): boolean {
  let filled = 0;
  let total = false;
  for (let column = region.left; column <= region.right; column += 1) {
    const value = view.at(row, column);
    if (isBlank(value)) continue;
    filled += 1;
    if (typeof value === 'string' && totalKind(value) !== null) total = true;
  }
  return filled === 1 || total;
}

/** Texts before a repeated header that name something new make it another table, not another printed page. */
function newHeading(
  view: SheetView,
  region: Region,
  row: number,
  header: HeaderRows,
  seen: ReadonlySet<string>,
): boolean {
  for (let above = row - 1; above > header.last; above -= 1) {
    if (blankRow(view, region, above)) continue;
    const look = lookAtRow(view, above, range(region));
    if (look.filled !== 1 || look.texts !== 1) return false;
    const text = trimmed(look.firstText);
    if (totalKind(text) !== null || /页|page|签|[:：]\s*$/i.test(text)) return false;
    return !seen.has(text);
  }
  return false;
}

const ranges = new WeakMap<Region, readonly number[]>();

/** The columns of a region. */
function range(region: Region): readonly number[] {
  const known = ranges.get(region);
  if (known) return known;
  const columns = Array.from({ length: region.right - region.left + 1 }, (_, index) => region.left + index);
  ranges.set(region, columns);
  return columns;
}

interface Body {
  readonly rows: number[];
  readonly skipped: SkippedRow[];
  /** First row that belongs to the table no more. */
  readonly end: number;
}

function* readBody(
  view: SheetView,
  region: Region,
  header: HeaderRows | null,
  start: number,
  stop: number,
): Generator<void, Body> {
  const all = range(region);
  const headerKeys = new Set<string>();
  const headerFirsts = new Set<string>();
  if (header) {
    for (let row = header.first; row <= header.last; row += 1) {
      headerKeys.add(rowKey(view, row, all));
      headerFirsts.add(trimmed(lookAtRow(view, row, all).firstText));
    }
  }
  headerKeys.delete(rowKey(view, -1, all));
  const end = header
    ? yield* nextTable(view, region, header, { headerKeys, headerFirsts }, start, stop)
    : stop + 1;
  const lastRow = end - 1;
  const columns = usedColumns(view, region, header?.first ?? start, Math.min(lastRow, start + 3000));
  const facts = bodyFacts(view, columns, start, lastRow, headerKeys, headerFirsts);
  const rows: number[] = [];
  const skipped: SkippedRow[] = [];
  let ended = false;
  for (let row = start; row <= lastRow; row += 1) {
    if (row % BREATH === 0) yield;
    const reason = rowReason(view, row, facts, ended);
    if (reason === null) {
      rows.push(row);
      ended = false;
    } else {
      skipped.push({ row, reason });
      if (reason === 'total') ended = true;
      if (reason === 'repeated-header') ended = false;
    }
  }
  // Blank rows below the last row that says anything are no part of the table.
  while (
    skipped.length > 0 &&
    skipped.at(-1)?.reason === 'blank' &&
    (skipped.at(-1)?.row ?? 0) > (rows.at(-1) ?? -1)
  ) {
    skipped.pop();
  }
  return { rows, skipped, end };
}

function* nextTable(
  view: SheetView,
  region: Region,
  header: HeaderRows,
  names: Pick<BodyFacts, 'headerKeys' | 'headerFirsts'>,
  start: number,
  stop: number,
): Generator<void, number> {
  const all = range(region);
  const width = usedColumns(view, region, header.first, header.last).length;
  const headings = new Set(textsIn(view, region, 0, header.first - 1));
  for (let row = start; row <= stop; row += 1) {
    if (row % BREATH === 0) yield;
    const look = lookAtRow(view, row, all);
    if (look.texts < 2 || look.texts < look.filled * 0.6) continue;
    if (look.firstText.length > 30) continue;
    const repeated =
      names.headerFirsts.has(trimmed(look.firstText)) && names.headerKeys.has(rowKey(view, row, all));
    if (
      repeated
        ? newHeading(view, region, row, header, headings)
        : startsTable(view, region, row, header, width)
    ) {
      return back(view, region, row, start);
    }
  }
  return stop + 1;
}

/** The first of the heading rows right above a table that begins at `row`. */
function back(view: SheetView, region: Region, row: number, start: number): number {
  let first = row;
  while (first - 1 >= start) {
    const look = lookAtRow(view, first - 1, range(region));
    const heading = look.filled === 1 && look.texts === 1 && totalKind(look.firstText) === null;
    if (look.filled !== 0 && !heading) break;
    first -= 1;
    if (look.filled === 0) break;
  }
  return first;
}

/** Values without a header are a table when at least two columns keep one kind of value through at least two rows. */
function looksTabular(view: SheetView, region: Region): boolean {
  const rows: number[] = [];
  for (let row = region.top; row <= region.bottom && rows.length < 50; row += 1) {
    if (lookAtRow(view, row, range(region)).filled >= 2) rows.push(row);
  }
  if (rows.length < 2) return false;
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
