import { cellAddress } from '../../domain/address';
import { GROWTH_METHODS, type GrowthMethod } from '../../domain/growth';
import type { Locale } from '../../locales';
import { problemSentence } from '../../locales/problems';
import type { SheetPlan } from '../../plan/types';
import type { Problem } from '../../reading/types';
import { columnName } from '../columns';
import { digestTemplate } from '../digest-template';
import { sourceOf } from '../sources';
import type { BuildRequest, Preparation, Template, TemplateEntry } from '../types';
import { analysisSheet } from './analysis-sheet';
import { basisSheet, hasBasis } from './basis-sheet';
import type { Calendar } from './calendar';
import {
  monthText,
  summaryTexts,
  type Noun,
  type ReportId,
  type SummaryContext,
  type SummaryTexts,
} from './context';
import { dataSheet } from './data-sheet';
import { breakdownsOf, digestOf, moneyText, moversOf, STATED_DIFFERS, sumOf, type Digest } from './digest';
import { FOCUS, reportSheet } from './report';
import type { SalesColumns } from './sales';

/** Remarks on the report; the pane and the command line show every finding. */
const MOST_REMARKS = 8;

/** A report by month or by quarter: the same parts, counted in the calendar's periods. */
export function reportTemplate(
  entry: TemplateEntry & { readonly id: ReportId },
  calendar: Calendar,
): Template {
  const textsOf = ({ locale }: BuildRequest): SummaryTexts => summaryTexts(locale, entry.id);
  return digestTemplate<Digest>(entry, {
    digestOf: (request) => digestOf(request, textsOf(request), calendar),
    sheetsOf: (request, digest) => {
      const analysis =
        digest !== null && moversOf(digest, calendar, breakdownsOf(digest, calendar)).length > 0;
      return sheetsOf(request, textsOf(request), { analysis, basis: digest !== null && hasBasis(digest) });
    },
    rowsUsed: ({ sales }) => sales.sales.length,
    highlightsOf: (request, digest) => highlightsOf(textsOf(request), calendar, digest),
    plan: (request, digest) => plan(request, digest, textsOf(request), calendar),
  });
}

function sheetsOf(
  request: BuildRequest,
  t: SummaryTexts,
  has: { readonly analysis: boolean; readonly basis: boolean },
): Preparation['sheets'] {
  const { names } = request;
  const noun = nounOf(request);
  return [
    { name: names.sheet('report', t.reportSheet), about: t.reportAbout },
    ...(has.analysis ? [{ name: names.sheet('analysis', t.analysis.sheet), about: t.analysis.about }] : []),
    ...(has.basis ? [{ name: names.sheet('basis', t.basis.sheet), about: t.basis.about }] : []),
    { name: names.sheet('data', t.dataSheet[noun]), about: t.dataAbout },
  ];
}

