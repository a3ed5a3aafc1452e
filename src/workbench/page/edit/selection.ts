import type { Area, Position } from '../../model/types';
import { cellArea } from '../../model/areas';
import { areaOf, lastColumn, lastRow, mergeAt, withWholeMerges } from '../areas';
import { nextVisible, type Axis } from '../grid/axis';

/** What is selected on one sheet: the last area is the one that keys extend; `active` lies in it. */
export interface Selection {
  readonly areas: readonly Area[];
  readonly active: Position;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** What moving over a sheet needs to know of it. */
export interface SheetShape {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly merges: readonly Area[];
  /** Last row and column with content; null when the sheet is blank. */
  readonly used: Area | null;
  isBlank(row: number, column: number): boolean;
}

export function selectCell(shape: Pick<SheetShape, 'merges'>, at: Position): Selection {
  const merge = mergeAt(shape.merges, at);
  return { areas: [merge ?? cellArea(at)], active: merge ?? at };
}

export function lastArea(selection: Selection): Area {
  return selection.areas.at(-1) ?? cellArea(selection.active);
}

/** The corner that moves while a selection is extended: the one opposite to the active cell. */
export function movingCorner(selection: Selection): Position {
  const area = lastArea(selection);
  const { active } = selection;
  return {
    row: active.row > area.row ? area.row : lastRow(area),
    column: active.column > area.column ? area.column : lastColumn(area),
  };
}

const STEP: Record<Direction, { readonly row: 0 | 1 | -1; readonly column: 0 | 1 | -1 }> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

function step(shape: SheetShape, from: Position, direction: Direction): Position {
  const { row, column } = STEP[direction];
  return {
    row: row === 0 ? from.row : nextVisible(shape.rows, from.row, row),
    column: column === 0 ? from.column : nextVisible(shape.columns, from.column, column),
  };
}

/** One step with an arrow key: out of a merged range it leaves by the edge it faces. */
export function moveOne(shape: SheetShape, from: Position, direction: Direction): Position {
  const merge = mergeAt(shape.merges, from);
  if (!merge) return step(shape, from, direction);
  const edge = {
    row: direction === 'down' ? lastRow(merge) : direction === 'up' ? merge.row : from.row,
    column: direction === 'right' ? lastColumn(merge) : direction === 'left' ? merge.column : from.column,
  };
  return step(shape, edge, direction);
}

/** Ctrl+arrow: to the end of the block of filled cells, or over blanks to the next filled one. */
export function jump(shape: SheetShape, from: Position, direction: Direction): Position {
  const same = (a: Position, b: Position): boolean => a.row === b.row && a.column === b.column;
  const blank = (at: Position): boolean => shape.isBlank(at.row, at.column);
  const { used } = shape;
  const forward = direction === 'down' || direction === 'right';
  const edge: Position =
    direction === 'up' || direction === 'down'
      ? { row: forward ? shape.rows.count - 1 : 0, column: from.column }
      : { row: from.row, column: forward ? shape.columns.count - 1 : 0 };
  const lastVisible = (): Position => {
    const axis = direction === 'up' || direction === 'down' ? shape.rows : shape.columns;
    const index = axis === shape.rows ? edge.row : edge.column;
    const visible = axis.size(index) > 0 ? index : nextVisible(axis, index, forward ? -1 : 1);
    return axis === shape.rows ? { ...edge, row: visible } : { ...edge, column: visible };
  };
  const beyond = (at: Position): boolean =>
    !used ||
    (direction === 'down' && at.row > lastRow(used)) ||
    (direction === 'right' && at.column > lastColumn(used));

  let at = moveOne(shape, from, direction);
  if (same(at, from)) return from;
  const insideBlock = !blank(from) && !blank(at);
  for (;;) {
    if (beyond(at) && blank(at)) return lastVisible();
    const next = moveOne(shape, at, direction);
    if (insideBlock ? blank(next) || same(next, at) : !blank(at) || same(next, at)) return at;
    at = next;
  }
}

/** Selects from the active cell to another corner, merged ranges kept whole. */
export function extendTo(shape: SheetShape, selection: Selection, corner: Position): Selection {
  const area = withWholeMerges(areaOf(selection.active, corner), shape.merges);
  return { areas: [...selection.areas.slice(0, -1), area], active: selection.active };
}

/** Shift+arrow (Ctrl+Shift+arrow with `far`). */
export function extend(
  shape: SheetShape,
  selection: Selection,
  direction: Direction,
  far: boolean,
): Selection {
  const area = lastArea(selection);
  let corner = movingCorner(selection);
  const along = (at: Position): Position =>
    direction === 'up' || direction === 'down'
      ? { row: at.row, column: selection.active.column }
      : { row: selection.active.row, column: at.column };
  for (;;) {
    const from = far ? along(corner) : corner;
    const next = far ? jump(shape, from, direction) : step(shape, from, direction);
    const moved =
      direction === 'up' || direction === 'down'
        ? { row: next.row, column: corner.column }
        : { row: corner.row, column: next.column };
    const extended = extendTo(shape, selection, moved);
    const grown = lastArea(extended);
    const changed =
      grown.row !== area.row ||
      grown.column !== area.column ||
      grown.rows !== area.rows ||
      grown.columns !== area.columns;
    // A merged range that is kept whole swallows steps inside it.
    if (changed || (moved.row === corner.row && moved.column === corner.column)) return extended;
    corner = moved;
  }
}

/** Enter and Tab: inside a selection of several cells they walk through it, otherwise they step. */
export function advance(
  shape: SheetShape,
  selection: Selection,
  key: 'enter' | 'tab',
  back: boolean,
): Selection {
  const area = lastArea(selection);
  const merge = mergeAt(shape.merges, selection.active);
  const several =
    area.rows * area.columns > 1 && !(merge && merge.rows === area.rows && merge.columns === area.columns);
  const direction: Direction = key === 'enter' ? (back ? 'up' : 'down') : back ? 'left' : 'right';
  if (!several) return selectCell(shape, moveOne(shape, selection.active, direction));
  const cells = area.rows * area.columns;
  const order = (at: Position): number =>
    key === 'enter'
      ? (at.column - area.column) * area.rows + (at.row - area.row)
      : (at.row - area.row) * area.columns + (at.column - area.column);
  const position = (index: number): Position =>
    key === 'enter'
      ? { row: area.row + (index % area.rows), column: area.column + Math.floor(index / area.rows) }
      : { row: area.row + Math.floor(index / area.columns), column: area.column + (index % area.columns) };
  let index = order(selection.active);
  for (let tries = 0; tries < cells; tries++) {
    index = (index + (back ? cells - 1 : 1)) % cells;
    const at = position(index);
    const owner = mergeAt(shape.merges, at);
    const hidden = shape.rows.size(at.row) === 0 || shape.columns.size(at.column) === 0;
    if (!hidden && (!owner || (owner.row === at.row && owner.column === at.column))) {
      return { areas: selection.areas, active: at };
    }
  }
  return selection;
}

/** Ctrl+A: the filled block around the active cell; everything when that is selected already or there is none. */
export function selectAll(shape: SheetShape, selection: Selection): Selection {
  const everything: Area = { row: 0, column: 0, rows: shape.rows.count, columns: shape.columns.count };
  const block = currentRegion(shape, selection.active);
  const current = lastArea(selection);
  const single = block.rows * block.columns === 1 && shape.isBlank(block.row, block.column);
  const already = current.rows >= block.rows && current.columns >= block.columns && current.row === block.row;
  return { areas: [single || already ? everything : block], active: selection.active };
}

/** The rectangle of filled cells around a cell, bounded by blank rows and columns. */
export function currentRegion(shape: SheetShape, at: Position): Area {
  const { used } = shape;
  if (!used) return cellArea(at);
  let area = cellArea(at);
  const filled = (candidate: Area): boolean => {
    for (let row = Math.max(0, candidate.row); row <= Math.min(lastRow(candidate), lastRow(used)); row++) {
      for (
        let c = Math.max(0, candidate.column);
        c <= Math.min(lastColumn(candidate), lastColumn(used));
        c++
      ) {
        if (!shape.isBlank(row, c)) return true;
      }
    }
    return false;
  };
  for (;;) {
    const { row, column, rows, columns } = area;
    if (row > 0 && filled({ row: row - 1, column: column - 1, rows: 1, columns: columns + 2 })) {
      area = { ...area, row: row - 1, rows: rows + 1 };
    } else if (
      lastRow(area) < lastRow(used) &&
      filled({ row: row + rows, column: column - 1, rows: 1, columns: columns + 2 })
    ) {
      area = { ...area, rows: rows + 1 };
    } else if (column > 0 && filled({ row: row - 1, column: column - 1, rows: rows + 2, columns: 1 })) {
      area = { ...area, column: column - 1, columns: columns + 1 };
    } else if (
      lastColumn(area) < lastColumn(used) &&
      filled({ row: row - 1, column: column + columns, rows: rows + 2, columns: 1 })
    ) {
      area = { ...area, columns: columns + 1 };
    } else return withWholeMerges(area, shape.merges);
  }
}
