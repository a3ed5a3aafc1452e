import type { Position } from '../../domain/address';
import { quotedSheet } from '../../domain/address';
import { texts, type Locale, type Texts } from '../../locales';
import { fixedCell, tableColumn } from '../formula';
import type { Filled } from '../visits/visits';

export type DiaryTexts = Texts['catalog']['visit-diary'] & Texts['templates']['visit-diary'];

export function diaryTexts(locale: Locale): DiaryTexts {
  const { catalog, templates } = texts(locale);
  return { ...catalog['visit-diary'], ...templates['visit-diary'] };
}

export const SHEETS = [
  'diary',
  'follow-up',
  'analysis',
  'customers',
  'days',
  'review',
  'quarter',
  'rules-visits',
] as const;
export type SheetRole = (typeof SHEETS)[number];

export const TABLES = [
  'visits',
  'customers',
  'days',
  'review',
  'visit-settings',
  'visit-cadence',
  'people',
  'purposes',
  'departments',
] as const;
export type TableRole = (typeof TABLES)[number];

/** Values in force, each in a cell of its own on the sheet of rules; day and periods follow the day asked about. */
export const FORCE = [
  'per-day',
  'monthly',
  'follow-up-days',
  'overlap-days',
  'week',
  'month',
  'quarter',
  'year',
  'in-order',
  'week-row',
  'month-row',
  'quarter-row',
  'year-row',
  'last-row',
] as const;
export type InForce = (typeof FORCE)[number];
/** Where they stand: names in one column, values in the next. */
export const FORCE_AT: Position = { row: 4, column: 20 };

/** The day asked about, on the diary's own sheet. */
export const AS_OF_AT: Position = { row: 2, column: 1 };

export interface DiaryContext {
  readonly t: DiaryTexts;
  readonly locale: Locale;
  readonly sheets: Readonly<Record<SheetRole, string>>;
  readonly tables: Readonly<Record<TableRole, string>>;
  /** Serial that the build speaks of. */
  readonly asOf: number;
  readonly filled: Filled;
  /** The diary has no source: it is handed out to be filled in. */
  readonly blank: boolean;
}

/** A fixed cell of another sheet. */
export function onSheet({ sheets }: DiaryContext, role: SheetRole, at: Position): string {
  return `${quotedSheet(sheets[role])}!${fixedCell(at)}`;
}

export function asOfCell(context: DiaryContext): string {
  return onSheet(context, 'diary', AS_OF_AT);
}

export function inForce(context: DiaryContext, name: InForce): string {
  return onSheet(context, 'rules-visits', {
    row: FORCE_AT.row + FORCE.indexOf(name),
    column: FORCE_AT.column + 1,
  });
}

export type DiaryColumn = keyof DiaryTexts['columns'];

/** All rows of one of the diary's columns. */
export function diary({ t, tables }: DiaryContext, column: DiaryColumn): string {
  return tableColumn(tables.visits, t.columns[column]);
}

/** All rows of one of the customers' columns. */
export function customers({ t, tables }: DiaryContext, column: keyof DiaryTexts['customerColumns']): string {
  return tableColumn(tables.customers, t.customerColumns[column]);
}

/** Part of the diary's rows, by the numbers of the first and the last one. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/**
 * A count of the diary's rows: pairs of column and criterion. Where the rows that count can only stand in a stretch of
 * a diary in order, only that is looked through: thousands of counts over a year's diary would take their time.
 */
export function countVisits(
  context: DiaryContext,
  pairs: readonly (readonly [DiaryColumn, string])[],
  stretch?: Stretch,
): string {
  const rows = (column: string): string =>
    stretch ? `INDEX(${column},${stretch.from}):INDEX(${column},${stretch.to})` : column;
  return `COUNTIFS(${pairs.map(([column, test]) => `${rows(diary(context, column))},${test}`).join(',')})`;
}

/** The first row that can hold a day or a later one; the very first where the diary is not in order. */
export function rowFrom(context: DiaryContext, day: string): string {
  const dates = diary(context, 'date');
  // Half a day less: MATCH finds the last row that is not later.
  const before = `IFERROR(MATCH(${day}-0.5,${dates},1),0)`;
  return `IF(${inForce(context, 'in-order')}=1,MIN(ROWS(${dates}),${before}+1),1)`;
}

/** The last row that can hold a day before this one; the very last where the diary is not in order. */
export function rowBefore(context: DiaryContext, day: string): string {
  const dates = diary(context, 'date');
  return `IF(${inForce(context, 'in-order')}=1,IFERROR(MATCH(${day},${dates},1),1),ROWS(${dates}))`;
}

/** A person's day as one text: the day first, so that no name reads as a pattern or a comparison of its own. */
export function dayKey(person: string, day: string): string {
  return `INT(${day})&"·"&${person}`;
}
