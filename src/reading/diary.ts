import { isCalendarDate } from '../domain/dates';
import { pointedDay, type YearContext } from './dates';
import { parseDateText } from './datetext';
import { trimmed } from './text';
import type { SheetView } from './view';

/** What the order of a column's days says about those that do not say everything themselves. */
export interface Diary {
  /** The years of the days, where they pass from one into the next. */
  readonly context: YearContext | null;
  /** Days of numbers such as 6.3, which alone may be 3 or 30 June, by row. */
  readonly settled: ReadonlyMap<number, MonthDay>;
}

export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

interface Entry {
  readonly row: number;
  readonly sure: MonthDay | null;
  /** What a number may be; none where it is sure. */
  readonly possible: readonly MonthDay[];
}

const FEWEST = 3;

function entryOf(view: SheetView, row: number, column: number): Entry | null {
  const value = view.at(row, column);
  if (typeof value === 'string') {
    const parsed = value.length > 40 ? null : parseDateText(trimmed(value));
    return parsed?.kind === 'monthDay' ? { row, sure: parsed, possible: [] } : null;
  }
  if (typeof value !== 'number' || value >= 13 || value < 1.1 || view.dated(row, column)) return null;
  const sure = pointedDay(value);
  if (sure) return { row, sure, possible: [] };
  const match = /^(\d{1,2})\.([123])$/.exec(String(value));
  if (!match) return null;
  const [month, digit] = [Number(match[1]), Number(match[2])];
  const possible = [
    { month, day: digit },
    { month, day: digit * 10 },
  ].filter((day) => isCalendarDate(2024, day.month, day.day));
  return { row, sure: null, possible };
}

/** From the end of a year into the next. */
function newYear(before: MonthDay, after: MonthDay): boolean {
  return before.month >= 10 && after.month <= 3;
}

function inOrder(before: MonthDay, after: MonthDay): boolean {
  return after.month * 100 + after.day >= before.month * 100 + before.day || newYear(before, after);
}

function ordered(days: readonly MonthDay[]): boolean {
  return days.every((day, index) => index === 0 || inOrder(days[index - 1] ?? day, day));
}

/** What the days of a column that has days without a year (12月27日, 1.4) say of each other. */
export function diaryOf(
  view: SheetView,
  rows: readonly number[],
  column: number,
  context: YearContext | null,
): Diary {
  const entries = rows.flatMap((row) => entryOf(view, row, column) ?? []);
  const sure = entries.flatMap((entry) => entry.sure ?? []);
  if (sure.length < FEWEST) return { context, settled: new Map() };
  if (ordered(sure)) return { context: spanned(sure, context), settled: settle(entries) };
  const reversed = [...sure].reverse();
  return { context: ordered(reversed) ? spanned(reversed, context) : context, settled: new Map() };
}

/** A title names one year; a diary that runs over New Year has two. */
function spanned(days: readonly MonthDay[], context: YearContext | null): YearContext | null {
  const [year] = context?.years ?? [];
  if (context === null || year === undefined || context.years.length !== 1) return context;
  const turns = days.flatMap((day, index) => {
    const before = days[index - 1];
    return before && before.month > day.month ? [index] : [];
  });
  const [turn] = turns;
  if (turns.length !== 1 || turn === undefined) return context;
  const first = days[0]?.month ?? 1;
  if ((days.at(-1)?.month ?? 12) >= first) return context;
  // Only a title of one month runs over its end; days of a whole year that go back are just not in order.
  const [named] = context.months;
  const leap = (days[turn]?.month ?? 12) + 12 - (days[turn - 1]?.month ?? 1);
  if (named === undefined || leap > 2) return context;
  const old = named >= first;
  return { ...context, years: old ? [year, year + 1] : [year - 1, year], months: [first] };
}

/** In days that stand in order, only one reading of 6.3 may fit between those around it. */
function settle(entries: readonly Entry[]): ReadonlyMap<number, MonthDay> {
  const settled = new Map<number, MonthDay>();
  const following: (MonthDay | null)[] = [];
  let after: MonthDay | null = null;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    following[index] = after;
    after = entries[index]?.sure ?? after;
  }
  let before: MonthDay | null = null;
  for (const [index, entry] of entries.entries()) {
    const [previous, next] = [before, following[index] ?? null];
    const fitting = entry.possible.filter(
      (day) => (previous === null || inOrder(previous, day)) && (next === null || inOrder(day, next)),
    );
    const [only] = fitting;
    if (only && fitting.length === 1) settled.set(entry.row, only);
    before = entry.sure ?? settled.get(entry.row) ?? before;
  }
  return settled;
}
