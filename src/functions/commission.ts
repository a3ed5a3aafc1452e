import { commissionPlan, type CommissionMode, type CommissionPlan, type Tier } from '../domain/commission/tiers';
import { DaybookError } from '../domain/errors';
import { yuanOf } from '../domain/money';
import { computeEach, isBlank, matrix, readChoice, readNumber, type Matrix } from './arguments';
import { answer } from './errors';

const MODES: Readonly<Record<CommissionMode, readonly string[]>> = {
  whole: ['全额', '全额累进'],
  marginal: ['超额', '超额累进'],
};

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
    const plan = planOf(matrix(tiers), readChoice(mode, 'mode', MODES));
    return computeEach([{ name: 'revenue' }], [revenue], ([amount]) => yuanOf(plan.pay(amount ?? 0)));
  });
}

/** A column of formulas asks with the same tiers 50,000 times: the plan of the call before is kept. */
let kept: { readonly key: string; readonly plan: CommissionPlan } | null = null;

function planOf(tiers: Matrix, mode: CommissionMode): CommissionPlan {
  const key = JSON.stringify([mode, tiers]);
  if (kept?.key !== key) {
    const { rows, rowNumbers } = readTiers(tiers);
    kept = { key, plan: commissionPlan(rows, mode, (index) => rowNumbers[index] ?? 0) };
  }
  return kept.plan;
}

function readTiers(range: Matrix): { rows: Tier[]; rowNumbers: number[] } {
  const columns = range[0]?.length ?? 0;
  if (columns < 2 || columns > 3) throw new DaybookError('tiers-columns', { columns });
  const rows: Tier[] = [];
  const rowNumbers: number[] = [];
  range.forEach((cells, index) => {
    // A tier of zeros pays nothing; it is what a blank row looks like on the desktop.
    if (cells.every(isBlank)) return;
    const row = index + 1;
    const [from = 0, rate = 0, base] = cells.map((cell, column) =>
      readNumber(cell, { argument: 'tiers', row, column: column + 1 }),
    );
    rows.push({ from, rate, base });
    rowNumbers.push(row);
  });
  return { rows, rowNumbers };
}
