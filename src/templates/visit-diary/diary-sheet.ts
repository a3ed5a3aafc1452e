import { columnLetter } from '../../domain/address';
import type { Overlap } from '../../domain/visits/overlap';
import type { ConditionalFormat, PlanCell, SheetPlan, Validation } from '../../plan/types';
import { COUNT, DAY, formula } from '../expressions';
import { literal, sentence, thisRow } from '../formula';
import { fittedWidths, roomFor } from '../measure';
import { Page, printedColumns } from '../page';
import { criterion, firstOf, placeOf } from '../visits/formulas';
import type { Visit } from '../visits/visits';
import { cellAddress } from '../../domain/address';
import {
  AS_OF_AT,
  asOfCell,
  dayKey,
  countVisits,
  customers,
  diary,
  inForce,
  type DiaryColumn,
  type DiaryContext,
  type Pairs,
} from './context';
import { rangeOfList, type ListRole } from './rules-sheet';
import { visitTable, type VisitColumn } from '../visits/table';

/** Up to so many visits Excel finds overlaps itself, also those of typed rows; above, they are found when building. */
export const LIVE_OVERLAPS = 2000;
/** More rows than these below the ones in order of days make the person wait. */
const MANY_BELOW = 2000;
/** Lines of a diary that is handed out empty. */
export const BLANK_LINES = 40;

export const HEADER_ROW = 4;
const HINT_AT = 2;
const HINT_COLUMNS = 8;

type Column = VisitColumn<DiaryColumn, Visit>;

export interface DiaryRows {
  readonly visits: readonly Visit[];
  readonly overlaps: readonly Overlap[];
  readonly sources: readonly string[];
  /** How many customers and people the lists have, for the cells to choose from. */
  readonly lists: Readonly<Record<ListRole, number>>;
  /** As-of as an expression that follows the diary, or a fixed day. */
  readonly asOf: PlanCell;
}

/** Where each column of the diary stands. */
export function diaryColumns(context: DiaryContext): readonly DiaryColumn[] {
  return columnsOf(context, { visits: [], overlaps: [] }).map(({ id }) => id);
}

export function diarySheet(context: DiaryContext, rows: DiaryRows): SheetPlan {
  const { t, sheets, tables, blank } = context;
  const columns = columnsOf(context, rows);
  const widths = columns.map(({ width }) => width);
  const page = new Page(
    columns.length,
    widths.reduce((sum, width) => sum + width, 0),
  );
  page.line(t.title, 'title', 30);
  page.line(formula(headline(context)), 'subtitle', 16);
  page.cells(AS_OF_AT.row, 0, [
    { value: t.asOf, style: 'label' },
    { value: rows.asOf, style: 'input', format: DAY },
  ]);
  page.merged(AS_OF_AT.row, HINT_AT, HINT_COLUMNS, {
    value: blank ? t.asOfHint.blank : formula(liveHint(context, rows.sources)),
    style: 'note',
  });
  page.heights[AS_OF_AT.row] = 18;
  page.heights[AS_OF_AT.row + 1] = 6;
  const count = blank ? BLANK_LINES : rows.visits.length;
  const table = visitTable({
    role: 'visits',
    name: tables.visits,
    at: { row: HEADER_ROW, column: 0 },
    headers: t.columns,
    columns,
    rows: rows.visits,
    keyOf: ({ key }) => key,
    blankLines: blank ? count : null,
  });
  const ids = columns.map(({ id }) => id);
  return {
    role: 'diary',
    name: sheets.diary,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: validationsOf(context, ids, count, rows.lists),
    conditionalFormats: alertsOf(context, ids, count),
    widths: fittedWidths(table, widths),
    heights: { ...page.heights, [HEADER_ROW]: 22, ...(blank ? linesOfPaper(count) : {}) },
    frozenRows: HEADER_ROW + 1,
    frozenColumns: 3,
    gridlines: false,
    print: {
      orientation: 'landscape',
      area: printedColumns(ids.indexOf('age') + 1),
      titleRows: [HEADER_ROW, HEADER_ROW],
      footer: t.footer,
    },
  };
}

/** Where the figures come from; before it what makes them slow, as long as it does. */
function liveHint(context: DiaryContext, sources: readonly string[]): string {
  const { asOfHint, listJoin } = context.t;
  const slow = `IF(${inForce(context, 'rest')}>${MANY_BELOW},${literal(asOfHint.unordered)},"")`;
  return `${slow}&${literal(asOfHint.built({ sources: sources.join(listJoin) }))}`;
}

/** Room to write by hand. */
function linesOfPaper(count: number): Record<number, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [HEADER_ROW + 1 + index, 22]));
}

function headline(context: DiaryContext): string {
  const { t } = context;
  const counted = (test: string): string => countVisits(context, [['state', literal(test)]]);
  return sentence(t.headline, {
    visits: `TEXT(COUNT(${diary(context, 'date')}),"${COUNT}")`,
    open: `TEXT(${counted(t.states.open)}+${counted(t.states.overdue)},"${COUNT}")`,
    overdue: `TEXT(${counted(t.states.overdue)},"${COUNT}")`,
  });
}

