import type { ColumnReading, Problem, TableReading } from '../reading/types';
import { columnName } from './columns';

/** More names would be no help in one sentence. */
const MOST_NAMED = 8;

/** What stands in a table and is not taken over, so that nobody thinks it is; null where everything is. */
export function unreadColumns(table: TableReading, taken: Iterable<ColumnReading | null>): Problem | null {
  const known = new Set(taken);
  const left = table.columns.filter(
    (column) =>
      !known.has(column) &&
      column.field !== 'sequence' &&
      column.total !== true &&
      column.period === undefined &&
      column.header !== '' &&
      column.values.some((value) => value !== null && value !== ''),
  );
  if (left.length === 0) return null;
  return {
    code: 'columns-unread',
    details: {
      sheet: table.sheet,
      columns: left.slice(0, MOST_NAMED).map(columnName).join(', '),
      more: Math.max(0, left.length - MOST_NAMED),
    },
    severity: 'note',
  };
}
