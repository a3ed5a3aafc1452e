import { columnIndex } from '../domain/address';

/** Gives the names that a plan may use: the ones its sheets and tables already have, or free ones like the wish. */
export interface NameBook {
  sheet(role: string, wish: string): string;
  table(role: string, wish: string): string;
}

/** The names of a workbook, of sheets or of tables. */
export interface KnownNames {
  readonly taken: readonly string[];
  /** Of the build to refresh: names by role, however people renamed them. */
  readonly kept: Readonly<Record<string, string>>;
}

export interface WorkbookNames {
  readonly sheets: KnownNames;
  readonly tables: KnownNames;
}

const SHEET_LENGTH = 31;
const TABLE_LENGTH = 255;
const LAST_COLUMN = 16383;

/** One role has one name, however often it is asked for, and no other role gets it. */
export function nameBook({ sheets, tables }: WorkbookNames): NameBook {
  return { sheet: namer(sheets, freeSheetName), table: namer(tables, freeTableName) };
}

function namer(
  { taken, kept }: KnownNames,
  free: (wish: string, taken: Iterable<string>) => string,
): (role: string, wish: string) => string {
  const names = new Map(Object.entries(kept));
  const all = [...taken];
  return (role, wish) => {
    const known = names.get(role);
    if (known !== undefined) return known;
    const name = free(wish, all);
    all.push(name);
    names.set(role, name);
    return name;
  };
}

/**
 * A sheet name like the wish that Excel accepts and that none of `taken` has (Excel ignores case).
 * @example freeSheetName('月度总结', ['月度总结']) //=> '月度总结 2'
 */
export function freeSheetName(wish: string, taken: Iterable<string>): string {
  const clean = wish
    .replace(/[:\\/?*[\]\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+/, '');
  // Excel keeps "History" for itself.
  const base = /^history$/i.test(clean.trim()) ? `${clean.trim()} 1` : clean;
  return firstFree(base, 'Sheet', SHEET_LENGTH, ' ', taken, (name) => name.replace(/[\s']+$/, ''));
}

/**
 * A table name like the wish that Excel accepts and that none of `taken` (tables and defined names) has.
 * @example freeTableName('2024 orders', []) //=> '_2024_orders'
 */
export function freeTableName(wish: string, taken: Iterable<string>): string {
  let clean = wish.trim().replace(/[^\p{L}\p{N}_.]/gu, '_');
  if (!/^[\p{L}_]/u.test(clean) || looksLikeReference(clean)) clean = `_${clean}`;
  return firstFree(clean, 'Table', TABLE_LENGTH, '_', taken, (name) => name);
}

/** "AB12", "R1C1", "R" and "c" are cells to Excel, not names. */
function looksLikeReference(name: string): boolean {
  const cell = /^([A-Za-z]{1,3})\d+$/.exec(name);
  if (cell?.[1] !== undefined && columnIndex(cell[1]) <= LAST_COLUMN) return true;
  return /^(r\d*)?(c\d*)?$/i.test(name);
}

function firstFree(
  wish: string,
  fallback: string,
  length: number,
  joint: string,
  taken: Iterable<string>,
  finish: (name: string) => string,
): string {
  const used = new Set<string>();
  for (const name of taken) used.add(name.toLowerCase());
  const base = finish(cut(wish, length)) || fallback;
  let name = base;
  for (let number = 2; used.has(name.toLowerCase()); number++) {
    const suffix = `${joint}${number}`;
    name = finish(cut(base, length - suffix.length)) + suffix;
  }
  return name;
}

/** Cuts to `length` UTF-16 units, as Excel counts, without splitting a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
