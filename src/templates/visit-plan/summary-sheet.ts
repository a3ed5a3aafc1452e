import { cellAddress } from '../../domain/address';
import type { PlanCell, SheetPlan } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, DAY, formula, RATE } from '../expressions';
import { literal } from '../formula';
import { Page } from '../page';
import { pageSheet } from '../page-sheet';
import { criterion } from '../visits/formulas';
import { addFigures, addHeaders, addLine, type ListColumn } from '../visits/parts';
import type { NativeCalendar } from '../work-calendar/native';
import { countPlanned, planned, type PlanContext } from './context';
import type { Digest } from './digest';

const WIDTHS = [22, 13, 12, 12, 12, 12, 12];
const LINE = 90;
/** Customers without room that are listed. */
const MOST_LEFT = 60;

/** How full everybody's days are, and who found no room. */
export function summarySheet(
  context: PlanContext,
  digest: Digest,
  perDay: string,
  calendar: NativeCalendar,
): SheetPlan {
  const { t, sheets } = context;
  const texts = t.summary;
  const page = new Page(WIDTHS.length, LINE);
  page.line(texts.title, 'title', 30);
  page.note(texts.note);
  page.space();
  const { done: isDone, late: isLate } = criteriaOf(context);
  const visits = countPlanned(context, digest);
  const done = countPlanned(context, digest, isDone);
  const late = countPlanned(context, digest, isLate);
  addFigures(
    page,
    [
      { label: texts.figures.visits, value: formula(visits), format: COUNT },
      { label: texts.figures.late, value: formula(late), format: COUNT },
      {
        label: texts.figures.done,
        value: formula(`IF(${visits}=0,${literal(t.none)},${done}/${visits})`),
        format: RATE,
      },
      { label: texts.figures.left, value: digest.plan.left.length, format: COUNT },
    ],
    [2, 2, 2, 1],
  );
  page.space();
  addPeople(page, context, digest, perDay);
  addDays(page, context, digest, perDay, calendar);
  addLeft(page, context, digest);
  return pageSheet(page, { role: 'summary', name: sheets.summary, widths: WIDTHS, footer: t.footer });
}

type Criterion = readonly [column: string, criterion: string];

function criteriaOf(context: PlanContext): Readonly<Record<'done' | 'late', Criterion>> {
  const { t } = context;
  return {
    done: [planned(context, 'done'), literal(t.plan.doneWords[0] ?? '')],
    late: [planned(context, 'reason'), literal(t.reasons.late)],
  };
}

function addPeople(page: Page, context: PlanContext, digest: Digest, perDay: string): void {
  const { people, days } = digest;
  if (people.length === 0) return;
  const { t } = context;
  const texts = t.summary.person;
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const columns: ListColumn[] = [
    { header: t.columns.person, style: 'label' },
    { header: texts.visits, ...number },
    { header: texts.room, ...number },
    { header: texts.load, style: 'number', format: RATE },
    { header: texts.late, ...number },
    { header: texts.done, ...number },
    { header: texts.rate, style: 'number', format: RATE },
  ];
  page.line(t.summary.byPerson, 'heading', 22);
  addHeaders(page, columns);
  const { done, late } = criteriaOf(context);
  const line = (name: string, own: readonly Criterion[], room: string): PlanCell[] => {
    const visits = countPlanned(context, digest, ...own);
    const finished = countPlanned(context, digest, ...own, done);
    return [
      name,
      formula(visits),
      formula(room),
      formula(`IF(${room}=0,${literal(t.none)},${visits}/(${room}))`),
      formula(countPlanned(context, digest, ...own, late)),
      formula(finished),
      formula(`IF(${visits}=0,${literal(t.none)},${finished}/${visits})`),
    ];
  };
  for (const person of people) {
    const cell = `$${cellAddress({ row: page.row, column: 0 })}`;
    const own: Criterion = [planned(context, 'person'), criterion(cell)];
    addLine(page, columns, line(person, [own], `${days.length}*${perDay}`));
  }
  addLine(page, columns, line(t.summary.total, [], `${days.length}*${perDay}*${people.length}`), {
    total: true,
  });
  page.space();
}

/** Every day of the span; days off say so. */
function addDays(
  page: Page,
  context: PlanContext,
  { span, people }: Digest,
  perDay: string,
  calendar: NativeCalendar,
): void {
  if (!span) return;
  const { t } = context;
  const texts = t.summary.day;
  const number = { style: 'number', format: COUNT_OR_DASH } as const;
  const columns: ListColumn[] = [
    { header: t.columns.date, style: 'text', format: DAY },
    { header: t.columns.weekday, style: 'text' },
    { header: texts.work, style: 'text' },
    { header: texts.visits, ...number },
    { header: texts.room, ...number },
  ];
  page.line(t.summary.byDay, 'heading', 22);
  addHeaders(page, columns);
  for (let day = span[0]; day <= span[1]; day++) {
    const cell = `$${cellAddress({ row: page.row, column: 0 })}`;
    const names = t.weekdays.map((name) => literal(name)).join(',');
    const worked = calendar.daysAfter(`${cell}-1`, cell);
    addLine(page, columns, [
      day,
      formula(`CHOOSE(WEEKDAY(${cell},2),${names})`),
      formula(`IF(${worked}>0,${literal(texts.worked)},${literal(texts.off)})`),
      formula(`COUNTIFS(${planned(context, 'date')},${cell})`),
      formula(`${worked}*${perDay}*${people.length}`),
    ]);
  }
  page.space();
}

function addLeft(page: Page, context: PlanContext, { plan, classes }: Digest): void {
  const { t } = context;
  const { left } = plan;
  page.line(t.summary.left.heading, 'heading', 22);
  if (left.length === 0) {
    page.note(context.blank ? t.summary.left.blank : t.summary.left.nobody);
    return;
  }
  const columns: ListColumn[] = [
    { header: t.columns.customer, style: 'text', span: 2 },
    { header: t.columns.person, style: 'text' },
    { header: t.columns.region, style: 'text' },
    { header: t.columns.class, style: 'text' },
    { header: t.columns.last, style: 'text', format: DAY },
    { header: t.columns.due, style: 'text', format: DAY },
  ];
  addHeaders(page, columns);
  for (const { customer, due } of left.slice(0, MOST_LEFT)) {
    const { customer: name, person, region, last } = customer;
    addLine(page, columns, [name, person || null, region, classes.get(name) ?? null, last, due]);
  }
  const more = left.length - MOST_LEFT;
  page.note(more > 0 ? t.summary.left.more({ count: more }) : t.summary.left.note);
}
