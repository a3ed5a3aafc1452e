import { centsOf, yuanOf, type Cents } from '../money';
import { mistake, type Mistake } from './reasons';

/** An order, or one line of it, as the order list has it. */
export interface OrderLine {
  readonly id: string;
  /** As the list writes the name. */
  readonly person: string;
  /** Serial of the first day of the month that the order counts in. */
  readonly month: number;
  readonly cents: Cents;
}

/** What is known of the revenue of one person in one month. */
export interface RevenueFacts {
  readonly right: Cents;
  /** As the submitted sheet states it; null where it has no such column or the cell is blank. */
  readonly stated: Cents | null;
  /** The person's orders of the month; null where no order list covers it. */
  readonly orders: readonly OrderLine[] | null;
  /** The same person's orders of the months before and after. */
  readonly nearby: readonly OrderLine[];
  /** The same person's revenue of the months before and after. */
  readonly otherMonths: readonly { readonly month: number; readonly cents: Cents }[];
  /** Another person's revenue, or single order, of the same month that makes this sum; null where none or several do. */
  readonly personWith: (cents: Cents) => string | null;
  readonly orderWith: (cents: Cents) => OrderLine | null;
}

/** A revenue in 元 that somebody may have reckoned with, and by what mistake; parts of a 分 are kept. */
export interface Basis {
  readonly revenue: number;
  readonly mistake: Mistake;
}

/** Rates of value-added tax in use, the commonest first. */
export const TAX_RATES = [0.06, 0.13, 0.09, 0.03, 0.01] as const;
/** The longest order list in which two orders that were left out together are looked for. */
const MOST_FOR_PAIRS = 200;

/** The revenues that the likely mistakes lead to, for trying each of them; none equals the right one. */
export function basesOf(facts: RevenueFacts): Basis[] {
  const all = [
    ...unitBases(facts.right),
    ...taxBases(facts.right),
    ...refundBases(facts),
    ...orderBases(facts),
    ...otherRowBases(facts),
  ];
  const right = yuanOf(facts.right);
  const wrong = all.filter(({ revenue }) => revenue !== right);
  if (facts.stated === null || facts.stated === facts.right) return wrong;
  return [...wrong, ...statedBases(facts, facts.stated, wrong)];
}

const UNITS = [
  { factor: 10_000, large: unit('unit-too-large', 10_000, 1), small: unit('unit-too-small', 10_000, 1) },
  { factor: 1000, large: unit('unit-too-large', 1000, 4), small: unit('unit-too-small', 1000, 4) },
];

function unit(code: 'unit-too-large' | 'unit-too-small', factor: number, members: number): Mistake {
  return mistake(code, { factor }, members);
}

function unitBases(right: Cents): Basis[] {
  const yuan = yuanOf(right);
  return UNITS.flatMap(({ factor, large, small }) => [
    { revenue: yuan * factor, mistake: large },
    { revenue: yuan / factor, mistake: small },
  ]);
}

const TAXES = TAX_RATES.map((rate, index) => ({
  percent: Math.round(rate * 100),
  included: mistake('tax-included', { taxRate: rate }, index + 1),
  takenOff: mistake('tax-taken-off', { taxRate: rate }, index + 1),
}));

function taxBases(right: Cents): Basis[] {
  const bases: Basis[] = [];
  const add = (revenue: number, given: Mistake): void => {
    bases.push({ revenue, mistake: given });
    // A sheet with a column of its own for the net amount reckons with whole 分.
    const rounded = yuanOf(centsOf(revenue));
    if (rounded !== revenue) bases.push({ revenue: rounded, mistake: given });
  };
  for (const { percent, included, takenOff } of TAXES) {
    add((right * (100 + percent)) / 10_000, included);
    add(right / (100 + percent), takenOff);
  }
  return bases;
}

