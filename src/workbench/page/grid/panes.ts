import type { Area } from '../../model/types';
import { tracksBetween, type Axis } from './axis';

/** A stretch of one axis that shows somewhere in the window. */
export interface Strip {
  readonly part: 'frozen' | 'body';
  /** First and last track to draw: those that show and a few more, so that small scrolls draw nothing new. */
  readonly first: number;
  readonly last: number;
  /** Where the strip lies in the window, in pixels after the headings. */
  readonly start: number;
  readonly size: number;
  /** What distance on the axis is at the start of the strip. */
  readonly origin: number;
  /** Tracks are placed relative to this distance; it changes seldom, and keeps coordinates small on long sheets. */
  readonly base: number;
}

export interface Pane {
  readonly key: string;
  readonly rows: Strip;
  readonly columns: Strip;
}

const BASE_STEP = 100_000;

/** The frozen and the scrolled stretch of an axis. `block` rounds the drawn tracks outwards. */
export function strips(axis: Axis, frozen: number, scroll: number, room: number, block: number): Strip[] {
  const frozenSize = Math.min(axis.offset(frozen), room);
  const result: Strip[] = [];
  if (frozen > 0 && frozenSize > 0) {
    result.push({
      part: 'frozen',
      first: 0,
      last: Math.min(frozen - 1, tracksBetween(axis, 0, frozenSize).last),
      start: 0,
      size: frozenSize,
      origin: 0,
      base: 0,
    });
  }
  const size = room - frozenSize;
  if (size > 0 && frozen < axis.count) {
    const origin = axis.offset(frozen) + scroll;
    const { first, last } = tracksBetween(axis, origin, origin + size);
    result.push({
      part: 'body',
      first: Math.max(frozen, Math.floor(first / block) * block - block),
      last: Math.min(axis.count - 1, Math.ceil((last + 1) / block) * block + block - 1),
      start: frozenSize,
      size,
      origin,
      base: Math.floor(origin / BASE_STEP) * BASE_STEP,
    });
  }
  return result;
}

export function panesOf(rowStrips: readonly Strip[], columnStrips: readonly Strip[]): Pane[] {
  return rowStrips.flatMap((rows) =>
    columnStrips.map((columns) => ({ key: `${rows.part}-${columns.part}`, rows, columns })),
  );
}

/** The tracks of a strip that are not hidden. */
export interface Track {
  readonly index: number;
  readonly start: number;
  readonly size: number;
}

export function tracksOf(axis: Axis, strip: Strip): Track[] {
  const tracks: Track[] = [];
  let start = axis.offset(strip.first) - strip.base;
  for (let index = strip.first; index <= strip.last; index++) {
    const size = axis.size(index);
    if (size > 0) tracks.push({ index, start, size });
    start += size;
  }
  return tracks;
}

/** The track at a point of the window; points outside go to the nearest strip. */
export function trackAt(axis: Axis, all: readonly Strip[], point: number): number {
  const strip = all.find(({ start, size }) => point < start + size) ?? all.at(-1);
  if (!strip) return 0;
  const index = axis.indexAt(strip.origin + Math.max(0, point - strip.start));
  return Math.max(strip.part === 'body' ? strip.first : 0, index);
}

/** An area in the coordinates of a pane, cut to a little more than what the pane can show; null when it is elsewhere. */
export function boxInPane(
  pane: Pane,
  rows: Axis,
  columns: Axis,
  area: Area,
): { left: number; top: number; width: number; height: number } | null {
  const across = spanInStrip(columns, pane.columns, area.column, area.columns);
  const down = spanInStrip(rows, pane.rows, area.row, area.rows);
  if (!across || !down) return null;
  return { left: across.start, width: across.size, top: down.start, height: down.size };
}

const SPAN_MARGIN = 2_000;

function spanInStrip(
  axis: Axis,
  strip: Strip,
  first: number,
  count: number,
): { start: number; size: number } | null {
  const start = axis.offset(first);
  const end = axis.offset(Math.min(axis.count, first + count));
  const from = Math.max(start, strip.origin - SPAN_MARGIN);
  const to = Math.min(end, strip.origin + strip.size + SPAN_MARGIN);
  if (end <= strip.origin || start >= strip.origin + strip.size || to <= from) return null;
  return { start: from - strip.base, size: to - from };
}
