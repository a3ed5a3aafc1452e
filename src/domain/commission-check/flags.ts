import { addMonths } from '../dates';
import type { Details } from '../errors';
import type { Cents } from '../money';
import { ByMonth } from './by-month';
import type { CheckedRow, SubmittedRow } from './check';
import type { ExpectedMonth, ExpectedMonths } from './months';

const NONE: readonly never[] = [];

/** What wants a look although no single amount is wrong for it. */
export const FLAG_CODES = [
  'above-tier',
  'above-tiers',
  'order-at-month-end',
  'split-over-month-end',
  'pay-negative',
  'order-repeated',
  'order-without-person',
  'person-not-in-team',
  'person-not-in-sheet',
  'person-on-several-rows',
  'revenue-differs',
  'row-does-not-add',
] as const;
export type FlagCode = (typeof FLAG_CODES)[number];

export interface Flag {
  readonly code: FlagCode;
  readonly person: string | null;
  /** Serials of first days, in order. */
  readonly months: readonly number[];
  /** Where it shows: rows of the submitted sheet, by their index. */
  readonly rows: readonly number[];
  /** Where it shows: rows of the order list, by their index. */
  readonly orders: readonly number[];
  /** Money in 分. */
  readonly details: Details;
}

/** A row of the order list. */
export interface ListedOrder {
  readonly index: number;
  readonly id: string | null;
  readonly person: string | null;
  readonly customer: string | null;
  readonly product: string | null;
  /** Serial of the day that counts. */
  readonly date: number;
  readonly cents: Cents;
}

export function flag(
  code: FlagCode,
  person: string | null,
  details: Details,
  at: Partial<Pick<Flag, 'months' | 'rows' | 'orders'>> = {},
): Flag {
  return { code, person, months: at.months ?? [], rows: at.rows ?? [], orders: at.orders ?? [], details };
}

/** Flags of the submitted sheet itself. */
export function sheetFlags(
  rows: readonly SubmittedRow[],
  checked: readonly CheckedRow[],
  months: ExpectedMonths,
  team: readonly string[] | null,
): Flag[] {
  const names = team && new Set(team.map(months.keyOf));
  const flags: Flag[] = [];
  const listed = new Set<string>();
  const strangers = new Set<string>();
  const firstRows = new ByMonth<number>();
  const several = new Map<number, number[]>();
  rows.forEach(({ person, month, stated }, index) => {
    if (person === null) return;
    const key = months.keyOf(person);
    listed.add(key);
    if (names && !names.has(key) && !strangers.has(key)) {
      strangers.add(key);
      flags.push(flag('person-not-in-team', person, {}, { rows: [index] }));
    }
    const row = checked[index];
    if (month === null || !row) return;
    const first = firstRows.get(key, month);
    if (first === undefined) firstRows.set(key, month, index);
    else several.set(first, [...(several.get(first) ?? [first]), index]);
    flags.push(...rowFlags(person, month, index, stated, row));
  });
  for (const [first, indexes] of several) {
    const { person = null, month = null } = rows[first] ?? {};
    if (month === null) continue;
    const at = { months: [month], rows: indexes };
    flags.push(flag('person-on-several-rows', person, { rows: indexes.length }, at));
  }
  return [...flags, ...missingPeople(rows, listed, months)];
}

/** What one row shows. */
function rowFlags(
  person: string,
  month: number,
  index: number,
  { revenue, base, commission, pay }: SubmittedRow['stated'],
  { verdict, submitted, expected, month: due }: CheckedRow,
): readonly Flag[] {
  const negative = (submitted ?? 0) < 0 || (expected ?? 0) < 0;
  const differs = verdict === 'right' && revenue !== null && due !== null && revenue !== due.revenue;
  const adds = base === null || commission === null || pay === null || base + commission === pay;
  // Right pay may hold more than the two: draws, overrides. Where it does not, one of the two is wrong.
  const gapShows = !adds && (verdict !== 'right' || due?.parts.length === 0);
  if (!negative && !differs && !gapShows) return NONE;
  const at = { months: [month], rows: [index] };
  const flags: Flag[] = [];
  if (negative) {
    flags.push(flag('pay-negative', person, { submitted: submitted ?? 0, expected: expected ?? 0 }, at));
  }
  if (differs) {
    flags.push(flag('revenue-differs', person, { stated: revenue, listed: due.revenue }, at));
  }
  if (gapShows) {
    const gap = pay - base - commission;
    flags.push(flag('row-does-not-add', person, { base, commission, pay, gap }, at));
  }
  return flags;
}

/** People to whom the plan pays something in the sheet's months and who have no row at all. */
function missingPeople(
  rows: readonly SubmittedRow[],
  listed: ReadonlySet<string>,
  months: ExpectedMonths,
): Flag[] {
  const inSheet = new Set(rows.map(({ month }) => month));
  const missing = new Map<string, ExpectedMonth[]>();
  for (const expected of months.all) {
    const key = months.keyOf(expected.person);
    if (listed.has(key) || !inSheet.has(expected.month) || expected.reckoned.pay === 0) continue;
    missing.set(key, [...(missing.get(key) ?? []), expected]);
  }
  return [...missing.values()].map((found) => {
    const due = found.reduce((sum, { reckoned }) => sum + reckoned.pay, 0);
    const at = { months: found.map(({ month }) => month).sort((a, b) => a - b) };
    return flag('person-not-in-sheet', found[0]?.person ?? null, { due }, at);
  });
}

/** Orders that stand twice in the list, and orders that belong to nobody. */
export function orderFlags(orders: readonly ListedOrder[]): Flag[] {
  const flags: Flag[] = [];
  const first = new Map<string, ListedOrder>();
  for (const order of orders) {
    const { index, id, person, product, date, cents } = order;
    if (person === null) {
      flags.push(flag('order-without-person', null, { order: id ?? '', amount: cents }, { orders: [index] }));
    }
    if (id === null) continue;
    const key = JSON.stringify([id, person, product, Math.floor(date), cents]);
    const known = first.get(key);
    if (!known) first.set(key, order);
    else {
      const at = { orders: [known.index, index] };
      flags.push(flag('order-repeated', person, { order: id, amount: cents }, at));
    }
  }
  return flags;
}

export function nextMonth(month: number): number {
  return addMonths(month, 1);
}
