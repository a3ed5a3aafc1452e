import type { CheckedRow } from '../../domain/commission-check/check';
import type { Explanation } from '../../domain/commission-check/explain';
import type { Flag } from '../../domain/commission-check/flags';
import type { Mistake } from '../../domain/commission-check/reasons';
import { dateOf, isoDate } from '../../domain/dates';
import { formatCents, type Cents } from '../../domain/money';
import { percentText } from '../../domain/growth-audit';
import { texts, type Locale, type Texts } from '../../locales';
import { isAnyMonth } from './digest';

/** Reasons and flags in plain sentences with their figures. */

export type CheckTexts = Texts['templates']['commission-check'];

export function checkTexts(locale: Locale): CheckTexts {
  return texts(locale).templates['commission-check'];
}

/** @example moneyText(-123450) //=> '-¥1,234.50' */
export function moneyText(cents: Cents): string {
  let digits = formatCents(Math.abs(cents));
  for (let place = digits.length - 6; place > 0; place -= 3) {
    digits = `${digits.slice(0, place)},${digits.slice(place)}`;
  }
  return `${cents < 0 ? '-' : ''}¥${digits}`;
}

export function rateText(rate: number): string {
  return `${percentText(rate, 4).replace(/\.?0+$/, '')}%`;
}

export function monthText(t: CheckTexts, month: number): string {
  if (isAnyMonth(month)) return t.noMonth;
  const { year, month: number } = dateOf(month);
  return t.monthText({ year, month: number, name: t.monthNames[number - 1] ?? '' });
}

const MONEY = new Set([
  'amount',
  'base',
  'commission',
  'pay',
  'gap',
  'usedBase',
  'rightBase',
  'fullBase',
  'rightAmount',
  'submitted',
  'expected',
  'stated',
  'listed',
  'due',
  'from',
  'beyond',
  'jump',
  'gain',
  'firstAmount',
  'secondAmount',
]);
const RATES = new Set(['rate', 'usedRate', 'rightRate', 'taxRate', 'near']);

function shown(t: CheckTexts, name: string, value: string | number): string {
  if (typeof value === 'string') {
    const kinds: Readonly<Record<string, string>> = t.kinds;
    return name === 'kind' ? (kinds[value] ?? value) : value;
  }
  if (MONEY.has(name)) return moneyText(value);
  if (RATES.has(name)) return rateText(value);
  if (name === 'month') return monthText(t, value);
  if (name === 'date') return isoDate(value);
  return value.toLocaleString('en');
}

function shownDetails(
  t: CheckTexts,
  details: Readonly<Record<string, string | number>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, shown(t, name, value)] as const),
  );
}

function mistakeText(t: CheckTexts, { code, details }: Mistake): string {
  // Code and details are made together, by the sentence's own parameters.
  const say = t.reasons[code] as (given: Record<string, string>) => string;
  return say(shownDetails(t, details));
}

export function reasonText(t: CheckTexts, { mistakes }: Explanation): string {
  return mistakes.map((mistake) => mistakeText(t, mistake)).join(t.and);
}

/** What a summary counts the row under. */
export function reasonName(t: CheckTexts, { verdict, explanations }: CheckedRow): string | null {
  const [named] = explanations;
  if (verdict === 'unexplained') return t.unexplainedName;
  if (verdict !== 'explained' || !named) return null;
  const [only, ...others] = named.mistakes;
  return only && others.length === 0 ? t.reasonNames[only.code] : t.several;
}

/** Why the row is as it is, in one sentence with the difference; null where it is right. */
export function rowSentence(t: CheckTexts, row: CheckedRow): string | null {
  const { verdict, difference, explanations } = row;
  if (verdict === 'not-covered') return t.notCovered;
  if (verdict === 'unreadable') return t.unreadable;
  if (verdict === 'right' || difference === null) return null;
  const amount = moneyText(Math.abs(difference));
  const tail = difference > 0 ? t.differs.over({ amount }) : t.differs.under({ amount });
  const [named, ...others] = explanations;
  const reason = named ? reasonText(t, named) : t.unexplained;
  const also = others.map((other) => reasonText(t, other)).join(t.or);
  return t.sentence({ reason, difference: tail }) + (also === '' ? '' : t.also({ reasons: also }));
}

export function flagText(t: CheckTexts, flag: Flag, places: readonly string[]): string {
  const { code, person, months, orders, details } = flag;
  const say = t.flags[code] as (given: Record<string, string>) => string;
  return say({
    ...shownDetails(t, details),
    person: person ?? '',
    months: months.map((month) => monthText(t, month)).join(t.listJoint),
    count: String(months.length),
    places: orders.map((order) => places[order] ?? '').join(t.listJoint),
  });
}
