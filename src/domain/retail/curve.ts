import { DaybookError } from '../errors';
import { alignDecimals, decimalOf } from '../money';

/** The sales curve of one retailer over equal periods, of volume or of amount. */
export interface Curve {
  /** S1, the highest period, and where it is (the first of equals, from 0). */
  readonly highest: number;
  readonly highestAt: number;
  /** S2, the mean. */
  readonly mean: number;
  /** S3, the lowest period. */
  readonly lowest: number;
  readonly lowestAt: number;
  /** S1 − S2 and S2 − S3: the larger, the less steady. */
  readonly aboveGap: number;
  readonly belowGap: number;
  /** Times the curve meets the line of its mean. */
  readonly crossings: number;
  /** Periods above and below the mean; those equal to it are neither. */
  readonly above: number;
  readonly below: number;
  /** Population coefficient of variation, a fraction; null for a mean of zero or less. */
  readonly variation: number | null;
}

export function curveOf(values: readonly number[]): Curve {
  if (values.length === 0) throw new DaybookError('no-values');
  const { sides, mean, above, below } = aroundMean(values);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const highestAt = values.reduce((best, value, i) => (value > (values[best] ?? 0) ? i : best), 0);
  const lowestAt = values.reduce((best, value, i) => (value < (values[best] ?? 0) ? i : best), 0);
  return {
    highest: values[highestAt] ?? 0,
    highestAt,
    mean,
    lowest: values[lowestAt] ?? 0,
    lowestAt,
    aboveGap: above(highestAt),
    belowGap: below(lowestAt),
    crossings: crossingsOf(sides),
    above: sides.filter((side) => side > 0).length,
    below: sides.filter((side) => side < 0).length,
    variation: mean > 0 ? Math.sqrt(variance) / mean : null,
  };
}

interface AroundMean {
  readonly mean: number;
  /** 1, 0 or -1: above, at, below the mean. */
  readonly sides: readonly number[];
  /** How far a period lies above the mean, or below it. */
  readonly above: (period: number) => number;
  readonly below: (period: number) => number;
}

/** By exact decimals: (0.1 + 0.1 + 0.1) ÷ 3 is not 0.1 in floats, and a flat curve would lie below its own mean. */
function aroundMean(values: readonly number[]): AroundMean {
  const { units, scale } = alignDecimals(values.map(decimalOf));
  const sum = units.reduce((total, value) => total + value, 0n);
  const count = BigInt(values.length);
  const gaps = units.map((value) => value * count - sum);
  const real = (gap: bigint): number => Number(gap) / (values.length * 10 ** scale);
  return {
    mean: real(sum),
    sides: gaps.map((gap) => (gap > 0n ? 1 : gap < 0n ? -1 : 0)),
    above: (period) => real(gaps[period] ?? 0n),
    below: (period) => real(-(gaps[period] ?? 0n)),
  };
}

/** A change of sides is one meeting, with or without periods exactly at the mean between; so is touching it. */
function crossingsOf(sides: readonly number[]): number {
  if (sides.every((side) => side === 0)) return 0;
  let met = 0;
  sides.forEach((side, i) => {
    const before = sides[i - 1];
    if (side === 0) met += before === 0 ? 0 : 1;
    else if (before !== undefined && before * side < 0) met++;
  });
  return met;
}

/**
 * 'promote-slack': mostly above the mean, promote in the slack season; 'find-cause': mostly below, find the cause and
 * promote longer; 'standard': about equal, standard service.
 */
export type Advice = 'promote-slack' | 'find-cause' | 'standard';

/** `tolerance`: how many periods more on one side still count as about equal. */
export function adviceOf({ above, below }: Pick<Curve, 'above' | 'below'>, tolerance: number): Advice {
  if (Math.abs(above - below) <= tolerance) return 'standard';
  return above > below ? 'promote-slack' : 'find-cause';
}

/** Where volume and amount do not peak together: how much of the difference comes from volume, how much from price and mix. */
export interface PeakDifference {
  readonly volumeAt: number;
  readonly amountAt: number;
  /** Amount of the amount's peak less the amount of the volume's peak; the two effects add up to it. */
  readonly amountGap: number;
  readonly volumeEffect: number;
  readonly mixEffect: number;
  /** Mean price at each peak; null where nothing was sold. */
  readonly priceAtVolumePeak: number | null;
  readonly priceAtAmountPeak: number | null;
}

/** Null where both peak in the same period. */
export function peakDifference(
  volumes: readonly number[],
  amounts: readonly number[],
): PeakDifference | null {
  const volumeAt = curveOf(volumes).highestAt;
  const amountAt = curveOf(amounts).highestAt;
  if (volumeAt === amountAt) return null;
  const at = (period: number) => ({ volume: volumes[period] ?? 0, amount: amounts[period] ?? 0 });
  const [most, dearest] = [at(volumeAt), at(amountAt)];
  const price = (of: typeof most) => (of.volume > 0 ? of.amount / of.volume : null);
  const amountGap = dearest.amount - most.amount;
  const volumeEffect = (dearest.volume - most.volume) * (price(most) ?? 0);
  return {
    volumeAt,
    amountAt,
    amountGap,
    volumeEffect,
    mixEffect: amountGap - volumeEffect,
    priceAtVolumePeak: price(most),
    priceAtAmountPeak: price(dearest),
  };
}