function columnsOf(context: DiaryContext, rows: Pick<DiaryRows, 'visits' | 'overlaps'>): Column[] {
  const { filled } = context;
  const text = (
    id: DiaryColumn & keyof Visit['texts'],
    width: number,
    style: Column['style'] = 'text',
  ): Column => ({
    id,
    width,
    style,
    entry: filled.texts.has(id) ? 'source' : 'typed',
    cell: (visit) => visit.texts[id],
  });
  const optional = (column: Column): Column[] => (column.entry === 'source' ? [column] : []);
  const day = (id: 'nextDate' | 'due'): Column => ({
    id,
    width: 10.5,
    style: 'text',
    format: DAY,
    entry: filled.dates.has(id) ? 'source' : 'typed',
    cell: (visit) => visit.dates[id],
  });
  const chased = filled.items ? 'source' : 'typed';
  return [
    { id: 'date', width: 10.5, style: 'text', format: DAY, entry: 'source', cell: ({ date }) => date },
    // The day asked about stands above it.
    { id: 'person', width: 10.5, style: 'text', entry: 'source', cell: ({ person }) => person },
    { id: 'customer', width: 18, style: 'wrapped', entry: 'source', cell: ({ customer }) => customer },
    { id: 'class', width: 6.5, style: 'text', entry: 'computed', formula: classOf(context) },
    text('contact', 8.5),
    ...optional(text('phone', 13)),
    ...optional(text('channel', 8)),
    text('purpose', 10.5, 'wrapped'),
    text('content', 17, 'wrapped'),
    text('result', 13, 'wrapped'),
    text('nextStep', 13, 'wrapped'),
    day('nextDate'),
    { id: 'item', width: 17, style: 'wrapped', entry: chased, cell: ({ item }) => item },
    text('owner', 8.5),
    text('department', 10.5, 'wrapped'),
    day('due'),
    { id: 'closed', width: 10.5, style: 'text', format: DAY, entry: chased, cell: ({ closed }) => closed },
    text('opinion', 12, 'wrapped'),
    ...optional(text('note', 14, 'wrapped')),
    {
      id: 'state',
      width: roomFor(Object.values(context.t.states), 8.5),
      style: 'text',
      entry: 'computed',
      formula: stateOf(context),
    },
    { id: 'age', width: 6, style: 'number', format: '0', entry: 'computed', formula: ageOf(context) },
    { id: 'responsible', width: 8.5, style: 'text', entry: 'computed', formula: responsibleOf(context) },
    overlapColumn(context, rows),
    { id: 'dayKey', width: 6, style: 'key', entry: 'computed', formula: dayKeyOf(context) },
    { id: 'listRow', width: 6, style: 'key', format: '0', entry: 'computed', formula: listRowOf(context) },
    { id: 'rank', width: 6, style: 'key', format: '0', entry: 'computed', formula: rankOf(context) },
    {
      id: 'origin',
      width: 13,
      style: 'key',
      entry: 'origin',
      cell: ({ sheet, at }) => `${sheet}!${cellAddress(at)}`,
    },
    { id: 'mark', width: 7, style: 'key', entry: 'mark' },
  ];
}

function own({ t, tables }: DiaryContext, column: DiaryColumn): string {
  return thisRow(tables.visits, t.columns[column]);
}

/** Where the row's customer stands in the list of customers. */
function listRowOf(context: DiaryContext): string {
  const name = own(context, 'customer');
  return `IF(${name}="","",${placeOf(name, customers(context, 'name'), '""')})`;
}

function classOf(context: DiaryContext): string {
  const [name, row] = [own(context, 'customer'), own(context, 'listRow')];
  const found = `INDEX(${customers(context, 'class')},${row})&""`;
  return `IF(${name}="","",IF(${row}="",${literal(context.t.unknownCustomer)},${found}))`;
}

/** The day by which the row's item is to be settled. */
function dueOf(context: DiaryContext): string {
  const [due, date] = [own(context, 'due'), own(context, 'date')];
  const limit = `${date}+${inForce(context, 'follow-up-days')}`;
  return `IF(ISNUMBER(${due}),${due},IF(ISNUMBER(${date}),${limit},${asOfCell(context)}))`;
}

function stateOf(context: DiaryContext): string {
  const { states } = context.t;
  const [item, closed] = [own(context, 'item'), own(context, 'closed')];
  const due = dueOf(context);
  return firstOf(
    [
      [`${item}=""`, '""'],
      // What was settled after the day asked about was open then.
      [
        `AND(ISNUMBER(${closed}),N(${closed})<=${asOfCell(context)})`,
        `IF(${closed}>${due},${literal(states.late)},${literal(states.inTime)})`,
      ],
      [`AND(${closed}<>"",NOT(ISNUMBER(${closed})))`, literal(states.closed)],
      [`${due}<${asOfCell(context)}`, literal(states.overdue)],
    ],
    literal(states.open),
  );
}

function isOpen(context: DiaryContext): string {
  const { states } = context.t;
  const state = own(context, 'state');
  return `OR(${state}=${literal(states.open)},${state}=${literal(states.overdue)})`;
}

