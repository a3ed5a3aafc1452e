import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { coverageOf } from '../../../src/domain/visits/coverage';
import { personDays } from '../../../src/domain/visits/days';
import { countByOwner, followUpState } from '../../../src/domain/visits/follow-up';
import { visitGaps } from '../../../src/domain/visits/gaps';
import { overlapsOf, type Overlap } from '../../../src/domain/visits/overlap';
import type { VisitRows } from '../../../src/domain/visits/log';
import { checkTrip } from '../../../src/domain/visits/trip';

const rows = (list: readonly (readonly [string | null, string | null, number | null])[]): VisitRows => ({
  customers: list.map(([customer]) => customer),
  people: list.map(([, person]) => person),
  dates: list.map(([, , date]) => date),
});

describe('overlaps', () => {
  test('the nearest earlier visit by somebody else, both rows', () => {
    const log = rows([
      ['甲', '张', 100],
      ['乙', '张', 101],
      [' 甲 ', '张', 103],
      ['甲', '李', 105],
      ['甲', '王', 120],
      ['甲', null, 121],
    ]);
    expect(overlapsOf(log, 7)).toEqual([{ customer: '甲', first: 2, second: 3, days: 2 }]);
    expect(overlapsOf(log, 15)).toEqual([
      { customer: '甲', first: 2, second: 3, days: 2 },
      { customer: '甲', first: 3, second: 4, days: 15 },
    ]);
  });

  test('agree with a search through all pairs', () => {
    const visit = fc.tuple(
      fc.constantFrom('甲', '乙', null),
      fc.constantFrom('张', '李', '王', '', null),
      fc.option(fc.integer({ min: 100, max: 130 }), { nil: null }),
    );
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 40 }), fc.integer({ min: 0, max: 12 }), (list, within) => {
        const found = overlapsOf(rows(list), within).map(({ second, days }) => `${second}/${days}`);
        expect(found.sort()).toEqual(slowly(list, within).sort());
      }),
    );
  });

  function slowly(
    list: readonly (readonly [string | null, string | null, number | null])[],
    within: number,
  ): string[] {
    return list.flatMap(([customer, person, date], second) => {
      if (!customer || !person || date === null) return [];
      const gaps = list.flatMap(([other, who, when], first) =>
        other === customer &&
        who &&
        who !== person &&
        when !== null &&
        (when < date || (when === date && first < second))
          ? [date - when]
          : [],
      );
      const nearest = Math.min(...gaps);
      return nearest <= within ? [`${second}/${nearest}`] : [];
    });
  }
});

test('coverage counts listed customers once, visits within the span only', () => {
  const log = { customers: ['甲', '甲', '丙', '戊', '丁'], dates: [100, 105, 95, 104, 120] };
  const list = ['甲', ' 甲', '乙', '丙', '丁', null];
  expect(coverageOf(list, log, { from: 100, to: 110 })).toEqual({
    listed: ['甲', '乙', '丙', '丁'],
    visited: ['甲'],
    missed: ['乙', '丙', '丁'],
    never: ['乙', '丁'],
    unlisted: ['戊'],
    rate: 0.25,
  });
  expect(coverageOf([], log, { from: null, to: 110 }).rate).toBeNull();
});

test('a day in the field counts visits and different customers', () => {
  const log = rows([
    ['甲', '张', 100.4],
    ['甲', '张', 100.7],
    [null, '张', 100],
    ['乙', '李', 99],
    ['乙', '张', 99],
    ['乙', null, 99],
  ]);
  expect(personDays(log)).toEqual([
    { person: '张', day: 99, visits: 1, customers: 1 },
    { person: '张', day: 100, visits: 3, customers: 2 },
    { person: '李', day: 99, visits: 1, customers: 1 },
  ]);
});

describe('what is owed', () => {
  const item = { raised: 100, visitor: '张', owner: null, due: null, closed: null };

  test.each([
    ['open within the limit', {}, 107, { owner: '张', due: 107, age: 7, late: 0, state: 'open' }],
    ['overdue the day after', {}, 108, { owner: '张', due: 107, age: 8, late: 1, state: 'overdue' }],
    ['by a day of its own', { due: 103 }, 105, { owner: '张', due: 103, age: 5, late: 2, state: 'overdue' }],
    ['of the owner named', { owner: ' 李 ' }, 101, { owner: '李', due: 107, age: 1, late: 0, state: 'open' }],
    ['settled late', { closed: 110 }, 200, { owner: '张', due: 107, age: 10, late: 3, state: 'closed' }],
    [
      'settled later than asked about',
      { closed: 110 },
      105,
      { owner: '张', due: 107, age: 5, late: 0, state: 'open' },
    ],
  ] as const)('%s', (_name, change, asOf, expected) => {
    expect(followUpState({ ...item, ...change }, 7, asOf)).toEqual(expected);
  });

  test('by owner, the most overdue first', () => {
    const of = (owner: string | null, raised: number, closed: number | null = null) =>
      followUpState({ ...item, visitor: null, owner, raised, closed }, 7, 120);
    expect(
      countByOwner([of('李', 119), of('张', 100), of('张', 118), of('李', 100, 104), of(null, 119)]),
    ).toEqual([
      { owner: '张', open: 2, overdue: 1, closed: 0, oldest: 20 },
      { owner: '李', open: 1, overdue: 0, closed: 1, oldest: 1 },
      { owner: '', open: 1, overdue: 0, closed: 0, oldest: 1 },
    ]);
  });
});

test('golden: 300 + 200 × 5 + 450 = 1,750; with 1,000 in reserve 2,750; 3,000 requested leaves a gap of 250', () => {
  const days = [30000, 20000, 20000, 20000, 20000, 20000, 45000];
  expect(checkTrip({ days, reserve: 100000, requested: 300000 })).toEqual({
    planned: 175000,
    total: 275000,
    gap: 25000,
  });
});

test('100,000 visits of 5,000 customers are analysed in well under a second', () => {
  const count = 100_000;
  const log: VisitRows = {
    customers: Array.from({ length: count }, (_, row) => `客户${(row * 7919) % 5000}`),
    people: Array.from({ length: count }, (_, row) => `经理${row % 37}`),
    dates: Array.from({ length: count }, (_, row) => 45292 + ((row * 13) % 366)),
  };
  const list = Array.from({ length: 5000 }, (_, index) => `客户${index}`);
  const start = performance.now();
  const overlaps: Overlap[] = overlapsOf(log, 30);
  const results = [
    visitGaps(log, 45657).size,
    coverageOf(list, log, { from: 45627, to: 45657 }).listed.length,
    personDays(log).length,
  ];
  const elapsed = performance.now() - start;
  expect(overlaps.length).toBeGreaterThan(0);
  expect(results[0]).toBe(5000);
  expect(elapsed).toBeLessThan(5000);
});
