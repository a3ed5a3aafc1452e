import type { Area } from '../../domain/address';
import type { ChartPlan, SheetPlan } from '../../plan/types';
import { fixedCell, sentence } from '../formula';
import { Page, SPACE } from '../page';
import type { Breakdown } from './breakdown';
import { COUNT, dataColumn, dayExpression, formula, monthExpression, type SummaryContext } from './context';
import { addKeyFigures, FIGURE_ROWS } from './figures';
import { addGrowthRow, GROWTH_ROWS } from './growth-row';
import { addMonthTable, type MonthTable } from './month-table';
import { growthSentences, monthSentences, topSentences } from './prose';
import { growthSentencesLike, monthSentencesLike, topSentencesLike } from './prose-length';
import type { Uncounted } from './sales';
import { addShareTable, type ShareTable } from './share-tables';

/** What the report says beside the live figures: as of the build. */
export interface ReportNotes {
  readonly sheet: string;
  readonly used: number;
  readonly uncounted: readonly Uncounted[];
  readonly remarks: readonly string[];
}

const COLUMNS = 9;
/** Two halves with a narrow gap between them. */
const WIDTHS = [13, 9, 15, 9, 2, 15, 9, 15, 10];
const RIGHT_HALF = 5;
/** Digits of a line over the whole width, less what a word or a comma that may not begin a line leaves free. */
const LINE = 92;
const FOCUS_ROW = 4;
const FOCUS_COLUMN = 2;
const CHART_ROWS = 12;
/** Beyond this the report only says how many more there are. */
const MOST_UNCOUNTED = 20;

export function reportSheet(
  context: SummaryContext,
  name: string,
  breakdowns: readonly Breakdown[],
  notes: ReportNotes,
): SheetPlan {
  const { t } = context;
  const page = new Page(COLUMNS, LINE);
  addHead(page, context, notes);
  const focusCell = { row: FOCUS_ROW, column: FOCUS_COLUMN };
  const focus = fixedCell(focusCell);

  // The figures and sentences speak of the tables below them: their rows are kept free and filled at the end.
  const figuresRow = FOCUS_ROW + 2;
  page.row = figuresRow + FIGURE_ROWS;
  page.space();
  page.line(t.headings.prose, 'heading', 22);
  const proseRow = page.row;
  page.row += breakdowns.some(({ names }) => names.length > 0) ? 3 : 2;
  page.space();
  const growthRow = page.row;
  page.row += GROWTH_ROWS;
  page.space();
  const chartArea = keepFree(page, CHART_ROWS);

  page.line(t.headings.months, 'heading', 22);
  const months = addMonthTable(page, context);
  page.note(t.monthTable.note);
  page.space();
  const shareTables = addShares(page, context, breakdowns, months, focus);
  const barArea = shareTables.length > 0 ? keepFree(page, CHART_ROWS) : null;
  addNotes(page, context, notes);
  const rows = page.row;

  page.row = growthRow;
  const growth = addGrowthRow(page, context, months, focus);
  const figures = addKeyFigures(page, figuresRow, context, months, growth, focus);
  page.row = proseRow;
  const top = topSentences(context, shareTables, focus);
  page.paragraph(formula(monthSentences(context, figures, focus)), monthSentencesLike(context));
  page.paragraph(formula(growthSentences(context, months, growth, focus)), growthSentencesLike(context));
  if (top !== null) page.paragraph(formula(top), topSentencesLike(context, breakdowns));

  return {
    role: 'report',
    name,
    blocks: page.blocks,
    tables: [],
    charts: [
      monthChart(context, months, chartArea),
      ...(barArea ? shareTables.slice(0, 1).map((table) => shareChart(context, table, barArea)) : []),
    ],
    validations: [
      {
        area: { ...focusCell, rows: 1, columns: 1 },
        list: formula(months.refs.month),
        prompt: t.focusPrompt,
      },
      ...growth.validations,
    ],
    conditionalFormats: months.conditionalFormats,
    widths: WIDTHS,
    heights: page.heights,
    gridlines: false,
    print: {
      orientation: 'portrait',
      area: { row: 0, column: 0, rows, columns: COLUMNS },
      footer: t.footer,
    },
  };
}

