import type { ColumnOutline } from '../../reading/types';

/** How a choice names a column: by its header, or by its letter where it has none. */
export function columnKey(column: ColumnOutline): string {
  return column.header || column.letter;
}

/** The header on one line. */
export function columnName(column: ColumnOutline): string {
  return column.header
    .replace(/\s*\|\s*/g, ' / ')
    .replace(/\s+/g, ' ')
    .trim();
}
