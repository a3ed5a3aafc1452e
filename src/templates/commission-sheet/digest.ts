import { workCalendar } from '../../domain/calendar/calendar';
import { PayBook, type PayRequest } from '../../domain/commission/book';
import { checkPlan } from '../../domain/commission/check-plan';
import { openChoices } from '../../domain/commission/choices';
import { computePay, type PayRun } from '../../domain/commission/compute';
import type { SalesLine } from '../../domain/commission/facts';
import type { PayFinding } from '../../domain/commission/pay';
import type { PayPlan } from '../../domain/commission/types';
import { isSerial, monthNumber } from '../../domain/dates';
import { centsOf } from '../../domain/money';
import type { Problem, TableReading } from '../../reading/types';
import { columnOf, numberAt, textAt } from '../columns';
import { Names } from '../commission/names';
import { readOrders } from '../commission/orders';
import { neededPlan } from '../commission/needed-plan';
import { quotasOf, readTeam } from '../commission/team';
import { openProblem } from '../commission-plan';
import { planFromRules, type ReadPlan } from '../commission-plan/read';
import { cellAddress } from '../../domain/address';
import { sourceOf } from '../sources';
import { countedRows, type Counted } from './counted';
import { namesTwice, nobodysRows, unlistedPaid } from './doubts';
import type { BuildRequest } from '../types';

/** What a request comes to: the plan, what counts for whom in which month, and the pay. */

/** Months that the sheets show; balances and probations look further back. */
const MOST_MONTHS = 12;

export interface Digest {
  readonly read: ReadPlan;
  readonly plan: PayPlan;
  readonly run: PayRun;
  readonly counted: readonly Counted[];
  /** What everything is looked up in: terms day by day, teams, what counts before the first month shown. */
  readonly book: PayBook;
  /** People in the order of the sheets, and the months shown, oldest first. */
  readonly people: readonly string[];
  readonly months: readonly number[];
  /** The month that the sheet opens with. */
  readonly focus: number;
  /** Where each line was read, by its row number. */
  readonly places: readonly string[];
  readonly findings: readonly Problem[];
}

export interface Refused {
  readonly refusal: Problem;
  readonly findings: readonly Problem[];
}

export function digestOf(request: BuildRequest): Digest | Refused {
  const { rules, locale, companions, asOf } = request;
  const source = sourceOf(request);
  const refuse = (
    code: string,
    details: Problem['details'] = {},
    findings: readonly Problem[] = [],
  ): Refused => ({
    refusal: { code, details, severity: 'warning' },
    findings,
  });
  const read = planFromRules(rules, locale);
  if (!read) return refuse('pay-no-plan');
  const names = new Names();
  const team = companions['team']?.[0] ?? null;
  const { members, targets, findings: teamFindings } = readTeam(team, [], read.plan, names);
  const facts = factsOf(source, read.plan.versions[0]?.event ?? 'signed', names);
  const monthsOf = facts.lines.map(({ date }) => monthNumber(date));
  const first = monthsOf.reduce((least, month) => Math.min(least, month), Infinity);
  const newest = monthsOf.reduce((most, month) => Math.max(most, month), -Infinity);
  const plan = neededPlan(read.plan, members, names, first);
  const open = openChoices(plan).map((choice) => openProblem(choice, read.sheet, locale));
  if (open[0]) return { refusal: open[0], findings: [...open.slice(1), ...read.problems] };
  const wrong = checkPlan(plan).find(({ severity }) => severity === 'error');
  if (wrong) return refuse(wrong.code, wrong.details, read.problems);
  if (facts.lines.length === 0) return refuse('pay-no-rows', { sheet: source.sheet }, facts.findings);
  const last = asOf === null ? newest : Math.max(first, monthNumber(asOf));
  const payRequest: PayRequest = {
    plan,
    lines: facts.lines,
    members,
    quotas: quotasOf(targets, first, last),
    balances: [],
    months: { from: first, to: last },
    calendar: workCalendar(),
  };
  const run = computePay(payRequest);
  const book = new PayBook(payRequest);
  const from = Math.max(first, last - MOST_MONTHS + 1);
  const months = Array.from({ length: last - from + 1 }, (_, index) => from + index);
  const people = [...new Set(run.months.filter(({ month }) => month >= from).map(({ person }) => person))];
  if (people.length === 0) {
    return refuse('pay-nobody', { sheet: source.sheet }, [
      ...read.problems,
      ...facts.findings,
      ...runFindings(run, facts.places),
    ]);
  }
  return {
    read,
    plan,
    run,
    book,
    counted: countedRows(book, from, last, facts),
    people,
    months,
    focus: last,
    places: facts.places,
    findings: [
      ...read.problems,
      ...(team
        ? []
        : [{ code: 'pay-no-team', details: { role: plan.unlistedRole ?? '' }, severity: 'note' } as const]),
      ...teamFindings,
      ...namesTwice(team, members),
      ...unlistedPaid(team, members, run),
      ...facts.findings,
      ...runFindings(run, facts.places),
    ],
  };
}

