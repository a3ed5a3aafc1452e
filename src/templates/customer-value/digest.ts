import { customerLedger, newestMonths, type CustomerFigures } from '../../domain/customers/ledger';
import { classifyAbc } from '../../domain/customers/abc';
import { addMonths, dateOf, monthNumber, monthNumberStart, monthStart } from '../../domain/dates';
import { DaybookError } from '../../domain/errors';
import { yuanOf, type Cents } from '../../domain/money';
import type { Field, Problem, TableReading } from '../../reading/types';
import { columnOf, textAt } from '../columns';
import { customerNames, entriesRefusal, entryColumns, readEntries, type Entries } from '../records/entries';
import { sourceOf } from '../sources';
import type { BuildRequest } from '../types';
import { DECADE, newestDay } from '../visits/as-of';
import { SPANS, type SpanChoice } from './entry';
import { readValueRules, type ValueRules } from './rules';
import { valueTexts } from './texts';

/** Months that the customers' table lists at most; earlier ones are one column. */
const MOST_MONTHS = 36;
/** Before this day a month is not over, so it is not compared with whole months. */
const MONTH_OVER = 25;

export interface CustomerRow {
  readonly name: string;
  /** Unique, the same for every spelling of the name. */
  readonly key: string;
  /** By amount of the span, 1 for the largest; equal amounts in order of their names' first appearance. */
  readonly rank: number;
  readonly cents: Cents;
  /** What the customers with larger amounts make together. */
  readonly larger: Cents;
  readonly orderDays: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly lastVisit: number | null;
  readonly monthCents: readonly Cents[];
  readonly earlierCents: Cents;
  readonly person: string | null;
  readonly group: string | null;
  readonly facts: Readonly<Partial<Record<Fact, string | number>>>;
}

/** What of a customers' list goes into the customer file. */
export const FACTS = ['contact', 'phone', 'address', 'contract_end'] as const satisfies readonly Field[];
export type Fact = (typeof FACTS)[number];

export interface Digest {
  readonly entries: Entries;
  readonly asOf: number;
  readonly rows: readonly CustomerRow[];
  /** Serials of first days. */
  readonly months: readonly number[];
  /** Index in months from which the span's amounts count; what is earlier counts only where `earlier`. */
  readonly spanFrom: number;
  readonly earlier: boolean;
  /** The last three whole months and the three before, as indexes into months; to is exclusive. */
  readonly recent: readonly [from: number, to: number];
  readonly previous: readonly [from: number, to: number];
  readonly totalCents: Cents;
  readonly hasVisits: boolean;
  readonly hasGroups: boolean;
  readonly facts: readonly Fact[];
  readonly rules: ValueRules;
  readonly findings: readonly Problem[];
}

export type Refusal = { readonly refusal: Problem; readonly findings: readonly Problem[] };

export function digestOf(request: BuildRequest): Digest | Refusal {
  const source = sourceOf(request);
  const columns = entryColumns(source);
  const refusal = entriesRefusal(source, columns);
  if (refusal) return { refusal, findings: [] };
  const entries = readEntries(source, columns);
  const newest = newestDay(entries.dates, DECADE);
  const refuse = (code: string): Refusal => ({
    refusal: { code, details: { sheet: source.sheet, rows: source.rows.length }, severity: 'warning' },
    findings: entries.findings,
  });
  if (newest === null) return refuse('no-usable-rows');
  try {
    return digest(request, source, entries, request.asOf ?? newest.day);
  } catch (error) {
    const known = ['money-too-large', 'dates-too-far-apart'];
    if (error instanceof DaybookError && known.includes(error.code)) {
      return {
        refusal: {
          code: error.code,
          details: { sheet: source.sheet, ...error.details },
          severity: 'warning',
        },
        findings: entries.findings,
      };
    }
    throw error;
  }
}

function digest(
  request: BuildRequest,
  source: TableReading,
  entries: Entries,
  asOf: number,
): Digest | Refusal {
  const counted = entries.dates.map((date) => date <= asOf);
  const later = counted.filter((counts) => !counts).length;
  const ledger = customerLedger(onlyWhere(entries, counted));
  if (ledger.customers.length === 0) {
    const details = { sheet: source.sheet, rows: source.rows.length };
    return {
      refusal: { code: 'no-usable-rows', details, severity: 'warning' },
      findings: entries.findings,
    };
  }
  const months = newestMonths(ledger.months, asOf, MOST_MONTHS);
  const span = spanOf(request, asOf, months);
  const earlier = span.choice === 'all' && months.length < ledger.months.length;
  const inSpan = entries.dates.map((date) => date <= asOf && (earlier || date >= span.from));
  const spanned = customerLedger(onlyWhere(entries, inSpan));
  const rows = rowsOf(request, entries, ledger, spanned.customers, months);
  const amounts = rows.map(({ cents }) => yuanOf(cents));
  const spanMonths = Math.max(1, months.length - span.index);
  const t = valueTexts(request.locale);
  const rules = readValueRules(
    request.rules,
    { orderDays: rows.map(({ orderDays }) => orderDays), amounts },
    amounts.map((amount) => amount / spanMonths),
    t.bandNames,
  );
  const over = !entries.columns.daily || dateOf(asOf).day >= MONTH_OVER;
  const recentTo = Math.max(0, months.length - (over ? 0 : 1));
  const recentFrom = Math.max(0, recentTo - 3);
  const list = request.companions['customers']?.[0] ?? null;
  const findings = [...entries.findings, ...rules.problems];
  const note = (code: string, details: Problem['details']): void => {
    findings.push({ code, details, severity: code === 'customers-without-entries' ? 'note' : 'warning' });
  };
  if (later > 0) note('entries-after-as-of', { rows: later });
  const without = list ? listedWithout(list, rows) : 0;
  if (without > 0) note('customers-without-entries', { sheet: list?.sheet ?? '', customers: without });
  return {
    entries,
    asOf,
    rows,
    months,
    spanFrom: span.index,
    earlier,
    recent: [recentFrom, recentTo],
    previous: [Math.max(0, recentFrom - 3), recentFrom],
    totalCents: rows.reduce((sum, { cents }) => sum + cents, 0),
    hasVisits: (request.companions['visits'] ?? []).length > 0,
    hasGroups: rows.some(({ group }) => group !== null),
    facts: FACTS.filter((fact) => list !== null && columnOf(list, [fact]) !== null),
    rules,
    findings,
  };
}

