import { cellKey, columnOfKey, rowOfKey } from '../model/address';
import type { SheetCore } from '../model/core';
import type { Area, FormulaCell } from '../model/types';
import type { FormulaCache } from './formula/cache';
import type { FormulaNode } from './node';

/** Fewer cells than this are as quick by themselves. */
const FEWEST_ROWS = 8;

/** What a node of the graph is made of: a cell, or cells under one another with one formula. */
export type FilledColumn = Pick<FormulaNode, 'sheet' | 'column' | 'row' | 'rows' | 'cells' | 'compiled'>;

/** Rows of a map's cells by their column, from top to bottom: all of them, or those in some areas. */
export function cellsByColumn(
  map: ReadonlyMap<number, unknown>,
  areas?: readonly Area[],
): Map<number, number[]> {
  const columns = new Map<number, number[]>();
  const add = (key: number): void => {
    const column = columnOfKey(key);
    const rows = columns.get(column);
    if (rows) rows.push(rowOfKey(key));
    else columns.set(column, [rowOfKey(key)]);
  };
  if (!areas) for (const key of map.keys()) add(key);
  for (const area of areas ?? []) keysIn(map, area).forEach(add);
  for (const [column, rows] of columns) {
    if (rows.every((row, index) => index === 0 || row > (rows[index - 1] ?? 0))) continue;
    columns.set(
      column,
      [...new Set(rows)].sort((a, b) => a - b),
    );
  }
  return columns;
}

/**
 * The formulas in ascending rows of a column, those filled down it taken together where they are many. What `origin`
 * answers differently for is kept apart.
 */
export function* filledColumns(
  sheet: SheetCore,
  column: number,
  rows: readonly number[],
  formulas: FormulaCache,
  origin: (cell: FormulaCell) => unknown = () => null,
): Generator<FilledColumn> {
  let open: (FilledColumn & { readonly cells: FormulaCell[]; readonly from: unknown }) | null = null;
  for (const row of rows) {
    const cell = sheet.formulas.get(cellKey(row, column));
    if (!cell) continue;
    const compiled = formulas.compiled(cell.formula, row, column);
    const from = origin(cell);
    if (
      open &&
      compiled.fillable &&
      compiled === open.compiled &&
      cell.kind === 'plain' &&
      row === open.row + open.rows &&
      from === open.from
    ) {
      open.rows++;
      if (open.cells[open.cells.length - 1] !== cell) open.cells.push(cell);
      continue;
    }
    if (open) yield* pieces(open);
    open = { sheet, column, row, rows: 1, cells: [cell], compiled, from };
    // An array formula or a spill stands by itself.
    if (cell.kind !== 'plain') {
      yield open;
      open = null;
    }
  }
  if (open) yield* pieces(open);
}

function* pieces(filled: FilledColumn): Generator<FilledColumn> {
  const { sheet, column, row, rows, compiled } = filled;
  if (rows === 1 || rows >= FEWEST_ROWS) {
    yield filled;
    return;
  }
  for (let at = row; at < row + rows; at++) {
    const cell = sheet.formulas.get(cellKey(at, column));
    if (cell) yield { sheet, column, row: at, rows: 1, cells: [cell], compiled };
  }
}

function holds(area: Area, key: number): boolean {
  const row = rowOfKey(key);
  const column = columnOfKey(key);
  const inRows = row >= area.row && row < area.row + area.rows;
  return inRows && column >= area.column && column < area.column + area.columns;
}

/** Keys of a map by cell that lie in an area, by whichever way is shorter. */
export function keysIn(map: ReadonlyMap<number, unknown>, area: Area): number[] {
  if (area.rows * area.columns > map.size) return [...map.keys()].filter((key) => holds(area, key));
  const keys: number[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const key = cellKey(row, column);
      if (map.has(key)) keys.push(key);
    }
  }
  return keys;
}
