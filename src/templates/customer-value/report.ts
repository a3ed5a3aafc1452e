import type { Area } from '../../domain/address';
import { cellAddress } from '../../domain/address';
import { dateOf, isoDate } from '../../domain/dates';
import type { ChartPlan, SheetPlan } from '../../plan/types';
import { blanks, cell, COUNT, formula, MONEY, orElse, RATE, shareOf } from '../expressions';
import { fixedCell, literal, sentence } from '../formula';
import { Page } from '../page';
import { addRemarks, pageSheet } from '../page-sheet';
import { column, monthHeader, stageNames, typeNames, type ColumnId, type ValueContext } from './context';
import type { Parameters } from './parameters';
import { addSegments, type SegmentTable } from './segments';

export interface ReportNotes {
  readonly source: string;
  readonly used: number;
  readonly left: number;
  readonly remarks: readonly string[];
}

const COLUMNS = 9;
const WIDTHS = [22, 9, 15, 9, 2, 22, 9, 15, 9];
const RIGHT = 5;
const LINE = 106;
const CHART_ROWS = 13;
/** Customers of the chart and the list under it. */
const TOP = 20;
/** Parts of the customers that the 20/80 table speaks of. */
const PARTS = [0.05, 0.1, 0.2, 0.3, 0.5] as const;
const TWENTY = 2;

export function reportSheet(
  context: ValueContext,
  parameters: Parameters,
  groups: readonly string[],
  notes: ReportNotes,
): SheetPlan {
  const { t, digest, sheets } = context;
  const page = new Page(COLUMNS, LINE);
  const from = digest.months[digest.spanFrom];
  page.line(t.title, 'title', 34);
  page.line(
    t.subtitle({
      from: digest.earlier || from === undefined ? '…' : monthHeader(dateOf(from)),
      to: monthHeader(dateOf(digest.asOf)),
      day: isoDate(digest.asOf),
    }),
    'subtitle',
    16,
  );
  page.line(t.sourceLine(notes), 'subtitle', 16);
  page.space();
  const cardsRow = page.row;
  page.row += 2;
  page.heights[cardsRow] = 20;
  page.heights[cardsRow + 1] = 26;
  page.space();
  page.line(t.headings.prose, 'heading', 22);
  const proseRow = page.row;
  page.row += 2;
  page.space();
  const chartArea: Area = { row: page.row, column: 0, rows: CHART_ROWS, columns: COLUMNS };
  page.advance(CHART_ROWS);
  page.space();

  const abc = segments(page, context, 0, t.headings.abc, 'abc', ['A', 'B', 'C']);
  const parts = concentrationTable(page, context, parameters, abc.names.row - 2);
  page.row = Math.max(abc.end, parts.row + parts.rows);
  page.note(t.abcNote);
  page.space();
  const [typesRow, stagesAt] = [page.row, RIGHT];
  const types = segments(page, context, 0, t.headings.types, 'type', typeNames(context));
  page.row = typesRow;
  const stages = segments(page, context, stagesAt, t.headings.stages, 'stage', stageNames(context));
  page.row = Math.max(types.end, stages.end);
  page.space();
  const bandsRow = page.row;
  const bandNames = digest.rules.bands.map(({ values }) => String(values['band'] ?? ''));
  const bands = segments(page, context, 0, t.headings.bands, 'band', bandNames, t.segments.others);
  let end = bands.end;
  if (digest.hasGroups) {
    page.row = bandsRow;
    end = Math.max(
      end,
      segments(page, context, RIGHT, t.headings.groups, 'group', groups, t.segments.othersAndBlank).end,
    );
  }
  page.row = end;
  page.note(t.segmentNote({ rules: sheets.rules }));
  page.space();
  const top = topTable(page, context, parameters);
  addRemarks(page, t.headings.remarks, notes.remarks);
  const last = page.row;
  cards(page, cardsRow, context, parameters, abc, parts);
  page.row = proseRow;
  prose(page, context, parameters, abc, parts, stages);
  page.row = last;
  return pageSheet(page, {
    role: 'report',
    name: sheets.report,
    charts: [paretoChart(context, top, chartArea)],
    widths: WIDTHS,
    footer: t.footer,
  });
}

