import { OFFICE_HOURS, workCalendar, type Hours, type WorkCalendar } from '../domain/calendar/calendar';
import { minuteOfText } from '../domain/calendar/clock';
import { cutOffDue, type CutOff } from '../domain/calendar/cutoff';
import { workingMinutesBetween } from '../domain/calendar/hours';
import { isSerial } from '../domain/dates';
import { DaybookError } from '../domain/errors';
import {
  ageInDays,
  ageingBucket,
  AGEING_LIMITS,
  bucketLabel,
  checkAgeingLimits,
} from '../domain/orders/ageing';
import { limitEnd, type Unit } from '../domain/orders/deadlines';
import { slaOf, type SlaResult } from '../domain/orders/faults';
import { isBlank, matrix, readChoice, readDay, readNumber, readText, type Matrix } from './arguments';
import { cellError, answer } from './errors';

const UNITS: Readonly<Record<Exclude<Unit, 'cut-off'>, readonly string[]>> = {
  hours: ['小时'],
  'working-hours': ['工作小时'],
  days: ['天', '自然日'],
  'working-days': ['工作日'],
  months: ['月', '个月'],
};

/**
 * When something is due: a number of working days, working hours, days, hours or months after a start.
 *
 * @customfunction DEADLINE
 * @param start When it begins, a date with or without a time: a value or a range (the result spills).
 * @param amount How many units it may take.
 * @param unit "working-days" (工作日), "working-hours" (工作小时), "days" (自然日), "hours" (小时) or "months" (月).
 * @param [holidays] Days off, a range.
 * @param [make_up_days] Weekend days that are worked (调休), a range.
 * @param [hours] Working hours, a range of from and to, one line a span; 9:00–12:00 and 13:30–17:30 when left out.
 * @param [week] Days off by weekday as in WORKDAY.INTL: "0000011" (Saturday and Sunday) when left out.
 * @remarks Days and months end with their last day, whatever the time of the start; the day of the start does not count.
 * A month that has no such day ends on its last. Hours are exact to the second: 60 working minutes from 17:00 on a
 * Friday end on Monday at 9:30. What ends with a span of work is due at its end, not at the beginning of the next one.
 * @returns Excel's serial of the deadline, to be formatted as a date; "" for a blank start. #VALUE! with a sentence for
 * what can't be read, or a day that is listed as off and as worked.
 * @example =DEADLINE(45330, 1, "working-days", {45332;45333}, {45340}) //=> 45331
 * @example =DEADLINE(45331, 1, "working-days", {45332;45333;45334;45335;45336;45337;45338;45339}, {45326;45340}) //=> 45340
 * @example =DEADLINE({45358.75;45322}, 1, "months") //=> {45389;45351}
 * @example =DEADLINE(45331.6875, 2, "working-hours", , , {"9:00","12:00";"13:00","17:00"}) //=> 45334.4375
 */
export function deadline(
  start: unknown[][],
  amount: unknown,
  unit: unknown,
  holidays?: unknown[][],
  make_up_days?: unknown[][],
  hours?: unknown[][],
  week?: unknown,
): unknown[][] {
  return answer(() => {
    const calendar = readCalendar({ holidays, make_up_days, hours, week });
    const limit = readNumber(amount, { argument: 'amount' }, 0);
    const rule = { limit, unit: readChoice(unit, 'unit', UNITS) };
    const unknown = { cutOffs: [], timeUnknown: 0 };
    return eachDate(start, 'start', (from) => {
      const due = limitEnd(rule, from, calendar, unknown) ?? 0;
      if (!isSerial(due)) throw new DaybookError('serial-out-of-range', { serial: due });
      return due;
    });
  });
}

/**
 * When something is due by the time of day at which it began: after 14:00, the next working day at 11:00.
 *
 * @customfunction CUTOFFDUE
 * @param start When it began, dates with times: a value or a range (the result spills).
 * @param cut_offs Lines of from what time, how many working days later, until what time (blank: close of business).
 * @param [holidays] Days off, a range.
 * @param [make_up_days] Weekend days that are worked (调休), a range.
 * @param [hours] Working hours, a range of from and to, one line a span; 9:00–12:00 and 13:30–17:30 when left out.
 * @param [week] Days off by weekday as in WORKDAY.INTL: "0000011" (Saturday and Sunday) when left out.
 * @remarks The line that begins last before the start decides, its first minute included; a time before all lines is an
 * error, since nobody has said what holds then. The field's rule says nothing of 12:00 to 14:00: give that time a line.
 * @returns Excel's serial of the deadline, "" for a blank start. #VALUE! with a sentence for what can't be read.
 * @example =CUTOFFDUE({45358.4;45359.625}, {"0:00",0,"";"14:00",1,"11:00"}) //=> {45358.729166666664;45362.458333333336}
 */
