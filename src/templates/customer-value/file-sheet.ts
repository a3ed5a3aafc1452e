import type { Area } from '../../domain/address';
import { cellAddress } from '../../domain/address';
import { dateOf } from '../../domain/dates';
import type { ChartPlan, PlanCell, SheetPlan } from '../../plan/types';
import {
  blanks,
  cell,
  COUNT,
  DAY,
  formula,
  MONEY,
  MONEY_OR_DASH,
  orElse,
  RATE,
  shareOf,
} from '../expressions';
import { fixedArea, fixedCell, onSheet, tableColumn } from '../formula';
import { Page, SPACE } from '../page';
import { pageSheet } from '../page-sheet';
import { column, monthHeader, type ColumnId, type ValueContext } from './context';

/** Four pairs of label and value a row. */
const COLUMNS = 8;
const WIDTHS = [12, 14, 12, 14, 12, 14, 12, 14];
const CHOICE = { row: 2, column: 1 };
/** Where the chosen customer's row is; small and grey. */
const POSITION = { row: 2, column: 7 };
const CHART_ROWS = 14;

/** 客户档案: one page about the customer that is chosen in its yellow cell. */
export function fileSheet(context: ValueContext, list: Area): SheetPlan {
  const { t, digest, sheets } = context;
  const page = new Page(COLUMNS, 100);
  page.line(t.fileSheet, 'title', 34);
  page.line(t.fileNote, 'subtitle', 16);
  page.cells(CHOICE.row, 0, [cell(t.file.choose, 'label')]);
  page.merged(CHOICE.row, CHOICE.column, 5, cell(digest.rows[0]?.name ?? null, 'input'));
  page.cells(POSITION.row, POSITION.column - 1, [
    cell(t.file.position, 'key'),
    cell(formula(positionExpression(context)), 'key', COUNT),
  ]);
  page.heights[CHOICE.row] = 20;
  page.row = CHOICE.row + 1;
  page.space();

  facts(page, context);
  page.space();
  page.line(t.file.trend, 'heading', 22);
  const chartArea: Area = { row: page.row, column: 0, rows: CHART_ROWS, columns: COLUMNS };
  page.advance(CHART_ROWS);
  page.space();
  const months = monthTable(page, context);
  const charts: ChartPlan[] = [
    {
      kind: 'column',
      title: t.file.chart,
      categories: months.labels,
      series: [{ name: t.columns.amount, values: months.amounts }],
      valueAxis: { title: t.axis, format: COUNT },
      area: chartArea,
      altText: t.file.chartAlt,
    },
  ];
  return pageSheet(page, {
    role: 'file',
    name: sheets.file,
    charts,
    validations: [
      {
        area: { ...CHOICE, rows: 1, columns: 1 },
        list: formula(onSheet(sheets.customers, fixedArea(list))),
        prompt: t.file.prompt,
      },
    ],
    widths: WIDTHS,
    footer: t.footer,
  });
}

/** By the rank, which is a number: MATCH would take "*" or "?" in a name for a wildcard. */
function positionExpression(context: ValueContext): string {
  const rank = column(context, 'rank');
  const chosen = fixedCell(CHOICE);
  return orElse(`MATCH(SUMPRODUCT(--(${column(context, 'customer')}=${chosen}),${rank}),${rank},0)`, '0');
}

function valueOf(context: ValueContext, id: ColumnId): string {
  return at(`${column(context, id)}`);
}

/** A blank cell stays blank: INDEX would say 0. */
function at(cells: string): string {
  const found = `INDEX(${cells},${fixedCell(POSITION)})`;
  return `IF(${fixedCell(POSITION)}=0,"—",IF(${found}="","—",${found}))`;
}

function facts(page: Page, context: ValueContext): void {
  const { t, digest } = context;
  const formats: Partial<Record<ColumnId, string>> = {
    amount: MONEY,
    share: RATE,
    cumulative: RATE,
    rank: COUNT,
    orders: COUNT,
    days: COUNT,
    first: DAY,
    last: DAY,
    lastVisit: DAY,
    contract_end: DAY,
    recent: MONEY,
    previous: MONEY,
  };
  const shown: ColumnId[] = [
    'amount',
    'rank',
    'share',
    'cumulative',
    'abc',
    'band',
    'stage',
    'type',
    ...(digest.hasGroups ? (['group'] as const) : []),
    'person',
    'first',
    'last',
    'days',
    'orders',
    'recent',
    'previous',
    ...(digest.hasVisits ? (['lastVisit'] as const) : []),
    ...digest.facts,
    'keeper',
    'action',
  ];
  for (let i = 0; i < shown.length; i += COLUMNS / 2) {
    const line = shown.slice(i, i + COLUMNS / 2);
    page.cells(
      page.row,
      0,
      line
        .map((id) => cell(t.columns[id], 'figureLabel'))
        .flatMap((label) => [label, ...blanks(1, 'figureLabel')]),
    );
    line.forEach((id, index) =>
      page.merged(page.row + 1, index * 2, 2, cell(formula(valueOf(context, id)), 'label', formats[id])),
    );
    page.advance(1, 16);
    page.advance(1, 18);
  }
  page.space();
  page.heights[page.row - 1] = SPACE;
}

/** Newest month last; at most the months that the customers' table has. */
function monthTable(page: Page, context: ValueContext): { labels: Area; amounts: Area } {
  const { t, digest, tables } = context;
  const number = (text: string) => cell(text, 'columnHeaderNumber');
  page.cells(page.row, 0, [
    cell(t.file.month, 'columnHeader'),
    ...blanks(1, 'columnHeader'),
    number(t.columns.amount),
    ...blanks(1, 'columnHeaderNumber'),
    number(t.file.change),
    ...blanks(1, 'columnHeaderNumber'),
    number(t.file.ofAll),
    ...blanks(1, 'columnHeaderNumber'),
  ]);
  page.advance(1, 18);
  const first = page.row;
  digest.months.forEach((month, index) => {
    const row = first + index;
    const header = monthHeader(dateOf(month));
    const all = tableColumn(tables.customers, header);
    const amount = cellAddress({ row, column: 2 });
    const before = cellAddress({ row: row - 1, column: 2 });
    const change: PlanCell =
      index === 0
        ? t.notAvailable
        : formula(`IF(N(${before})>0,(${amount}-${before})/${before},"${t.notAvailable}")`);
    page.cells(row, 0, [
      cell(header, 'label'),
      ...blanks(1, 'label'),
      cell(
        formula(`IF(${fixedCell(POSITION)}=0,0,INDEX(${all},${fixedCell(POSITION)}))`),
        'number',
        MONEY_OR_DASH,
      ),
      ...blanks(1, 'number'),
      cell(change, 'number', RATE),
      ...blanks(1, 'number'),
      cell(formula(shareOf(amount, `SUM(${all})`, `"${t.notAvailable}"`)), 'number', RATE),
      ...blanks(1, 'number'),
    ]);
  });
  page.advance(digest.months.length, 16);
  const area = (place: number): Area => ({
    row: first,
    column: place,
    rows: Math.max(1, digest.months.length),
    columns: 1,
  });
  return { labels: area(0), amounts: area(2) };
}
