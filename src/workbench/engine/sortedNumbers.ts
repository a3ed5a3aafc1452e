/** The numbers of a column in order, each with the row it stands in; equal ones by row. */
export class SortedNumbers {
  private values: Float64Array;
  private at: Int32Array;
  length: number;
  /** The numbers stand in order: the rows ascend with them. Where that ends it is not looked for again. */
  ascending: boolean;

  constructor(column: readonly unknown[]) {
    const rows: number[] = [];
    for (let row = 0; row < column.length; row++) if (typeof column[row] === 'number') rows.push(row);
    const of = (row: number): number => column[row] as number;
    this.ascending = rows.every((row, index) => index === 0 || of(row) >= of(rows[index - 1] ?? 0));
    if (!this.ascending) rows.sort((a, b) => of(a) - of(b) || a - b);
    this.length = rows.length;
    this.values = Float64Array.from(rows, of);
    this.at = Int32Array.from(rows);
  }

  add(value: number, row: number): void {
    const place = this.placeOf(value, row);
    if (this.length === this.values.length) this.grow();
    this.values.copyWithin(place + 1, place, this.length);
    this.at.copyWithin(place + 1, place, this.length);
    this.values[place] = value;
    this.at[place] = row;
    this.length++;
    const follows = place === 0 || this.rowAt(place - 1) < row;
    if (!follows || (place + 1 < this.length && this.rowAt(place + 1) < row)) this.ascending = false;
  }

  remove(value: number, row: number): void {
    const place = this.placeOf(value, row);
    if (this.values[place] !== value || this.at[place] !== row) return;
    this.values.copyWithin(place, place + 1, this.length);
    this.at.copyWithin(place, place + 1, this.length);
    this.length--;
  }

  get numbers(): Float64Array {
    return this.values.subarray(0, this.length);
  }

  /** The row of the number at a place in order. */
  rowAt(place: number): number {
    return this.at[place] ?? 0;
  }

  /** The rows of some numbers in order, ascending. */
  rowsBetween(from: number, to: number): Int32Array {
    return this.at.slice(from, to).sort();
  }

  /** The numbers that stand in a stretch of rows, in order. */
  within(row: number, rows: number): Float64Array {
    if (this.at.subarray(0, this.length).every((at) => at >= row && at < row + rows)) return this.numbers;
    const found = new Float64Array(this.length);
    let count = 0;
    for (let index = 0; index < this.length; index++) {
      const at = this.at[index] ?? 0;
      if (at >= row && at < row + rows) found[count++] = this.values[index] ?? 0;
    }
    return found.subarray(0, count);
  }

  /** Where a number with its row stands, or would. */
  private placeOf(value: number, row: number): number {
    let low = countBelow(this.numbers, value, false);
    let high = countBelow(this.numbers, value, true);
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.at[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private grow(): void {
    const room = Math.ceil(this.length * 1.1) + 64;
    const [values, at] = [new Float64Array(room), new Int32Array(room)];
    values.set(this.values);
    at.set(this.at);
    this.values = values;
    this.at = at;
  }
}

/** How many of ascending numbers are less than this one, or with `orEqual` not greater. */
export function countBelow(numbers: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = numbers[middle] ?? 0;
    if (there < value || (orEqual && there === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
