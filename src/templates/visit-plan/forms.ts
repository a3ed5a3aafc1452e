import { cellAddress, type Position } from '../../domain/address';
import type { PlanCell, SheetPlan, TableColumn } from '../../plan/types';
import { COUNT, DAY, formula, MONEY } from '../expressions';
import { fixedCell, literal, sentence, tableColumn } from '../formula';
import { Page, printedColumns } from '../page';
import { addFigures } from '../visits/parts';
import type { PlanContext } from './context';

/** Forms that are filled in by hand: the first visit, and the trip with its budget. */

interface FormColumn {
  readonly id: string;
  readonly width: number;
  readonly style?: TableColumn['style'];
  readonly format?: string;
}

const FIRST_HEADER = 6;
const FIRST_LINES = 20;
const FIRST_COLUMNS = [
  { id: 'date', width: 11, format: DAY },
  { id: 'person', width: 9 },
  { id: 'customer', width: 22, style: 'wrapped' },
  { id: 'address', width: 18, style: 'wrapped' },
  { id: 'contact', width: 10 },
  { id: 'phone', width: 13, format: '@' },
  { id: 'size', width: 9 },
  { id: 'headcount', width: 8 },
  { id: 'brands', width: 14, style: 'wrapped' },
  { id: 'volume', width: 10 },
  { id: 'buyer', width: 12, style: 'wrapped' },
  { id: 'stage', width: 9 },
  { id: 'next', width: 18, style: 'wrapped' },
  { id: 'nextDate', width: 11, format: DAY },
] as const satisfies readonly FormColumn[];

const TRIP_LINES = 8;
const TRIP_HEADER = 14;
const TRIP_COLUMNS = [
  { id: 'day', width: 7 },
  { id: 'date', width: 11, format: DAY },
  { id: 'route', width: 24, style: 'wrapped' },
  { id: 'customers', width: 26, style: 'wrapped' },
  { id: 'contact', width: 16, style: 'wrapped' },
  { id: 'work', width: 26, style: 'wrapped' },
  { id: 'cost', width: 12, style: 'number', format: MONEY },
] as const satisfies readonly FormColumn[];

function tableOf(
  role: string,
  name: string,
  at: Position,
  columns: readonly FormColumn[],
  headers: Readonly<Record<string, string>>,
  lines: number,
  mark: string,
): SheetPlan['tables'][number] {
  return {
    role,
    name,
    at,
    columns: [
      ...columns.map(({ id, style = 'text', format }): TableColumn => ({
        id,
        header: headers[id] ?? id,
        style,
        entry: 'typed',
        ...(format !== undefined && { format }),
      })),
      { id: 'mark', header: mark, style: 'key', entry: 'mark' },
    ],
    rows: Array.from({ length: lines }, (): PlanCell[] => [...columns, null].map(() => null)),
    keys: Array.from({ length: lines }, (_, index) => `line-${index + 1}`),
  };
}

/** Room to write by hand. */
function linesOfPaper(header: number, lines: number): Record<number, number> {
  return Object.fromEntries(Array.from({ length: lines }, (_, line) => [header + 1 + line, 26]));
}

/** What a first visit is to bring home, and whether enough new customers were found this week. */
export function firstVisitSheet(context: PlanContext): SheetPlan {
  const { t, sheets, tables } = context;
  const texts = t.firstVisit;
  const widths = [...FIRST_COLUMNS.map(({ width }) => width), 7];
  const page = new Page(
    FIRST_COLUMNS.length,
    widths.reduce((sum, width) => sum + width, 0),
  );
  page.line(texts.title, 'title', 30);
  page.note(texts.note);
  const [fresh = '', prospect = ''] = texts.stages;
  const table = tables['first-visits'];
  const week = `TODAY()-WEEKDAY(TODAY(),2)+1`;
  const inWeek = (stage: string): string => {
    const [date, stages] = [tableColumn(table, texts.columns.date), tableColumn(table, texts.columns.stage)];
    return `COUNTIFS(${date},">="&${week},${date},"<"&${week}+7,${stages},${literal(stage)})`;
  };
  addFigures(
    page,
    [
      {
        label: texts.figures.visits,
        value: formula(`COUNTIFS(${tableColumn(table, texts.columns.customer)},"?*")`),
        format: COUNT,
      },
      { label: texts.figures.fresh, value: formula(inWeek(fresh)), format: COUNT },
      { label: texts.figures.prospects, value: formula(inWeek(prospect)), format: COUNT },
    ],
    [3, 3, 4],
  );
  page.note(texts.weekly);
  const stage = FIRST_COLUMNS.findIndex(({ id }) => id === 'stage');
  return {
    role: 'first-visit',
    name: sheets['first-visit'],
    blocks: page.blocks,
    tables: [
      tableOf(
        'first-visits',
        table,
        { row: FIRST_HEADER, column: 0 },
        FIRST_COLUMNS,
        texts.columns,
        FIRST_LINES,
        t.columns.mark,
      ),
    ],
    charts: [],
    validations: [
      { area: { row: FIRST_HEADER + 1, column: stage, rows: FIRST_LINES, columns: 1 }, list: texts.stages },
    ],
    conditionalFormats: [],
    widths,
    heights: { ...page.heights, [FIRST_HEADER]: 22, ...linesOfPaper(FIRST_HEADER, FIRST_LINES) },
    frozenRows: FIRST_HEADER + 1,
    gridlines: false,
    print: {
      orientation: 'landscape',
      area: printedColumns(FIRST_COLUMNS.length),
      titleRows: [FIRST_HEADER, FIRST_HEADER],
      footer: t.footer,
    },
  };
}

