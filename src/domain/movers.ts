import { alignDecimals, decimalOf, roundedQuotient, safeCents, type Cents } from './money';

/**
 * Why an amount changed from one period to another, item by item. The parts of every item add up to its change to the
 * 分, so those of all items add up to the whole change.
 */

export interface Moved {
  readonly cents: Cents;
  /** Null where no quantity is known. */
  readonly quantity: number | null;
}

export interface Mover {
  readonly before: Moved;
  readonly now: Moved;
}

export interface Movement {
  readonly change: Cents;
  /** The item had grown as all comparable items together did, at its old price. */
  readonly volume: Cents;
  /** It sold more, or less, than that: its place in the mix changed; at its old price. */
  readonly mix: Cents;
  /** It sold at another price. */
  readonly price: Cents;
  /** New, gone, or without a quantity: no price to compare. */
  readonly other: Cents;
}

/**
 * Volume, mix and price of each item. Comparable are items with a positive quantity in both periods: V and v are their
 * quantities before, all together and of the item, W and w the present ones, a its amount before; then
 * volume = a·(W−V)/V, mix = a·(w/v − W/V), price = the rest. Volume and mix are rounded half up, the price takes what
 * rounding leaves.
 */
export function movements(items: readonly Mover[]): Movement[] {
  const comparable = items.map(isComparable);
  const quantities = items.map(({ before, now }) => [before.quantity ?? 0, now.quantity ?? 0] as const);
  const exact = alignDecimals(quantities.flat().map(decimalOf)).units;
  let allBefore = 0n;
  let allNow = 0n;
  items.forEach((_, index) => {
    if (!comparable[index]) return;
    allBefore += exact[2 * index] ?? 0n;
    allNow += exact[2 * index + 1] ?? 0n;
  });
  return items.map(({ before, now }, index) => {
    const change = now.cents - before.cents;
    if (!comparable[index]) return { change, volume: 0, mix: 0, price: 0, other: change };
    const own = exact[2 * index] ?? 1n;
    const ownNow = exact[2 * index + 1] ?? 0n;
    const amount = BigInt(before.cents);
    const volume = safeCents(roundedQuotient(amount * (allNow - allBefore), allBefore));
    const mix = safeCents(roundedQuotient(amount * (ownNow * allBefore - allNow * own), own * allBefore));
    return { change, volume, mix, price: change - volume - mix, other: 0 };
  });
}

function isComparable({ before, now }: Mover): boolean {
  return (before.quantity ?? 0) > 0 && (now.quantity ?? 0) > 0;
}

export function addMovements(all: readonly Movement[]): Movement {
  const total = { change: 0, volume: 0, mix: 0, price: 0, other: 0 };
  for (const each of all) {
    total.change += each.change;
    total.volume += each.volume;
    total.mix += each.mix;
    total.price += each.price;
    total.other += each.other;
  }
  return total;
}

/**
 * 贡献度: what each part adds to the growth of the whole, as a fraction of the whole before; they add up to its growth.
 * Null for a whole of zero or less.
 * @example contributions([100, 100], [130, 90]) //=> [0.15, -0.05]
 */
export function contributions(before: readonly number[], now: readonly number[]): (number | null)[] {
  const whole = before.reduce((sum, value) => sum + value, 0);
  return before.map((value, index) => (whole > 0 ? ((now[index] ?? 0) - value) / whole : null));
}
