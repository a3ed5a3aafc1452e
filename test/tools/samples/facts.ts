import { Dice } from './book';

/** What happened in the fictional team, before anybody wrote it down badly. Names are indices into a language's lists. */
export interface OrderFact {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly customer: number;
  readonly person: number;
  readonly product: number;
  readonly quantity: number;
  /** Whole 元, most of them round. */
  readonly amount: number;
}

export const CUSTOMERS = 24;
export const PEOPLE = 5;
export const PRODUCTS = 6;
export const FIRST_YEAR = 2024;
/** January 2024 to April 2025. */
export const MONTHS = 16;

const UNIT_PRICES = [9800, 1280, 5600, 2200, 36, 3200];
/** More orders before the half-year's end and at the year's end, fewer around the spring festival. */
const SEASON = [9, 7, 10, 9, 10, 12, 9, 9, 10, 10, 11, 13, 10, 8, 11, 10];

/** Every customer has a keeper. */
export function keeperOf(customer: number): number {
  return [0, 1, 2, 3, 4, 0, 1, 2, 0, 3][customer % 10] ?? 0;
}

export function orderFacts(): OrderFact[] {
  const dice = new Dice(20240105);
  return SEASON.flatMap((count, index) => {
    const orders = Array.from({ length: count }, () => {
      // The first customers buy more often than the last ones.
      const customer = Math.floor(dice.next() ** 1.7 * CUSTOMERS);
      const product = Math.floor(dice.next() ** 1.3 * PRODUCTS);
      const quantity = product === 4 ? dice.whole(5, 40) * 10 : dice.whole(1, product === 1 ? 20 : 6);
      const growth = 1 + index * 0.014;
      const amount =
        Math.round(((UNIT_PRICES[product] ?? 0) * quantity * growth * (0.9 + 0.2 * dice.next())) / 100) * 100;
      return {
        year: FIRST_YEAR + Math.floor(index / 12),
        month: (index % 12) + 1,
        day: dice.whole(1, 28),
        customer,
        person: dice.next() < 0.9 ? keeperOf(customer) : dice.whole(0, PEOPLE - 1),
        product,
        quantity,
        amount: Math.max(amount, 200),
      };
    });
    return orders.sort((a, b) => a.day - b.day);
  });
}

export interface VisitFact {
  readonly day: number;
  readonly customer: number;
  readonly person: number;
  readonly purpose: number;
  /** null: settled on the spot. */
  readonly chased: { readonly owner: number; readonly done: boolean } | null;
}

export const PURPOSES = 5;

/** Visits of April 2025, two or three on most working days. */
export function visitFacts(): VisitFact[] {
  const dice = new Dice(415);
  const workdays = [1, 2, 3, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 28, 29];
  return workdays.flatMap((day) =>
    Array.from({ length: dice.whole(1, 3) }, () => {
      const customer = dice.whole(0, CUSTOMERS - 1);
      return {
        day,
        customer,
        person: keeperOf(customer),
        purpose: dice.whole(0, PURPOSES - 1),
        chased: dice.next() < 0.3 ? { owner: dice.whole(0, PEOPLE - 1), done: dice.next() < 0.6 } : null,
      };
    }),
  );
}

/** Revenue of 2024 in 元 by customer and month; some customers start in the course of the year. */
export function revenueFacts(): (number | null)[][] {
  const dice = new Dice(99);
  return Array.from({ length: 14 }, (_, customer) => {
    const level = 300000 / (1 + customer * 0.6);
    const start = customer > 10 ? dice.whole(2, 5) : 0;
    return Array.from({ length: 12 }, (_, month) =>
      month < start
        ? null
        : Math.round((level * (1 + month * 0.012) * (0.92 + 0.16 * dice.next())) / 100) * 100,
    );
  });
}

/** Tiers of monthly revenue: from, base pay, rate of the whole amount. */
export const TIERS = [
  { from: 0, base: 2500, rate: 0.1 },
  { from: 20000, base: 2500, rate: 0.15 },
  { from: 40000, base: 3000, rate: 0.2 },
  { from: 60000, base: 4000, rate: 0.25 },
] as const;
