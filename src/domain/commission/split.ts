import { DaybookError } from '../errors';
import { alignDecimals, decimalOf, decimalText, powerOfTen, splitCents, type Cents } from '../money';

/** Thirds are written with 15 digits at most, so a total this close to 1 is 100%. */
const CLOSE = 9;

/** What the shares come to, as text: '1' for 100%. */
export function shareTotal(shares: readonly number[]): string {
  const { units, scale } = alignDecimals(shares.map(decimalOf));
  const total = units.reduce((sum, each) => sum + each, 0n);
  const off = total - powerOfTen(scale);
  const close = (off < 0n ? -off : off) * powerOfTen(CLOSE) <= powerOfTen(scale);
  return close ? '1' : decimalText({ units: total, scale });
}

/**
 * An amount divided by shares that make 100%, each part half up to the 分; the residual 分 goes to the largest share.
 * @example splitByShares(100, [0.5, 0.3, 0.2]) //=> [50, 30, 20]
 * @example splitByShares(10001, [0.5, 0.5]) //=> [5000, 5001]
 */
export function splitByShares(cents: Cents, shares: readonly number[]): Cents[] {
  const negative = shares.findIndex((share) => share < 0);
  if (negative >= 0) throw new DaybookError('share-negative', { position: negative + 1 });
  const total = shareTotal(shares);
  if (total !== '1') throw new DaybookError('shares-not-whole', { total: Number(total) });
  return splitCents(cents, shares);
}
