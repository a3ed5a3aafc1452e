import { centsOf, roundedSafeQuotient, yuanOf, type Cents } from '../money';
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
  readonly otherMonths: readonly {
    readonly month: number;
    readonly cents: Cents;
    readonly sales: readonly number[];
  }[];
  /** Another person's revenue, or single order, of the same month that makes this sum; null where none or several do. */
  personWith(cents: Cents): { readonly person: string; readonly sales: readonly number[] } | null;
  orderWith(cents: Cents): OrderLine | null;
}

/** Rates of value-added tax in use, the commonest first. */
export const TAX_RATES = [0.06, 0.13, 0.09, 0.03, 0.01] as const;
/** The longest order list in which two orders that were left out together are looked for. */
const MOST_FOR_PAIRS = 200;

/** What a mistake makes of the sales behind the revenue, in 元. */
export type SalesChange = (sales: readonly number[]) => readonly number[];

/** Says which revenues are worth a mistake's details, and takes them. */
export interface BasisSeeker {
  wants(revenue: number, change: SalesChange): boolean;
  take(revenue: number, change: SalesChange, made: Mistake): void;
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
  const { made, change } = statedBasis(facts, stated);
  if (seeker.wants(yuanOf(stated), change)) seeker.take(yuanOf(stated), change, made);
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

  try(revenue: number, change: SalesChange, made: Mistake | (() => Mistake)): void {
    if (revenue === this.right) return;
    if (revenue === this.shown) this.stated = true;
    if (!this.seeker.wants(revenue, change)) return;
    this.seeker.take(revenue, change, typeof made === 'function' ? made() : made);
  }
}

const eachOf =
  (factor: (sale: number) => number): SalesChange =>
  (sales) =>
    sales.map(factor);
const and =
  (...more: readonly number[]): SalesChange =>
  (sales) => [...sales, ...more];
const onlyThese =
  (sales: readonly number[]): SalesChange =>
  () =>
    sales;
const turned: SalesChange = (sales) => sales.map(Math.abs);
const withoutRefunds: SalesChange = (sales) => sales.filter((sale) => sale >= 0);
const twice: SalesChange = (sales) => [...sales, ...sales];

/** Without the first of these amounts each. */
function without(...amounts: readonly number[]): SalesChange {
  return (sales) => {
    const left = [...sales];
    for (const amount of amounts) {
      const place = left.indexOf(amount);
      if (place >= 0) left.splice(place, 1);
    }
    return left;
  };
}

const UNITS = [
  { factor: 10_000, members: 1 },
  { factor: 1000, members: 4 },
].map(({ factor, members }) => ({
  factor,
  large: unit('unit-too-large', factor, members),
  small: unit('unit-too-small', factor, members),
  larger: eachOf((sale) => sale * factor),
  smaller: eachOf((sale) => sale / factor),
}));

function unit(code: 'unit-too-large' | 'unit-too-small', factor: number, members: number): Mistake {
  return mistake(code, { factor }, members);
}

function unitBases(right: Cents, found: Found): void {
  const yuan = yuanOf(right);
  for (const { factor, large, small, larger, smaller } of UNITS) {
    found.try(yuan * factor, larger, large);
    found.try(yuan / factor, smaller, small);
  }
}

const TAXES = TAX_RATES.map((rate, index) => {
  const gross = 100 + Math.round(rate * 100);
  return {
    gross,
    included: mistake('tax-included', { taxRate: rate }, index + 1),
    takenOff: mistake('tax-taken-off', { taxRate: rate }, index + 1),
    more: eachOf((sale) => (sale * gross) / 100),
    less: eachOf((sale) => (sale * 100) / gross),
    wholeMore: eachOf((sale) => yuanOf(roundedPart(centsOf(sale), gross, 100))),
    wholeLess: eachOf((sale) => yuanOf(roundedPart(centsOf(sale), 100, gross))),
  };
});

