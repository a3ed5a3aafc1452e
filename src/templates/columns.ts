import { cellAddress } from '../domain/address';
import type { ColumnReading, Field, TableReading } from '../reading/types';

/** The first of the fields that the table has a column for. */
export function columnOf(table: TableReading, fields: readonly Field[]): ColumnReading | null {
  for (const field of fields) {
    const column = table.columns.find((candidate) => candidate.field === field && candidate.total !== true);
    if (column) return column;
  }
  return null;
}

/** The first of the fields that the table has a column of days or months for; months without a year are none. */
export function dateColumnOf(table: TableReading, fields: readonly Field[]): ColumnReading | null {
  const dated = fields.filter((field) => columnOf(table, [field])?.kind !== 'number');
  return columnOf(table, dated);
}

/** A cell's day or month; null when it is none, as a month without a year is. */
export function dateAt(column: ColumnReading | null, index: number): number | null {
  return column?.kind === 'number' ? null : numberAt(column, index);
}

/** How a person finds the column again: its header with its letter. @example 'Amount (F)' */
export function columnName(column: ColumnReading): string {
  const header = column.header.split('|').at(-1) ?? '';
  return header === '' ? column.letter : `${header} (${column.letter})`;
}

/** A cell's text as read; null when blank. */
export function textAt(column: ColumnReading | null, index: number): string | null {
  const value = column?.values[index] ?? null;
  if (value === null) return null;
  const text = (typeof value === 'string' ? value : String(value)).trim();
  return text === '' ? null : text;
}

/** A cell's number as read; null when it is none. */
export function numberAt(column: ColumnReading | null, index: number): number | null {
  const value = column?.values[index] ?? null;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Address of a data row's cell: `rows` index and column to 'B15'. */
export function cellOf(table: TableReading, column: ColumnReading, index: number): string {
  return cellAddress({ row: table.rows[index] ?? 0, column: column.column });
}
