import { cellKey } from '../model/address';
import { bounding, intersection } from '../model/areas';
import type { Context } from './context';
import { isError, isGrid, Matrix, NULL, REF, Reference, VALUE, type Value } from './values';

/** The rectangle from one reference to another (the ':' operator). */
export function spanOf(a: Value, b: Value): Value {
  if (isError(a)) return a;
  if (isError(b)) return b;
  if (!(a instanceof Reference) || !(b instanceof Reference) || a.sheet !== b.sheet) return VALUE;
  const area = bounding(a, b);
  return area ? new Reference(a.sheet, area.row, area.column, area.rows, area.columns) : VALUE;
}

/** The cells that two references share (the blank as an operator). */
export function intersect(a: Value, b: Value): Value {
  if (isError(a)) return a;
  if (isError(b)) return b;
  if (!(a instanceof Reference) || !(b instanceof Reference)) return VALUE;
  const area = a.sheet === b.sheet ? intersection(a, b) : null;
  return area ? new Reference(a.sheet, area.row, area.column, area.rows, area.columns) : NULL;
}

/** What '@' makes of a range: the cell in the formula's own row or column; of an array its first value. */
export function implicitIntersection(value: Value, context: Context): Value {
  if (!isGrid(value)) return value;
  if (value instanceof Matrix || !(value instanceof Reference)) return value.at(0, 0);
  if (value.rows === 1 && value.columns === 1) return value;
  const rowInside = context.row >= value.row && context.row < value.row + value.rows;
  const columnInside = context.column >= value.column && context.column < value.column + value.columns;
  if (value.columns === 1 && rowInside) return new Reference(value.sheet, context.row, value.column, 1, 1);
  if (value.rows === 1 && columnInside) return new Reference(value.sheet, value.row, context.column, 1, 1);
  if (rowInside && columnInside) return new Reference(value.sheet, context.row, context.column, 1, 1);
  return VALUE;
}

/** What '#' makes of a cell: all that its formula spilled. */
export function spillOf(value: Value): Value {
  if (!(value instanceof Reference)) return isError(value) ? value : REF;
  const { sheet, row, column } = value;
  const cell = sheet.formulas.get(cellKey(row, column));
  if (!cell) return REF;
  const { rows, columns } = cell.spill ?? { rows: 1, columns: 1 };
  return new Reference(sheet, row, column, rows, columns);
}
