import { curveOf } from '../domain/retail/curve';
import { isBlank, matrix, readNumber } from './arguments';
import { answer } from './errors';

/**
 * The figures of a sales curve: highest S1, mean S2, lowest S3, their gaps, crossings of the mean, periods above, below.
 *
 * @customfunction CURVE
 * @param values Figures of equal periods: one row a retailer, or a single column for one curve.
 * @remarks S1 − S2 and S2 − S3 say how unsteady the curve is: the larger, the less steady. Crossings count how often it
 * meets the line of its mean, by crossing or touching it: the more, the more regular. More periods above the mean than
 * below: promote in the slack season; more below: find the cause; about equal: standard service. The variation is the
 * population's standard deviation ÷ mean. A blank period counts as 0, since nothing was ordered; a row of blanks gives "".
 * @returns Nine columns: S1, S2, S3, S1−S2, S2−S3, crossings, periods above, periods below, variation ("" for a mean of
 * zero or less). #VALUE! with a sentence for a cell that is no number.
 * @example =CURVE({8,2,5,5}) //=> {8,5,2,3,3,2,1,1,0.42426406871192845}
 * @example =CURVE({1;3}) //=> {3,2,1,1,1,1,1,1,0.5}
 */
export function curve(values: unknown[][]): unknown[][] {
  return answer(() => {
    const range = matrix(values);
    const single = range.every((row) => row.length === 1);
    const place = (row: number, column: number) => ({ argument: 'values', row: row + 1, column: column + 1 });
    const read = range.map((row, r) => row.map((cell, c) => readNumber(cell, place(r, c))));
    const curves = single ? [read.flat()] : read;
    return curves.map((numbers, index) => {
      const cells = single ? range.flat() : (range[index] ?? []);
      return cells.every(isBlank) ? NINE_BLANKS : figuresOf(numbers);
    });
  });
}

const NINE_BLANKS = Array.from({ length: 9 }, () => '');

function figuresOf(numbers: readonly number[]): unknown[] {
  const figures = curveOf(numbers);
  const { highest, mean, lowest, aboveGap, belowGap, crossings, above, below, variation } = figures;
  return [highest, mean, lowest, aboveGap, belowGap, crossings, above, below, variation ?? ''];
}
