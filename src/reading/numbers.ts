import { halfWidth } from './text';
import { scaled } from './units';

/** What a text says as a number. */
export interface NumberText {
  readonly value: number;
  /** Written with % or ‰; the value is the fraction already. */
  readonly percent: boolean;
  /** The text itself said 万, 亿, 元 …, so that the column's unit does not apply. */
  readonly ownUnit: boolean;
}

const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;
const CURRENCY = /^(?:rmb|cny|usd|us\$|hk\$|nt\$|人民币|[¥$€£])/i;
const SUFFIX_CURRENCY = /(?:元整|圆整|元正|元|圆|块钱?|rmb|cny|usd|[¥$€£])$/i;
const COUNTED =
  /(?:户次|人次|户|次|件|台|条|个|人|张|箱|套|份|只|本|包|笔|部|家|支|天|月|年|米|吨|盒|根|场|名|位|组|pcs|units?)$/i;
const SCALE_EXPONENTS: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  仟: 3,
  k: 3,
  万: 4,
  萬: 4,
  w: 4,
  十万: 5,
  百万: 6,
  m: 6,
  千万: 7,
  亿: 8,
  億: 8,
  b: 9,
};
const SEGMENT = /(\d+(?:\.\d+)?)(百万|千万|十万|[亿億万萬千仟百十wkmb])/giy;

/** Digits with separators as a plain decimal text; null when it can't be one. */
function plainDigits(text: string, decimalComma: boolean): string | null {
  let body = text.replace(/[\s'’]/g, '');
  if (!/^\d[\d.,]*$|^\.\d+$/.test(body)) return null;
  if (body.endsWith(',') || body.endsWith('.')) body = body.slice(0, -1);
  const lastComma = body.lastIndexOf(',');
  const lastDot = body.lastIndexOf('.');
  if (lastComma < 0 && lastDot < 0) return body;
  if (lastComma >= 0 && lastDot >= 0) {
    return lastComma > lastDot ? body.replace(/\./g, '').replace(',', '.') : oneDot(body.replace(/,/g, ''));
  }
  if (lastDot >= 0) return oneDot(body);
  const groups = body.split(',');
  const tail = groups.at(-1) ?? '';
  if (groups.length === 2 && (tail.length !== 3 || decimalComma)) {
    return tail.length === 4 ? groups.join('') : groups.join('.');
  }
  return groups.join('');
}

/** A second dot makes dots thousands separators: 1.234.567. */
function oneDot(body: string): string | null {
  const parts = body.split('.');
  if (parts.length <= 2) return body;
  return parts.slice(1).every((part) => part.length === 3) ? parts.join('') : null;
}

/** 1亿2000万, 3万5千, 1.2万: the sum of its parts; null when the text is not made of such parts. */
function segments(text: string): number | null {
  SEGMENT.lastIndex = 0;
  let sum = 0;
  let last = Infinity;
  let at = 0;
  for (let match = SEGMENT.exec(text); match; match = SEGMENT.exec(text)) {
    const exponent = SCALE_EXPONENTS[(match[2] ?? '').toLowerCase()] ?? 0;
    if (exponent >= last) return null;
    sum += scaled(Number(match[1]), exponent);
    last = exponent;
    at = SEGMENT.lastIndex;
  }
  const rest = text.slice(at);
  if (rest === '') return sum;
  // "1万2000" says 12,000; "3万5" could be 35,000 or 30,005 and is left unread.
  return /^\d+(?:\.\d+)?$/.test(rest) && last !== Infinity && rest.split('.')[0]?.length === last
    ? sum + Number(rest)
    : null;
}

/**
 * A text as a number: signs, brackets, currencies, separators, 万 and 亿, percent, counted things (27件). Null when the
 * text says no single number. `decimalComma` is what the whole column writes ("1.052,750").
 */
export function parseNumber(raw: string, decimalComma = false): NumberText | null {
  if (PLAIN.test(raw)) return { value: Number(raw), percent: false, ownUnit: false };
  if (raw.length > 40) return null;
  let text = halfWidth(raw)
    .replace(/[￥]/g, '¥')
    .replace(/[−–—－]/g, '-')
    .replace(/，/g, ',')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/\d/.test(text)) return null;
  let negative = false;
  if (/^\(.*\)$/.test(text)) {
    negative = true;
    text = text.slice(1, -1).trim();
  }
  let ownUnit = false;
  for (let guard = 0; guard < 4; guard += 1) {
    const sign = /^[+-]/.exec(text)?.[0];
    if (sign !== undefined) {
      if (sign === '-') negative = !negative;
      text = text.slice(1).trim();
    }
    const currency = CURRENCY.exec(text)?.[0];
    if (currency !== undefined) {
      text = text.slice(currency.length).trim();
    }
    if (sign === undefined && currency === undefined) break;
  }
  if (/^\(.*\)$/.test(text)) {
    negative = !negative;
    text = text.slice(1, -1).trim();
  }
  const percent = /[%‰]$/.exec(text)?.[0];
  if (percent !== undefined) text = text.slice(0, -1).trim();
  if (text.endsWith('-')) {
    negative = !negative;
    text = text.slice(0, -1).trim();
  }
  const currency = SUFFIX_CURRENCY.exec(text)?.[0];
  if (currency !== undefined) {
    ownUnit = true;
    text = text.slice(0, -currency.length).trim();
  } else {
    const counted = COUNTED.exec(text)?.[0];
    if (counted !== undefined && text.length > counted.length) text = text.slice(0, -counted.length).trim();
  }
  const value = magnitude(text, decimalComma);
  if (value === null) return null;
  const signed = negative && value.value !== 0 ? -value.value : value.value;
  const exponent = percent === '%' ? -2 : percent === '‰' ? -3 : 0;
  return {
    value: scaled(signed, exponent),
    percent: percent !== undefined,
    ownUnit: ownUnit || value.scaled,
  };
}

function magnitude(text: string, decimalComma: boolean): { value: number; scaled: boolean } | null {
  const exponentForm = /^\d+(?:\.\d+)?e[+-]?\d{1,3}$/i.test(text);
  if (exponentForm) {
    const value = Number(text);
    return Number.isFinite(value) ? { value, scaled: false } : null;
  }
  const simple = /^([\d.,'’ ]+)(百万|千万|十万|[亿億万萬千仟百wkmb])?$/i.exec(text);
  if (simple) {
    const digits = plainDigits((simple[1] ?? '').trim(), decimalComma);
    if (digits === null) return null;
    const unit = simple[2];
    if (unit === undefined) return { value: Number(digits), scaled: false };
    return { value: scaled(Number(digits), SCALE_EXPONENTS[unit.toLowerCase()] ?? 0), scaled: true };
  }
  const sum = segments(text.replace(/[,\s]/g, ''));
  return sum === null ? null : { value: sum, scaled: true };
}

/** Whether texts of a column write a decimal comma: a comma with other than three digits behind it, and never a dot. */
export function writesDecimalComma(texts: readonly string[]): boolean {
  let commas = 0;
  for (const raw of texts) {
    const text = halfWidth(raw);
    if (/\d\.\d{1,2}(?!\d)/.test(text) || /,\d{3},/.test(text)) return false;
    if (/\d,\d{1,2}(?!\d)/.test(text)) commas += 1;
  }
  return commas > 0;
}
