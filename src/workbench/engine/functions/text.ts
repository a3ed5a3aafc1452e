import type { CellError } from '../../model/types';
import { formatted, numberInText, toBoolean, toNumber, textOf, toText } from '../coercion';
import { wildcardPattern } from '../criteria';
import type { Context } from '../context';
import { toScalar } from '../operators';
import { isError, Matrix, NA, OMITTED, VALUE, type Scalar, type Value } from '../values';
import {
  MANY,
  scalars,
  values,
  valuesLifting,
  type FunctionDefinition,
  type FunctionTable,
} from './definition';
import { roundDecimal } from './math';
import { scalarsOf } from './iterate';

const LONGEST = 32767;

/** A function of a text and numbers after it. */
const textThen = (
  min: number,
  max: number,
  compute: (text: string, numbers: number[]) => Scalar,
): FunctionDefinition =>
  scalars(min, max, ([first, ...rest], { services }) => {
    const text = toText(first ?? null);
    const numbers: number[] = [];
    for (const arg of rest) {
      const number = toNumber(arg, services.culture);
      if (isError(number)) return number;
      numbers.push(Math.trunc(number));
    }
    return isError(text) ? text : compute(text, numbers);
  });

const ofText = (compute: (text: string) => Scalar): FunctionDefinition => textThen(1, 1, compute);

const texts = (
  min: number,
  max: number,
  compute: (texts: string[], args: Scalar[], context: Context) => Scalar,
) =>
  scalars(min, max, (args, context) =>
    compute(
      args.map((arg) => textOf(arg)),
      args,
      context,
    ),
  );

function position(text: string, wanted: string, from: number, exact: boolean): Scalar {
  if (from < 1 || from > text.length + 1) return VALUE;
  const pattern = exact ? null : wildcardPattern(wanted, false);
  if (pattern) {
    const found = text.slice(from - 1).search(pattern);
    return found < 0 ? VALUE : found + from;
  }
  const [where, what] = exact ? [text, wanted] : [text.toLowerCase(), wanted.toLowerCase()];
  const index = where.indexOf(what, from - 1);
  return index < 0 ? VALUE : index + 1;
}

const finder = (exact: boolean): FunctionDefinition =>
  scalars(2, 3, ([wanted, text, from], { services }) => {
    const start = from === undefined || from === null ? 1 : toNumber(from, services.culture);
    if (isError(start)) return start;
    return position(textOf(text ?? null), textOf(wanted ?? null), Math.trunc(start), exact);
  });

function substitute(text: string, from: string, to: string, which: number | null): Scalar {
  if (from === '') return text;
  if (which === null) return text.split(from).join(to);
  if (which < 1) return VALUE;
  let index = -1;
  for (let n = 0; n < which; n++) {
    index = text.indexOf(from, index + 1);
    if (index < 0) return text;
  }
  return text.slice(0, index) + to + text.slice(index + from.length);
}

function join(separators: readonly string[], skipBlanks: boolean, parts: readonly Scalar[]): Scalar {
  let result = '';
  let count = 0;
  for (const part of parts) {
    const text = toText(part);
    if (isError(text)) return text;
    if (skipBlanks && text === '') continue;
    if (count > 0) result += separators[(count - 1) % separators.length] ?? '';
    result += text;
    count++;
  }
  return result.length > LONGEST ? VALUE : result;
}

/** TEXT(value, code). */
function text([value, code]: readonly Scalar[], { services }: Context): Scalar {
  const pattern = toText(code ?? null);
  if (isError(pattern)) return pattern;
  if (pattern === '') return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const number = typeof value === 'string' ? numberInText(value, services.culture) : Number(value ?? 0);
  const shown = number === null && typeof value === 'string' ? value : (number ?? 0);
  return formatted(shown, pattern, services.culture);
}

function fixed(value: number, places: number, grouped: boolean): string {
  const rounded = roundDecimal(value, places);
  const decimals = Math.max(0, places);
  const [whole = '', fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const digits = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return (rounded < 0 ? '-' : '') + digits + (fraction === undefined ? '' : `.${fraction}`);
}

const HALF_OFFSET = 0xfee0;
const toHalfWidth = (wide: string): string =>
  wide
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - HALF_OFFSET))
    .replace(/\u3000/g, ' ');
const toFullWidth = (narrow: string): string =>
  narrow
    .replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + HALF_OFFSET))
    .replace(/ /g, '\u3000');

/** The part of a text before or after the nth delimiter. */
function around(side: 'before' | 'after'): FunctionDefinition {
  return scalars(2, 6, ([source, delimiter, which, ignoreCase, , fallback]) => {
    const whole = textOf(source ?? null);
    const wanted = textOf(delimiter ?? null);
    const n = which === undefined || which === null ? 1 : Number(which);
    if (n === 0) return VALUE;
    const fold = (input: string): string => (Number(ignoreCase ?? 0) === 1 ? input.toLowerCase() : input);
    const places: number[] = [];
    for (let i = fold(whole).indexOf(fold(wanted)); i >= 0; i = fold(whole).indexOf(fold(wanted), i + 1)) {
      places.push(i);
    }
    const at = places[n > 0 ? n - 1 : places.length + n];
    if (at === undefined) return fallback ?? NA;
    return side === 'before' ? whole.slice(0, at) : whole.slice(at + wanted.length);
  });
}

function split([source, columnDelimiter, rowDelimiter, skip]: readonly Value[]): Value {
  const whole = toText(toScalar(source ?? null));
  if (isError(whole)) return whole;
  const cut = (input: string, delimiters: Value | undefined): string[] => {
    if (delimiters === undefined || delimiters === OMITTED) return [input];
    const marks = scalarsOf(delimiters).map((mark) => textOf(mark));
    const pattern = new RegExp(marks.map((mark) => mark.replace(/[\\^$.|+*?()[\]{}]/g, '\\$&')).join('|'));
    const parts = input.split(pattern);
    return toBoolean(toScalar(skip ?? false)) === true ? parts.filter((part) => part !== '') : parts;
  };
  return Matrix.from(cut(whole, rowDelimiter).map((line) => cut(line, columnDelimiter)));
}

