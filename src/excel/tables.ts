import { areaAddress, type Area } from '../domain/address';
import { cellContent } from '../plan/fingerprint';
import { tableStyle } from '../plan/styles';
import type { PlanCell } from '../plan/types';
import { cellInput, cellInputOrBlank } from './cellText';
import { runs, runsByColumn, writeCells, writeRows } from './cells';
import { applyStyle, fillFormula, setFormat } from './look';
import { rangeOf, type PlacedColumn, type PlacedTable } from './placed';
import type { Cell } from './pieces';
import type { Session } from './run';

type OnRows = (rows: number) => void;

/** The cells under a table's header; Excel keeps one blank row where there is none. */
function bodyOf(table: PlacedTable): Area {
  return { ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 };
}

function columnOf(area: Area, column: number): Area {
  return { ...area, column: area.column + column, columns: 1 };
}

/** Formats before contents, so that texts land as texts; then everything but formulas, which need the tables to exist. */
export async function putTableCells(
  session: Session,
  sheet: Excel.Worksheet,
  table: PlacedTable,
  onRows: OnRows,
): Promise<void> {
  await styleHeader(session, sheet, table);
  await styleRows(session, sheet, table, bodyOf(table));
  await putFormats(session, sheet, table);
  const { columns, rows, area } = table;
  await writeCells(session, sheet, area, [columns.map((column) => headerInput(column))]);
  const inputsOf = (row: number): (Cell | null)[] =>
    columns.map((column, at) => constantInput(rows[row]?.[at] ?? null, column));
  await writeRows(session, sheet, bodyOf(table), { first: 0, end: rows.length }, inputsOf, onRows);
}

function headerInput(column: PlacedColumn): Cell {
  return cellInputOrBlank(column.header, undefined);
}

function constantInput(cell: PlanCell, column: PlacedColumn): Cell | null {
  return typeof cell === 'object' ? null : cellInput(cell, column.format);
}

/** Makes the cells an Excel table. */
export async function createTable(
  session: Session,
  sheet: Excel.Worksheet,
  table: PlacedTable,
): Promise<void> {
  await session.room();
  const made = sheet.tables.add(areaAddress(table.area), true);
  made.name = table.name;
  made.style = tableStyle;
}

/** Calculated columns, and single formulas among the rows. */
export async function putTableFormulas(
  session: Session,
  sheet: Excel.Worksheet,
  table: PlacedTable,
): Promise<void> {
  const { columns, rows } = table;
  const standsOut = (row: number, at: number): boolean => {
    const cell = rows[row]?.[at] ?? null;
    return cell !== null && (columns[at]?.formula !== undefined || typeof cell === 'object');
  };
  const exceptions = await session.compute(runsByColumn(rows.length, columns.length, standsOut));
  for (const [at, { formula }] of columns.entries()) {
    if (formula) await putColumnFormula(session, sheet, table, at, formula);
    await putCells(session, sheet, table, at, exceptions[at] ?? []);
  }
}

/** One formula for the whole column. */
async function putColumnFormula(
  session: Session,
  sheet: Excel.Worksheet,
  table: PlacedTable,
  at: number,
  formula: string,
): Promise<void> {
  await session.room();
  fillFormula(rangeOf(sheet, columnOf(bodyOf(table), at)), formula);
}

/** Some rows of a column as the table has them. */
async function putCells(
  session: Session,
  sheet: Excel.Worksheet,
  table: PlacedTable,
  at: number,
  rows: readonly (readonly [number, number])[],
): Promise<void> {
  const body = bodyOf(table);
  const format = table.columns[at]?.format;
  for (const [first, end] of rows) {
    const cells = table.rows.slice(first, end).map((row) => [cellInput(row[at] ?? null, format)]);
    await writeCells(session, sheet, { row: body.row + first, column: body.column + at }, cells);
  }
}

/** What a table covers at this moment: header and body, and whether a totals row follows. */
export interface TableExtent {
  readonly area: Area;
  readonly totals: boolean;
}

/**
 * Brings a table that stands on the sheet to what it should be: its size, and the rows that differ. `standing` is what
 * the cells hold, `extent` what the table covers now (the two differ after a failure half-way).
 */
export async function updateTable(
  session: Session,
  sheet: Excel.Worksheet,
  table: PlacedTable,
  standing: PlacedTable,
  extent: TableExtent,
  onRows: OnRows,
): Promise<void> {
  const sameColumns =
    table.columns.length === standing.columns.length &&
    table.columns.every((column, index) => column.id === standing.columns[index]?.id);
  const surplus = surplusAreas(standing.area, table.area);
  for (const area of surplus) {
    await session.room();
    rangeOf(sheet, area).clear('Contents');
  }
  if (areaAddress(extent.area) !== areaAddress(table.area)) {
    await session.room(1500);
    const there = sheet.tables.getItem(table.name);
    // A totals row would be in the way; Excel remembers what it shows.
    if (extent.totals) there.showTotals = false;
    there.resize(areaAddress(table.area));
    if (table.totals) there.showTotals = true;
  } else if (table.totals && !extent.totals) {
    await session.room();
    sheet.tables.getItem(table.name).showTotals = true;
  }
  for (const area of surplus) {
    await session.room();
    rangeOf(sheet, area).clear('All');
  }
  await styleAdded(session, sheet, table, standing, sameColumns);
  await putFormats(session, sheet, table);
  await putHeaders(session, sheet, table, standing, sameColumns);
  await putChangedRows(session, sheet, table, standing, sameColumns, onRows);
}