function plan(request: BuildRequest, digest: Digest, t: SummaryTexts, calendar: Calendar): SheetPlan[] {
  const { locale, names } = request;
  const noun = nounOf(request);
  const { sales, uncounted } = digest.sales;
  const { columns, span, targets, indicators } = digest;
  const context: SummaryContext = {
    t,
    calendar,
    noun,
    table: names.table('orders', t.dataTable[noun]),
    tables: {
      targets: names.table('targets', t.basis.tables.targets),
      indicators: names.table('indicators', t.basis.tables.indicators),
    },
    span,
    daily: isDaily(columns),
    comparable: sales.some(({ date }) =>
      span.listed.includes(calendar.cellOf(calendar.numberOf(date) + calendar.perYear)),
    ),
    unit: unitOf(t, digest),
    method: methodOf(request),
  };
  const report = names.sheet('report', t.reportSheet);
  const source = sourceOf(request).sheet;
  const remarks = digest.findings
    .filter(({ code }) => !code.endsWith('-without-date') && !code.endsWith('-without-amount'))
    .filter(({ code }) => code !== STATED_DIFFERS)
    .slice(0, MOST_REMARKS)
    .map((problem) => remark(problem, source, locale, t));
  const breakdowns = breakdownsOf(digest, calendar);
  const movers = moversOf(digest, calendar, breakdowns);
  const sheet = names.sheet('analysis', t.analysis.sheet);
  const analysis = movers.length > 0 ? analysisSheet(context, { sheet, report }, movers, FOCUS) : null;
  const basis = { targets, indicators };
  const sellers = new Set(sales.flatMap(({ by }) => by.person?.toLowerCase() ?? []));
  return [
    reportSheet(
      context,
      report,
      { breakdowns, targets, sellers, indicators, analysis },
      {
        sheet: digest.tables.map((table) => table.sheet).join(t.listJoin),
        used: sales.length,
        uncounted,
        remarks,
        claims: digest.claims,
      },
    ),
    ...(analysis ? [analysis.sheet] : []),
    ...(hasBasis(basis)
      ? [
          basisSheet(
            context,
            { sheet: names.sheet('basis', t.basis.sheet), report, tables: context.tables },
            basis,
          ),
        ]
      : []),
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
  ];
}

/** On the report nothing but the text itself says which cell it speaks of. */
function remark(problem: Problem, source: string, locale: Locale, t: SummaryTexts): string {
  const { row, column, sheet = source } = problem;
  const text = problemSentence(problem, locale);
  if (row === undefined || column === undefined) return text;
  return t.remarkAt({ sheet, cell: cellAddress({ row, column }), text });
}

function nounOf(request: BuildRequest): Noun {
  return sourceOf(request).role === 'revenue' ? 'entries' : 'orders';
}

function methodOf({ options }: BuildRequest): GrowthMethod {
  const chosen = options['average-growth'];
  return GROWTH_METHODS.find((method) => method === chosen) ?? 'arithmetic';
}

function isDaily({ months, date }: SalesColumns): boolean {
  return months.length === 0 && date?.field !== 'month' && date?.field !== 'period';
}

/** The largest unit that the listed periods' average fills. */
function unitOf(t: SummaryTexts, { sales, span }: Digest): SummaryContext['unit'] {
  const total = sumOf(sales.sales.map(({ cents }) => Math.abs(cents)));
  const average = total / 100 / span.listed.length;
  return t.units.find(({ from }) => average >= from) ?? { size: 1, name: '', label: '', axis: 'General' };
}

function highlightsOf(
  t: SummaryTexts,
  calendar: Calendar,
  { columns, sales, span }: Digest,
): Preparation['highlights'] {
  const texts = t.highlights;
  const { amount, date, product, months } = columns;
  const monthColumns = texts.monthColumns({ count: months.length });
  const amountFrom = amount
    ? columnName(amount)
    : product
      ? texts.amountProduct({ quantity: columnName(product.quantity), price: columnName(product.price) })
      : '';
  const numbers = sales.sales.map((sale) => calendar.numberOf(sale.date));
  const first = calendar.cellOf(numbers.reduce((least, number) => Math.min(least, number), Infinity));
  const newest = sales.sales.filter((_, index) => numbers[index] === calendar.numberOfCell(span.focus));
  const name = (period: number): string => monthText(t, calendar, period);
  return [
    { label: texts.date, value: months.length > 0 || !date ? monthColumns : columnName(date) },
    { label: texts.amount, value: months.length > 0 ? monthColumns : amountFrom },
    { label: texts.months, value: `${name(first)} – ${name(span.focus)}` },
    { label: texts.rows, value: `${sales.sales.length} / ${sales.sales.length + sales.uncounted.length}` },
    { label: texts.total, value: moneyText(sumOf(sales.sales.map(({ cents }) => cents))) },
    {
      label: `${texts.newest} ${name(span.focus)}`,
      value: moneyText(sumOf(newest.map(({ cents }) => cents))),
    },
  ];
}
