import { dayOf } from '../domain/calendar/clock';
import { DaybookError } from '../domain/errors';
import { matrix, readDay, readText } from './arguments';
import { answer } from './errors';

/**
 * The stage that each order has reached: the last of its dates, in the order of the stages, that is not after a day.
 *
 * @customfunction ORDERSTAGE
 * @param dates One row an order, one column a stage in the order of the way: when each was reached, blank where not.
 * @param [stages] The stages' names, as many as dates has columns. Left out, the answer is the column's number.
 * @param [as_of] A date after this day is a plan and reaches nothing. Left out, every date counts.
 * @remarks What is blank on the way does not matter: an order with a contract and no proposal stands at the contract.
 * @returns One row an order: the stage's name or number, "" where no stage is reached. #VALUE! with a sentence for what
 * is no date, or names that are not as many as the columns.
 * @example =ORDERSTAGE({45352,45356,0;45360,0,0;0,0,0}, {"方案","合同","竣工"}) //=> {"合同";"方案";""}
 * @example =ORDERSTAGE({45352,45356,45400}, , 45390) //=> 2
 */
export function orderstage(dates: unknown[][], stages?: unknown[][], as_of?: unknown): unknown[][] {
  return answer(() => {
    const rows = matrix(dates);
    const columns = rows[0]?.length ?? 0;
    const names = stages === undefined || stages === null ? null : matrix(stages).flat().map(readText);
    if (names && names.length !== columns) {
      throw new DaybookError('stages-differ', { names: names.length, columns });
    }
    const until = readDay(as_of, { argument: 'as_of' });
    return rows.map((line, row) => {
      let reached = -1;
      line.forEach((cell, column) => {
        const date = readDay(cell, { argument: 'dates', row: row + 1, column: column + 1 });
        if (date !== null && (until === null || dayOf(date) <= dayOf(until))) reached = column;
      });
      if (reached < 0) return [''];
      return [names ? (names[reached] ?? '') : reached + 1];
    });
  });
}
