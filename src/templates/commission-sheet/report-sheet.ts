import { cellAddress, type Area } from '../../domain/address';
import type { ChartPlan, SheetPlan } from '../../plan/types';
import { formula, liveOr, MONEY, MONEY_OR_DASH } from '../expressions';
import { fixedArea, fixedCell, literal, sentence } from '../formula';
import { Page, SPACE, type StyledCell } from '../page';
import { fitTogether, scaleOn } from '../page-breaks';
import { monthSerial } from './data-sheet';
import type { Digest } from './digest';
import type { SheetTexts } from './texts';
import { monthText } from './wording';
import { headerOf, headerWidth, KINDS, type WorkingColumn } from './layout';
import { areaOn, type Working } from './working-sheet';

/** Everybody's pay of the chosen month on one page, to be signed. */

const RATE = '0.0#%';
const FOCUS_ROW = 4;
const FOCUS_COLUMN = 2;
/** A chart of more people can't be read. */
const MOST_BARS = 25;
const MOST_NOTES = 8;
/** The newest ones. */
const MOST_STREAKS = 6;
/** Between a figure and the words beside it. */
const GAP = '  ';

export interface ReportHead {
  readonly name: string;
  readonly working: string;
  readonly source: string;
  /** Sentences about the build: findings. */
  readonly notes: readonly string[];
  readonly live: boolean;
  /** How much of the plan sheet changed such that this must be built again, as an expression. */
  readonly changed: string;
}

interface Column {
  readonly id: WorkingColumn;
  readonly width: number;
  readonly format?: string;
  readonly total: boolean;
}

export function reportSheet(t: SheetTexts, head: ReportHead, digest: Digest, working: Working): SheetPlan {
  const columns = columnsOf(digest, working, head.live);
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
  if (head.live) addBanner(page, t, head);
  const months = addFocus(page, t, digest, side, head.live);
  page.row = FOCUS_ROW + 2;
  const first = addTable(page, t, head, digest, working, columns, months);
  const people = digest.people.length;
  if (head.live) addMoved(page, t, head, working);
  if (head.live && working.hasFixed) page.note(t.fixedNote);
  addSignatures(page, t, columns.length);
  page.space();
  const second = page.row;
  const charts = people <= MOST_BARS ? [barChart(page, t, columns, first, people)] : [];
  addStreaks(page, t, digest);
  addNotes(page, t, head.notes);
  const widths = columns.map(({ id, width }) => Math.max(width, headerWidth(headerOf(t, id))));
  const orientation = scaleOn(widths, 'portrait') >= LEAST_SCALE ? 'portrait' : 'landscape';
  // What is signed stands on a page of its own where not everything fits one.
  const isLong = !fitTogether(page, [0, second], widths, orientation);
  const breaks = fitTogether(page, [0, page.row], widths, orientation) ? [] : [second];
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
            list: formula(fixedArea(months)),
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
    widths,
    heights: page.heights,
    gridlines: false,
    frozenRows: first,
    print: {
      orientation,
      breaks,
      area: { row: 0, column: 0, rows: page.row, columns: columns.length },
      // A header above the chart of the second page would be about nothing.
      ...(isLong ? { titleRows: [first - 1, first - 1] as const } : {}),
      footer: t.footer,
    },
  };
}

function placeOf(columns: readonly Column[], id: WorkingColumn): number {
  return columns.findIndex((column) => column.id === id);
}

/** Only the amounts that anybody can have, the pay, and how far the next tier is where there is one. */
function columnsOf({ run, months }: Digest, working: Working, live: boolean): Column[] {
  const shown = run.months.filter(({ month }) => months.includes(month));
  const money = (id: WorkingColumn): Column => ({ id, width: 13, format: MONEY, total: true });
  return [
    { id: 'person', width: 13, total: false },
    { id: 'role', width: 11, total: false },
    money('revenue'),
    { id: 'rate', width: 9, format: RATE, total: false },
    ...KINDS.filter((kind) => working.columns.includes(kind)).map((kind) => ({
      ...money(kind),
      format: MONEY_OR_DASH,
    })),
    money('pay'),
    ...(shown.some(({ quota }) => quota !== null)
      ? [{ id: 'met', width: 8, format: '@', total: false } as const]
      : []),
    ...(working.hasNext
      ? ([
          { id: 'missing', width: 13, format: MONEY, total: false },
          { id: 'gain', width: 13, format: MONEY, total: false },
        ] as const)
      : []),
    ...(live && working.hasFixed ? [{ id: 'fixed', width: 14, total: false } as const] : []),
  ];
}

