import { decideOrder, dateNumber } from '../../reading/dates';
import { isDateFormat, parseDateText } from '../../reading/datetext';
import type { GridValue } from '../../reading/grid';
import { parseNumber } from '../../reading/numbers';
import { halfWidth, isBlank, isErrorText, isPlaceholder, trimmed, wordKey } from '../../reading/text';
import { headerUnit, scaled } from '../../reading/units';
import { isCalendarDate, serialOf } from '../../domain/dates';
import { idText } from '../../reading/values';
import { choicesOf, type RuleColumn, type RuleValue } from './definition';

/** A cell that holds a rule, and what is known of it. */
export interface RuleCell {
  readonly value: GridValue;
  /** Its number format. */
  readonly format: string;
  readonly header: string;
  readonly date1904: boolean;
}

export type CellFailure =
  | 'rule-cell-unreadable'
  | 'rule-cell-error'
  | 'rule-percent-unclear'
  | 'rule-date-unclear'
  | 'rule-choice-unknown';

export type CellReading = { readonly value: RuleValue } | { readonly failure: CellFailure };

const UNREADABLE: CellReading = { failure: 'rule-cell-unreadable' };

/** Whether a cell says nothing: blank, or a dash; 无 and × are answers where one chooses. */
function saysNothing(column: Pick<RuleColumn, 'kind' | 'choices'>, value: GridValue): boolean {
  if (isBlank(value)) return true;
  if (typeof value !== 'string' || !isPlaceholder(trimmed(value))) return false;
  return choicesOf(column).length === 0 || chosen(column, value) === undefined;
}

/** Reads one cell as its column says. What can't be told for certain is a failure, never a guess. */
export function readCell(column: Pick<RuleColumn, 'kind' | 'choices'>, cell: RuleCell): CellReading {
  const { value } = cell;
  if (saysNothing(column, value)) return { value: null };
  if (typeof value === 'string' && isErrorText(value)) return { failure: 'rule-cell-error' };
  switch (column.kind) {
    case 'text':
      return { value: idText(value) };
    case 'choice':
    case 'yesno':
      return readChoice(column, value);
    case 'number':
    case 'money':
      return readNumber(cell);
    case 'percent':
      return readPercent(cell);
    case 'figure':
      return readFigure(cell);
    case 'date':
      return readDate(cell);
    case 'time':
      return readTime(value);
    case 'days':
      return readDays(value);
  }
}

function readChoice(column: Pick<RuleColumn, 'kind' | 'choices'>, value: GridValue): CellReading {
  const yesNo = column.kind === 'yesno';
  if (yesNo && typeof value === 'boolean') return { value };
  const found = chosen(column, String(value));
  if (found === undefined) return { failure: 'rule-choice-unknown' };
  return { value: yesNo ? found === 'yes' : found };
}

/** The choice that a text says, in either language. */
function chosen(column: Pick<RuleColumn, 'kind' | 'choices'>, text: string): string | undefined {
  const key = choiceKey(text);
  return choicesOf(column).find(
    ({ value, words }) =>
      choiceKey(value) === key ||
      Object.values(words)
        .flat()
        .some((word) => choiceKey(word) === key),
  )?.value;
}

/** Signs such as √ and × have no word key. */
function choiceKey(text: string): string {
  return wordKey(text) || halfWidth(text).trim();
}

function readNumber({ value, header }: RuleCell): CellReading {
  const exponent = headerUnit(header)?.exponent ?? 0;
  if (typeof value === 'number') return { value: scaled(value, exponent) };
  if (typeof value === 'boolean') return UNREADABLE;
  const parsed = parseNumber(trimmed(value));
  if (!parsed || parsed.percent) return UNREADABLE;
  return { value: parsed.ownUnit ? parsed.value : scaled(parsed.value, exponent) };
}

/** 15 can be 15% or 1500%, 1 can be 1% or 100%: only a percent sign (typed, formatted or in the header) tells. */
function readPercent({ value, format, header }: RuleCell): CellReading {
  const unit = headerUnit(header)?.exponent ?? 0;
  if (typeof value === 'boolean') return UNREADABLE;
  if (typeof value === 'number' && /%/.test(format)) return { value };
  const parsed = typeof value === 'number' ? { value, percent: false } : parseNumber(trimmed(value));
  if (!parsed) return UNREADABLE;
  if (parsed.percent) return { value: parsed.value };
  if (unit < 0) return { value: scaled(parsed.value, unit) };
  return Math.abs(parsed.value) < 1 ? { value: parsed.value } : { failure: 'rule-percent-unclear' };
}

function readFigure(cell: RuleCell): CellReading {
  const parsed = typeof cell.value === 'string' ? parseNumber(trimmed(cell.value)) : null;
  return parsed?.percent === true ? { value: parsed.value } : readNumber(cell);
}

function readDate({ value, format, date1904 }: RuleCell): CellReading {
  if (typeof value === 'boolean') return UNREADABLE;
  if (typeof value === 'number') {
    const { serial } = dateNumber(value, isDateFormat(format), date1904);
    return serial === null ? UNREADABLE : { value: Math.floor(serial) };
  }
  const text = trimmed(value);
  const parsed = parseDateText(text);
  if (!parsed || parsed.range) return UNREADABLE;
  const day = (year: number, month: number, date: number): CellReading =>
    isCalendarDate(year, month, date) ? { value: serialOf(year, month, date) } : UNREADABLE;
  switch (parsed.kind) {
    case 'day':
      return day(parsed.year, parsed.month, parsed.day);
    case 'month':
      return day(parsed.year, parsed.month, 1);
    case 'monthDay':
      return { failure: 'rule-date-unclear' };
    case 'unordered': {
      const { order, ambiguous } = decideOrder([parsed], []);
      const [a, b, c] = parsed.parts;
      if (ambiguous || parsed.shortYear) return { failure: 'rule-date-unclear' };
      return order === 'dmy' ? day(c, b, a) : order === 'mdy' ? day(c, a, b) : day(a, b, c);
    }
  }
}

function readTime(value: GridValue): CellReading {
  if (typeof value === 'number') return value >= 0 && value <= 1 ? { value } : UNREADABLE;
  if (typeof value === 'boolean') return UNREADABLE;
  if (trimmed(value) === '24:00') return { value: 1 };
  const parsed = parseDateText(`2000-01-01 ${trimmed(value)}`);
  return parsed?.kind === 'day' && parsed.day === 1 && /\d/.test(value) ? { value: parsed.time } : UNREADABLE;
}

const DAY_UNITS: readonly (readonly [RegExp, number])[] = [
  [/(?:小时|个小时|钟头|h|hrs?|hours?)$/i, 1 / 24],
  [/(?:分钟|min|minutes?)$/i, 1 / 1440],
  [/(?:周|星期|个?礼拜|w|weeks?)$/i, 7],
  [/(?:自然日|日历日|天|日|d|days?)$/i, 1],
];

function readDays(value: GridValue): CellReading {
  if (typeof value === 'number') return { value };
  if (typeof value === 'boolean') return UNREADABLE;
  const text = halfWidth(trimmed(value));
  const unit = DAY_UNITS.find(([pattern]) => pattern.test(text));
  const parsed = parseNumber(unit ? text.replace(unit[0], '').replace(/个$/, '').trim() : text);
  if (!parsed || parsed.percent) return UNREADABLE;
  return { value: parsed.value * (unit?.[1] ?? 1) };
}
