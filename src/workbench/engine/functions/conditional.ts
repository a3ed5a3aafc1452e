import { lowerBound } from '../columnIndex';
import type { Context } from '../context';
import { parseCriterion, type Bound, type Criterion } from '../criteria';
import { toScalar } from '../operators';
import { countBelow } from '../sortedNumbers';
import { DIV0, finite, isError, Reference, VALUE, type Scalar, type Value } from '../values';
import type { CellError } from '../../model/types';
import { given, MANY, valuesLifting, type FunctionTable } from './definition';

/** Below this many rows a scan is as quick as an index. */
const INDEX_FROM_ROWS = 64;

interface Condition {
  readonly range: Reference;
  readonly criterion: Criterion;
}

/** Calls `visit` for the place of every cell that meets all conditions (whose ranges have one size). */
function eachMatch(
  conditions: readonly Condition[],
  context: Context,
  visit: (row: number, column: number) => CellError | void,
): CellError | null {
  const [first] = conditions;
  if (!first) return null;
  let rows = 1;
  let columns = 1;
  for (const { range } of conditions) {
    rows = Math.max(rows, range.used.rows);
    columns = Math.max(columns, range.used.columns);
  }
  // Cells beyond all that is written are blank; criteria that blanks meet have to look at them too.
  if (conditions.every(({ criterion }) => criterion.matches(null))) {
    rows = first.range.rows;
    columns = first.range.columns;
  }
  for (let column = 0; column < columns; column++) {
    const columnsOfValues = conditions.map(({ range }) =>
      range.sheet.cells.columnValues(range.column + column),
    );
    const offsets = conditions.map(({ range }) => range.row);
    const test = (row: number): CellError | void => {
      for (let i = 0; i < conditions.length; i++) {
        const value = columnsOfValues[i]?.[(offsets[i] ?? 0) + row] ?? null;
        if (!conditions[i]?.criterion.matches(value)) return;
      }
      return visit(row, column);
    };
    const error = eachCandidate(conditions, context, column, rows, test);
    if (error) return error;
  }
  return null;
}

/** Rows that can match: those that the most selective index names, or all. */
function eachCandidate(
  conditions: readonly Condition[],
  context: Context,
  column: number,
  rows: number,
  test: (row: number) => CellError | void,
): CellError | null {
  const best = rows >= INDEX_FROM_ROWS ? fewest(conditions, context, column, rows) : null;
  if (best) {
    const list = best.list();
    for (let i = best.from; i < Math.min(best.to, list.length); i++) {
      const error = test((list[i] ?? 0) - best.offset);
      if (error) return error;
    }
    return null;
  }
  for (let row = 0; row < rows; row++) {
    const error = test(row);
    if (error) return error;
  }
  return null;
}

/** Rows of a sheet's column, from one place of an ascending list to another. */
interface Candidates {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  list(): ArrayLike<number>;
}

function fewest(
  conditions: readonly Condition[],
  context: Context,
  column: number,
  rows: number,
): Candidates | null {
  const { indexes } = context.services;
  let best: Candidates | null = null;
  for (const { range, criterion } of conditions) {
    if (criterion.key === undefined) continue;
    const list = indexes.rowsOf(range.sheet, range.column + column, criterion.key);
    if (!list) continue;
    const from = lowerBound(list, range.row);
    const to = lowerBound(list, range.row + rows);
    if (!best || to - from < best.to - best.from) best = { list: () => list, from, to, offset: range.row };
  }
  // Of a few rows it does not matter which of them are in order.
  if (best && best.to - best.from < INDEX_FROM_ROWS) return best;
  for (const { range, criterion } of conditions) {
    if (!criterion.bound) continue;
    const sorted = indexes.sorted(range.sheet, range.column + column);
    if (!sorted) continue;
    const { from, to } = between(sorted.numbers, boundsOn(range, conditions));
    if (best && to - from >= best.to - best.from) continue;
    const list = (): ArrayLike<number> => {
      const found = sorted.rowsBetween(from, to);
      const first = found.findIndex((row) => row >= range.row);
      const end = found.findIndex((row) => row >= range.row + rows);
      return first < 0 ? [] : found.subarray(first, end < 0 ? found.length : end);
    };
    best = { from: 0, to: Math.max(0, to - from), offset: range.row, list };
  }
  return best;
}

/** All bounds that conditions set on one range. */
function boundsOn(range: Reference, conditions: readonly Condition[]): Bound[] {
  return conditions.flatMap((condition) =>
    condition.criterion.bound && sameCells(condition.range, range) ? [condition.criterion.bound] : [],
  );
}

function sameCells(a: Reference, b: Reference): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column && a.rows === b.rows;
}

/** The places in order of the numbers within all bounds. */
function between(sorted: Float64Array, bounds: readonly Bound[]): { from: number; to: number } {
  let from = 0;
  let to = sorted.length;
  for (const { side, number, orEqual } of bounds) {
    if (side === 'above') from = Math.max(from, countBelow(sorted, number, !orEqual));
    else to = Math.min(to, countBelow(sorted, number, orEqual));
  }
  return { from, to: Math.max(from, to) };
}