/** Whether pay is still what it was when the sheet was built, in the chosen month. */
function addMoved(page: Page, t: SheetTexts, head: ReportHead, working: Working): void {
  const area = (id: WorkingColumn): string => areaOn(head.working, working.area(id));
  const chosen = `(${area('month')}=${fixedCell({ row: FOCUS_ROW, column: FOCUS_COLUMN })})`;
  const moved = `(${area('built')}<>"")*(${area('pay')}<>${area('built')})`;
  const count = `SUMPRODUCT(${chosen}*${moved})`;
  const amount = `TEXT(SUMIFS(${area('moved')},${area('month')},${fixedCell({ row: FOCUS_ROW, column: FOCUS_COLUMN })}),"+#,##0.00;-#,##0.00;0.00")`;
  const text = sentence(t.moved, { count, amount });
  page.merged(page.row, 0, page.columns, {
    value: { formula: `=IF(${count}=0,${literal(t.unmoved)},${text})` },
    style: 'note',
  });
  page.advance(1, 16);
}

/** What a person must know before signing: the plan sheet was changed in a way that no formula follows. */
function addBanner(page: Page, t: SheetTexts, { changed }: ReportHead): void {
  const text = sentence(t.changed, { count: `(${changed})` });
  page.line({ formula: `=IF(${changed}=0,"",${text})` }, 'note', 16);
}

/** The month that is shown, and the list that it is chosen from, beside the printed page. */
function addFocus(page: Page, t: SheetTexts, { months, focus }: Digest, side: number, live: boolean): Area {
  page.cells(FOCUS_ROW, 0, [
    { value: t.month, style: 'label' },
    { value: null, style: 'label' },
    { value: monthSerial(focus), style: live ? 'input' : 'label', format: t.monthFormat },
  ]);
  page.merged(FOCUS_ROW, FOCUS_COLUMN + 1, 4, { value: live ? t.monthHint : t.values, style: 'note' });
  page.heights[FOCUS_ROW - 1] ??= SPACE;
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
      value: id === 'fixed' ? `${GAP}${headerOf(t, id)}` : headerOf(t, id),
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
      // A blank cell that INDEX finds would show as 0.
      const isText = format === undefined || format === '@';
      const text = id === 'fixed' ? `"${GAP}"&${found}` : `${found}&""`;
      const expression = isText ? text : `IF(${found}="","",${found})`;
      const value = working.cell(id, index, shown);
      // A formula in a cell of text format would stay text.
      const shownAs = format === '@' ? undefined : format;
      return { value: liveOr(head, expression, value), style, format: shownAs };
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
  const rows = Math.max(10, Math.ceil(people * 1.6) + 6);
  const area = { row: page.row, column: 0, rows, columns: columns.length };
  page.advance(rows);
  page.space();
  const of = (id: WorkingColumn): Area => ({
    row: first,
    column: placeOf(columns, id),
    rows: people,
    columns: 1,
  });
  const shown = (['base', 'commission', 'accelerator', 'override', 'spiff'] as const).filter(
    (id) => placeOf(columns, id) >= 0,
  );
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

/** Smaller is hard to read on paper. */
const LEAST_SCALE = 0.7;

function addSignatures(page: Page, t: SheetTexts, columns: number): void {
  page.space();
  const count = t.signatures.length;
  const start = (index: number): number => Math.round((index * columns) / count);
  t.signatures.forEach((label, index) => {
    const [from, to] = [start(index), start(index + 1)];
    // A gap between two lines to sign on, where there is room.
    const line = Math.max(1, to - from - (to - from > 2 && index < count - 1 ? 1 : 0));
    for (const [row, text] of [label, t.signDate].entries()) {
      page.cells(
        page.row + row,
        from,
        Array.from({ length: line }, (_, at): StyledCell => ({
          value: at === 0 ? `${text}${t.colon}` : null,
          style: 'label',
        })),
      );
    }
  });
  page.advance(1, 30);
  page.advance(1, 26);
}
