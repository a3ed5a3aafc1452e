import { DaybookError } from '../domain/errors';
import { forecastAccuracy, meetsLimit, type LimitRule } from '../domain/retail/rates';
import { computeEach, readChoice } from './arguments';
import { answer } from './errors';

const RULES: Readonly<Record<LimitRule, readonly string[]>> = {
  'at-least': ['>=', '≥', '不低于'],
  'at-most': ['<=', '≤', '不高于'],
  equal: ['=', '等于'],
};

const KPI_ARGUMENTS = [{ name: 'actual' }, { name: 'limit' }] as const;

/**
 * Whether a figure keeps its limit: TRUE or FALSE, by the decimals as they are written.
 *
 * @customfunction KPIMET
 * @param actual The figure: a value or a range (the result spills). Blank is 0.
 * @param limit The limit: a value or a range of the same shape.
 * @param [rule] "at-least" (不低于, >=) when left out, "at-most" (不高于, <=) or "equal" (等于, =).
 * @remarks Compared at the 15 digits that Excel shows, so 0.1 + 0.2 keeps a limit of exactly 0.3 either way.
 * @returns TRUE or FALSE. #VALUE! with a sentence for anything but a number, or a rule that is not known.
 * @example =KPIMET({0.36;0.34}, 0.35) //=> {TRUE;FALSE}
 * @example =KPIMET(0.08, 0.075, "at-most") //=> FALSE
 */
export function kpimet(actual: unknown[][], limit: unknown[][], rule?: unknown): unknown[][] {
  return answer(() => {
    const which = readChoice(rule, 'rule', RULES, 'at-least');
    // Numbers and texts are what computeEach() collects: 1 and 0 stand for TRUE and FALSE there.
    const met = computeEach(KPI_ARGUMENTS, [actual, limit], ([figure, bound]) =>
      Number(meetsLimit(figure ?? 0, bound ?? 0, which)),
    );
    return met.map((row) => row.map((cell) => (typeof cell === 'number' ? cell === 1 : cell)));
  });
}

const FORECAST_ARGUMENTS = [
  { name: 'actual', min: 0 },
  { name: 'forecast', min: 0 },
] as const;

/**
 * Accuracy of a forecast (预测准确率): 1 − |actual − forecast| ÷ actual.
 *
 * @customfunction FORECASTACC
 * @param actual What was sold: a value or a range (the result spills).
 * @param forecast What had been forecast: a value or a range of the same shape.
 * @remarks A forecast of more than twice the actual figure gives a negative accuracy, as the formula says. A row with
 * neither gives "".
 * @returns A rate, unrounded, 1 for an exact forecast. #N/A for an actual of 0; #VALUE! with a sentence for anything
 * but a number.
 * @example =FORECASTACC({100;80}, {90;100}) //=> {0.9;0.75}
 */
export function forecastacc(actual: unknown[][], forecast: unknown[][]): unknown[][] {
  return answer(() =>
    computeEach(FORECAST_ARGUMENTS, [actual, forecast], ([sold, foreseen]) => {
      if (!sold && !foreseen) return '';
      const accuracy = forecastAccuracy(sold ?? 0, foreseen ?? 0);
      if (accuracy === null) throw new DaybookError('actual-zero');
      return accuracy;
    }),
  );
}
