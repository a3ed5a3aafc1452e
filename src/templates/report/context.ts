import type { GrowthMethod } from '../../domain/growth';
import { texts, type Locale, type Texts } from '../../locales';
import { MONEY, RATE } from '../expressions';
import { sentence, tableColumn } from '../formula';
import { MONTHS, type Calendar } from './calendar';
import type { PeriodSpan } from './periods';
import type { Dimension } from './sales';

export type SummaryTexts = Texts['catalog']['monthly-summary'] & Texts['templates']['monthly-summary'];

export type ReportId = 'monthly-summary' | 'quarterly-report';

export function summaryTexts(locale: Locale, id: ReportId): SummaryTexts {
  const { catalog, templates } = texts(locale);
  return { ...catalog[id], ...templates[id] };
}

/** What the rows are called: orders of an order sheet, entries of a revenue sheet. */
export type Noun = 'orders' | 'entries';

export interface Unit {
  readonly size: number;
  readonly name: string;
  readonly label: string;
  /** A number format that shows 元 in this unit. */
  readonly axis: string;
}

/** Names of the tables on the basis sheet. */
export interface BasisTables {
  readonly targets: string;
  readonly indicators: string;
}

/** What every part of the report needs to know. */
export interface SummaryContext {
  readonly t: SummaryTexts;
  readonly calendar: Calendar;
  readonly noun: Noun;
  /** The data table's name. */
  readonly table: string;
  readonly tables: BasisTables;
  readonly span: PeriodSpan;
  /** The source says days, not only periods. */
  readonly daily: boolean;
  /** Some sale stands a year before a listed period. */
  readonly comparable: boolean;
  /** Figures in cards and sentences are in this unit; tables are in 元. */
  readonly unit: Unit;
  readonly method: GrowthMethod;
}

/** Below this a rate, shown with one decimal, is zero. */
export const FLAT = 0.0005;

/** All rows of one of the data table's columns. */
export function dataColumn(
  context: SummaryContext,
  column: Dimension | 'date' | 'month' | 'amount' | 'quantity',
): string {
  return tableColumn(context.table, context.t.columns[column]);
}

/** "March 2025", "2025年1季度" for an expression of a period; no TEXT, whose date codes depend on Excel's language. */
export function periodExpression(context: PeriodWords, period: string): string {
  return sentence(context.t.monthText, periodParts(context, period));
}

export function dayExpression({ t }: PeriodWords, date: string): string {
  return sentence(t.dayText, { ...periodParts({ t, calendar: MONTHS }, date), day: `DAY(${date})` });
}

type PeriodWords = Pick<SummaryContext, 't' | 'calendar'>;

function periodParts({ t, calendar }: PeriodWords, period: string): Record<string, string> {
  const { year, place } = calendar.formulas;
  const names = t.monthNames.map((name) => `"${name}"`).join(',');
  return {
    year: year(period),
    monthNumber: place(period),
    monthName: `CHOOSE(${place(period)},${names})`,
  };
}

/** "January – March 2025": the year to date of a period. */
export function spanExpression(context: PeriodWords, focus: string): string {
  const { t, calendar } = context;
  const parts = { ...periodParts(context, focus), month: periodExpression(context, focus) };
  const first = `${calendar.formulas.place(focus)}=1`;
  return `IF(${first},${sentence(t.span.same, parts)},${sentence(t.span.year, parts)})`;
}

/** An amount that is already in the report's unit, with the unit's name. */
export function amountExpression(unit: Unit, amount: string): string {
  return sentence('{amount}' + unit.name, { amount: `TEXT(${amount},"${MONEY}")` });
}

/** An amount in 元 as a number in the report's unit. */
export function inUnit(unit: Unit, amount: string): string {
  return unit.size === 1 ? `ROUND(${amount},2)` : `ROUND((${amount})/${unit.size},2)`;
}

export function rateExpression(rate: string): string {
  return `TEXT(${rate},"${RATE}")`;
}

interface TrendTexts {
  readonly up: string;
  readonly down: string;
  readonly flat: string;
  readonly none: string;
}

/** A rate in words: never "up -3%", and words where there is no rate. */
export function trendExpression(
  trend: TrendTexts,
  rate: string,
  parts: Readonly<Record<string, string>> = {},
): string {
  const all = { ...parts, rate: rateExpression(`ABS(${rate})`) };
  const text = (key: keyof TrendTexts): string => sentence(trend[key], all);
  const direction = `IF(ABS(${rate})<${FLAT},${text('flat')},IF(${rate}>0,${text('up')},${text('down')}))`;
  return `IF(ISNUMBER(${rate}),${direction},${text('none')})`;
}

/** A period as a text of the build: '2025年3月', 'Q1 2025'. */
export function monthText(
  t: Pick<SummaryTexts, 'monthText' | 'monthNames'>,
  calendar: Calendar,
  period: number,
): string {
  const number = calendar.numberOfCell(period);
  const place = number % calendar.perYear;
  const parts: Record<string, string> = {
    year: String(Math.floor(number / calendar.perYear)),
    monthNumber: String(place + 1),
    monthName: t.monthNames[place] ?? '',
  };
  return t.monthText.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
}
