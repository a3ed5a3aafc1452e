import type { PlanCell } from '../plan/types';
import type { Cell } from './pieces';

/** Number format of cells whose content is text, whatever it looks like. */
const TEXT_FORMAT = '@';

/**
 * Words and signs that dates, times, amounts, fractions and percentages consist of besides digits, in the languages
 * that Excel parses (3月5日, 5 p, Mar-24, ￥12, (500), 1E3, 令和5年, R5.4.1).
 */
const PARTS =
  /[年月日时時分秒号點点元万亿]|上午|下午|午前|午後|明治|大正|昭和|平成|令和|民国|am|pm|jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|mon|tue|wed|thu|fri|sat|sun|usd|eur|rmb|cny|(?<=\d\s?)[ap](?![a-z])|(?<![a-z])[rhstm](?=\d)|(?<=\d)e(?=[\d+-])|[\d０-９\s.,，．:：;/\\\-–—−－_+()（）'"’“”$¥￥€£%％‰*^]/giu;

/** A sign that stands in no part: most texts have one, and need not be taken apart. */
const FOREIGN =
  /[^a-z年月日时時分秒号點点元万亿上下午前後明治大正昭和平成令民国\d０-９\s.,，．:：;/\\\-–—−－_+()（）'"’“”$¥￥€£%％‰*^]/iu;

const DIGIT = /[\d０-９]/;
const LOGICAL = /^(true|false)$/i;

/** True where Excel would take the text for something else than text: a formula, number, date, logical value or error. */
export function needsApostrophe(text: string): boolean {
  const first = text.trimStart().charAt(0);
  if (first === '') return false;
  if ("=+-@'＝＋－＠#".includes(first)) return true;
  if ('tTfF'.includes(first) && LOGICAL.test(text.trim())) return true;
  return DIGIT.test(text) && !FOREIGN.test(text) && text.replace(PARTS, '') === '';
}

/** What to hand to Range.values or Range.formulas so that the cell holds exactly this; null leaves a cell alone. */
export function cellInput(cell: PlanCell, format: string | undefined): Cell | null {
  if (cell === null) return null;
  if (typeof cell === 'object') return cell.formula;
  if (typeof cell !== 'string') return cell;
  if (format === TEXT_FORMAT) return cell.startsWith("'") ? `'${cell}` : cell;
  return needsApostrophe(cell) ? `'${cell}` : cell;
}

/** The same where a blank has to take away what stands there. */
export function cellInputOrBlank(cell: PlanCell, format: string | undefined): Cell {
  return cellInput(cell, format) ?? '';
}

/** A cell as Excel gave it: a formula differs from its value, a text that begins with '=' does not. */
export function cellOf(formula: Cell | undefined, value: Cell | undefined): PlanCell {
  if (formula === undefined || formula === '') return null;
  if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) return { formula };
  return value ?? null;
}
