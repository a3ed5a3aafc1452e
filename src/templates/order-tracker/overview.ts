import { cellAddress, type Area } from '../../domain/address';
import type { Level } from '../../domain/orders/levels';
import { STAGES, stageIndex, type Stage } from '../../domain/orders/stages';
import type { ChartPlan, ConditionalFormat, PlanCell, SheetPlan } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, DAY, formula, MONEY, MONEY_OR_DASH, RATE } from '../expressions';
import { sentence } from '../formula';
import { Page } from '../page';
import { addRemarks, pageSheet } from '../page-sheet';
import { addFigures, addHeaders, addLine, type Figure, type ListColumn } from '../visits/parts';
import { criterion } from '../visits/formulas';
import { column, level, stageColumn, stageName, type ColumnId, type TrackerContext } from './context';
import { levelNumber } from './formulas';

/** Nine columns, a portrait page wide. */
const WIDTHS = [13, 20, 11, 10, 20, 11, 9, 14, 3];
const COLUMNS = 8;
const LINE = 105;
/** Lines of the late list: those of the build and some more, within these. */
const FEWEST_LATE = 8;
const MOST_LATE = 30;
const ROOM = 4;
const MONTHS = 12;
const CHART_ROWS = 10;
/** A bar chart names every line. */
const BAR_ROWS = 14;
const FIGURE_SPANS = [1, 1, 2, 2, 2];
/** The place of a late row in the table stands beside the list, for its cells to read. */
const PLACE_COLUMN = COLUMNS;

export interface OverviewNotes {
  /** The managers, the busiest first. */
  readonly people: readonly string[];
  /** Late orders when it was built. */
  readonly late: number;
  readonly remarks: readonly string[];
}

/** What is late and whose, how orders move on, and how long it takes. Everything but the names is live. */
export function overviewSheet(context: TrackerContext, notes: OverviewNotes): SheetPlan {
  const { t, sheets } = context;
  const texts = t.overview;
  const page = new Page(COLUMNS, LINE);
  page.line(texts.title, 'title', 34);
  page.line(formula(sentence(texts.asOf, { day: dayText(context) })), 'subtitle', 16);
  page.space();
  addFigures(page, figures(context), FIGURE_SPANS);
  page.note(texts.figuresNote);
  page.space();
  page.section();
  page.line(texts.lateList, 'heading', 22);
  const lines = Math.min(MOST_LATE, Math.max(FEWEST_LATE, notes.late + ROOM));
  const list = addLateList(page, context, lines);
  page.note(texts.lateNote({ most: lines }));
  page.space();
  if (notes.people.length > 0) addPeople(page, context, notes.people);
  page.section();
  page.line(texts.funnel, 'heading', 22);
  const funnel = addFunnel(page, context);
  page.note(texts.funnelNote);
  const funnelChart = keepFree(page, BAR_ROWS);
  page.section();
  page.line(texts.throughput, 'heading', 22);
  const months = addThroughput(page, context);
  const monthChart = keepFree(page, CHART_ROWS);
  page.section();
  page.line(texts.leadTimes, 'heading', 22);
  const legs = addLegs(page, context);
  page.note(texts.leadTimeNote);
  const legChart = keepFree(page, BAR_ROWS);
  addRemarks(page, texts.remarks, notes.remarks);
  return pageSheet(page, {
    role: 'overview',
    name: sheets.overview,
    charts: [
      barChart(texts.charts.funnel, funnel, texts.charts.orders, COUNT, funnelChart),
      throughputChart(context, months, monthChart),
      barChart(texts.charts.leadTimes, legs, texts.charts.days, '0.0', legChart),
    ],
    conditionalFormats: [lateFormat(context, list)],
    widths: WIDTHS,
    columns: COLUMNS,
    footer: t.footer,
  });
}

function keepFree(page: Page, rows: number): Area {
  page.space();
  const area = { row: page.row, column: 0, rows, columns: COLUMNS };
  page.advance(rows);
  page.space();
  return area;
}

/** The day as a text without TEXT(), whose date codes depend on Excel's language. */
function dayText({ asOf }: TrackerContext): string {
  const two = (part: string): string => `TEXT(${part}(${asOf}),"00")`;
  return `YEAR(${asOf})&"-"&${two('MONTH')}&"-"&${two('DAY')}`;
}

/** Orders from one level on (or of exactly one), and of one manager. */
function count(context: TrackerContext, levels: string, more = ''): string {
  return `COUNTIFS(${column(context, 'levelNumber')},${levels}${more})`;
}

const from = (name: Level): string => `">=${levelNumber(name)}"`;
const only = (name: Level): string => String(levelNumber(name));
/** Neither closed nor done. */
const OPEN = from('no-limit');
const LATE = from('late');

