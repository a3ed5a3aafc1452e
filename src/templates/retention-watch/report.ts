import type { Area } from '../../domain/address';
import { cellAddress } from '../../domain/address';
import { REASONS } from '../../domain/retention/warnings';
import type { ConditionalFormat, PlanCell, SheetPlan } from '../../plan/types';
import { blanks, cell, COUNT, COUNT_OR_DASH, DAY, formula, MONEY, RATE, shareOf } from '../expressions';
import { literal } from '../formula';
import { Page, SPACE } from '../page';
import { addRemarks, pageSheet } from '../page-sheet';
import { AS_OF, snapshot, warnings, type ReasonTable, type WatchContext } from './context';
import { addIndicators, INDICATOR_ROWS, MOVEMENT_ROWS, type Indicators } from './indicators';
import { watchSentences } from './prose';

export interface ReportNotes {
  readonly source: string | null;
  readonly used: number;
  readonly remarks: readonly string[];
}

export const COLUMNS = 8;
const WIDTHS = [26, 13, 13, 13, 13, 13, 13, 13];
const LINE = 104;
const CHART_ROWS = 12;
const MOST_PERSONS = 12;

export function reportSheet(context: WatchContext, notes: ReportNotes): SheetPlan {
  const { t, digest, sheets } = context;
  const page = new Page(COLUMNS, LINE);
  page.line(t.title, 'title', 34);
  page.line(
    notes.source === null ? t.blankLine : t.sourceLine({ sheet: notes.source, users: notes.used }),
    'subtitle',
    16,
  );
  page.heights[2] = SPACE;
  page.cells(AS_OF.row, 0, [cell(t.asOf, 'label')]);
  const day: PlanCell = digest.asOf === null ? formula('TODAY()') : digest.asOf;
  page.cells(AS_OF.row, AS_OF.column, [cell(day, 'input', DAY)]);
  page.merged(AS_OF.row, 2, COLUMNS - 2, cell(t.asOfHint, 'note'));
  page.heights[AS_OF.row] = 18;
  page.row = AS_OF.row + 1;
  page.space();
  page.line(t.headings.prose, 'heading', 22);
  const proseRow = page.row;
  page.row += 2;
  page.space();
  const indicatorsRow = page.row;
  page.row += INDICATOR_ROWS + MOVEMENT_ROWS;
  page.space();
  const chartArea: Area = { row: page.row, column: 0, rows: CHART_ROWS, columns: COLUMNS };
  page.advance(CHART_ROWS);
  page.space();
  const reasons = reasonTable(page, context);
  page.space();
  const persons = [...new Set(digest.warned.flatMap(({ person }) => person ?? []))].slice(0, MOST_PERSONS);
  if (persons.length > 0) {
    personTable(page, context, persons);
    page.space();
  }
  bandTable(page, context);
  page.note(t.note({ rules: sheets.rules }));
  addRemarks(page, t.headings.remarks, notes.remarks);
  const last = page.row;
  page.row = indicatorsRow;
  const indicators = addIndicators(page, context);
  page.row = proseRow;
  for (const { expression, like } of watchSentences(context, indicators, reasons)) {
    page.paragraph(formula(expression), like);
  }
  page.row = last;
  return pageSheet(page, {
    role: 'report',
    name: sheets.report,
    charts: [
      {
        kind: 'column',
        title: t.chart.title,
        categories: reasons.labels,
        series: [
          { name: t.reasonTable.users, values: reasons.users },
          { name: t.reasonTable.handled, values: reasons.handled },
        ],
        valueAxis: { title: t.chart.axis, format: COUNT },
        area: chartArea,
        altText: t.chart.alt,
      },
    ],
    conditionalFormats: resultColours(t.indicators, indicators),
    widths: WIDTHS,
    footer: t.footer,
  });
}

function resultColours(texts: WatchContext['t']['indicators'], { results }: Indicators): ConditionalFormat[] {
  const first = `$${cellAddress(results)}`;
  return [
    { area: results, formula: `=${first}=${literal(texts.missed)}`, style: 'alert' },
    { area: results, formula: `=${first}=${literal(texts.met)}`, style: 'positive' },
  ];
}

