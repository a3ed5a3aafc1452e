import type { PersonMonth } from '../commission/pay';
import type { Cents } from '../money';
import { compare, yuanRatio } from '../ratio';
import type { OrderLine, RevenueFacts } from './bases';
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
  readonly all: readonly ExpectedMonth[];
  private readonly byPerson = new Map<string, Map<number, ExpectedMonth>>();
  private readonly byMonth = new Map<number, MonthIndex>();

  constructor(
    all: Iterable<ExpectedMonth>,
    readonly keyOf: (person: string) => string,
  ) {
    this.all = [...all];
    for (const expected of this.all) {
      const key = keyOf(expected.person);
      const months = this.byPerson.get(key) ?? new Map<number, ExpectedMonth>();
      months.set(expected.month, expected);
      this.byPerson.set(key, months);
      const index = this.byMonth.get(expected.month) ?? new MonthIndex();
      index.add(expected);
      this.byMonth.set(expected.month, index);
    }
  }

  of(person: string, month: number): ExpectedMonth | null {
    return this.byPerson.get(this.keyOf(person))?.get(month) ?? null;
  }

  /** The months of the same person before and after, where they are known. */
  beside(expected: ExpectedMonth, months: readonly number[]): ExpectedMonth[] {
    const own = this.byPerson.get(this.keyOf(expected.person));
    return months.map((month) => own?.get(month)).filter((found) => found !== undefined);
  }

  personWithRevenue(than: ExpectedMonth, cents: Cents): ExpectedMonth | null {
    return this.byMonth.get(than.month)?.revenues.other(than, cents) ?? null;
  }

  personWithPay(than: ExpectedMonth, cents: Cents): ExpectedMonth | null {
    return this.byMonth.get(than.month)?.pays.other(than, cents) ?? null;
  }

  orderWith(than: ExpectedMonth, cents: Cents): OrderLine | null {
    const order = this.byMonth.get(than.month)?.orderWith(cents) ?? null;
    return order && this.keyOf(order.person) !== this.keyOf(than.person) ? order : null;
  }

  facts(expected: ExpectedMonth, stated: Cents | null, months: readonly number[]): RevenueFacts {
    const beside = this.beside(expected, months);
    return {
      right: expected.revenue,
      stated,
      orders: expected.orders,
      nearby: beside.flatMap(({ orders }) => orders ?? []),
      otherMonths: beside.map(({ month, revenue }) => ({ month, cents: revenue })),
      personWith: (cents) => this.personWithRevenue(expected, cents)?.person ?? null,
      orderWith: (cents) => this.orderWith(expected, cents),
    };
  }
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

/** Whether a revenue stands exactly where a tier begins. */
export function isAtBoundary(terms: Terms, revenue: Cents): boolean {
  const stands = yuanRatio(revenue);
  return terms.tiers.some(({ from }) => from.n !== 0n && compare(from, stands) === 0);
}
