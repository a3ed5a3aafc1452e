import { cellAddress } from '../../domain/address';
import { monthNumber } from '../../domain/dates';
import type { ConditionalFormat, PlanCell } from '../../plan/types';
import { formula, MONEY, RATE } from '../expressions';
import { fixedCell, literal, tableColumn } from '../formula';
import type { Page, StyledCell } from '../page';
import type { Calendar } from './calendar';
import type { SummaryContext } from './context';
import { ofPeriod, type PeriodTable } from './period-table';
import type { Target } from './read-targets';
import { sumOfName } from './sum-of-name';

/** Fixed references to a line of the table of targets; amounts in 元. */
export interface TargetLine {
  readonly target: string;
  readonly actual: string;
  readonly attainment: string;
  readonly timeShare: string;
  readonly missing: string;
}

export interface TargetsSection {
  /** Of the period in focus, where there are targets of periods. */
  readonly period: TargetLine | null;
  /** Of the whole year. */
  readonly year: TargetLine | null;
  /** What each remaining period of the year must bring; '' or "n/a" where none remains. */
  readonly perPeriod: string | null;
  readonly conditionalFormats: readonly ConditionalFormat[];
}

const MOST_PERSONS = 12;

/** Lines for the period, the year to date and the year, then one for each person who sold something. */
export function addTargets(
  page: Page,
  context: SummaryContext,
  periods: PeriodTable,
  targets: readonly Target[],
  sellers: ReadonlySet<string>,
  focus: string,
): TargetsSection {
  const { t, calendar } = context;
  const scopes = scopesOf(context, targets);
  page.line(t.headings.targets, 'heading', 22);
  addHeader(page, context, t.targets.scope);
  const first = page.row;
  const lines: TargetLine[] = [];
  const add = (label: PlanCell, target: string, actual: string, timeShare: string): TargetLine => {
    const refs = addLine(page, context, label, target, actual, timeShare);
    lines.push(refs);
    return refs;
  };
  const { place } = calendar.formulas;
  const passed = `${place(focus)}/${calendar.perYear}`;
  const toDate = ofPeriod(periods, 'yearToDate', focus);
  const period = scopes.fine
    ? add(t.targets.period, scopes.period(focus), ofPeriod(periods, 'amount', focus), '1')
    : null;
  if (scopes.fine) add(t.targets.yearToDate, scopes.yearToDate(focus), toDate, '1');
  const year = scopes.year ? add(t.targets.year, scopes.year(focus), toDate, passed) : null;
  const persons = scopes.persons.filter((name) => sellers.has(name.toLowerCase())).slice(0, MOST_PERSONS);
  for (const person of persons) {
    const actual = sumOfName(context, 'person', person, `$A${page.row + 1}`, focus);
    const target = scopes.ofPerson(`$A${page.row + 1}`, focus);
    add(person, target, actual, scopes.fine ? '1' : passed);
  }
  page.note(
    scopes.fine && scopes.persons.length > 0 ? t.targets.note + t.targets.personNote : t.targets.note,
  );
  const perPeriod = year ? perPeriodOf(context, year, focus) : null;
  const cell = `D${first + 1}`;
  return {
    period,
    year,
    perPeriod,
    conditionalFormats: [
      {
        area: { row: first, column: 3, rows: lines.length, columns: 1 },
        formula: `=AND(ISNUMBER(${cell}),ISNUMBER(G${first + 1}),${cell}<G${first + 1})`,
        style: 'negative',
      },
    ],
  };
}

function perPeriodOf({ t, calendar }: SummaryContext, { missing }: TargetLine, focus: string): string {
  const left = `(${calendar.perYear}-${calendar.formulas.place(focus)})`;
  return `IF(AND(ISNUMBER(${missing}),${left}>0),ROUND(${missing}/MAX(1,${left}),2),"${t.notAvailable}")`;
}

function addHeader(page: Page, { t }: SummaryContext, first: string): void {
  const texts = t.targets;
  const number = (value: string | null): StyledCell => ({ value, style: 'columnHeaderNumber' });
  page.cells(page.row, 0, [
    { value: first, style: 'columnHeader' },
    { value: null, style: 'columnHeader' },
    number(texts.target),
    number(texts.attainment),
    number(null),
    number(texts.actual),
    number(texts.timeShare),
    number(texts.missing),
    number(texts.lead),
  ]);
  page.advance(1, 18);
}

