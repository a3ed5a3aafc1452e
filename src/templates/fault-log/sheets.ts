import type { Area } from '../../domain/address';
import type { ChartPlan, ConditionalFormat, SheetPlan } from '../../plan/types';
import { cell, COUNT, COUNT_OR_DASH, formula, INSTANT, RATE } from '../expressions';
import { sentence } from '../formula';
import { listHead } from '../list-head';
import { listSheet, placeOf, type ListBody } from '../list-sheet';
import { Page } from '../page';
import { addRemarks, pageSheet } from '../page-sheet';
import { criterion } from '../visits/formulas';
import { addFigures, addHeaders, addLine, type ListColumn } from '../visits/parts';
import { column, resultNumber, type FaultColumnId, type FaultContext } from './context';
import type { SourceFault, SourceFaults } from './faults';
import { logFields } from './table';

const MINUTES = '#,##0.0';

export interface LogNotes {
  readonly name: string;
  readonly source: string | null;
  /** Serial with a time; null for this very moment. */
  readonly asOf: number | null;
}

/** One row a fault, with its minutes against the limits. */
export function logSheet(context: FaultContext, { faults, has }: SourceFaults, notes: LogNotes): SheetPlan {
  const { t } = context;
  const fields = logFields(context, has);
  const page = listHead(placeOf(fields, 'state'), {
    t,
    about: notes.source === null ? t.blankLine : t.sourceLine({ sheet: notes.source, faults: faults.length }),
    asOf: cell(notes.asOf ?? formula('NOW()'), 'input', INSTANT),
    summary: summary(context),
  });
  return listSheet<SourceFault, FaultColumnId>({
    role: 'log',
    name: notes.name,
    page,
    table: { role: 'faults', name: context.table },
    fields,
    rows: faults,
    keyOf: ({ key }) => key,
    printedBefore: 'state',
    frozenColumns: 2,
    footer: t.footer,
    dress: (body) => ({
      validations: [
        { area: body.area('confirmed'), list: t.confirmedWords, open: true, prompt: t.confirmedPrompt },
      ],
      conditionalFormats: formats(context, body),
    }),
  });
}

function formats(
  { settings }: FaultContext,
  { area, cell: at }: ListBody<FaultColumnId>,
): ConditionalFormat[] {
  const is = (name: Parameters<typeof resultNumber>[0]): string => `${at('state')}=${resultNumber(name)}`;
  const over = (id: FaultColumnId, limit: string): ConditionalFormat => ({
    area: area(id),
    formula: `=AND(ISNUMBER(${at(id)}),${at(id)}>${settings.ref(limit)})`,
    style: 'negative',
  });
  return [
    { area: area('result'), formula: `=OR(${is('overdue')},${is('impossible')})`, style: 'alert' },
    { area: area('result'), formula: `=${is('missed')}`, style: 'negative' },
    { area: area('result'), formula: `=${is('unknown')}`, style: 'muted' },
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
