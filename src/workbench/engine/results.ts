import { cellKey, MAX_COLUMNS, MAX_ROWS } from '../model/address';
import { cellArea, overlap, sameArea, subtract } from '../model/areas';
import type { Area, FormulaCell } from '../model/types';
import type { SheetCore } from '../model/core';
import { cellOf, type FormulaNode } from './node';
import {
  CALC,
  isError,
  isGrid,
  Lambda,
  Matrix,
  OMITTED,
  SPILL,
  Union,
  VALUE,
  type Grid,
  type Scalar,
  type Value,
} from './values';
import { trimmed } from './operators';

/** What putting a formula's value into the sheet came to. */
export interface Outcome {
  readonly changed: boolean;
  /** Cells beside the anchor that a spill newly took or gave back. */
  readonly moved: readonly Area[];
  /** Set when the value had no room: where it wanted to go. */
  readonly blocked?: Area;
}

const NOTHING_MOVED: readonly Area[] = [];

/** Puts the value of a formula into its cell, and an array into the cells around it. */
export function putResult(node: FormulaNode, value: Value): Outcome {
  const { kind, spill: gone } = cellOf(node);
  if (kind === 'array' && gone) return putArray(node, gone, value);
  if (isGrid(value) && value.rows * value.columns > 1) return spill(node, trimmed(value));
  if (gone) setSpill(node, null);
  const changed = putCell(node.sheet, node.row, node.column, toCell(value)) || gone !== undefined;
  return { changed, moved: gone ? subtract(gone, cellArea(node)) : NOTHING_MOVED };
}

/** What a single cell shows of a value. */
export function toCell(value: Value): Scalar {
  if (isGrid(value)) return value.at(0, 0) ?? 0;
  if (value === null || value === OMITTED) return 0;
  if (value instanceof Lambda) return CALC;
  return value instanceof Union ? VALUE : value;
}

/** Puts a value into a cell; whether it is another one than before. */
export function putCell({ cells }: SheetCore, row: number, column: number, value: Scalar): boolean {
  const before = cells.value(row, column);
  if (sameValue(before, value)) return false;
  cells.setValue(row, column, value);
  return true;
}

function sameValue(a: Scalar, b: Scalar): boolean {
  if (a === b) return true;
  return isError(a) && isError(b) && a.error === b.error && a.message === b.message;
}

function putArray(node: FormulaNode, area: Area, value: Value): Outcome {
  const grid: Grid = isGrid(value) ? value : new Matrix(1, 1, [toCell(value)]);
  return { changed: putGrid(node, area, grid), moved: NOTHING_MOVED };
}

function spill(node: FormulaNode, grid: Grid): Outcome {
  const before = cellOf(node).spill;
  const area: Area = { row: node.row, column: node.column, rows: grid.rows, columns: grid.columns };
  if (!hasRoom(node, area)) {
    if (before) setSpill(node, null);
    const changed = putCell(node.sheet, node.row, node.column, SPILL) || before !== undefined;
    return { changed, moved: before ? subtract(before, cellArea(node)) : NOTHING_MOVED, blocked: area };
  }
  const resized = !before || !sameArea(before, area);
  // The values are read before the old spill is cleared: the array may come from there.
  const values =
    resized && !(grid instanceof Matrix)
      ? Matrix.build(grid.rows, grid.columns, (r, c) => grid.at(r, c))
      : grid;
  if (resized) setSpill(node, area);
  const changed = putGrid(node, area, values);
  if (!resized) return { changed, moved: NOTHING_MOVED };
  const taken = before ? subtract(area, before) : subtract(area, cellArea(node));
  return { changed: true, moved: before ? [...taken, ...subtract(before, area)] : taken };
}

function putGrid(node: FormulaNode, area: Area, grid: Grid): boolean {
  let changed = false;
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const r = grid.rows === 1 ? 0 : row;
      const c = grid.columns === 1 ? 0 : column;
      const value = r < grid.rows && c < grid.columns ? (grid.at(r, c) ?? 0) : ({ error: '#N/A' } as const);
      if (putCell(node.sheet, node.row + row, node.column + column, value)) changed = true;
    }
  }
  return changed;
}

function setSpill(node: FormulaNode, area: Area | null): void {
  const { formula } = cellOf(node);
  const cell: FormulaCell = area ? { formula, kind: 'dynamic', spill: area } : { formula, kind: 'plain' };
  node.cells = [cell];
  node.sheet.putFormula(cellKey(node.row, node.column), cell);
}

/** A spill needs cells that are on the sheet, blank or its own already, and neither merged nor in a table. */
function hasRoom({ sheet, row, column }: FormulaNode, area: Area): boolean {
  if (area.row + area.rows > MAX_ROWS || area.column + area.columns > MAX_COLUMNS) return false;
  if (sheet.tables.some((table) => overlap(table.area, area))) return false;
  if (sheet.merges.some((merge) => overlap(merge, area))) return false;
  const anchor = cellKey(row, column);
  for (let r = area.row; r < area.row + area.rows; r++) {
    for (let c = area.column; c < area.column + area.columns; c++) {
      const key = cellKey(r, c);
      if (key === anchor) continue;
      const owner = sheet.spilled.get(key);
      if (owner === anchor) continue;
      if (owner !== undefined || sheet.formulas.has(key) || sheet.cells.value(r, c) !== null) return false;
    }
  }
  return true;
}
