import { formatValue } from '../model/text';
import { parseNumber as parseTyped } from '../model/inputs';
import type { CellError } from '../model/types';
import { isError, VALUE, type Scalar } from './values';

/** How texts turn into numbers and back; set from the workbook. */
export interface Culture {
  readonly locale: string;
  readonly date1904: boolean;
}

const PLAIN_NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;

/** A number in a text as VALUE() reads it (also dates, percentages, money), or null. */
export function numberInText(text: string, culture: Culture): number | null {
  if (PLAIN_NUMBER.test(text)) return Number(text);
  const parsed = parseTyped(text, culture.locale, culture.date1904);
  return typeof parsed?.value === 'number' ? parsed.value : null;
}

/** As arithmetic takes an operand: blank is 0, TRUE is 1, a text must hold a number. */
export function toNumber(value: Scalar, culture: Culture): number | CellError {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'object') return value;
  return numberInText(value, culture) ?? VALUE;
}

/** As & and text functions take an operand. */
export function toText(value: Scalar): string | CellError {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value;
  return numberToText(value);
}

/** The text of a value that is known to be no error; an error would show its code. */
export function textOf(value: Scalar): string {
  const text = toText(value);
  return typeof text === 'object' ? text.error : text;
}

/** Up to 15 significant digits, as Excel joins numbers into texts. */
export function numberToText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const rounded = Number(value.toPrecision(15));
  const magnitude = Math.abs(rounded);
  if (magnitude >= 1e15 || magnitude < 1e-9) {
    const [mantissa = '', exponent = ''] = rounded.toExponential().split('e');
    return `${mantissa}E${exponent.charAt(0)}${exponent.slice(1).padStart(2, '0')}`;
  }
  const text = String(rounded);
  // JavaScript turns to exponents earlier than Excel does.
  return text.includes('e') ? rounded.toFixed(20).replace(/0+$/, '') : text;
}

/** As IF and AND take a condition: numbers but 0 are true, a text must say TRUE or FALSE. */
export function toBoolean(value: Scalar): boolean | CellError {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'object') return value;
  const upper = value.toUpperCase();
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : VALUE;
}

/** Excel's order: numbers, then texts (without regard to case), then FALSE and TRUE. Blanks count as the other's zero. */
export function compareScalars(a: Scalar, b: Scalar): number {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  const left = a ?? zeroLike(b);
  const right = b ?? zeroLike(a);
  const rank = rankOf(left) - rankOf(right);
  if (rank !== 0) return rank;
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  return Number(left) - Number(right);
}

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  // Excel compares 15 digits: 0.1+0.2 equals 0.3.
  const difference = a - b;
  if (Math.abs(difference) < Math.abs(a) * 4e-16) return 0;
  return difference;
}

const collator = new Intl.Collator('zh-CN', { sensitivity: 'accent' });
const ASCII = /^[\x20-\x7e]*$/;

/** Orders texts without regard to case. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const x = a.toLowerCase();
  const y = b.toLowerCase();
  if (x === y) return 0;
  if (ASCII.test(x) && ASCII.test(y)) return x < y ? -1 : 1;
  return collator.compare(x, y) || (x < y ? -1 : 1);
}

function zeroLike(other: Scalar): Scalar {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

function rankOf(value: Scalar): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;
}

/** A number shown by a format code, as TEXT() does. */
export function formatted(value: number | string | boolean, code: string, culture: Culture): string {
  return formatValue(value, code, culture.locale, culture.date1904);
}

/** The first error among scalars, or null. */
export function firstError(values: readonly Scalar[]): CellError | null {
  for (const value of values) if (isError(value)) return value;
  return null;
}
