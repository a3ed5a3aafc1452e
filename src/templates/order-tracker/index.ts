import { isoDate } from '../../domain/dates';
import { trackOrder, type Order, type Tracking } from '../../domain/orders/tracking';
import { STAGES, type Stage } from '../../domain/orders/stages';
import { texts } from '../../locales';
import type { Plan } from '../../plan/types';
import type { Problem, TableReading } from '../../reading/types';
import { columnName } from '../columns';
import { asOfReference } from '../list-head';
import { onceFor } from '../once';
import { remarksOf } from '../remarks';
import type { BuildRequest, Preparation, Template } from '../types';
import { farOffFindings, newestDay } from '../visits/as-of';
import { calendarSheet, calendarSheetName } from '../work-calendar/sheet';
import { chinaHolidays, workRules, type WorkRules } from '../work-calendar/rules';
import { LATE_LEVELS, levelName, stageName, trackerTexts, type TrackerContext } from './context';
import { entry } from './entry';
import { readOrders, type SourceOrder, type SourceOrders } from './orders';
import { overviewSheet } from './overview';
import { trackerRules, type Meaning, type TrackerRules } from './rules';
import { rulesSheet, type StatusMeaning } from './rules-sheet';
import { orderColumns, stagesKept } from './source-columns';
import { meaningProposed, USUAL_STATUSES } from './statuses';
import { stageNumbers, trackerSheet } from './tracker-sheet';

const MOST_STATUSES = 60;
const MOST_PEOPLE = 15;

export const orderTracker: Template = { ...entry, prepare, build };

/** What a request comes to, for looking at it before and for building it. */
interface Digest {
  readonly orders: SourceOrders;
  readonly asOf: number | null;
  readonly rules: TrackerRules;
  readonly work: WorkRules;
  readonly statuses: readonly StatusMeaning[];
  readonly findings: readonly Problem[];
}

function tablesOf({ source, companions }: BuildRequest): readonly TableReading[] {
  return [...(source ? [source] : []), ...(companions['more-orders'] ?? [])];
}

function dateMeans({ options }: BuildRequest): Stage | null {
  return STAGES.find((stage) => stage === options['order-date']) ?? null;
}

const digestOf = onceFor(digest, ({ locale, names }) => calendarSheetName(locale, names));

function digest(request: BuildRequest): Digest {
  const orders = readOrders(tablesOf(request), dateMeans(request));
  const rules = trackerRules(request.rules);
  const work = workRules(
    request.rules,
    calendarSheetName(request.locale, request.names),
    defaultHolidays(request),
  );
  const newest = newestDay(datesOf(orders.orders));
  const statuses = statusMeanings(request, orders.orders, rules.meanings);
  const asOf = request.asOf ?? newest?.day ?? null;
  const findings = [...orders.findings, ...rules.problems, ...work.problems];
  const farOff = request.asOf === null ? farOffFindings('day-far-off', newest, datedColumns(request)) : [];
  return { orders, asOf, rules, work, statuses, findings: [...findings, ...farOff] };
}

function defaultHolidays({ options, locale }: BuildRequest) {
  return options['holidays'] === 'none' ? [] : chinaHolidays(locale);
}

/** The days on which something happened; appointments and promises lie ahead. */
function datesOf(orders: readonly SourceOrder[]): number[] {
  return orders.flatMap(({ dates }) =>
    STAGES.flatMap((stage) => {
      const date = dates[stage];
      return date === undefined || stage === 'appointment' ? [] : [Math.floor(date)];
    }),
  );
}

/** Where those days stand. */
function datedColumns(request: BuildRequest) {
  return tablesOf(request).flatMap((table) => {
    const { stages } = orderColumns(table, dateMeans(request));
    return STAGES.filter((stage) => stage !== 'appointment').map((stage) => ({
      table,
      column: stages[stage],
    }));
  });
}

/** Every status of the sheets, the commonest first, with what it means; the usual ones where there is none. */
function statusMeanings(
  { locale }: BuildRequest,
  orders: readonly SourceOrder[],
  decided: ReadonlyMap<string, Meaning>,
): StatusMeaning[] {
  const counts = new Map<string, { status: string; count: number }>();
  for (const { status } of orders) {
    if (status === null) continue;
    const known = counts.get(status.toLowerCase());
    if (known) known.count++;
    else counts.set(status.toLowerCase(), { status, count: 1 });
  }
  const found = [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_STATUSES);
  const names = found.length > 0 ? found.map(({ status }) => status) : USUAL_STATUSES[locale];
  return names.map((status) => ({
    status,
    means: decided.get(status.toLowerCase()) ?? meaningProposed(status),
  }));
}

function prepare(request: BuildRequest): Preparation {
  const t = trackerTexts(request.locale);
  const digest = digestOf(request);
  const { names, source } = request;
  const sheets = [
    { name: names.sheet('tracker', t.sheet), about: t.sheetAbout },
    { name: names.sheet('overview', t.overview.sheet), about: t.overview.about },
    { name: names.sheet('rules-orders', t.rules.sheet), about: t.rules.about },
    {
      name: calendarSheetName(request.locale, names),
      about: texts(request.locale).templates['work-calendar'].about,
    },
  ];
  const { orders } = digest.orders;
  const refusal: Problem | null =
    source && orders.length === 0
      ? { code: 'no-orders', details: { sheet: source.sheet, rows: source.rows.length }, severity: 'warning' }
      : null;
  return {
    refusal,
    sheets,
    rowsUsed: orders.length,
    findings: digest.findings,
    highlights: refusal ? [] : highlightsOf(request, digest),
  };
}

