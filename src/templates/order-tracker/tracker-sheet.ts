import { cellAddress, columnLetter, type Area } from '../../domain/address';
import { LEVELS } from '../../domain/orders/levels';
import { STAGES } from '../../domain/orders/stages';
import type { ConditionalFormat, PlanCell, SheetPlan, TablePlan, Validation } from '../../plan/types';
import { DAY, formula } from '../expressions';
import { fixedArea, fixedCell, onSheet, sentence } from '../formula';
import { fittedWidths } from '../measure';
import { Page, printedColumns } from '../page';
import { column, level, type TrackerContext } from './context';
import type { SourceOrders } from './orders';
import { FIRST_STAGE, trackerColumns, type TrackerColumn } from './table';
import { PAPERS } from '../../domain/orders/papers';

export interface TrackerNotes {
  /** The sheets that were read; null where the tracker begins empty. */
  readonly source: string | null;
  /** Serial, or null for today's date whenever the workbook is opened. */
  readonly asOf: number | null;
}

const AS_OF = { row: 2, column: 1 };
export const HEADER_ROW = 5;

/** The day that everything speaks of, as other sheets write it. */
export function asOfReference(sheet: string): string {
  return onSheet(sheet, fixedCell(AS_OF));
}

/** The places of the stages, above their columns. */
function stageArea(): Area {
  return { row: HEADER_ROW - 1, column: FIRST_STAGE, rows: 1, columns: STAGES.length };
}

export function stageNumbers(): string {
  return fixedArea(stageArea());
}

/** One row an order, the worst marked. */
export function trackerSheet(context: TrackerContext, orders: SourceOrders, notes: TrackerNotes): SheetPlan {
  const { t, sheets } = context;
  const columns = trackerColumns(context, orders);
  const printed = columns.filter((each) => each.printed).length;
  const page = new Page(printed, 150);
  page.line(t.title, 'title', 34);
  page.line(
    notes.source === null ? t.blankLine : t.sourceLine({ sheet: notes.source, orders: orders.orders.length }),
    'subtitle',
    16,
  );
  addAsOf(page, context, notes.asOf, printed);
  page.row = HEADER_ROW - 2;
  page.line(formula(summary(context)), 'subtitle', 18);
  page.block(stageArea(), [STAGES.map((_, index) => index + 1)], 'key');
  const table: TablePlan = {
    role: 'orders',
    name: context.table,
    at: { row: HEADER_ROW, column: 0 },
    columns: columns.map((each) => each.column),
    rows: orders.orders.map((order) => columns.map(({ cell }): PlanCell => cell(order))),
    keys: orders.orders.map(({ key }) => key),
  };
  const rows = Math.max(1, orders.orders.length);
  return {
    role: 'tracker',
    name: sheets.tracker,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: validations(context, columns, rows),
    conditionalFormats: formats(context, columns, rows),
    widths: fittedWidths(
      table,
      columns.map(({ width }) => width),
    ),
    heights: { ...page.heights, [HEADER_ROW]: 20 },
    frozenRows: HEADER_ROW + 1,
    frozenColumns: 2,
    gridlines: false,
    print: {
      orientation: 'landscape',
      titleRows: [HEADER_ROW, HEADER_ROW],
      area: printedColumns(printed),
      footer: t.footer,
    },
  };
}

function addAsOf(page: Page, { t }: TrackerContext, asOf: number | null, columns: number): void {
  page.cells(AS_OF.row, 0, [{ value: t.asOf, style: 'label' }]);
  page.cells(AS_OF.row, AS_OF.column, [{ value: asOf ?? formula('TODAY()'), style: 'input', format: DAY }]);
  page.merged(AS_OF.row, AS_OF.column + 1, columns - AS_OF.column - 1, { value: t.asOfHint, style: 'note' });
  page.heights[AS_OF.row] = 18;
}

/** 'of 18 orders 3 are late …', live. */
function summary(context: TrackerContext): string {
  const count = (names: readonly (typeof LEVELS)[number][]): string =>
    names.map((name) => `COUNTIF(${column(context, 'level')},${level(context, name)})`).join('+');
  const all = LEVELS.map((name) => `COUNTIF(${column(context, 'level')},${level(context, name)})`).join('+');
  return sentence(context.t.summary, {
    all: `(${all})`,
    done: `(${count(['closed', 'done'])})`,
    onTime: `(${count(['on-time', 'no-limit'])})`,
    due: count(['due']),
    late: `(${count(['late'])})`,
    warning: `(${count(['warning', 'fine'])})`,
    undated: count(['undated']),
    blocked: `SUM(${column(context, 'blocked')})`,
  });
}

function placeOf(columns: readonly TrackerColumn[], id: string): number {
  return columns.findIndex((each) => each.column.id === id);
}

function bodyOf(rows: number, from: number, count = 1): Area {
  return { row: HEADER_ROW + 1, column: from, rows, columns: count };
}

/** The level's words say it first; the colour comes second. */
function formats(
  context: TrackerContext,
  columns: readonly TrackerColumn[],
  rows: number,
): ConditionalFormat[] {
  const printed = columns.filter((each) => each.printed).length;
  const levelCell = `$${columnLetter(placeOf(columns, 'level'))}${HEADER_ROW + 2}`;
  const is = (name: (typeof LEVELS)[number]): string => `${levelCell}=${level(context, name)}`;
  const [due, daysLate] = [placeOf(columns, 'due'), placeOf(columns, 'level')];
  return [
    {
      area: bodyOf(rows, due, daysLate - due + 1),
      formula: `=OR(${is('warning')},${is('fine')})`,
      style: 'alert',
    },
    { area: bodyOf(rows, due, daysLate - due + 1), formula: `=${is('late')}`, style: 'negative' },
    { area: bodyOf(rows, placeOf(columns, 'level')), formula: `=${is('due')}`, style: 'positive' },
    { area: bodyOf(rows, 0, printed), formula: `=OR(${is('closed')},${is('done')})`, style: 'muted' },
    {
      area: bodyOf(rows, placeOf(columns, 'missing')),
      formula: `=${cellAddress({ row: HEADER_ROW + 1, column: placeOf(columns, 'blocked') }).replace(/^/, '$')}=1`,
      style: 'negative',
    },
  ];
}

function validations({ t }: TrackerContext, columns: readonly TrackerColumn[], rows: number): Validation[] {
  return [
    {
      area: bodyOf(rows, placeOf(columns, 'closed')),
      list: t.closedWords,
      open: true,
      prompt: t.closedPrompt,
    },
    ...PAPERS.map((paper): Validation => ({
      area: bodyOf(rows, placeOf(columns, `paper-${paper}`)),
      list: t.paperWords,
      open: true,
    })),
  ];
}
