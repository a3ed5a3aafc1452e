import {
  areaAddress,
  columnIndex,
  columnName,
  MAX_COLUMNS,
  MAX_ROWS,
  quoteSheetName,
} from '../model/address';
import type { Area, SheetModel, TableModel, WorkbookModel } from '../model/types';
import { ApiError } from './errors';
import type { RangeTarget } from './targets';

/** A whole sheet as an area. */
export const wholeSheet: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

export function isEntireColumn(area: Area): boolean {
  return area.rows === MAX_ROWS;
}

export function isEntireRow(area: Area): boolean {
  return area.columns === MAX_COLUMNS;
}

/** Whole rows or columns: Excel reads and writes no cell values of those. */
export function isUnbounded(area: Area): boolean {
  return isEntireColumn(area) || isEntireRow(area);
}

/** "A1:B2", "A:B" or "1:2". */
export function localAddress(area: Area): string {
  if (isEntireColumn(area)) {
    return `${columnName(area.column)}:${columnName(area.column + area.columns - 1)}`;
  }
  if (isEntireRow(area)) return `${area.row + 1}:${area.row + area.rows}`;
  return areaAddress(area);
}

/** As Range.address gives it: "'4月 走访'!A1:B2". */
export function fullAddress({ sheet, area }: RangeTarget): string {
  return `${quoteSheetName(sheet.name)}!${localAddress(area)}`;
}

/** With dollar signs, as a name or a chart refers to it. */
export function absoluteReference({ sheet, area }: RangeTarget): string {
  const local = localAddress(area).replace(/[A-Z]+|\d+/g, '$$$&');
  return `${quoteSheetName(sheet.name)}!${local}`;
}

/** The area that "B2:D9", "$A$1", "A:C" or "2:5" means; undefined when the text is no reference. */
export function parseArea(text: string): Area | undefined {
  const plain = text.replaceAll('$', '').trim().toUpperCase();
  const cells = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/.exec(plain);
  if (cells) {
    const [, left = '', top = '', right = left, bottom = top] = cells;
    return between(Number(top) - 1, columnIndex(left), Number(bottom) - 1, columnIndex(right));
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(plain);
  if (columns) return between(0, columnIndex(columns[1]!), MAX_ROWS - 1, columnIndex(columns[2]!));
  const rows = /^(\d+):(\d+)$/.exec(plain);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return undefined;
}

function between(row1: number, column1: number, row2: number, column2: number): Area | undefined {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  const bottom = Math.max(row1, row2);
  const right = Math.max(column1, column2);
  if (row < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return undefined;
  return { row, column, rows: bottom - row + 1, columns: right - column + 1 };
}

/** Splits "'a!b'!A1" into the sheet's name and the rest. */
export function splitSheet(reference: string): { sheetName?: string; local: string } {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/s.exec(reference);
  if (quoted) return { sheetName: quoted[1]!.replaceAll("''", "'"), local: quoted[2]! };
  const plain = /^([^!]+)!(.+)$/s.exec(reference);
  return plain ? { sheetName: plain[1]!, local: plain[2]! } : { local: reference };
}

/** The range that a reference means, seen from a sheet: an address, a name, or a table. */
export function findRange(
  workbook: WorkbookModel,
  from: SheetModel,
  reference: string,
): RangeTarget | undefined {
  const { sheetName, local } = splitSheet(reference.replace(/^=/, ''));
  const sheet = sheetName === undefined ? from : workbook.sheet(sheetName);
  if (!sheet) return undefined;
  const area = parseArea(local);
  if (area) return { sheet, area };
  const name = workbook.namedItem(local, sheet) ?? workbook.namedItem(local);
  if (name) return findRange(workbook, sheet, name.formula);
  return structured(workbook, local);
}

/** A table by its name, or a part of it: "Orders", "Orders[#All]", "Orders[Amount]". */
function structured(workbook: WorkbookModel, reference: string): RangeTarget | undefined {
  const [, name = '', part] = /^([^[\]]+)(?:\[([^[\]]*)\])?$/.exec(reference) ?? [];
  const table = workbook.table(name);
  const area = table && partOf(table, part);
  return area && { sheet: table.sheet, area };
}

function partOf(table: TableModel, part: string | undefined): Area | undefined {
  const { area, columns } = table;
  switch (part?.toLowerCase()) {
    case '#all':
      return area;
    case undefined:
    case '':
    case '#data':
      return bodyArea(table);
    case '#headers':
      return table.showHeaders ? { ...area, rows: 1 } : undefined;
    default: {
      const index = columns.findIndex(({ name }) => name.toLowerCase() === part?.toLowerCase());
      return index < 0 ? undefined : { ...bodyArea(table), column: area.column + index, columns: 1 };
    }
  }
}

/** The rows of a table that hold data. */
export function bodyArea({ area, showHeaders, showTotals }: TableModel): Area {
  const head = showHeaders ? 1 : 0;
  return { ...area, row: area.row + head, rows: area.rows - head - (showTotals ? 1 : 0) };
}

/** The range that an add-in named, or Excel's InvalidArgument. */
export function rangeAt(workbook: WorkbookModel, from: SheetModel, reference: string): RangeTarget {
  const found = findRange(workbook, from, reference);
  if (!found) throw new ApiError('InvalidArgument');
  return found;
}

/** "A1:B2,D4" on one sheet. */
export function areasAt(workbook: WorkbookModel, from: SheetModel, references: string): readonly Area[] {
  return references.split(',').map((part) => rangeAt(workbook, from, part.trim()).area);
}
