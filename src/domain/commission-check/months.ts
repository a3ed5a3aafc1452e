import type { PersonMonth } from '../commission/pay';
import { yuanOf, type Cents } from '../money';
import { compare, numberOf, ratioOf, type Ratio } from '../ratio';
import type { OrderLine, RevenueFacts } from './bases';
import { ByMonth } from './by-month';
import type { Reckoned } from './reasons';
import type { Alternative } from './recipes';
import type { Extra, Recipe, Rest, Terms } from './terms';

/** A person's month as the plan pays it. */
export interface ExpectedMonth {
  readonly person: string;
  /** Serial of the month's first day. */
  readonly month: number;
  /** What the commission is reckoned from, as listed. */
  readonly revenue: Cents;
  readonly reckoned: Reckoned;
  /** The amounts beside base pay and commission, summed by kind. */
  readonly parts: readonly Extra[];
  /** How the plan made it, amount by amount. */
  readonly paid: PersonMonth;
  /** The orders behind the revenue; null where no order list covers the month. */
  readonly orders: readonly OrderLine[] | null;
  /** How it follows from the revenue; null where it does not do so by tiers alone: then only simple slips are tried. */
  readonly working: () => Working | null;
}

export interface Working {
  readonly terms: Terms;
  /** The terms applied as they stand. */
  readonly right: Recipe;
  readonly rest: Rest;
  readonly alternatives: () => readonly Alternative[];
}

/** All expected months, to be found by person, by month and by what they come to. */
export class ExpectedMonths {
  private readonly byPerson = new ByMonth<ExpectedMonth>();
  private byMonth: ReadonlyMap<number, MonthIndex> | null = null;

  constructor(
    readonly all: readonly ExpectedMonth[],
    readonly keyOf: (person: string) => string,
  ) {
    for (const expected of all) this.byPerson.set(keyOf(expected.person), expected.month, expected);
  }

  of(person: string, month: number): ExpectedMonth | null {
    return this.byPerson.get(this.keyOf(person), month) ?? null;
  }

  /** The months of the same person before and after, where they are known. */
  beside(expected: ExpectedMonth, months: readonly number[]): ExpectedMonth[] {
    const key = this.keyOf(expected.person);
    return months.map((month) => this.byPerson.get(key, month)).filter((found) => found !== undefined);
  }

  /** Only wrong rows ask for it. */
  private indexOf({ month }: ExpectedMonth): MonthIndex | undefined {
    if (!this.byMonth) {
      const indexes = new Map<number, MonthIndex>();
      for (const expected of this.all) {
        let index = indexes.get(expected.month);
        if (!index) indexes.set(expected.month, (index = new MonthIndex()));
        index.add(expected);
      }
      this.byMonth = indexes;
    }
    return this.byMonth.get(month);
  }

  personWithRevenue(than: ExpectedMonth, cents: Cents): ExpectedMonth | null {
    return this.indexOf(than)?.revenues.other(than, cents) ?? null;
  }

  personWithPay(than: ExpectedMonth, cents: Cents): ExpectedMonth | null {
    return this.indexOf(than)?.pays.other(than, cents) ?? null;
  }

  orderWith(than: ExpectedMonth, cents: Cents): OrderLine | null {
    const order = this.indexOf(than)?.orderWith(cents) ?? null;
    return order && this.keyOf(order.person) !== this.keyOf(than.person) ? order : null;
  }

  /** `beside` are the same person's months before and after. */
  facts(expected: ExpectedMonth, stated: Cents | null, beside: readonly ExpectedMonth[]): RevenueFacts {
    return new Facts(this, expected, stated, beside);
  }
}

class Facts implements RevenueFacts {
  readonly right: Cents;
  readonly orders: readonly OrderLine[] | null;

  constructor(
    private readonly months: ExpectedMonths,
    private readonly expected: ExpectedMonth,
    readonly stated: Cents | null,
    private readonly beside: readonly ExpectedMonth[],
  ) {
    this.right = expected.revenue;
    this.orders = expected.orders;
  }

  get nearby(): readonly OrderLine[] {
    return this.beside.flatMap(({ orders }) => orders ?? []);
  }

  get otherMonths(): RevenueFacts['otherMonths'] {
    return this.beside.map((other) => ({
      month: other.month,
      cents: other.revenue,
      sales: salesOf(other),
    }));
  }

  personWith(cents: Cents): ReturnType<RevenueFacts['personWith']> {
    const other = this.months.personWithRevenue(this.expected, cents);
    return other && { person: other.person, sales: salesOf(other) };
  }

  orderWith(cents: Cents): OrderLine | null {
    return this.months.orderWith(this.expected, cents);
  }
}

/** In 元; a month without an order list is one sale. */
function salesOf({ orders, revenue }: ExpectedMonth): number[] {
  return (orders ?? [{ cents: revenue }]).map(({ cents }) => yuanOf(cents));
}

/** The months of one month by their figures; a figure that several have tells nobody apart. */
class MonthIndex {
  readonly revenues = new Figures();
  readonly pays = new Figures();
  private readonly months: ExpectedMonth[] = [];
  private orders: Map<Cents, OrderLine | null> | null = null;

  add(expected: ExpectedMonth): void {
    this.revenues.add(expected.revenue, expected);
    this.pays.add(expected.reckoned.pay, expected);
    this.months.push(expected);
  }

  orderWith(cents: Cents): OrderLine | null {
    if (!this.orders) {
      this.orders = new Map();
      for (const order of this.months.flatMap(({ orders }) => orders ?? [])) {
        this.orders.set(order.cents, this.orders.has(order.cents) ? null : order);
      }
    }
    return this.orders.get(cents) ?? null;
  }
}

class Figures {
  private readonly owners = new Map<Cents, ExpectedMonth[]>();

  add(cents: Cents, expected: ExpectedMonth): void {
    const owners = this.owners.get(cents);
    if (!owners) this.owners.set(cents, [expected]);
    else if (owners.length < 3) owners.push(expected);
  }

  /** The only other month with this figure. */
  other(than: ExpectedMonth, cents: Cents): ExpectedMonth | null {
    const others = (this.owners.get(cents) ?? []).filter((owner) => owner !== than);
    return others.length === 1 ? (others[0] ?? null) : null;
  }
}

/** Whether a revenue in 元 stands exactly where a tier begins. */
export function isAtBoundary({ tiers }: Terms, revenue: number): boolean {
  return tiers.some(
    ({ from }) => from.n !== 0n && Math.abs(numberOf(from) - revenue) < 0.01 && equals(from, revenue),
  );
}

function equals(from: Ratio, revenue: number): boolean {
  return compare(from, ratioOf(revenue)) === 0;
}
