import { tierBreakdown } from '../domain/commission/breakdown';
import { payOnRunningTotal, untilNextTier } from '../domain/commission/tiers';
import { DaybookError } from '../domain/errors';
import { yuanOf } from '../domain/money';
import { computeEach, matrix, readNumber } from './arguments';
import { answer, cellError } from './errors';
import { readTiers } from './tiers';

/**
 * Pay of one month from tiers of revenue: the base of the tier reached plus the commission, exact to the 分.
 *
 * @customfunction COMMISSION
 * @param revenue Revenue of one person and month, in 元: a value or a range (the result spills). Blank is 0.
 * @param tiers Range of two or three columns without headers: from, rate, optional base pay; ascending.
 * @param mode "whole" (全额) or "marginal" (超额); never assumed.
 * @remarks Each row of tiers is the revenue at which the tier begins (that amount included), its rate and, in an
 * optional third column, its base pay; blank rows are ignored, revenue below the first row earns nothing. "whole"
 * (全额累进) pays all revenue at the rate of the tier that it reaches, "marginal" (超额累进) pays each slice at the rate of
 * its own tier: the two ways in which sales plans read "20,000 and above: 15%". Computed from exact decimals and
 * rounded once, half up. Negative revenue takes back the commission that the same sales earn.
 * @returns Pay in 元, to the 分. #VALUE! with a sentence where revenue, a tier or mode can't be used.
 * @example =COMMISSION(39999.99, {0,0.1,2500;20000,0.15,2500;40000,0.2,3000;60000,0.25,4000}, "whole") //=> 8500
 * @example =COMMISSION(40000, {0,0.1,2500;20000,0.15,2500;40000,0.2,3000;60000,0.25,4000}, "marginal") //=> 8000
 * @example =COMMISSION({600000;100000}, {0,0.03;300000,0.05;500000,0.07}, "marginal") //=> {26000;3000}
 * @example =COMMISSION(3000, {2000,"2%"}, "超额") //=> 20
 */
export function commission(revenue: unknown[][], tiers: unknown[][], mode: unknown): unknown[][] {
  return answer(() => {
    const { plan } = readTiers(tiers, mode);
    return computeEach([{ name: 'revenue' }], [revenue], ([amount]) => yuanOf(plan.pay(amount ?? 0)));
  });
}

/**
 * How a commission comes about, tier by tier: tier, revenue in it, rate, commission (and base pay).
 *
 * @customfunction TIERWORKING
 * @param revenue Revenue of one person and month, in 元: one value.
 * @param tiers Range of two or three columns without headers: from, rate, optional base pay; ascending.
 * @param mode "whole" (全额) or "marginal" (超额); never assumed.
 * @remarks One row for each tier that pays: with "whole" the tier reached alone, with "marginal" every tier up to it.
 * The commissions add up to what COMMISSION gives, rounded once: the largest takes the residual 分. Where tiers have a
 * base, a fifth column shows it in the row of the tier reached.
 * @returns Rows of tier (its place from 1), revenue in it, rate, commission and, with a base column, base pay; "" where
 * revenue reaches no tier.
 * @example =TIERWORKING(30000, {0,0.05;10000,0.07;25000,0.1}, "marginal") //=> {1,10000,0.05,500;2,15000,0.07,1050;3,5000,0.1,500}
 * @example =TIERWORKING(40000, {0,0.1,2500;20000,0.15,2500;40000,0.2,3000}, "whole") //=> {3,40000,0.2,8000,3000}
 */
export function tierworking(revenue: unknown[][], tiers: unknown[][], mode: unknown): unknown[][] {
  return answer(() => {
    const { tiers: rows, hasBase, plan } = readTiers(tiers, mode);
    const amount = readNumber(matrix(revenue)[0]?.[0], { argument: 'revenue' });
    const parts = tierBreakdown(plan.tiers, plan.mode, amount);
    if (parts.length === 0) return [['']];
    const reached = parts.at(-1)?.tier;
    return parts.map(({ tier, revenue: part, earned }) => {
      const { rate = 0, base = 0 } = rows[tier] ?? {};
      const cells = [tier + 1, yuanOf(part), rate, yuanOf(earned)];
      return hasBase ? [...cells, tier === reached ? base : 0] : cells;
    });
  });
}

