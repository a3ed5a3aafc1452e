import { monthNumber, monthNumberStart } from '../../domain/dates';
import { overlapsOf, type Overlap } from '../../domain/visits/overlap';
import type { Problem, TableReading } from '../../reading/types';
import { columnOf } from '../columns';
import { onceFor } from '../once';
import type { BuildRequest } from '../types';
import { farOffFindings, newestDay, type NewestDay } from '../visits/as-of';
import { knownCustomers, type KnownCustomer } from '../visits/customers';
import { defaultCadences, OTHER_CLASS, visitRules, type VisitRules } from '../visits/rules';
import { whyNoVisits } from '../visits/refusal';
import { readVisits, type ReadVisits, type Visit } from '../visits/visits';
import { diaryTexts } from './context';
import type { ReviewLine } from './review-sheet';

/** What a request comes to, for looking at it before and for building it. */
export interface Digest {
  readonly tables: readonly TableReading[];
  readonly read: ReadVisits;
  readonly newest: NewestDay | null;
  /** Serial that the build speaks of; 0 where nothing says a day. */
  readonly asOf: number;
  readonly customers: readonly KnownCustomer[];
  readonly rules: VisitRules;
  /** Who visited, most visits first. */
  readonly people: readonly string[];
  /** Who owes something, most first. */
  readonly owners: readonly string[];
  readonly purposes: readonly string[];
  readonly departments: readonly string[];
  readonly overlaps: readonly Overlap[];
  readonly review: readonly ReviewLine[];
  readonly open: number;
  readonly findings: readonly Problem[];
}

export interface Refused {
  readonly refusal: Problem;
  readonly findings: readonly Problem[];
}

/** Names that a list or a table offers; more would be no help. */
const MOST_PEOPLE = 120;
const MOST_WORDS = 40;
const MOST_OWNERS = 40;
const REVIEW_MONTHS = 12;

export const digestOf = onceFor(digest, ({ locale, names }) =>
  names.sheet('rules-visits', diaryTexts(locale).sheets['rules-visits'].name),
);

function digest(request: BuildRequest): Digest | Refused {
  const { source, companions, locale } = request;
  const t = diaryTexts(locale);
  const tables = source ? [source, ...(companions['more'] ?? []).filter((table) => table !== source)] : [];
  if (source) {
    const { sheet } = source;
    const why = whyNoVisits(source);
    if (why !== null) return refuse(why, { sheet });
  }
  const read = readVisits(tables);
  const { visits } = read;
  if (source && visits.length === 0) {
    return {
      ...refuse('no-usable-visits', { sheet: source.sheet, rows: source.rows.length }),
      findings: read.findings,
    };
  }
  const newest = newestDay(visits.map(({ date }) => date));
  const asOf = request.asOf ?? newest?.day ?? 0;
  const known = knownCustomers(companions['customers'] ?? [], visits, asOf);
  const classes = mostOf(known.customers, (customer) => customer.class, MOST_WORDS).sort();
  const rules = visitRules(
    request.rules,
    defaultCadences(source ? classes : t.blankClasses, OTHER_CLASS[locale]),
    request.names.sheet('rules-visits', t.sheets['rules-visits'].name),
  );
  const overlaps = overlapsOf(
    {
      customers: visits.map(({ customer }) => customer),
      people: visits.map(({ person }) => person),
      dates: visits.map(({ date }) => date),
    },
    rules.settings['overlap-days'],
  );
  // What was settled after the day asked about was open then.
  const until =
    asOf === 0 || (request.asOf === null && request.options['as-of'] === 'today') ? Infinity : asOf;
  const isOpen = ({ item, closed }: Visit): boolean =>
    item !== null && (closed === null || (typeof closed === 'number' && closed > until));
  const open = visits.filter(isOpen);
  const dated = tables.map((table) => ({ table, column: columnOf(table, ['date']) }));
  return {
    tables,
    read,
    newest,
    asOf,
    customers: known.customers,
    rules,
    people: mostOf(visits, ({ person }) => person, MOST_PEOPLE),
    owners: mostOf(
      visits,
      ({ item, texts, person }) => (item === null ? null : (texts.owner ?? person)),
      MOST_OWNERS,
    ),
    purposes: withDefaults(
      mostOf(visits, ({ texts }) => texts.purpose, MOST_WORDS),
      t.purposes,
    ),
    departments: withDefaults(
      mostOf(visits, ({ texts }) => texts.department, MOST_WORDS),
      source ? [] : t.departments,
    ),
    overlaps,
    review: reviewLines(visits, asOf),
    open: open.length,
    findings: [
      ...read.findings,
      ...known.findings,
      ...rules.problems,
      ...farOffFindings('day-far-off', newest, dated),
      ...(source && !read.filled.items ? [note('no-follow-up-columns', { sheet: source.sheet })] : []),
    ],
  };
}

function refuse(code: string, details: Problem['details']): Refused {
  return { refusal: { code, details, severity: 'warning' }, findings: [] };
}

function note(code: string, details: Problem['details']): Problem {
  return { code, details, severity: 'note' };
}

/** Different names, the most frequent first; names that differ in upper and lower case are one. */
function mostOf<Item>(items: readonly Item[], nameOf: (item: Item) => string | null, most: number): string[] {
  const spellings = new Map<string, number>();
  for (const item of items) {
    const name = nameOf(item);
    if (name !== null) spellings.set(name, (spellings.get(name) ?? 0) + 1);
  }
  // Each spelling is made small once, not each of a hundred thousand names.
  const counts = new Map<string, { name: string; count: number }>();
  for (const [name, count] of spellings) {
    const known = counts.get(name.toLowerCase());
    if (known) known.count += count;
    else counts.set(name.toLowerCase(), { name, count });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ name }) => name);
}

function withDefaults(found: readonly string[], defaults: readonly string[]): string[] {
  const known = new Set(found.map((name) => name.toLowerCase()));
  return [...found, ...defaults.filter((name) => !known.has(name.toLowerCase()))];
}

/** A line for everybody who visited in a month, for the last months up to the day asked about. */
function reviewLines(visits: readonly Visit[], asOf: number): ReviewLine[] {
  const last = monthNumber(asOf);
  const seen = new Map<number, Set<string>>();
  const lines = new Map<string, { month: number; person: string }>();
  for (const { date, person } of visits) {
    if (date === null || person === null) continue;
    const month = monthNumber(date);
    if (month > last || month <= last - REVIEW_MONTHS) continue;
    const people = seen.get(month) ?? new Set<string>();
    if (people.has(person)) continue;
    seen.set(month, people.add(person));
    const key = `${month}/${person.toLowerCase()}`;
    if (!lines.has(key)) lines.set(key, { month, person });
  }
  return [...lines.values()]
    .sort((a, b) => a.month - b.month || (a.person < b.person ? -1 : 1))
    .map(({ month, person }) => ({ month: monthNumberStart(month), person }));
}