function addLine(
  page: Page,
  { t }: SummaryContext,
  label: PlanCell,
  target: string,
  actual: string,
  timeShare: string,
): TargetLine {
  const { row } = page;
  const at = (column: number): string => cellAddress({ row, column });
  const none = `"${t.notAvailable}"`;
  const money = (expression: string): StyledCell => ({
    value: formula(expression),
    style: 'number',
    format: MONEY,
  });
  const rate = (expression: string): StyledCell => ({
    value: formula(expression),
    style: 'number',
    format: RATE,
  });
  page.cells(row, 0, [
    { value: label, style: 'label' },
    { value: null, style: 'label' },
    money(`ROUND(${target},2)`),
    rate(`IF(${at(2)}>0,${at(5)}/${at(2)},${none})`),
    { value: null, style: 'number' },
    money(`ROUND(IFERROR(${actual},0),2)`),
    rate(timeShare),
    money(`IF(${at(2)}>0,MAX(0,ROUND(${at(2)}-${at(5)},2)),${none})`),
    rate(`IF(ISNUMBER(${at(3)}),${at(3)}-${at(6)},${none})`),
  ]);
  page.advance(1, 16);
  const ref = (column: number): string => fixedCell({ row, column });
  return { target: ref(2), attainment: ref(3), actual: ref(5), timeShare: ref(6), missing: ref(7) };
}

interface Scopes {
  /** There are targets of periods, not only of years. */
  readonly fine: boolean;
  readonly persons: readonly string[];
  period(focus: string): string;
  yearToDate(focus: string): string;
  readonly year: ((focus: string) => string) | null;
  ofPerson(cell: string, focus: string): string;
}

/** Which cells of the table of targets make which target. */
function scopesOf(context: SummaryContext, targets: readonly Target[]): Scopes {
  const { t, calendar, tables } = context;
  const { firstMonth, lastMonth, firstOfYear, lastOfYear } = calendar.formulas;
  const column = (header: string): string => tableColumn(tables.targets, header);
  const whole = targets.some(({ person }) => person === null);
  const scope = whole ? `,${column(t.columns.person)},${literal(t.basis.whole)}` : '';
  const sum = (from: string, to: string, months: string): string =>
    `SUMIFS(${column(t.basis.target)},${column(t.basis.from)},">="&${from},` +
    `${column(t.basis.to)},"<="&${to},${column(t.basis.months)},"${months}"${scope})`;
  const january = (focus: string): string => firstMonth(firstOfYear(focus));
  const fine = hasPeriodTargets(calendar, targets);
  const yearOf =
    (add: (from: string, to: string, months: string) => string) =>
    (focus: string): string => {
      const december = lastMonth(lastOfYear(focus));
      const stated = add(january(focus), december, '=12');
      return `IF(${stated}<>0,${stated},${add(january(focus), december, '<12')})`;
    };
  // A person may be called "*" or "007": compared as they are, where SUMIFS would take them for a pattern or a number.
  const ofName =
    (cell: string) =>
    (from: string, to: string, months: string): string =>
      `SUMPRODUCT(--(${column(t.columns.person)}=${cell}),--(${column(t.basis.from)}>=${from}),` +
      `--(${column(t.basis.to)}<=${to}),--(${column(t.basis.months)}${months}),${column(t.basis.target)})`;
  const persons = [...new Set(targets.flatMap(({ person }) => person ?? []))];
  return {
    fine,
    persons,
    period: (focus) => sum(firstMonth(focus), lastMonth(focus), '<12'),
    yearToDate: (focus) => sum(january(focus), lastMonth(focus), '<12'),
    year: coversYear(targets) ? yearOf(sum) : null,
    ofPerson: (cell, focus) =>
      fine ? ofName(cell)(january(focus), lastMonth(focus), '<12') : yearOf(ofName(cell))(focus),
  };
}

/** There are targets of periods, not only of years. */
export function hasPeriodTargets(calendar: Calendar, targets: readonly Target[]): boolean {
  return targets.some(({ months }) => months <= calendar.months);
}

/** A year's own target, or those of all its periods: fewer would pass for the whole year's. */
export function coversYear(targets: readonly Target[]): boolean {
  const months = new Map<string, number>();
  for (const { person, from, months: span } of targets) {
    const year = `${person ?? ''}\n${Math.floor(monthNumber(from) / 12)}`;
    if (span === 12) return true;
    months.set(year, (months.get(year) ?? 0) + span);
  }
  return [...months.values()].some((count) => count >= 12);
}
