import { cellAddress, type Position } from '../../domain/address';
import type { Locale } from '../../locales';
import { texts } from '../../locales';
import type { CellBlock, PlanCell, SheetPlan, TablePlan } from '../../plan/types';
import { DAY, formula } from '../expressions';
import { fixedCell, literal, tableColumn, thisRow } from '../formula';
import { ruleSheet } from '../rule-sheet';
import { ruleTable, settingsTable, type RuleInput, type RulePlan, type RuleValues } from '../rules';
import { settingCells } from '../setting-cells';
import type { NameBook } from '../types';
import { NativeCalendar } from './native';
import { CALENDAR_ROLE, holidayRules, WEEKS, workSettings } from './rules';

export interface CalendarSheet {
  readonly plan: SheetPlan;
  readonly native: NativeCalendar;
}

export interface CalendarWish {
  readonly locale: Locale;
  readonly names: NameBook;
  readonly holidays: readonly RuleInput[];
  readonly work: RuleValues;
  /** The days that formulas will ask about; the list of working days reaches beyond them. */
  readonly first: number;
  readonly last: number;
}

/** What formulas read stands beside the tables, outside of the printed page. */
const SIDE = { row: 2, label: 7, value: 8, days: 10 } as const;
const WIDTHS = [18, 18, 52, 10, 10, 9, 2, 16, 12, 2, 12];
const PRINTED_COLUMNS = 3;
/** Days of the list before the first and after the last day asked about. */
const BEFORE = 40;
const AFTER = 430;
/** Ten years; beyond, WORKDAY.INTL answers. */
const MOST_DAYS = 3660;
const LAST_SERIAL = 2_958_465;

/** What the calendar's sheet is called in this workbook. */
export function calendarSheetName(locale: Locale, names: NameBook): string {
  return names.sheet(CALENDAR_ROLE, texts(locale).templates['work-calendar'].sheet);
}

/** The sheet with the working week, the hours, the holidays, and the working days that follow from them. */
export function calendarSheet(wish: CalendarWish): CalendarSheet {
  const { locale, names, work } = wish;
  const t = texts(locale).templates['work-calendar'];
  const name = calendarSheetName(locale, names);
  const sheet = ruleSheet(CALENDAR_ROLE, name, t, [
    {
      heading: t.hours,
      note: t.hoursNote,
      plan: (at) =>
        settingsTable(workSettings, work, { name: names.table('work-hours', t.hoursTable), at, locale }),
    },
    { heading: t.holidays, note: t.holidaysNote, plan: (at) => holidayTable(wish, at) },
  ]);
  const [settings, holidays] = sheet.tables;
  if (!settings || !holidays) throw new Error('The calendar has two tables.');
  const derived = derivedCells(wish, name, settings);
  const listed = workdayList(wish, holidays.name, derived.weekend);
  const rows = holidays.at.row + 1 + Math.max(1, holidays.rows.length);
  return {
    plan: {
      ...sheet,
      blocks: [...sheet.blocks, ...derived.blocks, ...listed.blocks],
      widths: WIDTHS,
      print: { ...sheet.print, area: { row: 0, column: 0, rows, columns: PRINTED_COLUMNS } },
    },
    native: new NativeCalendar({
      sheet: name,
      days: listed.area,
      ...derived.places,
      weekend: derived.weekend,
      offColumn: tableColumn(holidays.name, t.offColumn),
    }),
  };
}

function holidayTable({ locale, names, holidays }: CalendarWish, at: Position): RulePlan {
  const t = texts(locale).templates['work-calendar'];
  const name = names.table('holidays', t.holidayTable);
  const plan = ruleTable(holidayRules, holidays, { name, at, locale });
  const { table } = plan;
  const [day, kind] = holidayRules.columns;
  const [, worked] = kind?.choices ?? [];
  const cell = (header: string | undefined): string => thisRow(name, header ?? '');
  const isWorked = `${cell(kind?.headers[locale][0])}=${literal(worked?.words[locale][0] ?? '')}`;
  const date = cell(day?.headers[locale][0]);
  const helper = (id: string, header: string, expression: string): TablePlan['columns'][number] => ({
    id,
    header,
    formula: `=${expression}`,
    format: 'yyyy-mm-dd;;',
    style: 'key',
    entry: 'computed',
  });
  const mark = table.columns.length - 1;
  return {
    ...plan,
    table: {
      ...table,
      columns: [
        ...table.columns.slice(0, mark),
        // 0 is a day that nobody asks about: a blank text would be an error to WORKDAY.INTL.
        helper('off', t.offColumn, `IF(ISNUMBER(${date}),IF(${isWorked},0,INT(${date})),0)`),
        helper('worked', t.workedColumn, `IF(ISNUMBER(${date}),IF(${isWorked},INT(${date}),0),0)`),
        ...table.columns.slice(mark),
      ],
      rows: table.rows.map((row) => [...row.slice(0, mark), null, null, ...row.slice(mark)]),
    },
  };
}

