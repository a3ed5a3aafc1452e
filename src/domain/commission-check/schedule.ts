import {
  alignDecimals,
  decimalOf,
  powerOfTen,
  roundedQuotient,
  safeCents,
  wholeCents,
  type Cents,
} from '../money';

/**
 * A commission schedule that can be read wrongly on purpose: at another tier's line, or rounded by another rule.
 * Everything is exact until its one rounding.
 */

export interface ScheduleTier {
  /** 元, ascending. */
  readonly from: number;
  readonly rate: number;
}

/** How an exact commission becomes whole 分; 'half-up' is the rule, the others are mistakes. */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up' | 'tenth' | 'yuan' | 'yuan-down';

/** Commission in 分 on a tier's line is (constant + slope × revenue in units) ÷ divisor. */
interface Line<Amount> {
  readonly from: Amount;
  readonly constant: Amount;
  readonly slope: Amount;
}

export class Schedule {
  private readonly lines: readonly Line<bigint>[];
  private readonly fast: readonly Line<number>[] | null;
  /** Revenue counts in units of 10^-scale 元. */
  private readonly scale: number;
  private readonly divisor: bigint;
  /** All revenue earns one rate. */
  readonly single: boolean;

  constructor(
    readonly tiers: readonly ScheduleTier[],
    method: 'whole' | 'marginal',
    private readonly boundary: 'inclusive' | 'exclusive',
  ) {
    this.single = method === 'whole' || tiers.length === 1;
    const froms = alignDecimals(tiers.map(({ from }) => decimalOf(from)));
    const rates = alignDecimals(tiers.map(({ rate }) => decimalOf(rate)));
    this.scale = Math.max(2, froms.scale);
    this.divisor = powerOfTen(this.scale + rates.scale - 2);
    let earned = 0n;
    this.lines = tiers.map((_, index): Line<bigint> => {
      const toUnits = powerOfTen(this.scale - froms.scale);
      const from = (froms.units[index] ?? 0n) * toUnits;
      const slope = rates.units[index] ?? 0n;
      const constant = method === 'whole' ? 0n : earned - slope * from;
      const next = froms.units[index + 1];
      if (next !== undefined) earned += slope * (next * toUnits - from);
      return { from, constant, slope };
    });
    this.fast = this.scale === 2 && Number(this.divisor) <= 1e6 ? this.lines.map(inNumbers) : null;
  }

  /** Index of the tier that a revenue in 元 reaches, −1 below the first; a refund reaches what the sale would. */
  tierOf(revenue: number): number {
    const cents = this.fast && wholeCents(Math.abs(revenue));
    if (this.fast && cents !== null) {
      let index = this.fast.length - 1;
      while (index >= 0 && !this.reached((this.fast[index]?.from ?? 0) - cents, index)) index--;
      return index;
    }
    const { units, finer } = this.inUnits(revenue);
    return this.lines.findLastIndex(({ from }, index) => {
      const distance = from * finer - units;
      return this.reached(distance > 0n ? 1 : distance < 0n ? -1 : 0, index);
    });
  }

  /** Whether a tier that begins so far above the revenue is reached. A tier from 0 always holds at 0. */
  private reached(distance: number, index: number): boolean {
    if (distance !== 0) return distance < 0;
    return this.boundary === 'inclusive' || this.lines[index]?.from === 0n;
  }

  /** The commission on one tier's line; the right one is the line of `tierOf(revenue)`. None for −1. */
  commission(revenue: number, tier = this.tierOf(revenue), rounding: Rounding = 'half-up'): Cents {
    const fast = this.fast?.[tier];
    const cents = fast && rounding === 'half-up' ? wholeCents(Math.abs(revenue)) : null;
    if (fast && cents !== null) {
      const product = fast.slope * cents + fast.constant;
      const doubled = 2 * Math.abs(product) + Number(this.divisor);
      if (Number.isSafeInteger(doubled)) {
        const twice = 2 * Number(this.divisor);
        const size = (doubled - (doubled % twice)) / twice;
        return product < 0 === revenue < 0 || size === 0 ? size : -size;
      }
    }
    const line = this.lines[tier];
    if (!line) return 0;
    const { units, finer } = this.inUnits(revenue);
    const amount = line.slope * units + line.constant * finer;
    return safeCents(rounded(revenue < 0 ? -amount : amount, this.divisor * finer, rounding));
  }

  /** The size of a revenue, and how much finer its units are than the schedule's. */
  private inUnits(revenue: number): { readonly units: bigint; readonly finer: bigint } {
    const decimal = decimalOf(Math.abs(revenue));
    return {
      units: decimal.units * powerOfTen(Math.max(0, this.scale - decimal.scale)),
      finer: powerOfTen(Math.max(0, decimal.scale - this.scale)),
    };
  }
}

function inNumbers({ from, constant, slope }: Line<bigint>): Line<number> {
  return { from: Number(from), constant: Number(constant), slope: Number(slope) };
}

/** numerator ÷ denominator (positive) in 分. */
function rounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
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
