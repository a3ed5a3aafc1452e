import { cellAddress } from '../../domain/address';
import { addMonths, dateOf, monthStart } from '../../domain/dates';
import { DaybookError } from '../../domain/errors';
import { GROWTH_METHODS, type GrowthMethod } from '../../domain/growth';
import { formatCents, type Cents } from '../../domain/money';
import type { Locale } from '../../locales';
import { problemSentence } from '../../locales/problems';
import type { Plan } from '../../plan/types';
import type { Problem } from '../../reading/types';
import { columnName } from '../columns';
import { sourceOf } from '../sources';
import type { BuildRequest, Preparation, Template } from '../types';
import { breakDown, yearToDate, type Breakdown } from './breakdown';
import { summaryTexts, type Noun, type SummaryContext, type SummaryTexts } from './context';
import { dataSheet } from './data-sheet';
import { entry } from './entry';
import { chooseMonths, type MonthSpan } from './months';
import { reportSheet } from './report';
import { readSales, salesColumns, type Dimension, type Sales, type SalesColumns } from './sales';

const MOST_NAMES = { person: 8, product: 8, category: 8, customer: 10 } as const satisfies Record<
  Dimension,
  number
>;
/** Remarks on the report; the pane and the command line show every finding. */
const MOST_REMARKS = 8;

export const monthlySummary: Template = {
  ...entry,
  prepare,
  build,
};

/** What a request comes to, for looking at it before and for building it. */
interface Digest {
  readonly columns: SalesColumns;
  readonly sales: Sales;
  readonly span: MonthSpan;
  readonly findings: readonly Problem[];
}

function prepare(request: BuildRequest): Preparation {
  const t = summaryTexts(request.locale);
  const noun = nounOf(request);
  const digest = digestOf(request);
  const sheets = [
    { name: request.names.sheet('report', t.reportSheet), about: t.reportAbout },
    { name: request.names.sheet('data', t.dataSheet[noun]), about: t.dataAbout },
  ];
  if ('refusal' in digest) {
    return { refusal: digest.refusal, sheets, rowsUsed: 0, findings: digest.findings, highlights: [] };
  }
  return {
    refusal: null,
    sheets,
    rowsUsed: digest.sales.sales.length,
    findings: digest.findings,
    highlights: highlightsOf(t, digest),
  };
}

/** @throws DaybookError with the refusal's code where prepare() refuses. */
function build(request: BuildRequest): Plan {
  const { locale, names } = request;
  const t = summaryTexts(locale);
  const digest = digestOf(request);
  if ('refusal' in digest) throw new DaybookError(digest.refusal.code, digest.refusal.details);
  const noun = nounOf(request);
  const { sales, uncounted } = digest.sales;
  const context: SummaryContext = {
    t,
    noun,
    table: names.table('orders', t.dataTable[noun]),
    span: digest.span,
    daily: isDaily(digest.columns),
    comparable: sales.some(({ date }) => digest.span.listed.includes(addMonths(monthStart(date), 12))),
    unit: unitOf(t, digest),
    method: methodOf(request),
  };
  const report = names.sheet('report', t.reportSheet);
  const source = sourceOf(request).sheet;
  const remarks = digest.findings
    .filter(({ code }) => !code.endsWith('-without-date') && !code.endsWith('-without-amount'))
    .slice(0, MOST_REMARKS)
    .map((problem) => remark(problem, source, locale));
  const { columns } = digest;
  return {
    template: entry.id,
    locale,
    sheets: [
      reportSheet(context, report, breakdownsOf(digest), {
        sheet: source,
        used: sales.length,
        uncounted,
        remarks,
      }),
      dataSheet(
        context,
        { sheet: names.sheet('data', t.dataSheet[noun]), report, source },
        {
          orderId: columns.orderId !== null,
          quantity: columns.quantity !== null,
          by: {
            customer: columns.by.customer !== null,
            person: columns.by.person !== null,
            product: columns.by.product !== null,
            category: columns.by.category !== null,
          },
        },
        sales,
      ),
    ],
  };
}

/** On the report nothing but the text itself says which cell it speaks of. */
function remark(problem: Problem, sheet: string, locale: Locale): string {
  const { row, column } = problem;
  const text = problemSentence(problem, locale);
  if (row === undefined || column === undefined) return text;
  const { remarkAt } = summaryTexts(locale);
  return remarkAt({ sheet, cell: cellAddress({ row, column }), text });
}

function nounOf(request: BuildRequest): Noun {
  return sourceOf(request).role === 'revenue' ? 'entries' : 'orders';
}

function methodOf({ options }: BuildRequest): GrowthMethod {
  const chosen = options['average-growth'];
  return GROWTH_METHODS.find((method) => method === chosen) ?? 'arithmetic';
}

