import { balance } from '../../../domain/claims';
import type { SheetGrid } from '../../../reading/grid';
import type { TableReading } from '../../../reading/types';
import type { CheckedClaim } from './types';

/** The sums that reading passed over: it has compared each with the rows that it can be the sum of. */
export function totalRows(table: TableReading, grid: SheetGrid | undefined): CheckedClaim[] {
  const columns = table.columns.filter(
    ({ kind, field }) => (kind === 'money' || kind === 'number') && field !== null,
  );
  const found: CheckedClaim[] = [];
  for (const { row, reason } of table.skipped) {
    if (reason !== 'total' && reason !== 'subtotal') continue;
    for (const { column, factor } of columns) {
      const value = grid?.values[row - grid.origin.row]?.[column - grid.origin.column];
      if (typeof value !== 'number') continue;
      const problem = table.problems.find(
        (each) => each.code === 'total-mismatch' && each.row === row && each.column === column,
      );
      const stated = value * factor;
      const computed = problem ? Number(problem.details['parts']) : stated;
      found.push({
        sheet: table.sheet,
        row,
        column,
        stated,
        computed,
        decimals: 2,
        percent: false,
        room: 0,
        gap: problem ? balance([Number(problem.details['gap'])]) : 0,
        verdict: problem ? 'off' : 'agrees',
        subject: null,
        how: { kind: 'total-row' },
      });
    }
  }
  return found;
}
