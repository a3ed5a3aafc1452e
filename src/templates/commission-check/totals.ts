import { yuanOf } from '../../domain/money';
import type { Line } from './lines';

/** The sums of a check, exact to the 分; amounts in 元. */
export interface Totals {
  readonly expected: number;
  readonly submitted: number;
  readonly difference: number;
  readonly over: number;
  readonly under: number;
  readonly rows: number;
  readonly right: number;
  readonly explained: number;
  readonly unexplained: number;
}

export interface ReasonTotal {
  readonly name: string;
  readonly rows: number;
  readonly over: number;
  readonly under: number;
}

export function totalsOf(lines: readonly Line[]): Totals {
  const sums = { expected: 0, submitted: 0, over: 0, under: 0 };
  const counts = { rows: 0, right: 0, explained: 0, unexplained: 0 };
  for (const { checked } of lines) {
    const { expected, submitted, difference, verdict } = checked;
    if (expected === null || submitted === null || difference === null) continue;
    counts.rows += 1;
    sums.expected += expected;
    sums.submitted += submitted;
    if (difference > 0) sums.over += difference;
    else sums.under += difference;
    if (verdict === 'right' || verdict === 'explained' || verdict === 'unexplained') counts[verdict] += 1;
  }
  return {
    expected: yuanOf(sums.expected),
    submitted: yuanOf(sums.submitted),
    difference: yuanOf(sums.submitted - sums.expected),
    over: yuanOf(sums.over),
    under: yuanOf(sums.under),
    ...counts,
  };
}

/** The most frequent reason first. */
export function reasonTotals(lines: readonly Line[]): ReasonTotal[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.reason === null) continue;
    const group = groups.get(line.reason);
    if (group) group.push(line);
    else groups.set(line.reason, [line]);
  }
  return [...groups]
    .map(([name, group]) => {
      const { over, under } = totalsOf(group);
      return { name, rows: group.length, over, under };
    })
    .sort((a, b) => b.rows - a.rows || b.over - b.under - (a.over - a.under));
}
