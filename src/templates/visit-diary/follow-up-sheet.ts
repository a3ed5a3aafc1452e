import { cellAddress, type Area } from '../../domain/address';
import type { ConditionalFormat, PlanCell, SheetPlan } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, DAY, RATE, formula } from '../expressions';
import { fixedArea, fixedCell, literal, sentence } from '../formula';
import { Page } from '../page';
import { criterion, plainText } from '../visits/formulas';
import { asOfCell, countVisits, diary, inForce, type DiaryColumn, type DiaryContext } from './context';
import { addFigures, addHeaders, addLine, type ListColumn } from '../visits/parts';

/** Where the owners' counts begin: after name and longest owed, two columns each. */
const FIRST_COUNT = 4;
const SETTLED = ['inTime', 'late', 'closed'] as const;
/** Most open items that are listed; the diary's own filter shows all. */
const MOST_LINES = 150;
/** Of a diary so long that finding each line takes its time. */
const LONG_DIARY = 20_000;
const LINES_OF_LONG = 60;
const SPARE_LINES = 10;
const WIDTHS = [7, 22, 11, 12, 28, 11, 11, 10, 8, 9];
const LINE = 118;

/** Who owes what: counts by owner, then the open items, the longest overdue first. Everything follows the diary. */
export function followUpSheet(
  context: DiaryContext,
  owners: readonly string[],
  { open, visits }: { readonly open: number; readonly visits: number },
): SheetPlan {
  const { t, sheets } = context;
  const texts = t.followUp;
  const page = new Page(WIDTHS.length, LINE);
  page.line(texts.title, 'title', 30);
  page.line(formula(asOfLine(context)), 'subtitle', 16);
  page.space();
  addFigures(page, figuresOf(context), [2, 2, 2, 2, 2]);
  page.space();

  page.line(texts.byOwner, 'heading', 22);
  const lines = Math.min(visits > LONG_DIARY ? LINES_OF_LONG : MOST_LINES, open + SPARE_LINES);
  const ownerRows = addOwners(page, context, owners, lines);
  page.note(texts.ownerNote);
  page.space();

  page.line(texts.list, 'heading', 22);
  const first = addItems(page, context, lines);
  page.line(
    formula(
      `IF(${openCount(context)}>${lines},${sentence(texts.more, { count: `TEXT(${openCount(context)}-${lines},"${COUNT}")` })},"")`,
    ),
    'note',
    16,
  );
  return {
    role: 'follow-up',
    name: sheets['follow-up'],
    blocks: page.blocks,
    tables: [],
    charts: [],
    validations: [],
    conditionalFormats: alertsOf(context, first, lines, ownerRows),
    widths: WIDTHS,
    heights: page.heights,
    gridlines: false,
    print: {
      orientation: 'landscape',
      area: { row: 0, column: 0, rows: page.row, columns: WIDTHS.length },
      footer: t.footer,
    },
  };
}

/** "As of 2025-04-29" without TEXT's date codes, which depend on Excel's language. */
export function asOfLine(context: DiaryContext): string {
  return sentence(context.t.asOfLine, { day: isoText(asOfCell(context)) });
}

/** A day as 2025-04-29. */
export function isoText(day: string): string {
  return `YEAR(${day})&"-"&TEXT(MONTH(${day}),"00")&"-"&TEXT(DAY(${day}),"00")`;
}

function withState(
  context: DiaryContext,
  state: string,
  more: readonly (readonly [DiaryColumn, string])[] = [],
): string {
  return countVisits(context, [...more, ['state', literal(state)]]);
}

function openCount(context: DiaryContext, more: readonly (readonly [DiaryColumn, string])[] = []): string {
  const { states } = context.t;
  return `(${withState(context, states.open, more)}+${withState(context, states.overdue, more)})`;
}

function figuresOf(context: DiaryContext) {
  const { t } = context;
  const { states, followUp } = t;
  const inTime = withState(context, states.inTime);
  const late = withState(context, states.late);
  const thisMonth: readonly (readonly [DiaryColumn, string])[] = [
    ['closed', `">="&${inForce(context, 'month')}`],
    ['closed', `"<"&INT(${asOfCell(context)})+1`],
  ];
  const settled = `${withState(context, states.inTime, thisMonth)}+${withState(context, states.late, thisMonth)}`;
  const open = openCount(context);
  const age = diary(context, 'age');
  const total = `SUMIFS(${age},${diary(context, 'state')},${literal(states.open)})+SUMIFS(${age},${diary(context, 'state')},${literal(states.overdue)})`;
  return [
    { label: followUp.figures.open, value: formula(open), format: COUNT },
    { label: followUp.figures.overdue, value: formula(withState(context, states.overdue)), format: COUNT },
    {
      label: followUp.figures.age,
      value: formula(`IF(${open}=0,${literal(t.none)},(${total})/${open})`),
      format: '0.0',
    },
    { label: followUp.figures.settled, value: formula(settled), format: COUNT },
    {
      label: followUp.figures.inTime,
      value: formula(`IF(${inTime}+${late}=0,${literal(t.none)},${inTime}/(${inTime}+${late}))`),
      format: RATE,
    },
  ];
}

