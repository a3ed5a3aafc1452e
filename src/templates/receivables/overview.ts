import { cellAddress, type Area } from '../../domain/address';
import type { ChartPlan, PlanCell, SheetPlan } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, DAY, formula, MONEY, MONEY_OR_DASH, RATE } from '../expressions';
import { literal } from '../formula';
import { Page } from '../page';
import { addRemarks, pageSheet } from '../page-sheet';
import { criterion } from '../visits/formulas';
import { addFigures, addHeaders, addLine, type ListColumn } from '../visits/parts';
import { column, type ColumnId, type DebtContext } from './list';

const WIDTHS = [22, 14, 14, 14, 14, 14, 14];
const CHART_ROWS = 14;
/** Lines of those to be asked next: as many as there are debts and some more, within these. */
const FEWEST_NEXT = 8;
const MOST_NEXT = 20;
const ROOM = 3;

export interface OverviewNotes {
  readonly name: string;
  readonly customers: readonly string[];
  readonly people: readonly string[];
  readonly labels: readonly string[];
  /** How many amounts are owed. */
  readonly debts: number;
  readonly remarks: readonly string[];
}

/** What is owed by age, by customer and by manager, and whom to ask next. Everything but the names is live. */
export function overviewSheet(context: DebtContext, notes: OverviewNotes): SheetPlan {
  const { t } = context;
  const texts = t.overview;
  const page = new Page(WIDTHS.length, 104);
  const open = column(context, 'open');
  const overdue = (from: string): string => `SUMIFS(${open},${column(context, 'age')},${from})`;
  page.line(texts.title, 'title', 34);
  page.space();
  const figure = (label: string, expression: string, format: string) => ({
    label,
    value: formula(expression),
    format,
  });
  addFigures(
    page,
    [
      figure(texts.figures.open, `SUM(${open})`, MONEY),
      figure(texts.figures.overdue, overdue('">=0"'), MONEY),
      figure(texts.figures.share, `IF(SUM(${open})>0,${overdue('">=0"')}/SUM(${open}),"${t.none}")`, RATE),
      figure(texts.figures.old, overdue('">90"'), MONEY),
      figure(texts.figures.received, received(context), MONEY_OR_DASH),
      figure(texts.figures.debtors, `COUNTIFS(${open},">0",${column(context, 'age')},">=0")`, COUNT),
    ],
    [2, 2, 3],
  );
  page.space();
  page.section();
  page.line(texts.ageing, 'heading', 22);
  const buckets = addBuckets(page, context, notes.labels);
  const chart = { row: page.row, column: 0, rows: CHART_ROWS, columns: WIDTHS.length };
  page.advance(CHART_ROWS);
  page.space();
  page.section();
  page.line(texts.next, 'heading', 22);
  const lines = Math.min(MOST_NEXT, Math.max(FEWEST_NEXT, notes.debts + ROOM));
  addNext(page, context, lines);
  page.note(texts.nextNote({ most: lines }));
  page.space();
  addNames(page, context, 'customer', notes.customers, notes.labels);
  addNames(page, context, 'person', notes.people, notes.labels);
  page.note(texts.namesNote);
  addRemarks(page, texts.remarks, notes.remarks);
  return pageSheet(page, {
    role: 'overview',
    name: notes.name,
    charts: [bucketChart(context, buckets, chart)],
    widths: WIDTHS,
    footer: t.footer,
  });
}

/** What came in, in the currency of the sums. */
function received(context: DebtContext): string {
  const amounts = column(context, 'received');
  return context.rates ? `SUMPRODUCT(${amounts},${column(context, 'rate')})` : `SUM(${amounts})`;
}

/** The labels of all parts of what is owed: not due, the buckets, no date. */
function parts({ t, rates }: DebtContext, labels: readonly string[]): string[] {
  return [t.notDue, ...labels, t.undated, ...(rates ? [t.unconverted] : [])];
}