async function putHeaders(
  session: Session,
  sheet: Excel.Worksheet,
  table: PlacedTable,
  standing: PlacedTable,
  sameColumns: boolean,
): Promise<void> {
  for (const [at, column] of table.columns.entries()) {
    if (sameColumns && standing.columns[at]?.header === column.header) continue;
    await writeCells(session, sheet, columnOf(table.area, at), [[headerInput(column)]]);
  }
}

async function putChangedRows(
  session: Session,
  sheet: Excel.Worksheet,
  table: PlacedTable,
  standing: PlacedTable,
  sameColumns: boolean,
  onRows: OnRows,
): Promise<void> {
  const body = bodyOf(table);
  const { columns } = table;
  const differs = (index: number): boolean => {
    const now = table.rows[index] ?? [];
    const before = standing.rows[index];
    if (!sameColumns || !before) return true;
    return columns.some((_, at) => cellContent(now[at]) !== cellContent(before[at]));
  };
  const length = Math.max(table.rows.length, 1);
  let seen = 0;
  for (const [first, end] of await session.compute(runs(length, differs, 8))) {
    const inputsOf = (row: number): Cell[] =>
      columns.map((column, at) => inputOf(table.rows[row]?.[at] ?? null, column));
    await writeRows(session, sheet, body, { first, end }, inputsOf);
    onRows(end - seen);
    seen = end;
  }
  onRows(table.rows.length - seen);
  for (const [at, column] of columns.entries()) {
    const before = sameColumns ? standing.columns[at] : undefined;
    if (column.formula && before && before.formula !== column.formula) {
      await putColumnFormula(session, sheet, table, at, column.formula);
      // What people typed over it goes back in its place.
      const isTyped = (row: number): boolean => (table.rows[row]?.[at] ?? null) !== null;
      await putCells(session, sheet, table, at, await session.compute(runs(table.rows.length, isTyped)));
    }
  }
}

function inputOf(cell: PlanCell, column: PlacedColumn): Cell {
  return cell === null && column.formula ? column.formula : cellInputOrBlank(cell, column.format);
}

/** The parts of an area that another one, with the same top left corner, does not cover. */
function surplusAreas(area: Area, kept: Area): Area[] {
  const below = area.rows - kept.rows;
  const beside = area.columns - kept.columns;
  return [
    ...(below > 0 ? [{ ...area, row: area.row + kept.rows, rows: below }] : []),
    ...(beside > 0
      ? [{ ...area, column: area.column + kept.columns, columns: beside, rows: kept.rows }]
      : []),
  ].map((part) => ({ ...part, rows: Math.min(part.rows, area.row + area.rows - part.row) }));
}

/** Rows that are new at the end look like the others; with new columns the whole table is dressed again. */
async function styleAdded(
  session: Session,
  sheet: Excel.Worksheet,
  table: PlacedTable,
  standing: PlacedTable,
  sameColumns: boolean,
): Promise<void> {
  const body = bodyOf(table);
  if (!sameColumns) {
    await styleHeader(session, sheet, table);
    await styleRows(session, sheet, table, body);
    return;
  }
  const added = table.area.rows - standing.area.rows;
  if (added > 0) {
    await styleRows(session, sheet, table, { ...body, row: body.row + body.rows - added, rows: added });
  }
}

async function styleHeader(session: Session, sheet: Excel.Worksheet, table: PlacedTable): Promise<void> {
  const header = { ...table.area, rows: 1 };
  for (const [at, column] of table.columns.entries()) {
    if (column.own) continue;
    await session.room(1000);
    const range = rangeOf(sheet, columnOf(header, at));
    applyStyle(range, column.style === 'number' ? 'columnHeaderNumber' : 'columnHeader', 1);
  }
}

async function styleRows(
  session: Session,
  sheet: Excel.Worksheet,
  table: PlacedTable,
  rows: Area,
): Promise<void> {
  for (const [at, column] of table.columns.entries()) {
    if (column.own) continue;
    await session.room(1000);
    const range = rangeOf(sheet, columnOf(rows, at));
    if (column.style) applyStyle(range, column.style, rows.rows, column.format);
    else if (column.format) setFormat(range, column.format);
  }
}

/** Formats that differ from their column's; before the contents, so that a text among amounts lands as text. */
async function putFormats(session: Session, sheet: Excel.Worksheet, table: PlacedTable): Promise<void> {
  const body = bodyOf(table);
  for (const { row, column, format } of table.formats) {
    await session.room();
    const cell = { row: body.row + row, column: body.column + column, rows: 1, columns: 1 };
    setFormat(rangeOf(sheet, cell), format);
  }
}
