import { dateOf, from1904, isCalendarDate, serialOf } from '../domain/dates';
import { arabicNumerals, englishMonth, parseDateText, timeAlone, type DateText } from './datetext';
import type { GridValue } from './grid';
import { periodOf } from './periods';
import { halfWidth, trimmed } from './text';
import type { DateOrder } from './types';

/** Where years come from when a date does not say its own. */
export interface YearContext {
  /** Years named by title, sheet or file, the nearest to the table first. */
  readonly years: readonly number[];
  /** Months that the same text names, in its order. */
  readonly months: readonly number[];
  readonly source: 'title' | 'sheet' | 'file' | 'book';
}

/** What a cell of a date column turned out to be. */
export interface DateReading {
  readonly serial: number | null;
  readonly assumedYear: boolean;
  readonly range: boolean;
  /** Only a time was there: the day is that of another time in the row. */
  readonly assumedDay?: boolean;
  /** Nothing could be made of it, or a year is missing. */
  readonly failure: 'unreadable' | 'no-year' | 'number' | null;
}

const LOWEST = 20_000;
const HIGHEST = 80_000;

const UNREADABLE: DateReading = { serial: null, assumedYear: false, range: false, failure: 'unreadable' };

function good(serial: number, assumedYear = false, range = false): DateReading {
  return { serial, assumedYear, range, failure: null };
}

/** A number in a date column: a serial, or 20240305 or 202403 typed as one. */
export function dateNumber(value: number, dated: boolean, date1904: boolean): DateReading {
  const whole = Math.floor(value);
  if (dated || (whole >= LOWEST && whole < HIGHEST)) {
    if (value < 0 || whole >= 2_958_466 - 1462) return UNREADABLE;
    return good(date1904 ? from1904(value) : value);
  }
  if (whole === value && whole >= 19_000_101 && whole <= 21_001_231) {
    const [year, month, day] = [Math.floor(whole / 10_000), Math.floor(whole / 100) % 100, whole % 100];
    if (isCalendarDate(year, month, day)) return good(serialOf(year, month, day));
  }
  if (whole === value && whole >= 190_001 && whole <= 210_012) {
    const [year, month] = [Math.floor(whole / 100), whole % 100];
    if (isCalendarDate(year, month, 1)) return good(serialOf(year, month, 1));
  }
  return { ...UNREADABLE, failure: 'number' };
}

/**
 * A day typed as a number with a point: 4.16 is 16 April, 4.5 can only be 5 April. 4.1, 4.2 and 4.3 may have lost a zero
 * (4.10) and stay unread.
 */
export function pointedDay(value: number): { month: number; day: number } | null {
  const match = /^(\d{1,2})\.(\d{1,2})$/.exec(String(value));
  if (!match) return null;
  const [month, digits] = [Number(match[1]), match[2] ?? ''];
  const day = Number(digits);
  if (digits.length === 1 && day <= 3) return null;
  return isCalendarDate(2024, month, day) ? { month, day } : null;
}

export interface OrderDecision {
  readonly order: DateOrder;
  readonly ambiguous: boolean;
  /** Texts of the column contradict each other. */
  readonly mixed: boolean;
  readonly seen: boolean;
}

