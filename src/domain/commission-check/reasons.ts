import type { Details } from '../errors';

/** How a submitted amount can have come about; src/locales has a sentence for each. */
export const REASON_CODES = [
  // The plan read wrongly.
  'boundary',
  'whole-for-marginal',
  'marginal-for-whole',
  'wrong-tier',
  'base-forgotten',
  'base-only',
  'base-of-other-tier',
  'other-version',
  'other-role',
  'part-forgotten',
  'days-ignored',
  'probation-ignored',
  'rounded-down',
  'rounded-up',
  'rounded-half-even',
  'rounded-to-tenth',
  'rounded-to-yuan',
  'cut-to-yuan',
  'rounded-per-order',
  'rounded-once',
  'sum-for-each',
  'each-for-sum',
  'total-ignored',
  // The revenue taken wrongly.
  'refund-added',
  'refund-left-out',
  'order-left-out',
  'orders-left-out',
  'order-twice',
  'revenue-twice',
  'order-of-other-month',
  'order-of-other-person',
  'tax-included',
  'tax-taken-off',
  'unit-too-large',
  'unit-too-small',
  'revenue-above-orders',
  'revenue-below-orders',
  // The row put down wrongly.
  'row-twice',
  'row-of-other-person',
  'row-of-other-month',
  'sign-turned',
  'digits-swapped',
  'point-moved',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** One mistake that somebody may have made, with the figures that its sentence speaks of (money in 分). */
export interface Mistake {
  readonly code: ReasonCode;
  readonly details: Details;
  /**
   * How unlikely it is, as −ln of a chance: to rank mistakes that come to the same 分. A family of many members (which
   * of thirty orders was left out?) shares one chance between them.
   */
  readonly cost: number;
}

/** What of a submitted row a way of reckoning foretells. */
export interface Reckoned {
  readonly base: number;
  readonly commission: number;
  readonly pay: number;
}

/**
 * The order in which mistakes are believed that come to the same 分, as −ln of their share among the mistakes of
 * commission sheets; a mistake that only few rows can have (revenue exactly at a boundary) goes before the usual ones.
 */
export const COST: Readonly<Record<ReasonCode, number>> = {
  boundary: 0.3,
  'marginal-for-whole': 1,
  'whole-for-marginal': 1,
  'base-forgotten': 1.1,
  'part-forgotten': 1.2,
  'days-ignored': 1.1,
  'probation-ignored': 1.1,
  'wrong-tier': 1.3,
  'rounded-half-even': 0.9,
  'rounded-per-order': 1.6,
  'rounded-once': 1.6,
  'sum-for-each': 1.1,
  'each-for-sum': 1.9,
  'total-ignored': 1.1,
  'rounded-down': 1.4,
  'rounded-up': 1.8,
  'rounded-to-yuan': 1.4,
  'cut-to-yuan': 1.6,
  'rounded-to-tenth': 2,
  'unit-too-large': 1.4,
  'unit-too-small': 1.4,
  'refund-added': 1.4,
  'refund-left-out': 1.5,
  'other-version': 1.6,
  'order-left-out': 1.6,
  'order-twice': 1.7,
  'tax-included': 1.5,
  'tax-taken-off': 1.5,
  'row-twice': 0.5,
  'revenue-twice': 1.9,
  'order-of-other-month': 2,
  'base-of-other-tier': 2,
  'base-only': 2,
  'other-role': 2.1,
  'row-of-other-person': 2.3,
  'row-of-other-month': 2.4,
  'order-of-other-person': 2.6,
  'orders-left-out': 3,
  'sign-turned': 2,
  'digits-swapped': 2.2,
  'point-moved': 2,
  'revenue-above-orders': 3.4,
  'revenue-below-orders': 3.4,
};

export function mistake(code: ReasonCode, details: Details = {}, members = 1): Mistake {
  return { code, details, cost: COST[code] + Math.log(Math.max(1, members)) / 2 };
}
