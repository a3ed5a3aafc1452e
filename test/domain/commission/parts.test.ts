import fc from 'fast-check';
import { capped, settle, settleMonths } from '../../../src/domain/commission/balances';
import { tierBreakdown } from '../../../src/domain/commission/breakdown';
import { clawedBack, overridePay, prorated } from '../../../src/domain/commission/parts';
import { shareTotal, splitByShares } from '../../../src/domain/commission/split';
import { commissionPlan } from '../../../src/domain/commission/tiers';
import { DaybookError } from '../../../src/domain/errors';

describe('splitByShares', () => {
  test.each([
    [10_000, [0.5, 0.3, 0.2], [5000, 3000, 2000]],
    [5, [0.5, 0.5], [2, 3]],
    [1, [0.3, 0.4, 0.3], [0, 1, 0]],
    [-10_001, [0.6, 0.4], [-6001, -4000]],
    [100, [1 / 3, 1 / 3, 1 / 3], [34, 33, 33]],
    [100, [0.1 + 0.2, 0.7], [30, 70]],
  ])('%p by %p', (cents, shares, parts) => {
    expect(splitByShares(cents, shares)).toEqual(parts);
  });

  test('refuses what does not make 100%', () => {
    expect(() => splitByShares(1, [0.5, 0.4])).toThrow(new DaybookError('shares-not-whole', { total: 0.9 }));
    expect(() => splitByShares(1, [1.5, -0.5])).toThrow(new DaybookError('share-negative', { position: 2 }));
    expect(shareTotal([0.33, 0.33, 0.33])).toBe('0.99');
  });

  test('the parts add up, and none is a 分 off except the largest', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (cents, given) => {
        const whole = given.reduce((sum, each) => sum + each, 0);
        fc.pre(whole > 0);
        const shares = given.map((each) => each / whole);
        fc.pre(shareTotal(shares) === '1');
        const parts = splitByShares(cents, shares);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents);
        const largest = shares.indexOf(Math.max(...shares));
        parts.forEach((part, index) => {
          if (index !== largest) expect(Math.abs(part - cents * (shares[index] ?? 0))).toBeLessThan(0.51);
        });
      }),
    );
  });
});

test.each([
  [300_000, 10, 31, 96_774],
  [300_000, 31, 31, 300_000],
  [300_000, 0, 31, 0],
  [1, 1, 2, 1],
  [-1, 1, 2, -1],
  [100, 5, 0, 0],
])('prorated(%p, %p, %p) is %p', (cents, active, total, part) => {
  expect(prorated(cents, active, total)).toBe(part);
});

test.each([
  [150_000, 0.01, 150_000, 150_000, 150_000],
  [150_000, 0.01, 150_000, 149_999.99, 0],
  [0.1 + 0.2, 1, 0.3, 0.1 + 0.2, 30],
  [-1000, 0.01, 0, 0, -1000],
])('overridePay(%p, %p, %p, %p) is %p', (revenue, rate, target, measured, pay) => {
  expect(overridePay(revenue, rate, target, measured)).toBe(pay);
});

describe('clawedBack', () => {
  test.each([
    [4125, 75_000, 75_000, -4125],
    [4000, 100_000, 20_000, -800],
    [1, 3, 1, 0],
    [5, 10, 1, -1],
    [0, 100, 100, 0],
  ])('%p earned on %p, %p refunded: %p', (earned, sale, refund, back) => {
    expect(clawedBack(earned, sale, refund)).toBe(back);
  });

  test('refuses a refund of more than the sale, and a sale of nothing', () => {
    expect(() => clawedBack(1, 100, 101)).toThrow(DaybookError);
    expect(() => clawedBack(1, 0, 0)).toThrow(DaybookError);
  });
});

describe('settle', () => {
  test('500, 700, 400 earned against 1,000 owe 500, 800, 1,400', () => {
    const settled = settleMonths([50_000, 70_000, 40_000], 100_000, 0, true);
    expect(settled.map(({ paid, owed }) => [paid, owed])).toEqual([
      [100_000, 50_000],
      [100_000, 80_000],
      [100_000, 140_000],
    ]);
  });

  test('nothing is lost: paid less earned is what the debt grew by', () => {
    const months = fc.array(fc.integer({ min: -1e6, max: 1e7 }), { maxLength: 12 });
    fc.assert(
      fc.property(months, fc.nat(1e6), fc.nat(1e6), (earned, amount, opening) => {
        let owed = opening;
        for (const [index, { paid, owed: after }] of settleMonths(earned, amount, opening, true).entries()) {
          expect(paid - (earned[index] ?? 0)).toBe(after - owed);
          expect(paid).toBeGreaterThanOrEqual(amount);
          expect(after).toBeGreaterThanOrEqual(0);
          owed = after;
        }
      }),
    );
  });

  test('what is not recoverable is owed by nobody', () => {
    expect(settle(500, 1000, 0, false)).toEqual({ paid: 1000, owed: 0, recovered: 0 });
    expect(settle(1500, 1000, 300, false)).toEqual({ paid: 1500, owed: 300, recovered: 0 });
  });
});

test('capped', () => {
  expect([capped(5, 3), capped(3, 3), capped(-5, 3)]).toEqual([3, 3, -5]);
});

test('the working by tier adds up to the commission, also where slices end within a 分', () => {
  const froms = fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 5 });
  const mode = fc.constantFrom('whole' as const, 'marginal' as const);
  fc.assert(
    fc.property(froms, mode, fc.integer({ min: -200_000, max: 200_000 }), (starts, how, revenue) => {
      const tiers = starts
        .sort((a, b) => a - b)
        .map((from, index) => ({ from: from / 1000, rate: (index + 1) / 37 }));
      const plan = commissionPlan(tiers, how);
      const parts = tierBreakdown(plan.tiers, how, revenue / 1000);
      expect(parts.reduce((sum, { earned }) => sum + earned, 0)).toBe(plan.pay(revenue / 1000));
    }),
  );
});

test('tiers by attainment are tiers over the quota', () => {
  const plan = commissionPlan(
    [
      { from: 0, rate: 0.05 },
      { from: 1, rate: 0.08 },
    ],
    'marginal',
    undefined,
    100_000,
  );
  expect(plan.pay(120_000)).toBe(660_000);
  expect(plan.jumps).toEqual([{ from: 100_000, cents: 0 }]);
});