export function cutoffdue(
  start: unknown[][],
  cut_offs: unknown[][],
  holidays?: unknown[][],
  make_up_days?: unknown[][],
  hours?: unknown[][],
  week?: unknown,
): unknown[][] {
  return answer(() => {
    const calendar = readCalendar({ holidays, make_up_days, hours, week });
    const lines = readCutOffs(matrix(cut_offs));
    return eachDate(start, 'start', (from) => cutOffDue(calendar, lines, from));
  });
}

/**
 * Working minutes from one time to another: nights, lunch breaks, weekends and holidays left out.
 *
 * @customfunction WORKMINUTES
 * @param start From when, dates with times: a value or a range (the result spills).
 * @param end Until when: values or a range of the same shape.
 * @param [holidays] Days off, a range.
 * @param [make_up_days] Weekend days that are worked (调休), a range.
 * @param [hours] Working hours, a range of from and to, one line a span; 9:00–12:00 and 13:30–17:30 when left out.
 * @param [week] Days off by weekday as in WORKDAY.INTL: "0000011" (Saturday and Sunday) when left out.
 * @remarks Times are taken to the second, so no fraction of a day decides a minute. Negative where the end is earlier.
 * @returns Minutes, "" where start or end is blank. #VALUE! with a sentence for what can't be read.
 * @example =WORKMINUTES({45359.708333333336;45359.5}, {45362.395833333336;45359.5625}) //=> {60;0}
 */
export function workminutes(
  start: unknown[][],
  end: unknown[][],
  holidays?: unknown[][],
  make_up_days?: unknown[][],
  hours?: unknown[][],
  week?: unknown,
): unknown[][] {
  return answer(() => {
    const calendar = readCalendar({ holidays, make_up_days, hours, week });
    const ends = matrix(end);
    return eachDate(start, 'start', (from, row, column) => {
      const to = readDay(pick(ends, row, column), { argument: 'end', row: row + 1, column: column + 1 });
      return to === null ? '' : workingMinutesBetween(calendar, from, to);
    });
  });
}

const RESULTS: readonly SlaResult[] = ['met', 'missed', 'running', 'overdue'];

/**
 * Whether something was done in time: met, missed, running, or overdue and still not done.
 *
 * @customfunction SLARESULT
 * @param start When it was reported, dates with times: a value or a range (the result spills).
 * @param end When it was done, blank while it is not: values or a range of the same shape.
 * @param limit Minutes allowed, the last of them included: 10 to contact an engineer, 30 to respond, 120 to solve.
 * @param [as_of] Until when what is not done has been running. Left out, it is "running".
 * @param [words] Four words to answer with instead: met, missed, running, overdue.
 * @remarks Minutes run round the clock and are exact to the second: 30:00 is in time, 30:01 is not.
 * @returns A word; "" for a blank start. #N/A where start has no time, or where end is before it: nothing can be told.
 * @example =SLARESULT({45358.375;45358.375}, {45358.395833333336;45358.396527777776}, 30) //=> {"met";"missed"}
 * @example =SLARESULT(45358.375, "", 120, 45358.5, {"达标","超时","处理中","超时未结"}) //=> "超时未结"
 */
export function slaresult(
  start: unknown[][],
  end: unknown[][],
  limit: unknown,
  as_of?: unknown,
  words?: unknown[][],
): unknown[][] {
  return answer(() => {
    const minutes = readNumber(limit, { argument: 'limit' }, 0);
    const now = readDay(as_of, { argument: 'as_of' });
    const names = words === undefined || words === null ? [] : matrix(words).flat().map(readText);
    const ends = matrix(end);
    return eachDate(start, 'start', (from, row, column) => {
      const place = { argument: 'end', row: row + 1, column: column + 1 };
      const { result } = slaOf(from, readDay(pick(ends, row, column), place), minutes, now);
      const index = RESULTS.indexOf(result);
      if (index < 0)
        throw new DaybookError(result === 'impossible' ? 'sla-before-start' : 'sla-without-time');
      return names[index] || result;
    });
  });
}

/**
 * The age of what is owed as a bucket: 0–30, 31–60, 61–90, >90 days; <0 for what is not due yet.
 *
 * @customfunction AGEBUCKET
 * @param due When it was due: a value or a range (the result spills).
 * @param as_of The day to count to.
 * @param [limits] The last day of each bucket, ascending: {30,60,90} when left out.
 * @remarks Days are counted, times of day are not. The day on which it is due is day 0, in the first bucket.
 * @returns The bucket's days as a text; "" for a blank date. #VALUE! with a sentence for what can't be read.
 * @example =AGEBUCKET({45322;45321;45400}, 45352) //=> {"0–30";"31–60";"<0"}
 * @example =AGEBUCKET(45322, 45352, {7,15}) //=> ">15"
 */