function digestOf(request: BuildRequest): Digest | { refusal: Problem; findings: readonly Problem[] } {
  const { asOf } = request;
  const source = sourceOf(request);
  const columns = salesColumns(source);
  const { sheet } = source;
  const refuse = (code: string, details: Problem['details'], findings: readonly Problem[] = []) => ({
    refusal: { code, details, severity: 'warning' } as const,
    findings,
  });
  if (columns.months.length === 0) {
    if (columns.longer.length > 0) return refuse('no-month-columns', { sheet });
    if (!columns.date) return refuse('no-date-column', { sheet });
    if (!columns.amount && !columns.product) return refuse('no-amount-column', { sheet });
  }
  try {
    const sales = readSales(source, columns);
    if (sales.sales.length === 0) {
      return refuse('no-usable-rows', { sheet, rows: source.rows.length }, sales.findings);
    }
    const span = chooseMonths(sales.sales, asOf);
    const digest = { columns, sales, span };
    return { ...digest, findings: [...sales.findings, ...moreFindings(request, digest)] };
  } catch (error) {
    if (error instanceof DaybookError && error.code === 'money-too-large') {
      return refuse('money-too-large', { sheet });
    }
    throw error;
  }
}

/** What is unusual about rows that do count. */
function moreFindings({ locale }: BuildRequest, { sales, span }: Omit<Digest, 'findings'>): Problem[] {
  const t = summaryTexts(locale);
  const findings: Problem[] = span.farOff.map((sale) => ({
    code: 'date-far-off',
    ...sale.at,
    details: { month: monthText(t, monthStart(sale.date)) },
    severity: 'warning',
  }));
  if (span.after.length > 0) {
    findings.push({
      code: 'after-as-of',
      details: { rows: span.after.length, month: monthText(t, span.focus) },
      severity: 'warning',
    });
  }
  const negative = sales.sales.filter(({ cents }) => cents < 0);
  if (negative.length > 0) {
    findings.push({
      code: 'negative-amounts',
      details: { rows: negative.length, amount: moneyText(sum(negative.map(({ cents }) => cents))) },
      severity: 'note',
    });
  }
  return findings;
}

function isDaily({ months, date }: SalesColumns): boolean {
  return months.length === 0 && date?.field !== 'month' && date?.field !== 'period';
}

/** The breakdowns that the source has columns for: by manager, by product (or category), by customer. */
function breakdownsOf({ sales, span }: Digest): Breakdown[] {
  const current = yearToDate(sales.sales, span.focus);
  const of = (by: Dimension): Breakdown | null => breakDown(current, by, MOST_NAMES[by]);
  const found = [of('person'), of('product') ?? of('category'), of('customer')];
  return found.filter((breakdown) => breakdown !== null);
}

/** The largest unit that the listed months' average fills. */
function unitOf(t: SummaryTexts, { sales, span }: Digest): SummaryContext['unit'] {
  const total = sum(sales.sales.map(({ cents }) => Math.abs(cents)));
  const average = total / 100 / span.listed.length;
  return t.units.find(({ from }) => average >= from) ?? { size: 1, name: '', label: '' };
}

function highlightsOf(t: SummaryTexts, { columns, sales, span }: Digest): Preparation['highlights'] {
  const texts = t.highlights;
  const { amount, date, product, months } = columns;
  const monthColumns = texts.monthColumns({ count: months.length });
  const amountFrom = amount
    ? columnName(amount)
    : product
      ? texts.amountProduct({ quantity: columnName(product.quantity), price: columnName(product.price) })
      : '';
  const first = sales.sales.reduce((least, sale) => Math.min(least, sale.date), Infinity);
  const newest = sales.sales.filter((sale) => monthStart(sale.date) === span.focus);
  return [
    { label: texts.date, value: months.length > 0 || !date ? monthColumns : columnName(date) },
    { label: texts.amount, value: months.length > 0 ? monthColumns : amountFrom },
    { label: texts.months, value: `${monthText(t, monthStart(first))} – ${monthText(t, span.focus)}` },
    { label: texts.rows, value: `${sales.sales.length} / ${sales.sales.length + sales.uncounted.length}` },
    { label: texts.total, value: moneyText(sum(sales.sales.map(({ cents }) => cents))) },
    {
      label: `${texts.newest} ${monthText(t, span.focus)}`,
      value: moneyText(sum(newest.map(({ cents }) => cents))),
    },
  ];
}

function sum(cents: readonly Cents[]): Cents {
  return cents.reduce((total, value) => total + value, 0);
}

/** '1,234.56' */
function moneyText(cents: Cents): string {
  return formatCents(cents).replace(/\B(?=(\d{3})+\.)/g, ',');
}

function monthText(t: SummaryTexts, serial: number): string {
  const { year, month } = dateOf(serial);
  const parts: Record<string, string> = {
    year: String(year),
    monthNumber: String(month),
    monthName: t.monthNames[month - 1] ?? '',
  };
  return t.monthText.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
}
