import { DaybookError } from './errors';
import { alignDecimals, decimalOf, powerOfTen } from './money';

/**
 * 指标分解: a target by weights (last year's figures, shares), in whole steps of 10^-decimals, adding up exactly. Each
 * part is rounded down; what that leaves goes, one step each, to the largest remainders (the first of equals).
 * @example splitTarget(100, [1, 1, 1], 0) //=> [34, 33, 33]
 * @example splitTarget(1000, [2286, 3021], 2) //=> [430.75, 569.25]
 */
export function splitTarget(target: number, weights: readonly number[], decimals: number): number[] {
  const exact = alignDecimals(weights.map(decimalOf)).units;
  exact.forEach((weight, index) => {
    if (weight < 0n) throw new DaybookError('split-weight-negative', { position: index + 1 });
  });
  const whole = exact.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) throw new DaybookError('split-weights-zero');
  const steps = stepsOf(target, decimals);
  const sign = steps < 0n ? -1n : 1n;
  const parts = exact.map((weight) => {
    const product = steps * sign * weight;
    return { steps: product / whole, remainder: product % whole };
  });
  let left = Number(steps * sign - parts.reduce((sum, part) => sum + part.steps, 0n));
  const order = parts
    .map((_, index) => index)
    .sort((a, b) => compare(parts[b]?.remainder ?? 0n, parts[a]?.remainder ?? 0n) || a - b);
  const more = new Set<number>();
  for (const index of order) if (left-- > 0) more.add(index);
  const unit = 10 ** decimals;
  return parts.map((part, index) => Number(sign * (part.steps + (more.has(index) ? 1n : 0n))) / unit + 0);
}

/** A target that is not whole in these steps can't be split into them without a rest. */
function stepsOf(target: number, decimals: number): bigint {
  const { units, scale } = decimalOf(target);
  const lifted = units * powerOfTen(decimals);
  const divisor = powerOfTen(scale);
  if (lifted % divisor !== 0n) throw new DaybookError('split-target-finer', { target, decimals });
  return lifted / divisor;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
