import type { Area } from '../model/types';
import { maximumColumns, maximumRows } from './limits';

/** Addresses as files write them. Rows and columns count from 0. */

const letterCache: string[] = [];

export function columnLetters(column: number): string {
  const known = letterCache[column];
  if (known !== undefined) return known;
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  letterCache[column] = letters;
  return letters;
}

export function columnNumber(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index++) {
    column = column * 26 + (letters.charCodeAt(index) & 31);
  }
  return column - 1;
}

export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

export function areaAddress({ row, column, rows, columns }: Area): string {
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** "A1:B2", "$A$1", "A:C" or "1:3" without a sheet; null for anything else. */
export function parseArea(text: string): Area | null {
  const match = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?$/.exec(text.trim());
  if (match === null || (match[1] === undefined && match[2] === undefined)) return null;
  const [, letters1, digits1, letters2 = letters1, digits2 = digits1] = match;
  const row1 = digits1 === undefined ? 0 : Number(digits1) - 1;
  const row2 = digits2 === undefined ? maximumRows - 1 : Number(digits2) - 1;
  const column1 = letters1 === undefined ? 0 : columnNumber(letters1);
  const column2 = letters2 === undefined ? maximumColumns - 1 : columnNumber(letters2);
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  if (row < 0 || Math.max(row1, row2) >= maximumRows || Math.max(column1, column2) >= maximumColumns)
    return null;
  return { row, column, rows: Math.abs(row2 - row1) + 1, columns: Math.abs(column2 - column1) + 1 };
}

/** Areas of a space-separated list; what is no area is left out. */
export function parseAreas(text: string): Area[] {
  return text.split(/[\s,]+/).flatMap((part) => {
    const area = parseArea(part);
    return area === null ? [] : [area];
  });
}

/** A sheet's name before '!', quoted where a formula needs it. */
export function sheetPrefix(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) &&
    !/^[A-Za-z]{1,3}\d+$/.test(name) &&
    !/^(r|c|rc|r\d+c\d*)$/i.test(name);
  return plain ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
}
