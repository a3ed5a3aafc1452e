import { compareTexts, numberInText, type Culture } from './coercion';
import { isError, type Scalar } from './values';

/** What COUNTIF and its kin look for. */
export interface Criterion {
  readonly matches: (value: Scalar) => boolean;
  /** Set when every match is equal to one key (see keyOf): an index can answer. */
  readonly key?: IndexKey;
  /** Set when the matches are the numbers on one side of a number. */
  readonly bound?: Bound;
}

export interface Bound {
  readonly side: 'above' | 'below';
  readonly number: number;
  readonly orEqual: boolean;
}

/** What values count as equal in criteria: numbers by value, texts without regard to case. */
export type IndexKey = number | string | boolean;

/** The key of a cell's value; null for blanks and errors. A number typed as text has the number's key too. */
export function keyOf(value: Scalar): IndexKey | null {
  if (typeof value === 'string') return `t${value.toLowerCase()}`;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

const OPERATOR = /^(<>|<=|>=|=|<|>)/;

/** Texts that are remembered; a workbook asks for fewer at a time. */
const MOST_TEXTS = 20_000;

/** Reads criteria: values, or texts such as ">=5", "<>x", "A*", of which each is read once. */
export class Criteria {
  private readonly texts = new Map<string, Criterion>();
  private readFor = '';

  /** Called when a calculation starts: "3/5" is of this year, and every locale writes numbers in its own way. */
  begin({ locale, date1904 }: Culture, now: number): void {
    const readFor = `${locale} ${date1904} ${new Date(now).getFullYear()}`;
    if (readFor !== this.readFor) this.texts.clear();
    this.readFor = readFor;
  }

  of(criterion: Scalar, culture: Culture): Criterion {
    if (criterion === null) return equalTo(0);
    if (typeof criterion === 'number') return equalTo(criterion);
    if (typeof criterion === 'boolean') return { key: criterion, matches: (value) => value === criterion };
    if (isError(criterion)) {
      return { matches: (value) => isError(value) && value.error === criterion.error };
    }
    let read = this.texts.get(criterion);
    if (!read) {
      if (this.texts.size >= MOST_TEXTS) this.texts.clear();
      this.texts.set(criterion, (read = fromText(criterion, culture)));
    }
    return read;
  }
}

function fromText(criterion: string, culture: Culture): Criterion {
  const operator = OPERATOR.exec(criterion)?.[0] ?? '';
  const operand = criterion.slice(operator.length);
  if (operand === '') return blankCriterion(operator);
  const parsed = numberInText(operand, culture);
  if (operator === '<' || operator === '>' || operator === '<=' || operator === '>=') {
    return ordered(operator, parsed ?? operand);
  }
  const equal = parsed !== null ? equalTo(parsed) : equalText(operand);
  return operator === '<>' ? { matches: (value) => !equal.matches(value) } : equal;
}

function blankCriterion(operator: string): Criterion {
  switch (operator) {
    case '':
      return { matches: (value) => value === null || value === '' };
    case '=':
      return { matches: (value) => value === null };
    case '<>':
      return { matches: (value) => value !== null };
    default:
      return { matches: () => false };
  }
}

function equalTo(number: number): Criterion {
  return {
    key: number,
    matches: (value) =>
      value === number ||
      (typeof value === 'string' && value !== '' && Number(value) === number && value.trim() !== ''),
  };
}

function equalText(operand: string): Criterion {
  const upper = operand.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') {
    const wanted = upper === 'TRUE';
    return { key: wanted, matches: (value) => value === wanted };
  }
  if (upper.startsWith('#')) return { matches: (value) => isError(value) && value.error === upper };
  const pattern = wildcardPattern(operand);
  if (pattern) return { matches: (value) => typeof value === 'string' && pattern.test(value) };
  const lower = operand.toLowerCase();
  return { key: `t${lower}`, matches: (value) => typeof value === 'string' && value.toLowerCase() === lower };
}

function ordered(operator: '<' | '>' | '<=' | '>=', operand: number | string): Criterion {
  const holds = (order: number): boolean =>
    operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
  if (typeof operand === 'number') {
    const bound: Bound = {
      side: operator.startsWith('>') ? 'above' : 'below',
      number: operand,
      orEqual: operator.endsWith('='),
    };
    return { bound, matches: (value) => typeof value === 'number' && holds(value - operand) };
  }
  return { matches: (value) => typeof value === 'string' && holds(compareTexts(value, operand)) };
}

/** The regular expression of a text with * ? and ~, or null when it has none of them. */
export function wildcardPattern(text: string, anchored = true): RegExp | null {
  if (!/[*?~]/.test(text)) return null;
  let source = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const next = text.charAt(i + 1);
    if (char === '~' && (next === '*' || next === '?' || next === '~')) {
      source += `\\${next}`;
      i++;
    } else if (char === '*') source += '[\\s\\S]*';
    else if (char === '?') source += '[\\s\\S]';
    else source += char.replace(/[\\^$.|+()[\]{}*?]/g, '\\$&');
  }
  return new RegExp(anchored ? `^${source}$` : source, 'i');
}
