import type { CellError } from '../../model/types';
import { toNumber } from '../coercion';
import type { Context } from '../context';
import { toScalar, trimmed } from '../operators';
import {
  DIV0,
  finite,
  isError,
  isGrid,
  NA,
  NUM,
  OMITTED,
  Reference,
  VALUE,
  type Grid,
  type Scalar,
  type Value,
} from '../values';
import { MANY, scalars, values, valuesLifting, type FunctionTable } from './definition';
import { eachNumber, eachScalar, gridsOf, numbersOf } from './iterate';

/** A figure from a list of numbers. */
export type Statistic = (numbers: readonly number[]) => Scalar;

const sum = (numbers: readonly number[]): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};

function squares(numbers: readonly number[]): number {
  const mean = sum(numbers) / numbers.length;
  let total = 0;
  for (const number of numbers) total += (number - mean) ** 2;
  return total;
}

const extreme =
  (better: (a: number, b: number) => boolean): Statistic =>
  (numbers) => {
    let best = numbers[0] ?? 0;
    for (const number of numbers) if (better(number, best)) best = number;
    return best;
  };

function median(numbers: readonly number[]): Scalar {
  return numbers.length === 0 ? NUM : percentile(numbers, 0.5);
}

/** Interpolates between the sorted numbers as PERCENTILE.INC does. */
export function percentile(numbers: readonly number[], share: number): Scalar {
  if (numbers.length === 0 || share < 0 || share > 1) return NUM;
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

const average: Statistic = (numbers) => (numbers.length === 0 ? DIV0 : finite(sum(numbers) / numbers.length));
const variance: Statistic = (n) => (n.length < 2 ? DIV0 : squares(n) / (n.length - 1));
const populationVariance: Statistic = (n) => (n.length === 0 ? DIV0 : squares(n) / n.length);
const root =
  (statistic: Statistic): Statistic =>
  (numbers) => {
    const value = statistic(numbers);
    return typeof value === 'number' ? Math.sqrt(value) : value;
  };

function mode(numbers: readonly number[]): Scalar {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best: Scalar = NA;
  let most = 1;
  for (const [number, count] of counts) {
    if (count > most) {
      most = count;
      best = number;
    }
  }
  return best;
}

const product: Statistic = (numbers) =>
  numbers.length === 0 ? 0 : finite(numbers.reduce((total, number) => total * number, 1));

export const STATISTICS = {
  average,
  max: extreme((a, b) => a > b),
  min: extreme((a, b) => a < b),
  product,
  sum: (numbers) => finite(sum(numbers)),
  deviation: root(variance),
  populationDeviation: root(populationVariance),
  variance,
  populationVariance,
  median,
  mode,
} satisfies Record<string, Statistic>;

const ofNumbers = (statistic: Statistic) =>
  values(1, MANY, (args, context) => {
    const numbers = numbersOf(args, context);
    return isError(numbers as Value) ? (numbers as CellError) : statistic(numbers as number[]);
  });

/** As AVERAGEA counts: texts are 0, TRUE is 1, blanks do not count. */
const ofAll = (statistic: Statistic) =>
  values(1, MANY, (args, context) => {
    const numbers: number[] = [];
    for (const arg of args) {
      const grids = gridsOf(arg);
      if (!grids) {
        const number = toNumber(toScalar(arg), context.services.culture);
        if (isError(number)) return number;
        numbers.push(number);
      }
      for (const grid of grids ?? []) {
        const error = eachScalar(grid, (value) => {
          if (isError(value)) return value;
          if (value !== null) numbers.push(typeof value === 'string' ? 0 : Number(value));
        });
        if (error) return error;
      }
    }
    return statistic(numbers);
  });

function count(args: readonly Value[], context: Context): number {
  let total = 0;
  for (const arg of args) {
    const grids = gridsOf(arg);
    for (const grid of grids ?? []) {
      eachScalar(grid, (value) => {
        if (typeof value === 'number') total++;
      });
    }
    if (grids) continue;
    const number = arg === OMITTED ? 0 : toNumber(toScalar(arg), context.services.culture);
    if (typeof number === 'number') total++;
  }
  return total;
}

function countFilled(args: readonly Value[]): number {
  let total = 0;
  for (const arg of args) {
    const grids = gridsOf(arg);
    for (const grid of grids ?? []) {
      eachScalar(grid, (value) => {
        if (value !== null) total++;
      });
    }
    if (!grids) total++;
  }
  return total;
}

function countBlank(value: Value): Scalar {
  if (!(value instanceof Reference)) return VALUE;
  let filled = 0;
  eachScalar(value, (scalar) => {
    if (scalar !== null && scalar !== '') filled++;
  });
  return value.rows * value.columns - filled;
}

function sumProduct(args: readonly Value[]): Value {
  const grids: Grid[] = args.map((arg) => (isGrid(arg) ? trimmed(arg) : singleGrid(toScalar(arg))));
  const [first] = grids;
  if (!first || grids.some((grid) => grid.rows !== first.rows || grid.columns !== first.columns))
    return VALUE;
  let total = 0;
  for (let row = 0; row < first.rows; row++) {
    for (let column = 0; column < first.columns; column++) {
      let term = 1;
      for (const grid of grids) {
        const value = grid.at(row, column);
        if (isError(value)) return value;
        // One text or TRUE in a list of factors counts as 0, as in Excel.
        term *= typeof value === 'number' ? value : 0;
      }
      total += term;
    }
  }
  return finite(total);
}

function singleGrid(value: Scalar): Grid {
  return { rows: 1, columns: 1, at: () => value };
}

/** Numbers in order, of a long column as its index knows them. */
function ascending(list: Value, context: Context): ArrayLike<number> | CellError {
  if (list instanceof Reference && list.columns === 1 && list.rows >= INDEX_FROM_ROWS) {
    const known = context.services.indexes.at(list.sheet, list.column)?.sortedWithin(list.row, list.rows);
    if (known) return known;
  }
  const numbers = numbersOf([list], context);
  return Array.isArray(numbers) ? numbers.sort((a, b) => a - b) : numbers;
}

/** Below this many rows sorting is as quick as an index. */
const INDEX_FROM_ROWS = 64;

function ordered(which: 'largest' | 'smallest') {
  return valuesLifting(
    2,
    2,
    (index) => index === 1,
    ([list, place], context) => {
      const numbers = ascending(list ?? null, context);
      if ('error' in numbers) return numbers;
      const k = toNumber(toScalar(place ?? null), context.services.culture);
      if (isError(k)) return k;
      const index = Math.ceil(k) - 1;
      if (index < 0 || index >= numbers.length) return NUM;
      return numbers[which === 'largest' ? numbers.length - 1 - index : index] ?? NUM;
    },
  );
}

function rank(averaged: boolean) {
  return valuesLifting(
    2,
    3,
    (index) => index !== 1,
    ([value, list, order], context) => {
      const number = toNumber(toScalar(value ?? null), context.services.culture);
      const ascending = toNumber(toScalar(order ?? 0), context.services.culture);
      if (isError(number)) return number;
      let before = 0;
      let same = 0;
      const error = eachNumber([list ?? null], context, (other) => {
        if (other === number) same++;
        else if (ascending === 0 ? other > number : other < number) before++;
      });
      if (error) return error;
      if (same === 0) return NA;
      return before + 1 + (averaged ? (same - 1) / 2 : 0);
    },
  );
}

function percentileOf(share: (k: number) => number, exclusive: boolean) {
  return valuesLifting(
    2,
    2,
    (index) => index === 1,
    ([list, place], context) => {
      const numbers = numbersOf([list ?? null], context);
      if (!Array.isArray(numbers)) return numbers;
      const k = toNumber(toScalar(place ?? null), context.services.culture);
      if (isError(k)) return k;
      const n = numbers.length;
      if (!exclusive) return percentile(numbers, share(k));
      const at = (share(k) * (n + 1) - 1) / (n - 1);
      return share(k) <= 0 || share(k) >= 1 ? NUM : percentile(numbers, at);
    },
  );
}

const STATISTIC_FUNCTIONS: FunctionTable = {
  SUM: values(1, MANY, (args, context) => {
    let total = 0;
    return eachNumber(args, context, (value) => (total += value)) ?? finite(total);
  }),
  AVERAGE: ofNumbers(average),
  MIN: ofNumbers(STATISTICS.min),
  MAX: ofNumbers(STATISTICS.max),
  PRODUCT: ofNumbers(product),
  MEDIAN: ofNumbers(median),
  'MODE.SNGL': ofNumbers(mode),
  'STDEV.S': ofNumbers(STATISTICS.deviation),
  'STDEV.P': ofNumbers(STATISTICS.populationDeviation),
  'VAR.S': ofNumbers(variance),
  'VAR.P': ofNumbers(populationVariance),
  SUMSQ: ofNumbers((numbers) => finite(numbers.reduce((total, n) => total + n * n, 0))),
  DEVSQ: ofNumbers((numbers) => (numbers.length === 0 ? NUM : squares(numbers))),
  AVEDEV: ofNumbers((numbers) => {
    const mean = sum(numbers) / numbers.length;
    return numbers.length === 0 ? NUM : sum(numbers.map((n) => Math.abs(n - mean))) / numbers.length;
  }),
  GEOMEAN: ofNumbers((numbers) =>
    numbers.length === 0 || numbers.some((n) => n <= 0)
      ? NUM
      : Math.exp(sum(numbers.map(Math.log)) / numbers.length),
  ),
  HARMEAN: ofNumbers((numbers) =>
    numbers.length === 0 || numbers.some((n) => n <= 0)
      ? NUM
      : numbers.length / sum(numbers.map((n) => 1 / n)),
  ),
  AVERAGEA: ofAll(average),
  MAXA: ofAll(STATISTICS.max),
  MINA: ofAll(STATISTICS.min),
  STDEVA: ofAll(STATISTICS.deviation),
  VARA: ofAll(variance),
};

export const AGGREGATE_FUNCTIONS: FunctionTable = {
  ...STATISTIC_FUNCTIONS,
  STDEV: STATISTIC_FUNCTIONS['STDEV.S'] ?? ofNumbers(STATISTICS.deviation),
  STDEVP: ofNumbers(STATISTICS.populationDeviation),
  VAR: ofNumbers(variance),
  VARP: ofNumbers(populationVariance),
  MODE: ofNumbers(mode),
  COUNT: values(1, MANY, count),
  COUNTA: values(1, MANY, countFilled),
  COUNTBLANK: values(1, 1, ([range]) => countBlank(range ?? null)),
  SUMPRODUCT: values(1, MANY, sumProduct),
  LARGE: ordered('largest'),
  SMALL: ordered('smallest'),
  RANK: rank(false),
  'RANK.EQ': rank(false),
  'RANK.AVG': rank(true),
  PERCENTILE: percentileOf((k) => k, false),
  'PERCENTILE.INC': percentileOf((k) => k, false),
  'PERCENTILE.EXC': percentileOf((k) => k, true),
  QUARTILE: percentileOf((k) => Math.trunc(k) / 4, false),
  'QUARTILE.INC': percentileOf((k) => Math.trunc(k) / 4, false),
  'QUARTILE.EXC': percentileOf((k) => Math.trunc(k) / 4, true),
  STANDARDIZE: scalars(3, 3, ([x, mean, deviation]) =>
    Number(deviation) <= 0 ? NUM : finite((Number(x) - Number(mean)) / Number(deviation)),
  ),
};
