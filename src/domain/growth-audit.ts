import { stepOf } from './claims';
import { averageGrowth, changeRate } from './growth';

/**
 * Which method and which endpoints a stated rate of growth comes from. A rate in a deck says neither, so the readings
 * that people use, and the slips that they make, are all tried against the series.
 */

/**
 * 'total' from the first period to the last; the averages of src/domain/growth.ts; 'by-count' are the two averages
 * divided by the number of periods instead of the number of steps between them, a common slip.
 */
export const AUDIT_METHODS = [
  'total',
  'arithmetic',
  'compound',
  'mean',
  'arithmetic-by-count',
  'compound-by-count',
] as const;
export type AuditMethod = (typeof AUDIT_METHODS)[number];

/** 'rounding': not as computed, but possible for the unrounded figures behind the ones that are shown. */
export type AuditVerdict = 'exact' | 'rounding' | 'off';

export interface GrowthAudit {
  readonly method: AuditMethod;
  /** Places in the series, from 0. */
  readonly from: number;
  readonly to: number;
  readonly rate: number;
  /** Stated less computed, a fraction. */
  readonly difference: number;
  /** How far from the rate, on the stated one's side, the unrounded figures can be. */
  readonly room: number;
  readonly verdict: AuditVerdict;
}

export interface AuditOptions {
  /** Decimals that the stated rate shows as a percentage; 2 for 20.39%. */
  readonly decimals: number;
  /** The methods that the claim's own words leave open; all where they say nothing. */
  readonly methods?: readonly AuditMethod[];
}

/** Beyond this a rate that is hit by one of hundreds of readings is hit by chance. */
const MOST_ENDS = 4;

/** All readings of the series as a rate, those that make the stated one first, then by how near they come. */
export function auditGrowth(
  values: readonly number[],
  stated: number,
  { decimals, methods = AUDIT_METHODS }: AuditOptions,
): GrowthAudit[] {
  const half = 0.5 / 10 ** (decimals + 2);
  const shown = Number((stated * 100).toFixed(decimals));
  const step = stepOf(values);
  const found: GrowthAudit[] = [];
  for (const [from, to] of endpoints(values.length)) {
    for (const method of methods) {
      const rate = rateBy(method, values.slice(from, to + 1));
      if (rate === null || (method !== 'total' && to - from < 2)) continue;
      const exact = Number(percentText(rate, decimals)) === shown;
      const [least, most] = rangeBy(method, values.slice(from, to + 1), step) ?? [rate, rate];
      const room = half + (stated > rate ? most - rate : rate - least);
      const difference = stated - rate;
      const verdict = exact ? 'exact' : Math.abs(difference) <= room ? 'rounding' : 'off';
      found.push({ method, from, to, rate, difference, room, verdict });
    }
  }
  const order: Readonly<Record<AuditVerdict, number>> = { exact: 0, rounding: 1, off: 2 };
  const distance = (audit: GrowthAudit): number => (audit.verdict === 'off' ? Math.abs(audit.difference) : 0);
  // A stable sort: among readings that fit, the likelier endpoints and methods stay first.
  return found.sort((a, b) => order[a.verdict] - order[b.verdict] || distance(a) - distance(b));
}

/** A fraction as percent, half away from zero. @example percentText(0.203849, 2) //=> '20.38' */
export function percentText(rate: number, decimals: number): string {
  // Rounded in decimals: 1.005 percent is 1.01, whatever its double says.
  const scaled = Number((Math.abs(rate) * 100).toPrecision(15)) * 10 ** decimals;
  const rounded = Math.round(Number(scaled.toPrecision(14))) / 10 ** decimals;
  return (rate < 0 && rounded !== 0 ? -rounded : rounded).toFixed(decimals);
}

/** First to last, then one period short at either end (a deck made before December), the last step, the last year. */
function endpoints(count: number): [number, number][] {
  const last = count - 1;
  const pairs: [number, number][] = [[0, last]];
  if (last >= 2) pairs.push([0, last - 1], [1, last]);
  if (last >= 2) pairs.push([last - 1, last]);
  if (last > 12) pairs.push([last - 12, last]);
  for (let end = last - 2; end >= 1 && end >= last - MOST_ENDS; end--) pairs.push([0, end]);
  return pairs.filter(([from, to]) => from < to);
}

function rateBy(method: AuditMethod, values: readonly number[]): number | null {
  const total = changeRate(values.at(-1) ?? 0, values[0]);
  switch (method) {
    case 'total':
      return total;
    case 'arithmetic':
    case 'compound':
    case 'mean':
      return averageGrowth(values, method);
    case 'arithmetic-by-count':
      return total === null ? null : total / values.length;
    case 'compound-by-count':
      return total === null || total <= -1 ? null : (1 + total) ** (1 / values.length) - 1;
  }
}

/** What the rate can be when each value was rounded to its step; null where that says little. */
function rangeBy(method: AuditMethod, values: readonly number[], step: number): [number, number] | null {
  const [first = 0] = values;
  const last = values.at(-1) ?? 0;
  if (method === 'mean' || first <= step || last <= step) return null;
  const of = (from: number, to: number): number => rateBy(method, [from, ...values.slice(1, -1), to]) ?? 0;
  return [of(first + step / 2, last - step / 2), of(first - step / 2, last + step / 2)];
}
