import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { coverageOf } from '../../../src/domain/visits/coverage';
import { personDays } from '../../../src/domain/visits/days';
import { countByOwner, followUpState } from '../../../src/domain/visits/follow-up';
import { visitGaps } from '../../../src/domain/visits/gaps';
import { overlapsOf, type Overlap } from '../../../src/domain/visits/overlap';
import type { VisitRows } from '../../../src/domain/visits/log';

const rows = (list: readonly (readonly [string | null, string | null, number | null])[]): VisitRows => ({
  customers: list.map(([customer]) => customer),
  people: list.map(([, person]) => person),
  dates: list.map(([, , date]) => date),
});

describe('overlaps', () => {
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

test('nobody listed is no share', () => {
  expect(coverageOf([], { customers: ['甲'], dates: [100] }, { from: null, to: 110 }).rate).toBeNull();
});

describe('what is owed', () => {
  const item = { raised: 100, visitor: '张', owner: null, due: null, closed: null };

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
