import { keyOf, type IndexKey } from './criteria';
import type { Scalar } from './values';

interface Entry {
  readonly code: number;
  /** Ascending. */
  readonly rows: number[];
  /** How many of the rows hold the number as a text. */
  texts: number;
}

const NO_ROWS: readonly number[] = [];

/** No value has this code, blanks and errors have it. */
const NO_CODE = 0;

/** Where each value of a column stands; and for each row a number that is the same for equal values. */
export class KeyedRows {
  private readonly entries = new Map<IndexKey, Entry>();
  private held: Int32Array;

  constructor(values: readonly (Scalar | undefined)[]) {
    this.held = new Int32Array(values.length);
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? null;
      const key = keyOf(value);
      if (key === null) continue;
      const entry = this.entry(key);
      entry.rows.push(row);
      this.held[row] = entry.code;
      const number = numberOf(value);
      if (number === null) continue;
      const other = this.entry(number);
      other.rows.push(row);
      other.texts++;
    }
  }

  /** Ascending rows whose value equals the key, as criteria see it. */
  rows(key: IndexKey): readonly number[] {
    return this.entries.get(key)?.rows ?? NO_ROWS;
  }

  get codes(): Int32Array {
    return this.held;
  }

  /** The code of exactly those rows whose value equals the key; null when some hold the number as a text. */
  codeOf(key: IndexKey): number | null {
    const entry = this.entries.get(key);
    if (!entry) return -1;
    return entry.texts === 0 ? entry.code : null;
  }

  replace(row: number, before: Scalar, now: Scalar): void {
    this.takeOut(keyOf(before), row, 0);
    this.takeOut(numberOf(before), row, 1);
    const key = keyOf(now);
    this.putIn(numberOf(now), row, 1);
    if (row >= this.held.length) {
      if (key === null) return;
      const grown = new Int32Array(Math.ceil(row * 1.1) + 64);
      grown.set(this.held);
      this.held = grown;
    }
    this.held[row] = this.putIn(key, row, 0);
  }

  private entry(key: IndexKey): Entry {
    let entry = this.entries.get(key);
    if (!entry) {
      // Entries stay though they may become empty, so that every code is given once.
      entry = { code: this.entries.size + 1, rows: [], texts: 0 };
      this.entries.set(key, entry);
    }
    return entry;
  }

  private putIn(key: IndexKey | null, row: number, texts: number): number {
    if (key === null) return NO_CODE;
    const entry = this.entry(key);
    entry.rows.splice(lowerBound(entry.rows, row), 0, row);
    entry.texts += texts;
    return entry.code;
  }

  private takeOut(key: IndexKey | null, row: number, texts: number): void {
    const entry = key === null ? undefined : this.entries.get(key);
    if (!entry) return;
    entry.rows.splice(lowerBound(entry.rows, row), 1);
    entry.texts -= texts;
  }
}

/** A number typed as text equals the number too, as criteria see it. */
function numberOf(value: Scalar): number | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isNaN(number) ? null : number;
}

/** The first index in an ascending list whose entry is not below `from`. */
export function lowerBound(rows: ArrayLike<number>, from: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