/** Decides for a whole column which of three small numbers is day, month and year. */
export function decideOrder(texts: Iterable<DateText>, years: readonly number[]): OrderDecision {
  const votes = { ymd: 0, mdy: 0, dmy: 0 };
  let seen = 0;
  const triples: (readonly [number, number, number])[] = [];
  for (const text of texts) {
    if (text.kind !== 'unordered') continue;
    seen += 1;
    const [a, b, c] = text.parts;
    triples.push(text.parts);
    if (!text.shortYear) {
      if (a > 12) votes.dmy += 1;
      else if (b > 12) votes.mdy += 1;
      continue;
    }
    if (a > 31 || (likelyYear(a, years) && !likelyYear(c, years))) votes.ymd += 1;
    else if (c > 31 || (likelyYear(c, years) && !likelyYear(a, years))) {
      if (a > 12) votes.dmy += 1;
      else if (b > 12) votes.mdy += 1;
    } else if (likelyYear(a, years) && b <= 12) votes.ymd += 0.5;
  }
  if (seen === 0) return { order: 'ymd', ambiguous: false, mixed: false, seen: false };
  const mixed = votes.mdy > 0 && votes.dmy > 0;
  if (votes.ymd > votes.mdy + votes.dmy) return { order: 'ymd', ambiguous: false, mixed: false, seen: true };
  if (votes.dmy > votes.mdy) return { order: 'dmy', ambiguous: false, mixed, seen: true };
  if (votes.mdy > 0) return { order: 'mdy', ambiguous: false, mixed, seen: true };
  return { order: steadier(triples), ambiguous: true, mixed: false, seen: true };
}

/** Two-digit years near those that the sheet speaks of, else of our own times. */
function likelyYear(value: number, years: readonly number[]): boolean {
  const full = value < 100 ? 2000 + value : value;
  return years.length > 0 ? years.some((year) => Math.abs(year - full) <= 3) : value >= 15 && value <= 39;
}

/** Of two possible orders the one under which the column runs more nearly in one direction; month first if equal. */
function steadier(triples: readonly (readonly [number, number, number])[]): DateOrder {
  const breaks = (order: 'mdy' | 'dmy'): number => {
    let down = 0;
    let up = 0;
    let before = NaN;
    for (const [a, b, c] of triples) {
      const [month, day] = order === 'mdy' ? [a, b] : [b, a];
      const now = c * 372 + month * 31 + day;
      if (now < before) down += 1;
      if (now > before) up += 1;
      before = now;
    }
    return Math.min(down, up);
  };
  return breaks('dmy') < breaks('mdy') ? 'dmy' : 'mdy';
}

function full(year: number): number {
  return year >= 100 ? year : year + (year < 70 ? 2000 : 1900);
}

function ordered(text: DateText & { readonly kind: 'unordered' }, order: DateOrder): number | null {
  const [a, b, c] = text.parts;
  const tries: readonly DateOrder[] = [order, order === 'mdy' ? 'dmy' : 'mdy', 'ymd'];
  for (const way of tries) {
    const [year, month, day] =
      way === 'ymd' ? [full(a), b, c] : way === 'mdy' ? [full(c), a, b] : [full(c), b, a];
    if (way === 'ymd' && !text.shortYear) continue;
    if (isCalendarDate(year, month, day)) return serialOf(year, month, day);
  }
  return null;
}

/** The year in which a month and day lie nearest to a known day. */
export function nearestYear(month: number, day: number, serial: number): number | null {
  const { year } = dateOf(serial);
  let best: number | null = null;
  let distance = Infinity;
  for (const candidate of [year - 1, year, year + 1]) {
    if (!isCalendarDate(candidate, month, day)) continue;
    const away = Math.abs(serialOf(candidate, month, day) - serial);
    if (away < distance) {
      best = candidate;
      distance = away;
    }
  }
  return best;
}

/** Reads dates of one column, with what the whole column and its surroundings say about order and year. */
export class DateColumn {
  private readonly cache = new Map<string, DateText | null>();
  constructor(
    private readonly order: DateOrder,
    private readonly context: YearContext | null,
    private readonly date1904: boolean,
    private readonly monthsOnly: boolean,
    /** The last full date above; at the start the first full date of the column. */
    private previous: number | null = null,
  ) {}

  private parse(text: string): DateText | null {
    const known = this.cache.get(text);
    if (known !== undefined) return known;
    const parsed = parseDateText(text) ?? (this.monthsOnly ? parseMonth(text) : null);
    if (this.cache.size < 50_000) this.cache.set(text, parsed);
    return parsed;
  }

