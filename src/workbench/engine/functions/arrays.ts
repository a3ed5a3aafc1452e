import type { CellError } from '../../model/types';
import { compareScalars, toBoolean, toNumber } from '../coercion';
import type { Context } from '../context';
import { toScalar, trimmed } from '../operators';
import {
  CALC,
  finite,
  isError,
  isGrid,
  Matrix,
  NA,
  NUM,
  VALUE,
  type Grid,
  type Scalar,
  type Value,
} from '../values';
import { given, MANY, values, type FunctionTable } from './definition';
import { numberArgument, numbersOf, scalarsOf } from './iterate';

type Lines = Scalar[][];

const gridOf = (value: Value | undefined): Grid =>
  value !== undefined && isGrid(value) ? trimmed(value) : new Matrix(1, 1, [toScalar(value ?? null)]);

function linesOf(grid: Grid): Lines {
  return Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (_, column) => grid.at(row, column)),
  );
}

function transposed(lines: Lines): Lines {
  return (lines[0] ?? []).map((_, column) => lines.map((line) => line[column] ?? null));
}

const made = (lines: Lines): Value =>
  lines.length === 0 || lines[0]?.length === 0 ? CALC : Matrix.from(lines);

const flag = (value: Value | undefined): boolean | CellError =>
  given(value) === undefined ? false : toBoolean(toScalar(value ?? null));

function sequence(args: readonly Value[], context: Context): Value {
  const numbers: number[] = [];
  for (const [i, fallback] of [1, 1, 1, 1].entries()) {
    const number = numberArgument(args[i], context, fallback);
    if (isError(number)) return number;
    numbers.push(number);
  }
  const [rows = 1, columns = 1, start = 1, step = 1] = numbers;
  if (rows < 1 || columns < 1) return rows < 0 || columns < 0 ? VALUE : CALC;
  const width = Math.trunc(columns);
  return Matrix.build(Math.trunc(rows), width, (row, column) =>
    finite(start + (row * width + column) * step),
  );
}

function unique([source, byColumn, once]: readonly Value[]): Value {
  const sideways = flag(byColumn);
  const exactlyOnce = flag(once);
  if (isError(sideways)) return sideways;
  if (isError(exactlyOnce)) return exactlyOnce;
  const lines = linesOf(gridOf(source));
  const items = sideways ? transposed(lines) : lines;
  const counts = new Map<string, number>();
  const keyOf = (line: readonly Scalar[]): string =>
    JSON.stringify(line.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)));
  for (const line of items) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  const seen = new Set<string>();
  const kept = items.filter((line) => {
    const key = keyOf(line);
    if (seen.has(key) || (exactlyOnce && counts.get(key) !== 1)) return false;
    seen.add(key);
    return true;
  });
  return made(sideways ? transposed(kept) : kept);
}

/** Blanks come last whatever the direction, as in Excel. */
function byKeys(keys: readonly (readonly Scalar[])[], directions: readonly number[]) {
  return (a: number, b: number): number => {
    for (const [i, list] of keys.entries()) {
      const x = list[a] ?? null;
      const y = list[b] ?? null;
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1;
        continue;
      }
      const order = orderOf(x, y);
      if (order !== 0) return order * (directions[i] ?? 1);
    }
    return a - b;
  };
}

function orderOf(x: Scalar, y: Scalar): number {
  if (isError(x) || isError(y)) return Number(isError(x)) - Number(isError(y));
  return compareScalars(x, y);
}

function sort([source, by, order, byColumn]: readonly Value[], context: Context): Value {
  const sideways = flag(byColumn);
  if (isError(sideways)) return sideways;
  const lines = linesOf(gridOf(source));
  const items = sideways ? transposed(lines) : lines;
  const columns = scalarsOf(given(by) ?? 1).map((value) => toNumber(value, context.services.culture));
  const orders = scalarsOf(given(order) ?? 1).map((value) => toNumber(value, context.services.culture));
  const keys: Scalar[][] = [];
  for (const column of columns) {
    if (isError(column)) return column;
    if (column < 1 || column > (items[0]?.length ?? 0)) return VALUE;
    keys.push(items.map((line) => line[Math.trunc(column) - 1] ?? null));
  }
  const directions = keys.map((_, i) => orders[i] ?? orders[0] ?? 1);
  const wrong = directions.find((direction) => direction !== 1 && direction !== -1);
  if (wrong !== undefined) return isError(wrong) ? wrong : VALUE;
  const sorted = items.map((_, i) => i).sort(byKeys(keys, directions as number[]));
  const result = sorted.map((i) => items[i] ?? []);
  return made(sideways ? transposed(result) : result);
}

