import type { PlanCell, SheetPlan } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, DAY, RATE, formula } from '../expressions';
import { fixedArea, fixedCell, literal, sentence } from '../formula';
import { Page } from '../page';
import { pageSheet } from '../page-sheet';
import { criterion } from '../visits/formulas';
import {
  countOfDays,
  customers,
  inForce,
  rowsBefore,
  type Days,
  type DiaryColumn,
  type DiaryContext,
  type Pairs,
} from './context';
import { asOfLine } from './follow-up-sheet';
import { addFigures, addHeaders, addLine, addSignatures, type ListColumn } from '../visits/parts';

const WIDTHS = [22, 11, 11, 11, 11, 11, 11, 11];
const LINE = 94;
const FROM_AT = { row: 3, column: 1 };
const TO_AT = { row: 3, column: 3 };
/** Beside what is printed: rows of the diary, what each line looks for, and counts that others are made of. */
const BESIDE = 9;
const ROWS_AT = { row: 3, column: BESIDE };
const TOTALS_AT = { row: 3, column: BESIDE + 2 };

/** Names that the report's tables list. */
export interface QuarterNames {
  readonly people: readonly string[];
  readonly departments: readonly string[];
  readonly purposes: readonly string[];
}

/** The quarter reported, and the one before it. */
interface Quarters {
  readonly now: Days;
  readonly before: Days;
}

/** What is counted by itself; the rest is made of it. */
const COUNTED = ['visits', 'before', 'raised', 'open', 'overdue', 'inTime', 'late'] as const;
type Count = (typeof COUNTED)[number];
type Totals = Readonly<Record<Count, string>>;

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
  const quarters = addQuarters(page, context, from, to);
  const totals = addTotals(page, context, quarters);
  addFigures(page, figuresOf(context, from, totals), [2, 2, 2, 2]);
  page.space();
  page.line(texts.summary, 'heading', 22);
  page.paragraph(formula(prose(context, from, totals)), texts.proseLike);
  page.space();
  const breakdowns: readonly Breakdown[] = [
    {
      heading: texts.byPerson,
      header: t.columns.person,
      by: 'person',
      owed: 'responsible',
      names: names.people,
    },
    {
      heading: texts.byDepartment,
      header: t.columns.department,
      by: 'department',
      owed: 'department',
      names: names.departments,
    },
    {
      heading: texts.byPurpose,
      header: t.columns.purpose,
      by: 'purpose',
      owed: 'purpose',
      names: names.purposes,
    },
  ];
  for (const breakdown of breakdowns) addBreakdown(page, context, breakdown, quarters, totals);
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

/** The quarter and the one before it, with the diary's rows for each beside what is printed. */
function addQuarters(page: Page, context: DiaryContext, from: string, to: string): Quarters {
  const earlier = `EDATE(${from},-3)`;
  const end = `(${to}+1)`;
  page.block(
    ROWS_AT,
    [
      [formula(`${rowsBefore(context, from)}+1`), formula(rowsBefore(context, end))],
      [formula(`${rowsBefore(context, earlier)}+1`), formula(rowsBefore(context, from))],
    ],
    'key',
    '0',
  );
  const rows = (line: number): Pick<Days, 'first' | 'last'> => {
    const at = { ...ROWS_AT, row: ROWS_AT.row + line };
    return { first: fixedCell(at), last: fixedCell({ ...at, column: at.column + 1 }) };
  };
  return { now: { from, end, ...rows(0) }, before: { from: earlier, end: from, ...rows(1) } };
}

/** The counts of a line, or of all where no criterion is given; who is looked for among visitors may be so among owners. */
function countsOf(
  context: DiaryContext,
  { now, before }: Quarters,
  of: { readonly by: DiaryColumn; readonly owed: DiaryColumn; readonly test: string } | null,
): Totals {
  const seen: Pairs = of ? [[of.by, of.test]] : [];
  const owed: Pairs = of ? [[of.owed, of.test]] : [];
  // Who is responsible is so for an item.
  const raised: Pairs = of?.owed === 'responsible' ? owed : [...owed, ['state', '"?*"']];
  const inState = (state: keyof DiaryContext['t']['states']): string =>
    countOfDays(context, [...owed, ['state', literal(context.t.states[state])]], now);
  return {
    visits: countOfDays(context, seen, now),
    before: countOfDays(context, seen, before),
    raised: countOfDays(context, raised, now),
    open: inState('open'),
    overdue: inState('overdue'),
    inTime: inState('inTime'),
    late: inState('late'),
  };
}

/** The quarter's counts, each once, for figures, prose and the totals of all tables. */
function addTotals(page: Page, context: DiaryContext, quarters: Quarters): Totals {
  const counts = countsOf(context, quarters, null);
  page.block(TOTALS_AT, [COUNTED.map((id) => formula(counts[id]))], 'key', '0');
  return Object.fromEntries(
    COUNTED.map((id, index) => [id, fixedCell({ ...TOTALS_AT, column: TOTALS_AT.column + index })]),
  ) as Record<Count, string>;
}

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

