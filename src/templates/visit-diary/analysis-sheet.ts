import { cellAddress, type Area } from '../../domain/address';
import type { Overlap } from '../../domain/visits/overlap';
import type { ChartPlan, PlanCell, SheetPlan } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, DAY, RATE, formula } from '../expressions';
import { fixedArea, fixedCell, literal } from '../formula';
import { Page } from '../page';
import { addRemarks, pageSheet } from '../page-sheet';
import { criterion, plainText } from '../visits/formulas';
import type { VisitRules } from '../visits/rules';
import type { Visit } from '../visits/visits';
import {
  countOfDays,
  countVisits,
  customers,
  inForce,
  rowsBefore,
  type Days,
  type DiaryContext,
  type Pairs,
} from './context';
import { LIVE_OVERLAPS } from './diary-sheet';
import { asOfLine } from './follow-up-sheet';
import { addFigures, addHeaders, addLine, type ListColumn } from '../visits/parts';

const WIDTHS = [15, 15, 11, 11, 11, 11, 11, 11];
const LINE = 94;
/** Beside what is printed: whom each line looks for, and the diary's rows of each week. */
const BESIDE = 9;
const CHART_ROWS = 12;
const WEEKS = 12;
const MOST_OVERLAPS = 60;

export interface AnalysisNotes {
  readonly people: readonly string[];
  readonly rules: VisitRules;
  readonly visits: readonly Visit[];
  readonly overlaps: readonly Overlap[];
  readonly remarks: readonly string[];
}

/** How well customers are looked after: figures, people, classes, weeks, overlaps. Everything but the overlaps is live. */
export function analysisSheet(context: DiaryContext, notes: AnalysisNotes): SheetPlan {
  const { t, sheets } = context;
  const texts = t.analysis;
  const page = new Page(WIDTHS.length, LINE);
  page.line(texts.title, 'title', 30);
  page.line(formula(asOfLine(context)), 'subtitle', 16);
  page.space();
  addFigures(page, figuresOf(context), [2, 2, 2, 2]);
  page.note(texts.figuresNote);
  page.space();
  page.section();
  page.line(texts.byPerson, 'heading', 22);
  const people = addPeople(page, context, notes.people);
  page.space();
  const personChart = keepFree(page, notes.people.length > 0);
  page.section();
  page.line(texts.byClass, 'heading', 22);
  addClasses(page, context, notes.rules);
  page.note(texts.classNote);
  page.space();
  page.section();
  page.line(texts.byWeek, 'heading', 22);
  const weeks = addWeeks(page, context);
  page.space();
  const weekChart = keepFree(page, true);
  addOverlaps(page, context, notes);
  addRemarks(page, texts.remarks, notes.remarks);
  return pageSheet(page, {
    role: 'analysis',
    name: sheets.analysis,
    charts: [
      ...(personChart ? [personChartOf(context, people, personChart)] : []),
      ...(weekChart ? [weekChartOf(context, weeks, weekChart)] : []),
    ],
    conditionalFormats: [
      {
        area: { ...people, column: 7 },
        formula: `=AND(ISNUMBER($H${people.row + 1}),$H${people.row + 1}>0)`,
        style: 'alert',
      },
    ],
    widths: WIDTHS,
    footer: t.footer,
  });
}

function keepFree(page: Page, wanted: boolean): Area | null {
  if (!wanted) return null;
  const area = { row: page.row, column: 0, rows: CHART_ROWS, columns: WIDTHS.length };
  page.advance(CHART_ROWS);
  page.space();
  return area;
}

function share(part: string, whole: string, none: string): string {
  return `IF(${whole}=0,${literal(none)},${part}/${whole})`;
}

/** From the first of the month to the day asked about. */
function thisMonth(context: DiaryContext): Days {
  return {
    from: inForce(context, 'month'),
    end: inForce(context, 'after'),
    first: inForce(context, 'month-row'),
    last: inForce(context, 'last-row'),
  };
}

function figuresOf(context: DiaryContext) {
  const { t } = context;
  const texts = t.analysis.figures;
  const { customerStates: states } = t;
  const listed = `${customers(context, 'listed')},${literal(t.yes)}`;
  const all = `COUNTIFS(${listed})`;
  const covered = `COUNTIFS(${listed},${customers(context, 'month')},">="&${inForce(context, 'monthly')})`;
  const kept = `COUNTIFS(${listed},${customers(context, 'kept')},${literal(t.yes)})`;
  const inState = (state: string): string => `COUNTIFS(${customers(context, 'state')},${literal(state)})`;
  return [
    { label: texts.visits, value: formula(countOfDays(context, [], thisMonth(context))), format: COUNT },
    { label: texts.coverage, value: formula(share(covered, all, t.none)), format: RATE },
    { label: texts.compliance, value: formula(share(kept, all, t.none)), format: RATE },
    { label: texts.never, value: formula(inState(states.never)), format: COUNT },
    { label: texts.late, value: formula(inState(states.late)), format: COUNT },
    { label: texts.promised, value: formula(inState(states.promised)), format: COUNT },
    { label: texts.overlaps, value: formula(countVisits(context, [['overlap', '1']])), format: COUNT },
    {
      label: texts.unknown,
      value: formula(countVisits(context, [['class', literal(t.unknownCustomer)]])),
      format: COUNT,
    },
  ];
}