function ageOf(context: DiaryContext): string {
  const [item, date, closed] = [own(context, 'item'), own(context, 'date'), own(context, 'closed')];
  const open = `IF(${isOpen(context)},MAX(0,INT(${asOfCell(context)})-INT(${date})),IF(ISNUMBER(${closed}),MAX(0,INT(${closed})-INT(${date})),""))`;
  return `IF(${item}="","",IF(ISNUMBER(${date}),${open},""))`;
}

/** 谁走访谁督办: whoever visited owns what nobody else is named for. */
function responsibleOf(context: DiaryContext): string {
  const [item, owner, person] = [own(context, 'item'), own(context, 'owner'), own(context, 'person')];
  return `IF(${item}="","",IF(${owner}<>"",${owner},${person}&""))`;
}

/** Who and when as one text: what the sheet of days counts by, many times over. */
function dayKeyOf(context: DiaryContext): string {
  const [person, date] = [own(context, 'person'), own(context, 'date')];
  return `IF(${person}="","",IF(ISNUMBER(${date}),${dayKey(person, date)},""))`;
}

/** Orders the open items by due day; the row's number keeps equal days apart. */
function rankOf(context: DiaryContext): string {
  const rank = `IF(${isOpen(context)},${dueOf(context)}+ROW()/10000000,"")`;
  return `IF(${own(context, 'item')}="","",${rank})`;
}

function overlapColumn(
  context: DiaryContext,
  { visits, overlaps }: Pick<DiaryRows, 'visits' | 'overlaps'>,
): Column {
  const column = { id: 'overlap', width: 6, style: 'number', format: '0' } as const;
  if (visits.length > LIVE_OVERLAPS) {
    const rows = new Set(overlaps.flatMap(({ first, second }) => [first, second]));
    return { ...column, entry: 'origin', cell: (_, index) => (rows.has(index) ? 1 : null) };
  }
  const [customer, date, person] = [own(context, 'customer'), own(context, 'date'), own(context, 'person')];
  const within = inForce(context, 'overlap-days');
  const others = (who: Pairs): string =>
    countVisits(context, [
      ...who,
      ['date', `">="&${date}-${within}`],
      ['date', `"<="&${date}+${within}`],
      ['person', `"<>"&${person}`],
      ['person', '"<>"'],
    ]);
  // By name only whom no list has: 7 and 007 are one name to COUNTIFS.
  const row = own(context, 'listRow');
  const found = `IF(${row}="",${others([['customer', criterion(customer)]])},${others([['listRow', row]])})`;
  const known = `OR(${customer}="",${person}="",NOT(ISNUMBER(${date})))`;
  return { ...column, entry: 'computed', formula: `IF(${known},"",IF(${found}>0,1,""))` };
}

const LISTS: readonly (readonly [DiaryColumn, ListRole])[] = [
  ['person', 'people'],
  ['customer', 'customers'],
  ['purpose', 'purposes'],
  ['owner', 'people'],
  ['department', 'departments'],
];

function validationsOf(
  context: DiaryContext,
  ids: readonly DiaryColumn[],
  count: number,
  lists: DiaryRows['lists'],
): Validation[] {
  return LISTS.flatMap(([id, list]) => {
    const column = ids.indexOf(id);
    if (column < 0 || lists[list] === 0) return [];
    const area = { row: HEADER_ROW + 1, column, rows: Math.max(1, count), columns: 1 };
    return [{ area, list: formula(rangeOfList(context, list, lists[list])), open: true }];
  });
}

function alertsOf(context: DiaryContext, ids: readonly DiaryColumn[], count: number): ConditionalFormat[] {
  const { states } = context.t;
  const cell = (id: DiaryColumn): string => `$${columnLetter(ids.indexOf(id))}${HEADER_ROW + 2}`;
  const on = (id: DiaryColumn, test: string, style: ConditionalFormat['style']): ConditionalFormat => ({
    area: { row: HEADER_ROW + 1, column: ids.indexOf(id), rows: Math.max(1, count), columns: 1 },
    formula: `=${test}`,
    style,
  });
  const overdue = `${cell('state')}=${literal(states.overdue)}`;
  return [
    on('item', overdue, 'alert'),
    on('state', overdue, 'alert'),
    on('due', overdue, 'alert'),
    on('date', `AND(${cell('customer')}<>"",NOT(ISNUMBER(${cell('date')})))`, 'alert'),
    // Not counted yet: planned, or a slip of the pen.
    on('date', `AND(ISNUMBER(${cell('date')}),INT(${cell('date')})>${asOfCell(context)})`, 'negative'),
    on('customer', `AND(${cell('customer')}="",ISNUMBER(${cell('date')}))`, 'alert'),
    on(
      'nextDate',
      `AND(ISNUMBER(${cell('nextDate')}),${cell('nextDate')}<${asOfCell(context)},${cell('closed')}="")`,
      'negative',
    ),
    on('overlap', `${cell('overlap')}=1`, 'alert'),
    on('class', `${cell('class')}=${literal(context.t.unknownCustomer)}`, 'muted'),
  ];
}