/** What formulas read beside the settings themselves: the days off as WORKDAY.INTL takes them, times that are always numbers. */
function derivedCells({ locale }: CalendarWish, sheet: string, settings: TablePlan) {
  const at = { row: SIDE.row + 1, column: SIDE.label };
  const cells = settingCells(workSettings, settings, { sheet, at, locale });
  const [, six, seven] = WEEKS.map(({ words }) => literal(words[locale][0]));
  const week = cells.ref('week');
  const place = (index: number): Position => ({ row: cells.end + index, column: SIDE.value });
  const seconds = ['am-from', 'am-to', 'pm-from', 'pm-to'].map((id): [string, string] => [
    `ROUND(N(${cells.ref(id)})*86400,0)`,
    'General',
  ]);
  const second = (index: number): string => fixedCell(place(1 + index));
  const lines: [expression: string, format: string][] = [
    [`IF(${week}=${seven},"0000000",IF(${week}=${six},"0000001","0000011"))`, 'General'],
    ...seconds,
    [`${second(1)}-${second(0)}+${second(3)}-${second(2)}`, 'General'],
    [`MAX(${cells.ref('am-to')},${cells.ref('pm-to')})`, 'hh:mm'],
  ];
  const [weekend, amFrom, amTo, pmFrom, pmTo, day, close] = lines.map((_, index) => place(index));
  if (!weekend || !amFrom || !amTo || !pmFrom || !pmTo || !day || !close) throw new Error('Seven cells.');
  return {
    weekend,
    places: { amFrom, amTo, pmFrom, pmTo, day, close },
    blocks: [
      {
        at: { row: SIDE.row, column: SIDE.label },
        cells: [[texts(locale).templates['work-calendar'].derived]],
        style: 'key' as const,
      },
      ...cells.blocks,
      ...lines.map(([expression, format], index) => ({
        at: place(index),
        cells: [[formula(expression)]],
        style: 'key' as const,
        format,
      })),
    ],
  };
}

/** Each day is the next one after the day above it: worked by its weekday and not off, or made up for. */
function workdayList({ locale, first, last }: CalendarWish, table: string, weekend: Position) {
  const t = texts(locale).templates['work-calendar'];
  const off = tableColumn(table, t.offColumn);
  const worked = tableColumn(table, t.workedColumn);
  const top = SIDE.row + 2;
  const count = Math.min(MOST_DAYS, Math.max(AFTER, last - first + BEFORE + AFTER));
  const start = Math.max(1, Math.min(first - BEFORE, LAST_SERIAL - MOST_DAYS * 2));
  const next = (before: string): string =>
    `MIN(WORKDAY.INTL(${before},1,${fixedCell(weekend)},${off}),` +
    `IFERROR(SMALL(${worked},COUNTIF(${worked},"<="&${before})+1),${LAST_SERIAL}))`;
  const cells: PlanCell[][] = Array.from({ length: Math.ceil((count * 6) / 7) }, (_, index) => {
    const before = cellAddress({ row: top + index - 1, column: SIDE.days });
    return [formula(next(before))];
  });
  const area = { row: top, column: SIDE.days, rows: cells.length, columns: 1 };
  const seed: PlanCell[] = [start - 1];
  const blocks: CellBlock[] = [
    { at: { row: top - 2, column: SIDE.days }, cells: [[t.days]], style: 'key' },
    { at: { row: top - 1, column: SIDE.days }, cells: [seed, ...cells], style: 'key', format: DAY },
  ];
  return { area, blocks };
}