/** Pairs of range and criterion; an error when ranges differ in size or are none. */
function conditionsOf(
  args: readonly Value[],
  size: Reference | null,
  context: Context,
): Condition[] | CellError {
  const conditions: Condition[] = [];
  const like = size ?? args[0];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const range = args[i] ?? null;
    if (isError(range)) return range;
    if (!(range instanceof Reference) || !(like instanceof Reference)) return VALUE;
    if (range.rows !== like.rows || range.columns !== like.columns) return VALUE;
    conditions.push({
      range,
      criterion: parseCriterion(toScalar(args[i + 1] ?? null), context.services.culture),
    });
  }
  return conditions;
}

type Figure = (numbers: { total: number; count: number; min: number; max: number }) => Scalar;

/** A figure over the numbers of `range` where the conditions hold. */
function figureOver(
  range: Reference,
  conditions: readonly Condition[],
  context: Context,
  figure: Figure,
): Scalar {
  const found = { total: 0, count: 0, min: Infinity, max: -Infinity };
  const { cells } = range.sheet;
  let column = -1;
  let values: readonly (Scalar | undefined)[] = [];
  const error = eachMatch(conditions, context, (row, at) => {
    if (at !== column) {
      column = at;
      values = cells.columnValues(range.column + at);
    }
    const value = values[range.row + row];
    if (typeof value === 'number') {
      found.total += value;
      found.count++;
      if (value < found.min) found.min = value;
      if (value > found.max) found.max = value;
    } else if (value !== undefined && isError(value)) return value;
  });
  return error ?? figure(found);
}

const total: Figure = (found) => finite(found.total);
const mean: Figure = (found) => (found.count === 0 ? DIV0 : finite(found.total / found.count));
const smallest: Figure = (found) => (found.count === 0 ? 0 : found.min);
const largest: Figure = (found) => (found.count === 0 ? 0 : found.max);

/** SUMIF(range, criterion, [sum range]): the sum range has the size of the first. */
const singleCondition = (figure: Figure) =>
  valuesLifting(
    2,
    3,
    (index) => index === 1,
    ([range = null, criterion = null, sums], context) => {
      if (isError(range)) return range;
      if (!(range instanceof Reference)) return VALUE;
      const target = given(sums) ?? range;
      if (isError(target)) return target;
      if (!(target instanceof Reference)) return VALUE;
      const sized = new Reference(target.sheet, target.row, target.column, range.rows, range.columns);
      const conditions = conditionsOf([range, criterion], range, context);
      return Array.isArray(conditions) ? figureOver(sized, conditions, context, figure) : conditions;
    },
  );

/** SUMIFS(sum range, range, criterion, …). */
const manyConditions = (figure: Figure) =>
  valuesLifting(
    3,
    MANY,
    (index) => index >= 2 && index % 2 === 0,
    ([range = null, ...rest], context) => {
      if (isError(range)) return range;
      if (!(range instanceof Reference) || rest.length % 2 !== 0) return VALUE;
      const conditions = conditionsOf(rest, range, context);
      return Array.isArray(conditions) ? figureOver(range, conditions, context, figure) : conditions;
    },
  );

const count = (args: readonly Value[], context: Context): Value => {
  if (args.length % 2 !== 0) return VALUE;
  const conditions = conditionsOf(args, null, context);
  if (!Array.isArray(conditions)) return conditions;
  const [only] = conditions;
  // A single condition that blanks meet over a whole column: what is not written need not be visited one by one.
  if (conditions.length === 1 && only?.criterion.matches(null)) return countWithBlanks(only);
  const bounded = countBetween(conditions, context);
  if (bounded !== null) return bounded;
  let matches = 0;
  const error = eachMatch(conditions, context, () => {
    matches++;
  });
  return error ?? matches;
};

/** How many numbers of a single column lie within bounds; null when the conditions are others. */
function countBetween(conditions: readonly Condition[], context: Context): number | null {
  const [first] = conditions;
  if (!first || first.range.columns !== 1 || first.range.rows < INDEX_FROM_ROWS) return null;
  const { range } = first;
  if (!conditions.every((one) => one.criterion.bound && sameCells(one.range, range))) return null;
  const numbers = context.services.indexes.sortedWithin(range.sheet, range.column, range.row, range.rows);
  if (!numbers) return null;
  const { from, to } = between(numbers, boundsOn(range, conditions));
  return to - from;
}

function countWithBlanks({ range, criterion }: Condition): Scalar {
  const { used } = range;
  let matches = range.rows * range.columns - used.rows * used.columns;
  for (let row = 0; row < used.rows; row++) {
    for (let column = 0; column < used.columns; column++)
      if (criterion.matches(used.at(row, column))) matches++;
  }
  return matches;
}

const countArguments = (index: number): boolean => index % 2 === 1;

export const CONDITIONAL_FUNCTIONS: FunctionTable = {
  SUMIF: singleCondition(total),
  AVERAGEIF: singleCondition(mean),
  COUNTIF: valuesLifting(2, 2, countArguments, count),
  SUMIFS: manyConditions(total),
  AVERAGEIFS: manyConditions(mean),
  MINIFS: manyConditions(smallest),
  MAXIFS: manyConditions(largest),
  COUNTIFS: valuesLifting(2, MANY, countArguments, count),
};
