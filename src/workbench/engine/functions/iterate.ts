import type { CellError } from '../../model/types';
import { toNumber } from '../coercion';
import type { Context } from '../context';
import { toScalar, trimmed } from '../operators';
import {
  isError,
  isGrid,
  Lambda,
  OMITTED,
  Reference,
  Union,
  VALUE,
  type Grid,
  type Scalar,
  type Value,
} from '../values';

/** Visits every scalar of a grid, column by column for cells (as they are stored); stops when `visit` returns an error. */
export function eachScalar(
  grid: Grid,
  visit: (value: Scalar, row: number, column: number) => CellError | void,
): CellError | null {
  if (grid instanceof Reference) return eachCell(grid, visit);
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const error = visit(grid.at(row, column), row, column);
      if (error) return error;
    }
  }
  return null;
}

/** Cells beyond the last one written in their column are blank and not visited. */
function eachCell(
  reference: Reference,
  visit: (value: Scalar, row: number, column: number) => CellError | void,
): CellError | null {
  const { used } = reference;
  for (let column = 0; column < used.columns; column++) {
    const values = reference.sheet.cells.columnValues(reference.column + column);
    const end = Math.min(used.rows, values.length - used.row);
    for (let row = 0; row < end; row++) {
      const error = visit(values[used.row + row] ?? null, row, column);
      if (error) return error;
    }
  }
  return null;
}

/** The references and arrays in an argument; null when it is a single value. */
export function gridsOf(value: Value): readonly Grid[] | null {
  if (value instanceof Union) return value.parts;
  return isGrid(value) ? [value] : null;
}

/**
 * Visits the numbers of a function's arguments as SUM counts them: in cells and arrays only true numbers, among single
 * values also TRUE and numbers in texts. Returns the first error met.
 */
export function eachNumber(
  args: readonly Value[],
  context: Context,
  visit: (value: number) => void,
): CellError | null {
  for (const arg of args) {
    const grids = gridsOf(arg);
    if (grids) {
      for (const grid of grids) {
        const error = eachScalar(grid, (value) => {
          if (typeof value === 'number') visit(value);
          else if (isError(value)) return value;
        });
        if (error) return error;
      }
      continue;
    }
    if (arg === OMITTED) {
      visit(0);
      continue;
    }
    const number = arg instanceof Lambda ? VALUE : toNumber(toScalar(arg), context.services.culture);
    if (isError(number)) return number;
    visit(number);
  }
  return null;
}

/** The numbers of arguments as a list, or the first error. */
export function numbersOf(args: readonly Value[], context: Context): number[] | CellError {
  const numbers: number[] = [];
  return eachNumber(args, context, (value) => numbers.push(value)) ?? numbers;
}

/** Every scalar of an argument, row by row; whole columns only as far as they are used. */
export function scalarsOf(value: Value): Scalar[] {
  if (!isGrid(value)) return [toScalar(value)];
  const grid = trimmed(value);
  const result: Scalar[] = [];
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) result.push(grid.at(row, column));
  }
  return result;
}

/** A number from an argument that must be a single value; `fallback` when it was left out. */
export function numberArgument(
  value: Value | undefined,
  context: Context,
  fallback: number,
): number | CellError {
  if (value === undefined || value === OMITTED) return fallback;
  return toNumber(toScalar(value), context.services.culture);
}
