import { DaybookError } from '../errors';
import { PayBook, type PayRequest } from './book';
import { checkPlan } from './check-plan';
import { openChoices } from './choices';
import { payMonth, type Owed } from './month';
import type { PayFinding, PersonMonth, StreakOutcome } from './pay';
import { streakOutcomes } from './streaks';
import { Variable } from './variable';

export type { PayRequest } from './book';

export interface PayRun {
  /** By person in the order of the team list, then of the lines; then by month. */
  readonly months: readonly PersonMonth[];
  readonly streaks: readonly StreakOutcome[];
  readonly findings: readonly PayFinding[];
  /** What it was computed from. */
  readonly book: PayBook;
}

/**
 * The pay of every person and month. Exact: amounts are whole 分 and fractions, rounded half up where the plan says.
 * Throws `plan-open` where the plan leaves something open, or the first error that `checkPlan` finds in it.
 */
export function computePay(request: PayRequest): PayRun {
  const { plan, months, balances } = request;
  const open = openChoices(plan)[0];
  if (open) throw new DaybookError('plan-open', { choice: open.id, version: open.version, role: open.role });
  const error = checkPlan(plan).find(({ severity }) => severity === 'error');
  if (error) throw new DaybookError(error.code, error.details);
  const book = new PayBook(request);
  const variable = new Variable(book);
  const findings = [...book.findings].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const streaks: StreakOutcome[] = [];
  const hasStreaks = plan.versions.some(({ roles }) => roles.some((role) => role.streaks.length > 0));
  const opening = new Map(balances.map((balance) => [balance.person, balance]));
  const all: PersonMonth[] = [];
  for (const person of book.people) {
    let owed: Owed = opening.get(person) ?? { draw: 0, guarantee: 0 };
    const first = all.length;
    for (let month = months.from; month <= months.to; month++) {
      const view = book.view(person, month);
      if (!view) continue;
      const paid = payMonth(book, variable, view, owed);
      owed = { draw: paid.drawBalance, guarantee: paid.guaranteeBalance };
      all.push(paid);
      if (variable.lacksQuota(view))
        findings.push({ code: 'no-quota', row: null, person, month, details: {} });
      if (paid.pay < 0) {
        findings.push({ code: 'negative-pay', row: null, person, month, details: { pay: paid.pay } });
      }
    }
    if (hasStreaks) {
      const own = all.slice(first);
      streaks.push(...streakOutcomes(own, ({ month }) => book.view(person, month)?.terms.role.streaks ?? []));
    }
  }
  return { months: all, streaks, findings, book };
}
