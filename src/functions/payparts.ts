import { settleMonths } from '../domain/commission/balances';
import { clawedBack, overridePay, prorated } from '../domain/commission/parts';
import { splitByShares } from '../domain/commission/split';
import { DaybookError } from '../domain/errors';
import { centsOf, yuanOf } from '../domain/money';
import { computeEach, matrix, readChoice, readNumber } from './arguments';
import { answer } from './errors';

/**
 * Splits an amount between people by shares that make 100%; the residual 分 goes to the largest share.
 *
 * @customfunction SPLITCREDIT
 * @param amount The amount in 元: revenue of a sale, or its commission.
 * @param shares The people's shares: a range of fractions or percentages that make 100%. Blank is no share.
 * @remarks Each part is rounded half up to the 分, and what is then left over or short goes to the largest share (the
 * first of equals), so that the parts add up exactly. Thirds as Excel holds them make 100%.
 * @returns The parts in 元, in the shape of shares. #VALUE! with a sentence where they don't make 100%.
 * @example =SPLITCREDIT(100, {0.5;0.3;0.2}) //=> {50;30;20}
 * @example =SPLITCREDIT(0.05, {"50%";"50%"}) //=> {0.02;0.03}
 */
export function splitcredit(amount: unknown[][], shares: unknown[][]): unknown[][] {
  return answer(() => {
    const range = matrix(shares);
    const cents = centsOf(readNumber(matrix(amount)[0]?.[0], { argument: 'amount' }));
    const weights = range.flatMap((cells, row) =>
      cells.map((cell, column) => readNumber(cell, { argument: 'shares', row: row + 1, column: column + 1 })),
    );
    const parts = splitByShares(cents, weights).map(yuanOf);
    const width = range[0]?.length ?? 1;
    return range.map((_cells, row) => parts.slice(row * width, (row + 1) * width));
  });
}

const PRORATE_ARGUMENTS = [
  { name: 'amount' },
  { name: 'active_days', min: 0 },
  { name: 'total_days', min: 0 },
] as const;

/**
 * Part of a monthly amount for the days that a person was there: amount × active days ÷ days of the month.
 *
 * @customfunction PRORATE
 * @param amount The amount of a full month in 元, such as base pay: a value or a range (the result spills).
 * @param active_days Days the person was there: calendar days, or working days as from NETWORKDAYS.
 * @param total_days Days of the whole month, counted in the same way.
 * @remarks Which days count is for the plan to say; count both in the same way. Rounded once, half up to the 分.
 * @returns The part in 元. #VALUE! with a sentence where total_days is 0 or below active_days.
 * @example =PRORATE(3000, 10, 31) //=> 967.74
 * @example =PRORATE({2500;3000}, {21;11}, 22) //=> {2386.36;1500}
 */
export function prorate(amount: unknown[][], active_days: unknown[][], total_days: unknown[][]): unknown[][] {
  return answer(() =>
    computeEach(PRORATE_ARGUMENTS, [amount, active_days, total_days], ([yuan, active, total]) => {
      const days = { active: active ?? 0, total: total ?? 0 };
      if (days.total === 0) throw new DaybookError('days-zero');
      if (days.active > days.total) throw new DaybookError('days-exceeded', days);
      return yuanOf(prorated(centsOf(yuan ?? 0), days.active, days.total));
    }),
  );
}

const RECOVERY = {
  recoverable: ['可追回', '可扣回', '追回'],
  'not-recoverable': ['不追回', '不扣回'],
} as const;

/**
 * What a draw or guarantee pays month by month, and what the person owes after each month.
 *
 * @customfunction DRAWBALANCE
 * @param earned Commission earned in each month, in 元, oldest first: a column or a row.
 * @param draw The draw (预支) or guarantee (保底) of a month, in 元.
 * @param recovery "recoverable" (可追回) or "not-recoverable" (不追回); never assumed.
 * @param [opening] Owed from before the first month, in 元: 0 when left out.
 * @remarks A month pays at least the draw. Where it is recoverable, what was not earned is owed, and later months pay
 * it back out of what they earn beyond the draw.
 * @returns A row for each month: paid, and owed after it.
 * @example =DRAWBALANCE({500;700;400}, 1000, "recoverable") //=> {1000,500;1000,800;1000,1400}
 * @example =DRAWBALANCE({500;1800}, 1000, "recoverable") //=> {1000,500;1300,0}
 */
