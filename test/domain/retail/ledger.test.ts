import fc from 'fast-check';
import { serialOf } from '../../../src/domain/dates';
import { yuanOf } from '../../../src/domain/money';
import { retailLedger } from '../../../src/domain/retail/ledger';
import {
  addPeriods,
  isOver,
  periodLabel,
  PERIODS,
  periodsBetween,
  periodStart,
} from '../../../src/domain/retail/periods';
import { flagsOf } from '../../../src/domain/retail/tracking';

test('periods begin on Mondays, firsts of months, firsts of quarters', () => {
  const day = serialOf(2025, 4, 23);
  expect(PERIODS.map((unit) => periodLabel(periodStart(day, unit), unit))).toEqual([
    '2025-04-21',
    '2025-04',
    '2025Q2',
  ]);
  expect(periodStart(serialOf(2025, 4, 21), 'week')).toBe(serialOf(2025, 4, 21));
  expect(periodStart(serialOf(2025, 4, 27) + 0.9, 'week')).toBe(serialOf(2025, 4, 21));
  expect(addPeriods(serialOf(2024, 12, 30), 'week', 1)).toBe(serialOf(2025, 1, 6));
});

test('every day lies in exactly one of the periods between', () => {
  const days = fc.integer({ min: serialOf(2023, 1, 1), max: serialOf(2026, 12, 31) });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 500 }), fc.constantFrom(...PERIODS), (first, more, unit) => {
      const starts = periodsBetween(first, first + more, unit);
      expect(starts[0]).toBe(periodStart(first, unit));
      expect(starts.at(-1)).toBe(periodStart(first + more, unit));
      starts.slice(1).forEach((start, i) => expect(start).toBe(addPeriods(starts[i] ?? 0, unit, 1)));
      expect(new Set(starts.map((start) => periodLabel(start, unit))).size).toBe(starts.length);
    }),
  );
});

test('a period is over on its last days', () => {
  expect(isOver(serialOf(2025, 4, 23), 'month')).toBe(false);
  expect(isOver(serialOf(2025, 4, 24), 'month')).toBe(true);
  expect(isOver(serialOf(2025, 4, 24), 'week')).toBe(false);
  expect(isOver(serialOf(2025, 4, 25), 'week')).toBe(true);
  expect(isOver(serialOf(2025, 5, 31), 'quarter')).toBe(false);
});

test('each retailer’s periods are the sums of his own orders', () => {
  const order = fc.record({
    retailer: fc.constantFrom('甲店', '乙店', 'Shop', 'SHOP '),
    date: fc.integer({ min: serialOf(2025, 1, 1), max: serialOf(2025, 3, 31) }),
    tenths: fc.option(fc.integer({ min: 0, max: 500 })),
    cents: fc.option(fc.integer({ min: -100, max: 99_999 })),
  });
  fc.assert(
    fc.property(fc.array(order, { maxLength: 40 }), fc.constantFrom(...PERIODS), (orders, unit) => {
      const starts = periodsBetween(serialOf(2025, 1, 15), serialOf(2025, 3, 1), unit);
      const ledger = retailLedger(
        {
          retailers: orders.map(({ retailer }) => retailer),
          dates: orders.map(({ date }) => date),
          quantities: orders.map(({ tenths }) => (tenths === null ? null : tenths / 10)),
          amounts: orders.map(({ cents }) => (cents === null ? null : yuanOf(cents))),
        },
        starts,
        unit,
      );
      for (const { name, quantities, cents } of ledger) {
        starts.forEach((start, i) => {
          const own = orders.filter(
            ({ retailer, date }) =>
              retailer.trim().toLowerCase() === name.toLowerCase() && periodStart(date, unit) === start,
          );
          const tenths = own.reduce((sum, each) => sum + (each.tenths ?? 0), 0);
          expect(quantities[i]).toBe(tenths / 10);
          expect(cents[i]).toBe(own.reduce((sum, each) => sum + (each.cents ?? 0), 0));
        });
      }
    }),
  );
});

describe('what stands out in a week', () => {
  const week = { current: 10, usual: 10, usualAmount: 1000, balance: 1000 };
  test.each([
    [{}, []],
    [{ current: 13 }, ['up']],
    [{ current: 12.99 }, []],
    [{ current: 7 }, ['down']],
    [{ current: 0 }, ['not-ordered']],
    [{ current: 0, balance: 999.99 }, ['not-ordered', 'short-balance']],
    [{ usual: 0 }, []],
    [{ usual: null, usualAmount: null, balance: 0 }, []],
    [{ balance: null }, []],
  ])('%p: %p', (change, flags) => {
    expect(flagsOf({ ...week, ...change })).toEqual(flags);
  });
});
