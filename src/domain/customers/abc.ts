import { DaybookError } from '../errors';
import { decimalOf, powerOfTen, tooLarge, type Cents } from '../money';

/** ABC by value (20/80): the few customers that make most of the revenue, the next ones, and all others. */
export type AbcClass = 'A' | 'B' | 'C';

export interface AbcCuts {
  /** Share of the total that the A customers reach, e.g. 0.8. */
  readonly a: number;
  /** Share of the total that A and B customers reach together, e.g. 0.95. */
  readonly b: number;
}

export const ABC_CUTS: AbcCuts = { a: 0.8, b: 0.95 };

export interface AbcResult {
  /** Aligned with the amounts; null for all where the total is zero or negative. */
  readonly classes: readonly (AbcClass | null)[];
  /** What the customers with larger amounts make together, aligned with the amounts. */
  readonly before: readonly Cents[];
  readonly total: Cents;
}

/**
 * A customer is A while those with larger amounts together make less than the first cut, so the customer with whom the
 * cut is reached is still A and the A customers make at least that share; B likewise. Equal amounts get equal classes;
 * an amount of zero or less is always C. Exact: no share is rounded before it is compared.
 */
export function classifyAbc(cents: readonly Cents[], cuts: AbcCuts = ABC_CUTS): AbcResult {
  if (!(cuts.a > 0 && cuts.a <= cuts.b && cuts.b <= 1)) {
    throw new DaybookError('abc-cuts', { a: cuts.a, b: cuts.b });
  }
  const { before, total } = largerThanEach(cents);
  if (total <= 0) return { classes: cents.map(() => null), before, total };
  const [isA, isB] = [below(cuts.a, total), below(cuts.b, total)];
  const classes = cents.map((amount, index): AbcClass => {
    const larger = before[index] ?? 0;
    if (amount <= 0) return 'C';
    return isA(larger) ? 'A' : isB(larger) ? 'B' : 'C';
  });
  return { classes, before, total };
}

function largerThanEach(cents: readonly Cents[]): { before: Cents[]; total: Cents } {
  const order = Uint32Array.from(cents.keys()).sort((a, b) => (cents[b] as number) - (cents[a] as number));
  const before = new Array<Cents>(cents.length).fill(0);
  let sum = 0;
  let withoutSigns = 0;
  let level = NaN;
  let larger = 0;
  for (const index of order) {
    const amount = cents[index] as number;
    if (amount !== level) {
      level = amount;
      larger = sum;
    }
    before[index] = larger;
    sum += amount;
    withoutSigns += Math.abs(amount);
  }
  // While this is a safe integer, so are all sums above.
  if (!Number.isSafeInteger(withoutSigns)) throw tooLarge(withoutSigns);
  return { before, total: sum };
}

/** Whether part ÷ total < share, by whole numbers. */
function below(share: number, total: Cents): (part: Cents) => boolean {
  const { units, scale } = decimalOf(share);
  const limit = units * BigInt(total);
  const factor = powerOfTen(scale);
  // The largest whole part that is still below, so that a million comparisons are plain ones.
  const most = Number((limit - 1n) / factor);
  return (part) => part <= most;
}

export interface ConcentrationPoint {
  /** Share of the customers, the largest first. */
  readonly customers: number;
  /** Share of the total that they make. */
  readonly amount: number;
}

/** What the largest 1/steps, 2/steps, … of the customers make together; empty for a total of zero or less. */
export function concentration(cents: readonly Cents[], steps: number): ConcentrationPoint[] {
  const sorted = Float64Array.from(cents).sort().reverse();
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (total <= 0) return [];
  const points: ConcentrationPoint[] = [];
  let sum = 0;
  let next = 0;
  for (let step = 1; step <= steps; step++) {
    const count = topCount(sorted.length, step, steps);
    for (; next < count; next++) sum += sorted[next] as number;
    points.push({ customers: step / steps, amount: sum / total });
  }
  return points;
}

/** How many customers the first step/steps are, rounded up: the top 20% of 7 customers are 2. */
export function topCount(customers: number, step: number, steps: number): number {
  return Math.ceil((customers * step) / steps);
}
