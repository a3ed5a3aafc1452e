import { DaybookError } from '../errors';
import { roundedQuotient, safeCents, type Cents } from '../money';
import { compare, ratio, ratioCents, ratioOf, rounded, times } from '../ratio';

/** Parts of pay that stand by themselves. */

/**
 * 按天折算: a part of an amount for days of a period, half up to the 分.
 * @example prorated(300000, 10, 31) //=> 96774
 */
export function prorated(cents: Cents, active: number, total: number): Cents {
  if (total === 0) return 0;
  return rounded(times(ratio(BigInt(cents)), ratio(BigInt(active), BigInt(total))));
}

/**
 * 管理提成 in 元 of revenue: a rate of it, once the target is reached by what is held against it.
 * @example overridePay(150000, 0.01, 150000, 150000) //=> 150000
 */
export function overridePay(revenue: number, rate: number, target: number, measured: number): Cents {
  if (compare(ratioOf(measured), ratioOf(target)) < 0) return 0;
  return ratioCents(times(ratioOf(revenue), ratioOf(rate)));
}

/**
 * 追回: what a refund takes back of the commission of its sale, in proportion. Never positive.
 * @example clawedBack(4125, 75000, 75000) //=> -4125
 */
export function clawedBack(commission: Cents, sale: Cents, refund: Cents): Cents {
  if (sale <= 0) throw new DaybookError('clawback-sale', { sale: sale / 100 });
  if (refund > sale) throw new DaybookError('clawback-refund', { refund: refund / 100, sale: sale / 100 });
  return safeCents(-roundedQuotient(BigInt(commission) * BigInt(refund), BigInt(sale))) + 0;
}
