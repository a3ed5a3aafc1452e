import { serialOf } from '../../../src/domain/dates';
import { Dice } from './book';
import { CUSTOMERS, keeperOf, orderFacts, PEOPLE, TIERS } from './facts';

/** What the team's smaller lists say: pay as submitted, orders on their way, faults, money owed, users to keep. */

export const PAY_YEAR = 2025;
export const PAY_MONTHS = 4;

/** Revenue of a month in whole 元 by person, from the orders as they were signed. */
export function revenueOf(month: number): number[] {
  const sums = Array.from({ length: PEOPLE }, () => 0);
  for (const order of orderFacts()) {
    if (order.year === PAY_YEAR && order.month === month)
      sums[order.person] = (sums[order.person] ?? 0) + order.amount;
  }
  return sums;
}

export interface PayFact {
  readonly month: number;
  readonly person: number;
  readonly revenue: number;
  readonly base: number;
  readonly rate: number;
  readonly commission: number;
}

function tierOf(revenue: number): (typeof TIERS)[number] {
  return TIERS.findLast(({ from }) => revenue >= from) ?? TIERS[0];
}

function marginal(revenue: number): number {
  return TIERS.reduce((sum, { from, rate }, index) => {
    const to = TIERS[index + 1]?.from ?? Infinity;
    return sum + Math.max(0, Math.min(revenue, to) - from) * rate;
  }, 0);
}

/** The slips that people make, by month and person. */
const SLIPS: Readonly<Record<string, (right: PayFact) => PayFact>> = {
  // The next tier's base and rate, 500 short of it.
  '2/1': (right) => ({ ...right, base: 4000, rate: 0.25, commission: right.revenue * 0.25 }),
  // Each slice at its own rate, although the plan pays the whole amount at one.
  '3/1': (right) => ({ ...right, commission: marginal(right.revenue) }),
  // Base pay forgotten.
  '3/3': (right) => ({ ...right, base: 0 }),
  // Rounded up to the next tier.
  '4/1': (right) => ({ ...right, revenue: 60000, base: 4000, rate: 0.25, commission: 15000 }),
};

export function payFacts(): PayFact[] {
  return Array.from({ length: PAY_MONTHS }, (_, index) => index + 1).flatMap((month) =>
    revenueOf(month).map((revenue, person) => {
      const { base, rate } = tierOf(revenue);
      const right: PayFact = {
        month,
        person,
        revenue,
        base,
        rate,
        commission: Math.round(revenue * rate * 100) / 100,
      };
      return SLIPS[`${month}/${person}`]?.(right) ?? right;
    }),
  );
}

/** An order on its way from proposal to installation: days after the first of March; null where a stage is still open. */
export interface ProgressFact {
  readonly customer: number;
  readonly person: number;
  readonly product: number;
  readonly amount: number;
  readonly stages: readonly [lead: number, ...later: (number | null)[]];
  /** Which of the papers are there. */
  readonly papers: number;
}

export const FIRST_OF_MARCH = serialOf(PAY_YEAR, 3, 1);

export function progressFacts(): ProgressFact[] {
  const dice = new Dice(77);
  return Array.from({ length: 18 }, (_, index) => {
    const customer = dice.whole(0, CUSTOMERS - 1);
    const reached = index < 9 ? 4 : dice.whole(0, 3);
    let day = Math.floor(index * 2.6);
    const stages = [
      day,
      ...Array.from({ length: 4 }, (__, stage) => {
        day += dice.whole(1, stage === 3 ? 12 : 5);
        return stage < reached ? day : null;
      }),
    ] as unknown as ProgressFact['stages'];
    return {
      customer,
      person: keeperOf(customer),
      product: dice.whole(0, 5),
      amount: dice.whole(6, 90) * 1000,
      stages,
      papers: reached >= 3 ? 6 : dice.whole(2, 6),
    };
  });
}

export interface FaultFact {
  /** Days after the first of April, with the time of day. */
  readonly reported: number;
  readonly customer: number;
  readonly engineer: number;
  readonly kind: number;
  /** Minutes after the report; null while it is open. */
  readonly answered: number;
  readonly solved: number | null;
}