  /** `near` is a day of the same row, or the next dated cell of the column, that a missing year may be taken from. */
  read(value: GridValue, dated: boolean, near: number | null): DateReading {
    const reading = this.value(value, dated, near);
    if (reading.serial !== null && !reading.assumedYear) this.previous = reading.serial;
    return reading;
  }

  private value(value: GridValue, dated: boolean, near: number | null): DateReading {
    if (typeof value === 'boolean') return UNREADABLE;
    if (typeof value === 'number') {
      if (this.monthsOnly && !dated && Number.isInteger(value) && value >= 1 && value <= 12) {
        const year = this.context?.years[0];
        return year === undefined
          ? { ...UNREADABLE, failure: 'no-year' }
          : good(serialOf(year, value, 1), true);
      }
      if (this.monthsOnly && !dated && !String(value).endsWith('.1')) {
        const word = Number.isInteger(value) ? null : periodOf(value, false);
        if (word?.year) return good(serialOf(word.year, word.month, 1));
      }
      const pointed = dated || this.monthsOnly ? null : pointedDay(value);
      return pointed
        ? this.withYear(pointed.month, pointed.day, 0, false, near)
        : dateNumber(value, dated, this.date1904);
    }
    const text = trimmed(value);
    const plain = /^\d{5}(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
    if (plain >= LOWEST && plain < HIGHEST) return dateNumber(plain, false, this.date1904);
    const parsed = this.parse(text);
    if (!parsed) return timeAfter(text, near) ?? UNREADABLE;
    switch (parsed.kind) {
      case 'day':
        return good(serialOf(parsed.year, parsed.month, parsed.day) + parsed.time, false, parsed.range);
      case 'month':
        return good(serialOf(parsed.year, parsed.month, 1));
      case 'unordered': {
        const serial = ordered(parsed, this.order);
        return serial === null ? UNREADABLE : good(serial + parsed.time, false, parsed.range);
      }
      case 'monthDay':
        return this.withYear(parsed.month, parsed.day, parsed.time, parsed.range, near);
    }
  }

  /** The title's year; of a span over two years the one that its months belong to. */
  private namedYear(month: number): number | undefined {
    const [first, second] = this.context?.years ?? [];
    const start = this.context?.months[0];
    if (first === undefined || second === undefined || start === undefined) return first;
    return month >= start ? Math.min(first, second) : Math.max(first, second);
  }

  private withYear(
    month: number,
    day: number,
    time: number,
    range: boolean,
    near: number | null,
  ): DateReading {
    const anchor = near ?? this.previous;
    const close = anchor === null ? null : nearestYear(month, day, anchor);
    // A day of the same row is the best witness; then the title; then the neighbours in the column.
    const year = near !== null && close !== null ? close : (this.namedYear(month) ?? close);
    if (year === undefined || year === null) return { ...UNREADABLE, failure: 'no-year' };
    if (!isCalendarDate(year, month, day)) return UNREADABLE;
    return good(serialOf(year, month, day) + time, true, range);
  }
}

/** A time alone beside a day with a time: later on that day, or else on the next. */
function timeAfter(text: string, near: number | null): DateReading | null {
  const time = near === null || near % 1 === 0 ? null : timeAlone(text);
  if (time === null || near === null) return null;
  const same = Math.floor(near) + time;
  return { ...good(same < near ? same + 1 : same), assumedDay: true };
}

function parseMonth(text: string): DateText | null {
  const month = monthWord(text);
  return month === null ? null : { kind: 'monthDay', month, day: 1, time: 0, range: false };
}

/** The month that a text names without a year: 3月, 03月份, 三月, Mar, march; null where it names none. */
export function monthWord(text: string): number | null {
  const plain = arabicNumerals(halfWidth(text).replace(/\s/g, ''));
  const chinese = /^(\d{1,2})月份?$/.exec(plain);
  const month = chinese ? Number(chinese[1]) : englishMonth(plain);
  return month === null || month < 1 || month > 12 ? null : month;
}
