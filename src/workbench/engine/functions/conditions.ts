import type { CellError } from '../../model/types';
import type { ColumnIndex } from '../columnIndex';
import type { Context } from '../context';
import type { Bound, Criterion } from '../criteria';
import { lowerBound } from '../keyedRows';
import { countBelow, type SortedNumbers } from '../sortedNumbers';
import type { Reference, Scalar } from '../values';

/* Finds the rows that meet the conditions of SUMIFS and its kin. Rows are counted from the top of the ranges. */

/** Below this many rows a scan is as quick as an index. */
export const INDEX_FROM_ROWS = 64;

/** Numbers of which this share or less lies within bounds are brought in order of their rows; else all rows are looked at. */
const FEW = 1 / 16;

export interface Condition {
  readonly range: Reference;
  readonly criterion: Criterion;
}

/** One condition on one column. */
interface Asked {
  readonly condition: Condition;
  /** Where the range begins. */
  readonly top: number;
  readonly index: ColumnIndex | null;
  readonly values: readonly (Scalar | undefined)[];
}

/** What is still to be asked of a row: whether its code is the one, its number within a bound, or else its value. */
interface Test {
  readonly top: number;
  readonly codes: Int32Array | null;
  readonly code: number;
  readonly numbers: Float64Array | null;
  readonly bound: Bound | null;
  readonly values: readonly (Scalar | undefined)[];
  readonly criterion: Criterion;
}

/** Ascending rows of a sheet, from one place in the list to another. */
interface Listed {
  readonly rows: ArrayLike<number>;
  readonly top: number;
  from: number;
  to: number;
}

/** Rows that can match: the listed ones, or all from `low` to before `high`. */
interface Candidates {
  low: number;
  high: number;
  listed: Listed | null;
  readonly tests: Test[];
}

/** Calls `visit` for the place of every cell that meets all conditions (whose ranges have one size). */
export function eachMatch(
  conditions: readonly Condition[],
  context: Context,
  visit: (row: number, column: number) => CellError | void,
): CellError | null {
  const { rows, columns } = sizeOf(conditions);
  for (let column = 0; column < columns; column++) {
    const count = passing(candidates(conditions, context, column, rows));
    for (let i = 0; i < count; i++) {
      const error = visit(passed[i] ?? 0, column);
      if (error) return error;
    }
  }
  return null;
}

/** How many cells meet all conditions. */
export function countMatches(conditions: readonly Condition[], context: Context): number {
  const { rows, columns } = sizeOf(conditions);
  let count = 0;
  for (let column = 0; column < columns; column++) {
    const found = candidates(conditions, context, column, rows);
    count += found.tests.length === 0 ? Math.max(0, sizeOfAll(found)) : passing(found);
  }
  return count;
}

function sizeOf(conditions: readonly Condition[]): { rows: number; columns: number } {
  const [first] = conditions;
  if (!first) return { rows: 0, columns: 0 };
  let rows = 1;
  let columns = 1;
  let ofBlanks = true;
  for (const { range, criterion } of conditions) {
    const { extent } = range.sheet.cells;
    rows = Math.max(rows, Math.min(range.rows, extent.rows - range.row));
    columns = Math.max(columns, Math.min(range.columns, extent.columns - range.column));
    ofBlanks &&= criterion.matches(null);
  }
  // Cells beyond all that is written are blank; criteria that blanks meet have to look at them too.
  return ofBlanks ? first.range : { rows, columns };
}

/** The rows that pass; one list for all calls, of which none begins before another has read it. */
let passed = new Int32Array(1024);

/** Puts the candidates that pass all tests into `passed`; answers how many they are. */
function passing({ low, high, listed, tests }: Candidates): number {
  const from = listed ? listed.from : low;
  const to = listed ? listed.to : high;
  if (to - from > passed.length) passed = new Int32Array(Math.ceil((to - from) * 1.25));
  let count = 0;
  if (listed) for (let at = from; at < to; at++) passed[count++] = (listed.rows[at] ?? 0) - listed.top;
  else for (let row = from; row < to; row++) passed[count++] = row;
  for (const test of tests) {
    if (test.codes) count = passCode(test.codes, test.code, test.top, count);
    else if (test.numbers && test.bound) count = passBound(test.numbers, test.bound, test.top, count);
    else count = passValue(test, count);
  }
  return count;
}

function passCode(codes: Int32Array, code: number, top: number, count: number): number {
  let left = 0;
  for (let i = 0; i < count; i++) {
    const row = passed[i] ?? 0;
    if (codes[row + top] === code) passed[left++] = row;
  }
  return left;
}

function passBound(
  numbers: Float64Array,
  { side, number, orEqual }: Bound,
  top: number,
  count: number,
): number {
  // Turned round, so that one comparison serves both sides.
  const sign = side === 'above' ? 1 : -1;
  const limit = sign * number;
  let left = 0;
  for (let i = 0; i < count; i++) {
    const row = passed[i] ?? 0;
    const value = sign * (numbers[row + top] ?? NaN);
    if (value > limit || (orEqual && value === limit)) passed[left++] = row;
  }
  return left;
}