/** A user with two reasons stands in two lines. */
function reasonTable(page: Page, context: WatchContext): ReasonTable {
  const { t } = context;
  page.line(t.headings.reasons, 'heading', 22);
  page.cells(page.row, 0, [
    cell(t.reasonTable.reason, 'columnHeader'),
    cell(t.reasonTable.users, 'columnHeaderNumber'),
    cell(t.reasonTable.handled, 'columnHeaderNumber'),
    cell(t.reasonTable.rate, 'columnHeaderNumber'),
    ...blanks(COLUMNS - 4, 'columnHeader'),
  ]);
  page.advance(1, 18);
  const first = page.row;
  REASONS.forEach((reason, index) => {
    const row = first + index;
    const says = `ISNUMBER(SEARCH(${literal(t.reasons[reason])},${warnings(context, 'reasons')}))`;
    const [users, handled] = [1, 2].map((column) => cellAddress({ row, column }));
    page.cells(row, 0, [
      cell(t.reasons[reason], 'text'),
      cell(formula(`SUMPRODUCT(--${says})`), 'number', COUNT_OR_DASH),
      cell(
        formula(`SUMPRODUCT(--${says},--ISNUMBER(${warnings(context, 'handled')}))`),
        'number',
        COUNT_OR_DASH,
      ),
      cell(formula(shareOf(String(handled), String(users), `"${t.notAvailable}"`)), 'number', RATE),
      ...blanks(COLUMNS - 4, 'text'),
    ]);
  });
  page.advance(REASONS.length, 16);
  const area = (column: number): Area => ({ row: first, column, rows: REASONS.length, columns: 1 });
  return { labels: area(0), users: area(1), handled: area(2) };
}

function personTable(page: Page, context: WatchContext, persons: readonly string[]): void {
  const { t } = context;
  page.line(t.headings.persons, 'heading', 22);
  page.cells(page.row, 0, [
    cell(t.columns.responsible, 'columnHeader'),
    cell(t.reasonTable.tasks, 'columnHeaderNumber'),
    cell(t.reasonTable.handled, 'columnHeaderNumber'),
    cell(t.reasonTable.rate, 'columnHeaderNumber'),
    ...blanks(COLUMNS - 4, 'columnHeader'),
  ]);
  page.advance(1, 18);
  const first = page.row;
  const task = `--(${warnings(context, 'state')}<>""),--(${warnings(context, 'state')}<>${literal(t.states.cleared)})`;
  const done = `--ISNUMBER(${warnings(context, 'handled')})`;
  const line = (label: PlanCell, index: number, who: string | null): void => {
    const row = first + index;
    const [all, handled] = [1, 2].map((column) => cellAddress({ row, column }));
    const above = (column: number): string =>
      `-SUM(${cellAddress({ row: first, column })}:${cellAddress({ row: row - 1, column })})`;
    const mine = who === null ? '' : `,--(${who})`;
    page.cells(row, 0, [
      cell(label, 'text'),
      cell(formula(`SUMPRODUCT(${task}${mine})${who === null ? above(1) : ''}`), 'number', COUNT_OR_DASH),
      cell(
        formula(`SUMPRODUCT(${task},${done}${mine})${who === null ? above(2) : ''}`),
        'number',
        COUNT_OR_DASH,
      ),
      cell(formula(shareOf(String(handled), String(all), `"${t.notAvailable}"`)), 'number', RATE),
      ...blanks(COLUMNS - 4, 'text'),
    ]);
  };
  persons.forEach((person, index) => {
    const label = `$${cellAddress({ row: first + index, column: 0 })}`;
    line(person, index, `${warnings(context, 'responsible')}=${label}`);
  });
  line(t.reasonTable.others, persons.length, null);
  page.advance(persons.length + 1, 16);
}

/** The snapshot by band: how many, how many still there, ARPU then and now of those who are. */
function bandTable(page: Page, context: WatchContext): void {
  const { t } = context;
  const texts = t.bandTable;
  page.line(t.headings.bands, 'heading', 22);
  page.cells(page.row, 0, [
    cell(texts.band, 'columnHeader'),
    ...[texts.users, texts.kept, texts.lost, texts.rate, texts.then, texts.now, texts.change].map((text) =>
      cell(text, 'columnHeaderNumber'),
    ),
  ]);
  page.advance(1, 18);
  const kept = literal(t.fates.kept);
  for (const band of ['middle', 'high'] as const) {
    const row = page.row;
    const at = (column: number): string => cellAddress({ row, column });
    const mine = `${snapshot(context, 'band')},${literal(t.bands[band])}`;
    const there = `${mine},${snapshot(context, 'state')},${kept}`;
    const mean = (id: 'arpu' | 'arpuNow'): string =>
      `IFERROR(ROUND(AVERAGEIFS(${snapshot(context, id)},${there}),2),"${t.notAvailable}")`;
    const [then, now] = [at(5), at(6)];
    page.cells(row, 0, [
      cell(t.bands[band], 'text'),
      cell(formula(`COUNTIFS(${mine})`), 'number', COUNT_OR_DASH),
      cell(formula(`COUNTIFS(${there})`), 'number', COUNT_OR_DASH),
      cell(formula(`${at(1)}-${at(2)}`), 'number', COUNT_OR_DASH),
      cell(formula(shareOf(at(2), at(1), `"${t.notAvailable}"`)), 'number', RATE),
      cell(formula(mean('arpu')), 'number', MONEY),
      cell(formula(mean('arpuNow')), 'number', MONEY),
      cell(
        formula(`IF(AND(ISNUMBER(${then}),ISNUMBER(${now})),${now}-${then},"${t.notAvailable}")`),
        'number',
        MONEY,
      ),
    ]);
    page.advance(1, 16);
  }
}
