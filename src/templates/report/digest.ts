import { DaybookError } from '../../domain/errors';
import { formatCents, type Cents } from '../../domain/money';
import type { Problem, TableReading } from '../../reading/types';
import type { Refused } from '../digest-template';
import { sourceOf } from '../sources';
import type { BuildRequest } from '../types';
import { breakDown, type Breakdown } from './breakdown';
import { monthsOf, type Calendar } from './calendar';
import { checkClaims } from './claims/check';
import { computedText, gapText, statedText } from './claims/text';
import type { Claims } from './claims/types';
import { monthText, type SummaryTexts } from './context';
import { chooseMovers, type Movers } from './movement';
import { choosePeriods, isYearToDate, type PeriodSpan } from './periods';
import { INITIAL_DAYS, OPENING_DAYS } from './entry';
import { readIndicators, type Indicators } from './read-indicators';
import { readTargets, UNDATED, type Target } from './read-targets';
import { readSales, salesColumns, type Dimension, type Sales, type SalesColumns } from './sales';

/** Stands in the report among the checked figures, with how it was computed. */
export const STATED_DIFFERS = 'stated-figure-differs';

/** What a request comes to, for looking at it before and for building it. */
export interface Digest {
  /** The source, and further sheets of the same kind. */
  readonly tables: readonly TableReading[];
  readonly columns: SalesColumns;
  readonly sales: Sales;
  readonly span: PeriodSpan;
  readonly findings: readonly Problem[];
  readonly targets: readonly Target[];
  readonly indicators: Indicators;
  readonly claims: Claims;
}

export function digestOf(request: BuildRequest, t: SummaryTexts, calendar: Calendar): Digest | Refused {
  const { asOf, companions } = request;
  const source = sourceOf(request);
  const tables = [source, ...(companions['more'] ?? [])];
  const columns = salesColumns(source, calendar);
  const { sheet } = source;
  const refuse = (code: string, details: Problem['details'], findings: readonly Problem[] = []): Refused => ({
    refusal: { code, details, severity: 'warning' },
    findings,
  });
  if (columns.months.length === 0) {
    if (columns.longer.length > 0) return refuse('no-month-columns', { sheet });
    if (!columns.date) return refuse('no-date-column', { sheet });
    if (!columns.amount && !columns.product) return refuse('no-amount-column', { sheet });
  }
  try {
    const sales = readSales(tables, calendar);
    if (sales.sales.length === 0) {
      return refuse('no-usable-rows', { sheet, rows: source.rows.length }, sales.findings);
    }
    const span = choosePeriods(calendar, sales.sales, asOf);
    const claims = checkClaims({
      tables,
      subscribers: companions['subscribers'] ?? [],
      grid: request.rules,
      sales: sales.sales,
    });
    const findings = [
      ...sales.findings,
      ...moreFindings(t, calendar, sales, span),
      ...differences(claims, sheet),
    ];
    return { tables, columns, sales, span, findings, claims, ...othersOf(request, calendar, tables, span) };
  } catch (error) {
    if (error instanceof DaybookError && error.code === 'money-too-large') {
      return refuse('money-too-large', { sheet });
    }
    throw error;
  }
}

/** Targets, subscribers, visits and openings: from sheets of their own, or from columns of the source itself. */
function othersOf(
  { companions, options }: BuildRequest,
  calendar: Calendar,
  tables: readonly TableReading[],
  span: PeriodSpan,
): Pick<Digest, 'targets' | 'indicators'> {
  const of = (id: string): readonly TableReading[] => companions[id] ?? [];
  const undated = UNDATED.find((value) => value === options['undated-target']) ?? 'year';
  const orders = of('orders').filter((table) => !tables.includes(table));
  return {
    targets: readTargets([...tables, ...of('targets')], monthsOf(calendar, span.focus).last, undated),
    indicators: readIndicators(
      {
        subscribers: [...tables, ...of('subscribers')],
        visits: of('visits'),
        customers: of('customers'),
        orders: [...tables.filter(({ role }) => role === 'orders'), ...orders],
      },
      calendar,
      span.listed,
      Number(OPENING_DAYS.find((days) => days === options['opening-days']) ?? INITIAL_DAYS),
    ),
  };
}

/** What is unusual about rows that do count. */
function moreFindings(t: SummaryTexts, calendar: Calendar, { sales }: Sales, span: PeriodSpan): Problem[] {
  const cell = (serial: number): number => calendar.cellOf(calendar.numberOf(serial));
  const findings: Problem[] = span.farOff.map(({ date, at }) => ({
    code: 'date-far-off',
    row: at.row,
    column: at.column,
    details: { month: monthText(t, calendar, cell(date)) },
    severity: 'warning',
  }));
  if (span.after.length > 0) {
    findings.push({
      code: 'after-as-of',
      details: { rows: span.after.length, month: monthText(t, calendar, span.focus) },
      severity: 'warning',
    });
  }
  const present = new Set(sales.map(({ date }) => cell(date)));
  const [empty, ...others] = span.listed.filter((period) => period < span.focus && !present.has(period));
  if (empty !== undefined) {
    findings.push({
      code: 'periods-empty',
      details: { month: monthText(t, calendar, empty), periods: others.length + 1 },
      severity: 'warning',
    });
  }
  const negative = sales.filter(({ cents }) => cents < 0);
  if (negative.length > 0) {
    findings.push({
      code: 'negative-amounts',
      details: { rows: negative.length, amount: moneyText(sumOf(negative.map(({ cents }) => cents))) },
      severity: 'note',
    });
  }
  return findings;
}

const MOST_NAMES = { person: 8, product: 8, category: 8, customer: 10 } as const satisfies Record<
  Dimension,
  number
>;
const MOST_MOVERS = 15;

/** The breakdowns that the source has columns for: by manager, by product (or category), by customer. */
export function breakdownsOf({ sales, span }: Digest, calendar: Calendar): Breakdown[] {
  const current = sales.sales.filter(isYearToDate(calendar, span.focus));
  const of = (by: Dimension): Breakdown | null => breakDown(current, by, MOST_NAMES[by]);
  const found = [of('person'), of('product') ?? of('category'), of('customer')];
  return found.filter((breakdown) => breakdown !== null);
}

/** What moved: products first, whose price can tell why. Nothing can move in a single period. */
export function moversOf(digest: Digest, calendar: Calendar, breakdowns: readonly Breakdown[]): Movers[] {
  const { sales, span } = digest;
  if (span.listed.length < 2) return [];
  const order: readonly Dimension[] = ['product', 'category', 'person', 'customer'];
  return [...breakdowns]
    .sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by))
    .flatMap((breakdown) => chooseMovers(calendar, sales.sales, breakdown, span.focus, MOST_MOVERS) ?? []);
}

/** Stated figures that their own rows do not make; sums are found by reading already. */
function differences({ checked }: Claims, source: string): Problem[] {
  return checked
    .filter(({ verdict, how }) => verdict === 'off' && how.kind !== 'total-row')
    .map((claim) => ({
      code: STATED_DIFFERS,
      ...(claim.sheet === source ? {} : { sheet: claim.sheet }),
      row: claim.row,
      column: claim.column,
      details: { stated: statedText(claim), computed: computedText(claim), gap: gapText(claim) },
      severity: 'warning',
    }));
}

export function sumOf(cents: readonly Cents[]): Cents {
  return cents.reduce((total, value) => total + value, 0);
}

/** '1,234.56' */
export function moneyText(cents: Cents): string {
  return formatCents(cents).replace(/\B(?=(\d{3})+\.)/g, ',');
}
