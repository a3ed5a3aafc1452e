import { DaybookError } from '../domain/errors';
import { averageGrowth, changeRates, GROWTH_METHODS, totalGrowth } from '../domain/growth';
import { auditGrowth, type AuditMethod } from '../domain/growth-audit';
import { decimalOf } from '../domain/money';
import { functionTexts } from '../locales/functionTexts';
import {
  matrix,
  readChoice,
  readNumber,
  readOptionalNumber,
  requireSameShape,
  type Matrix,
} from './arguments';
import { answer, cellError, hostLocale } from './errors';

const METHODS = {
  total: ['累计', '总增长'],
  arithmetic: ['算术', '总增长÷期数'],
  compound: ['复合'],
  mean: ['平均', '各期平均'],
  previous: ['环比'],
  year: ['同比'],
} as const;

/**
 * Growth of a series of periods by a named method: in total, on average, or of each period.
 *
 * @customfunction GROWTHRATE
 * @param values Figures of the periods in order, oldest first: one row or one column.
 * @param method "total", "arithmetic", "compound", "mean", "previous" (环比) or "year" (同比); never assumed.
 * @param [periods] Periods in a year for "year": 12 when left out, 4 for quarters.
 * @remarks "Average growth" has three meanings: "arithmetic" (算术) is total growth ÷ number of steps, "compound" (复合) the
 * one rate that leads from the first figure to the last, "mean" (平均) the mean of the periods' own rates. "previous" and
 * "year" spill a rate for each period. Blank periods at the end are still to come and are left out; other blanks are 0.
 * @returns A fraction (0.05 is 5%). Where a base is zero or negative there is no rate: #N/A, and "" for periods without
 * an earlier one.
 * @example =GROWTHRATE({2286,2360,2357,2470,2450,2776,2681,2713,2893,2808,2752}, "total") //=> 0.203849518810149
 * @example =GROWTHRATE({100;110;121}, "compound") //=> 0.1
 * @example =GROWTHRATE({100;110;132}, "arithmetic") //=> 0.16
 * @example =GROWTHRATE({100;120;150}, "环比") //=> {"";0.2;0.25}
 */
export function growthrate(values: unknown[][], method: unknown, periods?: unknown): unknown[][] {
  return answer(() => {
    const range = matrix(values);
    const chosen = readChoice(method, 'method', METHODS);
    const series = readSeries(range, 'values');
    if (chosen === 'previous' || chosen === 'year') {
      const lag = chosen === 'previous' ? 1 : readOptionalNumber(periods, { argument: 'periods' }, 12, 1);
      const rates = changeRates(series, lag);
      return shaped(range, (index) => {
        if (index >= series.length || index < lag) return '';
        return rates[index] ?? cellError(new DaybookError('no-base'));
      });
    }
    const isAverage = GROWTH_METHODS.find((name) => name === chosen);
    const rate = isAverage ? averageGrowth(series, isAverage) : totalGrowth(series);
    if (rate === null) throw new DaybookError(series.length < 2 ? 'series-too-short' : 'no-base');
    // A double's last digits would show 10% as 0.1000000000000000888.
    return [[Number(rate.toPrecision(15))]];
  });
}

const AUDIT_ROWS = 5;
const AUDIT_METHODS: Readonly<Record<AuditMethod | 'any', readonly string[]>> = {
  any: ['全部'],
  total: ['累计', '总增长'],
  arithmetic: ['算术'],
  compound: ['复合'],
  mean: ['平均'],
  'arithmetic-by-count': [],
  'compound-by-count': [],
};

/**
 * Which method and which endpoints make a stated growth rate of a series, or how far the nearest ones are from it.
 *
 * @customfunction GROWTHAUDIT
 * @param values Figures of the periods in order, oldest first: one row or one column.
 * @param stated The rate that is stated, e.g. 20.39%.
 * @param [decimals] Decimals of a percent that it is stated with; its own when left out.
 * @param [method] The method that is claimed, as in GROWTHRATE; any when left out.
 * @remarks Five readings spill, the fitting ones first, the likeliest of them on top: method, from and to (as places in
 * values), the rate, stated less computed, and how it fits. "Fits unrounded" means: not from the figures shown, but possible for
 * the unrounded ones behind them. "By count" is the slip of dividing by the number of periods instead of the steps between.
 * @returns Five rows of six columns. #VALUE! with a sentence for fewer than two periods.
 * @example =GROWTHAUDIT({699,916}, 0.31) //=> {"total",1,2,0.310443490701001,-0.000443490701,"fits"}
 */
export function growthaudit(
  values: unknown[][],
  stated: unknown,
  decimals?: unknown,
  method?: unknown,
): unknown[][] {
  return answer(() => {
    const series = readSeries(matrix(values), 'values');
    const rate = readNumber(stated, { argument: 'stated' });
    const own = Math.min(4, decimalOf(rate * 100).scale);
    const places = readOptionalNumber(decimals, { argument: 'decimals' }, own, 0);
    const chosen = readChoice(method, 'method', AUDIT_METHODS, 'any');
    const { methods, verdicts } = functionTexts(hostLocale()).audit;
    const readings = auditGrowth(series, rate, {
      decimals: places,
      ...(chosen === 'any' ? {} : { methods: [chosen] }),
    });
    if (readings.length === 0) throw new DaybookError(series.length < 2 ? 'series-too-short' : 'no-base');
    return readings
      .slice(0, AUDIT_ROWS)
      .map((audit) => [
        methods[audit.method],
        audit.from + 1,
        audit.to + 1,
        Number(audit.rate.toPrecision(15)),
        Number(audit.difference.toFixed(12)),
        verdicts[audit.verdict],
      ]);
  });
}

/** The numbers of a row or column, without the blanks at its end. */
function readSeries(range: Matrix, argument: string): number[] {
  requireSameShape(
    { argument, rows: range.length, columns: range[0]?.length ?? 0 },
    range.length === 1
      ? { argument, rows: 1, columns: range[0]?.length ?? 0 }
      : { argument, rows: range.length, columns: 1 },
  );
  const cells = range.flatMap((row, r) =>
    row.map((cell, c) => readNumber(cell, { argument, row: r + 1, column: c + 1 })),
  );
  while (cells.at(-1) === 0) cells.pop();
  return cells;
}

function shaped(range: Matrix, of: (index: number) => unknown): unknown[][] {
  let index = 0;
  return range.map((row) => row.map(() => of(index++)));
}
