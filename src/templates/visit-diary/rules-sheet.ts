import { quotedSheet, type Area, type Position } from '../../domain/address';
import type { PlanCell, SheetPlan, TablePlan, Validation } from '../../plan/types';
import { texts } from '../../locales';
import { COUNT, DAY, formula } from '../expressions';
import { fixedArea, literal, tableColumn } from '../formula';
import { Page } from '../page';
import { ruleTable, settingsTable } from '../rules';

import { cadenceRules, visitSettings, type VisitRules, DEFAULT_SETTINGS } from '../visits/rules';
import {
  asOfCell,
  belowOrder,
  diary,
  FORCE,
  FORCE_AT,
  inForce,
  rowsBefore,
  stretch,
  type DiaryContext,
  type InForce,
} from './context';

/** Lists that the diary's cells offer to choose from. */
export type ListRole = 'people' | 'customers' | 'purposes' | 'departments';
const OWN_LISTS = ['people', 'purposes', 'departments'] as const;
type OwnList = (typeof OWN_LISTS)[number];

const HEADING_ROW = 3;
const TABLE_ROW = 4;
const SETTINGS_COLUMN = 0;
const CADENCE_COLUMN = 5;
const LIST_COLUMNS: Readonly<Record<OwnList, number>> = { people: 11, purposes: 14, departments: 17 };
const LIST_WIDTH = 16;
const PRINTED_ROWS = 40;

/** The cells of a list, under its header; of the customers those on their own sheet. */
export function rangeOfList(context: DiaryContext, list: ListRole, count: number): string {
  const area: Area =
    list === 'customers'
      ? { row: CUSTOMERS_HEADER_ROW + 1, column: 0, rows: count, columns: 1 }
      : { row: TABLE_ROW + 1, column: LIST_COLUMNS[list], rows: count, columns: 1 };
  const sheet = context.sheets[list === 'customers' ? 'customers' : 'rules-visits'];
  return `${quotedSheet(sheet)}!${fixedArea(area)}`;
}

/** The header row of the customers' sheet. */
export const CUSTOMERS_HEADER_ROW = 4;

export function rulesSheet(
  context: DiaryContext,
  rules: VisitRules,
  lists: Readonly<Record<OwnList, readonly string[]>>,
): SheetPlan {
  const { t, sheets, tables, locale } = context;
  const page = new Page(10, 150);
  page.line(t.rules.title, 'title', 30);
  page.note(t.rules.about);
  const heading = (column: number, value: string): void =>
    page.cells(HEADING_ROW, column, [{ value, style: 'heading' }]);
  heading(SETTINGS_COLUMN, t.rules.settings);
  heading(CADENCE_COLUMN, t.rules.cadence);
  for (const list of OWN_LISTS) heading(LIST_COLUMNS[list], t.rules.lists[list]);
  heading(FORCE_AT.column, t.rules.force);
  page.heights[HEADING_ROW] = 22;

  const settings = settingsTable(visitSettings, rules.writtenSettings, {
    name: tables['visit-settings'],
    at: { row: TABLE_ROW, column: SETTINGS_COLUMN },
    locale,
  });
  const cadence = ruleTable(cadenceRules, rules.writtenCadences, {
    name: tables['visit-cadence'],
    at: { row: TABLE_ROW, column: CADENCE_COLUMN },
    locale,
  });
  page.block(
    FORCE_AT,
    FORCE.map((name) => [t.rules.inForce[name]]),
    'label',
  );
  FORCE.forEach((name, index) => {
    const at: Position = { row: FORCE_AT.row + index, column: FORCE_AT.column + 1 };
    page.cells(at.row, at.column, [
      { value: formula(forceOf(context, name)), style: 'number', format: isDay(name) ? DAY : COUNT },
    ]);
  });
  const widths: number[] = [];
  settings.widths.forEach((width, index) => (widths[SETTINGS_COLUMN + index] = width));
  cadence.widths.forEach((width, index) => (widths[CADENCE_COLUMN + index] = width));
  for (const list of OWN_LISTS) {
    widths[LIST_COLUMNS[list]] = LIST_WIDTH;
    widths[LIST_COLUMNS[list] + 1] = 8;
  }
  widths[FORCE_AT.column] = 18;
  widths[FORCE_AT.column + 1] = 12;
  const validations: Validation[] = [...settings.validations, ...cadence.validations];
  return {
    role: 'rules-visits',
    name: sheets['rules-visits'],
    blocks: page.blocks,
    tables: [
      settings.table,
      cadence.table,
      ...OWN_LISTS.map((list) => listTable(context, list, lists[list])),
    ],
    charts: [],
    validations,
    conditionalFormats: [],
    widths: Array.from({ length: widths.length }, (_, column) => widths[column] ?? 2),
    heights: page.heights,
    frozenRows: TABLE_ROW + 1,
    gridlines: false,
    print: {
      orientation: 'landscape',
      area: { row: 0, column: 0, rows: PRINTED_ROWS, columns: 10 },
      footer: t.footer,
    },
  };
}

