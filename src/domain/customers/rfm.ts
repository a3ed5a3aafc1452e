import { DaybookError } from '../errors';

/**
 * RFM: how lately, how often and for how much a customer bought, each scored 1 to 5 by visible limits. The limits of a
 * measure are four numbers, for the scores 5, 4, 3, 2; what reaches none of them scores 1.
 */
export type Limits = readonly [five: number, four: number, three: number, two: number];

/** Days since the last order: at most that many. Ascending. */
export const RECENCY_LIMITS: Limits = [30, 60, 90, 180];

export type Score = 1 | 2 | 3 | 4 | 5;

/** The fewer the better: 5 up to the first limit. @example scoreUpTo(45, [30, 60, 90, 180]) //=> 4 */
export function scoreUpTo(value: number, limits: Limits): Score {
  const reached = limits.findIndex((limit) => value <= limit);
  return reached < 0 ? 1 : ((5 - reached) as Score);
}

/** The more the better: 5 from the first limit on. @example scoreFrom(7, [12, 6, 3, 2]) //=> 4 */
export function scoreFrom(value: number, limits: Limits): Score {
  const reached = limits.findIndex((limit) => value >= limit);
  return reached < 0 ? 1 : ((5 - reached) as Score);
}

/** Limits that can't be told apart or run the wrong way would score by accident. */
export function checkLimits(limits: readonly number[], direction: 'ascending' | 'descending'): Limits {
  const sign = direction === 'ascending' ? 1 : -1;
  const ordered = limits.every((limit, i) => i === 0 || sign * (limit - (limits[i - 1] ?? 0)) > 0);
  if (limits.length !== 4 || !ordered) {
    throw new DaybookError('rfm-limits', { limits: limits.join(', '), direction });
  }
  return limits as unknown as Limits;
}

/**
 * Limits that part the values into five groups of about equal size, rounded to two digits so that they can be said;
 * where too few different values are there, further limits follow below the last one.
 */
export function quintileLimits(values: readonly number[]): Limits {
  const sorted = Float64Array.from(values.filter((value) => value > 0)).sort();
  const limits: number[] = [];
  for (const part of [0.8, 0.6, 0.4, 0.2]) {
    const quantile = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
    const above = limits.at(-1) ?? Infinity;
    const limit = twoDigits(quantile);
    limits.push(limit < above ? limit : above > 1 && Number.isInteger(above) ? above - 1 : above / 2);
  }
  return limits[0] === 0 ? [4, 3, 2, 1] : (limits as unknown as Limits);
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}

export const RFM_TYPES = [
  'champion',
  'growing',
  'keep',
  'win-back',
  'regular',
  'new',
  'fading',
  'lost',
] as const;
/**
 * The eight types by high and low: for customers of high value 'champion' (lately, often), 'growing' (lately, seldom),
 * 'keep' (not lately, often), 'win-back' (not lately, seldom); 'regular', 'new', 'fading', 'lost' for the others.
 */
export type RfmType = (typeof RFM_TYPES)[number];

/** `high` is the score from which a measure counts as high. */
export function rfmType(r: Score, f: Score, m: Score, high: number): RfmType {
  const index = (m >= high ? 0 : 4) + (r >= high ? 0 : 2) + (f >= high ? 0 : 1);
  return RFM_TYPES[index] ?? 'lost';
}