function addHead(page: Page, context: SummaryContext, notes: ReportNotes): void {
  const { t, span } = context;
  const date = dataColumn(context, 'date');
  page.line(t.title, 'title', 34);
  const subtitle = sentence(context.daily ? t.subtitle.days : t.subtitle.months, {
    first: monthExpression(t, `MIN(${date})`),
    last: monthExpression(t, `MAX(${date})`),
    day: dayExpression(t, `MAX(${date})`),
  });
  page.line(formula(subtitle), 'subtitle', 16);
  page.line(
    t.sourceLine({ sheet: notes.sheet, used: notes.used, left: notes.uncounted.length }),
    'subtitle',
    16,
  );
  page.cells(FOCUS_ROW, 0, [{ value: t.focus, style: 'label' }]);
  page.cells(FOCUS_ROW, 1, [{ value: null, style: 'label' }]);
  page.cells(FOCUS_ROW, FOCUS_COLUMN, [{ value: span.focus, style: 'input', format: t.monthFormat }]);
  const hint = FOCUS_COLUMN + 1;
  page.merged(FOCUS_ROW, hint, COLUMNS - hint, { value: t.focusHint, style: 'note' });
  page.heights[FOCUS_ROW - 1] = SPACE;
  page.heights[FOCUS_ROW] = 18;
  page.heights[FOCUS_ROW + 1] = SPACE;
}

function keepFree(page: Page, rows: number): Area {
  const area = { row: page.row, column: 0, rows, columns: COLUMNS };
  page.advance(rows);
  page.space();
  return area;
}

/** Two breakdowns side by side, the customers over the whole width. */
function addShares(
  page: Page,
  context: SummaryContext,
  breakdowns: readonly Breakdown[],
  months: MonthTable,
  focus: string,
): ShareTable[] {
  const tables: ShareTable[] = [];
  const top = page.row;
  let end = top;
  breakdowns
    .filter(({ by }) => by !== 'customer')
    .forEach((breakdown, index) => {
      page.row = top;
      const place = { column: index * RIGHT_HALF, nameColumns: 2, cumulative: false };
      const added = addShareTable(page, context, breakdown, months, focus, place);
      tables.push(added.table);
      end = Math.max(end, added.end + 1);
    });
  page.row = end;
  for (const breakdown of breakdowns.filter(({ by }) => by === 'customer')) {
    const place = { column: 0, nameColumns: 5, cumulative: true };
    const added = addShareTable(page, context, breakdown, months, focus, place);
    tables.push(added.table);
    page.row = added.end;
  }
  if (tables.length > 0) {
    page.note(context.t.shareTable.note);
    page.space();
  }
  return tables;
}

function addNotes(page: Page, { t }: SummaryContext, { sheet, uncounted, remarks }: ReportNotes): void {
  if (remarks.length > 0) {
    page.line(t.headings.remarks, 'heading', 22);
    for (const remark of remarks) page.note(remark);
    page.space();
  }
  if (uncounted.length === 0) return;
  page.line(`${t.headings.notCounted} · ${uncounted.length}`, 'heading', 22);
  const shown = uncounted.slice(0, MOST_UNCOUNTED);
  const line = (where: string, why: string, style: 'columnHeader' | 'text'): void => {
    page.cells(page.row, 0, [
      { value: where, style },
      { value: null, style },
      { value: why, style },
      ...Array.from({ length: COLUMNS - 3 }, () => ({ value: null, style })),
    ]);
    page.advance(1, 16);
  };
  line(t.notCounted.where, t.notCounted.why, 'columnHeader');
  for (const { cell, missing } of shown) line(`${sheet}!${cell}`, t.notCounted[missing], 'text');
  if (uncounted.length > shown.length) {
    page.note(t.notCounted.more({ rows: uncounted.length - shown.length }));
  }
}

/** Whole numbers, and below ten as many decimals as there are; '#,##0.##' would leave a bare point behind. */
const AXIS = '[>=10]#,##0;[<=-10]-#,##0;General';

function monthChart(context: SummaryContext, months: MonthTable, area: Area): ChartPlan {
  const { t, unit } = context;
  return {
    kind: 'column',
    title: t.charts.months,
    categories: months.areas.month,
    series: [
      { name: t.charts.thisYear, values: months.areas.amount },
      ...(context.comparable ? [{ name: t.charts.lastYear, values: months.areas.lastYear }] : []),
    ],
    valueAxis: { title: t.charts.axis, format: unit.size === 1 ? AXIS : COUNT },
    area,
    altText: t.charts.monthsAlt,
  };
}

function shareChart({ t, unit }: SummaryContext, table: ShareTable, area: Area): ChartPlan {
  const by = table.by === 'customer' ? t.columns.customer : t.by[table.by];
  return {
    kind: 'bar',
    title: t.charts.shares({ by }),
    categories: table.names,
    series: [{ name: t.charts.thisYear, values: table.amounts }],
    valueAxis: { title: t.charts.axis, format: unit.size === 1 ? AXIS : COUNT },
    area,
    altText: t.charts.sharesAlt({ by }),
  };
}
