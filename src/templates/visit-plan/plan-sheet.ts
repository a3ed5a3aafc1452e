import { columnLetter } from '../../domain/address';
import { isoDate } from '../../domain/dates';
import type { PlannedVisit } from '../../domain/visits/plan';
import type { SheetPlan } from '../../plan/types';
import { COUNT, DAY, formula } from '../expressions';
import { literal, sentence, thisRow } from '../formula';
import { fittedWidths } from '../measure';
import { Page, printedColumns } from '../page';
import { countPlanned, planned, type PlanContext, type PlanTexts } from './context';
import type { Digest } from './digest';
import { visitTable, type VisitColumn } from '../visits/table';

type ColumnId = keyof PlanTexts['columns'];
const HEADER_ROW = 3;
const BLANK_LINES = 30;

type Column = VisitColumn<ColumnId, PlannedVisit>;

/** A row a planned visit, day by day, with room for what came of it. */
export function planSheet(context: PlanContext, digest: Digest): SheetPlan {
  const { t, sheets, tables, blank } = context;
  const columns = columnsOf(context, digest);
  const ids = columns.map(({ id }) => id);
  const widths = columns.map(({ width }) => width);
  const page = new Page(
    columns.length,
    widths.reduce((sum, width) => sum + width, 0),
  );
  page.line(titleOf(t, digest), 'title', 30);
  page.line(formula(headline(context, digest)), 'subtitle', 16);
  page.note(blank ? t.plan.blankNote : t.plan.note({ sources: digest.sheets.join(t.listJoin) }));
  const visits = inOrder(digest.plan.visits);
  const lines = blank ? BLANK_LINES : visits.length;
  const keys = keysOf(visits, digest);
  const area = (id: ColumnId) => ({
    row: HEADER_ROW + 1,
    column: ids.indexOf(id),
    rows: Math.max(1, lines),
    columns: 1,
  });
  const cell = (id: ColumnId): string => `$${columnLetter(ids.indexOf(id))}${HEADER_ROW + 2}`;
  const done = `${cell('done')}=${literal(t.plan.doneWords[0] ?? '')}`;
  const table = visitTable({
    role: 'plan',
    name: tables.plan,
    at: { row: HEADER_ROW, column: 0 },
    headers: t.columns,
    columns,
    rows: visits,
    keyOf: (_, index) => keys[index] ?? '',
    blankLines: blank ? lines : null,
  });
  return {
    role: 'plan',
    name: sheets.plan,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: [
      { area: area('done'), list: t.plan.doneWords },
      { area: area('purpose'), list: t.plan.purposes, open: true },
    ],
    conditionalFormats: [
      {
        area: area('reason'),
        formula: `=AND(${cell('reason')}=${literal(t.reasons.late)},${cell('done')}="")`,
        style: 'alert',
      },
      {
        area: area('due'),
        formula: `=AND(ISNUMBER(${cell('due')}),${cell('due')}<${cell('date')},${cell('done')}="")`,
        style: 'negative',
      },
      { area: area('customer'), formula: `=${done}`, style: 'muted' },
    ],
    widths: fittedWidths(table, widths),
    heights: { ...page.heights, [HEADER_ROW]: 22 },
    frozenRows: HEADER_ROW + 1,
    gridlines: false,
    print: {
      orientation: 'landscape',
      area: printedColumns(columns.length - 1),
      titleRows: [HEADER_ROW, HEADER_ROW],
      footer: t.footer,
    },
  };
}

export function titleOf(t: PlanTexts, { span }: Digest): string {
  return span ? t.plan.title({ from: isoDate(span[0]), to: isoDate(span[1]) }) : t.plan.blankTitle;
}

/** By day, then by person: as one goes through the week. */
function inOrder(visits: readonly PlannedVisit[]): PlannedVisit[] {
  return [...visits].sort(
    (a, b) =>
      a.day - b.day ||
      (a.customer.person < b.customer.person ? -1 : a.customer.person > b.customer.person ? 1 : 0),
  );
}

/** A customer's first, second … visit of these days: what came of an earlier plan's visit is not said of the next one. */
function keysOf(visits: readonly PlannedVisit[], { span }: Digest): string[] {
  const from = span ? isoDate(span[0]) : '';
  const times = new Map<string, number>();
  return visits.map(({ customer }) => {
    const name = `${from}/${customer.customer}/${customer.person}`.toLowerCase();
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return `${name}#${time}`;
  });
}

function headline(context: PlanContext, digest: Digest): string {
  const done = [planned(context, 'done'), literal(context.t.plan.doneWords[0] ?? '')] as const;
  return sentence(context.t.plan.headline, {
    visits: `TEXT(${countPlanned(context, digest)},"${COUNT}")`,
    done: `TEXT(${countPlanned(context, digest, done)},"${COUNT}")`,
  });
}

function columnsOf(context: PlanContext, digest: Digest): Column[] {
  const { t, tables } = context;
  const date = thisRow(tables.plan, t.columns.date);
  const names = t.weekdays.map((name) => literal(name)).join(',');
  const text = (
    id: ColumnId,
    width: number,
    cell: Column['cell'],
    style: Column['style'] = 'text',
  ): Column => ({
    id,
    width,
    style,
    entry: 'source',
    ...(cell && { cell }),
  });
  const typed = (id: ColumnId, width: number, style: Column['style'] = 'text'): Column => ({
    id,
    width,
    style,
    entry: 'typed',
  });
  return [
    { id: 'date', width: 11, style: 'text', format: DAY, entry: 'source', cell: ({ day }) => day },
    {
      id: 'weekday',
      width: 6,
      style: 'text',
      entry: 'computed',
      formula: `IF(ISNUMBER(${date}),CHOOSE(WEEKDAY(${date},2),${names}),"")`,
    },
    text('person', 9, ({ customer }) => customer.person || null),
    text('customer', 26, ({ customer }) => customer.customer, 'wrapped'),
    text('region', 11, ({ customer }) => customer.region),
    text('class', 7, ({ customer }) => digest.classes.get(customer.customer) ?? null),
    { ...text('last', 11, ({ customer }) => customer.last), format: DAY },
    { ...text('due', 11, ({ due }) => due), format: DAY },
    text('reason', 10, ({ reason }) => t.reasons[reason]),
    text(
      'item',
      20,
      ({ customer }) => digest.owed.get(customer.customer.toLowerCase())?.text ?? null,
      'wrapped',
    ),
    typed('time', 8),
    typed('purpose', 12, 'wrapped'),
    typed('done', 7),
    typed('result', 22, 'wrapped'),
    { id: 'mark', width: 7, style: 'key', entry: 'mark' },
  ];
}
