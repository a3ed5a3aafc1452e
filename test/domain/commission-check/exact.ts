/* Pay by tiers in fractions of whole numbers, written from the definitions: what the tests hold the checker against. */

export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export interface ExactTier {
  /** 分 */
  readonly from: number;
  /** Parts of ten thousand. */
  readonly rate: number;
  /** 分 */
  readonly base: number;
}

export function fraction(n: number | bigint, d: number | bigint = 1): Fraction {
  return { n: BigInt(n), d: BigInt(d) };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

export function less(a: Fraction, b: Fraction): boolean {
  return a.n * b.d < b.n * a.d;
}

export function equal(a: Fraction, b: Fraction): boolean {
  return a.n * b.d === b.n * a.d;
}

export function halfUp({ n, d }: Fraction): number {
  const size = n < 0n ? -n : n;
  const whole = size / d;
  const result = Number(2n * (size - whole * d) >= d ? whole + 1n : whole);
  return n < 0n ? 0 - result : result;
}

export function halfEven({ n, d }: Fraction): number {
  const whole = n / d;
  const rest = 2n * (n - whole * d);
  return Number(rest > d || (rest === d && whole % 2n === 1n) ? whole + 1n : whole);
}

export function cut({ n, d }: Fraction): number {
  return Number(n / d);
}

/** The last tier whose beginning the revenue has passed, or stands on where that counts. */
export function tierAt(tiers: readonly ExactTier[], inclusive: boolean, revenue: Fraction): number {
  let found = -1;
  tiers.forEach(({ from }, index) => {
    const begin = fraction(from);
    if (less(begin, revenue) || (equal(begin, revenue) && (inclusive || from === 0))) found = index;
  });
  return found;
}

export function rateOf({ rate }: ExactTier): Fraction {
  return fraction(rate, 10_000);
}

/** All of the revenue at one tier's rate. */
export function atRate(tier: ExactTier | undefined, revenue: Fraction): Fraction {
  return tier ? multiply(rateOf(tier), revenue) : fraction(0);
}

/** Each slice of the revenue at the rate of the tier that it lies in. */
export function inSlices(tiers: readonly ExactTier[], revenue: Fraction): Fraction {
  let sum = fraction(0);
  tiers.forEach((tier, index) => {
    const begin = fraction(tier.from);
    if (!less(begin, revenue)) return;
    const next = tiers[index + 1];
    const end = next && less(fraction(next.from), revenue) ? fraction(next.from) : revenue;
    sum = add(sum, multiply(rateOf(tier), add(end, multiply(fraction(-1), begin))));
  });
  return sum;
}
