import { centsOf, type Cents } from '../money';
import { ratio, ratioCents, rounded, times } from '../ratio';
import { settle } from './balances';
import { basePay } from './base';
import { keyOf, type PayBook, type View } from './book';
import { prorated } from './parts';
import type { PayAmount, PersonMonth } from './pay';
import { probationOf } from './probation';
import { spiffs } from './spiff';
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
  const amounts: PayAmount[] = [
    ...commission.amounts,
    ...spiffs(book, view),
    ...(override ? [override] : []),
    ...clawbacks(book, variable, view),
  ];
  let { draw: drawOwed, guarantee: guaranteeOwed } = owed;
  const { cap, guarantee, draw } = terms.role;
  const partOfMonth = (yuan: number) => {
    const cents = centsOf(yuan);
    return terms.version.proration === 'none' ? cents : prorated(cents, days.active, days.total);
  };
  const limit = (on: 'commission' | 'pay') => {
    const was = sumOf(amounts);
    if (cap?.on !== on || was <= centsOf(cap.amount)) return;
    const most = centsOf(cap.amount);
    amounts.push({ kind: 'cap', cents: most - was, rule: { code: 'cap', on, cap: most, was }, rows: [] });
  };
  const guaranteeOf = (on: 'commission' | 'pay') => {
    if (guarantee?.on !== on) return;
    const amount = partOfMonth(guarantee.amount);
    guaranteeOwed = pushSettled(amounts, 'guarantee', amount, guaranteeOwed, guarantee.recovery);
  };
  limit('commission');
  guaranteeOf('commission');
  if (draw) drawOwed = pushSettled(amounts, 'draw', partOfMonth(draw.amount), drawOwed, draw.recovery);
  amounts.unshift(...basePay(book, view, (each) => variable.baseTier(view, each)));
  limit('pay');
  guaranteeOf('pay');
  const attainment = variable.attainment(view, month);
  const own = book.creditsOf(view, 'own');
  return {
    person: view.person,
    month,
    role: terms.role.role,
    team: view.team,
    version: terms.version.name,
    days,
    probationMonth: probationOf(book, view)?.month ?? null,
    credited: own.reduce((sum, { credit }) => sum + credit.cents, 0),
    basis: rounded(times(ratio(BigInt(commission.revenue)), terms.factor)),
    tier: commission.tier,
    quota: view.quota && ratioCents(view.quota),
    quotaRevenue: attainment?.revenue ?? null,
    met: attainment?.met ?? null,
    amounts,
    pay: sumOf(amounts),
    drawBalance: drawOwed,
    guaranteeBalance: guaranteeOwed,
    rows: own.map(({ credit }) => credit.line.row),
  };
}

function sumOf(amounts: readonly PayAmount[]): Cents {
  return amounts.reduce((sum, { cents }) => sum + cents, 0);
}

/** Adds what a draw or guarantee pays or takes back; says what is owed afterwards. */
function pushSettled(
  amounts: PayAmount[],
  kind: 'draw' | 'guarantee',
  amount: Cents,
  owedBefore: Cents,
  recovery: 'recoverable' | 'not-recoverable' | null,
): Cents {
  const earned = sumOf(amounts);
  const { paid, owed } = settle(earned, amount, owedBefore, recovery === 'recoverable');
  const rule = { code: kind, amount, earned, owedBefore, owedAfter: owed };
  if (paid !== earned) amounts.push({ kind, cents: paid - earned, rule, rows: [] });
  return owed;
}

/** What refunds booked in this month take back of the months in which their sales were paid. */
function clawbacks(book: PayBook, variable: Variable, view: View): PayAmount[] {
  const touched = [...(book.returned.get(view.month) ?? [])].sort((a, b) => a - b);
  const first = touched[0];
  if (first === undefined) return [];
  const refunds = book.refunds.get(keyOf(view.person, view.month)) ?? [];
  const amounts: PayAmount[] = [];
  for (let month = first; month < view.month; month++) {
    const earlier = book.view(view.person, month);
    // On a running total a refund changes the months after its sale too.
    if (!earlier || !(touched.includes(month) || isToDate(earlier))) continue;
    const was = variable.worth(earlier, view.month - 1);
    const is = variable.worth(earlier, view.month);
    if (was === is) continue;
    const own = refunds.filter(({ sale }) => sale?.month === month);
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
