import type { Area } from '../../domain/address';
import type { ChartPlan, ConditionalFormat, SheetPlan, Validation } from '../../plan/types';
import { formula } from '../expressions';
import { fixedCell, sentence } from '../formula';
import { Page, SPACE } from '../page';
import { pageSheet } from '../page-sheet';
import type { Analysis } from './analysis-sheet';
import type { Breakdown } from './breakdown';
import { addClaims } from './claims-section';
import type { Claims } from './claims/types';
import { dataColumn, dayExpression, periodExpression, type SummaryContext } from './context';
import { addKeyFigures, figureRows } from './figures';
import { addGrowthRow, GROWTH_ROWS } from './growth-row';
import { addIndicators, indicatorSentences, measuresOf, type MeasureCells } from './indicators-section';
import { addMovers, moverSentences } from './movers-section';
import { addPeriodTable, type PeriodTable } from './period-table';
import { addPlan, type PlanBasis } from './plan-section';
import { growthSentences, monthSentences, topSentences } from './prose';
import {
  growthSentencesLike,
  indicatorSentencesLike,
  monthSentencesLike,
  moverSentencesLike,
  targetSentencesLike,
  topSentencesLike,
} from './prose-length';
import { targetSentences } from './prose-targets';
import type { Indicators } from './read-indicators';
import type { Target } from './read-targets';
import type { Uncounted } from './sales';
import { addShareTable, type ShareTable } from './share-tables';
import { addTargets, type TargetsSection } from './targets-section';

/** What the report says beside the live figures: as of the build. */
export interface ReportNotes {
  readonly sheet: string;
  readonly used: number;
  readonly uncounted: readonly Uncounted[];
  readonly remarks: readonly string[];
  readonly claims: Claims;
}

/** What the report is made of; each part is there where the workbook has it. */
export interface ReportParts {
  readonly breakdowns: readonly Breakdown[];
  readonly targets: readonly Target[];
  /** Names of the persons in the data, in small letters. */
  readonly sellers: ReadonlySet<string>;
  readonly indicators: Indicators;
  readonly analysis: Analysis | null;
}

const COLUMNS = 9;
/** Two halves with a narrow gap between them. */
const WIDTHS = [13, 9, 15, 9, 2, 15, 9, 15, 10];
const RIGHT_HALF = 5;
/** Digits of a line over the whole width, less what a word or a comma that may not begin a line leaves free. */
const LINE = 92;
const FOCUS_ROW = 4;
const FOCUS_COLUMN = 2;
/** The cell of the period in focus; other sheets speak of it too. */
export const FOCUS = fixedCell({ row: FOCUS_ROW, column: FOCUS_COLUMN });
const CHART_ROWS = 12;
/** Beyond this the report only says how many more there are. */
const MOST_UNCOUNTED = 20;

export function reportSheet(
  context: SummaryContext,
  name: string,
  parts: ReportParts,
  notes: ReportNotes,
): SheetPlan {
  const { t } = context;
  const { breakdowns, analysis } = parts;
  const page = new Page(COLUMNS, LINE);
  addHead(page, context, notes);
  const focus = FOCUS;

  // The figures and sentences speak of the tables below them: their rows are kept free and filled at the end.
  const figuresRow = FOCUS_ROW + 2;
  page.row = figuresRow + figureRows(parts.targets, measuresOf(parts.indicators), context.calendar);
  page.space();
  page.line(t.headings.prose, 'heading', 22);
  const proseRow = page.row;
  page.row += proseLines(parts);
  page.space();
  const growthRow = page.row;
  page.row += GROWTH_ROWS;
  page.space();
  page.section();
  const chartArea = keepFree(page, CHART_ROWS);

  page.section();
  page.line(t.headings.months, 'heading', 22);
  const periods = addPeriodTable(page, context);
  page.note(t.monthTable.note);
  page.space();
  const formats: ConditionalFormat[] = [...periods.conditionalFormats];
  let targets: TargetsSection | null = null;
  if (parts.targets.length > 0) {
    page.section();
    targets = addTargets(page, context, periods, parts.targets, parts.sellers, focus);
    formats.push(...targets.conditionalFormats);
    page.space();
  }
  let cells: MeasureCells = {};
  if (measuresOf(parts.indicators).length > 0) {
    page.section();
    cells = addIndicators(page, context, periods, parts.indicators, focus);
    page.space();
  }
  const shareTables = addShares(page, context, breakdowns, periods, focus);
  if (shareTables.length > 0) page.section();
  const barArea = shareTables.length > 0 ? keepFree(page, CHART_ROWS) : null;
  const [movement] = analysis?.tables ?? [];
  if (analysis && movement) {
    page.section();
    addMovers(page, context, movement, analysis.base);
    page.space();
  }
  page.section();
  addPlan(page, context, periods, planBasis(parts, targets), focus);
  page.space();
  if (notes.claims.checked.length > 0) {
    page.section();
    formats.push(...addClaims(page, context, notes.claims));
    page.space();
  }
  page.section();
  addNotes(page, context, notes);
  const last = page.row;

  page.row = growthRow;
  const growth = addGrowthRow(page, context, periods, focus);
  const figures = addKeyFigures(page, figuresRow, context, periods, growth, focus, { targets, cells });
  page.row = proseRow;
  page.paragraph(formula(monthSentences(context, figures, focus)), monthSentencesLike(context));
  if (targets)
    page.paragraph(formula(targetSentences(context, targets, focus)), targetSentencesLike(context));
  page.paragraph(formula(growthSentences(context, periods, growth, focus)), growthSentencesLike(context));
  const top = topSentences(context, shareTables, focus);
  if (top !== null) page.paragraph(formula(top), topSentencesLike(context, breakdowns));
  if (analysis && movement) {
    page.paragraph(
      formula(moverSentences(context, movement, analysis.base)),
      moverSentencesLike(context, movement),
    );
  }
  if (Object.keys(cells).length > 0) {
    page.paragraph(
      formula(indicatorSentences(context, cells, focus)),
      indicatorSentencesLike(context, measuresOf(parts.indicators)),
    );
  }

  page.row = last;
  return pageSheet(page, {
    role: 'report',
    name,
    charts: [
      periodChart(context, periods, chartArea),
      ...(barArea ? shareTables.slice(0, 1).map((table) => shareChart(context, table, barArea)) : []),
    ],
    validations: validationsOf(context, periods, growth.validations),
    conditionalFormats: formats,
    widths: WIDTHS,
    footer: t.footer,
  });
}