function segments(
  page: Page,
  context: ValueContext,
  at: number,
  heading: string,
  by: ColumnId,
  names: readonly string[],
  rest?: string,
): SegmentTable {
  const lines = names.map((name) => ({ label: name, value: name }));
  return addSegments(page, context, { row: page.row, column: at }, heading, by, [
    ...lines,
    ...(rest === undefined ? [] : [{ label: rest, value: null }]),
  ]);
}

/** 20/80: what the largest 5%, 10%, 20% … of the customers make; the parts are cells that can be changed. */
function concentrationTable(page: Page, context: ValueContext, parameters: Parameters, top: number): Area {
  const { t } = context;
  page.cells(top, RIGHT, [cell(t.headings.concentration, 'heading')]);
  page.cells(top + 1, RIGHT, [
    cell(t.concentration.part, 'columnHeader'),
    cell(t.segments.customers, 'columnHeaderNumber'),
    cell(t.columns.amount, 'columnHeaderNumber'),
    cell(t.columns.share, 'columnHeaderNumber'),
  ]);
  const total = parameters['total'] ?? '';
  PARTS.forEach((part, index) => {
    const row = top + 2 + index;
    const [p, n, amount] = [0, 1, 2].map((offset) => cellAddress({ row, column: RIGHT + offset }));
    const rank = column(context, 'rank');
    page.cells(row, RIGHT, [
      cell(part, 'input', '0%'),
      cell(formula(`ROUNDUP(ROUND(COUNT(${rank})*${p},6),0)`), 'number', COUNT),
      cell(formula(`ROUND(SUMIFS(${column(context, 'amount')},${rank},"<="&${n}),2)`), 'number', MONEY),
      cell(formula(shareOf(String(amount), total, `"${t.notAvailable}"`)), 'number', RATE),
    ]);
  });
  return { row: top + 2, column: RIGHT, rows: PARTS.length, columns: 4 };
}

interface TopTable {
  readonly ranks: Area;
  readonly amounts: Area;
  readonly cumulative: Area;
}

/** The customers of the first ranks, live from the customers' table. */
function topTable(page: Page, context: ValueContext, parameters: Parameters): TopTable {
  const { t, digest } = context;
  const count = Math.min(TOP, digest.rows.length);
  page.line(t.headings.top({ n: count }), 'heading', 22);
  page.cells(page.row, 0, [
    cell(t.columns.customer, 'columnHeader'),
    cell(t.columns.rank, 'columnHeaderNumber'),
    cell(t.columns.amount, 'columnHeaderNumber'),
    cell(t.columns.share, 'columnHeaderNumber'),
    ...blanks(1, 'columnHeader'),
    cell(t.columns.type, 'columnHeader'),
    cell(t.columns.abc, 'columnHeader'),
    cell(t.columns.stage, 'columnHeader'),
    cell(t.columns.cumulative, 'columnHeaderNumber'),
  ]);
  page.advance(1, 18);
  const first = page.row;
  const total = parameters['total'] ?? '';
  for (let i = 0; i < count; i++) {
    const row = first + i;
    const of = (id: ColumnId): string =>
      orElse(`INDEX(${column(context, id)},MATCH($B${row + 1},${column(context, 'rank')},0))`, '""');
    const amount = `C${row + 1}`;
    const running = `SUM($C$${first + 1}:${amount})`;
    page.cells(row, 0, [
      cell(formula(of('customer')), 'text'),
      cell(i + 1, 'number', COUNT),
      cell(formula(of('amount')), 'number', MONEY),
      cell(formula(shareOf(amount, total, `"${t.notAvailable}"`)), 'number', RATE),
      ...blanks(1, 'text'),
      cell(formula(of('type')), 'text'),
      cell(formula(of('abc')), 'text'),
      cell(formula(of('stage')), 'text'),
      cell(formula(shareOf(running, total, `"${t.notAvailable}"`)), 'number', RATE),
    ]);
  }
  page.advance(count, 16);
  const area = (place: number): Area => ({ row: first, column: place, rows: count, columns: 1 });
  return { ranks: area(1), amounts: area(2), cumulative: area(8) };
}

