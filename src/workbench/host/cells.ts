import { isOnSheet } from '../model/areas';
import type { Area, CellValue, SheetModel } from '../model/types';
import { isUnbounded } from './addresses';
import { wrong } from './checks';
import { ApiError } from './errors';
import { type HostObject, ref } from './ref';
import type { RangeTarget } from './targets';

/** A range of the sheet; Excel refuses what reaches over its edge. */
export function rangeOf(sheet: SheetModel, area: Area): HostObject {
  if (!isOnSheet(area)) throw new ApiError('InvalidArgument');
  return ref('Range', { sheet, area });
}

/** What an add-in sees as a cell's value: blank is '', an error its name. */
export function shown(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'string') return 'String';
  return typeof value === 'boolean' ? 'Boolean' : 'Error';
}

/** Something of each cell, as a full rectangle; null for whole rows and columns, as in Excel. */
export function eachCell<T>(
  { sheet, area }: RangeTarget,
  maxCells: number,
  read: (sheet: SheetModel, row: number, column: number) => T,
): T[][] | null {
  if (!readable(area, maxCells)) return null;
  const rows: T[][] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const cells: T[] = [];
    for (let column = area.column; column < area.column + area.columns; column++)
      cells.push(read(sheet, row, column));
    rows.push(cells);
  }
  return rows;
}

/** False for whole rows and columns, which have no values of their own; too many cells are an error. */
export function readable(area: Area, maxCells: number): boolean {
  if (isUnbounded(area)) return false;
  if (area.rows * area.columns > maxCells) throw new ApiError('RangeExceedsLimit');
  return true;
}

export type Input = string | number | boolean | null | undefined;

/** What is set to cells, as a rectangle of the range's shape; one value stands for all cells, null leaves a cell alone. */
export function inputs({ area }: RangeTarget, value: unknown): Input[][] {
  if (isUnbounded(area)) throw new ApiError('InvalidArgument');
  if (!Array.isArray(value)) {
    const single = input(value);
    return Array.from({ length: area.rows }, () => new Array<Input>(area.columns).fill(single));
  }
  const rows = value as readonly unknown[];
  const fits =
    rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) throw new ApiError('InvalidArgument', SHAPE_MESSAGE);
  return rows.map((row) => (row as readonly unknown[]).map(input));
}

export const SHAPE_MESSAGE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

function input(value: unknown): Input {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw wrong(value, 'a text, a number, true or false');
}
