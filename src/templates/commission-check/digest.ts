import { workCalendar } from '../../domain/calendar/calendar';
import { ByMonth } from '../../domain/commission-check/by-month';
import { bunchingFlags } from '../../domain/commission-check/bunching';
import { checkRows, type CheckedRow } from '../../domain/commission-check/check';
import { expectedMonths, ladderOf } from '../../domain/commission-check/expected';
import { orderFlags, sheetFlags, type Flag } from '../../domain/commission-check/flags';
import type { ExpectedMonths } from '../../domain/commission-check/months';
import type { PayRequest } from '../../domain/commission/book';
import { checkPlan } from '../../domain/commission/check-plan';
import { openChoices } from '../../domain/commission/choices';
import { computePay, type PayRun } from '../../domain/commission/compute';
import type { Member, SalesLine } from '../../domain/commission/facts';
import type { PayPlan } from '../../domain/commission/types';
import { monthNumber, monthNumbers, monthNumberStart, monthStart } from '../../domain/dates';
import type { Locale } from '../../locales';
import type { Problem, TableReading } from '../../reading/types';
import { Names } from '../commission/names';
import { neededPlan } from '../commission/needed-plan';
import { readOrders, type OrderList } from '../commission/orders';
import { quotasOf, readTeam, type Team } from '../commission/team';
import { openRefusal, planRefusal, type ChosenPlan } from './plan';
import { readSubmission, sheetColumns, type SheetRow, type Submission } from './submitted';

/** What is checked, and by what. */
export interface CheckInput {
  readonly source: TableReading;
  readonly orders: readonly TableReading[];
  readonly team: TableReading | null;
  readonly chosen: ChosenPlan;
  /** The day that decides the month of rows for which nothing else does. */
  readonly asOf: number | null;
  /** Percent of a tier's beginning that count as just above it. */
  readonly near: number;
  readonly locale: Locale;
}

export interface Digest {
  readonly plan: PayPlan;
  readonly chosen: ChosenPlan;
  readonly submission: Submission;
  readonly orders: OrderList;
  readonly members: readonly Member[];
  readonly checked: readonly CheckedRow[];
  readonly months: ExpectedMonths;
  readonly flags: readonly Flag[];
  readonly findings: readonly Problem[];
}

export interface Refused {
  readonly refusal: Problem;
  readonly findings: readonly Problem[];
}

export function checkSheet(input: CheckInput): Digest | Refused {
  const { source, chosen, locale } = input;
  const { sheet } = source;
  const columns = sheetColumns(source);
  const refuse = (code: string, details: Problem['details'] = {}): Refused => ({
    refusal: { code, details: { sheet, ...details }, severity: 'warning' },
    findings: [],
  });
  if (!columns.person) return refuse('check-no-person-column');
  if (!columns.pay && !columns.commission) return refuse('check-no-amount-column');
  const names = new Names();
  // Roles are known only with the rows, and the event of the orders does not depend on them.
  const event = chosen.plan.versions.find((version) => version.event !== null)?.event ?? 'signed';
  const orders = readOrders(input.orders, event, names);
  const fallback = onlyMonthOf(orders) ?? (input.asOf === null ? null : monthStart(input.asOf));
  const dated = chosen.plan.versions.length > 1 || orders.lines.length > 0;
  const covered = new Set(orders.lines.map(({ date }) => monthNumber(date)));
  if (!columns.revenue && covered.size === 0) return refuse('check-no-revenue');
  const submission = withoutBasis(
    readSubmission(source, columns, names, fallback ?? (dated ? null : ANY_MONTH)),
    covered,
    source,
  );
  if (submission.rows.every(({ month }) => month === null)) return refuse('check-no-months');
  const team = readTeam(input.team, submission.rows, chosen.plan, names);
  const { members } = team;
  const first = submission.rows.reduce((least, { month }) => Math.min(least, month ?? Infinity), Infinity);
  const needed = (whole: PayPlan): PayPlan =>
    withoutStreaks(neededPlan(whole, members, names, monthNumber(first)));
  const plan = needed(chosen.plan);
  const bare = chosen.bare && needed(chosen.bare);
  const asked = new Set(bare === null ? [] : openChoices(bare).map(({ id }) => id));
  const [open] = openChoices(plan);
  if (open) return { refusal: openRefusal(open, chosen.name, locale), findings: chosen.problems };
  const wrong = checkPlan(plan).find(({ severity }) => severity === 'error');
  if (wrong) return { refusal: planRefusal(wrong, chosen.name, locale), findings: chosen.problems };

  const request = payRequest(plan, submission.rows, orders, covered, team);
  const run = computePay(request);
  const months = expectedMonths({
    request,
    run,
    isOrder: ({ row }) => row >= 0,
    covers: (month) => covered.has(month),
    keyOf: asItStands,
  });
  const checked = checkRows(submission.rows, months);
  return {
    plan,
    chosen: { ...chosen, answers: chosen.answers.filter(({ id }) => asked.has(id)) },
    submission,
    orders,
    members,
    checked,
    months,
    flags: [
      ...sheetFlags(submission.rows, checked, months, team.listed),
      ...orderFlags(orders.listed),
      ...bunchingFlags(months, orders.listed, input.near, (version, role) => ladderOf(plan, version, role)),
    ],
    findings: [
      ...chosen.problems,
      ...submission.findings,
      ...team.findings,
      ...orders.findings,
      ...notCovered(submission.rows, checked, run, source),
    ],
  };
}