function rateInTime({ inTime, late }: Pick<Totals, 'inTime' | 'late'>, none: string): string {
  return `IF(${inTime}+${late}=0,${literal(none)},${inTime}/(${inTime}+${late}))`;
}

function figuresOf(context: DiaryContext, from: string, totals: Totals) {
  const { t } = context;
  const texts = t.quarter.figures;
  const { visits, before, raised, open, overdue } = totals;
  const { visited, rate } = covered(context, from);
  return [
    { label: texts.visits, value: formula(visits), format: COUNT },
    {
      label: texts.change,
      value: formula(`IF(${before}=0,${literal(t.none)},${visits}/${before}-1)`),
      format: RATE,
    },
    { label: texts.customers, value: formula(visited), format: COUNT },
    { label: texts.coverage, value: formula(rate), format: RATE },
    { label: texts.raised, value: formula(raised), format: COUNT },
    { label: texts.settled, value: formula(`${raised}-${open}-${overdue}`), format: COUNT },
    { label: texts.open, value: formula(`${open}+${overdue}`), format: COUNT },
    { label: texts.inTime, value: formula(rateInTime(totals, t.none)), format: RATE },
  ];
}

function prose(context: DiaryContext, from: string, totals: Totals): string {
  const { t } = context;
  const count = (expression: string): string => `TEXT(${expression},"${COUNT}")`;
  const { visits, before, raised, open, overdue } = totals;
  const { rate } = covered(context, from);
  const parts = {
    year: `YEAR(${from})`,
    quarter: `INT((MONTH(${from})+2)/3)`,
    visits: count(visits),
    before: count(before),
    coverage: `IF(ISNUMBER(${rate}),TEXT(${rate},"${RATE}"),${literal(t.none)})`,
    raised: count(raised),
    settled: count(`${raised}-${open}-${overdue}`),
    open: count(`${open}+${overdue}`),
    overdue: count(overdue),
  };
  const told = sentence(t.quarter.prose, parts);
  return `IF(${visits}=0,${sentence(t.quarter.proseNone, parts)},${told})`;
}

interface Breakdown {
  readonly heading: string;
  readonly header: string;
  /** The column that visits are counted by, and the one that what is owed is counted by. */
  readonly by: DiaryColumn;
  readonly owed: DiaryColumn;
  readonly names: readonly string[];
}

/** Where a line's counts stand on the page: settled is the rest of what was raised. */
const PLACES = { visits: 1, before: 2, raised: 3, settled: 4, open: 5, overdue: 6 } as const;

function addBreakdown(
  page: Page,
  context: DiaryContext,
  { heading, header, names, by, owed }: Breakdown,
  quarters: Quarters,
  totals: Totals,
): void {
  if (names.length === 0) return;
  const { t } = context;
  const texts = t.quarter.columns;
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const columns: ListColumn[] = [
    { header, style: 'label' },
    { header: texts.visits, ...number },
    { header: texts.before, ...number },
    { header: texts.raised, ...number },
    { header: texts.settled, ...number },
    { header: texts.open, ...number },
    { header: texts.overdue, ...number },
    { header: texts.inTime, style: 'number', format: RATE },
  ];
  page.line(heading, 'heading', 22);
  addHeaders(page, columns);
  const first = page.row;
  const at = (column: number): string => fixedCell({ row: page.row, column });
  const settled = (): string => `${at(PLACES.raised)}-${at(PLACES.open)}`;
  for (const name of names) {
    const timed = { inTime: at(BESIDE + 1), late: at(BESIDE + 2) };
    const counts = countsOf(context, quarters, { by, owed, test: at(BESIDE) });
    page.cells(
      page.row,
      BESIDE,
      [criterion(at(0)), counts.inTime, counts.late].map((each) => ({ value: formula(each), style: 'key' })),
    );
    const { visits, before, raised, open, overdue } = counts;
    const written = [visits, before, raised, settled(), `${at(PLACES.overdue)}+${open}`, overdue];
    addLine(page, columns, [
      name,
      ...written.map((each): PlanCell => formula(each)),
      formula(rateInTime(timed, t.none)),
    ]);
  }
  const lines = { row: first, rows: names.length, columns: 1 };
  const { visits, before, raised, open, overdue } = totals;
  const all = (): readonly string[] => [visits, before, raised, settled(), `${open}+${overdue}`, overdue];
  addLine(page, columns, [
    t.quarter.others,
    ...all().map((each, index): PlanCell => {
      if (index + 1 === PLACES.settled) return formula(each);
      return formula(`${each}-SUM(${fixedArea({ ...lines, column: index + 1 })})`);
    }),
    null,
  ]);
  addLine(page, columns, [t.quarter.total, ...all().map((each): PlanCell => formula(each)), null], {
    total: true,
  });
  page.space();
}
