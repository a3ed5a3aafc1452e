import { roundedSafeQuotient, yuanOf, type Cents } from '../money';
import { ratio, roundedTimes } from '../ratio';
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
  personWith(cents: Cents): string | null;
  orderWith(cents: Cents): OrderLine | null;
}

/** Rates of value-added tax in use, the commonest first. */
export const TAX_RATES = [0.06, 0.13, 0.09, 0.03, 0.01] as const;
/** The longest order list in which two orders that were left out together are looked for. */
const MOST_FOR_PAIRS = 200;

/** Says which revenues are worth a mistake's details, and takes them. */
export interface BasisSeeker {
  wants(revenue: number): boolean;
  take(revenue: number, made: Mistake): void;
}

/** The revenues that the likely mistakes lead to, for trying each of them; none equals the right one. */
export function seekBases(facts: RevenueFacts, seeker: BasisSeeker): void {
  const found = new Found(facts, seeker);
  unitBases(facts.right, found);
  taxBases(facts.right, found);
  refundBases(facts, found);
  orderBases(facts, found);
  otherRowBases(facts, found);
  const { stated } = facts;
  if (stated === null || stated === facts.right || found.stated) return;
  if (seeker.wants(yuanOf(stated))) seeker.take(yuanOf(stated), statedBasis(facts, stated));
}

/** Leaves out the right revenue, and notices where a mistake leads to the stated one. */
class Found {
  stated = false;
  private readonly right: number;
  private readonly shown: number | null;

  constructor(
    facts: RevenueFacts,
    private readonly seeker: BasisSeeker,
  ) {
    this.right = yuanOf(facts.right);
    this.shown = facts.stated === null ? null : yuanOf(facts.stated);
  }

  wants(revenue: number): boolean {
    if (revenue === this.right) return false;
    if (revenue === this.shown) this.stated = true;
    return this.seeker.wants(revenue);
  }

  take(revenue: number, made: Mistake): void {
    this.seeker.take(revenue, made);
  }

  /** A mistake without details of its own. */
  try(revenue: number, made: Mistake): void {
    if (this.wants(revenue)) this.take(revenue, made);
  }
}

const UNITS = [
  { factor: 10_000, large: unit('unit-too-large', 10_000, 1), small: unit('unit-too-small', 10_000, 1) },
  { factor: 1000, large: unit('unit-too-large', 1000, 4), small: unit('unit-too-small', 1000, 4) },
];

function unit(code: 'unit-too-large' | 'unit-too-small', factor: number, members: number): Mistake {
  return mistake(code, { factor }, members);
}

function unitBases(right: Cents, found: Found): void {
  const yuan = yuanOf(right);
  for (const { factor, large, small } of UNITS) {
    found.try(yuan * factor, large);
    found.try(yuan / factor, small);
  }
}

const TAXES = TAX_RATES.map((rate, index) => ({
  percent: Math.round(rate * 100),
  included: mistake('tax-included', { taxRate: rate }, index + 1),
  takenOff: mistake('tax-taken-off', { taxRate: rate }, index + 1),
}));

/** A sheet with a column of its own for the net amount reckons with whole 分, others with all of it. */
function taxBases(right: Cents, found: Found): void {
  for (const { percent, included, takenOff } of TAXES) {
    const gross = 100 + percent;
    const [more, less] = [(right * gross) / 10_000, right / gross];
    found.try(more, included);
    const wholeMore = yuanOf(roundedPart(right, gross, 100));
    if (wholeMore !== more) found.try(wholeMore, included);
    found.try(less, takenOff);
    const wholeLess = yuanOf(roundedPart(right, 100, gross));
    if (wholeLess !== less) found.try(wholeLess, takenOff);
  }
}

function roundedPart(cents: Cents, n: number, d: number): Cents {
  const product = cents * n;
  return Number.isSafeInteger(product)
    ? roundedSafeQuotient(product, d)
    : roundedTimes(cents, ratio(BigInt(n), BigInt(d)));
}

function refundBases({ right, orders }: RevenueFacts, found: Found): void {
  if (!orders) {
    if (right < 0) found.try(yuanOf(-right), mistake('refund-added', { amount: -right }));
    return;
  }
  const refunds = orders.filter(({ cents }) => cents < 0);
  if (refunds.length === 0) return;
  const sum = refunds.reduce((total, { cents }) => total - cents, 0);
  found.try(yuanOf(right + 2 * sum), mistake('refund-added', { amount: sum }));
  found.try(yuanOf(right + sum), mistake('refund-left-out', { amount: sum }));
  if (refunds.length === 1) return;
  for (const { id, cents } of refunds) {
    const details = { amount: -cents, order: id };
    found.try(yuanOf(right - 2 * cents), mistake('refund-added', details, 2 * refunds.length));
    found.try(yuanOf(right - cents), mistake('refund-left-out', details, 2 * refunds.length));
  }
}

function orderBases({ right, orders, nearby }: RevenueFacts, found: Found): void {
  const sales = orders ? countSales(orders) : 0;
  for (const { id, cents } of orders ?? []) {
    if (cents <= 0) continue;
    const [without, twice] = [yuanOf(right - cents), yuanOf(right + cents)];
    if (found.wants(without)) {
      found.take(without, mistake('order-left-out', { order: id, amount: cents }, sales));
    }
    if (found.wants(twice)) found.take(twice, mistake('order-twice', { order: id, amount: cents }, sales));
  }
  const near = countSales(nearby);
  for (const { id, cents, month } of nearby) {
    const revenue = yuanOf(right + cents);
    if (cents <= 0 || !found.wants(revenue)) continue;
    found.take(revenue, mistake('order-of-other-month', { order: id, amount: cents, month }, near));
  }
}

function countSales(orders: readonly OrderLine[]): number {
  return orders.reduce((count, { cents }) => (cents > 0 ? count + 1 : count), 0);
}

const TWICE = mistake('revenue-twice');

function otherRowBases({ right, orders, otherMonths }: RevenueFacts, found: Found): void {
  // A single order counted twice says the same and says it better.
  if (orders?.length !== 1) found.try(yuanOf(2 * right), TWICE);
  for (const { month, cents } of otherMonths) {
    const revenue = yuanOf(cents);
    if (found.wants(revenue)) {
      found.take(revenue, mistake('row-of-other-month', { month }, otherMonths.length));
    }
  }
}

/** What else the stated revenue can be, where the usual mistakes do not lead to it. */
function statedBasis(facts: RevenueFacts, stated: Cents): Mistake {
  const person = facts.personWith(stated);
  if (person !== null) return mistake('row-of-other-person', { person });
  const gap = stated - facts.right;
  const order = gap > 0 ? facts.orderWith(gap) : null;
  if (order) return mistake('order-of-other-person', { order: order.id, person: order.person, amount: gap });
  const pair = facts.orders && twoOrders(facts.orders, -gap);
  if (pair) return mistake('orders-left-out', { order: pair[0], otherOrder: pair[1], amount: -gap });
  const details = { stated, listed: facts.right, amount: Math.abs(gap) };
  return mistake(gap > 0 ? 'revenue-above-orders' : 'revenue-below-orders', details);
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