function sortBy([source, ...rest]: readonly Value[], context: Context): Value {
  const lines = linesOf(gridOf(source));
  const keys: Scalar[][] = [];
  const directions: number[] = [];
  let sideways = false;
  for (let i = 0; i < rest.length; i += 2) {
    const key = gridOf(rest[i]);
    const direction = numberArgument(rest[i + 1], context, 1);
    if (isError(direction)) return direction;
    sideways = key.rows === 1 && lines.length > 1 ? true : key.rows === 1 && (lines[0]?.length ?? 0) > 1;
    keys.push(scalarsOf(key));
    directions.push(direction);
  }
  const items = sideways ? transposed(lines) : lines;
  if (keys.some((key) => key.length !== items.length)) return VALUE;
  const sorted = items.map((_, i) => i).sort(byKeys(keys, directions));
  const result = sorted.map((i) => items[i] ?? []);
  return made(sideways ? transposed(result) : result);
}

function filter([source, include, none]: readonly Value[]): Value {
  const lines = linesOf(gridOf(source));
  const mask = gridOf(include);
  const sideways =
    mask.rows === 1 &&
    mask.columns === (lines[0]?.length ?? 0) &&
    !(lines.length === 1 && mask.columns === 1);
  const items = sideways ? transposed(lines) : lines;
  const flags = scalarsOf(mask);
  if (flags.length !== items.length) return VALUE;
  const kept: Lines = [];
  for (const [i, value] of flags.entries()) {
    const truth = toBoolean(value);
    if (isError(truth)) return truth;
    if (truth) kept.push(items[i] ?? []);
  }
  if (kept.length === 0) return given(none) ?? CALC;
  return made(sideways ? transposed(kept) : kept);
}

/** TAKE and DROP: counts from the start, or negative from the end. */
const cutting = (keep: boolean) =>
  values(2, 3, ([source, rows, columns], context) => {
    const grid = gridOf(source);
    const cut = (lines: Lines, count: Value | undefined): Lines | CellError => {
      if (given(count) === undefined) return lines;
      const n = numberArgument(count, context, 0);
      if (isError(n)) return n;
      const whole = Math.trunc(n);
      if (keep) return whole >= 0 ? lines.slice(0, whole) : lines.slice(whole);
      return whole >= 0 ? lines.slice(whole) : lines.slice(0, whole);
    };
    const byRows = cut(linesOf(grid), rows);
    if (!Array.isArray(byRows)) return byRows;
    const byColumns = cut(transposed(byRows), columns);
    return Array.isArray(byColumns) ? made(transposed(byColumns)) : byColumns;
  });

/** CHOOSEROWS and CHOOSECOLS. */
const choosing = (sideways: boolean) =>
  values(2, MANY, ([source, ...which], context) => {
    const lines = linesOf(gridOf(source));
    const items = sideways ? transposed(lines) : lines;
    const chosen: Lines = [];
    for (const value of which.flatMap(scalarsOf)) {
      const n = toNumber(value, context.services.culture);
      if (isError(n)) return n;
      const item = items[n > 0 ? Math.trunc(n) - 1 : items.length + Math.trunc(n)];
      if (!item || n === 0) return VALUE;
      chosen.push(item);
    }
    return made(sideways ? transposed(chosen) : chosen);
  });

function stacked(args: readonly Value[]): Value {
  const grids = args.map(gridOf);
  const width = Math.max(...grids.map((grid) => grid.columns));
  return made(
    grids.flatMap((grid) =>
      linesOf(grid).map((line) => [...line, ...new Array<Scalar>(width - line.length).fill(NA)]),
    ),
  );
}

/** TOCOL and TOROW: 1 leaves out blanks, 2 errors, 3 both. */
const flattening = (vertical: boolean) =>
  values(1, 3, ([source, ignore, byColumn], context) => {
    const left = numberArgument(ignore, context, 0);
    const sideways = flag(byColumn);
    if (isError(left)) return left;
    if (isError(sideways)) return sideways;
    const lines = linesOf(gridOf(source));
    const all = (sideways ? transposed(lines) : lines).flat();
    const kept = all.filter(
      (value) =>
        !((left === 1 || left === 3) && value === null) && !((left === 2 || left === 3) && isError(value)),
    );
    return made(vertical ? kept.map((value) => [value]) : [kept]);
  });