function figures(context: TrackerContext): Figure[] {
  const texts = context.t.overview.figures;
  const installed = `COUNT(${column(context, 'leadTime')})`;
  const inTime = `COUNTIF(${column(context, 'leadTime')},"<=7")`;
  const number = (label: string, expression: string): Figure => ({
    label,
    value: formula(expression),
    format: COUNT,
  });
  return [
    number(texts.open, count(context, OPEN)),
    number(texts.due, count(context, only('due'))),
    number(texts.late, count(context, only('late'))),
    number(texts.warning, count(context, from('warning'))),
    number(texts.blocked, `SUM(${column(context, 'blocked')})`),
    number(texts.undated, count(context, only('undated'))),
    {
      label: texts.leadTime,
      value: formula(`IFERROR(AVERAGE(${column(context, 'leadTime')}),"${context.t.none}")`),
      format: '0.0',
    },
    {
      label: texts.inTime,
      value: formula(`IF(${installed}=0,"${context.t.none}",${inTime}/${installed})`),
      format: RATE,
    },
    {
      label: texts.lateAmount,
      value: formula(`SUMIFS(${column(context, 'amount')},${column(context, 'levelNumber')},${LATE})`),
      format: MONEY,
    },
    {
      label: texts.fine,
      value: formula(`SUM(${column(context, 'fine')})`),
      format: MONEY_OR_DASH,
    },
  ];
}

/** The latest first; each line knows its row of the table. */
function addLateList(page: Page, context: TrackerContext, lines: number): Area {
  const { columns: names } = context.t;
  const columns: (ListColumn & { readonly id: ColumnId })[] = [
    { id: 'orderId', header: names.orderId, style: 'text' },
    { id: 'customer', header: names.customer, style: 'text' },
    { id: 'person', header: names.person, style: 'text' },
    { id: 'stage', header: names.stage, style: 'text' },
    { id: 'next', header: names.next, style: 'text' },
    { id: 'due', header: names.due, style: 'text', format: DAY },
    { id: 'daysLate', header: names.daysLate, style: 'number', format: '0_)_)' },
    { id: 'level', header: names.level, style: 'text' },
  ];
  addHeaders(page, columns);
  const first = page.row;
  const rank = column(context, 'rank');
  for (let line = 0; line < lines; line++) {
    const place = { row: page.row, column: PLACE_COLUMN };
    const at = `$${cellAddress(place)}`;
    page.block(place, [[formula(`IFERROR(MATCH(LARGE(${rank},${line + 1}),${rank},0),0)`)]], 'key', '0;;');
    addLine(
      page,
      columns,
      columns.map(({ id }): PlanCell => {
        const value = `INDEX(${column(context, id)},${at})`;
        return formula(`IF(${at}=0,"",IF(${value}="","",${value}))`);
      }),
    );
  }
  return { row: first, column: 0, rows: lines, columns: COLUMNS };
}

function lateFormat(context: TrackerContext, list: Area): ConditionalFormat {
  const cell = `$H${list.row + 1}`;
  return {
    area: { ...list, column: 5, columns: 3 },
    formula: `=OR(${cell}=${level(context, 'warning')},${cell}=${level(context, 'fine')})`,
    style: 'alert',
  };
}

function addPeople(page: Page, context: TrackerContext, people: readonly string[]): void {
  const texts = context.t.overview;
  page.section();
  page.line(texts.byPerson, 'heading', 22);
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const columns: ListColumn[] = [
    { header: context.t.columns.person, style: 'label', span: 2 },
    { header: texts.person.open, ...number },
    { header: texts.person.due, ...number },
    { header: texts.person.late, ...number },
    { header: texts.person.warning, ...number },
    { header: texts.person.blocked, ...number },
    { header: texts.person.lateAmount, style: 'number', format: MONEY_OR_DASH },
  ];
  addHeaders(page, columns);
  const person = column(context, 'person');
  for (const name of people) {
    const of = `,${person},${criterion(`$A${page.row + 1}`)}`;
    addLine(page, columns, [
      name,
      formula(count(context, OPEN, of)),
      formula(count(context, only('due'), of)),
      formula(count(context, only('late'), of)),
      formula(count(context, from('warning'), of)),
      formula(`COUNTIFS(${column(context, 'blocked')},1${of})`),
      formula(`SUMIFS(${column(context, 'amount')},${column(context, 'levelNumber')},${LATE}${of})`),
    ]);
  }
  page.note(texts.byPersonNote);
  page.space();
}

