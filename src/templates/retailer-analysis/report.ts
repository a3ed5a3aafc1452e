import type { Area } from '../../domain/address';
import { isoDate } from '../../domain/dates';
import type { ChartPlan, SheetPlan } from '../../plan/types';
import { cell, COUNT, formula, orElse } from '../expressions';
import { fixedArea, fixedCell, onSheet, tableColumn } from '../formula';
import { Page, SPACE } from '../page';
import { addRemarks, pageSheet } from '../page-sheet';
import { addAccounts } from './accounts-section';
import { curveColumn, type Chosen, type RetailContext } from './context';
import { addFigures, addPeriodTable, FIGURE_ROWS, type PeriodTable } from './curve-section';
import { addMix } from './mix-section';
import { curveSentences } from './prose';

export interface ReportNotes {
  readonly source: string;
  readonly remarks: readonly string[];
}

export const COLUMNS = 10;
const WIDTHS = [13, 11, 11, 11, 11, 2, 16, 11, 11, 11];
const LINE = 104;
const CHART_ROWS = 13;

/** Where the retailer and the measure are chosen, and where his rows are in the tables. */
const RETAILER = { row: 3, column: 1 };
const MEASURE = { row: 3, column: 8 };
const NUMBER = { row: 4, column: 1 };

export function reportSheet(context: RetailContext, notes: ReportNotes): SheetPlan {
  const { t, digest, sheets, measures } = context;
  const page = new Page(COLUMNS, LINE);
  page.line(t.title, 'title', 34);
  page.line(
    t.subtitle({
      sheet: notes.source,
      rows: digest.used,
      day: digest.asOf === null ? '' : isoDate(digest.asOf),
    }),
    'subtitle',
    16,
  );
  page.heights[2] = SPACE;
  const chosen = addChoosers(page, context);
  page.row = NUMBER.row + 1;
  const figuresRow = page.row;
  page.row += FIGURE_ROWS;
  page.space();
  page.line(t.headings.prose, 'heading', 22);
  const proseRow = page.row;
  page.row += 2;
  page.space();
  const chartArea: Area = { row: page.row, column: 0, rows: CHART_ROWS, columns: COLUMNS };
  page.advance(CHART_ROWS);
  page.space();
  const mix = digest.mix.length > 0 ? addMix(page, context, chosen) : null;
  page.section();
  addAccounts(page, context, chosen);
  page.space();
  page.section();
  const periods = addPeriodTable(page, context, chosen);
  if (notes.remarks.length > 0) page.section();
  addRemarks(page, t.headings.remarks, notes.remarks);
  const last = page.row;
  addFigures(page, figuresRow, context, chosen);
  page.row = proseRow;
  for (const { expression, like } of curveSentences(context, chosen, periods)) {
    page.paragraph(formula(expression), like);
  }
  const measure = measures[0] ?? 'quantity';
  const list = { row: 4, column: 0, rows: Math.max(1, digest.retailers.length), columns: 1 };
  page.row = last;
  return pageSheet(page, {
    role: 'report',
    name: sheets.report,
    charts: [curveChart(context, periods, chartArea), ...(mix?.charts ?? [])],
    validations: [
      {
        area: { ...RETAILER, rows: 1, columns: 1 },
        list: formula(onSheet(sheets[measure], fixedArea(list))),
        prompt: t.retailerPrompt,
      },
      ...(measures.length > 1
        ? [
            {
              area: { ...MEASURE, rows: 1, columns: 1 },
              list: measures.map((each) => t.measures[each]),
              prompt: t.measurePrompt,
            },
          ]
        : []),
    ],
    conditionalFormats: periods.conditionalFormats,
    widths: WIDTHS,
    footer: t.footer,
  });
}

function addChoosers(page: Page, context: RetailContext): Chosen {
  const { t, digest, tables, measures } = context;
  const measure = measures[0] ?? 'quantity';
  page.cells(RETAILER.row, 0, [cell(t.retailer, 'label')]);
  page.merged(RETAILER.row, RETAILER.column, 4, cell(digest.retailers[0]?.name ?? null, 'input'));
  page.merged(MEASURE.row, MEASURE.column - 2, 2, cell(t.measure, 'label'));
  page.merged(
    MEASURE.row,
    MEASURE.column,
    2,
    cell(t.measures[measure], measures.length > 1 ? 'input' : 'label'),
  );
  page.heights[RETAILER.row] = 20;
  const retailer = fixedCell(RETAILER);
  // By a number of his own: MATCH would take "*" or "?" in a name for a wildcard.
  const number = `SUMPRODUCT(--(${curveColumn(context, measure, 'retailer')}=${retailer}),${tableColumn(tables[measure], t.curveColumns.no)})`;
  page.cells(NUMBER.row, 0, [cell(t.number, 'key'), cell(formula(number), 'key', COUNT)]);
  page.heights[NUMBER.row] = 12;
  return {
    retailer,
    byAmount:
      measures.length > 1
        ? `(${fixedCell(MEASURE)}="${t.measures.amount}")`
        : measure === 'amount'
          ? 'TRUE'
          : 'FALSE',
    of: (column, numbers) =>
      orElse(`INDEX(${column},MATCH(${fixedCell(NUMBER)},${numbers},0))`, `"${t.notAvailable}"`),
  };
}

/** The curve with its three lines. */
function curveChart({ t, digest }: RetailContext, periods: PeriodTable, area: Area): ChartPlan {
  return {
    kind: 'line',
    title: t.chart.title,
    categories: periods.labels,
    series: [
      { name: t.chart.value, values: periods.shown },
      { name: 'S1', values: periods.s1 },
      { name: 'S2', values: periods.s2 },
      { name: 'S3', values: periods.s3 },
    ],
    valueAxis: { title: t.chart.axis, format: COUNT },
    categoryAxis: { title: t.periods[digest.unit] },
    area,
    altText: t.chart.alt,
  };
}
