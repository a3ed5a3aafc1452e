import fc from 'fast-check';
import { isoDate, monthNumber, serialOfIso } from '../../../src/domain/dates';
import {
  checkCadence,
  dueAfter,
  periodOf,
  PERIODS,
  standingOf,
  type Cadence,
} from '../../../src/domain/visits/cadence';
import { loadCases } from '../../cases/load';

interface DueCase {
  readonly source: string;
  readonly cadence: Cadence;
  readonly due: readonly { readonly last: string; readonly expected: string }[];
}

const day = (iso: string): number => {
  const serial = serialOfIso(iso);
  if (serial === null) throw new Error(`no day ${iso}`);
  return serial;
};

describe.each(loadCases<DueCase>('visits'))('%s', (_name, { cadence, due }) => {
  test.each(due)('$last is followed by $expected', ({ last, expected }) => {
    expect(isoDate(dueAfter(day(last), cadence))).toBe(expected);
  });
});

test('due days keep a monthly customer in every calendar month', () => {
  const monthly: Cadence = { times: 1, period: 'month', gap: null };
  fc.assert(
    fc.property(fc.integer({ min: 36526, max: 60000 }), (start) => {
      for (let visit = start, n = 0; n < 30; n++) {
        const next = dueAfter(visit, monthly);
        expect(monthNumber(next)).toBe(monthNumber(visit) + 1);
        visit = next;
      }
    }),
    { numRuns: 40 },
  );
});

test('visits on their due days keep any rule in every period', () => {
  const cadence = fc.record({
    times: fc.integer({ min: 1, max: 6 }),
    period: fc.constantFrom(...PERIODS),
    gap: fc.constant(null),
  });
  fc.assert(
    fc.property(cadence, fc.integer({ min: 36526, max: 60000 }), (rule, start) => {
      const days = [start];
      while ((days.at(-1) ?? 0) < start + 1200) days.push(dueAfter(days.at(-1) ?? 0, rule));
      const [from, to] = periodOf(start + 500, rule.period);
      expect(days.filter((each) => each >= from && each <= to).length).toBeGreaterThanOrEqual(rule.times);
    }),
  );
});

test.each([
  ['2024-03-05', 'week', '2024-03-04', '2024-03-10'],
  ['2024-03-10', 'week', '2024-03-04', '2024-03-10'],
  ['2024-02-29', 'month', '2024-02-01', '2024-02-29'],
  ['2024-12-31', 'quarter', '2024-10-01', '2024-12-31'],
  ['2024-01-01', 'quarter', '2024-01-01', '2024-03-31'],
  ['2024-07-15', 'year', '2024-01-01', '2024-12-31'],
] as const)('%s lies in the %s from %s to %s', (iso, period, from, to) => {
  expect(periodOf(day(iso), period).map((each) => isoDate(each))).toEqual([from, to]);
});

describe('where a customer stands', () => {
  const monthly: Cadence = { times: 1, period: 'month', gap: null };
  const asOf = day('2024-03-15');

  test('visited this month: kept, due next month', () => {
    expect(standingOf([day('2024-03-02') + 0.4], monthly, asOf)).toEqual({
      last: day('2024-03-02'),
      visits: 1,
      due: day('2024-04-02'),
      late: asOf - day('2024-04-02'),
      kept: true,
    });
  });

  test('visited late last month: not due yet, though not kept this month', () => {
    expect(standingOf([day('2024-02-20')], monthly, asOf)).toMatchObject({
      visits: 0,
      late: -5,
      kept: false,
    });
  });

  test('never visited, or only later: due on the day itself', () => {
    for (const days of [[], [asOf + 1]]) {
      expect(standingOf(days, monthly, asOf)).toEqual({
        last: null,
        visits: 0,
        due: asOf,
        late: 0,
        kept: false,
      });
    }
  });
});

test.each([
  [{ times: 0, period: 'week', gap: null }, 'cadence-times'],
  [{ times: 1.5, period: 'week', gap: null }, 'cadence-times'],
  [{ times: 1, period: 'week', gap: 0.5 }, 'cadence-gap'],
] as const)('%j can be kept by nobody', (cadence, code) => {
  expect(() => checkCadence(cadence)).toThrow(code);
});