export function agebucket(due: unknown[][], as_of: unknown, limits?: unknown[][]): unknown[][] {
  return answer(() => {
    const day = readDay(as_of, { argument: 'as_of' });
    if (day === null) throw new DaybookError('argument-not-a-date', { argument: 'as_of', value: '' });
    const given = matrix(limits ?? [[]])
      .flat()
      .filter((cell) => !isBlank(cell));
    const bounds =
      given.length === 0 ? AGEING_LIMITS : given.map((cell) => readNumber(cell, { argument: 'limits' }));
    checkAgeingLimits(bounds);
    return eachDate(due, 'due', (from) => bucketLabel(ageingBucket(ageInDays(from, day), bounds), bounds));
  });
}

/** Computes for each date of a range; a blank one gives "", one that can't be computed its own error. */
function eachDate(
  range: unknown[][],
  argument: string,
  compute: (date: number, row: number, column: number) => number | string,
): unknown[][] {
  const cells = matrix(range);
  const single = cells.length === 1 && cells[0]?.length === 1;
  return cells.map((line, row) =>
    line.map((cell, column) => {
      try {
        const place = single ? { argument } : { argument, row: row + 1, column: column + 1 };
        const date = readDay(cell, place);
        return date === null ? '' : compute(date, row, column);
      } catch (error) {
        if (single) throw error;
        return cellError(error);
      }
    }),
  );
}

/** A single cell goes with every cell of a range. */
function pick(cells: Matrix, row: number, column: number): unknown {
  return cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : (cells[row]?.[column] ?? null);
}

interface CalendarArguments {
  readonly holidays: unknown;
  readonly make_up_days: unknown;
  readonly hours: unknown;
  readonly week: unknown;
}

/** A column of formulas asks with the same calendar 50,000 times: that of the call before is kept. */
let kept: { readonly key: string; readonly calendar: WorkCalendar } | null = null;

function readCalendar(given: CalendarArguments): WorkCalendar {
  const key = JSON.stringify(given);
  if (kept?.key !== key) {
    const week = readText(given.week) || '0000011';
    if (!/^[01]{7}$/.test(week)) throw new DaybookError('week-not-seven-digits', { week });
    kept = {
      key,
      calendar: workCalendar({
        holidays: readDays(given.holidays, 'holidays'),
        makeUpDays: readDays(given.make_up_days, 'make_up_days'),
        hours: readHours(given.hours),
        weekdays: [...week].flatMap((digit, index) => (digit === '0' ? [index] : [])),
      }),
    };
  }
  return kept.calendar;
}

function readDays(range: unknown, argument: string): number[] {
  return matrix(range ?? null).flatMap((line, row) =>
    line.flatMap((cell, column) => readDay(cell, { argument, row: row + 1, column: column + 1 }) ?? []),
  );
}

function readHours(range: unknown): readonly Hours[] {
  if (range === undefined || range === null) return OFFICE_HOURS;
  return matrix(range).flatMap((line, index) => {
    if (line.every(isBlank)) return [];
    const [from, to] = [0, 1].map((column) =>
      readTime(line[column], { argument: 'hours', row: index + 1, column: column + 1 }),
    );
    return [{ from: from ?? 0, to: to ?? 0 }];
  });
}

/** A time of day as a minute: a fraction of a day or text such as "9:00"; blank is midnight. */
function readTime(cell: unknown, place: { argument: string; row: number; column: number }): number {
  const minute = minuteOfText(readText(cell));
  if (minute !== null) return minute;
  const fraction = readNumber(cell, place, 0);
  if (fraction > 1) throw new DaybookError('argument-not-a-time', { ...place, value: fraction });
  return Math.round(fraction * 1440);
}

function readCutOffs(range: Matrix): CutOff[] {
  const columns = range[0]?.length ?? 0;
  if (columns !== 3) throw new DaybookError('cut-offs-columns', { columns });
  return range.map((line, index): CutOff => {
    const place = (column: number) => ({ argument: 'cut_offs', row: index + 1, column });
    return {
      from: readTime(line[0], place(1)),
      days: Math.trunc(readNumber(line[1], place(2), 0)),
      unit: 'working',
      time: isBlank(line[2]) ? 'close' : readTime(line[2], place(3)),
    };
  });
}
