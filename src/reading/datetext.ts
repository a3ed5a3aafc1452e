import { isCalendarDate } from '../domain/dates';
import { halfWidth } from './text';

/** What a text says as a date before its year or its order is known. */
export type DateText = DateParts & {
  /** Fraction of a day; 0 where no time was written. */
  readonly time: number;
  /** The text was a span of days and its first day was taken. */
  readonly range: boolean;
};

type DateParts =
  | { readonly kind: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  /** Month and day without a year. */
  | { readonly kind: 'monthDay'; readonly month: number; readonly day: number }
  /** Three small numbers whose order the whole column decides. */
  | {
      readonly kind: 'unordered';
      readonly parts: readonly [number, number, number];
      readonly shortYear: boolean;
    };

const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

/** "March" or "mar." → 3; null for any other word. */
export function englishMonth(word: string): number | null {
  const plain = word.replace(/\.$/, '');
  return MONTH_NAME.test(plain) ? ENGLISH_MONTHS.indexOf(plain.slice(0, 3).toLowerCase()) + 1 : null;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

function numeralValue(numeral: string): number {
  const ten = numeral.indexOf('十');
  if (ten < 0) {
    return Number([...numeral].map((char) => Math.max(0, CHINESE_DIGITS.indexOf(char))).join(''));
  }
  const tens = ten === 0 ? 1 : CHINESE_DIGITS.indexOf(numeral.charAt(0));
  const ones = ten === numeral.length - 1 ? 0 : CHINESE_DIGITS.indexOf(numeral.charAt(ten + 1));
  return tens * 10 + ones;
}

/** 二〇二四年三月十五日 → 2024年3月15日. */
export function arabicNumerals(text: string): string {
  if (!/[〇○零一二三四五六七八九十廿]/.test(text)) return text;
  return text
    .replace(/[○零]/g, '〇')
    .replace(/廿/g, '二十')
    .replace(/[〇一二三四五六七八九十]+(?=[年月日号季])/g, (numeral) => String(numeralValue(numeral)));
}

const WEEKDAY =
  /[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?(?=\s|$)/gi;
const HALF_DAY = /(上午|下午|中午|晚上|晚|早上|凌晨|傍晚|早|\bam\b|\bpm\b)/i;
const CLOCK =
  /(?:t|\s|日|号|午|晚|早|^|(?<=[日号午上]))(\d{1,2})\s*(?:[:：时点])\s*(?:(\d{1,2})\s*(?:[:：分]\s*(\d{1,2}(?:\.\d+)?)?\s*秒?)?|半)?\s*(am|pm)?\s*(?:z|[+-]\d{2}:?\d{2})?$/i;

function splitTime(text: string): { date: string; time: number } {
  const half = HALF_DAY.exec(text)?.[1]?.toLowerCase();
  let date = half === undefined ? text : text.replace(HALF_DAY, ' ');
  const clock = CLOCK.exec(date.trimEnd());
  if (!clock) return { date: date.trim(), time: 0 };
  let hour = Number(clock[1]);
  const minute = clock[0].includes('半') ? 30 : Number(clock[2] ?? 0);
  const second = Number(clock[3] ?? 0);
  const later = half !== undefined && /下午|晚|傍晚|pm/.test(half);
  if (hour > 24 || minute > 59 || second >= 60) return { date: date.trim(), time: 0 };
  if (later && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  const keep = /^[日号]/.test(clock[0]) ? clock[0].charAt(0) : '';
  date = date.trimEnd().slice(0, clock.index) + keep;
  const seconds = (hour % 24) * 3600 + minute * 60 + second;
  return { date: date.trim(), time: seconds / 86_400 };
}

/** A time without any day as the fraction of one: 10:00, 下午3点半; null for any other text. */
export function timeAlone(text: string): number | null {
  const { date, time } = splitTime(text);
  return date === '' && /\d/.test(text) ? time : null;
}

function fullYear(year: number): number {
  return year >= 100 ? year : year + (year < 70 ? 2000 : 1900);
}

function day(year: number, month: number, dayOfMonth: number): DateParts | null {
  return isCalendarDate(year, month, dayOfMonth) ? { kind: 'day', year, month, day: dayOfMonth } : null;
}

function month(year: number, monthOfYear: number): DateParts | null {
  return isCalendarDate(year, monthOfYear, 1) ? { kind: 'month', year, month: monthOfYear } : null;
}

function monthDay(monthOfYear: number, dayOfMonth: number): DateParts | null {
  return isCalendarDate(2024, monthOfYear, dayOfMonth)
    ? { kind: 'monthDay', month: monthOfYear, day: dayOfMonth }
    : null;
}

function numericParts(text: string): DateParts | null {
  let match = /^(\d{4})\s*[-/.年\\,、 ]\s*(\d{1,2})\s*[-/.月\\,、 ]\s*(\d{1,2})\s*[日号.]?$/.exec(text);
  if (match) return day(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^'?(\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/.exec(text);
  if (match) return day(fullYear(Number(match[1])), Number(match[2]), Number(match[3]));
  match = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/.exec(text);
  if (match) return monthDay(Number(match[1]), Number(match[2]));
  match = /^'?(\d{4}|\d{2}(?=\s*年))\s*[-/.年\\]\s*(\d{1,2})\s*(?:月份?)?$/.exec(text);
  if (match) return month(fullYear(Number(match[1])), Number(match[2]));
  match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match) return day(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^((?:19|20)\d{2})(\d{2})$/.exec(text);
  if (match) return month(Number(match[1]), Number(match[2]));
  match = /^'?(\d{1,2})([-/.\\])(\d{1,2})\2'?(\d{4}|\d{1,2})$/.exec(text);
  if (match) {
    const parts = [Number(match[1]), Number(match[3]), Number(match[4])] as const;
    return { kind: 'unordered', parts, shortYear: (match[4] ?? '').length <= 2 };
  }
  match = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (match)
    return monthDay(Number(match[1]), Number(match[2])) ?? monthDay(Number(match[2]), Number(match[1]));
  return null;
}

function englishParts(text: string): DateParts | null {
  const words = text
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .split(/[\s,./'-]+/)
    .filter((word) => word !== '' && !/^of$/i.test(word));
  if (words.length < 2 || words.length > 3) return null;
  const at = words.findIndex((word) => englishMonth(word) !== null);
  if (at < 0) return null;
  const name = englishMonth(words[at] ?? '') ?? 0;
  const others = words.filter((_, index) => index !== at);
  if (!others.every((word) => /^\d{1,4}$/.test(word))) return null;
  const [first = 0, second] = others.map(Number);
  if (second === undefined) {
    // "Mar-24" is Excel's way to write a month; "5-Mar" a day.
    if (at === 0 && (first > 31 || /-|'/.test(text))) return month(fullYear(first), name);
    return first > 31 ? month(fullYear(first), name) : monthDay(name, first);
  }
  return first > 31 ? day(first, name, second) : day(fullYear(second), name, first);
}

function parts(text: string): DateParts | null {
  return /[a-z]{3}/i.test(text) ? englishParts(text) : numericParts(text);
}

const RANGE = /^(.*?\d[日号]?)\s*(?:至|到|~|～|—+|–|--|-|－)\s*\d.*$/;

/** Reads the date that a text says; null when it says none. */
export function parseDateText(raw: string): DateText | null {
  if (raw.length > 40 || !/[\d\uff10-\uff19〇一二三四五六七八九十]/.test(raw)) return null;
  const text = arabicNumerals(halfWidth(raw).replace(WEEKDAY, ' '))
    .replace(/\(\s*\)/g, '')
    .trim();
  const { date, time } = splitTime(text);
  const whole = parts(date);
  if (whole) return { ...whole, time, range: false };
  const from = RANGE.exec(date)?.[1];
  const first = from === undefined ? null : parts(from.trim());
  return first === null || first.kind === 'month' ? null : { ...first, time: 0, range: true };
}

/** Whether a text reads like a date at all; for looking at samples. */
export function looksLikeDate(text: string): boolean {
  return parseDateText(text) !== null;
}

const DATE_FORMAT = /[ymd年月日]|\bh+\b/i;

/** Whether a number format shows a date (not only a time, not a text in quotes or a colour in brackets). */
export function isDateFormat(format: string): boolean {
  if (format === '' || format === 'General' || format === '@') return false;
  const first = format.split(';')[0] ?? '';
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, (part) => (/[年月日]/.test(part) ? part : ''));
  const noBrackets = bare.replace(/\[(?!h|m|s)[^\]]*\]/gi, '');
  if (/[#0?]/.test(noBrackets.replace(/\.0+$/, '')) && !/[yd年月日]/i.test(noBrackets)) return false;
  if (!DATE_FORMAT.test(noBrackets)) return false;
  return /[yd年月日]/i.test(noBrackets) || /^m{2,5}$/i.test(noBrackets.trim());
}
