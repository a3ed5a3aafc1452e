import { roundedSafeQuotient, type Cents } from '../money';
import { compare, least, minus, ONE, over, plus, ratio, ratioOf, times, ZERO, type Ratio } from '../ratio';
import { reachedTier, tierParts, type TierPart } from './breakdown';
import { exactLines, safeLines, type ExactTier, type Lines } from './lines';
import { listedTiers, type Terms } from './people';
import type { Accelerator } from './types';

/** Commission over amounts as they are listed, in whole 分; answers are exact 分. Refunds beyond sales mirror sales. */

export interface Boost {
  readonly accelerator: Accelerator;
  readonly revenue: Ratio;
  readonly earned: Ratio;
}

interface Step {
  readonly accelerator: Accelerator;
  readonly from: Ratio;
  readonly to: Ratio | null;
  readonly rate: Ratio;
}

export class Schedule {
  /** Beginning at 分 as listed. */
  private readonly tiersInCents: readonly ExactTier[];
  private readonly lines: Lines<bigint>;
  /** Null where only the exact way is safe. */
  private readonly safe: Lines<number> | null;
  private readonly perCent: bigint;
  /** The least 分 that reach each tier. */
  private readonly starts: readonly Cents[];
  private readonly steps: readonly Step[];
  private readonly whole: boolean;

  constructor(terms: Terms, quota: Ratio | null) {
    const { boundary, accelerators, method } = terms.role;
    const tiers = listedTiers(terms, quota);
    this.tiersInCents = tiers.map((tier) => ({ ...tier, from: inCents(tier.from) }));
    // Tiers without steps may leave the method open: it makes no difference there.
    this.whole = method === 'whole';
    this.lines = exactLines(tiers, this.whole ? 'whole' : 'marginal');
    this.safe = accelerators.length === 0 ? safeLines(this.lines) : null;
    this.perCent = this.lines.units / 100n;
    this.starts = this.lines.tiers.map(({ from }) => {
      const [floor, rest] = [from / this.perCent, from % this.perCent];
      if (from === 0n) return 0;
      return Number(boundary === 'exclusive' || rest !== 0n ? floor + 1n : floor);
    });
    const sorted = quota ? [...accelerators].sort((a, b) => a.past - b.past) : [];
    const froms = sorted.map(({ past }) => inCents(over(times(ratioOf(past), quota ?? ONE), terms.factor)));
    this.steps = sorted.map((accelerator, index) => ({
      accelerator,
      from: froms[index] ?? ZERO,
      to: froms[index + 1] ?? null,
      rate:
        accelerator.effect === 'multiplied'
          ? minus(ratioOf(accelerator.rate), ONE)
          : times(ratioOf(accelerator.rate), terms.factor),
    }));
  }

  /** The tier that revenue reaches, null below the first. */
  reached(cents: Cents): number | null {
    const size = Math.abs(cents);
    for (let index = this.starts.length - 1; index >= 0; index--) {
      if (size >= (this.starts[index] ?? 0)) return index;
    }
    return null;
  }

  /** The tier whose base is paid: refunds beyond sales are no revenue. */
  baseTier(cents: Cents): number | null {
    return this.reached(Math.max(0, cents));
  }

  /** What revenue earns by the tiers. By whole amounts the rate is that of `total`, the revenue held against the tiers. */
  byTiers(cents: Cents, total: Cents = cents): Ratio {
    const line = this.lines.tiers[this.reached(this.whole ? total : cents) ?? -1];
    if (!line) return ZERO;
    const size = BigInt(Math.abs(cents)) * this.perCent;
    const earned = line.slope * size + line.constant;
    return { n: cents < 0 ? -earned : earned, d: this.lines.divisor };
  }

  /** What revenue earns by tiers and accelerators. */
  earned(cents: Cents, total: Cents = cents): Ratio {
    const earned = this.byTiers(cents, total);
    if (this.steps.length === 0) return earned;
    return this.boosts(cents, total).reduce((sum, boost) => plus(sum, boost.earned), earned);
  }

  /** The parts of what `byTiers` says, in 分. */
  slices(cents: Cents): TierPart<Ratio>[] {
    const amount = ratio(BigInt(cents));
    return tierParts(this.tiersInCents, this.whole ? 'whole' : 'marginal', amount, this.reached(cents));
  }

  /**
   * What revenue earns by the tiers, and its parts, each rounded by itself: in safe integers, as most revenue can be;
   * null where it can't, or where accelerators have a say.
   */
  quick(cents: Cents): { readonly earned: Cents; readonly parts: TierPart<Cents>[] } | null {
    if (!this.safe || cents < 0) return null;
    const { tiers, divisor } = this.safe;
    const reached = this.reached(cents) ?? -1;
    const top = tiers[reached];
    if (!top) return { earned: 0, parts: [] };
    const earned = top.slope * cents + top.constant;
    if (!Number.isSafeInteger(top.slope * cents) || !Number.isSafeInteger(earned)) return null;
    const parts: TierPart<Cents>[] = [];
    for (let tier = this.whole ? reached : 0; tier <= reached; tier++) {
      const [line, next] = [tiers[tier], tiers[tier + 1]];
      if (!line) continue;
      const end = this.whole || !next ? cents : Math.min(cents, next.from);
      const revenue = this.whole ? cents : end - line.from;
      parts.push({ tier, revenue, earned: roundedSafeQuotient(line.slope * revenue, divisor) });
    }
    return { earned: roundedSafeQuotient(earned, divisor), parts };
  }

  /** What accelerators add for revenue past parts of the quota; negative where they pay less than the tiers. */
  boosts(cents: Cents, total: Cents = cents): Boost[] {
    const size = ratio(BigInt(cents));
    return this.steps.flatMap(({ accelerator, from, to, rate }) => {
      if (compare(size, from) <= 0) return [];
      const top = to ? least(size, to) : size;
      const revenue = minus(top, from);
      const { effect } = accelerator;
      if (effect === 'extra') return [{ accelerator, revenue, earned: times(revenue, rate) }];
      const byTiers = this.whole
        ? times(revenue, this.tiersInCents[this.reached(total) ?? -1]?.rate ?? ZERO)
        : minus(this.marginalAt(top), this.marginalAt(from));
      const earned = effect === 'instead' ? minus(times(revenue, rate), byTiers) : times(rate, byTiers);
      return [{ accelerator, revenue, earned }];
    });
  }

  /** Marginal commission of revenue that may end within a 分. */
  private marginalAt(cents: Ratio): Ratio {
    const parts = tierParts(this.tiersInCents, 'marginal', cents, reachedTier(this.tiersInCents, cents));
    return parts.reduce((sum, { earned }) => plus(sum, earned), ZERO);
  }
}

function inCents(yuan: Ratio): Ratio {
  return { n: yuan.n * 100n, d: yuan.d };
}
