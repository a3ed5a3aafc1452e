import { alignDecimals, decimalOf } from '../domain/money';
import type { ReadValue } from './types';

/** Exact sum of the numbers among values, as a double; null when there is none. */
export function exactSum(values: readonly ReadValue[]): number | null {
  const numbers = values.filter(
    (value): value is number => typeof value === 'number' && Number.isFinite(value),
  );
  if (numbers.length === 0) return null;
  // Whole numbers and 分 add up exactly in doubles while they stay small: no big integers needed.
  let cents = 0;
  let exact = true;
  for (const number of numbers) {
    const scaled = Math.round(number * 100);
    if (Math.abs(number * 100 - scaled) > 1e-6 || Math.abs(scaled) > 1e13) {
      exact = false;
      break;
    }
    cents += scaled;
    if (Math.abs(cents) > 9e15) {
      exact = false;
      break;
    }
  }
  if (exact) return cents / 100;
  const { units, scale } = alignDecimals(numbers.map(decimalOf));
  const total = units.reduce((sum, unit) => sum + unit, 0n);
  return Number(total) / 10 ** scale;
}

/** Whether a stated total is what its parts make, allowing for the rounding of what is shown. */
export function adds(stated: number, parts: number, count: number, step: number): boolean {
  const gap = Math.abs(stated - parts);
  return gap <= Math.max(step * 0.5 * (count + 1), Math.abs(stated) * 1e-9);
}
