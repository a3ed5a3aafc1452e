import fc from 'fast-check';
import {
  checkLimits,
  quintileLimits,
  RECENCY_LIMITS,
  rfmType,
  scoreFrom,
  scoreUpTo,
  type Score,
} from '../../../src/domain/customers/rfm';
import { STAGE_RULES, stageOf } from '../../../src/domain/customers/stages';

test('days score by up to, limits included', () => {
  expect([0, 30, 31, 60, 90, 91, 180, 181, Infinity].map((days) => scoreUpTo(days, RECENCY_LIMITS))).toEqual([
    5, 5, 4, 4, 3, 2, 2, 1, 1,
  ]);
});

test('orders and amounts score by from, limits included', () => {
  expect([12, 11, 6, 3, 2, 1, -5].map((value) => scoreFrom(value, [12, 6, 3, 2]))).toEqual([
    5, 4, 4, 3, 2, 1, 1,
  ]);
});

test('limits in order are taken, all others refused', () => {
  expect(checkLimits([1, 2, 3, 4], 'ascending')).toEqual([1, 2, 3, 4]);
  for (const limits of [
    [1, 2, 2, 4],
    [4, 3, 2, 1],
    [1, 2, 3],
    [1, 2, 3, NaN],
  ]) {
    expect(() => checkLimits(limits, 'ascending')).toThrow('rfm-limits');
  }
  expect(() => checkLimits([1, 2, 3, 4], 'descending')).toThrow('rfm-limits');
});

test('limits taken from any customers are in order and said with two digits', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -10, max: 1e7 }), { maxLength: 80 }), (values) => {
      const limits = quintileLimits(values);
      expect(checkLimits(limits, 'descending')).toBe(limits);
    }),
  );
  const hundred = Array.from({ length: 100 }, (_, i) => (i + 1) * 1013);
  expect(quintileLimits(hundred)).toEqual([82000, 62000, 42000, 21000]);
});

test.each([
  [5, 5, 5, 'champion'],
  [5, 3, 4, 'growing'],
  [1, 4, 5, 'keep'],
  [1, 1, 4, 'win-back'],
  [4, 4, 3, 'regular'],
  [5, 1, 1, 'new'],
  [1, 5, 1, 'fading'],
  [1, 1, 1, 'lost'],
] as const)('R %i, F %i, M %i is %s', (r, f, m, type) => {
  expect(rfmType(r as Score, f as Score, m as Score, 4)).toBe(type);
});

describe('stages', () => {
  const life = { daysSinceFirst: 400, daysSinceLast: 10, recent: 100, previous: 100 };
  test.each([
    [{}, 'steady'],
    [{ recent: 120 }, 'growing'],
    [{ recent: 119.99 }, 'steady'],
    [{ recent: 80 }, 'declining'],
    [{ recent: 80.01 }, 'steady'],
    [{ recent: 0.3, previous: 0.25 }, 'growing'],
    [{ previous: 0 }, 'growing'],
    [{ previous: -5, recent: 0 }, 'steady'],
    [{ daysSinceFirst: 90 }, 'new'],
    [{ daysSinceFirst: 91 }, 'steady'],
    [{ daysSinceLast: 180 }, 'steady'],
    [{ daysSinceLast: 181 }, 'dormant'],
    [{ daysSinceFirst: 200, daysSinceLast: 200 }, 'dormant'],
  ])('%p is %s', (change, stage) => {
    expect(stageOf({ ...life, ...change }, STAGE_RULES)).toBe(stage);
  });
});
