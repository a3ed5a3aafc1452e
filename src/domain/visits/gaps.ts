/**
 * Days between the visits of each customer. Customers match by their trimmed names; several visits on one day are one;
 * visits after `asOf` (planned ones) do not count.
 */

export interface VisitLog {
  readonly customers: readonly (string | null)[];
  /** Serial of each visit; null where there is none. */
  readonly dates: readonly (number | null)[];
}

export interface VisitGaps {
  /** Days since the last visit. */
  readonly last: number;
  /** The longest time without a visit: between two visits, or since the last one. */
  readonly longest: number;
  /** Mean days from one visit to the next; null for a customer visited on one day only. */
  readonly average: number | null;
}

/** The newest day in the log; null when it has none. */
export function newestVisit(log: VisitLog): number | null {
  let newest: number | null = null;
  for (const date of log.dates) if (date !== null && (newest === null || date > newest)) newest = date;
  return newest === null ? null : Math.floor(newest);
}

/** The gaps of every customer visited up to `asOf`, by trimmed name. */
export function visitGaps(log: VisitLog, asOf: number): Map<string, VisitGaps> {
  const today = Math.floor(asOf);
  const gaps = new Map<string, VisitGaps>();
  for (const [customer, days] of visitDays(log, today)) gaps.set(customer, gapsOf(days, today));
  return gaps;
}

function visitDays({ customers, dates }: VisitLog, today: number): Map<string, number[]> {
  const byCustomer = new Map<string, number[]>();
  for (let row = 0; row < customers.length; row++) {
    const date = dates[row];
    const customer = customers[row]?.trim();
    if (!customer || date === null || date === undefined) continue;
    const day = Math.floor(date);
    if (day > today) continue;
    const days = byCustomer.get(customer);
    if (days) days.push(day);
    else byCustomer.set(customer, [day]);
  }
  return byCustomer;
}

function gapsOf(days: number[], today: number): VisitGaps {
  days.sort((a, b) => a - b);
  const first = days[0] as number;
  let previous = first;
  let steps = 0;
  let longest = 0;
  for (const day of days) {
    if (day === previous) continue;
    longest = Math.max(longest, day - previous);
    steps++;
    previous = day;
  }
  const last = today - previous;
  return {
    last,
    longest: Math.max(longest, last),
    average: steps === 0 ? null : (previous - first) / steps,
  };
}
