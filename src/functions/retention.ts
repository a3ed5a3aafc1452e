import { DaybookError } from '../domain/errors';
import { churnRate, keptUsers } from '../domain/retention/rates';
import { computeEach, matrix, readText } from './arguments';
import { answer } from './errors';

const CHURN_ARGUMENTS = [
  { name: 'lost', min: 0 },
  { name: 'opening', min: 0 },
  { name: 'closing', min: 0, optional: true },
] as const;

/**
 * Churn (离网率): users lost in a period ÷ users at its beginning, or ÷ the mean of beginning and end.
 *
 * @customfunction CHURNRATE
 * @param lost Users lost in the period: a value or a range (the result spills).
 * @param opening Users at its beginning: a value or a range of the same shape.
 * @param [closing] Users at its end; given, the base is (opening + closing) ÷ 2.
 * @remarks Plans set the limit for one of the two bases: which one is the choice of whoever gives closing or leaves it
 * out. A row with no users and none lost gives "".
 * @returns A rate, unrounded. #N/A without users to lose; #VALUE! with a sentence for anything but a number.
 * @example =CHURNRATE(75, 1000) //=> 0.075
 * @example =CHURNRATE(75, 1000, 1400) //=> 0.0625
 */
export function churnrate(lost: unknown[][], opening: unknown[][], closing?: unknown[][]): unknown[][] {
  return answer(() =>
    computeEach(CHURN_ARGUMENTS, [lost, opening, closing], ([gone, first, last = null]) => {
      if (!gone && !first && !last) return '';
      const rate = churnRate(gone ?? 0, first ?? 0, last);
      if (rate === null) throw new DaybookError('no-users');
      return rate;
    }),
  );
}

/**
 * Kept rate (保有率): which part of the users of a snapshot are still in the list of today.
 *
 * @customfunction KEPTRATE
 * @param snapshot Users of the snapshot, a cell a user.
 * @param current Users of today, a cell a user.
 * @remarks Users match by number or name without spaces around it and without regard to case; a user who stands twice
 * is one, blank cells are none.
 * @returns A rate, unrounded. #N/A for a snapshot without users.
 * @example =KEPTRATE({13800000001;13800000002;13800000003;13800000004}, {13800000002;13800000009;13800000001;13800000004}) //=> 0.75
 */
export function keptrate(snapshot: unknown[][], current: unknown[][]): unknown[][] {
  return answer(() => {
    const users = (range: unknown[][]) => matrix(range).flatMap((row) => row.map(readText));
    const { rate } = keptUsers(users(snapshot), users(current));
    if (rate === null) throw new DaybookError('no-users');
    return [[rate]];
  });
}
