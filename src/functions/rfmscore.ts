import {
  checkLimits,
  quintileLimits,
  RECENCY_LIMITS,
  scoreFrom,
  scoreUpTo,
  type Limits,
} from '../domain/customers/rfm';
import { matrix, readNumber, requireSameShape } from './arguments';
import { answer } from './errors';

/**
 * RFM scores of customers, 1 to 5 each: how lately, how often and for how much they bought.
 *
 * @customfunction RFMSCORE
 * @param days Days since each customer's last order: a column, one cell a customer.
 * @param orders Number of orders, a column of the same shape.
 * @param amounts Amounts in 元, a column of the same shape.
 * @param [day_limits] Four days for the scores 5, 4, 3, 2: 30, 60, 90 and 180 when left out.
 * @param [order_limits] Four numbers of orders for 5, 4, 3, 2; left out, five equal groups of these customers.
 * @param [amount_limits] Four amounts for 5, 4, 3, 2; left out, five equal groups of these customers.
 * @remarks Days score by "up to", so day_limits ascend; orders and amounts score by "from", so their limits descend.
 * What reaches no limit scores 1. Limits that are left out for orders and amounts come from the customers given (four
 * quantiles, rounded to two digits): for scores that stay comparable from month to month, give limits.
 * @returns Three columns: R, F and M. #VALUE! with a sentence for a cell that is no number, columns of different
 * shapes, or limits that are not four in order.
 * @example =RFMSCORE({10;75;400}, {12;3;1}, {9000;2000;50}, , {10,6,3,2}, {8000,4000,2000,500}) //=> {5,5,5;3,3,3;1,1,1}
 */
export function rfmscore(
  days: unknown[][],
  orders: unknown[][],
  amounts: unknown[][],
  day_limits?: unknown[][],
  order_limits?: unknown[][],
  amount_limits?: unknown[][],
): unknown[][] {
  return answer(() => {
    const [r, f, m] = [column('days', days), column('orders', orders), column('amounts', amounts)];
    const shape = (argument: string, { length }: readonly number[]) => ({
      argument,
      rows: length,
      columns: 1,
    });
    requireSameShape(shape('days', r), shape('orders', f));
    requireSameShape(shape('days', r), shape('amounts', m));
    const rLimits = limitsOf('day_limits', day_limits, 'ascending') ?? RECENCY_LIMITS;
    const fLimits = limitsOf('order_limits', order_limits, 'descending') ?? quintileLimits(f);
    const mLimits = limitsOf('amount_limits', amount_limits, 'descending') ?? quintileLimits(m);
    return r.map((value, index) => [
      scoreUpTo(value, rLimits),
      scoreFrom(f[index] ?? 0, fLimits),
      scoreFrom(m[index] ?? 0, mLimits),
    ]);
  });
}

function column(argument: string, values: unknown[][]): number[] {
  return matrix(values).flatMap((row, r) =>
    row.map((cell, c) => readNumber(cell, { argument, row: r + 1, column: c + 1 })),
  );
}

function limitsOf(
  argument: string,
  values: unknown[][] | null | undefined,
  direction: 'ascending' | 'descending',
): Limits | null {
  return values === null || values === undefined ? null : checkLimits(column(argument, values), direction);
}
