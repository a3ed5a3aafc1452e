import type { PayAmount, PersonMonth } from '../../domain/commission/pay';
import { formatCents, type Cents } from '../../domain/money';
import type { SheetTexts } from './texts';

/** '1,234.56' */
export function money(cents: Cents): string {
  return formatCents(cents).replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** "2024-03", of a month as `monthNumber` counts. */
export function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function percent(rate: number): string {
  return `${Number((rate * 100).toPrecision(12))}%`;
}

/** How each amount of a month came about, one after the other. */
export function rulesText(t: SheetTexts, { amounts }: PersonMonth): string {
  return amounts.map((amount) => ruleText(t, amount)).join(t.ruleJoin);
}

export function ruleText(t: SheetTexts, { rule, cents }: PayAmount): string {
  const said: Record<string, string> = { cents: money(cents), days: '' };
  for (const [key, value] of Object.entries(rule) as readonly [string, unknown][]) {
    if (typeof value === 'string') said[key] = value;
    else if (typeof value === 'number')
      said[key] = key === 'rate' || key === 'past' ? percent(value) : money(value);
  }
  if ('days' in rule && rule.days) said['days'] = t.days(rule.days);
  if ('sales' in rule) said['sales'] = String(rule.sales);
  if (rule.code === 'probation-base' || rule.code === 'probation-missed') said['month'] = String(rule.month);
  if (rule.code === 'clawback-rate' || rule.code === 'clawback-recompute')
    said['month'] = monthText(rule.month);
  if (rule.code === 'past-quota' && rule.effect === 'multiplied') said['rate'] = `× ${rule.rate}`;
  return t.rules[rule.code](said);
}

/** The rows behind a month: the first by name, the others counted. */
export function rowsText(t: SheetTexts, { rows, amounts }: PersonMonth, places: readonly string[]): string {
  const all = [...new Set([...rows, ...amounts.flatMap((amount) => amount.rows)])];
  const [first] = all;
  return first === undefined ? '' : t.rowsText({ first: places[first] ?? '', rows: all.length });
}
