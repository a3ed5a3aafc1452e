import { getFormatFromId, parseValue } from './numfmt';
import type { CellValue, ErrorCode } from './types';

/** What typing something into a cell makes of it. */
export interface Entry {
  readonly value: CellValue;
  readonly formula?: string;
  /** The format that Excel gives a cell that had none. */
  readonly numberFormat?: string;
  readonly quotePrefix?: boolean;
}

const ERRORS: ReadonlySet<string> = new Set<ErrorCode>([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
]);

const isErrorCode = (text: string): text is ErrorCode => ERRORS.has(text);

const FULL_WIDTH = /[０-９．，％＋－：／]/;
const CHINESE_DATE = /^(?:(\d{4}|\d{2})\s*年\s*)?(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?(?:\s+(\S.*))?$/;
const CHINESE_TIME = /^(上午|下午)?\s*(\d{1,2})[:时](\d{1,2})(?:分|[:分](\d{1,2})秒?)?$/;

/** Reads a typed text as Excel does in a locale. `numberFormat` is what the cell has; '@' keeps everything text. */
export function parseInput(
  input: string | number | boolean | null,
  numberFormat: string,
  locale: string,
  date1904: boolean,
  today: Date = new Date(),
): Entry {
  if (typeof input === 'number') return { value: finite(input) };
  if (input === null || typeof input === 'boolean') return { value: input };
  if (input === '') return { value: null };
  if (input.startsWith("'")) return { value: input.slice(1), quotePrefix: true };
  if (numberFormat === '@') return { value: input };
  if (input.startsWith('=') && input.length > 1) return { value: null, formula: input };
  const code = input.trim().toUpperCase();
  if (isErrorCode(code)) return { value: { error: code } };
  if (code === 'TRUE' || code === 'FALSE') return { value: code === 'TRUE' };
  return parseNumber(input, locale, date1904, today) ?? { value: input };
}

/** A number, date, time, percentage or amount of money in a text, or null: also what VALUE() and arithmetic read. */
export function parseNumber(
  input: string,
  locale: string,
  date1904: boolean,
  today: Date = new Date(),
): Entry | null {
  const chinese = locale.startsWith('zh');
  const text = chinese && FULL_WIDTH.test(input) ? input.normalize('NFKC').trim() : input.trim();
  if (!/\d/.test(text) || isName(text)) return null;
  const entry = (chinese ? parseChinese(text, today) : null) ?? parseGeneral(text, locale);
  if (!entry || typeof entry.value !== 'number' || !date1904 || !entry.isDate) return entry;
  return entry.value >= 1462 ? { ...entry, value: entry.value - 1462 } : null;
}

/** Han characters of dates, times, weekdays and amounts. */
const HAN_OF_NUMBERS = /[年月日号时分秒点上下午中前后星期周礼拜一二三四五六七八九十零〇正元角万亿]/u;
const HAN = /\p{Script=Han}/u;
/** DD2024001: letters and then digits, where the letters are no month or day. */
const CODE =
  /^(?!jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-df-z][a-z]{1,3}\d+$/i;

/** Names with digits, most texts of a kept sheet: told from numbers without trying every way to read one. */
function isName(text: string): boolean {
  if (CODE.test(text)) return true;
  for (const character of text) if (HAN.test(character) && !HAN_OF_NUMBERS.test(character)) return true;
  return false;
}

function parseGeneral(text: string, locale: string): (Entry & { isDate: boolean }) | null {
  const parsed = parseValue(text, { locale });
  if (!parsed || typeof parsed.value !== 'number') return null;
  const id = parsed.formatId;
  const value = finite(parsed.value);
  if (id === undefined) return { value, isDate: false };
  const isDate = (id >= 14 && id <= 17) || id === 22;
  return { value, numberFormat: formatCode(id, locale, text), isDate };
}

function formatCode(id: number, locale: string, text: string): string {
  if (locale.startsWith('zh') && !/[a-z]/i.test(text)) {
    if (id === 16) return 'm"月"d"日"';
    if (id === 17) return 'yyyy"年"m"月"';
  }
  return getFormatFromId(id, locale);
}

function parseChinese(text: string, today: Date): (Entry & { isDate: boolean }) | null {
  const time = parseTime(text);
  if (time !== null) return { value: time.value, numberFormat: time.numberFormat, isDate: false };
  const match = CHINESE_DATE.exec(text);
  if (!match) return null;
  const [, yearText, monthText, dayText, rest] = match;
  if (yearText === undefined && dayText === undefined) return null;
  const short = Number(yearText ?? today.getFullYear());
  const year = yearText?.length === 2 ? short + (short < 30 ? 2000 : 1900) : short;
  const serial = dateSerial(year, Number(monthText), Number(dayText ?? 1));
  const clock = rest === undefined ? { value: 0 } : parseTime(rest);
  if (serial === null || clock === null) return null;
  const date = (yearText === undefined ? '' : 'yyyy"年"') + 'm"月"' + (dayText === undefined ? '' : 'd"日"');
  return {
    value: serial + clock.value,
    numberFormat: rest === undefined ? date : `${date} h:mm`,
    isDate: true,
  };
}

function parseTime(text: string): { value: number; numberFormat: string } | null {
  const match = CHINESE_TIME.exec(text);
  if (!match) return null;
  const [, half, hourText, minuteText, secondText] = match;
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0);
  let hour = Number(hourText);
  if (half !== undefined && hour > 12) return null;
  if (half !== undefined) hour = (hour % 12) + (half === '下午' ? 12 : 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const chinese = text.includes('时');
  const seconds = secondText === undefined ? '' : chinese ? 'ss"秒"' : ':ss';
  const clock = chinese ? 'h"时"mm"分"' : 'h:mm';
  return {
    value: (hour * 3600 + minute * 60 + second) / 86400,
    numberFormat: clock + seconds + (half === undefined ? '' : ' AM/PM'),
  };
}

/** The 1900-system serial of a real date, or null. */
function dateSerial(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  const days = Math.round(date.getTime() / 86400000) + 25569;
  return days < 61 ? days - 1 : days;
}

function finite(value: number): CellValue {
  return Number.isFinite(value) ? value : { error: '#NUM!' };
}
