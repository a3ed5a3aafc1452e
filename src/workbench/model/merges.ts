import { RowIndex } from '../engine/rowIndex';
import { overlap } from './areas';
import type { Area } from './types';

/** Finds merged areas by their rows, so that one more merge among many thousands does not look at each of them. */
export class MergeIndex {
  private rows = new RowIndex<{ readonly area: Area }>();
  private indexed: readonly Area[] = [];
  private count = 0;

  /** True when a merged area of the list shares a cell with the area. A list may grow, or be another one. */
  touches(merges: readonly Area[], area: Area): boolean {
    if (area.rows > merges.length) return merges.some((merge) => overlap(merge, area));
    this.follow(merges);
    let found = false;
    for (let row = area.row; row < area.row + area.rows && !found; row++) {
      this.rows.at(row, (item) => {
        found ||= overlap(item.area, area);
      });
    }
    return found;
  }

  private follow(merges: readonly Area[]): void {
    if (merges !== this.indexed) {
      this.rows = new RowIndex();
      this.indexed = merges;
      this.count = 0;
    }
    for (const area of merges.slice(this.count)) this.rows.add({ area });
    this.count = merges.length;
  }
}
