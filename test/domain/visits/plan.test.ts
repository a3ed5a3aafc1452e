import fc from 'fast-check';
import { dueAfter, type Cadence } from '../../../src/domain/visits/cadence';
import { planVisits, type PlanCustomer } from '../../../src/domain/visits/plan';

const MONTHLY: Cadence = { times: 1, period: 'month', gap: null };
const MONDAY = 45355;
const WEEK = [0, 1, 2, 3, 4].map((day) => MONDAY + day);

const customer = (name: string, change: Partial<PlanCustomer> = {}): PlanCustomer => ({
  customer: name,
  person: '张',
  region: null,
  cadence: MONTHLY,
  last: MONDAY - 40,
  owed: null,
  ...change,
});
const shown = (
  customers: readonly PlanCustomer[],
  perDay: number,
  days: readonly number[] = WEEK,
): string[] =>
  planVisits(customers, { days, perDay }).visits.map(
    ({ day, customer: { customer: name }, reason }) => `${day - MONDAY} ${name} ${reason}`,
  );

test('the longest overdue goes first, never more than so many a day', () => {
  const customers = [
    customer('a', { last: MONDAY - 32 }),
    customer('b', { last: MONDAY - 60 }),
    customer('c', { last: null }),
  ];
  expect(shown(customers, 1)).toEqual(['0 b late', '1 a late', '2 c never']);
});

test('what is not due by the last day is not planned; what found no room is told', () => {
  const customers = [
    customer('fresh', { last: MONDAY - 1 }),
    customer('a'),
    customer('b', { last: MONDAY - 50 }),
  ];
  const { visits, left } = planVisits(customers, { days: [MONDAY], perDay: 1 });
  expect(visits.map((visit) => visit.customer.customer)).toEqual(['b']);
  expect(left.map((each) => each.customer.customer)).toEqual(['a']);
});

test('customers of the most urgent one’s region come on the same day', () => {
  const customers = [
    customer('far late', { region: '北', last: MONDAY - 40 }),
    customer('near', { region: '南', last: MONDAY - 38 }),
    customer('north', { region: '北', last: MONDAY - 36 }),
  ];
  expect(shown(customers, 2)).toEqual(['0 far late late', '0 north late', '1 near late']);
});

test('an open item brings a customer forward', () => {
  expect(shown([customer('a', { last: MONDAY - 1, owed: MONDAY + 1 })], 4)).toEqual(['0 a owed']);
});

test('twice a week is planned twice, with time between', () => {
  const twice: Cadence = { times: 2, period: 'week', gap: null };
  const days = planVisits([customer('示范', { cadence: twice, last: MONDAY - 3 })], {
    days: WEEK,
    perDay: 4,
  }).visits.map(({ day }) => day - MONDAY);
  expect(days).toEqual([0, 2]);
});

test('everybody’s days are apart, no day without working days', () => {
  const customers = [customer('a'), customer('b', { person: '李' })];
  expect(shown(customers, 1)).toEqual(['0 a late', '0 b late']);
  expect(planVisits(customers, { days: [], perDay: 4 })).toEqual({ visits: [], left: [] });
});

test('any plan keeps its promises', () => {
  const any = fc.record({
    customer: fc.uuid(),
    person: fc.constantFrom('张', '李'),
    region: fc.option(fc.constantFrom('南', '北'), { nil: null }),
    cadence: fc.constantFrom<Cadence>(
      MONTHLY,
      { times: 2, period: 'week', gap: null },
      { times: 1, period: 'week', gap: 9 },
    ),
    last: fc.option(fc.integer({ min: MONDAY - 80, max: MONDAY - 1 }), { nil: null }),
    owed: fc.option(fc.integer({ min: MONDAY - 20, max: MONDAY + 20 }), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (customers, perDay) => {
      const { visits, left } = planVisits(customers, { days: WEEK, perDay });
      const perPersonDay = new Map<string, number>();
      for (const {
        day,
        customer: { person, customer: name },
      } of visits) {
        expect(WEEK).toContain(day);
        const key = `${person}/${day}`;
        perPersonDay.set(key, (perPersonDay.get(key) ?? 0) + 1);
        expect(visits.filter((other) => other.customer.customer === name && other.day === day)).toHaveLength(
          1,
        );
      }
      expect(Math.max(0, ...perPersonDay.values())).toBeLessThanOrEqual(perDay);
      // Whoever is due by Friday is planned or told of.
      const due = customers.filter(
        ({ last, cadence, owed }) =>
          Math.min(last === null ? MONDAY : dueAfter(last, cadence), owed ?? Infinity) <= MONDAY + 4,
      );
      const known = new Set([...visits, ...left].map((each) => each.customer.customer));
      expect(due.filter(({ customer: name }) => !known.has(name))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