const lengthError = (length: number): CellError | null => (length < 0 || length > LONGEST ? VALUE : null);

export const TEXT_FUNCTIONS: FunctionTable = {
  LEN: ofText((value) => value.length),
  LENB: ofText((value) => [...value].reduce((total, char) => total + (char.charCodeAt(0) > 255 ? 2 : 1), 0)),
  LEFT: textThen(1, 2, (value, [n = 1]) => (n < 0 ? VALUE : value.slice(0, n))),
  RIGHT: textThen(1, 2, (value, [n = 1]) => (n < 0 ? VALUE : n === 0 ? '' : value.slice(-n))),
  MID: textThen(3, 3, (value, [from = 1, n = 0]) =>
    from < 1 || n < 0 ? VALUE : value.slice(from - 1, from - 1 + n),
  ),
  UPPER: ofText((value) => value.toUpperCase()),
  LOWER: ofText((value) => value.toLowerCase()),
  PROPER: ofText((value) =>
    value
      .toLowerCase()
      .replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
  ),
  TRIM: ofText((value) => value.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  // eslint-disable-next-line no-control-regex -- these are what CLEAN removes
  CLEAN: ofText((value) => value.replace(/[\x00-\x1f]/g, '')),
  ASC: ofText(toHalfWidth),
  DBCS: ofText(toFullWidth),
  WIDECHAR: ofText(toFullWidth),
  REPT: textThen(2, 2, (value, [n = 0]) => lengthError(n < 0 ? -1 : value.length * n) ?? value.repeat(n)),
  CODE: ofText((value) => (value === '' ? VALUE : value.charCodeAt(0))),
  UNICODE: ofText((value) => value.codePointAt(0) ?? VALUE),
  CHAR: textThen(1, 1, (value) =>
    Number(value) >= 1 && Number(value) < 256 ? String.fromCharCode(Number(value)) : VALUE,
  ),
  UNICHAR: textThen(1, 1, (value) => {
    const code = Number(value);
    return code >= 1 && code <= 0x10ffff ? String.fromCodePoint(Math.trunc(code)) : VALUE;
  }),
  EXACT: texts(2, 2, ([a, b]) => a === b),
  CONCATENATE: texts(1, MANY, (parts) => parts.join('')),
  CONCAT: values(1, MANY, (args) => join([''], false, args.flatMap(scalarsOf))),
  TEXTJOIN: values(3, MANY, ([separator, skip, ...parts]) => {
    const separators = scalarsOf(separator ?? '').map((mark) => textOf(mark));
    const skipBlanks = skip === OMITTED ? true : toBoolean(toScalar(skip ?? true));
    return isError(skipBlanks) ? skipBlanks : join(separators, skipBlanks, parts.flatMap(scalarsOf));
  }),
  FIND: finder(true),
  SEARCH: finder(false),
  SUBSTITUTE: scalars(3, 4, ([source, from, to, which], { services }) => {
    const n = which === undefined ? null : toNumber(which, services.culture);
    if (n !== null && isError(n)) return n;
    const [a, b, c] = [source, from, to].map((part) => textOf(part ?? null));
    return substitute(a ?? '', b ?? '', c ?? '', n === null ? null : Math.trunc(n));
  }),
  REPLACE: scalars(4, 4, ([source, from, count, replacement], { services }) => {
    const start = toNumber(from ?? null, services.culture);
    const length = toNumber(count ?? null, services.culture);
    if (isError(start)) return start;
    if (isError(length)) return length;
    if (start < 1 || length < 0) return VALUE;
    const whole = textOf(source ?? null);
    const at = Math.trunc(start) - 1;
    return whole.slice(0, at) + textOf(replacement ?? null) + whole.slice(at + Math.trunc(length));
  }),
  TEXT: scalars(2, 2, text),
  VALUE: scalars(1, 1, ([value], { services }) =>
    typeof value === 'boolean' ? VALUE : toNumber(value ?? null, services.culture),
  ),
  NUMBERVALUE: texts(1, 3, ([source = '', decimal = '.', group = ',']) => {
    const plain = source.replace(/\s/g, '').split(group).join('').replace(decimal, '.');
    const percents = /%*$/.exec(plain)?.[0].length ?? 0;
    const number = Number(plain.slice(0, plain.length - percents));
    return Number.isNaN(number) ? VALUE : number / 100 ** percents;
  }),
  FIXED: scalars(1, 3, ([value, places, plain], { services }) => {
    const number = toNumber(value ?? null, services.culture);
    const decimals = places === undefined || places === null ? 2 : toNumber(places, services.culture);
    if (isError(number)) return number;
    return isError(decimals)
      ? decimals
      : fixed(number, Math.trunc(decimals), toBoolean(plain ?? false) !== true);
  }),
  DOLLAR: scalars(1, 2, ([value, places], { services }) => {
    const number = toNumber(value ?? null, services.culture);
    if (isError(number)) return number;
    const shown = fixed(Math.abs(number), Number(places ?? 2), true);
    const money = (services.culture.locale.startsWith('zh') ? '¥' : '$') + shown;
    return number >= 0 ? money : services.culture.locale.startsWith('zh') ? `-${money}` : `(${money})`;
  }),
  TEXTBEFORE: around('before'),
  TEXTAFTER: around('after'),
  TEXTSPLIT: valuesLifting(2, 6, () => false, split),
};
