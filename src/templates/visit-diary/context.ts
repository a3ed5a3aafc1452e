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
  'after',
  'dated',
  'ordered',
  'rest',
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

/** Columns of the diary, each with a criterion. */
export type Pairs = readonly (readonly [DiaryColumn, string])[];

/** A count of the diary's rows: pairs of column and criterion. */
export function countVisits(context: DiaryContext, pairs: Pairs): string {
  return `COUNTIFS(${criteriaOf(context, pairs)})`;
}

/** Days, and the first and the last of the rows in order that hold them: none where the first is beyond the last. */
export interface Days {
  readonly from: string;
  /** The day after the last one. */
  readonly end: string;
  readonly first: string;
  readonly last: string;
}

/**
 * A count of visits of some days. Thousands of counts over a year's diary would take their time: of the rows in order
 * only those of the days are looked at, which need no look at their dates; what stands below them is looked through.
 */
export function countOfDays(context: DiaryContext, pairs: Pairs, { from, end, first, last }: Days): string {
  const here = countIn(context, pairs, (column) => stretch(column, first, last));
  const inOrder = pairs.length === 0 ? `MAX(0,${last}-${first}+1)` : `IF(${first}>${last},0,${here})`;
  return `${inOrder}+${countOfRest(context, [...pairs, ['date', `">="&${from}`], ['date', `"<"&${end}`]])}`;
}

/** A count below the rows in order: mostly nothing stands there. */
export function countOfRest(context: DiaryContext, pairs: Pairs): string {
  return `IF(${inForce(context, 'rest')}=0,0,${countIn(context, pairs, (column) => belowOrder(context, column))})`;
}

function countIn(context: DiaryContext, pairs: Pairs, rows: (column: string) => string): string {
  return `COUNTIFS(${criteriaOf(context, pairs, rows)})`;
}

/** Pairs of range and criterion as COUNTIFS and its kin take them. */
export function criteriaOf(
  context: DiaryContext,
  pairs: Pairs,
  rows: (column: string) => string = (column) => column,
): string {
  return pairs.map(([column, test]) => `${rows(diary(context, column))},${test}`).join(',');
}

/** Some rows of a column, by the numbers of the first and the last one. */
export function stretch(column: string, first: string, last: string): string {
  return `INDEX(${column},${first}):INDEX(${column},${last})`;
}

/** The rows of a column below those in order, where there are any. */
export function belowOrder(context: DiaryContext, column: string): string {
  return stretch(column, `${inForce(context, 'ordered')}+1`, `ROWS(${column})`);
}

/** How many of the rows in order are of days before this one. */
export function rowsBefore(context: DiaryContext, day: string): string {
  const dates = stretch(diary(context, 'date'), '1', inForce(context, 'ordered'));
  // MATCH finds the last row that is not later: a moment before the day begins.
  return `IFERROR(MATCH(${day}-0.000001,${dates},1),0)`;
}

/** A person's day as one text: the day first, so that no name reads as a pattern or a comparison of its own. */
export function dayKey(person: string, day: string): string {
  return `INT(${day})&"·"&${person}`;
}
