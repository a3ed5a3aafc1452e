import type { ReadValue } from './types';

/** Four decimals are kept as whole units: exact for every sum of money that a double can hold. */
const UNITS = 10_000;

/** Sums of the first values of a column, so that the sum of any stretch of rows is one subtraction. */
export class RunningSums {
  private readonly sums: Float64Array;
  private readonly counts: Uint32Array;

  constructor(values: readonly ReadValue[]) {
    this.sums = new Float64Array(values.length + 1);
    this.counts = new Uint32Array(values.length + 1);
    let sum = 0;
    let count = 0;
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      if (typeof value === 'number') {
        sum += Math.round(value * UNITS);
        count += 1;
      }
      this.sums[index + 1] = sum;
      this.counts[index + 1] = count;
    }
  }

  /** The sum of values[from] to values[to - 1]; null where none of them is a number. */
  between(from: number, to: number): number | null {
    if ((this.counts[to] ?? 0) === (this.counts[from] ?? 0)) return null;
    return ((this.sums[to] ?? 0) - (this.sums[from] ?? 0)) / UNITS;
  }
}

/** Whether a stated total is what its parts make, allowing for the rounding of what is shown. */
export function adds(stated: number, parts: number, count: number, step: number): boolean {
  const gap = Math.abs(stated - parts);
  return gap <= Math.max(step * Math.min(0.5 * (count + 1), 3), Math.abs(stated) * 1e-9);
}
