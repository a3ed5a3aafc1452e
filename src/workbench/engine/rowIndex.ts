import { MAX_ROWS } from '../model/address';

/**
 * Finds the stretches of rows that hold a given row. Each stretch is filed under the few power-of-two blocks it is
 * made of (a segment tree), so filing and finding take some twenty steps however long the stretches are.
 */
export class RowIndex<T extends { readonly area: { readonly row: number; readonly rows: number } }> {
  private readonly blocks = new Map<number, Set<T>>();

  add(item: T): void {
    for (const block of blocksOf(item)) {
      const items = this.blocks.get(block);
      if (items) items.add(item);
      else this.blocks.set(block, new Set([item]));
    }
  }

  remove(item: T): void {
    for (const block of blocksOf(item)) {
      const items = this.blocks.get(block);
      items?.delete(item);
      if (items?.size === 0) this.blocks.delete(block);
    }
  }

  /** Calls `visit` once for every stretch that holds the row. */
  at(row: number, visit: (item: T) => void): void {
    for (let block = row + MAX_ROWS; block >= 1; block >>= 1) {
      const items = this.blocks.get(block);
      if (items) for (const item of items) visit(item);
    }
  }
}

/** Block 1 is all rows; 2n and 2n+1 halve block n; MAX_ROWS + row is a single row. */
function blocksOf({ area }: { readonly area: { readonly row: number; readonly rows: number } }): number[] {
  const blocks: number[] = [];
  let low = area.row + MAX_ROWS;
  let high = low + area.rows;
  while (low < high) {
    if (low & 1) blocks.push(low++);
    if (high & 1) blocks.push(--high);
    low >>= 1;
    high >>= 1;
  }
  return blocks;
}
