import { compareScalars, toBoolean, toNumber } from '../coercion';
import { keyOf, wildcardPattern } from '../criteria';
import { lowerBound } from '../keyedRows';
import type { Context } from '../context';
import { toScalar, trimmed } from '../operators';
import {
  isError,
  isGrid,
  Matrix,
  NA,
  OMITTED,
  REF,
  Reference,
  VALUE,
  type Grid,
  type Scalar,
  type Value,
} from '../values';
import type { CellError } from '../../model/types';
import { given, single, valuesLifting, type FunctionDefinition, type FunctionTable } from './definition';
import { numberArgument } from './iterate';

/** How a value is looked for in a row or column. */
interface Search {
  /** 0 exact, -1 exact or next smaller, 1 exact or next larger. */
  readonly match: -1 | 0 | 1;
  readonly wildcards: boolean;
  readonly order: 'forward' | 'backward' | 'ascending' | 'descending';
}

/** A single row or column, read by place. */
interface Line {
  readonly length: number;
  readonly at: (index: number) => Scalar;
  readonly grid: Grid;
  readonly vertical: boolean;
}

function lineOf(grid: Grid): Line | null {
  const used = trimmed(grid);
  if (used.columns === 1) return { length: used.rows, at: (i) => used.at(i, 0), grid: used, vertical: true };
  if (used.rows === 1) return { length: used.columns, at: (i) => used.at(0, i), grid: used, vertical: false };
  return null;
}

const INDEX_FROM = 32;

/** Where a value stands in a line, or -1. */
function find(wanted: Scalar, line: Line, search: Search, context: Context): number {
  if (search.order === 'ascending' || search.order === 'descending') {
    return findSorted(wanted, line, search.order === 'ascending', search.match);
  }
  const pattern = search.wildcards && typeof wanted === 'string' ? wildcardPattern(wanted) : null;
  const backward = search.order === 'backward';
  if (pattern) return scan(line, backward, (value) => typeof value === 'string' && pattern.test(value));
  const exact = findExact(wanted, line, backward, context);
  return exact >= 0 || search.match === 0 ? exact : nearest(wanted, line, search.match);
}

function findExact(wanted: Scalar, line: Line, backward: boolean, context: Context): number {
  const key = keyOf(wanted);
  const { grid } = line;
  if (key !== null && !backward && line.vertical && grid instanceof Reference && line.length >= INDEX_FROM) {
    const rows = context.services.indexes.at(grid.sheet, grid.column)?.keys.rows(key);
    if (rows) {
      // A number typed as text has the number's key for criteria, but does not equal it here.
      for (let i = lowerBound(rows, grid.row); i < rows.length; i++) {
        const at = (rows[i] ?? 0) - grid.row;
        if (at >= line.length) break;
        if (typeof line.at(at) === typeof wanted) return at;
      }
      return -1;
    }
  }
  const type = typeof wanted;
  return scan(
    line,
    backward,
    (value) => typeof value === type && value !== null && compareScalars(value, wanted) === 0,
  );
}

function scan(line: Line, backward: boolean, holds: (value: Scalar) => boolean): number {
  for (let n = 0; n < line.length; n++) {
    const index = backward ? line.length - 1 - n : n;
    if (holds(line.at(index))) return index;
  }
  return -1;
}

function nearest(wanted: Scalar, line: Line, side: -1 | 1): number {
  let best = -1;
  let bestValue: Scalar = null;
  for (let i = 0; i < line.length; i++) {
    const value = line.at(i);
    if (typeof value !== typeof wanted || value === null || isError(value)) continue;
    const order = compareScalars(value, wanted);
    if (side === -1 ? order > 0 : order < 0) continue;
    if (
      best >= 0 &&
      (side === -1 ? compareScalars(value, bestValue) <= 0 : compareScalars(value, bestValue) >= 0)
    )
      continue;
    best = i;
    bestValue = value;
  }
  return best;
}

/** Binary search: the last place whose value is not beyond the wanted one; values of other types are passed over. */
function findSorted(wanted: Scalar, line: Line, ascending: boolean, match: -1 | 0 | 1): number {
  const direct = findInOneType(wanted, line, ascending, match);
  if (direct !== null) return direct;
  const same: number[] = [];
  for (let i = 0; i < line.length; i++) {
    const value = line.at(i);
    if (value !== null && typeof value === typeof wanted && !isError(value)) same.push(i);
  }
  let low = 0;
  let high = same.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareScalars(line.at(same[middle] ?? 0), wanted);
    if (ascending ? order <= 0 : order >= 0) low = middle + 1;
    else high = middle;
  }
  const found = same[low - 1] ?? -1;
  const isExact = found >= 0 && compareScalars(line.at(found), wanted) === 0;
  if (isExact) return found;
  const smaller = ascending ? found : (same[low] ?? -1);
  const larger = ascending ? (same[low] ?? -1) : found;
  return match === -1 ? smaller : match === 1 ? larger : -1;
}

