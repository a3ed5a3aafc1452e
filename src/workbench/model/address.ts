import type { Area } from './types';

export const MAX_ROWS = 1048576;
export const MAX_COLUMNS = 16384;

/** One number for a cell of a sheet, for use in maps. */
export function cellKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** The row of a cell key. */
export function rowOfKey(key: number): number {
  return Math.floor(key / MAX_COLUMNS);
}

/** The column of a cell key. */
export function columnOfKey(key: number): number {
  return key % MAX_COLUMNS;
}

/** Column 0 is "A". */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** The index of a column name in capitals; "A" is 0. */
export function columnIndex(name: string): number {
  let index = 0;
  for (let i = 0; i < name.length; i++) index = index * 26 + name.charCodeAt(i) - 64;
  return index - 1;
}

/** "B3" for row 2, column 1. */
export function cellAddress(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

/** "B3:C9", or "B3" for a single cell. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

const unquotedName = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const looksLikeReference = /^([a-z]{1,3}\d+|r\d*c\d*|r\d*|c\d*|true|false)$/i;

/** A sheet's name as formulas write it: in apostrophes where Excel needs them. */
export function quoteSheetName(name: string): string {
  if (unquotedName.test(name) && !looksLikeReference.test(name)) return name;
  return `'${name.replaceAll("'", "''")}'`;
}

/** Reads "B3" or "B3:C9" (dollar signs do not matter); null when it is neither. */
export function parseAreaAddress(address: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(address);
  if (!match) return null;
  const [, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = match;
  const columns = [columnIndex(firstColumn.toUpperCase()), columnIndex(lastColumn.toUpperCase())];
  const rows = [Number(firstRow) - 1, Number(lastRow) - 1];
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}
