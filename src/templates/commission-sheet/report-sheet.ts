import { cellAddress, type Area } from '../../domain/address';
import type { AmountKind } from '../../domain/commission/pay';
import type { ChartPlan, SheetPlan } from '../../plan/types';
import { fixedArea, fixedCell } from '../formula';
import { Page, SPACE, type StyledCell } from '../page';
import { monthSerial } from './data-sheet';
import type { Digest } from './digest';
import { amountOf } from './plain';
import type { SheetTexts } from './texts';
import { monthText } from './wording';
import { areaOn, KINDS, type Working, type WorkingColumn } from './working-sheet';

/** Everybody's pay of the chosen month on one page, to be signed. */

const MONEY = '#,##0.00';
const MONEY_OR_DASH = '#,##0.00;-#,##0.00;"—"';
const RATE = '0.0#%';
const FOCUS_ROW = 4;
const FOCUS_COLUMN = 2;
/** A chart of more people can't be read. */
const MOST_BARS = 25;
const MOST_NOTES = 8;
/** The newest ones. */
const MOST_STREAKS = 6;

export interface ReportHead {
  readonly name: string;
  readonly working: string;
  readonly source: string;
  /** Sentences about the build: findings. */
  readonly notes: readonly string[];
  readonly live: boolean;
}

interface Column {
  readonly id: WorkingColumn;
  readonly width: number;
  readonly format?: string;
  readonly total: boolean;
}

export function reportSheet(t: SheetTexts, head: ReportHead, digest: Digest, working: Working): SheetPlan {
  const columns = columnsOf(digest);
  const page = new Page(columns.length, columns.reduce((sum, { width }) => sum + width, 0) * 0.92);
  page.line(t.title, 'title', 34);
  const versions = [...new Set(digest.run.months.map(({ version }) => version))].filter(
    (name) => name !== '',
  );
  page.line(t.subtitle({ plan: digest.read.sheet, versions: versions.join(', ') }), 'subtitle', 16);
  page.line(
    t.sourceLine({ sheet: head.source, rows: digest.counted.length, working: head.working }),
    'subtitle',
    16,
  );
  const side = columns.length + 1;
  const months = addFocus(page, t, digest, side, head.live);
  page.row = FOCUS_ROW + 2;
  const first = addTable(page, t, head, digest, working, columns, months);
  const people = digest.people.length;
  addSignatures(page, t, columns.length);
  page.space();
  const charts = people <= MOST_BARS ? [barChart(page, t, columns, first, people)] : [];
  addStreaks(page, t, digest);
  addNotes(page, t, head.notes);
  return {
    role: 'report',
    name: head.name,
    blocks: page.blocks,
    tables: [],
    charts,
    validations: head.live
      ? [
          {
            area: { row: FOCUS_ROW, column: FOCUS_COLUMN, rows: 1, columns: 1 },
            list: { formula: `=${fixedArea(months)}` },
            prompt: t.monthPrompt,
          },
        ]
      : [],
    conditionalFormats: [
      {
        area: { row: first, column: 0, rows: people, columns: columns.length },
        formula: `=N($${cellAddress({ row: first, column: placeOf(columns, 'pay') })})<0`,
        style: 'negative',
      },
    ],
    widths: columns.map(({ width }) => width),
    heights: page.heights,
    gridlines: false,
    frozenRows: first,
    print: {
      orientation: columns.length > 9 ? 'landscape' : 'portrait',
      area: { row: 0, column: 0, rows: page.row, columns: columns.length },
      titleRows: [first - 1, first - 1],
      footer: t.footer,
    },
  };
}

function placeOf(columns: readonly Column[], id: WorkingColumn): number {
  return columns.findIndex((column) => column.id === id);
}

/** Only the amounts that anybody has, the pay, and how far the next tier is where there is one. */
function columnsOf({ run, months }: Digest): Column[] {
  const shown = run.months.filter(({ month }) => months.includes(month));
  const has = (kind: AmountKind): boolean => shown.some((paid) => amountOf(paid, kind) !== 0);
  const money = (id: WorkingColumn): Column => ({ id, width: 13, format: MONEY, total: true });
  return [
    { id: 'person', width: 13, total: false },
    { id: 'role', width: 11, total: false },
    money('revenue'),
    { id: 'rate', width: 9, format: RATE, total: false },
    ...KINDS.filter((kind) => kind === 'base' || kind === 'commission' || has(kind)).map((kind) => ({
      ...money(kind),
      format: MONEY_OR_DASH,
    })),
    money('pay'),
    ...(shown.some(({ quota }) => quota !== null)
      ? [{ id: 'met', width: 8, format: '@', total: false } as const]
      : []),
    { id: 'missing', width: 13, format: MONEY, total: false },
    { id: 'gain', width: 13, format: MONEY, total: false },
  ];
}

