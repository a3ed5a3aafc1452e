import type { Area } from '../../domain/address';
import type { ConditionalFormat, PlanCell, SheetPlan } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, DAY, RATE, formula } from '../expressions';
import { fixedArea, fixedCell, literal, sentence } from '../formula';
import { Page } from '../page';
import { criterion, plainText } from '../visits/formulas';
import {
  asOfCell,
  countVisits,
  diary,
  inForce,
  type DiaryColumn,
  type DiaryContext,
  type Pairs,
} from './context';
import { addFigures, addHeaders, addLine, type ListColumn } from '../visits/parts';

/** Where the owners' counts begin: after name and longest owed, two columns each. */
const FIRST_COUNT = 4;
/** Beside what is printed: counts of the whole diary, and whom each owner's line looks for. */
const BESIDE = 11;
const TOTALS_AT = { row: 3, column: BESIDE };
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
  { open: found, visits }: { readonly open: number; readonly visits: number },
): SheetPlan {
  const { t, sheets } = context;
  const texts = t.followUp;
  const page = new Page(WIDTHS.length, LINE);
  page.line(texts.title, 'title', 30);
  page.line(formula(asOfLine(context)), 'subtitle', 16);
  page.space();
  const totals = addTotals(page, context);
  addFigures(page, figuresOf(context, totals), [2, 2, 2, 2, 2]);
  page.space();

  page.line(texts.byOwner, 'heading', 22);
  const lines = Math.min(visits > LONG_DIARY ? LINES_OF_LONG : MOST_LINES, found + SPARE_LINES);
  const ownerRows = addOwners(page, context, owners, totals, lines);
  page.note(texts.ownerNote);
  page.space();

  page.line(texts.list, 'heading', 22);
  const first = addItems(page, context, lines);
  const open = `(${totals.open}+${totals.overdue})`;
  const more = sentence(texts.more, { count: `TEXT(${open}-${lines},"${COUNT}")` });
  page.line(formula(`IF(${open}>${lines},${more},"")`), 'note', 16);
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

const STATES = ['open', 'overdue', 'inTime', 'late', 'closed'] as const;
type State = (typeof STATES)[number];

/** How many items of the whole diary are in each state, each counted once. */
function addTotals(page: Page, context: DiaryContext): Readonly<Record<State, string>> {
  page.block(TOTALS_AT, [STATES.map((state) => formula(withState(context, state)))], 'key', '0');
  return Object.fromEntries(
    STATES.map((state, index) => [state, fixedCell({ ...TOTALS_AT, column: BESIDE + index })]),
  ) as Record<State, string>;
}

function withState(context: DiaryContext, state: State, more: Pairs = []): string {
  return countVisits(context, [...more, ['state', literal(context.t.states[state])]]);
}

function figuresOf(context: DiaryContext, { open, overdue, inTime, late }: Readonly<Record<State, string>>) {
  const { t } = context;
  const { states, followUp } = t;
  const thisMonth: Pairs = [
    ['closed', `">="&${inForce(context, 'month')}`],
    ['closed', `"<"&${inForce(context, 'after')}`],
  ];
  const settled = `${withState(context, 'inTime', thisMonth)}+${withState(context, 'late', thisMonth)}`;
  const age = diary(context, 'age');
  const total = `SUMIFS(${age},${diary(context, 'state')},${literal(states.open)})+SUMIFS(${age},${diary(context, 'state')},${literal(states.overdue)})`;
  return [
    { label: followUp.figures.open, value: formula(`${open}+${overdue}`), format: COUNT },
    { label: followUp.figures.overdue, value: formula(overdue), format: COUNT },
    {
      label: followUp.figures.age,
      value: formula(`IF(${open}+${overdue}=0,${literal(t.none)},(${total})/(${open}+${overdue}))`),
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
  totals: Readonly<Record<State, string>>,
  lines: number,
): { row: number; rows: number } {
  const { t } = context;
  const { followUp } = t;
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
  // A rank is what open items have and no others.
  const aged = (own: Pairs, from: number, to: number | null): string =>
    countVisits(context, [
      ...own,
      ['rank', '">0"'],
      ['age', `">=${from}"`],
      ...(to === null ? [] : [['age', `"<=${to}"`] as const]),
    ]);
  const ages = (own: Pairs): string[] => [aged(own, 0, 7), aged(own, 8, 30), aged(own, 31, null)];
  for (const owner of owners) {
    const [name, test, open, overdue] = [0, BESIDE, FIRST_COUNT, FIRST_COUNT + 1].map((column) =>
      fixedCell({ row: page.row, column }),
    ) as [string, string, string, string];
    const own: Pairs = [['responsible', test]];
    page.cells(page.row, BESIDE, [{ value: formula(criterion(name)), style: 'key' }]);
    addLine(page, columns, [
      owner,
      formula(oldestOf(name, list)),
      formula(`${overdue}+${withState(context, 'open', own)}`),
      formula(withState(context, 'overdue', own)),
      ...ages(own).map((each): PlanCell => formula(each)),
      formula(`${countVisits(context, own)}-${open}`),
    ]);
  }
  const rows = page.row - first;
  const listed = (column: number): string =>
    rows === 0 ? '0' : `SUM(${fixedArea({ row: first, column, rows, columns: 1 })})`;
  const all = [
    `${totals.open}+${totals.overdue}`,
    totals.overdue,
    ...ages([]),
    `${totals.inTime}+${totals.late}+${totals.closed}`,
  ];
  // Owners typed since stand in no line of their own: what the lines leave is shown, so that nothing is missed.
  const total = (column: number): string => fixedCell({ row: page.row + 1, column });
  addLine(page, columns, [
    followUp.owner.others,
    null,
    ...all.map((_, index): PlanCell => {
      const column = index + FIRST_COUNT;
      return formula(`${total(column)}-${listed(column)}`);
    }),
  ]);
  addLine(page, columns, [followUp.owner.total, null, ...all.map((each): PlanCell => formula(each))], {
    total: true,
  });
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