/** Where the trip's money stands: labels in the first columns, amounts beside them. */
const MONEY_COLUMN = 2;
export const TRIP_CELLS = {
  planned: { row: 7, column: MONEY_COLUMN },
  reserve: { row: 8, column: MONEY_COLUMN },
  total: { row: 9, column: MONEY_COLUMN },
  requested: { row: 10, column: MONEY_COLUMN },
  gap: { row: 11, column: MONEY_COLUMN },
  check: { row: 11, column: MONEY_COLUMN + 1 },
} as const satisfies Readonly<Record<string, Position>>;

/** Days, route, customers and cost of a trip; what is asked for is checked against what is planned and kept in reserve. */
export function tripSheet(context: PlanContext): SheetPlan {
  const { t, sheets, tables } = context;
  const texts = t.trip;
  const widths = [...TRIP_COLUMNS.map(({ width }) => width), 7];
  const page = new Page(TRIP_COLUMNS.length, 118);
  page.line(texts.title, 'title', 30);
  page.note(texts.note);
  page.space();
  for (const label of texts.head) {
    page.merged(page.row, 0, 2, { value: label, style: 'label' });
    page.merged(page.row, 2, TRIP_COLUMNS.length - 2, { value: null, style: 'input' });
    page.advance(1, 20);
  }
  page.space();
  const cost = tableColumn(tables.trip, texts.columns.cost);
  const ref = (cell: keyof typeof TRIP_CELLS): string => fixedCell(TRIP_CELLS[cell]);
  const money = (
    cell: 'planned' | 'reserve' | 'total' | 'requested' | 'gap',
    value: PlanCell,
    input = false,
  ): void => {
    const { row, column } = TRIP_CELLS[cell];
    page.merged(row, 0, 2, { value: texts.money[cell], style: cell === 'total' ? 'totalLabel' : 'label' });
    page.cells(row, column, [
      { value, style: input ? 'input' : cell === 'total' ? 'total' : 'number', format: MONEY },
    ]);
  };
  money('planned', formula(`ROUND(SUM(${cost}),2)`));
  money('reserve', null, true);
  money('total', formula(`ROUND(${ref('planned')}+N(${ref('reserve')}),2)`));
  money('requested', null, true);
  money('gap', formula(`IF(ISNUMBER(${ref('requested')}),ROUND(${ref('requested')}-${ref('total')},2),0)`));
  page.merged(TRIP_CELLS.check.row, TRIP_CELLS.check.column, 4, {
    value: formula(checkOf(context, ref)),
    style: 'text',
  });
  page.row = TRIP_HEADER - 1;
  page.line(texts.days, 'heading', 22);
  const last = TRIP_HEADER + 1;
  return {
    role: 'trip',
    name: sheets.trip,
    blocks: page.blocks,
    tables: [
      tableOf(
        'trip',
        tables.trip,
        { row: TRIP_HEADER, column: 0 },
        TRIP_COLUMNS,
        texts.columns,
        TRIP_LINES,
        t.columns.mark,
      ),
    ],
    charts: [],
    validations: [],
    conditionalFormats: [
      {
        area: { ...TRIP_CELLS.gap, rows: 1, columns: 5 },
        formula: `=ABS(${ref('gap')})>=0.005`,
        style: 'alert',
      },
      {
        area: { row: last, column: TRIP_COLUMNS.length - 1, rows: TRIP_LINES, columns: 1 },
        formula: `=AND(${cellAddress({ row: last, column: 6 })}<>"",NOT(ISNUMBER(${cellAddress({ row: last, column: 6 })})))`,
        style: 'alert',
      },
    ],
    widths,
    heights: { ...page.heights, [TRIP_HEADER]: 22, ...linesOfPaper(TRIP_HEADER, TRIP_LINES) },
    gridlines: false,
    print: {
      orientation: 'landscape',
      area: printedColumns(TRIP_COLUMNS.length),
      footer: t.footer,
    },
  };
}

/** What the two sums say of each other, in words. */
function checkOf({ t }: PlanContext, ref: (cell: keyof typeof TRIP_CELLS) => string): string {
  const texts = t.trip.check;
  const amount = `TEXT(ABS(${ref('gap')}),"${MONEY}")`;
  const says = (text: string): string => sentence(text, { amount });
  return (
    `IF(NOT(ISNUMBER(${ref('requested')})),${literal(texts.missing)},` +
    `IF(${ref('gap')}=0,${literal(texts.equal)},IF(${ref('gap')}>0,${says(texts.more)},${says(texts.less)})))`
  );
}
