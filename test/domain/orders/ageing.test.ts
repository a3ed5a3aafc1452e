import fc from 'fast-check';
import {
  ageing,
  ageingBucket,
  ageInDays,
  AGEING_LIMITS,
  bucketLabel,
  checkAgeingLimits,
} from '../../../src/domain/orders/ageing';
import { centsOf } from '../../../src/domain/money';
import { loadCases } from '../../cases/load';
import { dayOfText, instantOfText } from '../calendar/texts';

test.each([
  [-1, '<0'],
  [0, '0–30'],
  [30, '0–30'],
  [31, '31–60'],
  [60, '31–60'],
  [61, '61–90'],
  [90, '61–90'],
  [91, '>90'],
  [4000, '>90'],
])('%d days: %s', (age, label) => {
  expect(bucketLabel(ageingBucket(age))).toBe(label);
});

test('ages count days, not times, over month ends', () => {
  expect(ageInDays(dayOfText('2024-01-31') + 0.9, dayOfText('2024-03-01') + 0.1)).toBe(30);
  expect(ageInDays(dayOfText('2023-01-31'), dayOfText('2023-03-01'))).toBe(29);
});

interface Lists {
  readonly limits: readonly number[];
  readonly lists: readonly {
    readonly about: string;
    readonly asOf: string;
    /** In 元. */
    readonly debts: readonly {
      readonly name: string;
      readonly balance: number;
      readonly due: string | null;
    }[];
    readonly rows: readonly object[];
  }[];
}

describe.each(loadCases<Lists>('receivables'))('%s', (_name, { limits, lists }) => {
  test.each(lists)('$about', ({ asOf, debts, rows }) => {
    const found = ageing(
      debts.map(({ name, balance, due }) => ({
        name,
        balance: centsOf(balance),
        due: due === null ? null : instantOfText(due),
      })),
      instantOfText(asOf),
      limits,
    );
    const yuan = (cents: number): number => cents / 100;
    expect(
      found.map(({ name, total, notDue, buckets, undated }) => ({
        name,
        total: yuan(total),
        notDue: yuan(notDue),
        buckets: buckets.map(yuan),
        undated: yuan(undated),
      })),
    ).toEqual(rows);
  });
});

test('by name, the largest overdue first', () => {
  const rows = ageing(
    [
      { name: '甲公司', balance: 100_00, due: 90 },
      { name: '乙公司', balance: 500_00, due: 105 },
      { name: '甲公司', balance: 20_01, due: 9 },
      { name: '丙公司', balance: 300_00, due: null },
    ],
    100,
  );
  expect(rows.map(({ name }) => name)).toEqual(['甲公司', '乙公司', '丙公司']);
});

test('limits have to rise', () => {
  for (const limits of [[], [30, 30], [60, 30], [-1], [30.5]]) {
    expect(() => checkAgeingLimits(limits)).toThrow(/ageing-limits/);
  }
  expect(() => checkAgeingLimits([0, 7])).not.toThrow();
});

test('every age falls into one bucket, whose label has it in', () => {
  const limits = fc
    .uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 })
    .map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(limits, fc.integer({ min: -50, max: 500 }), (given, age) => {
      const label = bucketLabel(ageingBucket(age, given), given);
      const [from = 0, to = 0] = label.split('–').map(Number);
      if (label === '<0') expect(age).toBeLessThan(0);
      else if (label.startsWith('>')) expect(age).toBeGreaterThan(Number(label.slice(1)));
      else expect(age >= from && age <= to).toBe(true);
    }),
  );
  expect(AGEING_LIMITS.map((_, bucket) => bucketLabel(bucket))).toEqual(['0–30', '31–60', '61–90']);
});

test('the parts of every name add up to its total, and all totals to what was owed', () => {
  const receivable = fc.record({
    name: fc.constantFrom('甲', '乙', '丙', '=1+1'),
    balance: fc.integer({ min: -1_000_00, max: 1_000_000_00 }),
    due: fc.option(fc.integer({ min: 45_000, max: 45_400 }), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(receivable), fc.integer({ min: 45_000, max: 45_400 }), (given, asOf) => {
      const rows = ageing(given, asOf);
      for (const { total, notDue, buckets, undated } of rows) {
        expect(notDue + undated + buckets.reduce((sum, part) => sum + part, 0)).toBe(total);
      }
      const owed = given.reduce((sum, { balance }) => sum + balance, 0);
      expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(owed);
    }),
  );
});
