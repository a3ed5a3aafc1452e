import { monthStart } from '../dates';
import { yuanOf, type Cents } from '../money';
import { flag, nextMonth, type Flag, type ListedOrder } from './flags';
import type { ExpectedMonth, ExpectedMonths } from './months';
import { NOTHING_ELSE, reckon, rightRecipe, type Recipe, type Terms } from './terms';

/**
 * 拆单、压单: revenue that was held back, pulled forward or split so that a month just passes a tier. Nothing of it is a
 * proof: it says where to look, with the figures.
 */

/** Orders this near to a month's end are easily moved over it. */
const EDGE_DAYS = 3;
/** Fewer months above tiers tell nothing of a whole sheet. */
const LEAST_ABOVE = 5;
/** That so many stand above and so few below by mere chance is less likely than this. */
const CHANCE = 0.01;

interface Nearness {
  readonly expected: ExpectedMonth;
  /** 分 */
  readonly from: Cents;
  /** Revenue less `from`: below zero when the tier was just missed. */
  readonly beyond: Cents;
  /** What reaching the tier is worth. */
  readonly jump: Cents;
}

/**
 * `near` percent of a tier's beginning count as just above it. `ladderOf` gives the tiers of a role in a version, null
 * where they are not of revenue.
 */
export function bunchingFlags(
  months: ExpectedMonths,
  orders: readonly ListedOrder[],
  near: number,
  ladderOf: (version: string, role: string) => Terms | null,
): Flag[] {
  const ladders = new Map<string, TierJumps | null>();
  const jumpsOf = ({ paid: { version, role } }: ExpectedMonth): TierJumps | null => {
    const key = `${version}|${role}`;
    let jumps = ladders.get(key);
    if (jumps === undefined) {
      const terms = ladderOf(version, role);
      jumps = terms && new TierJumps(rightRecipe(terms));
      ladders.set(key, jumps);
    }
    return jumps;
  };
  const nearby: Nearness[] = [];
  for (const expected of months.all) {
    const found = jumpsOf(expected)?.nearest(expected, near);
    if (found) nearby.push(found);
  }
  const above = nearby.filter(({ beyond }) => beyond >= 0);
  return [
    ...overall(above.length, nearby.length - above.length, near),
    ...ofPeople(months, above),
    ...atMonthEnds(months, above, orders),
    ...splits(months, orders),
  ];
}

class TierJumps {
  private readonly steps: readonly { readonly from: Cents; readonly jump: Cents }[];

  constructor(recipe: Recipe) {
    this.steps = recipe.terms.tiers.flatMap(({ from }) => {
      if (from.n === 0n) return [];
      const cents = Number((from.n * 100n) / from.d);
      const jump = payOf(recipe, cents + 1) - payOf(recipe, cents - 1);
      // Two 分 more of revenue pay next to nothing where no tier begins.
      return jump > 2 ? [{ from: cents, jump }] : [];
    });
  }

  nearest(expected: ExpectedMonth, near: number): Nearness | null {
    const { revenue } = expected;
    for (const { from, jump } of this.steps) {
      const beyond = revenue - from;
      if (Math.abs(beyond) * 100 <= from * near) return { expected, from, beyond, jump };
    }
    return null;
  }
}

function payOf(recipe: Recipe, cents: Cents): Cents {
  return reckon(recipe, yuanOf(cents), NOTHING_ELSE).pay;
}

function overall(above: number, below: number, near: number): Flag[] {
  if (above < LEAST_ABOVE || atLeast(above, above + below) > CHANCE) return [];
  return [flag('above-tiers', null, { above, below, near: near / 100 })];
}

/** The chance that of `all` fair coins at least `heads` show heads. */
function atLeast(heads: number, all: number): number {
  let sum = 0;
  let logTerm = -all * Math.LN2;
  for (let k = 0; k <= all; k++) {
    if (k >= heads) sum += Math.exp(logTerm);
    logTerm += Math.log((all - k) / (k + 1));
  }
  return sum;
}