function addOwners(
  page: Page,
  context: DiaryContext,
  owners: readonly string[],
  lines: number,
): { row: number; rows: number } {
  const { t } = context;
  const { states, followUp } = t;
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const columns: ListColumn[] = [
    { header: followUp.owner.name, style: 'label', span: 2 },
    { header: followUp.owner.oldest, style: 'text', span: 2 },
    { header: followUp.owner.open, ...number },
    { header: followUp.owner.overdue, ...number },
    { header: followUp.owner.week, ...number },
    { header: followUp.owner.month, ...number },
    { header: followUp.owner.older, ...number },
    { header: followUp.owner.settled, ...number },
  ];
  addHeaders(page, columns);
  const first = page.row;
  // Under the owners, others and total stand a note, a space, the list's heading and its headers.
  const list = { row: first + owners.length + 6, column: 0, rows: lines, columns: 1 };
  for (const owner of owners) {
    const cell = `$${cellAddress({ row: page.row, column: 0 })}`;
    const own: readonly (readonly [DiaryColumn, string])[] = [['responsible', criterion(cell)]];
    const settled = SETTLED.map((state) => withState(context, states[state], own)).join('+');
    const aged = (from: number, to: number | null): string =>
      openCount(context, [
        ...own,
        ['age', `">=${from}"`],
        ...(to === null ? [] : [['age', `"<=${to}"`] as const]),
      ]);
    addLine(page, columns, [
      owner,
      formula(oldestOf(cell, list)),
      formula(openCount(context, own)),
      formula(withState(context, states.overdue, own)),
      formula(aged(0, 7)),
      formula(aged(8, 30)),
      formula(aged(31, null)),
      formula(settled),
    ]);
  }
  const rows = page.row - first;
  const listed = (column: number): string => {
    if (rows === 0) return '0';
    const from = { row: first, column };
    return `SUM(${fixedCell(from)}:${fixedCell({ row: page.row - 1, column })})`;
  };
  const aged = (from: number, to: number | null): string =>
    openCount(context, [['age', `">=${from}"`], ...(to === null ? [] : [['age', `"<=${to}"`] as const])]);
  const settled = SETTLED.map((state) => withState(context, states[state])).join('+');
  const totals = [
    openCount(context),
    withState(context, states.overdue),
    aged(0, 7),
    aged(8, 30),
    aged(31, null),
    settled,
  ];
  // Owners typed since stand in no line of their own: what the lines leave is shown, so that nothing is missed.
  addLine(page, columns, [
    followUp.owner.others,
    null,
    ...totals.map((total, index) => formula(`${total}-${listed(index + FIRST_COUNT)}`)),
  ]);
  addLine(page, columns, [followUp.owner.total, null, ...totals.map(formula)], { total: true });
  return { row: first, rows: rows + 1 };
}

/** What the owner has owed longest: the first of the listed items that is the owner's. */
function oldestOf(owner: string, list: Area): string {
  const names = fixedArea({ ...list, column: 2, columns: 1 });
  const items = fixedArea({ ...list, column: 4, columns: 1 });
  return `IFERROR(INDEX(${items},MATCH(${plainText(owner)},${names},0))&"","")`;
}

function addItems(page: Page, context: DiaryContext, lines: number): number {
  const { t, tables } = context;
  const texts = t.followUp.item;
  const columns: ListColumn[] = [
    { header: texts.row, style: 'key', format: '0' },
    { header: texts.customer, style: 'text' },
    { header: texts.responsible, style: 'text' },
    { header: texts.department, style: 'text' },
    { header: texts.item, style: 'wrapped' },
    { header: texts.date, style: 'text', format: DAY },
    { header: texts.due, style: 'text', format: DAY },
    { header: texts.state, style: 'text' },
    { header: texts.age, style: 'number', format: '0' },
    { header: texts.late, style: 'number', format: COUNT_OR_DASH },
  ];
  addHeaders(page, columns);
  const first = page.row;
  const headers = `ROW(${tables.visits}[[#Headers],[${t.columns.date}]])`;
  const rows = Array.from({ length: lines }, (_, index): PlanCell[] => {
    const number = page.row + index + 1;
    const place = `$A${number}`;
    const at = (column: DiaryColumn): string => `INDEX(${diary(context, column)},${place}-${headers})`;
    const shown = (expression: string): PlanCell => formula(`IF(${place}="","",${expression})`);
    const due = `$G${number}`;
    const late = `IF(${place}="","",MAX(0,INT(${asOfCell(context)})-${due}))`;
    return [
      formula(
        `IFERROR(MATCH(SMALL(${diary(context, 'rank')},${index + 1}),${diary(context, 'rank')},0)+${headers},"")`,
      ),
      shown(`${at('customer')}&""`),
      shown(`${at('responsible')}&""`),
      shown(`${at('department')}&""`),
      shown(`${at('item')}&""`),
      shown(`IF(ISNUMBER(${at('date')}),INT(${at('date')}),"")`),
      shown(`INT(${at('rank')})`),
      shown(at('state')),
      shown(at('age')),
      formula(late),
    ];
  });
  columns.forEach(({ style, format }, column) =>
    page.block(
      { row: page.row, column },
      rows.map((row) => [row[column] ?? null]),
      style,
      format,
    ),
  );
  page.advance(lines, 16);
  return first;
}

function alertsOf(
  context: DiaryContext,
  first: number,
  lines: number,
  owners: { readonly row: number; readonly rows: number },
): ConditionalFormat[] {
  const overdue = literal(context.t.states.overdue);
  return [
    {
      area: { row: first, column: 7, rows: lines, columns: 3 },
      formula: `=$H${first + 1}=${overdue}`,
      style: 'alert',
    },
    {
      area: { row: owners.row, column: FIRST_COUNT + 1, rows: owners.rows, columns: 1 },
      formula: `=N($F${owners.row + 1})>0`,
      style: 'negative',
    },
  ];
}
