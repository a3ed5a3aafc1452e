import { blankRow, headerScore, HEADER_THRESHOLD, rowKey, usedColumns, type HeaderRows } from './header';
import { range, textsIn } from './ranges';
import { BREATH } from './regions';
import { bodyFacts, lookAtRow, rowReason, totalKind, type BodyFacts } from './rows';
import { isBlank, trimmed } from './text';
import type { SkippedRow } from './types';
import type { Region, SheetView } from './view';
import { isHeaderWord, isListedWord } from './words';

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

export interface Body {
  readonly rows: number[];
  readonly skipped: SkippedRow[];
  /** First row that belongs to the table no more. */
  readonly end: number;
}

/** Tells data from everything else in the rows below a header, up to where another table begins. */
export function* readBody(
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