/** What the tracker will show on the day asked about, by the domain's own rules. */
export function trackings(request: BuildRequest): readonly Tracked[] {
  return tracked(digestOf(request));
}

interface Tracked {
  readonly order: SourceOrder;
  readonly tracking: Tracking;
}

function tracked({ orders, asOf, rules, work, statuses }: Digest): readonly Tracked[] {
  if (asOf === null) return [];
  const meanings = new Map(statuses.map(({ status, means }) => [status.toLowerCase(), means]));
  return orders.orders.map((order) => ({
    order,
    tracking: trackOrder(domainOrder(order, meanings), rules.rules, work.calendar, asOf),
  }));
}

function domainOrder(order: SourceOrder, meanings: ReadonlyMap<string, Meaning>): Order {
  const meaning = order.status === null ? undefined : meanings.get(order.status.toLowerCase());
  return {
    dates: order.dates,
    said: meaning === undefined || meaning === 'closed' || meaning === 'nothing' ? null : meaning,
    closed: meaning === 'closed',
    promised: order.promised,
    papers: { cells: order.papers, count: order.paperCount },
    value: order.cents,
  };
}

function highlightsOf(request: BuildRequest, digest: Digest): Preparation['highlights'] {
  const t = trackerTexts(request.locale);
  const { highlights: texts } = t;
  const { locale } = request;
  const [table] = tablesOf(request);
  const { asOf, orders } = digest;
  const stages = table ? stageLine(table, request) : '';
  const all = tracked(digest);
  const at = (...levels: readonly Tracking['level'][]): string =>
    String(all.filter(({ tracking }) => levels.includes(tracking.level)).length);
  return [
    ...(stages === '' ? [] : [{ label: texts.stages, value: stages }]),
    ...(asOf === null ? [] : [{ label: t.asOf, value: isoDate(asOf) }]),
    { label: texts.orders, value: String(orders.orders.length) },
    ...(all.length === 0
      ? []
      : [
          { label: levelName({ locale }, 'late'), value: at('late') },
          { label: levelName({ locale }, 'warning'), value: at('warning', 'fine') },
          { label: levelName({ locale }, 'undated'), value: at('undated') },
        ]),
  ];
}

/** 'Lead: Lead date (F), Proposal: …': which column is which stage. */
function stageLine(table: TableReading, request: BuildRequest): string {
  const columns = orderColumns(table, dateMeans(request));
  return stagesKept(columns)
    .map((stage) => {
      const column = columns.stages[stage];
      return column ? `${stageName(request, stage)}=${columnName(column)}` : '';
    })
    .join(request.locale === 'en' ? ', ' : '，');
}

function build(request: BuildRequest): Plan {
  const { locale, names, source } = request;
  const t = trackerTexts(locale);
  const known = digestOf(request);
  const { orders, asOf, work, statuses, findings } = known;
  const days = datesOf(orders.orders);
  const today = asOf ?? DEFAULT_DAY;
  const calendar = calendarSheet({
    locale,
    names,
    holidays: work.holidays,
    work: work.work,
    first: days.reduce((least, day) => Math.min(least, day), today),
    last: days.reduce((most, day) => Math.max(most, day), today),
  });
  const sheet = names.sheet('tracker', t.sheet);
  const rules = rulesSheet(locale, names, statuses, asOfReference(sheet));
  const context: TrackerContext = {
    locale,
    t,
    table: names.table('orders', t.table),
    sheets: { tracker: sheet, overview: names.sheet('overview', t.overview.sheet) },
    cells: rules.cells,
    rules: rules.columns,
    numbers: stageNumbers(),
    calendar: calendar.native,
    asOf: asOfReference(sheet),
  };
  const sheets = [...new Set(tablesOf(request).map((table) => table.sheet))].join(
    locale === 'en' ? ', ' : '、',
  );
  return {
    template: entry.id,
    locale,
    sheets: [
      trackerSheet(context, orders, {
        source: source ? sheets : null,
        asOf: request.options['as-of'] === 'today' && request.asOf === null ? null : asOf,
      }),
      overviewSheet(context, {
        people: peopleOf(orders.orders),
        late: tracked(known).filter(({ tracking }) => LATE_LEVELS.includes(tracking.level)).length,
        remarks: remarksOf(findings, source?.sheet ?? '', locale),
      }),
      rules.plan,
      calendar.plan,
    ],
  };
}

/** Where nothing is dated yet, the list of working days begins with the years of the announced holidays. */
const DEFAULT_DAY = 45_658;

function peopleOf(orders: readonly SourceOrder[]): string[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { person } of orders) {
    if (person === null) continue;
    const known = counts.get(person.toLowerCase());
    if (known) known.count++;
    else counts.set(person.toLowerCase(), { name: person, count: 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_PEOPLE)
    .map(({ name }) => name);
}
