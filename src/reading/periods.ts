import { dateOf, isCalendarDate, serialOf } from '../domain/dates';
import { arabicNumerals, englishMonth } from './datetext';
import type { GridValue } from './grid';
import { halfWidth } from './text';

/** A month, quarter, half-year or year as a header says it; the year may stand elsewhere. */
export interface PeriodWord {
  readonly year: number | null;
  /** First month, 1 to 12. */
  readonly month: number;
  readonly months: 1 | 3 | 6 | 12;
}

const QUARTER_NAMES: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

function yearOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const year = Number(text);
  return year >= 100 ? year : 2000 + year;
}

/** Words that may stand around a month without making it something else: 1月收入, 2024年1月(万元), 本年3月. */
const AROUND =
  /(?:份|实际|收入|出账|销售额|销售|业绩|销量|金额|完成|数量|提成|回款|实绩|值|当月|合计值|目标|计划|任务|预算|指标|sales|revenue|amount|actual|target|quota|budget|plan|forecast|units?)+$/i;

function monthWord(text: string): PeriodWord | null {
  let match = /^(?:(\d{4}|\d{2})年度?)?(\d{1,2})月$/.exec(text);
  if (match) return period(yearOf(match[1]), Number(match[2]), 1);
  match = /^(\d{4})[-/.](\d{1,2})$|^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(text);
  if (match) return period(Number(match[1] ?? match[3]), Number(match[2] ?? match[4]), 1);
  match = /^(?:(\d{4}|\d{2})年度?)?第?([一二三四1-4])季度?$/.exec(text);
  if (match) return period(yearOf(match[1]), ((QUARTER_NAMES[match[2] ?? ''] ?? 1) - 1) * 3 + 1, 3);
  match = /^(?:(\d{4})[-/年]?)?q([1-4])(?:[-/']?(\d{4}|\d{2}))?$/i.exec(text);
  if (match) return period(yearOf(match[1] ?? match[3]), (Number(match[2]) - 1) * 3 + 1, 3);
  match = /^(?:(\d{4}|\d{2})年度?)?(上|下)半年$/.exec(text);
  if (match) return period(yearOf(match[1]), match[2] === '上' ? 1 : 7, 6);
  match = /^((?:19|20)\d{2})(?:年度?)?$/.exec(text);
  if (match) return period(Number(match[1]), 1, 12);
  return null;
}

function period(year: number | null, month: number, months: 1 | 3 | 6 | 12): PeriodWord | null {
  if (month < 1 || month > 12) return null;
  return { year, month, months };
}

function englishPeriod(text: string): PeriodWord | null {
  const match = /^([a-z]{3,9})\.?(?:[\s\-/']*((?:19|20)?\d{2}))?$/i.exec(text) ?? null;
  if (match) {
    const month = englishMonth(match[1] ?? '');
    return month === null ? null : period(yearOf(match[2]), month, 1);
  }
  const turned = /^((?:19|20)\d{2})[\s\-/]*([a-z]{3,9})$/i.exec(text);
  const month = turned === null ? null : englishMonth(turned[2] ?? '');
  return month === null ? null : period(yearOf(turned?.[1]), month, 1);
}

/** 2024.03 typed as a number; of 2024.1, which may be October with its zero lost, the columns around must decide. */
function pointedMonth(value: number): PeriodWord | null {
  const match = /^((?:19|20)\d{2})\.(\d{1,2})$/.exec(String(value));
  return match && period(Number(match[1]), Number(match[2]), 1);
}

/** Reads a header as a period: 1月, 一月, 2024年1月, 2024-01, 202401, Jan, Jan-24, Q1, 一季度, 2024. */
export function periodOf(value: GridValue, dated: boolean): PeriodWord | null {
  if (typeof value === 'boolean') return null;
  if (typeof value === 'number') {
    if (dated && value >= 20_000 && value < 80_000) {
      const { year, month, day } = dateOf(value);
      return day === 1 ? { year, month, months: 1 } : null;
    }
    return Number.isInteger(value) ? monthWord(String(value)) : pointedMonth(value);
  }
  const text = arabicNumerals(halfWidth(value).replace(/[([【].*?[)\]】]/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.length > 20) return null;
  const packed = text.replace(/\s/g, '');
  return monthWord(packed) ?? englishPeriod(text) ?? monthWord(packed.replace(AROUND, ''));
}

/** The measure named in one cell with its period: "1月销量" → 销量, "Q1 Target" → Target. */
export function measureBeside(header: string): string {
  const text = halfWidth(header)
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/\s+/g, '');
  return (AROUND.exec(text)?.[0] ?? '').replace(/^(?:份|值|当月)+/, '');
}

/** Serial of the period's first day. */
export function periodStart(word: PeriodWord, year: number): number {
  return serialOf(word.year ?? year, word.month, 1);
}

/** What a text around the table says about time: the years it names, and a span where it names one. */
export interface TimeContext {
  readonly years: readonly number[];
  readonly months: readonly number[];
}

/** Years (and months) in a title, sheet name or file name: "2024年2月26日—3月29日", "2024Q1", "sales_9_2022". */
export function timesIn(text: string): TimeContext {
  const plain = arabicNumerals(halfWidth(text));
  const years = new Set<number>();
  const months = new Set<number>();
  for (const match of plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)) years.add(Number(match[1]));
  for (const match of plain.matchAll(/(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)/g)) {
    years.add(Number(match[1]));
    months.add(Number(match[2]));
  }
  for (const match of plain.matchAll(/(?<!\d)(\d{2})年/g)) years.add(2000 + Number(match[1]));
  for (const match of plain.matchAll(/(?<!\d)(\d{1,2})月/g)) {
    if (isCalendarDate(2024, Number(match[1]), 1)) months.add(Number(match[1]));
  }
  return { years: [...years].filter((year) => year >= 1980 && year <= 2100), months: [...months] };
}
