import { toScalar, trimmed } from '../operators';
import {
  CALC,
  isError,
  isGrid,
  Lambda,
  Matrix,
  NA,
  OMITTED,
  VALUE,
  type Grid,
  type Scalar,
  type Value,
} from '../values';
import { MANY, values, type FunctionTable } from './definition';
import { numberArgument } from './iterate';
import { slice } from './lookup';

const gridOf = (value: Value | undefined): Grid =>
  value !== undefined && isGrid(value) ? trimmed(value) : new Matrix(1, 1, [toScalar(value ?? null)]);

/** An array in a place for one value is an error, as in Excel. */
function one(value: Value): Scalar {
  return isGrid(value) && value.rows * value.columns > 1 ? CALC : toScalar(value);
}

function map(args: readonly Value[]): Value {
  const lambda = args[args.length - 1];
  if (!(lambda instanceof Lambda)) return isError(lambda ?? null) ? (lambda ?? null) : VALUE;
  const grids = args.slice(0, -1).map(gridOf);
  const rows = Math.max(...grids.map((grid) => grid.rows));
  const columns = Math.max(...grids.map((grid) => grid.columns));
  return Matrix.build(rows, columns, (row, column) =>
    one(
      lambda.call(
        grids.map((grid) => (row < grid.rows && column < grid.columns ? grid.at(row, column) : NA)),
      ),
    ),
  );
}

const folding = (everyStep: boolean) =>
  values(3, 3, ([initial, source, lambda]) => {
    if (!(lambda instanceof Lambda)) return VALUE;
    const grid = gridOf(source);
    let total: Value = initial === OMITTED ? null : (initial ?? null);
    const steps: Scalar[] = [];
    for (let row = 0; row < grid.rows; row++) {
      for (let column = 0; column < grid.columns; column++) {
        total = lambda.call([total, grid.at(row, column)]);
        steps.push(one(total));
      }
    }
    return everyStep ? new Matrix(grid.rows, grid.columns, steps) : total;
  });

const byLine = (rows: boolean) =>
  values(2, 2, ([source, lambda]) => {
    if (!(lambda instanceof Lambda)) return VALUE;
    const grid = gridOf(source);
    const line = (index: number): Value =>
      rows ? slice(grid, index, 0, 1, grid.columns) : slice(grid, 0, index, grid.rows, 1);
    return rows
      ? Matrix.build(grid.rows, 1, (row) => one(lambda.call([line(row)])))
      : Matrix.build(1, grid.columns, (_, column) => one(lambda.call([line(column)])));
  });

export const LAMBDA_FUNCTIONS: FunctionTable = {
  MAP: values(2, MANY, map),
  REDUCE: folding(false),
  SCAN: folding(true),
  BYROW: byLine(true),
  BYCOL: byLine(false),
  MAKEARRAY: values(3, 3, ([rows, columns, lambda], context) => {
    const height = numberArgument(rows, context, 1);
    const width = numberArgument(columns, context, 1);
    if (isError(height)) return height;
    if (isError(width)) return width;
    if (!(lambda instanceof Lambda) || height < 1 || width < 1) return VALUE;
    return Matrix.build(Math.trunc(height), Math.trunc(width), (r, c) => one(lambda.call([r + 1, c + 1])));
  }),
  ISOMITTED: values(1, 1, ([value]) => value === OMITTED),
};
