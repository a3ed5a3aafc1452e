import type { Area } from '../../domain/address';
import { LEVELS } from '../../domain/orders/levels';
import { PAPERS } from '../../domain/orders/papers';
import { STAGES } from '../../domain/orders/stages';
import type { ConditionalFormat, SheetPlan, Validation } from '../../plan/types';
import { cell, DAY, formula } from '../expressions';
import { fixedArea, sentence } from '../formula';
import { listHead } from '../list-head';
import { listSheet, placeOf, type ListBody } from '../list-sheet';
import { column, level, type TrackerContext } from './context';
import type { SourceOrder, SourceOrders } from './orders';
import { FIRST_STAGE, trackerFields, type FieldId } from './table';

export interface TrackerNotes {
  /** The sheets that were read; null where the tracker begins empty. */
  readonly source: string | null;
  /** Serial, or null for today's date whenever the workbook is opened. */
  readonly asOf: number | null;
}

/** The row above the headers. */
const NUMBERS_ROW = 4;

/** The places of the stages, above their columns. */
function stageArea(): Area {
  return { row: NUMBERS_ROW, column: FIRST_STAGE, rows: 1, columns: STAGES.length };
}

export function stageNumbers(): string {
  return fixedArea(stageArea());
}

/** One row an order, the worst marked. */
export function trackerSheet(context: TrackerContext, orders: SourceOrders, notes: TrackerNotes): SheetPlan {
  const { t, sheets } = context;
  const fields = trackerFields(context, orders);
  const printed = placeOf(fields, 'status');
  const rows = orders.orders;
  const page = listHead(printed, {
    t,
    about: notes.source === null ? t.blankLine : t.sourceLine({ sheet: notes.source, orders: rows.length }),
    asOf: cell(notes.asOf ?? formula('TODAY()'), 'input', DAY),
    summary: summary(context),
  });
  page.block(stageArea(), [STAGES.map((_, index) => index + 1)], 'key');
  return listSheet<SourceOrder, FieldId>({
    role: 'tracker',
    name: sheets.tracker,
    page,
    table: { role: 'orders', name: context.table },
    fields,
    rows,
    keyOf: ({ key }) => key,
    printedBefore: 'status',
    frozenColumns: 2,
    footer: t.footer,
    dress: (body) => ({
      validations: validations(context, body),
      conditionalFormats: formats(context, body, printed),
    }),
  });
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

/** The level's words say it first; the colour comes second. */
function formats(
  context: TrackerContext,
  { area, cell: at }: ListBody<FieldId>,
  printed: number,
): ConditionalFormat[] {
  const is = (name: (typeof LEVELS)[number]): string => `${at('level')}=${level(context, name)}`;
  return [
    { area: area('due', 3), formula: `=OR(${is('warning')},${is('fine')})`, style: 'alert' },
    { area: area('due', 3), formula: `=${is('late')}`, style: 'negative' },
    { area: area('level'), formula: `=${is('due')}`, style: 'positive' },
    { area: area('orderId', printed), formula: `=OR(${is('closed')},${is('done')})`, style: 'muted' },
    { area: area('missing'), formula: `=${at('blocked')}=1`, style: 'negative' },
  ];
}

function validations({ t }: TrackerContext, { area }: ListBody<FieldId>): Validation[] {
  return [
    { area: area('closed'), list: t.closedWords, open: true, prompt: t.closedPrompt },
    ...PAPERS.map((paper): Validation => ({ area: area(`paper-${paper}`), list: t.paperWords, open: true })),
  ];
}