export function drawbalance(
  earned: unknown[][],
  draw: unknown,
  recovery: unknown,
  opening?: unknown,
): unknown[][] {
  return answer(() => {
    const months = matrix(earned).flatMap((cells, row) =>
      cells.map((cell, column) =>
        centsOf(readNumber(cell, { argument: 'earned', row: row + 1, column: column + 1 })),
      ),
    );
    const amount = centsOf(readNumber(draw, { argument: 'draw' }, 0));
    const owed = centsOf(readNumber(opening, { argument: 'opening' }, 0));
    const recoverable = readChoice(recovery, 'recovery', RECOVERY) === 'recoverable';
    return settleMonths(months, amount, owed, recoverable).map((month) => [
      yuanOf(month.paid),
      yuanOf(month.owed),
    ]);
  });
}

const OVERRIDE_ARGUMENTS = [
  { name: 'revenue' },
  { name: 'rate', min: 0 },
  { name: 'target', min: 0, optional: true },
  { name: 'measured', optional: true },
] as const;

/**
 * A leader's override: a rate of revenue, once a target is reached.
 *
 * @customfunction OVERRIDE
 * @param revenue Revenue that the override is paid on, in 元: the team's or the leader's own. A value or a range.
 * @param rate The rate: 0.01 or "1%".
 * @param [target] What has to be reached, in 元. Left out, the override is paid in any case.
 * @param [measured] What is held against the target, where that is not the revenue paid on.
 * @remarks Whether team or own revenue is paid on, and which of them has to reach the target, is for the plan to say:
 * the arguments say it. The target itself counts as reached.
 * @returns The override in 元, to the 分; 0 below the target.
 * @example =OVERRIDE({149999.99;150000}, 0.01, 150000) //=> {0;1500}
 * @example =OVERRIDE(60000, "1%", 150000, 180000) //=> 600
 */
export function override(
  revenue: unknown[][],
  rate: unknown[][],
  target?: unknown[][],
  measured?: unknown[][],
): unknown[][] {
  return answer(() =>
    computeEach(
      OVERRIDE_ARGUMENTS,
      [revenue, rate, target, measured],
      ([paidOn, part, wanted = null, reached]) => {
        const amount = paidOn ?? 0;
        return yuanOf(
          wanted === null
            ? overridePay(amount, part ?? 0, 0, 0)
            : overridePay(amount, part ?? 0, wanted, reached ?? amount),
        );
      },
    ),
  );
}

const CLAWBACK_ARGUMENTS = [{ name: 'commission' }, { name: 'sale', min: 0 }, { name: 'refund' }] as const;

/**
 * What a refund takes back of the commission that its sale earned, in proportion: a negative amount.
 *
 * @customfunction CLAWBACK
 * @param commission What the sale earned, in 元: a value or a range (the result spills).
 * @param sale The amount of the sale in 元.
 * @param refund The amount refunded in 元, with or without a minus sign.
 * @remarks The original rate: a full refund takes back exactly what was earned. At the present rate instead, take the
 * refund off the revenue that COMMISSION computes.
 * @returns The clawback in 元, 0 or below, rounded half up to the 分. #VALUE! for a refund of more than the sale.
 * @example =CLAWBACK(41.25, 750, 750) //=> -41.25
 * @example =CLAWBACK(40, 1000, {-200;0}) //=> {-8;0}
 */
export function clawback(commission: unknown[][], sale: unknown[][], refund: unknown[][]): unknown[][] {
  return answer(() =>
    computeEach(CLAWBACK_ARGUMENTS, [commission, sale, refund], ([earned, sold, back]) =>
      yuanOf(clawedBack(centsOf(earned ?? 0), centsOf(sold ?? 0), Math.abs(centsOf(back ?? 0)))),
    ),
  );
}