function validationsOf(
  { t }: SummaryContext,
  periods: PeriodTable,
  more: readonly Validation[],
): Validation[] {
  const area = { row: FOCUS_ROW, column: FOCUS_COLUMN, rows: 1, columns: 1 };
  return [{ area, list: formula(periods.refs.month), prompt: t.focusPrompt }, ...more];
}

function addHead(page: Page, context: SummaryContext, notes: ReportNotes): void {
  const { t, span } = context;
  const date = dataColumn(context, 'date');
  const { ofDay } = context.calendar.formulas;
  page.line(t.title, 'title', 34);
  const subtitle = sentence(context.daily ? t.subtitle.days : t.subtitle.months, {
    first: periodExpression(context, ofDay(`MIN(${date})`)),
    last: periodExpression(context, ofDay(`MAX(${date})`)),
    day: dayExpression(context, `MAX(${date})`),
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

/** How many rows the sentences take, one a paragraph. */
function proseLines({ breakdowns, targets, indicators, analysis }: ReportParts): number {
  const some = [
    breakdowns.some(({ names }) => names.length > 0),
    targets.length > 0,
    measuresOf(indicators).length > 0,
    (analysis?.tables.length ?? 0) > 0,
  ];
  return 2 + some.filter(Boolean).length;
}

function planBasis({ breakdowns, targets }: ReportParts, section: TargetsSection | null): PlanBasis {
  const breakdown = breakdowns.find(({ by }) => by !== 'customer') ?? breakdowns[0] ?? null;
  return { breakdown, section, targetsOfPeriods: targets.some(({ months }) => months < 12) };
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
  months: PeriodTable,
  focus: string,
): ShareTable[] {
  const tables: ShareTable[] = [];
  if (breakdowns.some(({ by }) => by !== 'customer')) page.section();
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
    page.section();
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

function addNotes(page: Page, { t }: SummaryContext, { uncounted, remarks }: ReportNotes): void {
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
  for (const { sheet, cell, missing } of shown) line(`${sheet}!${cell}`, t.notCounted[missing], 'text');
  if (uncounted.length > shown.length) {
    page.note(t.notCounted.more({ rows: uncounted.length - shown.length }));
  }
}

function periodChart(context: SummaryContext, months: PeriodTable, area: Area): ChartPlan {
  const { t, unit } = context;
  return {
    kind: 'column',
    title: t.charts.months,
    categories: months.areas.month,
    series: [
      { name: t.charts.thisYear, values: months.areas.amount },
      ...(context.comparable ? [{ name: t.charts.lastYear, values: months.areas.lastYear }] : []),
    ],
    valueAxis: { title: t.charts.axis(unit), format: unit.axis },
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
    valueAxis: { title: t.charts.axis(unit), format: unit.axis },
    area,
    altText: t.charts.sharesAlt({ by }),
  };
}
