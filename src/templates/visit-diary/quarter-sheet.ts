import { cellAddress } from '../../domain/address';
import type { PlanCell, SheetPlan } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, DAY, RATE, formula } from '../expressions';
import { fixedCell, literal, sentence } from '../formula';
import { Page } from '../page';
import { pageSheet } from '../page-sheet';
import { criterion } from '../visits/formulas';
import {
  countVisits,
  customers,
  inForce,
  rowBefore,
  rowFrom,
  type DiaryColumn,
  type DiaryContext,
  type Stretch,
} from './context';
import { asOfLine } from './follow-up-sheet';
import { addFigures, addHeaders, addLine, addSignatures, type ListColumn } from '../visits/parts';

const WIDTHS = [22, 11, 11, 11, 11, 11, 11, 11];
const LINE = 94;
const FROM_AT = { row: 3, column: 1 };
const TO_AT = { row: 3, column: 3 };
const ROWS_AT = { row: 3, column: 9 };

/** Names that the report's tables list. */
export interface QuarterNames {
  readonly people: readonly string[];
  readonly departments: readonly string[];
  readonly purposes: readonly string[];
}

type Pairs = readonly (readonly [DiaryColumn, string])[];

/** Visits of some days, and the diary's rows that they can stand in. */
interface Span {
  readonly pairs: Pairs;
  readonly rows: Stretch;
}

/** What goes up each quarter: visits, coverage, what customers asked for and what became of it. */
export function quarterSheet(context: DiaryContext, names: QuarterNames): SheetPlan {
  const { t, sheets } = context;
  const texts = t.quarter;
  const [from, to] = [fixedCell(FROM_AT), fixedCell(TO_AT)];
  const page = new Page(WIDTHS.length, LINE);
  page.line(texts.title, 'title', 30);
  page.line(formula(asOfLine(context)), 'subtitle', 16);
  page.space();
  page.cells(FROM_AT.row, 0, [
    { value: texts.from, style: 'label' },
    { value: formula(inForce(context, 'quarter')), style: 'input', format: DAY },
    { value: texts.to, style: 'label' },
    { value: formula(`EDATE(${from},3)-1`), style: 'label', format: DAY },
  ]);
  page.merged(FROM_AT.row, 4, 4, { value: texts.hint, style: 'note' });
  page.advance(1, 18);
  page.space();
  const { now, before } = addSpans(page, context, from, to);
  addFigures(page, figuresOf(context, from, now, before), [2, 2, 2, 2]);
  page.space();
  page.line(texts.summary, 'heading', 22);
  page.paragraph(formula(prose(context, from, now, before)), texts.proseLike);
  page.space();
  addBreakdown(
    page,
    context,
    {
      heading: texts.byPerson,
      header: t.columns.person,
      by: 'person',
      owed: 'responsible',
      names: names.people,
    },
    now,
    before,
  );
  addBreakdown(
    page,
    context,
    {
      heading: texts.byDepartment,
      header: t.columns.department,
      by: 'department',
      owed: 'department',
      names: names.departments,
    },
    now,
    before,
  );
  addBreakdown(
    page,
    context,
    {
      heading: texts.byPurpose,
      header: t.columns.purpose,
      by: 'purpose',
      owed: 'purpose',
      names: names.purposes,
    },
    now,
    before,
  );
  page.line(texts.review, 'heading', 22);
  page.note(texts.reviewHint);
  for (const field of texts.reviewFields) {
    page.cells(page.row, 0, [{ value: field, style: 'label' }]);
    page.merged(page.row, 1, WIDTHS.length - 1, { value: null, style: 'input' });
    page.advance(1, 40);
  }
  addSignatures(page, texts.signatures, 2);
  return pageSheet(page, {
    role: 'quarter',
    name: sheets.quarter,
    widths: WIDTHS,
    footer: t.footer,
  });
}

function between(from: string, end: string, rows: Stretch): Span {
  return {
    pairs: [
      ['date', `">="&${from}`],
      ['date', `"<"&${end}`],
    ],
    rows,
  };
}

/** The quarter and the one before it, with the diary's rows for each beside what is printed. */
function addSpans(page: Page, context: DiaryContext, from: string, to: string): { now: Span; before: Span } {
  const earlier = `EDATE(${from},-3)`;
  page.block(
    ROWS_AT,
    [
      [formula(rowFrom(context, from)), formula(rowBefore(context, `${to}+1`))],
      [formula(rowFrom(context, earlier)), formula(rowBefore(context, from))],
    ],
    'key',
    '0',
  );
  const rows = (line: number): Stretch => {
    const at = { ...ROWS_AT, row: ROWS_AT.row + line };
    return { from: fixedCell(at), to: fixedCell({ ...at, column: at.column + 1 }) };
  };
  return { now: between(from, `${to}+1`, rows(0)), before: between(earlier, from, rows(1)) };
}

function visitsIn(context: DiaryContext, { pairs, rows }: Span, more: Pairs = []): string {
  return countVisits(context, [...pairs, ...more], rows);
}

function inStates(
  context: DiaryContext,
  span: Span,
  states: readonly (keyof DiaryContext['t']['states'])[],
  more: Pairs = [],
): string {
  const counts = states.map((state) =>
    visitsIn(context, span, [...more, ['state', literal(context.t.states[state])]]),
  );
  return `(${counts.join('+')})`;
}

const ALL = ['open', 'overdue', 'inTime', 'late', 'closed'] as const;
const SETTLED = ['inTime', 'late', 'closed'] as const;
const OPEN = ['open', 'overdue'] as const;

