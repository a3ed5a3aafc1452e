/** 档次: five price tiers by the price of one unit (a carton, 条). The bounds are a rule table that a person can change. */
export interface PriceTier {
  readonly name: string;
  /** The tier begins at this price. */
  readonly from: number;
}

/** Lower bounds in 元 a carton, without tax, of the five classes of the trade, the dearest first. */
export const PRICE_TIERS = [100, 70, 30, 16.5, 0] as const;

/** Index of a price's tier, the first whose lower bound it reaches; null where it reaches none. */
export function tierOf(price: number, from: readonly number[]): number | null {
  const index = from.findIndex((bound) => price >= bound);
  return index < 0 ? null : index;
}

/** 合理库存: what sells in that many weeks, from the mean of the weeks that count; rounded up to whole units. */
export function reasonableStock(soldPerWeek: number, weeks: number): number {
  // Against 2.4000000000000004.
  return Math.ceil(Math.round(soldPerWeek * weeks * 1e6) / 1e6);
}
