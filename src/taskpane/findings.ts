import type { Problem, TableReading } from '../reading/types';

/** What wants the person's eye; notes that only say what was done are told elsewhere. */
export function findingsOf(table: TableReading): readonly Problem[] {
  return table.problems.filter((problem) => problem.severity === 'warning');
}
