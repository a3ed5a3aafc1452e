import { visitGaps, type VisitGaps } from '../domain/visits/gaps';
import { matrix, readChoice, readText } from './arguments';
import { answer } from './errors';
import { dayOf, readLog } from './visitlog';

const MEASURES: Readonly<Record<keyof VisitGaps, readonly string[]>> = {
  last: ['最近'],
  longest: ['最长'],
  average: ['平均'],
};

/**
 * Days since each customer was last visited, from a visit log; or the longest or the average gap between visits.
 *
 * @customfunction VISITGAP
 * @param customers Customers to answer for: a value or a range (the result spills in the same shape).
 * @param log_customers Customers of the visit log, a cell a visit.
 * @param log_dates Dates of the visit log, a range of the same shape.
 * @param [as_of] Day to count to. Left out, it is the newest date in the log, never today.
 * @param [measure] "last" (最近) when left out, "longest" (最长) or "average" (平均).
 * @remarks "last" is the days from the last visit to as_of. "longest" is the longest time without a visit: between two
 * visits, or since the last one. "average" is the mean of the days from one visit to the next, "" for a customer
 * visited on one day only. Customers match by name without spaces around it; several visits on one day are one; visits
 * after as_of do not count; log rows without a customer or a date are left out. The rule behind it: every customer is
 * visited at least once a month, and the customer who waits longest is the one to go to.
 * @returns Days, "" for a customer never visited up to as_of. #VALUE! with a sentence for a date or measure that can't
 * be read, or log ranges of different shapes.
 * @example =VISITGAP({"甲公司";"丙公司"}, {"甲公司";"乙公司";"甲公司"}, {45352;45356;45362}) //=> {0;""}
 * @example =VISITGAP("乙公司", {"甲公司";"乙公司";"甲公司"}, {45352;45356;45362}) //=> 6
 * @example =VISITGAP("甲公司", {"甲公司";"乙公司";"甲公司"}, {45352;45356;45362}, "2024-03-31", "longest") //=> 20
 * @example =VISITGAP("甲公司", {"甲公司";"乙公司";"甲公司"}, {45352;45356;45362}, , "average") //=> 10
 */
export function visitgap(
  customers: unknown[][],
  log_customers: unknown[][],
  log_dates: unknown[][],
  as_of?: unknown,
  measure?: unknown,
): unknown[][] {
  return answer(() => {
    const log = readLog(log_customers, log_dates);
    const which = readChoice(measure, 'measure', MEASURES, 'last');
    const day = dayOf(as_of, 'as_of', log);
    const gaps = day === null ? new Map<string, VisitGaps>() : visitGaps(log, day);
    return matrix(customers).map((row) => row.map((customer) => gaps.get(readText(customer))?.[which] ?? ''));
  });
}
