import type { GridValue } from './grid';
import { periodOf, type PeriodWord } from './periods';
import { isBlank, isErrorText, isPlaceholder, wordKey } from './text';
import { isUnitWord } from './units';
import type { Region, SheetView } from './view';
import { textClass } from './view';
import { isHeaderWord, matchWords } from './words';

export interface HeaderRows {
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

const SAMPLE_BELOW = 60;
const SEARCH_ROWS = 30;
const MAX_HEADER_ROWS = 3;

/** Columns of the region that hold anything in the rows of a stretch. */
export function usedColumns(view: SheetView, region: Region, from: number, to: number): number[] {
  const used: number[] = [];
  for (let column = region.left; column <= region.right; column += 1) {
    for (let row = from; row <= to; row += 1) {
      if (!view.blank(row, column)) {
        used.push(column);
        break;
      }
    }
  }
  return used;
}

function isSentence(text: string): boolean {
  return (
    text.length > 45 || /[。；;!！]\s*\S|[。]$/.test(text) || (text.length > 30 && /[，,].*[，,]/.test(text))
  );
}

/** A label of a form ("填报人：", "单位：万元"), not the name of a column. */
export function isLabel(text: string): boolean {
  return /[:：]\s*$/.test(text) || /^[^:：]{1,10}[:：]\s*\S/.test(text.trim());
}

/** Period words of a row by column; only where they make a run of at least two. */
function periodsIn(
  view: SheetView,
  row: number,
  columns: readonly number[],
): ReadonlyMap<number, PeriodWord> {
  const found = new Map<number, PeriodWord>();
  for (const column of columns) {
    const word = periodOf(view.at(row, column), view.dated(row, column));
    if (word) found.set(column, word);
  }
  return found.size >= 2 ? found : new Map();
}

/** Days of a month as headers: 1, 2, 3 … in consecutive columns (an attendance sheet). */
function dayRun(view: SheetView, row: number, columns: readonly number[]): ReadonlySet<number> {
  const days = columns.filter((column) => {
    const value = view.at(row, column);
    return /^\d{1,2}[日号]?$/.test(String(value));
  });
  let steps = 0;
  for (let index = 1; index < days.length; index += 1) {
    const before = parseInt(String(view.at(row, days[index - 1] ?? 0)), 10);
    const after = parseInt(String(view.at(row, days[index] ?? 0)), 10);
    if (after === before + 1) steps += 1;
  }
  return new Set(steps >= 4 && steps >= days.length - 3 ? days : []);
}

interface RowLook {
  /** Cells with something of their own. */
  readonly filled: number;
  /** Cells that could be the name of a column. */
  readonly headerish: number;
  readonly known: number;
  readonly covered: number;
  readonly values: number;
  readonly labels: number;
}

/** What a row looks like as a header over the given columns. */
function lookAt(view: SheetView, row: number, columns: readonly number[]): RowLook {
  const periods = periodsIn(view, row, columns);
  const days = dayRun(view, row, columns);
  let filled = 0;
  let headerish = 0;
  let known = 0;
  let covered = 0;
  let values = 0;
  let labels = 0;
  for (const column of columns) {
    const value = view.at(row, column);
    if (isBlank(value)) {
      if (!isBlank(view.shown(row, column))) covered += 1;
      continue;
    }
    filled += 1;
    covered += 1;
    if (periods.has(column) || days.has(column) || isPeriodText(value)) {
      headerish += 1;
      known += 1;
    } else if (couldNameColumn(value)) {
      headerish += 1;
      if (isHeaderWord(String(value))) known += 1;
      if (isLabel(String(value))) labels += 1;
    } else values += 1;
  }
  return { filled, headerish, known, covered, values, labels };
}

/** "2024年" or "一季度" over months: a name, though its digits read as a number. */
function isPeriodText(value: GridValue): boolean {
  return typeof value === 'string' && /[年月季qQ]/.test(value) && periodOf(value, false) !== null;
}

function couldNameColumn(value: GridValue): boolean {
  if (typeof value !== 'string') return false;
  const text = value.trim();
  if (isErrorText(text) || (isPlaceholder(text) && text.length < 2 && text !== '#')) return false;
  if (isSentence(text)) return false;
  const kind = textClass(text);
  return kind === 'text' || (kind === 'number' && matchWords(text) !== null) || text === '#';
}

/** Share of a row's cells whose text comes again further down in its own column: values do, names of columns don't. */
function recurrence(view: SheetView, row: number, columns: readonly number[], bottom: number): number {
  let texts = 0;
  let recurring = 0;
  const last = Math.min(bottom, row + SAMPLE_BELOW);
  const own = rowKey(view, row, columns);
  const repeats = new Set<number>();
  for (let below = row + 1; below <= last; below += 1) {
    if (rowKey(view, below, columns) === own) repeats.add(below);
  }
  for (const column of columns) {
    const value = view.at(row, column);
    if (isBlank(value)) continue;
    texts += 1;
    for (let below = row + 1; below <= last; below += 1) {
      if (!repeats.has(below) && view.at(below, column) === value) {
        recurring += 1;
        break;
      }
    }
  }
  return texts === 0 ? 0 : recurring / texts;
}

/** A row's cells as one comparable text; rows of the same header have the same key. */
export function rowKey(view: SheetView, row: number, columns: readonly number[]): string {
  let key = '';
  for (const column of columns) {
    const value = view.at(row, column);
    key += typeof value === 'string' ? `${wordKey(value)}\u0001` : `${String(value)}\u0001`;
  }
  return key;
}

/** Share of columns where a name stands over values of another kind. */
function contrast(view: SheetView, row: number, columns: readonly number[], bottom: number): number {
  let compared = 0;
  let different = 0;
  const last = Math.min(bottom, row + 20);
  for (const column of columns) {
    const value = view.at(row, column);
    if (isBlank(value)) continue;
    let other = 0;
    let text = 0;
    let length = 0;
    for (let below = row + 1; below <= last; below += 1) {
      const kind = view.classOf(below, column);
      if (kind === 'blank') continue;
      if (kind === 'text') {
        text += 1;
        length += String(view.at(below, column)).length;
      } else other += 1;
    }
    if (other + text === 0) continue;
    compared += 1;
    if (typeof value !== 'string') continue;
    if (other > text) different += 1;
    else if (length / Math.max(1, text) > 2.5 * value.length) different += 0.5;
  }
  return compared === 0 ? 0 : different / compared;
}

/** How much a row looks like the (first) row of column names; 0 when it can't be one. */
export function headerScore(view: SheetView, region: Region, row: number): number {
  let last = row;
  while (last < Math.min(region.bottom, row + 20) && !blankRow(view, region, last + 1)) last += 1;
  const columns = usedColumns(view, region, row, last);
  if (columns.length === 0) return 0;
  const look = lookAt(view, row, columns);
  if (look.filled === 0 || (look.filled < 2 && region.left < region.right)) return 0;
  if (look.headerish / look.filled < 0.6 || look.labels > look.filled / 2) return 0;
  if (isUnitRow(view, row, columns)) return 0;
  const share = look.known / look.filled;
  const fill = look.covered / columns.length;
  const score =
    0.3 * fill +
    0.25 * (look.headerish / look.filled) +
    0.35 * Math.min(1, share * 1.25) +
    0.2 * contrast(view, row, columns, region.bottom) -
    0.6 * recurrence(view, row, columns, region.bottom) -
    0.5 * (look.values / look.filled) -
    0.4 * (look.labels / look.filled);
  // One lone column, or a name that spans the whole width, says little.
  return columns.length === 1 ? score - 0.3 * (1 - share) : look.filled === 1 ? 0 : score;
}

export function blankRow(view: SheetView, region: Region, row: number): boolean {
  for (let column = region.left; column <= region.right; column += 1) {
    if (!view.blank(row, column)) return false;
  }
  return true;
}

/** A row that only says units: 元, 户, %, (万元). */
export function isUnitRow(view: SheetView, row: number, columns: readonly number[]): boolean {
  let units = 0;
  for (const column of columns) {
    const value = view.at(row, column);
    if (isBlank(value)) continue;
    if (typeof value !== 'string' || !isUnitWord(value.trim())) return false;
    units += 1;
  }
  return units > 0;
}

export const HEADER_THRESHOLD = 0.52;

const LATE_MARGIN = 0.15;

function hasValues(view: SheetView, region: Region, row: number): boolean {
  for (let column = region.left; column <= region.right; column += 1) {
    const kind = view.classOf(row, column);
    if (kind === 'number' || kind === 'date') return true;
  }
  return false;
}

/** The header rows of a region: the likeliest row near its top, with group rows above and sub-headers below it. */
export function findHeader(view: SheetView, region: Region): HeaderRows | null {
  let bestRow = -1;
  let bestScore = 0;
  let seen = 0;
  let values = false;
  for (let row = region.top; row <= region.bottom && seen < SEARCH_ROWS; row += 1) {
    if (blankRow(view, region, row)) continue;
    seen += 1;
    const score = headerScore(view, region, row) - seen * 0.012;
    // Once values stand below a header, only a much better one below them shows that it was none.
    if (bestScore >= HEADER_THRESHOLD && hasValues(view, region, row)) values = true;
    if (score > bestScore + (values ? LATE_MARGIN : 1e-9)) {
      bestScore = score;
      bestRow = row;
    }
    // A strong header was found and several rows of values stand below it: no better one can follow.
    if (bestRow >= 0 && bestScore > 0.75 && row - bestRow >= 6) break;
  }
  if (bestRow < 0 || bestScore < HEADER_THRESHOLD) return null;
  return extended(view, region, bestRow, bestScore);
}

/** The rows that belong to the header which has `row` in it. */
export function extended(view: SheetView, region: Region, row: number, score: number): HeaderRows {
  let first = row;
  let last = row;
  while (
    last - first + 1 < MAX_HEADER_ROWS &&
    first > region.top &&
    isGroupRow(view, region, first - 1, first)
  ) {
    first -= 1;
  }
  while (
    last - first + 1 < MAX_HEADER_ROWS &&
    last < region.bottom &&
    isSubHeader(view, region, last, last + 1)
  ) {
    last += 1;
  }
  return { first, last, score };
}

function spansWidth(view: SheetView, region: Region, row: number, columns: readonly number[]): boolean {
  return view
    .mergesIn(row)
    .some((merge) => merge.columns >= Math.max(2, columns.length * 0.9) && merge.column <= region.left + 1);
}

/** Whether `row` names groups of the columns that `below` names one by one. */
function isGroupRow(view: SheetView, region: Region, row: number, below: number): boolean {
  const columns = usedColumns(view, region, row, Math.min(region.bottom, below + 5));
  const look = lookAt(view, row, columns);
  if (look.filled === 0 || look.values > 0 || look.labels > 0) return false;
  if (spansWidth(view, region, row, columns) && look.filled === 1) return false;
  const merges = view.mergesIn(row).filter((merge) => merge.row <= row && merge.column >= region.left);
  if (merges.some((merge) => merge.row + merge.rows > below && merge.rows > 1)) return true;
  if (merges.some((merge) => merge.rows === 1 && merge.columns > 1)) {
    return merges.some(
      (merge) => namesUnder(view, merge.column, merge.column + merge.columns - 1, below) >= 2,
    );
  }
  if (look.filled === 1) {
    const at = columns.find((column) => !view.blank(row, column)) ?? region.left;
    return (
      periodOf(view.at(row, at), view.dated(row, at)) !== null && periodsIn(view, below, columns).has(at)
    );
  }
  return complementary(view, columns, row, below);
}

function namesUnder(view: SheetView, from: number, to: number, row: number): number {
  let names = 0;
  for (let column = from; column <= to; column += 1) {
    const value = view.at(row, column);
    if (couldNameColumn(value) || periodOf(value, view.dated(row, column)) !== null) names += 1;
  }
  return names;
}

/**
 * Two rows of one header without merged cells: every column is named in one of them, and what stands over several
 * names is a group.
 */
function complementary(view: SheetView, columns: readonly number[], upper: number, lower: number): boolean {
  let named = 0;
  let gapsFilled = 0;
  let both = 0;
  for (const column of columns) {
    const top = view.at(upper, column);
    const low = view.at(lower, column);
    if (!isBlank(low) && !couldNameColumn(low) && periodOf(low, view.dated(lower, column)) === null)
      return false;
    if (!isBlank(top) || !isBlank(low)) named += 1;
    if (isBlank(top) && !isBlank(low)) gapsFilled += 1;
    if (!isBlank(top) && !isBlank(low)) both += 1;
  }
  const onlyTop = named - gapsFilled - both;
  return (
    named >= columns.length * 0.9 &&
    gapsFilled > 0 &&
    both > 0 &&
    both <= gapsFilled + 1 &&
    onlyTop + both >= 2
  );
}

/** Whether `row` goes on naming columns under the header row `above`. */
function isSubHeader(view: SheetView, region: Region, above: number, row: number): boolean {
  const columns = usedColumns(view, region, above, Math.min(region.bottom, row + 5));
  const look = lookAt(view, row, columns);
  if (look.filled === 0 || look.values > 0) return false;
  if (isUnitRow(view, row, columns)) return false;
  const merges = view
    .mergesIn(above)
    .filter((merge) => merge.column >= region.left && merge.column <= region.right);
  const down = merges.some((merge) => merge.row + merge.rows > row && merge.row <= above && merge.rows > 1);
  if (down) return true;
  const groups = merges.filter(
    (merge) => merge.row + merge.rows - 1 === above && merge.columns > 1 && merge.columns < columns.length,
  );
  if (groups.length > 0) {
    const recurring = recurrence(view, row, columns, region.bottom);
    return (
      recurring < 0.3 &&
      groups.some((merge) => namesUnder(view, merge.column, merge.column + merge.columns - 1, row) >= 2)
    );
  }
  if (merges.length === 0 && look.filled >= 2 && look.headerish === look.filled) {
    if (complementary(view, columns, above, row) && recurrence(view, row, columns, region.bottom) < 0.3)
      return true;
  }
  // A second row of names in the other language, or the field names of a database.
  const first = lookAt(view, above, columns);
  return (
    look.filled >= 3 &&
    look.filled >= first.filled * 0.8 &&
    look.known >= look.filled * 0.8 &&
    otherScript(view, above, row, columns)
  );
}

function otherScript(view: SheetView, above: number, row: number, columns: readonly number[]): boolean {
  const chinese = (at: number): number =>
    columns.filter((column) => /[\u3400-\u9fff]/.test(String(view.at(at, column)))).length;
  const one = chinese(above);
  const two = chinese(row);
  return (one === 0) !== (two === 0);
}
