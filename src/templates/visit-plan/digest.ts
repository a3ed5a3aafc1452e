import { addMonths, monthStart } from '../../domain/dates';
import { periodOf } from '../../domain/visits/cadence';
import { planVisits, type PlanCustomer, type VisitPlan } from '../../domain/visits/plan';
import type { Problem } from '../../reading/types';
import { columnOf } from '../columns';
import type { BuildRequest } from '../types';
import { farOffFindings, newestDay } from '../visits/as-of';
import { knownCustomers } from '../visits/customers';
import { cadenceFor, defaultCadences, OTHER_CLASS, visitRules, type VisitRules } from '../visits/rules';
import { whyNoVisits } from '../visits/refusal';
import { readVisits, type Visit } from '../visits/visits';
import { chinaHolidays, workRules, type WorkRules } from '../work-calendar/rules';
import { calendarSheetName } from '../work-calendar/sheet';
import { planTexts } from './context';

/** First and last day of what is planned. */
export type Span = readonly [from: number, to: number];

export interface Digest {
  readonly plan: VisitPlan;
  readonly rules: VisitRules;
  readonly work: WorkRules;
  /** null where nothing says a day. */
  readonly asOf: number | null;
  readonly span: Span | null;
  readonly days: readonly number[];
  readonly customers: number;
  readonly people: readonly string[];
  /** What is owed to each customer, by name in lower case. */
  readonly owed: ReadonlyMap<string, Owed>;
  /** Classes by customer. */
  readonly classes: ReadonlyMap<string, string>;
  readonly sheets: readonly string[];
  readonly findings: readonly Problem[];
}

export interface Owed {
  readonly text: string;
  readonly due: number;
}

export interface Refused {
  readonly refusal: Problem;
  readonly findings: readonly Problem[];
}

/** Next week, or next month, of the day asked about. */
export function spanAfter(asOf: number, span: string): Span {
  if (span === 'month') {
    const from = addMonths(monthStart(asOf), 1);
    return [from, addMonths(from, 1) - 1];
  }
  const [, sunday] = periodOf(asOf, 'week');
  return [sunday + 1, sunday + 7];
}

export function digestOf(request: BuildRequest): Digest | Refused {
  const { source, companions, locale, names, options } = request;
  const t = planTexts(locale);
  if (source) {
    const { sheet } = source;
    const why = whyNoVisits(source);
    if (why !== null) return refuse(why, { sheet });
  }
  const tables = source ? [source, ...(companions['more'] ?? []).filter((table) => table !== source)] : [];
  const { visits, findings } = readVisits(tables);
  const newest = newestDay(visits.map(({ date }) => date));
  const asOf = request.asOf ?? newest?.day ?? null;
  const dated = tables.map((table) => ({ table, column: columnOf(table, ['date']) }));
  if (source && asOf === null) {
    return { ...refuse('no-usable-visits', { sheet: source.sheet, rows: source.rows.length }), findings };
  }
  const known = knownCustomers(companions['customers'] ?? [], visits, asOf ?? 0);
  const classes = [
    ...new Set(known.customers.flatMap((each) => (each.class === null ? [] : [each.class]))),
  ].sort();
  const rules = visitRules(
    request.rules,
    defaultCadences(source ? classes : t.blankClasses, OTHER_CLASS[locale]),
    names.sheet('rules-plan', t.sheets['rules-plan'].name),
  );
  const work = workRules(
    request.rules,
    calendarSheetName(locale, names),
    options['holidays'] === 'none' ? [] : chinaHolidays(locale),
  );
  const span = asOf === null ? null : spanAfter(asOf, options['span'] ?? 'week');
  const days = span ? workdays(work, span) : [];
  const owed = owedOf(visits, rules.settings['follow-up-days']);
  const customers = known.customers.map((customer): PlanCustomer => ({
    customer: customer.name,
    person: customer.person ?? '',
    region: customer.region,
    cadence: cadenceFor(rules, customer.class),
    last: customer.last,
    owed: owed.get(customer.name.toLowerCase())?.due ?? null,
  }));
  const plan = planVisits(customers, { days, perDay: Math.max(1, Math.floor(rules.settings['per-day'])) });
  return {
    plan,
    rules,
    work,
    asOf,
    span,
    days,
    customers: customers.length,
    people: [...new Set(customers.map(({ person }) => person))].filter((person) => person !== ''),
    owed,
    classes: new Map(
      known.customers.flatMap((each) => (each.class === null ? [] : [[each.name, each.class]])),
    ),
    sheets: tables.map(({ sheet }) => sheet),
    findings: [
      ...findings,
      ...known.findings,
      ...rules.problems,
      ...work.problems,
      ...(request.asOf === null ? farOffFindings('day-far-off', newest, dated) : []),
      ...(plan.left.length > 0 ? [leftFinding(plan.left.length)] : []),
    ],
  };
}

function leftFinding(customers: number): Problem {
  return { code: 'plan-no-room', details: { customers }, severity: 'warning' };
}

function refuse(code: string, details: Problem['details']): Refused {
  return { refusal: { code, details, severity: 'warning' }, findings: [] };
}

function workdays({ calendar }: WorkRules, [from, to]: Span): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((day) =>
    calendar.isWorkday(day),
  );
}

/** The open item of each customer that is due first. */
function owedOf(visits: readonly Visit[], limit: number): Map<string, Owed> {
  const owed = new Map<string, Owed>();
  for (const { customer, item, closed, date, dates } of visits) {
    if (customer === null || item === null || closed !== null || date === null) continue;
    const due = dates.due ?? date + limit;
    const known = owed.get(customer.toLowerCase());
    if (!known || due < known.due) owed.set(customer.toLowerCase(), { text: item, due });
  }
  return owed;
}