function addBuckets(page: Page, context: DebtContext, labels: readonly string[]): Area {
  const texts = context.t.overview;
  const columns: ListColumn[] = [
    { header: context.t.columns.bucket, style: 'label' },
    { header: context.t.columns.open, style: 'number', format: MONEY_OR_DASH },
    { header: texts.share, style: 'number', format: RATE },
    { header: texts.count, style: 'number', format: COUNT_OR_DASH },
  ];
  addHeaders(page, columns);
  const first = page.row;
  const open = column(context, 'open');
  for (const label of parts(context, labels)) {
    const of = `${column(context, 'bucket')},${criterion(`$A${page.row + 1}`)}`;
    addLine(page, columns, [
      label,
      formula(`SUMIFS(${open},${of})`),
      formula(`IF(SUM(${open})>0,SUMIFS(${open},${of})/SUM(${open}),"${context.t.none}")`),
      formula(`COUNTIFS(${of})`),
    ]);
  }
  const area = { row: first, column: 0, rows: page.row - first, columns: columns.length };
  const sum = (place: number): PlanCell =>
    formula(
      `SUM(${cellAddress({ row: first, column: place })}:${cellAddress({ row: page.row - 1, column: place })})`,
    );
  addLine(page, columns, [texts.total, sum(1), sum(2), sum(3)], { total: true });
  page.space();
  return area;
}

/** The oldest bucket first, in it the largest amount. */
function addNext(page: Page, context: DebtContext, lines: number): void {
  const { columns: names } = context.t;
  const columns: (ListColumn & { readonly id: ColumnId })[] = [
    { id: 'customer', header: names.customer, style: 'text' },
    { id: 'number', header: names.number, style: 'text' },
    { id: 'person', header: names.person, style: 'text' },
    { id: 'open', header: names.open, style: 'number', format: '#,##0.00_)_)' },
    { id: 'due', header: names.due, style: 'text', format: DAY },
    { id: 'age', header: names.age, style: 'number', format: '0_)_)' },
    { id: 'action', header: names.action, style: 'text' },
  ];
  addHeaders(page, columns);
  const rank = column(context, 'rank');
  for (let line = 1; line <= lines; line++) {
    const place = { row: page.row, column: WIDTHS.length };
    const at = `$${cellAddress(place)}`;
    page.block(place, [[formula(`IFERROR(MATCH(LARGE(${rank},${line}),${rank},0),0)`)]], 'key', '0;;');
    addLine(
      page,
      columns,
      columns.map(({ id }): PlanCell => {
        const value = `INDEX(${column(context, id)},${at})`;
        return formula(`IF(${at}=0,"",IF(${value}="","",${value}))`);
      }),
    );
  }
}

function addNames(
  page: Page,
  context: DebtContext,
  by: 'customer' | 'person',
  names: readonly string[],
  labels: readonly string[],
): void {
  if (names.length === 0) return;
  const texts = context.t.overview;
  page.section();
  page.line(texts.by[by], 'heading', 22);
  // Four buckets fit the page; where there are more, the oldest ones are one.
  const shown = labels.slice(0, 4);
  const columns: ListColumn[] = [
    { header: context.t.columns[by], style: 'label' },
    { header: context.t.columns.open, style: 'number', format: MONEY_OR_DASH },
    { header: context.t.notDue, style: 'number', format: MONEY_OR_DASH },
    ...shown.map((header): ListColumn => ({ header, style: 'number', format: MONEY_OR_DASH })),
  ];
  addHeaders(page, columns);
  const open = column(context, 'open');
  for (const name of names) {
    const of = `${column(context, by)},${criterion(`$A${page.row + 1}`)}`;
    const bucket = (label: string): PlanCell =>
      formula(`SUMIFS(${open},${of},${column(context, 'bucket')},${criterion(literal(label))})`);
    addLine(page, columns, [
      name,
      formula(`SUMIFS(${open},${of})`),
      bucket(context.t.notDue),
      ...shown.map(bucket),
    ]);
  }
  page.space();
}

function bucketChart({ t }: DebtContext, buckets: Area, area: Area): ChartPlan {
  const { chart } = t.overview;
  return {
    kind: 'column',
    title: chart,
    categories: { ...buckets, columns: 1 },
    series: [{ name: t.columns.open, values: { ...buckets, column: 1, columns: 1 } }],
    valueAxis: { title: t.columns.open, format: COUNT },
    area,
    altText: chart,
  };
}
