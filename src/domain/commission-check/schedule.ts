import type { Choice } from '../commission/types';
import { exactLines, safeLines, type ExactTier, type Lines } from '../commission/lines';
import { roundedQuotient, safeCents, wholeCents, type Cents } from '../money';
import { minus, numberOf, plus, ratioOf, ZERO, type Ratio } from '../ratio';

/**
 * A commission schedule that can be read wrongly on purpose: at another tier's line, or rounded by another rule.
 * Everything is exact until its one rounding.
 */

/** How an exact commission becomes whole 分; 'half-up' is the rule, the others are mistakes. */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up' | 'tenth' | 'yuan' | 'yuan-down';

export class Schedule {
  /** All revenue earns one rate. */
  readonly single: boolean;
  private readonly lines: Lines<bigint>;
  private readonly fast: Lines<number> | null;
  private readonly rough: readonly RoughLine[];

  constructor(
    readonly tiers: readonly ExactTier[],
    method: Choice<'method'>,
    private readonly boundary: Choice<'boundary'>,
  ) {
    this.single = method === 'whole' || tiers.length === 1;
    this.lines = exactLines(tiers, method);
    this.fast = safeLines(this.lines);
    const { tiers: lines, units, divisor } = this.lines;
    this.rough = lines.map(({ from, slope, constant }) => ({
      from: numberOf({ n: from, d: units }),
      slope: numberOf({ n: slope * units, d: divisor }),
      constant: numberOf({ n: constant, d: divisor }),
    }));
  }

  /** Index of the tier that a revenue in 元 reaches, −1 below the first; a refund reaches what the sale would. */
  tierOf(revenue: number): number {
    const cents = this.fast && wholeCents(Math.abs(revenue));
    if (this.fast && cents !== null) {
      const { tiers } = this.fast;
      let index = tiers.length - 1;
      while (index >= 0 && !this.reached((tiers[index]?.from ?? 0) - cents, index)) index--;
      return index;
    }
    const { n, d } = this.size(revenue);
    return this.lines.tiers.findLastIndex(({ from }, index) => {
      const distance = from * d - n;
      return this.reached(distance > 0n ? 1 : distance < 0n ? -1 : 0, index);
    });
  }

  /**
   * Roughly the commission in 分 and the tier reached, for leaving out quickly what can't be meant; null where only the
   * exact way tells the tier.
   */
  estimate(revenue: number, tier: number | null): Estimate | null {
    const size = Math.abs(revenue);
    let reached = tier ?? this.rough.length - 1;
    while (tier === null && reached >= 0) {
      const distance = size - (this.rough[reached]?.from ?? 0);
      if (Math.abs(distance) < 1e-6 * (1 + size)) return null;
      if (distance > 0) break;
      reached--;
    }
    const line = this.rough[reached];
    const amount = line ? line.slope * size + line.constant : 0;
    return { tier: reached, commission: revenue < 0 ? -amount : amount };
  }

  /** Whether a tier that begins so far above the revenue is reached. A tier from 0 always holds at 0. */
  private reached(distance: number, index: number): boolean {
    if (distance !== 0) return distance < 0;
    return this.boundary === 'inclusive' || this.lines.tiers[index]?.from === 0n;
  }

  /**
   * The commission on one tier's line; the right one is the line of `tierOf(revenue)`. None for −1. What is added in 分
   * is rounded with it.
   */
  commission(
    revenue: number,
    tier = this.tierOf(revenue),
    rounding: Rounding = 'half-up',
    added: Ratio | null = null,
  ): Cents {
    const quick = this.fast?.tiers[tier];
    const cents = quick && rounding === 'half-up' && !added ? wholeCents(Math.abs(revenue)) : null;
    if (this.fast && quick && cents !== null) {
      const amount = quick.slope * cents + quick.constant;
      const twice = 2 * this.fast.divisor;
      const doubled = 2 * Math.abs(amount) + this.fast.divisor;
      if (Number.isSafeInteger(doubled)) {
        const size = (doubled - (doubled % twice)) / twice;
        return amount < 0 === revenue < 0 || size === 0 ? size : -size;
      }
    }
    const exact = plus(this.exact(revenue, tier), added ?? ZERO);
    return safeCents(rounded(exact, rounding));
  }

