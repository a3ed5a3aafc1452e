import type { Problem } from './types';

/** Every finding that reading can report; src/locales has a sentence for each. */
export const PROBLEM_CODES = [
  'sheet-empty',
  'sheet-hidden',
  'no-table',
  'errors-only',
  'no-header',
  'rows-hidden',
  'column-hidden',
  'field-contested',
  'unit-applied',
  'percent-scaled',
  'date-order-ambiguous',
  'date-order-mixed',
  'year-assumed',
  'year-unknown',
  'months-without-year',
  'month-without-year',
  'date-joined',
  'date-unreadable',
  'date-range',
  'date-number',
  'day-by-order',
  'day-of-row',
  'number-unreadable',
  'currency-mixed',
  'cell-error',
  'merged-filled',
  'merged-number',
  'ditto-filled',
  'blanks-filled',
  'names-unified',
  'more-of-this',
  'total-mismatch',
  'row-total-mismatch',
  'duplicate-order',
  'duplicate-visit',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface ReadingProblem extends Problem {
  readonly code: ProblemCode;
}

/** At most this many findings of one kind in one column; the rest are counted. */
const LIMIT = 100;

/** Collects findings; of a kind that fills a column only the first are kept one by one. */
export class Findings {
  private readonly list: ReadingProblem[] = [];
  private readonly counts = new Map<string, { count: number; problem: ReadingProblem }>();

  add(problem: ReadingProblem): void {
    const key = `${problem.code}/${problem.column ?? ''}`;
    const known = this.counts.get(key);
    if (!known) this.counts.set(key, { count: 1, problem });
    else known.count += 1;
    if ((known?.count ?? 1) <= LIMIT) this.list.push(problem);
  }

  /** All findings, and for each kind cut short how many more there were. */
  all(): ReadingProblem[] {
    const more: ReadingProblem[] = [];
    for (const { count, problem } of this.counts.values()) {
      if (count <= LIMIT) continue;
      more.push({
        code: 'more-of-this',
        column: problem.column,
        details: { code: problem.code, more: count - LIMIT },
        severity: problem.severity,
      });
    }
    return [...this.list, ...more];
  }
}
