import type { GrowthMethod } from '../../domain/growth';
import { texts, type Locale, type Texts } from '../../locales';
import type { Formula } from '../../plan/types';
import { sentence, tableColumn } from '../formula';
import type { MonthSpan } from './months';
import type { Dimension } from './sales';

export type SummaryTexts = Texts['catalog']['monthly-summary'] & Texts['templates']['monthly-summary'];

export function summaryTexts(locale: Locale): SummaryTexts {
  const { catalog, templates } = texts(locale);
  return { ...catalog['monthly-summary'], ...templates['monthly-summary'] };
}

/** What the rows are called: orders of an order sheet, entries of a revenue sheet. */
export type Noun = 'orders' | 'entries';

export interface Unit {
  readonly size: number;
  readonly name: string;
  readonly label: string;
}

/** What every part of the report needs to know. */
export interface SummaryContext {
  readonly t: SummaryTexts;
  readonly noun: Noun;
  /** The data table's name. */
  readonly table: string;
  readonly span: MonthSpan;
  /** The source says days, not only months. */
  readonly daily: boolean;
  /** Some sale stands a year before a listed month. */
  readonly comparable: boolean;
  /** Figures in cards and sentences are in this unit; tables are in 元. */
  readonly unit: Unit;
  readonly method: GrowthMethod;
}

export const MONEY = '#,##0.00';
/** A dash for zero: for sums that may well be empty. */
export const MONEY_OR_DASH = '#,##0.00;-#,##0.00;"—"';
export const COUNT = '#,##0';
export const RATE = '0.0%';

/** Below this a rate, shown with one decimal, is zero. */
export const FLAT = 0.0005;

export function formula(expression: string): Formula {
  return { formula: `=${expression}` };
}

/** All rows of one of the data table's columns. */
export function dataColumn(context: SummaryContext, column: Dimension | 'date' | 'month' | 'amount'): string {
  return tableColumn(context.table, context.t.columns[column]);
}

/** "March 2025", "2025年3月" for an expression of a date; no TEXT, whose date codes depend on Excel's language. */
export function monthExpression(t: SummaryTexts, date: string): string {
  return sentence(t.monthText, dateParts(t, date));
}

export function dayExpression(t: SummaryTexts, date: string): string {
  return sentence(t.dayText, dateParts(t, date));
}

function dateParts(t: SummaryTexts, date: string): Record<string, string> {
  const names = t.monthNames.map((name) => `"${name}"`).join(',');
  return {
    year: `YEAR(${date})`,
    monthNumber: `MONTH(${date})`,
    monthName: `CHOOSE(MONTH(${date}),${names})`,
    day: `DAY(${date})`,
  };
}

/** "January – March 2025": the year to date of a month. */
export function spanExpression(t: SummaryTexts, focus: string): string {
  const parts = { ...dateParts(t, focus), month: monthExpression(t, focus) };
  return `IF(MONTH(${focus})=1,${sentence(t.span.same, parts)},${sentence(t.span.year, parts)})`;
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
