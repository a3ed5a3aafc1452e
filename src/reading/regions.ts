import { findHeader, rowKey } from './header';
import type { Region, SheetView } from './view';

/** Rows of the sheet that hold something, with how many cells they fill and which columns. */
interface Occupancy {
  readonly filled: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Rows after which long work lets others have their turn. */
export const BREATH = 4000;

function* occupancy(view: SheetView): Generator<void, Occupancy> {
  const filled = new Int32Array(view.rows);
  const first = new Int32Array(view.rows).fill(-1);
  const last = new Int32Array(view.rows).fill(-1);
  for (let row = 0; row < view.rows; row += 1) {
    if (row % BREATH === BREATH - 1) yield;
    const width = view.grid.values[row]?.length ?? 0;
    for (let column = 0; column < width; column += 1) {
      if (view.blank(row, column)) continue;
      filled[row] = (filled[row] ?? 0) + 1;
      if (first[row] === -1) first[row] = column;
      last[row] = column;
    }
  }
  return { filled, first, last };
}

/** Runs of rows without a blank row between them. */
function bands(view: SheetView, facts: Occupancy): Region[] {
  const found: Region[] = [];
  let top = -1;
  let left = Infinity;
  let right = -1;
  for (let row = 0; row <= view.rows; row += 1) {
    const filled = row < view.rows ? (facts.filled[row] ?? 0) : 0;
    if (filled === 0) {
      if (top >= 0) found.push({ top, bottom: row - 1, left, right });
      top = -1;
      left = Infinity;
      right = -1;
      continue;
    }
    if (top < 0) top = row;
    left = Math.min(left, facts.first[row] ?? 0);
    right = Math.max(right, facts.last[row] ?? 0);
  }
  return found;
}

const SEGMENT_ROWS = 2000;

/** Parts of a band with a column between them that is blank in every row of more than one cell. */
function segments(view: SheetView, band: Region, facts: Occupancy): Region[] {
  const used = new Uint8Array(view.columns);
  const bottom = Math.min(band.bottom, band.top + SEGMENT_ROWS);
  for (let row = band.top; row <= bottom; row += 1) {
    if ((facts.filled[row] ?? 0) < 2) continue;
    for (let column = band.left; column <= band.right; column += 1) {
      if (used[column] === 0 && !view.blank(row, column)) used[column] = 1;
    }
  }
  const parts: Region[] = [];
  let left = -1;
  for (let column = band.left; column <= band.right + 1; column += 1) {
    const filled = column <= band.right && used[column] === 1;
    if (filled && left < 0) left = column;
    if (!filled && left >= 0) {
      parts.push({ top: band.top, bottom: band.bottom, left, right: column - 1 });
      left = -1;
    }
  }
  return parts;
}

function rowsFilled(view: SheetView, part: Region, from: number): { count: number; last: number } {
  let count = 0;
  let last = from - 1;
  const bottom = Math.min(part.bottom, from + SEGMENT_ROWS);
  for (let row = from; row <= bottom; row += 1) {
    for (let column = part.left; column <= part.right; column += 1) {
      if (!view.blank(row, column)) {
        count += 1;
        last = row;
        break;
      }
    }
  }
  return { count, last };
}

/** Whether what stands right of a blank column is a table of its own and not more columns of the left one. */
function standsAlone(view: SheetView, left: Region, right: Region): boolean {
  if (left.left === left.right || right.left === right.right) return false;
  const one = findHeader(view, left);
  const two = findHeader(view, right);
  if (!one || !two) return false;
  if (one.last !== two.last) return true;
  const names = new Set(headerNames(view, left, one.last));
  if (headerNames(view, right, two.last).some((name) => names.has(name))) return true;
  const leftRows = rowsFilled(view, left, one.last + 1);
  const rightRows = rowsFilled(view, right, two.last + 1);
  const gapless = rightRows.count >= 0.9 * (rightRows.last - two.last);
  return gapless && rightRows.count > 0 && Math.abs(leftRows.last - rightRows.last) >= 2;
}

function headerNames(view: SheetView, part: Region, row: number): string[] {
  return rowKey(
    view,
    row,
    Array.from({ length: part.right - part.left + 1 }, (_, index) => part.left + index),
  )
    .split('\u0001')
    .filter((name) => name !== '');
}

/**
 * The parts of a sheet in which tables stand one below the other: usually the whole used range; two or more where
 * tables stand side by side.
 */
export function* findRegions(view: SheetView): Generator<void, Region[]> {
  const facts = yield* occupancy(view);
  const done: Region[] = [];
  // Parts that rows further down may still belong to.
  let open: Region[] = [];
  for (const band of bands(view, facts)) {
    yield;
    const parts: Region[] = [];
    for (const part of segments(view, band, facts)) {
      const before = parts.at(-1);
      if (before && !standsAlone(view, before, part)) {
        parts[parts.length - 1] = { ...before, right: part.right };
      } else parts.push(part);
    }
    const found = parts.length === 0 ? [band] : parts;
    const single = found.length === 1 ? { ...band } : null;
    if (open.length === 0) open = single ? [single] : found;
    else if (single && open.length === 1) open = [union(open[0] ?? single, single)];
    else if (single) open = joined(view, open, single, done);
    else {
      done.push(...open);
      open = found;
    }
  }
  return [...done, ...open];
}

/** A band below tables that stand side by side: more rows of one of them, or something new. */
function joined(view: SheetView, open: readonly Region[], band: Region, done: Region[]): Region[] {
  const hosts = open.filter((part) => band.left >= part.left && band.right <= part.right);
  const host = hosts.length === 1 ? hosts[0] : undefined;
  if (host && findHeader(view, band) === null) {
    return open.map((part) => (part === host ? union(part, band) : part));
  }
  done.push(...open);
  return [band];
}

function union(a: Region, b: Region): Region {
  return {
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
  };
}
