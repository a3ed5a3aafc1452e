import { centsOf, type Cents } from '../money';
import { ratioCents, roundedTimes } from '../ratio';
import { settle } from './balances';
import { basePay } from './base';
import type { PayBook, View } from './book';
import { prorated } from './parts';
import type { PayAmount, PersonMonth } from './pay';
import { probationOf } from './probation';
import { spiffs } from './spiff';
import type { Cap, Draw, Guarantee } from './types';
import type { Variable } from './variable';

/** What a person owes of draws and guarantees. */
export interface Owed {
  readonly draw: Cents;
  readonly guarantee: Cents;
}

/**
 * A month of pay, in this order: what is earned (commission, accelerators, SPIFFs, override, clawback), its cap, its
 * guarantee, its draw; base pay; the cap and the guarantee of pay.
 */
export function payMonth(book: PayBook, variable: Variable, view: View, owed: Owed): PersonMonth {
  const { month, terms, days } = view;
  const commission = variable.commission(view, month);
  const override = variable.override(view, month);
  // The base is settled apart and stands first.
  const amounts = basePay(book, view, variable);
  const base = sumOf(amounts);
  for (const amount of commission.amounts) amounts.push(amount);
  amounts.push(...spiffs(book, view));
  if (override) amounts.push(override);
  amounts.push(...clawbacks(book, variable, view));
  const { cap, guarantee, draw } = terms.role;
  let { draw: drawOwed, guarantee: guaranteeOwed } = owed;
  if (cap?.on === 'commission') limit(amounts, cap, 'commission', base);
  if (guarantee?.on === 'commission') {
    guaranteeOwed = settled(amounts, 'guarantee', guarantee, view, guaranteeOwed, base);
  }
  if (draw) drawOwed = settled(amounts, 'draw', draw, view, drawOwed, base);
  if (cap?.on === 'pay') limit(amounts, cap, 'pay', 0);
  if (guarantee?.on === 'pay') {
    guaranteeOwed = settled(amounts, 'guarantee', guarantee, view, guaranteeOwed, 0);
  }
  const attainment = variable.attainment(view, month);
  let credited = 0;
  for (const { credit } of view.own) credited += credit.cents;
  return {
    person: view.person,
    month,
    role: terms.role.role,
    team: view.team,
    version: terms.version.name,
    days,
    probationMonth: probationOf(book, view)?.month ?? null,
    credited,
    basis: roundedTimes(commission.revenue, terms.factor),
    tier: commission.tier,
    quota: view.quota && ratioCents(view.quota),
    quotaRevenue: attainment?.revenue ?? null,
    met: attainment?.met ?? null,
    amounts,
    pay: sumOf(amounts),
    drawBalance: drawOwed,
    guaranteeBalance: guaranteeOwed,
    rows: view.rows,
  };
}

function sumOf(amounts: readonly PayAmount[]): Cents {
  let sum = 0;
  for (const { cents } of amounts) sum += cents;
  return sum;
}

/** Takes away what is beyond a cap. `apart` is what it does not look at. */
function limit(amounts: PayAmount[], { amount }: Cap, on: 'commission' | 'pay', apart: Cents): void {
  const [was, most] = [sumOf(amounts) - apart, centsOf(amount)];
  if (was <= most) return;
  amounts.push({ kind: 'cap', cents: most - was, rule: { code: 'cap', on, cap: most, was }, rows: [] });
}

/** Adds what a draw or guarantee pays or takes back; says what is owed afterwards. */
function settled(
  amounts: PayAmount[],
  kind: 'draw' | 'guarantee',
  { amount: yuan, recovery }: Draw | Guarantee,
  { terms, days }: View,
  owedBefore: Cents,
  apart: Cents,
): Cents {
  const full = centsOf(yuan);
  const amount = terms.version.proration === 'none' ? full : prorated(full, days.active, days.total);
  const earned = sumOf(amounts) - apart;
  const { paid, owed } = settle(earned, amount, owedBefore, recovery === 'recoverable');
  const rule = { code: kind, amount, earned, owedBefore, owedAfter: owed };
  if (paid !== earned) amounts.push({ kind, cents: paid - earned, rule, rows: [] });
  return owed;
}

/** What refunds booked in this month take back of the months in which their sales were paid. */
function clawbacks(book: PayBook, variable: Variable, view: View): PayAmount[] {
  const returned = book.returned.get(view.month);
  if (!returned) return [];
  const touched = [...returned].sort((a, b) => a - b);
  const first = touched[0] ?? view.month;
  const amounts: PayAmount[] = [];
  for (let month = first; month < view.month; month++) {
    const earlier = book.view(view.person, month);
    // On a running total a refund changes the months after its sale too.
    if (!earlier || !(touched.includes(month) || isToDate(earlier))) continue;
    const was = variable.worth(earlier, view.month - 1);
    const is = variable.worth(earlier, view.month);
    if (was === is) continue;
    const own = view.refunds.filter(({ sale }) => sale?.month === month);
    amounts.push({
      kind: 'clawback',
      cents: is - was,
      rule: {
        code: view.terms.version.clawback === 'recompute' ? 'clawback-recompute' : 'clawback-rate',
        month,
        was,
        is,
      },
      rows: own.map(({ line }) => line.row),
    });
  }
  return amounts;
}

function isToDate({ terms }: View): boolean {
  const { credit } = terms.role;
  return credit === 'quarter-to-date' || credit === 'year-to-date';
}