/** Listed customers visited in the quarter of the day asked about; of another quarter nobody has counted them one by one. */
function covered(context: DiaryContext, from: string): { readonly visited: string; readonly rate: string } {
  const { t } = context;
  const listed: string = `${customers(context, 'listed')},${literal(t.yes)}`;
  const visited = `COUNTIFS(${listed},${customers(context, 'quarter')},">0")`;
  const all = `COUNTIFS(${listed})`;
  const known = (expression: string): string =>
    `IF(${from}=${inForce(context, 'quarter')},${expression},${literal(t.none)})`;
  return { visited: known(visited), rate: known(`IF(${all}=0,${literal(t.none)},${visited}/${all})`) };
}

function figuresOf(context: DiaryContext, from: string, now: Span, before: Span) {
  const { t } = context;
  const texts = t.quarter.figures;
  const visits = visitsIn(context, now);
  const earlier = visitsIn(context, before);
  const { visited, rate } = covered(context, from);
  const inTime = inStates(context, now, ['inTime']);
  const timed = inStates(context, now, ['inTime', 'late']);
  return [
    { label: texts.visits, value: formula(visits), format: COUNT },
    {
      label: texts.change,
      value: formula(`IF(${earlier}=0,${literal(t.none)},${visits}/${earlier}-1)`),
      format: RATE,
    },
    { label: texts.customers, value: formula(visited), format: COUNT },
    { label: texts.coverage, value: formula(rate), format: RATE },
    { label: texts.raised, value: formula(inStates(context, now, ALL)), format: COUNT },
    { label: texts.settled, value: formula(inStates(context, now, SETTLED)), format: COUNT },
    { label: texts.open, value: formula(inStates(context, now, OPEN)), format: COUNT },
    {
      label: texts.inTime,
      value: formula(`IF(${timed}=0,${literal(t.none)},${inTime}/${timed})`),
      format: RATE,
    },
  ];
}

function prose(context: DiaryContext, from: string, now: Span, before: Span): string {
  const { t } = context;
  const count = (expression: string): string => `TEXT(${expression},"${COUNT}")`;
  const visits = visitsIn(context, now);
  const earlier = visitsIn(context, before);
  const { rate } = covered(context, from);
  const parts = {
    year: `YEAR(${from})`,
    quarter: `INT((MONTH(${from})+2)/3)`,
    visits: count(visits),
    before: count(earlier),
    coverage: `IF(ISNUMBER(${rate}),TEXT(${rate},"${RATE}"),${literal(t.none)})`,
    raised: count(inStates(context, now, ALL)),
    settled: count(inStates(context, now, SETTLED)),
    open: count(inStates(context, now, OPEN)),
    overdue: count(inStates(context, now, ['overdue'])),
  };
  const told = `${sentence(t.quarter.prose, parts)}`;
  return `IF(${visits}=0,${sentence(t.quarter.proseNone, parts)},${told})`;
}

interface BreakdownWanted {
  readonly heading: string;
  readonly header: string;
  /** The column that visits are counted by, and the one that what is owed is counted by. */
  readonly by: DiaryColumn;
  readonly owed: DiaryColumn;
  readonly names: readonly string[];
}

function addBreakdown(
  page: Page,
  context: DiaryContext,
  wanted: BreakdownWanted,
  now: Span,
  before: Span,
): void {
  const { names } = wanted;
  if (names.length === 0) return;
  const { t } = context;
  const texts = t.quarter.columns;
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const columns: ListColumn[] = [
    { header: wanted.header, style: 'label' },
    { header: texts.visits, ...number },
    { header: texts.before, ...number },
    { header: texts.raised, ...number },
    { header: texts.settled, ...number },
    { header: texts.open, ...number },
    { header: texts.overdue, ...number },
    { header: texts.inTime, style: 'number', format: RATE },
  ];
  page.line(wanted.heading, 'heading', 22);
  addHeaders(page, columns);
  const first = page.row;
  const figures = (own: (column: DiaryColumn) => Pairs): string[] => [
    visitsIn(context, now, own(wanted.by)),
    visitsIn(context, before, own(wanted.by)),
    inStates(context, now, ALL, own(wanted.owed)),
    inStates(context, now, SETTLED, own(wanted.owed)),
    inStates(context, now, OPEN, own(wanted.owed)),
    inStates(context, now, ['overdue'], own(wanted.owed)),
  ];
  for (const name of names) {
    const cell = `$${cellAddress({ row: page.row, column: 0 })}`;
    const own = (column: DiaryColumn): Pairs => [[column, criterion(cell)]];
    const timed = inStates(context, now, ['inTime', 'late'], own(wanted.owed));
    const inTime = inStates(context, now, ['inTime'], own(wanted.owed));
    addLine(page, columns, [
      name,
      ...figures(own).map((each): PlanCell => formula(each)),
      formula(`IF(${timed}=0,${literal(t.none)},${inTime}/${timed})`),
    ]);
  }
  const all = figures(() => []);
  addLine(page, columns, [
    t.quarter.others,
    ...all.map((each, index): PlanCell => {
      const column = index + 1;
      const listed = `SUM(${cellAddress({ row: first, column })}:${cellAddress({ row: page.row - 1, column })})`;
      return formula(`${each}-${listed}`);
    }),
    null,
  ]);
  addLine(page, columns, [t.quarter.total, ...all.map((each): PlanCell => formula(each)), null], {
    total: true,
  });
  page.space();
}
