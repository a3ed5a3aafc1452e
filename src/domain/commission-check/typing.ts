import type { Cents } from '../money';
import { mistake, type Mistake } from './reasons';

/** Slips of the hand between an amount and the one that was put down for it; none where a slip changes nothing. */
export function typingSlips(right: Cents, submitted: Cents): Mistake[] {
  if (right === submitted || right === 0) return [];
  const slips: Mistake[] = [];
  if (submitted === -right) slips.push(mistake('sign-turned'));
  const factor = pointFactor(right, submitted);
  if (factor !== null) slips.push(mistake('point-moved', { factor }));
  if (digitsSwapped(right, submitted))
    slips.push(mistake('digits-swapped', { rightAmount: right, submitted }));
  return slips;
}

/** 10, 100, … where the submitted amount is that many times the right one; 0.1, 0.01 … where it is that part. */
function pointFactor(right: Cents, submitted: Cents): number | null {
  for (const factor of [10, 100, 1000, 10_000]) {
    if (submitted === right * factor) return factor;
    if (submitted !== 0 && submitted * factor === right) return 1 / factor;
  }
  return null;
}

/** 4,521.00 for 4,251.00: two neighbours among the digits have changed places. */
function digitsSwapped(right: Cents, submitted: Cents): boolean {
  // The sum of the digits stays as it is, so the difference is a multiple of nine.
  if ((right - submitted) % 9 !== 0) return false;
  const a = String(right);
  const b = String(submitted);
  if (a.length !== b.length || a === b) return false;
  const first = [...a].findIndex((digit, index) => digit !== b[index]);
  const swapped = a.slice(0, first) + (a[first + 1] ?? '') + (a[first] ?? '') + a.slice(first + 2);
  return swapped === b;
}