/** The same where every value that is looked at has the type of the wanted one; else null. */
function findInOneType(wanted: Scalar, line: Line, ascending: boolean, match: -1 | 0 | 1): number | null {
  const type = typeof wanted;
  let low = 0;
  let high = line.length;
  let exact = false;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = line.at(middle);
    if (value === null || typeof value !== type || isError(value)) return null;
    const order = compareScalars(value, wanted);
    if (ascending ? order <= 0 : order >= 0) {
      low = middle + 1;
      exact = order === 0;
    } else high = middle;
  }
  if (exact) return low - 1;
  const beyond = low < line.length ? low : -1;
  if (beyond >= 0 && typeof line.at(beyond) !== type) return null;
  const smaller = ascending ? low - 1 : beyond;
  const larger = ascending ? beyond : low - 1;
  return match === -1 ? smaller : match === 1 ? larger : -1;
}

/** MATCH(value, line, [type]). */
function match([wanted, where, type]: readonly Value[], context: Context): Value {
  const value = single(wanted);
  if (isError(value)) return value;
  if (isError(where ?? null)) return where ?? NA;
  const line = isGrid(where ?? null) ? lineOf(where as Grid) : lineOf(new Matrix(1, 1, [single(where)]));
  const kind = numberArgument(type, context, 1);
  if (isError(kind)) return kind;
  if (!line || value === null) return NA;
  const search: Search =
    kind === 0
      ? { match: 0, wildcards: true, order: 'forward' }
      : kind > 0
        ? { match: -1, wildcards: false, order: 'ascending' }
        : { match: 1, wildcards: false, order: 'descending' };
  const index = find(value, line, search, context);
  return index < 0 ? NA : index + 1;
}

function searchOf(
  matchMode: Value | undefined,
  searchMode: Value | undefined,
  context: Context,
): Search | CellError {
  const mode = numberArgument(matchMode, context, 0);
  const order = numberArgument(searchMode, context, 1);
  if (isError(mode)) return mode;
  if (isError(order)) return order;
  const orders: Readonly<Record<string, Search['order']>> = {
    '1': 'forward',
    '-1': 'backward',
    '2': 'ascending',
    '-2': 'descending',
  };
  const direction = orders[String(order)];
  if (!direction || ![0, -1, 1, 2].includes(mode)) return VALUE;
  return { match: mode === -1 ? -1 : mode === 1 ? 1 : 0, wildcards: mode === 2, order: direction };
}

/** XLOOKUP(value, line, results, [if none], [match mode], [search mode]). */
function xlookup(args: readonly Value[], context: Context): Value {
  const [wanted, where, results, none, matchMode, searchMode] = args;
  const value = single(wanted);
  if (isError(value)) return value;
  const search = searchOf(matchMode, searchMode, context);
  if (isError(search as Value)) return search as CellError;
  if (!isGrid(where ?? null) || !isGrid(results ?? null))
    return isError(where ?? null) ? (where ?? NA) : VALUE;
  const line = lineOf(where as Grid);
  const grid = results as Grid;
  if (!line) return VALUE;
  const full = where as Grid;
  if (line.vertical ? grid.rows !== full.rows : grid.columns !== full.columns) return VALUE;
  const index = find(value ?? '', line, search as Search, context);
  if (index < 0) return given(none) ?? NA;
  return line.vertical ? slice(grid, index, 0, 1, grid.columns) : slice(grid, 0, index, grid.rows, 1);
}

/** Part of a grid: cells stay cells. */
export function slice(grid: Grid, row: number, column: number, rows: number, columns: number): Value {
  if (grid instanceof Reference) {
    return new Reference(grid.sheet, grid.row + row, grid.column + column, rows, columns);
  }
  if (rows === 1 && columns === 1) return grid.at(row, column);
  return Matrix.build(rows, columns, (r, c) => grid.at(row + r, column + c));
}

