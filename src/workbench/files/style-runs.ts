/**
 * Gathers cells of one style into rectangles: runs along a row, joined with an equal run right above. A styled column
 * of 50,000 rows becomes one rectangle.
 */
export class StyleRuns {
  private readonly areas: number[] = [];
  /** Runs of the row above that may still grow, by first column: index into areas. */
  private above = new Map<number, number>();
  private current = new Map<number, number>();
  private row = -1;
  private first = -1;
  private last = -1;
  private style = 0;

  /** Cells come row by row, left to right. */
  add(row: number, column: number, style: number): void {
    if (row === this.row && style === this.style && column === this.last + 1) {
      this.last = column;
      return;
    }
    this.close();
    if (row !== this.row) {
      this.above = row === this.row + 1 ? this.current : new Map<number, number>();
      this.current = new Map();
      this.row = row;
    }
    this.first = column;
    this.last = column;
    this.style = style;
  }

  private close(): void {
    if (this.first < 0 || this.style === 0) return;
    const columns = this.last - this.first + 1;
    const index = this.above.get(this.first);
    if (index !== undefined && this.areas[index + 3] === columns && this.areas[index + 4] === this.style) {
      this.areas[index + 2] = (this.areas[index + 2] ?? 0) + 1;
      this.current.set(this.first, index);
    } else {
      this.current.set(this.first, this.areas.length);
      this.areas.push(this.row, this.first, 1, columns, this.style);
    }
    this.first = -1;
  }

  finish(): Int32Array {
    this.close();
    return Int32Array.from(this.areas);
  }
}
