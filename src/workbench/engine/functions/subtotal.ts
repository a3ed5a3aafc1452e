import { toNumber } from '../coercion';
import type { Context } from '../context';
import { cellKey } from '../../model/address';
import { toScalar } from '../operators';
import { isError, NUM, Reference, Union, VALUE, type Scalar, type Value } from '../values';
import { percentile, STATISTICS, type Statistic } from './aggregate';
import { MANY, values, type FunctionTable } from './definition';
import { scalarsOf } from './iterate';

/** The figures that SUBTOTAL and AGGREGATE number from 1. */
const NUMBERED: readonly Statistic[] = [
  STATISTICS.average,
  (numbers) => numbers.length,
  (numbers) => numbers.length,
  STATISTICS.max,
  STATISTICS.min,
  STATISTICS.product,
  STATISTICS.deviation,
  STATISTICS.populationDeviation,
  STATISTICS.sum,
  STATISTICS.variance,
  STATISTICS.populationVariance,
  STATISTICS.median,
  STATISTICS.mode,
];

const COUNTA = 3;
const SUBTOTALS = /\b(SUBTOTAL|AGGREGATE)\s*\(/i;

interface Rules {
  readonly skipHidden: boolean;
  readonly skipErrors: boolean;
  readonly skipSubtotals: boolean;
}

function collect(value: Value, rules: Rules): Scalar[] {
  if (value instanceof Union) return value.parts.flatMap((part) => collect(part, rules));
  if (!(value instanceof Reference)) return scalarsOf(value);
  const { sheet, row, column, rows, columns } = value.used;
  const result: Scalar[] = [];
  for (let r = row; r < row + rows; r++) {
    if (rules.skipHidden && sheet.rowHidden(r)) continue;
    for (let c = column; c < column + columns; c++) {
      const formula = rules.skipSubtotals ? sheet.formulas.get(cellKey(r, c)) : undefined;
      if (formula && SUBTOTALS.test(formula.formula)) continue;
      result.push(sheet.cells.value(r, c));
    }
  }
  return result;
}

function figure(number: number, args: readonly Value[], rules: Rules): Scalar {
  const statistic = NUMBERED[number - 1];
  if (!statistic) return VALUE;
  const found = args.flatMap((arg) => collect(arg, rules));
  if (number === COUNTA) {
    return found.filter((value) => value !== null && !(rules.skipErrors && isError(value))).length;
  }
  const error = found.find(isError);
  if (error !== undefined && !rules.skipErrors && number !== 2) return error;
  return statistic(found.filter((value) => typeof value === 'number'));
}

function subtotal([which, ...args]: readonly Value[], context: Context): Value {
  const code = toNumber(toScalar(which ?? null), context.services.culture);
  if (isError(code)) return code;
  const number = Math.trunc(code);
  const filtered = number > 100;
  const figureNumber = filtered ? number - 100 : number;
  if (figureNumber < 1 || figureNumber > 11) return VALUE;
  return figure(figureNumber, args, { skipHidden: filtered, skipErrors: false, skipSubtotals: true });
}

function aggregate([which, options, ...args]: readonly Value[], context: Context): Value {
  const number = toNumber(toScalar(which ?? null), context.services.culture);
  const option = toNumber(toScalar(options ?? null), context.services.culture);
  if (isError(number)) return number;
  if (isError(option)) return option;
  if (number < 1 || number > 19 || option < 0 || option > 7) return VALUE;
  const rules: Rules = {
    skipHidden: option % 2 === 1,
    skipErrors: [2, 3, 6, 7].includes(option),
    skipSubtotals: option < 4,
  };
  if (number <= 13) return figure(number, args, rules);
  const found = collect(args[0] ?? null, rules);
  const error = found.find(isError);
  if (error !== undefined && !rules.skipErrors) return error;
  const numbers = found.filter((value): value is number => typeof value === 'number');
  const k = toNumber(toScalar(args[1] ?? null), context.services.culture);
  if (isError(k)) return k;
  if (number <= 15) {
    const sorted = numbers.sort((a, b) => (number === 14 ? b - a : a - b));
    return sorted[Math.ceil(k) - 1] ?? NUM;
  }
  const share = number === 17 || number === 19 ? k / 4 : k;
  if (number < 18) return percentile(numbers, share);
  return share <= 0 || share >= 1
    ? NUM
    : percentile(numbers, (share * (numbers.length + 1) - 1) / (numbers.length - 1));
}

export const SUBTOTAL_FUNCTIONS: FunctionTable = {
  SUBTOTAL: values(2, MANY, subtotal),
  AGGREGATE: values(3, MANY, aggregate),
};
