import { pace } from '../domain/attainment';
import { DaybookError } from '../domain/errors';
import { attainment as attainmentOf } from '../domain/growth';
import { centsOf, yuanOf } from '../domain/money';
import { computeEach, matrix, readNumber, requireSameShape } from './arguments';
import { answer, cellError } from './errors';

/**
 * Attainment of a target (完成率): actual ÷ target.
 *
 * @customfunction ATTAINMENT
 * @param actual What was reached: a value or a range (the result spills).
 * @param target What was to be reached: a value or a range of the same shape.
 * @remarks A row with neither gives "".
 * @returns A fraction (1.2 is 120%). #N/A for a target of zero or less.
 * @example =ATTAINMENT(36115, 14446) //=> 2.5
 * @example =ATTAINMENT({90;0;55}, {100;0;50}) //=> {0.9;"";1.1}
 */
export function attainment(actual: unknown[][], target: unknown[][]): unknown[][] {
  return answer(() =>
    computeEach([{ name: 'actual' }, { name: 'target' }], [actual, target], ([reached, wanted]) => {
      if (!reached && !wanted) return '';
      const rate = attainmentOf(reached ?? 0, wanted ?? 0);
      if (rate === null) throw new DaybookError('no-target');
      return rate;
    }),
  );
}

/**
 * How an actual stands to its target on the way: attainment, time gone, lead, missing, and what each period to come must bring.
 *
 * @customfunction TARGETPACE
 * @param actual What was reached so far: a value or a column (a row spills for each).
 * @param target The target of all periods: a value or a column of the same height.
 * @param done Periods that have passed, e.g. 4 of 12 months.
 * @param [periods] Periods in all: 12 when left out.
 * @remarks Lead is attainment less the part of the periods that has passed, in percentage points as a fraction: negative is behind
 * an even pace. Missing is 0 once the target is reached. What each remaining period must bring is rounded to the 分.
 * @returns Five columns: attainment, time gone, lead, missing, per remaining period ("" when none remains).
 * @example =TARGETPACE(60000, 120000, 3) //=> {0.5,0.25,0.25,60000,6666.67}
 * @example =TARGETPACE({50;130}, {100;120}, 12) //=> {0.5,1,-0.5,50,"";1.0833333333333333,1,0.08333333333333326,0,""}
 */
export function targetpace(
  actual: unknown[][],
  target: unknown[][],
  done: unknown,
  periods?: unknown,
): unknown[][] {
  return answer(() => {
    const [reached, wanted] = [matrix(actual), matrix(target)];
    const shape = (argument: string, rows: number, columns = 1) => ({ argument, rows, columns });
    requireSameShape(shape('actual', reached.length), shape('target', wanted.length, wanted[0]?.length));
    requireSameShape(shape('actual', reached.length, reached[0]?.length), shape('target', wanted.length));
    const all = readNumber(periods ?? 12, { argument: 'periods' }, 1);
    const passed = readNumber(done, { argument: 'done' }, 0);
    if (passed > all) throw new DaybookError('periods-passed', { done: passed, periods: all });
    return reached.map((row, index) => {
      const place = (argument: string) => ({ argument, row: index + 1, column: 1 });
      const got = centsOf(readNumber(row[0], place('actual')));
      const aim = centsOf(readNumber(wanted[index]?.[0], place('target')));
      const { attainment: rate, timeShare, lead, missing, perPeriod } = pace(got, aim, passed, all);
      const none = cellError(new DaybookError('no-target'));
      return [
        rate ?? none,
        timeShare,
        lead ?? none,
        yuanOf(missing),
        perPeriod === null ? '' : yuanOf(perPeriod),
      ];
    });
  });
}