/** VLOOKUP and HLOOKUP. */
const tableLookup = (vertical: boolean): FunctionDefinition =>
  valuesLifting(
    3,
    4,
    (index) => index === 0 || index === 2,
    ([wanted, table, number, approximate], context) => {
      const value = single(wanted);
      if (isError(value)) return value;
      if (isError(table ?? null)) return table ?? NA;
      if (!isGrid(table ?? null)) return NA;
      const grid = table as Grid;
      const index = numberArgument(number, context, 1);
      const near = approximate === undefined ? true : toBoolean(single(approximate));
      if (isError(index)) return index;
      if (isError(near)) return near;
      const offset = Math.trunc(index) - 1;
      if (offset < 0) return VALUE;
      if (offset >= (vertical ? grid.columns : grid.rows)) return REF;
      const keys = vertical ? slice(grid, 0, 0, grid.rows, 1) : slice(grid, 0, 0, 1, grid.columns);
      const line = isGrid(keys) ? lineOf(keys) : lineOf(new Matrix(1, 1, [toScalar(keys)]));
      if (!line) return NA;
      const search: Search = near
        ? { match: -1, wildcards: false, order: 'ascending' }
        : { match: 0, wildcards: true, order: 'forward' };
      const found = value === null ? find(0, line, search, context) : find(value, line, search, context);
      if (found < 0) return NA;
      return vertical ? grid.at(found, offset) : grid.at(offset, found);
    },
  );

/** LOOKUP(value, line, [results]): sorted, next smaller. */
function lookup([wanted, where, results]: readonly Value[], context: Context): Value {
  const value = single(wanted);
  if (isError(value)) return value;
  if (!isGrid(where ?? null)) return NA;
  const grid = where as Grid;
  const byRow = grid.columns > grid.rows;
  const keys =
    grid.rows === 1 || grid.columns === 1
      ? grid
      : slice(grid, 0, 0, byRow ? 1 : grid.rows, byRow ? grid.columns : 1);
  const answers =
    given(results) ??
    (byRow ? slice(grid, grid.rows - 1, 0, 1, grid.columns) : slice(grid, 0, grid.columns - 1, grid.rows, 1));
  const line = lineOf(keys as Grid);
  if (!line || !isGrid(answers)) return NA;
  const index = find(value, line, { match: -1, wildcards: false, order: 'ascending' }, context);
  if (index < 0) return NA;
  return answers.columns === 1 ? answers.at(index, 0) : answers.at(0, index);
}

/** INDEX(grid, row, [column]); 0 or nothing means all of them. */
function index([source, rowNumber, columnNumber]: readonly Value[], context: Context): Value {
  if (isError(source ?? null)) return source ?? REF;
  const grid: Grid = isGrid(source ?? null) ? (source as Grid) : new Matrix(1, 1, [single(source)]);
  const first = numberArgument(rowNumber, context, 0);
  const second = numberArgument(columnNumber, context, 0);
  if (isError(first)) return first;
  if (isError(second)) return second;
  // With one number, a single row counts along its columns.
  const alone = columnNumber === undefined && grid.rows === 1 && grid.columns > 1;
  const row = alone ? (grid.rows === 1 ? 1 : 0) : Math.trunc(first);
  const column = alone
    ? Math.trunc(first)
    : Math.trunc(columnNumber === undefined && grid.columns === 1 ? 1 : second);
  if (row < 0 || column < 0) return VALUE;
  if (row > grid.rows || column > grid.columns) return REF;
  return slice(
    grid,
    Math.max(0, row - 1),
    Math.max(0, column - 1),
    row === 0 ? grid.rows : 1,
    column === 0 ? grid.columns : 1,
  );
}

const CHOOSE: FunctionDefinition = {
  min: 2,
  max: 255,
  call: (args, context, scope) => {
    const number = toNumber(toScalar(args[0]?.(context, scope) ?? null), context.services.culture);
    if (isError(number)) return number;
    const choice = number >= 1 ? args[Math.trunc(number)] : undefined;
    if (!choice) return VALUE;
    const value = choice(context, scope);
    return value === OMITTED ? 0 : value;
  },
};

export const LOOKUP_FUNCTIONS: FunctionTable = {
  MATCH: valuesLifting(2, 3, (i) => i === 0, match),
  XMATCH: valuesLifting(
    2,
    4,
    (i) => i === 0,
    ([wanted, where, matchMode, searchMode], context) => {
      const search = searchOf(matchMode, searchMode, context);
      const value = single(wanted);
      if (isError(value)) return value;
      if (isError(search as Value)) return search as CellError;
      const line = isGrid(where ?? null) ? lineOf(where as Grid) : null;
      if (!line) return isError(where ?? null) ? (where ?? NA) : VALUE;
      const at = find(value ?? '', line, search as Search, context);
      return at < 0 ? NA : at + 1;
    },
  ),
  XLOOKUP: valuesLifting(3, 6, (i) => i === 0, xlookup),
  VLOOKUP: tableLookup(true),
  HLOOKUP: tableLookup(false),
  LOOKUP: valuesLifting(2, 3, (i) => i === 0, lookup),
  INDEX: valuesLifting(2, 4, (i) => i > 0, index),
  CHOOSE,
};