/** A line a person, from the sheet of days. */
function addPeople(page: Page, context: DiaryContext, people: readonly string[]): Area {
  const { t, tables } = context;
  const texts = t.analysis.person;
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const columns: ListColumn[] = [
    { header: t.columns.person, style: 'label' },
    { header: texts.visits, ...number },
    { header: texts.days, ...number },
    { header: texts.average, style: 'number', format: '0.0' },
    { header: texts.met, ...number },
    { header: texts.rate, style: 'number', format: RATE },
    { header: texts.open, ...number },
    { header: texts.overdue, ...number },
  ];
  addHeaders(page, columns);
  const first = page.row;
  const sums = ['visits', 'days', 'average', 'met', 'rate'] as const;
  const of = (sum: (typeof sums)[number], cell: string): string => {
    const column = `${tables.days}[${t.days.sums[sum]}]`;
    return `IFERROR(INDEX(${column},MATCH(${plainText(cell)},${tables.days}[${t.days.person}],0)),${literal(t.none)})`;
  };
  const inState = (state: 'open' | 'overdue', who: Pairs = []): string =>
    countVisits(context, [...who, ['state', literal(t.states[state])]]);
  const [openAt, overdueAt] = [1 + sums.length, 2 + sums.length] as const;
  const at = (column: number, row = page.row): string => fixedCell({ row, column });
  for (const person of people) {
    const own: Pairs = [['responsible', at(BESIDE)]];
    page.cells(page.row, BESIDE, [{ value: formula(criterion(at(0))), style: 'key' }]);
    addLine(page, columns, [
      person,
      ...sums.map((sum): PlanCell => formula(of(sum, at(0)))),
      formula(`${at(overdueAt)}+${inState('open', own)}`),
      formula(inState('overdue', own)),
    ]);
  }
  const area = { row: first, column: 0, rows: Math.max(1, people.length), columns: 1 };
  if (people.length > 0) {
    // Items of those who do not visit: the rows come to the total, which stands below.
    const rest = (column: number): PlanCell =>
      formula(`${at(column, page.row + 1)}-SUM(${fixedArea({ ...area, column })})`);
    addLine(page, columns, [
      t.followUp.owner.others,
      ...sums.map((): PlanCell => null),
      rest(openAt),
      rest(overdueAt),
    ]);
  }
  const month = `${tables.days}[${t.days.sums.visits}]`;
  const days = `${tables.days}[${t.days.sums.days}]`;
  const met = `${tables.days}[${t.days.sums.met}]`;
  const visits = fixedCell({ row: page.row, column: 1 });
  const worked = fixedCell({ row: page.row, column: 2 });
  addLine(
    page,
    columns,
    [
      t.analysis.all,
      formula(`SUM(${month})`),
      formula(`SUM(${days})`),
      formula(share(visits, worked, t.none)),
      formula(`SUM(${met})`),
      formula(share(at(4), worked, t.none)),
      formula(`${at(overdueAt)}+${inState('open')}`),
      formula(inState('overdue')),
    ],
    { total: true },
  );
  return area;
}

function addClasses(page: Page, context: DiaryContext, rules: VisitRules): void {
  const { t } = context;
  const texts = t.analysis.class;
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const rate = { style: 'number', format: RATE } as const;
  const columns: ListColumn[] = [
    { header: texts.name, style: 'label' },
    { header: texts.rule, style: 'text' },
    { header: texts.customers, ...number },
    { header: texts.covered, ...number },
    { header: texts.coverage, ...rate },
    { header: texts.kept, ...number },
    { header: texts.compliance, ...rate },
    { header: texts.late, ...number },
  ];
  addHeaders(page, columns);
  const listed = `${customers(context, 'listed')},${literal(t.yes)}`;
  const { late, never, promised } = t.customerStates;
  const figures = (own: string): PlanCell[] => {
    const all = `COUNTIFS(${listed}${own})`;
    const covered = `COUNTIFS(${listed}${own},${customers(context, 'month')},">="&${inForce(context, 'monthly')})`;
    const kept = `COUNTIFS(${listed}${own},${customers(context, 'kept')},${literal(t.yes)})`;
    const overdue = [late, never, promised].map(
      (state) => `COUNTIFS(${listed}${own},${customers(context, 'state')},${literal(state)})`,
    );
    const [wanted, seen, met] = [2, 3, 5].map((column) => fixedCell({ row: page.row, column })) as [
      string,
      string,
      string,
    ];
    return [
      all,
      covered,
      share(seen, wanted, t.none),
      kept,
      share(met, wanted, t.none),
      overdue.join('+'),
    ].map(formula);
  };
  rules.cadences.forEach(({ name, cadence, row }) => {
    // By the row of the rule, so that customers without a class come under that for others.
    const own = `,${customers(context, 'rule')},${row}`;
    addLine(page, columns, [name, texts.wanted(cadence), ...figures(own)]);
  });
  addLine(page, columns, [t.analysis.all, null, ...figures('')], { total: true });
}

