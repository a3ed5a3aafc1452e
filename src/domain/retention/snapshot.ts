import { bandOf, type WarningRules } from './warnings';

/** 拍照: the users of high value on one day, held against what became of them. */
export interface Snapped {
  readonly id: string;
  /** On the day of the snapshot. */
  readonly arpu: number;
  /** Null where it is not known. */
  readonly day: number | null;
}

export interface UserNow {
  readonly id: string;
  readonly arpu: number | null;
  /** What the list says of users who left, by their status. */
  readonly left: boolean;
}

/** Users whose ARPU is above the limit, as they are on that day; those who left are in no snapshot. */
export function takeSnapshot(
  users: readonly UserNow[],
  day: number | null,
  rules: Pick<WarningRules, 'highArpu' | 'middleArpu'>,
): Snapped[] {
  return users.flatMap(({ id, arpu, left }) =>
    left || arpu === null || bandOf(arpu, rules) === null ? [] : [{ id, arpu, day }],
  );
}

export type Fate = 'kept' | 'left' | 'missing';

/** What became of each snapshotted user: still there, left by his status, or not in the list any more. */
export function fatesOf(
  snapshot: readonly Pick<Snapped, 'id'>[],
  now: readonly UserNow[],
): readonly { readonly fate: Fate; readonly now: UserNow | null }[] {
  const there = new Map(now.map((user) => [userKey(user.id), user]));
  return snapshot.map(({ id }) => {
    const user = there.get(userKey(id)) ?? null;
    return { fate: user === null ? 'missing' : user.left ? 'left' : 'kept', now: user };
  });
}

/** Users match without regard to case and spaces around their numbers. */
export function userKey(id: string): string {
  return id.trim().toLowerCase();
}

export interface Movement {
  readonly opening: number;
  readonly lost: number;
  readonly closing: number;
}

/** From one list of users to the next: who was there first, who of them is not any more, how many are there now. */
export function movementOf(before: readonly UserNow[], now: readonly UserNow[]): Movement {
  const first = before.filter(({ left }) => !left);
  const lost = fatesOf(first, now).filter(({ fate }) => fate !== 'kept').length;
  return { opening: first.length, lost, closing: now.filter(({ left }) => !left).length };
}