function onlyWhere({ customers, dates, amounts }: Entries, kept: readonly boolean[]) {
  return kept.every(Boolean)
    ? { customers, dates, amounts }
    : {
        customers: customers.filter((_, i) => kept[i]),
        dates: dates.filter((_, i) => kept[i]),
        amounts: amounts.filter((_, i) => kept[i]),
      };
}

function spanOf(
  { options }: BuildRequest,
  asOf: number,
  months: readonly number[],
): { choice: SpanChoice; from: number; index: number } {
  const choice = SPANS.find((span) => span === options['span']) ?? 'twelve-months';
  const first = months[0] ?? monthStart(asOf);
  const wanted = {
    'twelve-months': addMonths(monthStart(asOf), -11),
    'year-to-date': monthNumberStart(Math.floor(monthNumber(asOf) / 12) * 12),
    all: first,
  }[choice];
  const from = Math.max(first, wanted);
  return { choice, from, index: Math.max(0, months.indexOf(from)) };
}

function rowsOf(
  request: BuildRequest,
  entries: Entries,
  ledger: ReturnType<typeof customerLedger>,
  spanned: readonly CustomerFigures[],
  months: readonly number[],
): CustomerRow[] {
  const inSpan = new Map(spanned.map((customer) => [keyOf(customer.name), customer]));
  const persons = newestText(entries, entries.persons);
  const grades = newestText(entries, entries.grades);
  const list = listFacts(request.companions['customers']?.[0] ?? null);
  const visits = lastVisits(request.companions['visits'] ?? []);
  const skipped = ledger.months.length - months.length;
  const figures = ledger.customers.map((customer) => ({
    ...customer,
    key: keyOf(customer.name),
    spanCents: inSpan.get(keyOf(customer.name))?.cents ?? 0,
  }));
  figures.sort((a, b) => b.spanCents - a.spanCents);
  const { before } = classifyAbc(figures.map(({ spanCents }) => spanCents));
  return figures.map((customer, index): CustomerRow => {
    const { key } = customer;
    const listed = list.get(key);
    return {
      name: customer.name,
      key,
      rank: index + 1,
      cents: customer.spanCents,
      larger: before[index] ?? 0,
      orderDays: inSpan.get(key)?.orderDays ?? 0,
      first: customer.first,
      last: customer.last,
      lastVisit: visits.get(key) ?? null,
      monthCents: customer.monthCents.slice(skipped),
      earlierCents: customer.monthCents.slice(0, skipped).reduce((sum, cents) => sum + cents, 0),
      person: listed?.person ?? persons.get(key) ?? null,
      group: listed?.group ?? grades.get(key) ?? null,
      facts: listed?.facts ?? {},
    };
  });
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

/** What the newest entry of each customer says in a column. */
function newestText({ customers, dates }: Entries, column: readonly (string | null)[]): Map<string, string> {
  const newest = new Map<string, { date: number; text: string }>();
  customers.forEach((customer, i) => {
    const text = column[i] ?? null;
    const date = dates[i] ?? 0;
    if (text === null) return;
    const key = keyOf(customer);
    const known = newest.get(key);
    if (!known || date >= known.date) newest.set(key, { date, text });
  });
  return new Map([...newest].map(([key, { text }]) => [key, text]));
}

interface ListFacts {
  readonly person: string | null;
  readonly group: string | null;
  readonly facts: CustomerRow['facts'];
}

function listFacts(list: TableReading | null): Map<string, ListFacts> {
  const found = new Map<string, ListFacts>();
  if (!list) return found;
  const customer = columnOf(list, ['customer', 'customer_id']);
  const person = columnOf(list, ['person', 'owner']);
  const group = columnOf(list, ['segment', 'industry', 'class', 'region']);
  const facts = FACTS.map((fact) => [fact, columnOf(list, [fact])] as const);
  list.rows.forEach((_, index) => {
    const name = textAt(customer, index);
    if (name === null || found.has(keyOf(name))) return;
    const values = facts.flatMap(([fact, column]) => {
      const value = column?.values[index] ?? null;
      return value === null || typeof value === 'boolean' ? [] : [[fact, value] as const];
    });
    found.set(keyOf(name), {
      person: textAt(person, index),
      group: textAt(group, index),
      facts: Object.fromEntries(values),
    });
  });
  return found;
}

function lastVisits(diaries: readonly TableReading[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const diary of diaries) {
    const date = columnOf(diary, ['date']);
    const names = customerNames(diary, { customer: columnOf(diary, ['customer', 'customer_id']), id: null });
    names.forEach((name, index) => {
      const day = date?.values[index];
      if (name === null || typeof day !== 'number') return;
      last.set(keyOf(name), Math.max(last.get(keyOf(name)) ?? 0, Math.floor(day)));
    });
  }
  return last;
}

function listedWithout(list: TableReading, rows: readonly CustomerRow[]): number {
  const known = new Set(rows.map(({ key }) => key));
  return [...listFacts(list).keys()].filter((key) => !known.has(key)).length;
}