/** Visits of the last weeks, the week of the day asked about at the end. */
function addWeeks(page: Page, context: DiaryContext): Area {
  const { t } = context;
  const texts = t.analysis.week;
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const columns: ListColumn[] = [
    { header: texts.span, style: 'text', span: 2 },
    { header: texts.visits, ...number },
    { header: texts.change, style: 'number', format: RATE },
    { header: texts.raised, ...number },
    { header: texts.open, ...number },
  ];
  addHeaders(page, columns);
  const first = page.row;
  for (let week = 0; week < WEEKS; week++) {
    const row = page.row;
    const from = `(${inForce(context, 'week')}-${7 * (WEEKS - 1 - week)})`;
    const days: Days = {
      from,
      end: `(${from}+7)`,
      first: fixedCell({ row, column: BESIDE }),
      last: fixedCell({ row, column: BESIDE + 1 }),
    };
    page.cells(row, BESIDE, [
      { value: formula(`${rowsBefore(context, days.from)}+1`), style: 'key' },
      { value: formula(rowsBefore(context, days.end)), style: 'key' },
    ]);
    const visits = fixedCell({ row, column: 2 });
    const before = fixedCell({ row: row - 1, column: 2 });
    // A rank is what open items have and no others.
    addLine(page, columns, [
      formula(`${dayText(from)}&" – "&${dayText(`${from}+6`)}`),
      formula(countOfDays(context, [], days)),
      week === 0 ? null : formula(`IF(${before}=0,${literal(t.none)},${visits}/${before}-1)`),
      formula(countOfDays(context, [['item', '"?*"']], days)),
      formula(countOfDays(context, [['rank', '">0"']], days)),
    ]);
  }
  return { row: first, column: 0, rows: WEEKS, columns: 1 };
}

/** A day as 04-29: text, so that a chart sets it as one of its categories. */
function dayText(day: string): string {
  return `TEXT(MONTH(${day}),"00")&"-"&TEXT(DAY(${day}),"00")`;
}

function addOverlaps(page: Page, context: DiaryContext, { visits, overlaps }: AnalysisNotes): void {
  const { t } = context;
  const texts = t.analysis.overlap;
  page.section();
  page.line(texts.heading, 'heading', 22);
  if (visits.length > LIVE_OVERLAPS) page.note(texts.asBuilt({ most: LIVE_OVERLAPS }));
  if (overlaps.length === 0) {
    page.note(context.blank ? texts.blank : texts.nobody);
    return;
  }
  const columns: ListColumn[] = [
    { header: texts.customer, style: 'text', span: 2 },
    { header: texts.first, style: 'text' },
    { header: texts.date, style: 'text', format: DAY },
    { header: texts.second, style: 'text' },
    { header: texts.date, style: 'text', format: DAY },
    { header: texts.days, style: 'number', format: '0' },
    { header: texts.cells, style: 'key' },
  ];
  addHeaders(page, columns);
  // The newest first: those can still be put right.
  const newest = [...overlaps].sort((a, b) => (visits[b.second]?.date ?? 0) - (visits[a.second]?.date ?? 0));
  for (const { customer, first, second, days } of newest.slice(0, MOST_OVERLAPS)) {
    const [one, other] = [visits[first], visits[second]];
    const cells = [one, other].flatMap((visit) => (visit ? [`${visit.sheet}!${cellAddress(visit.at)}`] : []));
    addLine(page, columns, [
      customer,
      one?.person ?? null,
      one?.date ?? null,
      other?.person ?? null,
      other?.date ?? null,
      days,
      cells.join(' · '),
    ]);
  }
  const more = overlaps.length - MOST_OVERLAPS;
  if (more > 0) page.note(texts.more({ count: more }));
  else if (visits.length <= LIVE_OVERLAPS) page.note(texts.note);
}

function personChartOf({ t }: DiaryContext, people: Area, area: Area): ChartPlan {
  return {
    kind: 'column',
    title: t.analysis.charts.people,
    categories: people,
    series: [{ name: t.analysis.person.visits, values: { ...people, column: 1 } }],
    valueAxis: { title: t.analysis.charts.axis, format: COUNT },
    area,
    altText: t.analysis.charts.peopleAlt,
  };
}

function weekChartOf({ t }: DiaryContext, weeks: Area, area: Area): ChartPlan {
  return {
    kind: 'column',
    title: t.analysis.charts.weeks,
    categories: weeks,
    series: [{ name: t.analysis.week.visits, values: { ...weeks, column: 2 } }],
    valueAxis: { title: t.analysis.charts.axis, format: COUNT },
    area,
    altText: t.analysis.charts.weeksAlt,
  };
}