/** The month that is shown, and the list that it is chosen from, beside the printed page. */
function addFocus(page: Page, t: SheetTexts, { months, focus }: Digest, side: number, live: boolean): Area {
  page.cells(FOCUS_ROW, 0, [
    { value: t.month, style: 'label' },
    { value: null, style: 'label' },
    { value: monthSerial(focus), style: live ? 'input' : 'label', format: t.monthFormat },
  ]);
  page.merged(FOCUS_ROW, FOCUS_COLUMN + 1, 4, { value: live ? t.monthHint : t.values, style: 'note' });
  page.heights[FOCUS_ROW - 1] = SPACE;
  page.heights[FOCUS_ROW] = 18;
  page.heights[FOCUS_ROW + 1] = SPACE;
  const area = { row: FOCUS_ROW, column: side, rows: months.length, columns: 1 };
  if (live)
    page.block(
      area,
      months.map((month) => [monthSerial(month)]),
      'key',
      t.monthFormat,
    );
  return area;
}

/** Header, a row a person, the total; returns the first person's row. */
function addTable(
  page: Page,
  t: SheetTexts,
  head: ReportHead,
  digest: Digest,
  working: Working,
  columns: readonly Column[],
  months: Area,
): number {
  const { people, focus } = digest;
  page.cells(
    page.row,
    0,
    columns.map(({ id, format }) => ({
      value: t.columns[id],
      style: format === undefined ? 'columnHeader' : 'columnHeaderNumber',
    })),
  );
  page.advance(1, 20);
  const first = page.row;
  const chosen = fixedCell({ row: FOCUS_ROW, column: FOCUS_COLUMN });
  const shown = digest.months.indexOf(focus);
  const area = (id: WorkingColumn): string => areaOn(head.working, working.area(id));
  people.forEach((person, index) => {
    const place = `(MATCH(${chosen},${fixedArea(months)},0)-1)*${people.length}+${index + 1}`;
    const cells = columns.map(({ id, format }): StyledCell => {
      const style = format === undefined ? 'text' : 'number';
      if (id === 'person') return { value: person, style: 'label' };
      const found = `INDEX(${area(id)},${place})`;
      const expression = `IF(INDEX(${area('role')},${place})="","",${format === undefined || format === '@' ? `${found}&""` : found})`;
      const value = working.cell(id, index, shown);
      // A formula in a cell of text format would stay text.
      const shownAs = format === '@' ? undefined : format;
      return { value: head.live ? { formula: `=${expression}` } : value, style, format: shownAs };
    });
    page.cells(page.row, 0, cells);
    page.advance(1, 16);
  });
  page.cells(
    page.row,
    0,
    columns.map(({ total, format }, column): StyledCell => {
      if (column === 0) return { value: t.total, style: 'totalLabel' };
      if (!total) return { value: null, style: 'totalLabel' };
      const own = { row: first, column, rows: people.length, columns: 1 };
      return { value: { formula: `=ROUND(SUM(${fixedArea(own)}),2)` }, style: 'total', format };
    }),
  );
  page.advance(1, 18);
  return first;
}

function barChart(
  page: Page,
  t: SheetTexts,
  columns: readonly Column[],
  first: number,
  people: number,
): ChartPlan {
  const rows = Math.max(9, Math.ceil(people * 1.3) + 5);
  const area = { row: page.row, column: 0, rows, columns: columns.length };
  page.advance(rows);
  page.space();
  const of = (id: WorkingColumn): Area => ({
    row: first,
    column: placeOf(columns, id),
    rows: people,
    columns: 1,
  });
  const shown = (['base', 'commission', 'override'] as const).filter((id) => placeOf(columns, id) >= 0);
  return {
    kind: 'bar-stacked',
    title: t.chart,
    categories: of('person'),
    series: shown.map((id) => ({ name: t.columns[id], values: of(id) })),
    valueAxis: { title: t.columns.pay, format: '#,##0' },
    area,
    altText: t.chartAlt,
  };
}

function addStreaks(page: Page, t: SheetTexts, { run, months }: Digest): void {
  const shown = run.streaks
    .filter(({ month }) => months.includes(month))
    .sort((a, b) => b.month - a.month)
    .slice(0, MOST_STREAKS);
  if (shown.length === 0) return;
  page.line(t.headings.streaks, 'heading', 22);
  for (const { person, month, months: running, when, outcome, to } of shown) {
    page.note(t.streak({ person, month: monthText(month), months: running, when, outcome, to: to ?? '' }));
  }
  page.space();
}

function addNotes(page: Page, t: SheetTexts, notes: readonly string[]): void {
  if (notes.length === 0) return;
  page.line(t.headings.notes, 'heading', 22);
  for (const note of notes.slice(0, MOST_NOTES)) page.note(note);
  if (notes.length > MOST_NOTES) page.note(t.more({ rows: notes.length - MOST_NOTES }));
  page.space();
}

function addSignatures(page: Page, t: SheetTexts, columns: number): void {
  page.space();
  const third = Math.max(2, Math.floor(columns / t.signatures.length));
  t.signatures.forEach((label, index) => {
    page.cells(page.row, index * third, [{ value: `${label}:`, style: 'label' }]);
    page.cells(page.row + 1, index * third, [{ value: `${t.signDate}:`, style: 'label' }]);
    for (let column = 1; column < third - 1; column++) {
      page.cells(page.row, index * third + column, [{ value: null, style: 'label' }]);
      page.cells(page.row + 1, index * third + column, [{ value: null, style: 'label' }]);
    }
  });
  page.advance(1, 28);
  page.advance(1, 24);
}
