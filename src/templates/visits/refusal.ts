import type { ColumnReading, TableReading } from '../../reading/types';
import { columnOf } from '../columns';

/** A day of a month over a column: 7, 7日, 3/7, 3月7日, 2024-03-07. */
const DAY_HEADER = /^(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月])?\d{1,2}[日号]?$/;
const FEWEST_DAYS = 5;

/** Why no visits can be read from a table, as the code of a refusal; null where they can. */
export function whyNoVisits(table: TableReading): string | null {
  if (!columnOf(table, ['date'])) return isMatrix(table) ? 'visit-matrix' : 'no-visit-date-column';
  return columnOf(table, ['customer', 'customer_id']) ? null : 'no-visit-customer-column';
}

/** Customers down, days across, a tick for each visit: there is no column that says when. */
function isMatrix(table: TableReading): boolean {
  const leaf = ({ header }: ColumnReading): string => (header.split('|').at(-1) ?? '').trim();
  return table.columns.filter((column) => DAY_HEADER.test(leaf(column))).length >= FEWEST_DAYS;
}