function listTable({ t, tables, locale }: DiaryContext, list: OwnList, names: readonly string[]): TablePlan {
  return {
    role: list,
    name: tables[list],
    at: { row: TABLE_ROW, column: LIST_COLUMNS[list] },
    columns: [
      { id: 'name', header: t.rules.lists[list], format: '@', style: 'text', entry: 'source' },
      { id: 'mark', header: texts(locale).rules.mark, style: 'key', entry: 'mark' },
    ],
    rows: names.map((name): PlanCell[] => [name, null]),
    keys: names.map((name) => name.toLowerCase()),
  };
}

function isDay(name: InForce): boolean {
  return name === 'week' || name === 'month' || name === 'quarter' || name === 'year' || name === 'after';
}

/** A value in force: from the table of settings, or the first day of a period. */
function forceOf(context: DiaryContext, name: InForce): string {
  const day = asOfCell(context);
  switch (name) {
    case 'week':
      return `INT(${day})-WEEKDAY(${day},2)+1`;
    case 'month':
      return `DATE(YEAR(${day}),MONTH(${day}),1)`;
    case 'quarter':
      return `DATE(YEAR(${day}),3*INT((MONTH(${day})-1)/3)+1,1)`;
    case 'year':
      return `DATE(YEAR(${day}),1,1)`;
    case 'after':
      return `INT(${day})+1`;
    case 'dated':
      return `COUNT(${diary(context, 'date')})`;
    case 'ordered':
      return ordered(context);
    case 'rest':
      return rest(context);
    case 'week-row':
      return `${rowsBefore(context, inForce(context, 'week'))}+1`;
    case 'month-row':
      return `${rowsBefore(context, inForce(context, 'month'))}+1`;
    case 'quarter-row':
      return `${rowsBefore(context, inForce(context, 'quarter'))}+1`;
    case 'year-row':
      return `${rowsBefore(context, inForce(context, 'year'))}+1`;
    case 'last-row':
      return rowsBefore(context, inForce(context, 'after'));
    case 'per-day':
    case 'monthly':
    case 'follow-up-days':
    case 'overlap-days':
      return settingOf(context, name);
  }
}

/**
 * How many rows from the first one on have days of which none is before the one above: all of a diary in order, at its
 * end perhaps without those that have no day yet.
 */
function ordered(context: DiaryContext): string {
  const dates = diary(context, 'date');
  const dated = inForce(context, 'dated');
  const steps = (last: string): readonly [each: string, before: string] => [
    stretch(dates, '2', last),
    stretch(dates, '1', `${last}-1`),
  ];
  const [each, before] = steps(dated);
  const whole = `IF(COUNT(${stretch(dates, '1', dated)})=${dated},SUMPRODUCT(--(${each}<${before})),1)`;
  const [any, above] = steps(`ROWS(${dates})`);
  const number = `ROW(${any})-ROW(${context.tables.visits}[[#Headers],[${context.t.columns.date}]])-1`;
  const inStep = `ISNUMBER(${above})*ISNUMBER(${any})*(${any}>=${above})`;
  // The first step that is none is the one with the most rows below it.
  const broken = `IFERROR(ROWS(${dates})-SUMPRODUCT(MAX((1-${inStep})*(ROWS(${dates})-(${number})))),1)`;
  return `IF(${dated}<2,1,IF(${whole}=0,${dated},${broken}))`;
}

/** Rows with a day below those in order. */
function rest(context: DiaryContext): string {
  const dates = diary(context, 'date');
  const inOrder = inForce(context, 'ordered');
  return `IF(${inOrder}=ROWS(${dates}),0,COUNT(${belowOrder(context, dates)}))`;
}

function settingOf({ tables, locale }: DiaryContext, id: keyof typeof DEFAULT_SETTINGS): string {
  const { settings } = texts(locale).rules;
  const table = tables['visit-settings'];
  const setting = visitSettings.settings.find((each) => each.id === id);
  const label = literal(setting?.labels[locale][0] ?? '');
  const value = `INDEX(${tableColumn(table, settings.value)},MATCH(${label},${tableColumn(table, settings.setting)},0))`;
  return `IFERROR(N(${value}),${DEFAULT_SETTINGS[id]})`;
}

/** A column of the table of classes. */
export function cadenceColumn({ tables, locale }: DiaryContext, id: string): string {
  const column = cadenceRules.columns.find((each) => each.id === id);
  return tableColumn(tables['visit-cadence'], column?.headers[locale][0] ?? '');
}
