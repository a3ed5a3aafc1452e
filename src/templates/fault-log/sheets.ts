import { columnLetter, type Area } from '../../domain/address';
import type { ChartPlan, ConditionalFormat, PlanCell, SheetPlan, TablePlan } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, formula, RATE } from '../expressions';
import { fixedCell, onSheet, sentence } from '../formula';
import { fittedWidths } from '../measure';
import { Page, printedColumns } from '../page';
import { addRemarks, pageSheet } from '../page-sheet';
import { criterion } from '../visits/formulas';
import { addFigures, addHeaders, addLine, type ListColumn } from '../visits/parts';
import { column, resultNumber, type FaultColumnId, type FaultContext } from './context';
import type { SourceFaults } from './faults';
import { logColumns, type LogColumn } from './table';

const AS_OF = { row: 2, column: 1 };
const HEADER_ROW = 5;
const INSTANT = 'yyyy-mm-dd hh:mm';
const MINUTES = '#,##0.0';

export function asOfReference(sheet: string): string {
  return onSheet(sheet, fixedCell(AS_OF));
}

export interface LogNotes {
  readonly name: string;
  readonly source: string | null;
  /** Serial with a time; null for this very moment. */
  readonly asOf: number | null;
}

/** One row a fault, with its minutes against the limits. */
export function logSheet(context: FaultContext, faults: SourceFaults, notes: LogNotes): SheetPlan {
  const { t } = context;
  const columns = logColumns(context, faults);
  const printed = columns.filter((each) => each.printed).length;
  const rows = Math.max(1, faults.faults.length);
  const page = new Page(printed, 150);
  page.line(t.title, 'title', 34);
  const { length } = faults.faults;
  page.line(
    notes.source === null ? t.blankLine : t.sourceLine({ sheet: notes.source, faults: length }),
    'subtitle',
    16,
  );
  page.cells(AS_OF.row, 0, [{ value: t.asOf, style: 'label' }]);
  page.cells(AS_OF.row, AS_OF.column, [
    { value: notes.asOf ?? formula('NOW()'), style: 'input', format: INSTANT },
  ]);
  page.merged(AS_OF.row, 2, printed - 2, { value: t.asOfHint, style: 'note' });
  page.heights[AS_OF.row] = 18;
  page.row = HEADER_ROW - 2;
  page.line(formula(summary(context)), 'subtitle', 18);
  const table: TablePlan = {
    role: 'faults',
    name: context.table,
    at: { row: HEADER_ROW, column: 0 },
    columns: columns.map((each) => each.column),
    rows: faults.faults.map((fault) => columns.map(({ cell }): PlanCell => cell(fault))),
    keys: faults.faults.map(({ key }) => key),
  };
  return {
    role: 'log',
    name: notes.name,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: [
      {
        area: bodyOf(columns, 'confirmed', rows),
        list: t.confirmedWords,
        open: true,
        prompt: t.confirmedPrompt,
      },
    ],
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

function bodyOf(columns: readonly LogColumn[], id: FaultColumnId, rows: number): Area {
  const place = columns.findIndex((each) => each.column.id === id);
  return { row: HEADER_ROW + 1, column: place, rows, columns: 1 };
}

function formats(
  { settings }: FaultContext,
  columns: readonly LogColumn[],
  rows: number,
): ConditionalFormat[] {
  const cell = (id: FaultColumnId): string =>
    `$${columnLetter(bodyOf(columns, id, 1).column)}${HEADER_ROW + 2}`;
  const state = cell('state');
  const over = (id: FaultColumnId, limit: string): ConditionalFormat => ({
    area: bodyOf(columns, id, rows),
    formula: `=AND(ISNUMBER(${cell(id)}),${cell(id)}>${settings.ref(limit)})`,
    style: 'negative',
  });
  return [
    {
      area: bodyOf(columns, 'result', rows),
      formula: `=OR(${state}=${resultNumber('overdue')},${state}=${resultNumber('impossible')})`,
      style: 'alert',
    },
    {
      area: bodyOf(columns, 'result', rows),
      formula: `=${state}=${resultNumber('missed')}`,
      style: 'negative',
    },
    {
      area: bodyOf(columns, 'result', rows),
      formula: `=${state}=${resultNumber('unknown')}`,
      style: 'muted',
    },
    over('contactMinutes', 'contact'),
    over('responseMinutes', 'response'),
    over('solveMinutes', 'solve'),
  ];
}

function inState(context: FaultContext, name: Parameters<typeof resultNumber>[0], more = ''): string {
  return `COUNTIFS(${column(context, 'state')},${resultNumber(name)}${more})`;
}

function all(context: FaultContext, more = ''): string {
  return `COUNTIFS(${column(context, 'state')},">0"${more})`;
}

function summary(context: FaultContext): string {
  return sentence(context.t.summary, {
    all: all(context),
    met: inState(context, 'met'),
    missed: inState(context, 'missed'),
    running: inState(context, 'running'),
    overdue: inState(context, 'overdue'),
    unknown: `(${inState(context, 'unknown')}+${inState(context, 'impossible')})`,
  });
}

/** Of the faults that can be told: those that kept all limits. */
function inTime(context: FaultContext, more = ''): string {
  const met = inState(context, 'met', more);
  const told = `(${met}+${inState(context, 'missed', more)}+${inState(context, 'overdue', more)})`;
  return `IF(${told}=0,"${context.t.none}",${met}/${told})`;
}

function mean(context: FaultContext, id: FaultColumnId, done: FaultColumnId, more = ''): string {
  return `IFERROR(AVERAGEIFS(${column(context, id)},${column(context, done)},">0"${more}),"${context.t.none}")`;
}

const WIDTHS = [14, 14, 11, 13, 13, 12, 13];
const CHART_ROWS = 14;
const MONTHS = 12;

export interface OverviewNotes {
  readonly name: string;
  readonly engineers: readonly string[];
  readonly customers: readonly string[];
  readonly kinds: readonly string[];
  readonly remarks: readonly string[];
}

/** In time or not, by engineer, customer and kind, month by month; names are those of the build. */
export function overviewSheet(context: FaultContext, notes: OverviewNotes): SheetPlan {
  const { t } = context;
  const texts = t.overview;
  const page = new Page(WIDTHS.length, 92);
  page.line(texts.title, 'title', 34);
  page.line(formula(summary(context)), 'subtitle', 16);
  page.space();
  const figure = (label: string, expression: string, format: string) => ({
    label,
    value: formula(expression),
    format,
  });
  addFigures(
    page,
    [
      figure(texts.figures.all, all(context), COUNT),
      figure(texts.figures.inTime, inTime(context), RATE),
      figure(texts.figures.response, mean(context, 'responseMinutes', 'responded'), MINUTES),
      figure(texts.figures.solve, mean(context, 'solveMinutes', 'solved'), MINUTES),
      figure(texts.figures.open, `${all(context)}-COUNT(${column(context, 'solved')})`, COUNT),
      figure(texts.figures.overdue, inState(context, 'overdue'), COUNT),
      figure(texts.figures.missed, inState(context, 'missed'), COUNT),
      figure(
        texts.figures.unknown,
        `${inState(context, 'unknown')}+${inState(context, 'impossible')}`,
        COUNT,
      ),
    ],
    [2, 2, 2, 1],
  );
  page.note(texts.figuresNote);
  page.space();
  const engineers = addGroup(page, context, 'engineer', notes.engineers);
  const engineerChart = engineers ? keepFree(page) : null;
  addGroup(page, context, 'customer', notes.customers);
  addGroup(page, context, 'kind', notes.kinds);
  page.section();
  page.line(texts.byMonth, 'heading', 22);
  const months = addMonths(page, context);
  const monthChart = keepFree(page);
  addRemarks(page, texts.remarks, notes.remarks);
  return pageSheet(page, {
    role: 'overview',
    name: notes.name,
    charts: [
      ...(engineers && engineerChart ? [engineerChartOf(context, engineers, engineerChart)] : []),
      monthChartOf(context, months, monthChart),
    ],
    widths: WIDTHS,
    footer: t.footer,
  });
}

function keepFree(page: Page): Area {
  const area = { row: page.row, column: 0, rows: CHART_ROWS, columns: WIDTHS.length };
  page.advance(CHART_ROWS);
  page.space();
  return area;
}

/** A line a name; null without names. */
function addGroup(
  page: Page,
  context: FaultContext,
  by: 'engineer' | 'customer' | 'kind',
  names: readonly string[],
): Area | null {
  if (names.length === 0) return null;
  const texts = context.t.overview;
  page.section();
  page.line(texts.by[by], 'heading', 22);
  const columns: ListColumn[] = [
    { header: context.t.columns[by], style: 'label', span: 2 },
    { header: texts.figures.all, style: 'number', format: COUNT_OR_DASH },
    { header: texts.figures.response, style: 'number', format: MINUTES },
    { header: texts.figures.solve, style: 'number', format: MINUTES },
    { header: texts.figures.inTime, style: 'number', format: RATE },
    { header: texts.figures.overdue, style: 'number', format: COUNT_OR_DASH },
  ];
  addHeaders(page, columns);
  const first = page.row;
  for (const name of names) {
    const of = `,${column(context, by)},${criterion(`$A${page.row + 1}`)}`;
    addLine(page, columns, [
      name,
      formula(all(context, of)),
      formula(mean(context, 'responseMinutes', 'responded', of)),
      formula(mean(context, 'solveMinutes', 'solved', of)),
      formula(inTime(context, of)),
      formula(inState(context, 'overdue', of)),
    ]);
  }
  page.space();
  return { row: first, column: 0, rows: names.length, columns: WIDTHS.length };
}

function addMonths(page: Page, context: FaultContext): Area {
  const texts = context.t.overview;
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const columns: ListColumn[] = [
    { header: texts.month, style: 'label', format: 'yyyy-mm', span: 2 },
    { header: context.t.results.met, ...number },
    { header: texts.figures.missed, ...number },
    { header: texts.figures.all, ...number },
  ];
  addHeaders(page, columns);
  const first = page.row;
  const { asOf } = context;
  for (let back = MONTHS - 1; back >= 0; back--) {
    const cell = `$A${page.row + 1}`;
    const reported = column(context, 'reported');
    const of = `,${reported},">="&${cell},${reported},"<"&EDATE(${cell},1)`;
    addLine(page, columns, [
      formula(`EDATE(DATE(YEAR(${asOf}),MONTH(${asOf}),1),-${back})`),
      formula(inState(context, 'met', of)),
      formula(`${inState(context, 'missed', of)}+${inState(context, 'overdue', of)}`),
      formula(all(context, of)),
    ]);
  }
  page.space();
  return { row: first, column: 0, rows: MONTHS, columns: 5 };
}

function engineerChartOf({ t }: FaultContext, group: Area, area: Area): ChartPlan {
  const { charts, figures } = t.overview;
  return {
    kind: 'bar',
    title: charts.engineers,
    categories: { ...group, columns: 1 },
    series: [
      { name: figures.response, values: { ...group, column: 3, columns: 1 } },
      { name: figures.solve, values: { ...group, column: 4, columns: 1 } },
    ],
    valueAxis: { title: charts.minutes, format: COUNT },
    area,
    altText: charts.engineers,
  };
}

function monthChartOf({ t }: FaultContext, months: Area, area: Area): ChartPlan {
  const { charts, figures } = t.overview;
  return {
    kind: 'column-stacked',
    title: charts.months,
    categories: { ...months, columns: 1 },
    series: [
      { name: t.results.met, values: { ...months, column: 2, columns: 1 } },
      { name: figures.missed, values: { ...months, column: 3, columns: 1 } },
    ],
    valueAxis: { title: figures.all, format: COUNT },
    area,
    altText: charts.months,
  };
}
