import type { GridValue, SheetGrid } from '../../reading/grid';
import { isBlank, wordKey } from '../../reading/text';
import type { RuleDefinition } from './definition';

export interface FoundHeader {
  /** Row of the grid's values. */
  readonly row: number;
  /** Columns of the grid's values by the columns' ids. */
  readonly columns: ReadonlyMap<string, number>;
}

/** No header is longer; sentences are. */
const LONGEST_HEADER = 40;
/** Of the cells of a header row; a row of data has more numbers. */
const MOST_NUMBERS = 1 / 3;

/** Rows that can be headers at all, found once a sheet: rules are looked for in every sheet, many kinds of them. */
const candidates = new WeakMap<SheetGrid, readonly number[]>();

function candidateRows(sheet: SheetGrid): readonly number[] {
  const known = candidates.get(sheet);
  if (known) return known;
  const rows: number[] = [];
  for (const [row, cells] of sheet.values.entries()) {
    let texts = 0;
    let others = 0;
    for (const cell of cells) {
      if (typeof cell !== 'string') others++;
      else if (cell !== '' && cell.length <= LONGEST_HEADER) texts++;
    }
    if (texts >= 2 && others <= (texts + others) * MOST_NUMBERS) rows.push(row);
  }
  candidates.set(sheet, rows);
  return rows;
}

/** A header for comparison: without what stands in brackets (units, hints). */
export function headerKey(text: string): string {
  const bare = text.replace(/[(（[【][^()（）[\]【】]*[)）\]】]/g, '');
  return wordKey(bare) || wordKey(text);
}

/** The keys of a sheet's short texts, made once a sheet as well: a large one has a hundred thousand. */
const headerKeys = new WeakMap<SheetGrid, Map<string, string>>();

function keysOf(sheet: SheetGrid): (text: string) => string {
  const known = headerKeys.get(sheet) ?? new Map<string, string>();
  headerKeys.set(sheet, known);
  return (text) => {
    let key = known.get(text);
    if (key === undefined) known.set(text, (key = headerKey(text)));
    return key;
  };
}

/** A sign that comes out of headerKey as it went in, but for capitals; null for one that may not. */
function plainSign(text: string, at: number): number | null {
  const unit = text.charCodeAt(at);
  if (unit >= 0x61 && unit <= 0x7a) return unit;
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20;
  if (unit >= 0x30 && unit <= 0x39) return unit;
  // Of the Chinese signs some have simpler twins: those are looked up.
  return unit >= 0x4e00 && unit <= 0x9fff ? simpleTwin(unit) : null;
}

const twins = new Map<number, number>();

function simpleTwin(unit: number): number {
  let twin = twins.get(unit);
  if (twin === undefined) twins.set(unit, (twin = wordKey(String.fromCharCode(unit)).charCodeAt(0)));
  return twin;
}

/**
 * Tells by the last sign which texts can't be one of some headers, whatever their key: a large sheet has a hundred
 * thousand texts, and making the keys of all of them takes a second.
 */
function passing(keys: Iterable<string>): (text: string) => boolean {
  const ends = new Set([...keys].map((key) => key.charCodeAt(key.length - 1)));
  return (text) => {
    const end = plainSign(text, text.length - 1);
    return end === null || ends.has(end);
  };
}

/** The rows that name all required columns, with where each column is. */
export function headerRows(sheet: SheetGrid, { columns }: RuleDefinition): FoundHeader[] {
  const ids = new Map<string, string>();
  for (const { id, headers } of columns) {
    for (const words of Object.values(headers)) for (const word of words) ids.set(headerKey(word), id);
  }
  const keyOf = keysOf(sheet);
  const passes = passing(ids.keys());
  const idOf = (cell: GridValue): string | null => {
    if (typeof cell !== 'string' || cell.length > LONGEST_HEADER || !passes(cell) || isBlank(cell))
      return null;
    return ids.get(keyOf(cell)) ?? null;
  };
  const required = columns.filter((column) => column.required).map(({ id }) => id);
  const found: FoundHeader[] = [];
  for (const row of candidateRows(sheet)) {
    if (!(sheet.values[row] ?? []).some((cell) => idOf(cell) !== null)) continue;
    for (const places of headersIn(sheet.values[row] ?? [], idOf)) {
      if (required.every((id) => places.has(id))) found.push({ row, columns: places });
    }
  }
  return found;
}

/** A column named again begins the next of several tables side by side. */
function headersIn(
  cells: readonly GridValue[],
  idOf: (cell: GridValue) => string | null,
): ReadonlyMap<string, number>[] {
  let places = new Map<string, number>();
  const all = [places];
  cells.forEach((cell, column) => {
    const id = idOf(cell);
    if (id === null) return;
    if (places.has(id)) {
      places = new Map<string, number>();
      all.push(places);
    }
    places.set(id, column);
  });
  return all;
}
