/** Where the rows (or columns) of a sheet lie, in pixels. */
export interface Axis {
  readonly count: number;
  /** Pixels from the start of the axis to the start of a track; `offset(count)` is the length of the axis. */
  offset(index: number): number;
  /** 0 for a hidden track. */
  size(index: number): number;
  /** The visible track at a distance; clamped to the axis. */
  indexAt(distance: number): number;
}

/**
 * An axis on which most tracks have the default size: only the others are kept, with the running sum of their
 * deviations, so that a sheet of a million rows costs nothing and every question is one binary search.
 */
export function createAxis(
  count: number,
  defaultSize: number,
  exceptions: Iterable<readonly [index: number, size: number]>,
): Axis {
  const sorted = [...exceptions].filter(([index, size]) => index < count && size !== defaultSize);
  sorted.sort((a, b) => a[0] - b[0]);
  const indices = new Int32Array(sorted.length);
  const sizes = new Float64Array(sorted.length);
  /** starts[i]: offset of exception i; ends[i]: where the tracks after it begin. */
  const starts = new Float64Array(sorted.length);
  let deviation = 0;
  sorted.forEach(([index, size], i) => {
    indices[i] = index;
    sizes[i] = size;
    starts[i] = index * defaultSize + deviation;
    deviation += size - defaultSize;
  });

  /** How many of the sorted numbers satisfy `value <= limit`. */
  const countUpTo = (values: Int32Array | Float64Array, limit: number): number => {
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[middle] ?? Infinity) <= limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const exceptionAt = (index: number): number => {
    const i = countUpTo(indices, index) - 1;
    return i >= 0 && indices[i] === index ? i : -1;
  };
  const size = (index: number): number => {
    const i = exceptionAt(index);
    return i < 0 ? defaultSize : (sizes[i] ?? 0);
  };
  const offset = (index: number): number => {
    const i = countUpTo(indices, index - 1) - 1;
    if (i < 0) return index * defaultSize;
    const after = (starts[i] ?? 0) + (sizes[i] ?? 0);
    return after + (index - 1 - (indices[i] ?? 0)) * defaultSize;
  };
  const indexAt = (distance: number): number => {
    if (distance <= 0) return firstVisible(0);
    const i = countUpTo(starts, distance) - 1;
    let index: number;
    if (i < 0) index = Math.floor(distance / defaultSize);
    else {
      const into = distance - (starts[i] ?? 0) - (sizes[i] ?? 0);
      index = into < 0 ? (indices[i] ?? 0) : (indices[i] ?? 0) + 1 + Math.floor(into / defaultSize);
    }
    return Math.min(count - 1, firstVisible(index));
  };
  const firstVisible = (from: number): number => {
    let index = from;
    while (index < count - 1 && size(index) === 0) index++;
    return index;
  };
  return { count, offset, size, indexAt };
}

/** First and last track that show between two distances. */
export function tracksBetween(axis: Axis, from: number, to: number): { first: number; last: number } {
  const first = axis.indexAt(Math.max(0, from));
  const last = Math.max(first, axis.indexAt(Math.max(0, to - 1)));
  return { first, last };
}

/** Where to scroll so that a track shows wholly between the frozen part and the end of the window. */
export function scrollToShow(
  axis: Axis,
  index: number,
  frozen: number,
  scroll: number,
  window: number,
): number {
  if (index < frozen) return scroll;
  const frozenSize = axis.offset(frozen);
  const start = axis.offset(index) - frozenSize;
  const end = start + axis.size(index);
  const room = window - frozenSize;
  if (start < scroll) return start;
  if (end > scroll + room) return Math.max(0, Math.min(start, end - room));
  return scroll;
}

/** The nearest track in a direction (1 or -1) that is not hidden; the starting one when there is none. */
export function nextVisible(axis: Axis, from: number, direction: 1 | -1): number {
  for (let index = from + direction; index >= 0 && index < axis.count; index += direction) {
    if (axis.size(index) > 0) return index;
  }
  return from;
}
