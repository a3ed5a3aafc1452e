import type { VisitLog } from './gaps';

/** Which of the listed customers were visited in a span of days. */
export interface Coverage {
  /** Different customers of the list, in its order. */
  readonly listed: readonly string[];
  readonly visited: readonly string[];
  /** Not visited in the span. */
  readonly missed: readonly string[];
  /** Not in the log at all up to the end of the span. */
  readonly never: readonly string[];
  /** Visited in the span although not on the list. */
  readonly unlisted: readonly string[];
  /** Visited ÷ listed; null when nobody is listed. */
  readonly rate: number | null;
}

export interface Span {
  /** null: from the first visit on. */
  readonly from: number | null;
  readonly to: number;
}

/** Several visits count once, a customer listed twice counts once, visits after the span do not count. */
export function coverageOf(customers: readonly (string | null)[], log: VisitLog, span: Span): Coverage {
  const listed = new Set<string>();
  for (const customer of customers) {
    const name = customer?.trim();
    if (name) listed.add(name);
  }
  const inSpan = new Set<string>();
  const ever = new Set<string>();
  const from = span.from === null ? -Infinity : Math.floor(span.from);
  const to = Math.floor(span.to);
  for (let row = 0; row < log.customers.length; row++) {
    const date = log.dates[row];
    const name = log.customers[row]?.trim();
    if (!name || date === null || date === undefined) continue;
    const day = Math.floor(date);
    if (day > to) continue;
    ever.add(name);
    if (day >= from) inSpan.add(name);
  }
  const all = [...listed];
  const visited = all.filter((name) => inSpan.has(name));
  return {
    listed: all,
    visited,
    missed: all.filter((name) => !inSpan.has(name)),
    never: all.filter((name) => !ever.has(name)),
    unlisted: [...inSpan].filter((name) => !listed.has(name)),
    rate: all.length === 0 ? null : visited.length / all.length,
  };
}
