import { compareScalars, toNumber, toText, type Culture } from './coercion';
import {
  DIV0,
  finite,
  isError,
  isGrid,
  Lambda,
  Matrix,
  NA,
  NUM,
  OMITTED,
  Reference,
  Union,
  VALUE,
  type Grid,
  type Scalar,
  type Value,
} from './values';

type Binary = (a: Scalar, b: Scalar, culture: Culture) => Scalar;

function arithmetic(compute: (a: number, b: number) => Scalar): Binary {
  return (a, b, culture) => {
    if (typeof a === 'number' && typeof b === 'number') return compute(a, b);
    const x = toNumber(a, culture);
    if (typeof x === 'object') return x;
    const y = toNumber(b, culture);
    return typeof y === 'object' ? y : compute(x, y);
  };
}

function comparison(holds: (order: number) => boolean): Binary {
  return (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return holds(compareScalars(a, b));
    if (isError(a)) return a;
    if (isError(b)) return b;
    return holds(compareScalars(a, b));
  };
}

/** Texts that differ are told apart without asking which of them comes first. */
function equality(wanted: boolean): Binary {
  return (a, b) => {
    if (isError(a)) return a;
    if (isError(b)) return b;
    if (typeof a === 'string' && typeof b === 'string') {
      return (a === b || a.toLowerCase() === b.toLowerCase()) === wanted;
    }
    return (compareScalars(a, b) === 0) === wanted;
  };
}

/** A sum that is nothing but the noise of binary fractions counts as 0, as in Excel: 0.5-0.4-0.1. */
function sum(a: number, b: number): Scalar {
  const result = a + b;
  return result !== 0 && Math.abs(result) < Math.abs(a) * 1e-15 ? 0 : finite(result);
}

export function power(a: number, b: number): Scalar {
  if (a === 0 && b === 0) return NUM;
  if (a === 0 && b < 0) return DIV0;
  return finite(a ** b);
}

export const BINARY: Readonly<Record<string, Binary>> = {
  '+': arithmetic(sum),
  '-': arithmetic((a, b) => sum(a, -b)),
  '*': arithmetic((a, b) => finite(a * b)),
  '/': arithmetic((a, b) => (b === 0 ? DIV0 : finite(a / b))),
  '^': arithmetic(power),
  '&': (a, b) => {
    const x = toText(a);
    if (typeof x === 'object') return x;
    const y = toText(b);
    return typeof y === 'object' ? y : x + y;
  },
  '=': equality(true),
  '<>': equality(false),
  '<': comparison((order) => order < 0),
  '>': comparison((order) => order > 0),
  '<=': comparison((order) => order <= 0),
  '>=': comparison((order) => order >= 0),
};

/** A value that is no array: what one cell of a larger result is made of. */
export function toScalar(value: Value): Scalar {
  if (typeof value !== 'object') return value === OMITTED ? null : value;
  if (isGrid(value)) return value.at(0, 0);
  if (value instanceof Union || value instanceof Lambda) return VALUE;
  return value;
}

/** An array without what lies beyond everything that was ever written: A:A is not a million cells. */
export function trimmed(grid: Grid): Grid {
  if (!(grid instanceof Reference) || grid.rows * grid.columns < 100000) return grid;
  let rows = 1;
  let columns = 1;
  for (const sheet of grid.sheet.workbook.sheets) {
    const { extent } = sheet.cells;
    rows = Math.max(rows, extent.rows - grid.row);
    columns = Math.max(columns, extent.columns - grid.column);
  }
  const height = Math.min(grid.rows, rows);
  const width = Math.min(grid.columns, columns);
  if (height === grid.rows && width === grid.columns) return grid;
  return new Reference(grid.sheet, grid.row, grid.column, height, width);
}

/** Computes cell by cell over arrays: single rows and columns repeat, what lies outside an array is #N/A. */
export function broadcast(args: readonly Value[], compute: (scalars: Scalar[]) => Value): Value {
  let rows = 1;
  let columns = 1;
  let grids = false;
  const parts = args.map((arg) => {
    if (!isGrid(arg)) return toScalar(arg);
    const grid = trimmed(arg);
    grids = true;
    rows = Math.max(rows, grid.rows);
    columns = Math.max(columns, grid.columns);
    return grid;
  });
  if (!grids) return compute(parts as Scalar[]);
  if (rows === 1 && columns === 1) return compute(parts.map(toScalar));
  const scalars = new Array<Scalar>(parts.length);
  return Matrix.build(rows, columns, (row, column) => {
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] ?? null;
      scalars[i] = isGrid(part) ? cellOf(part, row, column) : toScalar(part);
    }
    return toScalar(compute(scalars));
  });
}

function cellOf(grid: Grid, row: number, column: number): Scalar {
  const r = grid.rows === 1 ? 0 : row;
  const c = grid.columns === 1 ? 0 : column;
  return r < grid.rows && c < grid.columns ? grid.at(r, c) : NA;
}

/** Applies an operator to two values of any kind. */
export function applyBinary(operator: Binary, a: Value, b: Value, culture: Culture): Value {
  if (!isGrid(a) && !isGrid(b)) return operator(toScalar(a), toScalar(b), culture);
  const x = isGrid(a) ? trimmed(a) : toScalar(a);
  const y = isGrid(b) ? trimmed(b) : toScalar(b);
  return (
    cellByCell(operator, x, y, culture) ??
    broadcast([x, y], (scalars) => operator(scalars[0] ?? null, scalars[1] ?? null, culture))
  );
}

/** The same for arrays of one size and single values that lie in memory one after the other; null for others. */
function cellByCell(operator: Binary, a: Value, b: Value, culture: Culture): Matrix | null {
  const { rows, columns } = (isGrid(a) ? a : b) as Grid;
  const left = rows * columns > 1 ? lineOf(a, rows, columns) : null;
  const right = left && lineOf(b, rows, columns);
  if (!left || !right) return null;
  const data: Scalar[] = [];
  for (let i = 0; i < rows * columns; i++) {
    const x = left.values[left.from + i * left.step] ?? null;
    data.push(operator(x, right.values[right.from + i * right.step] ?? null, culture));
  }
  return new Matrix(rows, columns, data);
}

/** Values one after the other; a single one stands still. */
interface Line {
  readonly values: readonly (Scalar | undefined)[];
  readonly from: number;
  readonly step: 0 | 1;
}

function lineOf(value: Value, rows: number, columns: number): Line | null {
  if (!isGrid(value)) return { values: [toScalar(value)], from: 0, step: 0 };
  if (value.rows !== rows || value.columns !== columns) return null;
  if (value instanceof Matrix) return { values: value.data, from: 0, step: 1 };
  if (columns > 1 || !(value instanceof Reference)) return null;
  return { values: value.sheet.cells.columnValues(value.column), from: value.row, step: 1 };
}

/** Negation and percent. */
export function applyUnary(operator: string, value: Value, culture: Culture): Value {
  if (operator === '+') return isGrid(value) ? value : toScalar(value);
  const factor = operator === '-' ? -1 : 0.01;
  const compute = (scalar: Scalar): Scalar => {
    const number = toNumber(scalar, culture);
    if (typeof number === 'object') return number;
    return factor === -1 ? finite(-number) : number / 100;
  };
  return isGrid(value)
    ? broadcast([value], (scalars) => compute(scalars[0] ?? null))
    : compute(toScalar(value));
}