/** How many orders have come so far, and how many stand there. */
function addFunnel(page: Page, context: TrackerContext): Bars {
  const texts = context.t.overview.funnelTable;
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const columns: ListColumn[] = [
    { header: texts.stage, style: 'label', span: 2 },
    { header: texts.reached, ...number },
    { header: texts.here, ...number },
    { header: texts.share, style: 'number', format: RATE },
    { header: texts.late, ...number },
  ];
  addHeaders(page, columns);
  const first = page.row;
  const stages = column(context, 'stageNumber');
  for (const stage of STAGES) {
    const place = stageIndex(stage) + 1;
    const reached = count(context, '">0"', `,${stages},">=${place}"`);
    const all = count(context, '">0"', `,${stages},">=1"`);
    const here = `,${stages},${place}`;
    addLine(page, columns, [
      stageName(context, stage),
      formula(reached),
      formula(count(context, OPEN, here)),
      formula(`IF(${all}=0,"${context.t.none}",${reached}/${all})`),
      formula(count(context, LATE, here)),
    ]);
  }
  return barsOf(first, STAGES.length, 2);
}

/** What a bar chart shows. */
interface Bars {
  readonly categories: Area;
  readonly values: Area;
}

function barsOf(row: number, rows: number, column: number): Bars {
  return {
    categories: { row, column: 0, rows, columns: 1 },
    values: { row, column, rows, columns: 1 },
  };
}

const MEASURED: readonly Stage[] = ['proposal', 'contract', 'accepted', 'installed'];

/** Orders by the month in which they reached a stage, the last twelve months. */
function addThroughput(page: Page, context: TrackerContext): Area {
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const columns: ListColumn[] = [
    { header: context.t.overview.month, style: 'label', format: 'yyyy-mm', span: 2 },
    ...MEASURED.map((stage): ListColumn => ({ header: stageName(context, stage), ...number })),
  ];
  addHeaders(page, columns);
  const first = page.row;
  const { asOf } = context;
  for (let back = MONTHS - 1; back >= 0; back--) {
    const cell = `$A${page.row + 1}`;
    addLine(page, columns, [
      formula(`EDATE(DATE(YEAR(${asOf}),MONTH(${asOf}),1),-${back})`),
      ...MEASURED.map((stage) => {
        const dates = stageColumn(context, stage);
        return formula(
          `COUNTIFS(${dates},">="&${cell},${dates},"<"&EDATE(${cell},1),${dates},"<"&INT(${asOf})+1)`,
        );
      }),
    ]);
  }
  return { row: first, column: 0, rows: MONTHS, columns: 2 + MEASURED.length };
}

function throughputChart({ t, ...context }: TrackerContext, months: Area, area: Area): ChartPlan {
  const texts = t.overview.charts;
  return {
    kind: 'column',
    title: texts.throughput,
    categories: { ...months, columns: 1 },
    series: MEASURED.map((stage, index) => ({
      name: stageName(context, stage),
      values: { ...months, column: 2 + index, columns: 1 },
    })),
    valueAxis: { title: texts.orders, format: COUNT },
    area,
    altText: texts.throughputAlt,
  };
}

/** From which stage to which the time is taken. */
const LEGS: readonly (readonly [Stage, Stage])[] = [
  ['lead', 'proposal'],
  ['visit', 'proposal'],
  ['proposal', 'contract'],
  ['contract', 'number'],
  ['contract', 'accepted'],
  ['accepted', 'installed'],
  ['contract', 'installed'],
  ['lead', 'installed'],
];

/** Mean days between two stages, of the orders that have both dates. */
function addLegs(page: Page, context: TrackerContext): Bars {
  const texts = context.t.overview.leadTimeTable;
  const columns: ListColumn[] = [
    { header: texts.leg, style: 'label', span: 2 },
    { header: texts.days, style: 'number', format: '0.0' },
    { header: texts.orders, style: 'number', format: COUNT_OR_DASH },
  ];
  addHeaders(page, columns);
  const first = page.row;
  for (const [from, to] of LEGS) {
    const [a, b] = [stageColumn(context, from), stageColumn(context, to)];
    const both = `${a},">0",${b},">0"`;
    const orders = `COUNTIFS(${both})`;
    addLine(page, columns, [
      texts.of({ from: stageName(context, from), to: stageName(context, to) }),
      formula(`IF(${orders}=0,"${context.t.none}",(SUMIFS(${b},${both})-SUMIFS(${a},${both}))/${orders})`),
      formula(orders),
    ]);
  }
  return barsOf(first, LEGS.length, 2);
}

function barChart(
  title: string,
  { categories, values }: Bars,
  axis: string,
  format: string,
  area: Area,
): ChartPlan {
  return {
    kind: 'bar',
    title,
    categories,
    series: [{ name: title, values }],
    valueAxis: { title: axis, format },
    area,
    altText: title,
  };
}