function refundBases({ right, orders }: RevenueFacts): Basis[] {
  if (!orders) {
    return right < 0
      ? [{ revenue: yuanOf(-right), mistake: mistake('refund-added', { amount: -right }) }]
      : [];
  }
  const refunds = orders.filter(({ cents }) => cents < 0);
  const sum = refunds.reduce((total, { cents }) => total - cents, 0);
  if (sum === 0) return [];
  const all: Basis[] = [
    { revenue: yuanOf(right + 2 * sum), mistake: mistake('refund-added', { amount: sum }) },
    { revenue: yuanOf(right + sum), mistake: mistake('refund-left-out', { amount: sum }) },
  ];
  if (refunds.length === 1) return all;
  return [
    ...all,
    ...refunds.flatMap(({ id, cents }): Basis[] => [
      {
        revenue: yuanOf(right - 2 * cents),
        mistake: mistake('refund-added', { amount: -cents, order: id }, 2 * refunds.length),
      },
      {
        revenue: yuanOf(right - cents),
        mistake: mistake('refund-left-out', { amount: -cents, order: id }, 2 * refunds.length),
      },
    ]),
  ];
}

function orderBases({ right, orders, nearby }: RevenueFacts): Basis[] {
  const own = (orders ?? []).filter(({ cents }) => cents > 0);
  const near = nearby.filter(({ cents }) => cents > 0);
  return [
    ...own.flatMap(({ id, cents }): Basis[] => [
      {
        revenue: yuanOf(right - cents),
        mistake: mistake('order-left-out', { order: id, amount: cents }, own.length),
      },
      {
        revenue: yuanOf(right + cents),
        mistake: mistake('order-twice', { order: id, amount: cents }, own.length),
      },
    ]),
    ...near.map(({ id, cents, month }): Basis => ({
      revenue: yuanOf(right + cents),
      mistake: mistake('order-of-other-month', { order: id, amount: cents, month }, near.length),
    })),
  ];
}

function otherRowBases({ right, orders, otherMonths }: RevenueFacts): Basis[] {
  const twice: Basis = { revenue: yuanOf(2 * right), mistake: mistake('revenue-twice') };
  return [
    // A single order counted twice says the same and says it better.
    ...(orders?.length === 1 ? [] : [twice]),
    ...otherMonths.map(({ month, cents }): Basis => ({
      revenue: yuanOf(cents),
      mistake: mistake('row-of-other-month', { month }, otherMonths.length),
    })),
  ];
}

/** What else the stated revenue can be, where the usual mistakes do not lead to it. */
function statedBases(facts: RevenueFacts, stated: Cents, found: readonly Basis[]): Basis[] {
  const revenue = yuanOf(stated);
  const basis = (given: Mistake): Basis => ({ revenue, mistake: given });
  if (found.some((known) => known.revenue === revenue)) return [];
  const person = facts.personWith(stated);
  if (person !== null) return [basis(mistake('row-of-other-person', { person }))];
  const gap = stated - facts.right;
  const order = gap > 0 ? facts.orderWith(gap) : null;
  if (order) {
    const { id, person: other } = order;
    return [basis(mistake('order-of-other-person', { order: id, person: other, amount: gap }))];
  }
  const pair = facts.orders && twoOrders(facts.orders, -gap);
  if (pair) return [basis(mistake('orders-left-out', { order: pair[0], otherOrder: pair[1], amount: -gap }))];
  const details = { stated, listed: facts.right, amount: Math.abs(gap) };
  return [basis(mistake(gap > 0 ? 'revenue-above-orders' : 'revenue-below-orders', details))];
}

/** The only two orders with this sum; null where there are none or several. */
function twoOrders(orders: readonly OrderLine[], sum: Cents): readonly [string, string] | null {
  if (sum <= 0 || orders.length > MOST_FOR_PAIRS) return null;
  let found: readonly [string, string] | null = null;
  for (let i = 0; i < orders.length; i++) {
    for (let j = i + 1; j < orders.length; j++) {
      const [a, b] = [orders[i], orders[j]];
      if (!a || !b || a.cents + b.cents !== sum) continue;
      if (found) return null;
      found = [a.id, b.id];
    }
  }
  return found;
}