function cards(
  page: Page,
  row: number,
  context: ValueContext,
  parameters: Parameters,
  abc: SegmentTable,
  parts: Area,
): void {
  const { t } = context;
  const first = { row: abc.names.row, column: 0 };
  const twenty = { row: parts.row + TWENTY, column: parts.column };
  const figures = [
    { label: t.cards.customers, value: `COUNT(${column(context, 'rank')})`, format: COUNT, at: 0, width: 2 },
    {
      label: t.cards.amount,
      value: parameters['total'] ?? '',
      format: MONEY,
      at: 2,
      width: 2,
    },
    { label: t.cards.a, value: fixedCell({ ...first, column: 1 }), format: COUNT, at: 5, width: 1 },
    { label: t.cards.aShare, value: fixedCell({ ...first, column: 3 }), format: RATE, at: 6, width: 2 },
    {
      label: formula(sentence(t.cards.twenty, { part: `TEXT(${fixedCell(twenty)},"0%")` })),
      value: fixedCell({ ...twenty, column: twenty.column + 3 }),
      format: RATE,
      at: 8,
      width: 1,
    },
  ];
  for (const { label, value, format, at, width } of figures) {
    page.merged(row, at, width, cell(label, 'figureLabel'));
    page.merged(row + 1, at, width, cell(formula(value), 'figure', format));
  }
}

function prose(
  page: Page,
  context: ValueContext,
  parameters: Parameters,
  abc: SegmentTable,
  parts: Area,
  stages: SegmentTable,
): void {
  const { t } = context;
  const total = parameters['total'] ?? '';
  const text = (at: string, format: string): string => `TEXT(${at},"${format}")`;
  const line = (area: Area, index: number): string =>
    fixedCell({ row: area.row + index, column: area.column });
  const twenty = { row: parts.row + TWENTY, column: parts.column };
  const counted = (area: Area, index: number): string => text(line(area, index), COUNT);
  const value = sentence(t.prose.value, {
    n: text(`COUNT(${column(context, 'rank')})`, COUNT),
    amount: text(total, MONEY),
    part: text(fixedCell(twenty), '0%'),
    m: text(fixedCell({ ...twenty, column: twenty.column + 1 }), COUNT),
    share: text(fixedCell({ ...twenty, column: twenty.column + 3 }), RATE),
    a: counted(abc.counts, 0),
    aShare: text(line(abc.shares, 0), RATE),
  });
  const dormant = sentence(t.prose.stages, {
    fresh: counted(stages.counts, 0),
    growing: counted(stages.counts, 1),
    declining: counted(stages.counts, 3),
    dormant: counted(stages.counts, 4),
    amount: text(`${line(stages.amounts, 3)}+${line(stages.amounts, 4)}`, MONEY),
  });
  page.paragraph(formula(`IF(${total}>0,${value},${literal(t.prose.none)})`), t.prose.valueLike);
  page.paragraph(formula(dormant), t.prose.stagesLike);
}

function paretoChart({ t }: ValueContext, top: TopTable, area: Area): ChartPlan {
  return {
    kind: 'combo',
    title: t.chart.title,
    categories: top.ranks,
    series: [
      { name: t.columns.amount, values: top.amounts },
      { name: t.columns.cumulative, values: top.cumulative, line: true },
    ],
    valueAxis: { title: t.axis, format: COUNT },
    categoryAxis: { title: t.chart.ranks },
    secondAxis: { title: t.columns.cumulative, format: '0%', minimum: 0, maximum: 1 },
    area,
    altText: t.chart.alt,
  };
}
