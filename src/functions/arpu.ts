import { averageRevenuePerUser } from '../domain/arpu';
import { DaybookError } from '../domain/errors';
import { computeEach } from './arguments';
import { answer } from './errors';

const ARGUMENTS = [
  { name: 'revenue' },
  { name: 'opening', min: 0 },
  { name: 'closing', min: 0, optional: true },
  { name: 'months', min: 0, optional: true },
] as const;

/**
 * Average revenue per user and month: revenue ÷ average subscribers ÷ months.
 *
 * @customfunction ARPU
 * @param revenue Revenue of the whole period, in 元: a value or a range.
 * @param opening Subscribers at the beginning of the period: a value or a range of the same shape.
 * @param [closing] Subscribers at its end. Left out, opening is the base as it stands.
 * @param [months] Months in the period: 1 when left out, 3 for a quarter.
 * @remarks The subscribers are (opening + closing) ÷ 2, as operators report ARPU; without closing they are opening
 * alone, so that another base (closing or billed subscribers) can be given there. Arguments are single values or ranges
 * of one shape; with ranges the result spills. Opening that is blank counts as 0, as for a product that began in the
 * period. A row with no revenue and no subscribers gives "".
 * @returns Revenue per subscriber and month in 元, unrounded. #N/A without subscribers, or where closing is 0 or blank
 * (Excel does not tell a blank from 0); #VALUE! for anything but a number, with a sentence that says where.
 * @example =ARPU(126000, 1000, 1100) //=> 120
 * @example =ARPU(126000, 1000) //=> 126
 * @example =ARPU(378000, 1000, 1100, 3) //=> 120
 * @example =ARPU({126000;0;99000}, {1000;0;900}, {1100;0;1100}) //=> {120;"";99}
 */
export function arpu(
  revenue: unknown[][],
  opening: unknown[][],
  closing?: unknown[][],
  months?: unknown[][],
): unknown[][] {
  return answer(() => computeEach(ARGUMENTS, [revenue, opening, closing, months], arpuOfNumbers));
}

function arpuOfNumbers(numbers: readonly (number | null)[]): number | string {
  const [revenue, opening, closing = null, months] = numbers;
  if (!revenue && !opening && !closing) return '';
  if (closing === 0) throw new DaybookError('closing-missing');
  if (months === 0) throw new DaybookError('months-zero');
  const result = averageRevenuePerUser(revenue ?? 0, opening ?? 0, closing, months ?? 1);
  if (result === null) throw new DaybookError('no-subscribers');
  return result;
}
