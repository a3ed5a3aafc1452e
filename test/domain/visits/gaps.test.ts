import fc from 'fast-check';
import { newestVisit, visitGaps, type VisitLog } from '../../../src/domain/visits/gaps';

const log = (visits: readonly (readonly [string | null, number | null])[]): VisitLog => ({
  customers: visits.map(([customer]) => customer),
  dates: visits.map(([, date]) => date),
});

test('last, longest and average gap, in any order of the log', () => {
  const gaps = visitGaps(
    log([
      ['甲公司', 120],
      ['乙公司', 130],
      ['甲公司', 100],
      ['甲公司', 104],
    ]),
    130,
  );
  expect(gaps.get('甲公司')).toEqual({ last: 10, longest: 16, average: 10 });
  expect(gaps.get('乙公司')).toEqual({ last: 0, longest: 0, average: null });
  expect(gaps.size).toBe(2);
});

test('the time since the last visit can be the longest', () => {
  expect(
    visitGaps(
      log([
        ['甲', 100],
        ['甲', 104],
      ]),
      130,
    ).get('甲'),
  ).toEqual({ last: 26, longest: 26, average: 4 });
});

test('several visits on one day are one, also with times of day', () => {
  const gaps = visitGaps(
    log([
      ['甲', 100.4],
      ['甲', 100.9],
      ['甲', 110],
      ['甲', 110],
    ]),
    110.7,
  );
  expect(gaps.get('甲')).toEqual({ last: 0, longest: 10, average: 10 });
});

test('customers match trimmed; rows without customer or date and visits to come do not count', () => {
  const gaps = visitGaps(
    log([
      [' 甲 ', 100],
      ['甲', 102],
      ['', 103],
      [null, 104],
      ['  ', 104],
      ['乙', null],
      ['甲', 111],
    ]),
    110,
  );
  expect([...gaps.keys()]).toEqual(['甲']);
  expect(gaps.get('甲')).toEqual({ last: 8, longest: 8, average: 2 });
});

test('the newest visit is a whole day; an empty log has none', () => {
  expect(
    newestVisit(
      log([
        ['甲', 100],
        ['乙', 101.9],
        ['丙', null],
      ]),
    ),
  ).toBe(101);
  expect(newestVisit(log([['甲', null]]))).toBeNull();
  expect(visitGaps(log([]), 100).size).toBe(0);
});

test('agrees with the definitions, looked up visit by visit', () => {
  const visits = fc.array(fc.tuple(fc.constantFrom('甲', '乙', '丙'), fc.integer({ min: 1, max: 60 })), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(visits, fc.integer({ min: 20, max: 60 }), (rows, asOf) => {
      const gaps = visitGaps(log(rows), asOf);
      for (const customer of ['甲', '乙', '丙']) {
        const visited = new Set(
          rows.filter(([name, day]) => name === customer && day <= asOf).map(([, day]) => day),
        );
        if (visited.size === 0) {
          expect(gaps.has(customer)).toBe(false);
          continue;
        }
        // Walk the calendar day by day: `waited` is the gap that the visit of a day ends.
        let waited = 0;
        let longest = 0;
        for (let day = Math.min(...visited) + 1; day <= asOf; day++) {
          waited++;
          longest = Math.max(longest, waited);
          if (visited.has(day)) waited = 0;
        }
        const span = Math.max(...visited) - Math.min(...visited);
        expect(gaps.get(customer)).toEqual({
          last: waited,
          longest,
          average: visited.size === 1 ? null : span / (visited.size - 1),
        });
      }
    }),
  );
});
