import Decimal from 'decimal.js';
import fc from 'fast-check';
import { isoDate, serialOf } from '../../src/domain/dates';
import { DaybookError } from '../../src/domain/errors';
import { summarize, topGroups } from '../../src/domain/summary';

const columns = (
  rows: readonly (readonly [date: number | null, amount: number | null, person?: string | null])[],
) => ({
  dates: rows.map(([date]) => date),
  amounts: rows.map(([, amount]) => amount),
  keys: { person: rows.map(([, , person = null]) => person) },
});

const day = (month: number, date: number, year = 2024) => serialOf(year, month, date);

describe('months', () => {
  test('run on without gaps from the first to the last, with 环比 and running totals', () => {
    const { months, total, firstDay, lastDay } = summarize(
      columns([
        [day(4, 30), 300.1],
        [day(1, 31), 100],
        [day(1, 1) + 0.75, 100],
        [day(2, 1), 250],
      ]),
    );
    expect(months.map(({ start, count, cents }) => [isoDate(start), count, cents])).toEqual([
      ['2024-01-01', 2, 20000],
      ['2024-02-01', 1, 25000],
      ['2024-03-01', 0, 0],
      ['2024-04-01', 1, 30010],
    ]);
    expect(months.map(({ change }) => change)).toEqual([null, 0.25, -1, null]);
    expect(months.map(({ cumulativeCents }) => cumulativeCents)).toEqual([20000, 45000, 45000, 75010]);
    expect(total).toEqual({ count: 4, cents: 75010 });
    expect([firstDay, lastDay]).toEqual([day(1, 1), day(4, 30)]);
  });

  test('compare with last year and begin the year to date anew', () => {
    const { months } = summarize(
      columns([
        [day(11, 5, 2023), 100],
        [day(12, 5, 2023), 50],
        [day(11, 5, 2024), 120],
        [day(12, 5, 2024), 0],
      ]),
    );
    expect(months).toHaveLength(14);
    expect(months.at(-2)).toMatchObject({ yearChange: 0.2, change: null, yearToDateCents: 12000 });
    expect(months.at(-1)).toMatchObject({ yearChange: -1, change: -1, cumulativeCents: 27000 });
    expect(months[1]).toMatchObject({ yearChange: null, yearToDateCents: 15000 });
    expect(months[2]).toMatchObject({ yearToDateCents: 0, cumulativeCents: 15000 });
  });
});

describe('rows that can not be counted', () => {
  test('are told by number and left out everywhere', () => {
    const summary = summarize(
      columns([
        [null, 100, '赵'],
        [day(1, 1), null, '赵'],
        [null, null, '赵'],
        [day(1, 2), 5, '钱'],
      ]),
    );
    expect(summary.withoutDate).toEqual([0, 2]);
    expect(summary.withoutAmount).toEqual([1]);
    expect(summary.total).toEqual({ count: 1, cents: 500 });
    expect(summary.groups.person.map(({ key }) => key)).toEqual(['钱']);
  });

  test('leave an empty summary when none is left', () => {
    const summary = summarize(columns([[null, 100]]));
    expect(summary).toMatchObject({
      months: [],
      total: { count: 0, cents: 0 },
      firstDay: null,
      lastDay: null,
    });
    expect(summary.groups.person).toEqual([]);
  });
});

describe('groups', () => {
  test('are trimmed, ordered by amount, with blanks as not stated and shares of 100%', () => {
    const { groups } = summarize(
      columns([
        [day(1, 1), 10, '赵'],
        [day(3, 1), 20, ' 赵 '],
        [day(1, 1), 30, '钱'],
        [day(1, 1), 30, null],
        [day(2, 1), 0, ' '],
      ]),
    );
    expect(groups.person).toEqual([
      { key: '赵', count: 2, cents: 3000, monthCents: [1000, 0, 2000], share: 0.334 },
      { key: null, count: 2, cents: 3000, monthCents: [3000, 0, 0], share: 0.333 },
      { key: '钱', count: 1, cents: 3000, monthCents: [3000, 0, 0], share: 0.333 },
    ]);
  });

  test('the top ones stand apart from the rest', () => {
    const { groups } = summarize(
      columns([1, 2, 3, 4, 5].map((amount) => [day(1, 1), amount, `客户${amount}`])),
    );
    const { top, rest } = topGroups(groups.person, 2);
    expect(top.map(({ key }) => key)).toEqual(['客户5', '客户4']);
    expect(rest).toEqual({ groups: 3, count: 3, cents: 600 });
    expect(topGroups(groups.person, 5).rest).toBeNull();
  });
});

test('sums beyond what a number holds exactly are refused, also where signs would cancel', () => {
  const large = 50_000_000_000_000;
  expect(
    summarize(
      columns([
        [day(1, 1), large],
        [day(1, 1), -large / 2],
      ]),
    ).total.cents,
  ).toBe(2.5e15);
  expect(() =>
    summarize(
      columns([
        [day(1, 1), large],
        [day(1, 1), -large],
      ]),
    ),
  ).toThrow(DaybookError);
});

test('a stray day that would make a century of empty months is refused by name', () => {
  const stray = columns([
    [day(1, 1), 1],
    [day(12, 31, 9999), 1],
  ]);
  expect(() => summarize(stray)).toThrow(
    new DaybookError('dates-too-far-apart', { first: '2024-01-01', last: '9999-12-31' }),
  );
});

test('every figure equals the sum of its rows in decimals', () => {
  const row = fc.tuple(
    fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: day(1, 1), max: day(12, 31, 2025) }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100),
      fc.integer({ min: -1e9, max: 1e9 }).map((mills) => mills / 1000),
      fc.constant(null),
    ),
    fc.constantFrom('赵', ' 赵', '钱', '孙', '', null),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const { months, groups, total } = summarize(columns(rows));
      const expected = (keep: (date: number, person: string | null) => boolean) =>
        rows
          .reduce((sum, [date, amount, person]) => {
            if (date === null || amount === null || !keep(date, person?.trim() || null)) return sum;
            const cents = new Decimal(String(amount)).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
            return sum.plus(cents);
          }, new Decimal(0))
          .toNumber();
      expect(total.cents).toBe(expected(() => true));
      const inMonth = (date: number, start: number) =>
        isoDate(date).slice(0, 7) === isoDate(start).slice(0, 7);
      months.forEach(({ start, cents }, index) => {
        expect(cents).toBe(expected((date) => inMonth(date, start)));
        for (const group of groups.person) {
          const ofBoth = expected((date, person) => inMonth(date, start) && person === group.key);
          expect(group.monthCents[index]).toBe(ofBoth);
        }
      });
      for (const group of groups.person)
        expect(group.cents).toBe(expected((_, person) => person === group.key));
    }),
  );
});