  /** Sales of which each is held against the tiers by itself, one of them perhaps at another tier's line. */
  ofEach(sales: readonly number[], { other, rounding, added, byLine }: EachSale): Cents {
    let [lines, quick, rest, moved] = [0, 0, added ?? ZERO, other];
    for (const sale of sales) {
      const isMoved = moved !== null && moved.sale === sale;
      const tier = isMoved && moved ? moved.tier : this.tierOf(sale);
      if (isMoved) moved = null;
      const units = byLine ? null : this.safeUnits(sale, tier);
      if (byLine) lines += this.commission(sale, tier, rounding);
      else if (units !== null && Number.isSafeInteger(quick + units)) quick += units;
      else rest = plus(rest, this.exact(sale, tier));
    }
    if (byLine) return lines + safeCents(rounded(rest, 'half-up'));
    return safeCents(rounded(plus(rest, { n: BigInt(quick), d: this.lines.divisor }), rounding));
  }

  /** What revenue adds to the commission on a running total; the total at one tier's line. */
  added(before: number, held: number, tier: number, rounding: Rounding, added: Ratio | null): Cents {
    const step = minus(this.exact(held, tier), this.exact(before, this.tierOf(before)));
    return safeCents(rounded(plus(step, added ?? ZERO), rounding));
  }

  /** Roughly the commission on sales one by one; null where only the exact way tells a tier. */
  estimateEach(sales: readonly number[], other: EachSale['other']): number | null {
    let [sum, moved] = [0, other];
    for (const sale of sales) {
      const isMoved = moved !== null && moved.sale === sale;
      const rough = this.estimate(sale, isMoved && moved ? moved.tier : null);
      if (!rough) return null;
      if (isMoved) moved = null;
      sum += rough.commission;
    }
    return sum;
  }

  /** The exact commission in parts of a 分, so many as the divisor says; null where only the exact way is safe. */
  private safeUnits(revenue: number, tier: number): number | null {
    if (tier < 0) return 0;
    const line = this.fast?.tiers[tier];
    const cents = line ? wholeCents(Math.abs(revenue)) : null;
    if (!line || cents === null) return null;
    const units = line.slope * cents + line.constant;
    return Number.isSafeInteger(units) ? (revenue < 0 ? -units : units) : null;
  }

  private exact(revenue: number, tier: number): Ratio {
    const line = this.lines.tiers[tier];
    if (!line) return ZERO;
    const { n, d } = this.size(revenue);
    const amount = line.slope * n + line.constant * d;
    return { n: revenue < 0 ? -amount : amount, d: this.lines.divisor * d };
  }

  /** A revenue without its sign, in the lines' units. */
  private size(revenue: number): Ratio {
    const { n, d } = ratioOf(Math.abs(revenue));
    return { n: n * this.lines.units, d };
  }
}

/** How sales are taken that are held against the tiers one by one. */
export interface EachSale {
  /** A sale that is put on another tier's line. */
  readonly other: { readonly sale: number; readonly tier: number } | null;
  readonly rounding: Rounding;
  readonly added: Ratio | null;
  /** Each is rounded by itself. */
  readonly byLine: boolean;
}

export interface Estimate {
  readonly tier: number;
  readonly commission: number;
}

/** A tier's line in 元 of revenue, as floats. */
interface RoughLine {
  readonly from: number;
  readonly slope: number;
  readonly constant: number;
}

function rounded({ n: numerator, d: denominator }: Ratio, rounding: Rounding): bigint {
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const signed = (value: bigint): bigint => (negative ? -value : value);
  switch (rounding) {
    case 'half-up':
      return roundedQuotient(numerator, denominator);
    case 'half-even': {
      const down = size / denominator;
      const rest = 2n * (size % denominator);
      const up = rest > denominator || (rest === denominator && down % 2n === 1n);
      return signed(up ? down + 1n : down);
    }
    case 'down':
      return signed(size / denominator);
    case 'up':
      return signed((size + denominator - 1n) / denominator);
    case 'tenth':
      return 10n * roundedQuotient(numerator, 10n * denominator);
    case 'yuan':
      return 100n * roundedQuotient(numerator, 100n * denominator);
    case 'yuan-down':
      return signed(100n * (size / (100n * denominator)));
  }
}
