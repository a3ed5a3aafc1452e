/** What could not be answered on the spot, and who chases it (谁走访谁督办: whoever visited, unless somebody else is named). */
export interface FollowUp {
  /** Day of the visit. */
  readonly raised: number;
  readonly visitor: string | null;
  /** null: the visitor. */
  readonly owner: string | null;
  /** Day promised; null leaves it to the limit. */
  readonly due: number | null;
  /** Day it was settled; null while it is open. */
  readonly closed: number | null;
}

export interface FollowUpState {
  readonly owner: string | null;
  readonly due: number;
  /** Days from the visit to its settling, or to the day asked about. */
  readonly age: number;
  /** Days past the due day, until settled; 0 in time. */
  readonly late: number;
  readonly state: 'closed' | 'open' | 'overdue';
}

/** An item settled after the day asked about was still open then. */
export function followUpState(item: FollowUp, limit: number, asOf: number): FollowUpState {
  const today = Math.floor(asOf);
  const raised = Math.floor(item.raised);
  const due = item.due === null ? raised + limit : Math.floor(item.due);
  const closed = item.closed !== null && Math.floor(item.closed) <= today;
  const end = closed ? Math.floor(item.closed ?? today) : today;
  const late = Math.max(0, end - due);
  const owner = item.owner?.trim() || item.visitor?.trim() || null;
  return { owner, due, age: end - raised, late, state: closed ? 'closed' : late > 0 ? 'overdue' : 'open' };
}

export interface OwnerCounts {
  readonly owner: string;
  readonly open: number;
  readonly overdue: number;
  readonly closed: number;
  /** Age of the oldest item that is not settled; 0 when all are. */
  readonly oldest: number;
}

/** Counts by owner, most overdue first, then most open; items without any owner come under ''. */
export function countByOwner(states: readonly FollowUpState[]): OwnerCounts[] {
  const counts = new Map<string, { open: number; overdue: number; closed: number; oldest: number }>();
  for (const { owner, state, age } of states) {
    const name = owner ?? '';
    let entry = counts.get(name);
    if (!entry) counts.set(name, (entry = { open: 0, overdue: 0, closed: 0, oldest: 0 }));
    entry[state]++;
    if (state !== 'closed') entry.oldest = Math.max(entry.oldest, age);
  }
  return [...counts]
    .map(([owner, entry]) => ({ owner, ...entry, open: entry.open + entry.overdue }))
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open);
}