/**
 * The next tier: where it begins, the revenue missing to it, and how much more pay reaching it brings.
 *
 * @customfunction NEXTTIER
 * @param revenue Revenue of one person and month, in 元: a value or a column (a row spills for each).
 * @param tiers Range of two or three columns without headers: from, rate, optional base pay; ascending.
 * @param mode "whole" (全额) or "marginal" (超额); never assumed.
 * @remarks What it brings is pay at the beginning of the next tier less pay now, base included: "¥1,000 short of
 * 20,000, which pays ¥1,100 more".
 * @returns Three columns in 元: beginning of the next tier, revenue missing, pay gained; "" in the last tier.
 * @example =NEXTTIER(19000, {0,0.1,2500;20000,0.15,2500;40000,0.2,3000}, "whole") //=> {20000,1000,1100}
 * @example =NEXTTIER({39999.99;40000}, {0,0.1,2500;20000,0.15,2500;40000,0.2,3000}, "whole") //=> {40000,0.01,2500;"","",""}
 */
export function nexttier(revenue: unknown[][], tiers: unknown[][], mode: unknown): unknown[][] {
  return answer(() => {
    const { plan } = readTiers(tiers, mode);
    const rows = matrix(revenue);
    return rows.map((cells, index) => {
      try {
        const place = rows.length === 1 ? {} : { row: index + 1, column: 1 };
        const next = untilNextTier(plan, readNumber(cells[0], { argument: 'revenue', ...place }));
        return next ? [next.from, yuanOf(next.missing), yuanOf(next.gain)] : ['', '', ''];
      } catch (error) {
        if (rows.length === 1) throw error;
        return [cellError(error), '', ''];
      }
    });
  });
}

/**
 * Commission of sales that are credited one after the other to one running total: what each adds to the pay on it.
 *
 * @customfunction RUNNINGPAY
 * @param sales Sales in 元, in the order in which they count: a column or a row.
 * @param tiers Range of two or three columns without headers: from, rate, optional base pay; ascending.
 * @param mode "whole" (全额) or "marginal" (超额); never assumed.
 * @remarks Where each sale is held against the tiers by itself instead, give the sales to COMMISSION. Base pay of the
 * first tier is not paid for a sale; where a sale reaches a tier with a higher base, the difference is part of what it
 * adds.
 * @returns What each sale adds, in 元, in the shape of sales.
 * @example =RUNNINGPAY({200;300;1500;1200;2000;4500}, {0,0.01;1000,0.02;3000,0.03;8000,0.05}, "marginal") //=> {2;3;25;26;60;169}
 * @example =COMMISSION({200;300;1500;1200;2000;4500}, {0,0.01;1000,0.02;3000,0.03;8000,0.05}, "marginal") //=> {2;3;20;14;30;95}
 */
export function runningpay(sales: unknown[][], tiers: unknown[][], mode: unknown): unknown[][] {
  return answer(() => {
    const { plan } = readTiers(tiers, mode);
    const range = matrix(sales);
    const single = range.length === 1 && range[0]?.length === 1;
    const amounts = range.flatMap((cells, row) =>
      cells.map((cell, column) => {
        const place = single ? {} : { row: row + 1, column: column + 1 };
        return readNumber(cell, { argument: 'sales', ...place });
      }),
    );
    const pays = payOnRunningTotal(plan, amounts).map(yuanOf);
    const width = range[0]?.length ?? 1;
    return range.map((_cells, row) => pays.slice(row * width, (row + 1) * width));
  });
}

/**
 * Pay by attainment of a quota: tiers begin at parts of the quota, so that revenue past 100% earns an accelerated rate.
 *
 * @customfunction QUOTAPAY
 * @param revenue Revenue of one person and month, in 元: a value or a range (the result spills). Blank is 0.
 * @param quota The person's quota in 元: a value or a range of the same shape.
 * @param tiers Two or three columns without headers: attainment from (1 or "100%"), rate, optional base; ascending.
 * @param mode "whole" (全额) or "marginal" (超额); never assumed.
 * @remarks "marginal" pays what lies past each part of the quota at its own rate (an accelerator); "whole" pays all
 * revenue at the rate of the attainment reached. Attainment is compared exactly, never as a rounded percentage.
 * @returns Pay in 元, to the 分. #N/A where the quota is blank, zero or negative.
 * @example =QUOTAPAY(120000, 100000, {0,0.05;1,0.08}, "marginal") //=> 6600
 * @example =QUOTAPAY({79999.99;80000}, 100000, {0,0;"80%",0.05;"100%",0.08}, "whole") //=> {0;4000}
 */
export function quotapay(
  revenue: unknown[][],
  quota: unknown[][],
  tiers: unknown[][],
  mode: unknown,
): unknown[][] {
  return answer(() => {
    const { ofQuota } = readTiers(tiers, mode);
    return computeEach([{ name: 'revenue' }, { name: 'quota' }], [revenue, quota], ([amount, target]) => {
      if (!target || target < 0) throw new DaybookError('quota-missing');
      return yuanOf(ofQuota(target).pay(amount ?? 0));
    });
  });
}
