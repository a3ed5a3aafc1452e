import type { Context } from '../context';
import type { Bound } from '../criteria';
import { toScalar } from '../operators';
import { DIV0, finite, isError, Reference, VALUE, type Scalar, type Value } from '../values';
import type { CellError } from '../../model/types';
import { between, countMatches, eachMatch, INDEX_FROM_ROWS, type Condition } from './conditions';
import { given, MANY, valuesLifting, type FunctionTable } from './definition';

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
      criterion: context.services.criteria.of(toScalar(args[i + 1] ?? null), context.services.culture),
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
  return countBetween(conditions, context) ?? countMatches(conditions, context);
};

/** How many numbers of a single column lie within bounds; null when the conditions are others. */
function countBetween(conditions: readonly Condition[], context: Context): number | null {
  const [first] = conditions;
  if (!first || first.range.columns !== 1 || first.range.rows < INDEX_FROM_ROWS) return null;
  const { sheet, row, column, rows } = first.range;
  const bounds: Bound[] = [];
  for (const { range, criterion } of conditions) {
    if (!criterion.bound || range.sheet !== sheet || range.row !== row || range.column !== column)
      return null;
    bounds.push(criterion.bound);
  }
  const index = context.services.indexes.at(sheet, column);
  // Numbers that stand in order need no list of their own for every stretch.
  const numbers = index && !index.sorted.ascending ? index.sortedWithin(row, rows) : null;
  if (!numbers) return null;
  const { from, to } = between(numbers, bounds);
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
