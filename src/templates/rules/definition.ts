import type { Locale } from '../../locales';

/** What the cells of a rule's column hold, and so how they are read. */
export type RuleKind =
  /** Any text; a number typed there is read as its digits (007 stays 007). */
  | 'text'
  | 'number'
  /** In 元: '2万', '￥15 000' and a header that says 万元 are understood. */
  | 'money'
  /** A fraction: 0.1 for 10%. */
  | 'percent'
  /** An amount or a percentage, as it is written: 20000, '2万', 15% (0.15). */
  | 'figure'
  /** Serial of the 1900 system; a month is its first day. */
  | 'date'
  /** Fraction of a day. */
  | 'time'
  /** A number of days: '7天', '1周', '12 h'. */
  | 'days'
  | 'choice'
  | 'yesno';

/** One of the values that a cell can hold, with the words for it; the first one is written, all are read. */
export interface RuleChoice {
  readonly value: string;
  readonly words: Readonly<Record<Locale, readonly [string, ...string[]]>>;
}

export interface RuleColumn {
  /** Stable across languages. */
  readonly id: string;
  /** The first spelling is written, all are read, in either language; units in brackets don't matter. */
  readonly headers: Readonly<Record<Locale, readonly [string, ...string[]]>>;
  readonly kind: RuleKind;
  /** A table without this column is another one; a row without this cell is a problem. */
  readonly required: boolean;
  /** A blank cell says something all the same ('not decided'), although the column is required. */
  readonly mayBeBlank?: boolean;
  readonly choices?: readonly RuleChoice[];
  /** Excel's number format; each kind has its own. */
  readonly format?: string;
}

/** A kind of small table that people see, edit and hand on: tiers, holidays, classes. */
export interface RuleDefinition {
  /** Stable across languages and rebuilds: the role of the table that Daybook writes. */
  readonly id: string;
  readonly columns: readonly RuleColumn[];
}

/** null is a blank cell. A choice is the value's id, a yes or no a boolean. */
export type RuleValue = string | number | boolean | null;

/** A row's values by the columns' ids; one that is missing is blank. */
export type RuleValues = Readonly<Record<string, RuleValue>>;

/** One term of a rule that stands in a row of its own: name, value, and what it means. */
export interface RuleSetting {
  /** Stable across languages. */
  readonly id: string;
  /** The first spelling is written, all are read. */
  readonly labels: Readonly<Record<Locale, readonly [string, ...string[]]>>;
  /** In plain words, what the value does. */
  readonly explanation: Readonly<Record<Locale, string>>;
  readonly kind: RuleKind;
  readonly choices?: readonly RuleChoice[];
  readonly format?: string;
  /** Whether a blank cell says something ('no cap'); otherwise it is a problem. */
  readonly blank: boolean;
}

/** Chinese first. */
type Words = readonly [zh: string, en: string];

/** A setting with one spelling in each language. */
export function setting(
  id: string,
  kind: RuleKind,
  [zh, en]: Words,
  [zhWhat, enWhat]: Words,
  more: Partial<Pick<RuleSetting, 'choices' | 'format' | 'blank'>> = {},
): RuleSetting {
  return {
    id,
    labels: { 'zh-CN': [zh], en: [en] },
    explanation: { 'zh-CN': zhWhat, en: enWhat },
    kind,
    blank: false,
    ...more,
  };
}

/** A table of settings: one row a term. */
export interface SettingsDefinition {
  readonly id: string;
  readonly settings: readonly RuleSetting[];
}

const FORMATS: Readonly<Record<RuleKind, string>> = {
  text: '@',
  number: 'General',
  money: '#,##0.00',
  percent: '0.0%',
  figure: '#,##0.00',
  date: 'yyyy-mm-dd',
  time: 'hh:mm',
  days: 'General',
  choice: 'General',
  yesno: 'General',
};

export function formatOf({ kind, format }: Pick<RuleColumn, 'kind' | 'format'>): string {
  return format ?? FORMATS[kind];
}

/** Words for yes and no; the first ones are written. */
export const YES_NO: readonly RuleChoice[] = [
  {
    value: 'yes',
    words: { en: ['Yes', 'Y', 'True', '1', '√', '✓', '✔'], 'zh-CN': ['是', '对', '有', '启用', '要'] },
  },
  {
    value: 'no',
    words: {
      en: ['No', 'N', 'False', '0', '×', '✗', '✘'],
      'zh-CN': ['否', '不', '无', '没有', '停用', '不要'],
    },
  },
];

/** The choices of a cell; none where it takes anything of its kind. */
export function choicesOf({ kind, choices }: Pick<RuleColumn, 'kind' | 'choices'>): readonly RuleChoice[] {
  return kind === 'yesno' ? YES_NO : (choices ?? []);
}
