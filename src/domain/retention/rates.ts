/** A part of a whole; null where there is nothing to take a part of. */
function rateOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** 离网率: users lost ÷ users at the beginning; with the users at the end, ÷ the mean of both. */
export function churnRate(lost: number, opening: number, closing: number | null = null): number | null {
  return rateOf(lost, closing === null ? opening : (opening + closing) / 2);
}

export interface Kept {
  /** Different users of the first list, and those of them that are still in the second. */
  readonly users: number;
  readonly kept: number;
  /** 保有率; null for an empty first list. */
  readonly rate: number | null;
}

/** Which of the users of one day are still there on another; names match without case and spaces around them. */
export function keptUsers(first: Iterable<string>, now: Iterable<string>): Kept {
  const there = new Set<string>();
  for (const user of now) there.add(fold(user));
  const users = new Set<string>();
  for (const user of first) if (user.trim() !== '') users.add(fold(user));
  let kept = 0;
  for (const user of users) if (there.has(user)) kept++;
  return { users: users.size, kept, rate: rateOf(kept, users.size) };
}

function fold(user: string): string {
  return user.trim().toLowerCase();
}

/** The three indicators of keeping users, with their usual limits; each limit is a cell that a person can change. */
export const RETENTION_LIMITS = { handled: 0.35, kept: 1, churn: 0.075 } as const;