/** What months running lead to decides no row. */
function withoutStreaks(plan: PayPlan): PayPlan {
  const versions = plan.versions.map((version) => ({
    ...version,
    roles: version.roles.map((role) => ({ ...role, streaks: [] })),
  }));
  return { ...plan, versions };
}

/** A row without revenue in a month without orders has nothing to be compared with: it is not taken for a zero. */
function withoutBasis(
  submission: Submission,
  covered: ReadonlySet<number>,
  source: TableReading,
): Submission {
  const findings: Problem[] = [];
  if (submission.rows.every(({ stated }) => stated.revenue !== null)) return submission;
  const rows = submission.rows.map((row): SheetRow => {
    const { person, month, stated, at } = row;
    if (person === null || month === null || stated.revenue !== null || covered.has(monthNumber(month)))
      return row;
    const column = submission.columns.revenue?.column;
    const place = column === undefined ? {} : { column };
    const code = 'check-row-without-revenue';
    findings.push({ code, row: source.rows[at[0] ?? 0], ...place, details: {}, severity: 'warning' });
    return { ...row, stated: { ...stated, base: null, commission: null, pay: null } };
  });
  return { ...submission, rows, findings: [...submission.findings, ...findings] };
}

/** Names have one spelling by now. */
function asItStands(name: string): string {
  return name;
}

/** A month to reckon in where the plan is the same in every month. */
const ANY_MONTH = monthNumberStart(2000 * 12);

export function isAnyMonth(month: number): boolean {
  return month === ANY_MONTH;
}

function onlyMonthOf({ lines }: OrderList): number | null {
  const months = new Set(lines.map(({ date }) => monthStart(date)));
  return months.size === 1 ? ([...months][0] ?? null) : null;
}

function payRequest(
  plan: PayPlan,
  rows: readonly SheetRow[],
  orders: OrderList,
  covered: ReadonlySet<number>,
  team: Team,
): PayRequest {
  let [from, to] = [Infinity, -Infinity];
  const stated: SalesLine[] = [];
  const seen = new ByMonth<true>();
  const monthOf = monthNumbers();
  rows.forEach(({ person, month, stated: { revenue } }, index) => {
    if (person === null || month === null) return;
    const number = monthOf(month);
    from = Math.min(from, number);
    to = Math.max(to, number);
    // A row that stands twice still is one month's revenue.
    if (covered.has(number) || seen.get(person, number)) return;
    seen.set(person, number, true);
    stated.push({
      row: -1 - index,
      date: month,
      person,
      amount: revenue ?? 0,
      order: null,
      refundOf: null,
      product: null,
      quantity: null,
      shares: [],
    });
  });
  return {
    plan,
    lines: [...orders.lines, ...stated],
    members: team.members,
    quotas: quotasOf(team.targets, from, to),
    balances: [],
    months: { from, to },
    calendar: workCalendar(),
  };
}

/** Why rows could not be compared, each once. */
function notCovered(
  rows: readonly SheetRow[],
  checked: readonly CheckedRow[],
  run: PayRun,
  source: TableReading,
): Problem[] {
  const reasons = new Map(run.findings.map((finding) => [finding.person, finding.code]));
  return checked.flatMap(({ verdict }, index): Problem[] => {
    const row = rows[index];
    if (verdict !== 'not-covered' || !row || row.person === null || row.month === null) return [];
    const reason = reasons.get(row.person) ?? 'person-unknown';
    return [
      {
        code: `check-${reason}`,
        row: source.rows[row.at[0] ?? 0],
        details: { person: row.person },
        severity: 'warning',
      },
    ];
  });
}
