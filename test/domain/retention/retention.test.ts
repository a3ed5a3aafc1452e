import fc from 'fast-check';
import { serialOfIso } from '../../../src/domain/dates';
import { meetsLimit, type LimitRule } from '../../../src/domain/retail/rates';
import { churnRate, keptUsers } from '../../../src/domain/retention/rates';
import { fatesOf, movementOf, takeSnapshot, type UserNow } from '../../../src/domain/retention/snapshot';
import { bandOf, prepaidLasts, WARNING_RULES, warningOf } from '../../../src/domain/retention/warnings';
import { loadCases } from '../../cases/load';

interface WarningCase {
  readonly asOf: string;
  readonly user: Readonly<Record<string, number | string | null>>;
  readonly reasons: readonly string[];
  readonly daysLeft: number | null;
}

test.each(loadCases<WarningCase>('retention/warnings'))('%s', (_name, { asOf, user, reasons, daysLeft }) => {
  const value = (id: string): number | null => {
    const given = user[id] ?? null;
    return typeof given === 'string' ? serialOfIso(given) : given;
  };
  const state = {
    prepaid: value('prepaid'),
    arpu: value('arpu'),
    contractEnd: value('contractEnd'),
    subsidyEnd: value('subsidyEnd'),
    lastUse: value('lastUse'),
    debt: value('debt'),
  };
  const warning = warningOf(state, serialOfIso(asOf) ?? 0);
  expect(warning?.reasons ?? []).toEqual(reasons);
  expect(warning?.daysLeft ?? null).toBe(daysLeft);
});

type RateCase = {
  readonly rate: number | null;
  readonly limit?: number;
  readonly rule?: LimitRule;
  readonly met?: boolean;
} & (
  | { readonly kind: 'churn'; readonly lost: number; readonly opening: number; readonly closing?: number }
  | { readonly kind: 'kept'; readonly first: readonly string[]; readonly now: readonly string[] }
  | { readonly kind: 'handled'; readonly handled: number; readonly tasks: number }
);

test.each(loadCases<RateCase>('retention/rates'))('%s', (_name, given) => {
  const rate =
    given.kind === 'churn'
      ? churnRate(given.lost, given.opening, given.closing)
      : given.kind === 'kept'
        ? keptUsers(given.first, given.now).rate
        : given.handled / given.tasks;
  expect(rate).toBe(given.rate);
  if (rate !== null && given.limit !== undefined && given.rule !== undefined) {
    expect(meetsLimit(rate, given.limit, given.rule)).toBe(given.met);
  }
});

test('a balance lasts whole days, and none of somebody who uses nothing', () => {
  expect(prepaidLasts(100, 100)).toBe(30);
  expect(prepaidLasts(33.3, 99.9)).toBe(10);
  expect(prepaidLasts(-5, 50)).toBe(0);
  expect(prepaidLasts(5, 0)).toBeNull();
  expect(prepaidLasts(5, null)).toBeNull();
});

test('bands: above 80 to 200 the middle one', () => {
  expect([null, 80, 80.01, 200, 200.01].map((arpu) => bandOf(arpu, WARNING_RULES))).toEqual([
    null,
    null,
    'middle',
    'middle',
    'high',
  ]);
});

const user = (id: string, arpu: number | null, left = false): UserNow => ({ id, arpu, left });

test('a snapshot is of users above the limit who are there', () => {
  const users = [user('a', 81), user('b', 80), user('c', 300), user('d', 500, true), user('e', null)];
  expect(takeSnapshot(users, 45000, WARNING_RULES)).toEqual([
    { id: 'a', arpu: 81, day: 45000 },
    { id: 'c', arpu: 300, day: 45000 },
  ]);
});

test('what became of them', () => {
  const now = [user('A ', 70), user('c', 300, true)];
  expect(fatesOf([{ id: 'a' }, { id: 'c' }, { id: 'x' }], now).map(({ fate }) => fate)).toEqual([
    'kept',
    'left',
    'missing',
  ]);
  expect(movementOf([user('a', 1), user('c', 1), user('x', 1), user('y', 1, true)], now)).toEqual({
    opening: 3,
    lost: 2,
    closing: 1,
  });
});

test('kept and lost of a snapshot are all of it', () => {
  const ids = fc.array(fc.integer({ min: 0, max: 30 }).map(String));
  fc.assert(
    fc.property(ids, ids, (first, now) => {
      const { users, kept, rate } = keptUsers(first, now);
      const there = new Set(now);
      expect(users).toBe(new Set(first).size);
      expect(users - kept).toBe([...new Set(first)].filter((id) => !there.has(id)).length);
      expect(rate).toBe(users === 0 ? null : kept / users);
    }),
  );
});