/** A sheet with a column of its own for the net amount reckons with whole 分, others with all of it. */
function taxBases(right: Cents, found: Found): void {
  for (const { gross, included, takenOff, more, less, wholeMore, wholeLess } of TAXES) {
    const exactMore = (right * gross) / 10_000;
    found.try(exactMore, more, included);
    const roundedMore = yuanOf(roundedPart(right, gross, 100));
    if (roundedMore !== exactMore) found.try(roundedMore, wholeMore, included);
    const exactLess = right / gross;
    found.try(exactLess, less, takenOff);
    const roundedLess = yuanOf(roundedPart(right, 100, gross));
    if (roundedLess !== exactLess) found.try(roundedLess, wholeLess, takenOff);
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
    if (right < 0) found.try(yuanOf(-right), turned, mistake('refund-added', { amount: -right }));
    return;
  }
  const refunds = orders.filter(({ cents }) => cents < 0);
  if (refunds.length === 0) return;
  const sum = refunds.reduce((total, { cents }) => total - cents, 0);
  found.try(yuanOf(right + 2 * sum), turned, mistake('refund-added', { amount: sum }));
  found.try(yuanOf(right + sum), withoutRefunds, mistake('refund-left-out', { amount: sum }));
  if (refunds.length === 1) return;
  for (const { id, cents } of refunds) {
    const details = { amount: -cents, order: id };
    const gone = without(yuanOf(cents));
    const added: SalesChange = (sales) => [...gone(sales), yuanOf(-cents)];
    const members = 2 * refunds.length;
    found.try(yuanOf(right - 2 * cents), added, () => mistake('refund-added', details, members));
    found.try(yuanOf(right - cents), gone, () => mistake('refund-left-out', details, members));
  }
}

function orderBases({ right, orders, nearby }: RevenueFacts, found: Found): void {
  const own = orders ? countSales(orders) : 0;
  for (const { id, cents } of orders ?? []) {
    if (cents <= 0) continue;
    const [sale, details] = [yuanOf(cents), { order: id, amount: cents }];
    found.try(yuanOf(right - cents), without(sale), () => mistake('order-left-out', details, own));
    found.try(yuanOf(right + cents), and(sale), () => mistake('order-twice', details, own));
  }
  const near = countSales(nearby);
  for (const { id, cents, month } of nearby) {
    if (cents <= 0) continue;
    const details = { order: id, amount: cents, month };
    found.try(yuanOf(right + cents), and(yuanOf(cents)), () =>
      mistake('order-of-other-month', details, near),
    );
  }
}

function countSales(orders: readonly OrderLine[]): number {
  return orders.reduce((count, { cents }) => (cents > 0 ? count + 1 : count), 0);
}

const TWICE = mistake('revenue-twice');

function otherRowBases({ right, orders, otherMonths }: RevenueFacts, found: Found): void {
  // A single order counted twice says the same and says it better.
  if (orders?.length !== 1) found.try(yuanOf(2 * right), twice, TWICE);
  for (const { month, cents, sales } of otherMonths) {
    const made = () => mistake('row-of-other-month', { month }, otherMonths.length);
    found.try(yuanOf(cents), onlyThese(sales), made);
  }
}

/** What else the stated revenue can be, where the usual mistakes do not lead to it. */
function statedBasis(
  facts: RevenueFacts,
  stated: Cents,
): { readonly made: Mistake; readonly change: SalesChange } {
  const other = facts.personWith(stated);
  if (other) {
    return { made: mistake('row-of-other-person', { person: other.person }), change: onlyThese(other.sales) };
  }
  const gap = stated - facts.right;
  const change = and(yuanOf(gap));
  const order = gap > 0 ? facts.orderWith(gap) : null;
  if (order) {
    const details = { order: order.id, person: order.person, amount: gap };
    return { made: mistake('order-of-other-person', details), change };
  }
  const pair = facts.orders && twoOrders(facts.orders, -gap);
  if (pair) {
    const details = { order: pair[0].id, otherOrder: pair[1].id, amount: -gap };
    const gone = without(yuanOf(pair[0].cents), yuanOf(pair[1].cents));
    return { made: mistake('orders-left-out', details), change: gone };
  }
  const details = { stated, listed: facts.right, amount: Math.abs(gap) };
  return { made: mistake(gap > 0 ? 'revenue-above-orders' : 'revenue-below-orders', details), change };
}

/** The only two orders with this sum; null where there are none or several. */
function twoOrders(orders: readonly OrderLine[], sum: Cents): readonly [OrderLine, OrderLine] | null {
  if (sum <= 0 || orders.length > MOST_FOR_PAIRS) return null;
  let found: readonly [OrderLine, OrderLine] | null = null;
  for (let i = 0; i < orders.length; i++) {
    for (let j = i + 1; j < orders.length; j++) {
      const [a, b] = [orders[i], orders[j]];
      if (!a || !b || a.cents + b.cents !== sum) continue;
      if (found) return null;
      found = [a, b];
    }
  }
  return found;
}