export function faultFacts(): FaultFact[] {
  const dice = new Dice(112);
  return Array.from({ length: 16 }, (_, index) => ({
    reported: Math.floor(index * 1.8) + dice.whole(8 * 60, 20 * 60) / 1440,
    customer: dice.whole(0, CUSTOMERS - 1),
    engineer: dice.whole(0, 2),
    kind: dice.whole(0, 3),
    answered: dice.next() < 0.8 ? dice.whole(3, 28) : dice.whole(31, 75),
    solved: index === 15 ? null : dice.next() < 0.75 ? dice.whole(35, 118) : dice.whole(125, 420),
  }));
}

export interface DebtFact {
  readonly customer: number;
  readonly amount: number;
  readonly paid: number;
  /** Days before the end of April on which it was due. */
  readonly overdue: number;
}

export function debtFacts(): DebtFact[] {
  const dice = new Dice(640);
  return Array.from({ length: 14 }, () => {
    const amount = dice.whole(8, 160) * 500;
    return {
      customer: dice.whole(0, CUSTOMERS - 1),
      amount,
      paid: dice.next() < 0.3 ? 0 : Math.round((amount * dice.whole(1, 9)) / 10),
      overdue: dice.whole(-12, 130),
    };
  });
}

export interface UserFact {
  readonly arpu: number;
  readonly balance: number;
  /** Days after the end of April; negative where it is past, null where there is none. */
  readonly contractEnd: number | null;
  readonly subsidyEnd: number | null;
  /** Days before the end of April. */
  readonly lastUse: number;
  readonly owed: number;
  readonly customer: number;
}

export function userFacts(): UserFact[] {
  const dice = new Dice(2080);
  return Array.from({ length: 40 }, () => ({
    arpu: Math.round(dice.next() ** 1.6 * 26000) / 100,
    balance: dice.next() < 0.2 ? dice.whole(0, 20) : dice.whole(30, 600),
    contractEnd: dice.next() < 0.7 ? dice.whole(-40, 400) : null,
    subsidyEnd: dice.next() < 0.5 ? dice.whole(-20, 300) : null,
    lastUse: dice.next() < 0.15 ? dice.whole(31, 120) : dice.whole(0, 6),
    owed: dice.next() < 0.12 ? dice.whole(120, 900) : 0,
    customer: dice.whole(0, CUSTOMERS - 1),
  }));
}

export interface RetailFact {
  readonly retailer: number;
  readonly brand: number;
  /** Week of the sixteen from January 2025 on. */
  readonly week: number;
  readonly quantity: number;
}

export const RETAILERS = 12;
export const WEEKS = 16;
/** Wholesale price of a carton in 元, and its price tier from 1 (highest). */
export const BRANDS = [
  { price: 420, retail: 500, tier: 1 },
  { price: 212, retail: 240, tier: 2 },
  { price: 148, retail: 168, tier: 3 },
  { price: 84, retail: 95, tier: 4 },
  { price: 48, retail: 55, tier: 5 },
] as const;

/** Weekly orders of twelve shops; one shop stays away in the last week, another's order breaks in. */
export function retailFacts(): RetailFact[] {
  const dice = new Dice(36);
  return Array.from({ length: WEEKS }, (_, week) => week).flatMap((week) =>
    Array.from({ length: RETAILERS }, (_, retailer) => retailer).flatMap((retailer) => {
      if (week === WEEKS - 1 && retailer === 7) return [];
      const season = week === 3 ? 1.9 : week === 4 ? 0.4 : 1;
      const slump = week === WEEKS - 1 && retailer === 2 ? 0.3 : 1;
      return BRANDS.flatMap((_brand, brand) => {
        const quantity = Math.round(
          (2 + (retailer % 5) * 1.4) *
            [0.3, 0.7, 1, 1.2, 0.9][brand]! *
            season *
            slump *
            (0.6 + 0.8 * dice.next()),
        );
        return quantity > 0 ? [{ retailer, brand, week, quantity }] : [];
      });
    }),
  );
}
