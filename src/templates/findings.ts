import type { ColumnReading, Problem, TableReading } from '../reading/types';

/** A finding in a row of a table, of the column's cell where one is to blame. */
export function rowFinding(
  code: string,
  table: TableReading,
  index: number,
  column: ColumnReading | null | undefined,
  details: Problem['details'] = {},
): Problem {
  return {
    code,
    sheet: table.sheet,
    row: table.rows[index],
    ...(column && { column: column.column }),
    details,
    severity: 'warning',
  };
}