const wrapping = (byRows: boolean) =>
  values(2, 3, ([source, count, pad], context) => {
    const n = numberArgument(count, context, 1);
    if (isError(n)) return n;
    if (n < 1) return NUM;
    const size = Math.trunc(n);
    const list = scalarsOf(gridOf(source));
    const filler = toScalar(given(pad) ?? NA);
    const lines = Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
      Array.from({ length: size }, (_, j) =>
        i * size + j < list.length ? (list[i * size + j] ?? null) : filler,
      ),
    );
    return made(byRows ? lines : transposed(lines));
  });

function expand([source, rows, columns, pad]: readonly Value[], context: Context): Value {
  const grid = gridOf(source);
  const height = numberArgument(rows, context, grid.rows);
  const width = numberArgument(columns, context, grid.columns);
  if (isError(height)) return height;
  if (isError(width)) return width;
  if (height < grid.rows || width < grid.columns) return VALUE;
  const filler = toScalar(given(pad) ?? NA);
  return Matrix.build(Math.trunc(height), Math.trunc(width), (r, c) =>
    r < grid.rows && c < grid.columns ? grid.at(r, c) : filler,
  );
}

function multiply([a, b]: readonly Value[]): Value {
  const left = gridOf(a);
  const right = gridOf(b);
  if (left.columns !== right.rows) return VALUE;
  const numbers = [...scalarsOf(left), ...scalarsOf(right)];
  if (numbers.some((value) => typeof value !== 'number')) return numbers.find(isError) ?? VALUE;
  return Matrix.build(left.rows, right.columns, (row, column) => {
    let total = 0;
    for (let i = 0; i < left.columns; i++) total += Number(left.at(row, i)) * Number(right.at(i, column));
    return finite(total);
  });
}

function frequency([data, bins]: readonly Value[], context: Context): Value {
  const numbers = numbersOf([data ?? null], context);
  const limits = numbersOf([bins ?? null], context);
  if (!Array.isArray(numbers)) return numbers;
  if (!Array.isArray(limits)) return limits;
  const sorted = [...new Set(limits)].sort((x, y) => x - y);
  const counts = new Map<number, number>();
  for (const number of numbers) {
    const bin = sorted.find((limit) => number <= limit) ?? Infinity;
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const taken = new Set<number>();
  const perBin = [...limits, Infinity].map((limit) => {
    if (taken.has(limit)) return 0;
    taken.add(limit);
    return counts.get(limit) ?? 0;
  });
  return Matrix.column(perBin);
}

function randomArray(args: readonly Value[], context: Context): Value {
  const numbers: number[] = [];
  for (const [i, fallback] of [1, 1, 0, 1].entries()) {
    const number = numberArgument(args[i], context, fallback);
    if (isError(number)) return number;
    numbers.push(number);
  }
  const [rows = 1, columns = 1, low = 0, high = 1] = numbers;
  const whole = flag(args[4]);
  if (isError(whole)) return whole;
  if (rows < 1 || columns < 1 || low > high) return VALUE;
  return Matrix.build(Math.trunc(rows), Math.trunc(columns), () =>
    whole ? low + Math.floor(Math.random() * (high - low + 1)) : low + Math.random() * (high - low),
  );
}

export const ARRAY_FUNCTIONS: FunctionTable = {
  SEQUENCE: values(1, 4, sequence),
  UNIQUE: values(1, 3, unique),
  SORT: values(1, 4, sort),
  SORTBY: values(2, MANY, sortBy),
  FILTER: values(2, 3, filter),
  TRANSPOSE: values(1, 1, ([source]) => made(transposed(linesOf(gridOf(source))))),
  TAKE: cutting(true),
  DROP: cutting(false),
  CHOOSEROWS: choosing(false),
  CHOOSECOLS: choosing(true),
  VSTACK: values(1, MANY, stacked),
  HSTACK: values(1, MANY, (args) => {
    const sideways = args.map((arg) => Matrix.from(transposed(linesOf(gridOf(arg)))));
    const result = stacked(sideways);
    return isGrid(result) ? made(transposed(linesOf(result))) : result;
  }),
  TOCOL: flattening(true),
  TOROW: flattening(false),
  WRAPROWS: wrapping(true),
  WRAPCOLS: wrapping(false),
  EXPAND: values(2, 4, expand),
  MMULT: values(2, 2, multiply),
  FREQUENCY: values(2, 2, frequency),
  RANDARRAY: { ...values(0, 5, randomArray), volatile: true },
};
