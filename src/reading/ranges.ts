import { isBlank, trimmed } from './text';
import type { Region, SheetView } from './view';

const ranges = new WeakMap<Region, readonly number[]>();

/** The columns of a region. */
export function range(region: Region): readonly number[] {
  const known = ranges.get(region);
  if (known) return known;
  const columns = Array.from({ length: region.right - region.left + 1 }, (_, index) => region.left + index);
  ranges.set(region, columns);
  return columns;
}

/** Texts of a region between two rows, in reading order. */
export function textsIn(view: SheetView, region: Region, from: number, to: number): string[] {
  const texts: string[] = [];
  for (let row = Math.max(0, from); row <= to && texts.length < 30; row += 1) {
    for (let column = region.left; column <= region.right; column += 1) {
      const value = view.at(row, column);
      if (typeof value === 'string' && !isBlank(value)) texts.push(trimmed(value));
    }
  }
  return texts;
}