/** People with several months just above a tier. */
function ofPeople(months: ExpectedMonths, above: readonly Nearness[]): Flag[] {
  const byPerson = new Map<string, Nearness[]>();
  for (const each of above) {
    const key = months.keyOf(each.expected.person);
    byPerson.set(key, [...(byPerson.get(key) ?? []), each]);
  }
  return [...byPerson.values()]
    .filter((found) => found.length > 1)
    .map((found) => {
      const sorted = [...found].sort((a, b) => a.expected.month - b.expected.month);
      const [first] = sorted;
      const beyond = sorted.reduce((most, each) => Math.max(most, each.beyond), 0);
      const jump = sorted.reduce((sum, each) => sum + each.jump, 0);
      const at = { months: sorted.map(({ expected }) => expected.month) };
      return flag('above-tier', first?.expected.person ?? null, { beyond, jump }, at);
    });
}

/** A month that passes a tier only by an order of its first or last days, where both months together gain by it. */
function atMonthEnds(
  months: ExpectedMonths,
  above: readonly Nearness[],
  orders: readonly ListedOrder[],
): Flag[] {
  if (above.length === 0) return [];
  const byPlace = new Map<string, ListedOrder[]>();
  for (const order of orders) {
    if (order.person === null || edgeOf(order.date) === null) continue;
    const key = `${months.keyOf(order.person)}\n${monthStart(order.date)}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), order]);
  }
  return above.flatMap(({ expected, from, beyond }) => {
    const { person, month } = expected;
    const found = byPlace.get(`${months.keyOf(person)}\n${month}`) ?? [];
    return found.flatMap((order) => {
      const edge = edgeOf(order.date);
      if (order.cents <= beyond || edge === null) return [];
      const other = months.of(person, edge === 'first' ? previousMonth(month) : nextMonth(month));
      if (!other) return [];
      const gain = gainOfMoving(expected, other, order.cents);
      if (gain <= 0) return [];
      const details = {
        order: order.id ?? '',
        date: Math.floor(order.date),
        amount: order.cents,
        from,
        beyond,
        gain,
      };
      const at = { months: [month], orders: [order.index] };
      return [flag('order-at-month-end', person, details, at)];
    });
  });
}

/** Orders of one customer on both sides of a month's end that pay more than they would in one month. */
function splits(months: ExpectedMonths, orders: readonly ListedOrder[]): Flag[] {
  const byCustomer = new Map<string, ListedOrder[]>();
  for (const order of orders) {
    if (order.person === null || order.customer === null || order.cents <= 0) continue;
    if (edgeOf(order.date) === null) continue;
    const key = `${months.keyOf(order.person)}\n${order.customer}`;
    byCustomer.set(key, [...(byCustomer.get(key) ?? []), order]);
  }
  return [...byCustomer.values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => a.date - b.date);
    return sorted.flatMap((early, index): Flag[] => {
      const late = sorted[index + 1];
      const person = early.person ?? '';
      if (!late || nextMonth(monthStart(early.date)) !== monthStart(late.date)) return [];
      if (late.date - early.date > 2 * EDGE_DAYS) return [];
      const first = months.of(person, monthStart(early.date));
      const second = months.of(person, monthStart(late.date));
      if (!first || !second) return [];
      const gain = Math.min(
        gainOfMoving(first, second, early.cents),
        gainOfMoving(second, first, late.cents),
      );
      if (gain <= 0) return [];
      const details = {
        customer: early.customer ?? '',
        firstAmount: early.cents,
        secondAmount: late.cents,
        gain,
      };
      const at = { months: [first.month, second.month], orders: [early.index, late.index] };
      return [flag('split-over-month-end', person, details, at)];
    });
  });
}

/** What both months pay more as they are than with an order of one counted in the other. */
function gainOfMoving(from: ExpectedMonth, to: ExpectedMonth, cents: Cents): Cents {
  const [own, others] = [from.working()?.right, to.working()?.right];
  // Only where months stand by themselves does it matter which of them an order is in.
  if (own?.credit !== 'month' || others?.credit !== 'month') return 0;
  const is = payOf(own, from.revenue) + payOf(others, to.revenue);
  return is - payOf(own, from.revenue - cents) - payOf(others, to.revenue + cents);
}

function edgeOf(date: number): 'first' | 'last' | null {
  const start = monthStart(date);
  const day = Math.floor(date) - start;
  if (day < EDGE_DAYS) return 'first';
  return nextMonth(start) - Math.floor(date) <= EDGE_DAYS ? 'last' : null;
}

function previousMonth(month: number): number {
  return monthStart(month - 1);
}
