import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { lastColumn, lastRow } from '../areas';
import type { Area, Position, SheetModel } from '../../model/types';
import { panesOf, strips, trackAt, tracksOf, type Pane, type Strip, type Track } from './panes';
import type { SheetLayout } from './sheetLayout';

export interface Scroll {
  readonly top: number;
  readonly left: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where everything of a sheet lies in a window of some size, scrolled to some place. */
export interface Geometry {
  readonly headingWidth: number;
  readonly headingHeight: number;
  readonly rowStrips: readonly Strip[];
  readonly columnStrips: readonly Strip[];
  readonly panes: readonly Pane[];
  readonly rowTracks: ReadonlyMap<Strip, readonly Track[]>;
  readonly columnTracks: ReadonlyMap<Strip, readonly Track[]>;
  /** Size of what can be scrolled, headings included. */
  readonly extent: Size;
}

const HEADING_HEIGHT = 22;
const DIGIT = 8;
/** More rows and columns than are in use, so that there is always room to go on. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 12;
const ROW_BLOCK = 8;
const COLUMN_BLOCK = 4;

/** The tracks of a strip stay the same object while the strip draws the same tracks. */
export type TrackCache = Map<string, { readonly axis: object; readonly tracks: readonly Track[] }>;

export function geometryOf(
  sheet: SheetModel,
  layout: SheetLayout,
  scroll: Scroll,
  window: Size,
  cache: TrackCache,
): Geometry {
  const { zoom } = layout;
  const headings = sheet.showHeadings;
  const headingHeight = headings ? Math.round(HEADING_HEIGHT * Math.max(0.8, zoom)) : 0;
  const roomDown = Math.max(0, window.height - headingHeight);
  const { rows: frozenRows, columns: frozenColumns } = sheet.frozen;
  const rowStripsAt = (): Strip[] => strips(layout.rows, frozenRows, scroll.top, roomDown, ROW_BLOCK);
  let rowStrips = rowStripsAt();
  const moved = rowStrips.map((strip) => layout.fitRows(strip.first, strip.last));
  if (moved.includes(true)) rowStrips = rowStripsAt();
  const lastShown = rowStrips.at(-1)?.last ?? 0;
  const headingWidth = headings
    ? Math.round((String(lastShown + 1).length * DIGIT + 14) * Math.max(0.8, zoom))
    : 0;
  const roomAcross = Math.max(0, window.width - headingWidth);
  const columnStrips = strips(layout.columns, frozenColumns, scroll.left, roomAcross, COLUMN_BLOCK);

  const used = sheet.usedArea();
  const lastUsedRow = used ? lastRow(used) : 0;
  const lastUsedColumn = used ? lastColumn(used) : 0;
  const farRow = layout.rows.indexAt(layout.rows.offset(frozenRows) + scroll.top + 2 * roomDown);
  const farColumn = layout.columns.indexAt(
    layout.columns.offset(frozenColumns) + scroll.left + 1.5 * roomAcross,
  );
  const endRow = Math.min(MAX_ROWS, Math.max(lastUsedRow + SPARE_ROWS, farRow + 1));
  const endColumn = Math.min(MAX_COLUMNS, Math.max(lastUsedColumn + SPARE_COLUMNS, farColumn + 1));

  const cached = (axis: SheetLayout['rows'], kind: string, strip: Strip): readonly Track[] => {
    const key = `${kind} ${strip.first} ${strip.last} ${strip.base}`;
    const found = cache.get(key);
    if (found?.axis === axis) return found.tracks;
    const tracks = tracksOf(axis, strip);
    if (cache.size > 16) cache.clear();
    cache.set(key, { axis, tracks });
    return tracks;
  };
  return {
    headingWidth,
    headingHeight,
    rowStrips,
    columnStrips,
    panes: panesOf(rowStrips, columnStrips),
    rowTracks: new Map(rowStrips.map((strip) => [strip, cached(layout.rows, 'row', strip)])),
    columnTracks: new Map(columnStrips.map((strip) => [strip, cached(layout.columns, 'column', strip)])),
    extent: {
      width: headingWidth + layout.columns.offset(endColumn),
      height: headingHeight + layout.rows.offset(endRow),
    },
  };
}

export type Zone = 'corner' | 'columns' | 'rows' | 'cells';

/** What lies at a point of the window. */
export function hit(
  geometry: Geometry,
  layout: SheetLayout,
  x: number,
  y: number,
): { zone: Zone; at: Position } {
  const { headingWidth, headingHeight, rowStrips, columnStrips } = geometry;
  const at = {
    row: trackAt(layout.rows, rowStrips, y - headingHeight),
    column: trackAt(layout.columns, columnStrips, x - headingWidth),
  };
  const inRows = x < headingWidth;
  const inColumns = y < headingHeight;
  return { zone: inRows && inColumns ? 'corner' : inRows ? 'rows' : inColumns ? 'columns' : 'cells', at };
}

/** The row or column whose end is within reach of a point on a heading; for dragging sizes. */
export function edgeAt(
  layout: SheetLayout,
  geometry: Geometry,
  axis: 'rows' | 'columns',
  point: number,
): number | null {
  const REACH = 4;
  const tracks = axis === 'rows' ? geometry.rowStrips : geometry.columnStrips;
  const distance = point - (axis === 'rows' ? geometry.headingHeight : geometry.headingWidth);
  const lines = layout[axis];
  const strip = tracks.find(({ start, size }) => distance < start + size) ?? tracks.at(-1);
  if (!strip || distance < 0) return null;
  const onAxis = strip.origin + distance - strip.start;
  const index = lines.indexAt(onAxis);
  if (Math.abs(lines.offset(index + 1) - onAxis) <= REACH) return index;
  return index > 0 && Math.abs(lines.offset(index) - onAxis) <= REACH ? index - 1 : null;
}

/** Where a cell lies in the window, headings included. */
export function cellInWindow(
  geometry: Geometry,
  layout: SheetLayout,
  area: Area,
): { left: number; top: number; width: number; height: number } {
  const place = (axis: 'rows' | 'columns', first: number, count: number): { start: number; size: number } => {
    const all = axis === 'rows' ? geometry.rowStrips : geometry.columnStrips;
    const lines = layout[axis];
    const frozen = all.find(({ part }) => part === 'frozen');
    const strip =
      frozen && first <= frozen.last ? frozen : (all.find(({ part }) => part === 'body') ?? frozen);
    const start = strip ? lines.offset(first) - strip.origin + strip.start : 0;
    return { start, size: lines.offset(first + count) - lines.offset(first) };
  };
  const down = place('rows', area.row, area.rows);
  const across = place('columns', area.column, area.columns);
  return {
    left: geometry.headingWidth + across.start,
    top: geometry.headingHeight + down.start,
    width: across.size,
    height: down.size,
  };
}