interface Facts {
  readonly lines: readonly SalesLine[];
  readonly places: readonly string[];
  readonly customers: readonly (string | null)[];
  readonly findings: readonly Problem[];
}

function factsOf(source: TableReading, event: 'signed' | 'opened' | 'collected', names: Names): Facts {
  if (source.wideMonths) return wideFacts(source, names);
  const { lines, places, listed, findings } = readOrders([source], event, names);
  const customers = listed.map(({ customer }) => customer);
  return { lines, places, customers, findings: [...findings, ...nobodysRows(listed, places)] };
}

/** A column a month: each filled cell is what the row's person made in that month. */
function wideFacts(source: TableReading, names: Names): Facts {
  const person = columnOf(source, ['person', 'owner']);
  const customer = columnOf(source, ['customer', 'customer_id']);
  const months = source.columns.filter(({ period, total }) => period?.months === 1 && total !== true);
  const lines: SalesLine[] = [];
  const places: string[] = [];
  const customers: (string | null)[] = [];
  if (!person) return { lines, places, customers, findings: [missingPerson(source)] };
  source.rows.forEach((row, index) => {
    const name = textAt(person, index);
    if (name === null) return;
    for (const column of months) {
      const yuan = numberAt(column, index);
      const date = column.period?.start ?? -1;
      if (yuan === null || yuan === 0 || !isSerial(date)) continue;
      const place = `${source.sheet}!${cellAddress({ row, column: column.column })}`;
      lines.push({
        row: places.length,
        date,
        person: names.of(name),
        amount: centsOf(yuan),
        order: place,
        refundOf: null,
        product: null,
        quantity: null,
        shares: [],
      });
      places.push(place);
      customers.push(textAt(customer, index));
    }
  });
  return { lines, places, customers, findings: [] };
}

function missingPerson({ sheet }: TableReading): Problem {
  return { code: 'commission-orders-columns', details: { sheet }, severity: 'warning' };
}

function runFindings({ findings }: PayRun, places: readonly string[]): Problem[] {
  // A person who is not known is one finding, however many rows they have.
  const seen = new Map<string, { finding: PayFinding; rows: number }>();
  for (const finding of findings) {
    const key = `${finding.code}/${finding.person ?? ''}/${finding.code === 'negative-pay' ? finding.month : ''}`;
    const known = seen.get(key);
    if (known) known.rows++;
    else seen.set(key, { finding, rows: 1 });
  }
  return [...seen.values()].map(({ finding: { code, person, row, month }, rows }) => ({
    code: `pay-${code}`,
    details: {
      person: person ?? '',
      rows,
      cell: row === null ? '' : (places[row] ?? ''),
      year: Math.floor((month ?? 0) / 12),
      month: ((month ?? 0) % 12) + 1,
    },
    severity: 'warning',
  }));
}
