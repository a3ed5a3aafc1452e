import type { Problem, TableReading } from '../reading/types';

/** What wants the person's eye. */
export function findingsOf(table: TableReading): readonly Problem[] {
  return table.problems.filter((problem) => problem.severity === 'warning');
}

/** What was done while reading, and needs to be known rather than looked at. */
export function notesOf(table: TableReading): readonly Problem[] {
  return table.problems.filter((problem) => problem.severity === 'note');
}