function passValue({ values, criterion, top }: Test, count: number): number {
  let left = 0;
  for (let i = 0; i < count; i++) {
    const row = passed[i] ?? 0;
    if (criterion.matches(values[row + top] ?? null)) passed[left++] = row;
  }
  return left;
}

function candidates(
  conditions: readonly Condition[],
  context: Context,
  column: number,
  rows: number,
): Candidates {
  const indexed = rows >= INDEX_FROM_ROWS;
  const asked = conditions.map((condition): Asked => {
    const { range, criterion } = condition;
    const wanted = indexed && (criterion.key !== undefined || criterion.bound !== undefined);
    const at = range.column + column;
    return {
      condition,
      top: range.row,
      index: wanted ? context.services.indexes.at(range.sheet, at) : null,
      values: range.sheet.cells.columnValues(at),
    };
  });
  const found: Candidates = { low: 0, high: rows, listed: null, tests: [] };
  const answered = new Set<Asked>();
  if (indexed) {
    listByKey(asked, found, answered);
    // Of a few rows it does not matter which of them are in order.
    if (sizeOfAll(found) >= INDEX_FROM_ROWS) narrowByBounds(asked, found, answered);
  }
  for (const one of asked) if (!answered.has(one)) found.tests.push(testOf(one));
  return found;
}

function sizeOfAll({ low, high, listed }: Candidates): number {
  return listed ? listed.to - listed.from : high - low;
}

/** Takes the rows of the key that has the fewest. */
function listByKey(asked: readonly Asked[], found: Candidates, answered: Set<Asked>): void {
  let best: Asked | null = null;
  for (const one of asked) {
    const { key } = one.condition.criterion;
    if (key === undefined || !one.index) continue;
    const rows = one.index.keys.rows(key);
    const from = lowerBound(rows, one.top);
    const to = lowerBound(rows, one.top + found.high);
    if (found.listed && to - from >= found.listed.to - found.listed.from) continue;
    found.listed = { rows, top: one.top, from, to };
    best = one;
  }
  if (best) answered.add(best);
}

/** Bounds on numbers that stand in order leave a stretch of rows; such that few numbers meet leave a list. */
function narrowByBounds(asked: readonly Asked[], found: Candidates, answered: Set<Asked>): void {
  for (const one of asked) {
    if (!one.condition.criterion.bound || !one.index || answered.has(one)) continue;
    const { sorted } = one.index;
    const alike = asked.filter(
      ({ condition, index, top }) => condition.criterion.bound && index === one.index && top === one.top,
    );
    const { from, to } = between(sorted.numbers, boundsOf(alike));
    if (sorted.ascending) {
      if (narrow(found, sorted, from, to, one.top)) alike.forEach((each) => answered.add(each));
    } else if (to - from <= sizeOfAll(found) * FEW) {
      const rows = sorted.rowsBetween(from, to);
      const first = lowerBound(rows, one.top + found.low);
      found.listed = { rows, top: one.top, from: first, to: lowerBound(rows, one.top + found.high) };
      answered.clear();
      alike.forEach((each) => answered.add(each));
    }
  }
}

/** Leaves the rows of some numbers in order; whether every row between the first and the last holds one of them. */
function narrow(found: Candidates, sorted: SortedNumbers, from: number, to: number, top: number): boolean {
  const first = from < to ? sorted.rowAt(from) - top : 0;
  const end = from < to ? sorted.rowAt(to - 1) + 1 - top : 0;
  found.low = Math.max(found.low, first);
  found.high = Math.max(found.low, Math.min(found.high, end));
  if (found.listed) {
    const { rows, top: ofList } = found.listed;
    found.listed.from = Math.max(found.listed.from, lowerBound(rows, ofList + found.low));
    found.listed.to = Math.max(
      found.listed.from,
      Math.min(found.listed.to, lowerBound(rows, ofList + found.high)),
    );
  }
  return end - first === to - from;
}

function testOf({ condition: { criterion }, top, index, values }: Asked): Test {
  const code = index && criterion.key !== undefined ? index.keys.codeOf(criterion.key) : null;
  return {
    top,
    codes: index && code !== null ? index.keys.codes : null,
    code: code ?? 0,
    numbers: index && criterion.bound ? index.numbers : null,
    bound: criterion.bound ?? null,
    values,
    criterion,
  };
}

function boundsOf(asked: readonly Asked[]): Bound[] {
  return asked.flatMap(({ condition }) => condition.criterion.bound ?? []);
}

/** The places in order of the numbers within all bounds. */
export function between(sorted: Float64Array, bounds: readonly Bound[]): { from: number; to: number } {
  let from = 0;
  let to = sorted.length;
  for (const { side, number, orEqual } of bounds) {
    if (side === 'above') from = Math.max(from, countBelow(sorted, number, !orEqual));
    else to = Math.min(to, countBelow(sorted, number, orEqual));
  }
  return { from, to: Math.max(from, to) };
}
