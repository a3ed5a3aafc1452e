import fc from 'fast-check';
import { customerLedger, newestMonths } from '../../../src/domain/customers/ledger';
import { monthStart, serialOf } from '../../../src/domain/dates';
import { yuanOf } from '../../../src/domain/money';
import { summarize } from '../../../src/domain/summary';

const record = fc.record({
  customer: fc.constantFrom('甲公司', '甲公司 ', '乙', 'abc', 'ABC', '', null),
  date: fc.option(fc.integer({ min: serialOf(2024, 1, 1), max: serialOf(2024, 12, 31) })),
  cents: fc.option(fc.integer({ min: -500, max: 100_000 })),
});

test('the figures of each customer are those of his own records', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 50 }), (records) => {
      const ledger = customerLedger({
        customers: records.map(({ customer }) => customer),
        dates: records.map(({ date }) => date),
        amounts: records.map(({ cents }) => (cents === null ? null : yuanOf(cents))),
      });
      const counted = records.filter(({ date, cents }) => date !== null && cents !== null);
      const key = (name: string | null) => (name ?? '').trim().toLowerCase();
      const names = new Set(counted.map(({ customer }) => key(customer)));
      expect(new Set(ledger.customers.map(({ name }) => key(name)))).toEqual(
        new Set([...names].filter((name) => name !== '')),
      );
      for (const customer of ledger.customers) {
        const own = counted.filter((each) => key(each.customer) === key(customer.name));
        const orders = own.filter(({ cents }) => (cents ?? 0) > 0).map(({ date }) => date ?? 0);
        expect(customer.cents).toBe(own.reduce((sum, { cents }) => sum + (cents ?? 0), 0));
        expect(customer.count).toBe(own.length);
        expect(customer.orderDays).toBe(new Set(orders).size);
        expect(customer.first).toBe(orders.length === 0 ? null : Math.min(...orders));
        expect(customer.last).toBe(orders.length === 0 ? null : Math.max(...orders));
        ledger.months.forEach((month, i) =>
          expect(customer.monthCents[i]).toBe(
            own
              .filter(({ date }) => monthStart(date ?? 0) === month)
              .reduce((sum, { cents }) => sum + (cents ?? 0), 0),
          ),
        );
      }
      const nameless = counted.filter(({ customer }) => key(customer) === '');
      expect(ledger.nameless.count).toBe(nameless.length);
    }),
  );
});

test('times of day are one day', () => {
  const { customers } = customerLedger({
    customers: ['甲', '甲', '甲'],
    dates: [45000.25, 45000.75, 45001.5],
    amounts: [1, 2, 3],
  });
  expect(customers[0]).toMatchObject({ orderDays: 2, first: 45000, last: 45001, cents: 600 });
});

test('the newest months up to a day', () => {
  const months = [1, 2, 3, 4].map((month) => serialOf(2025, month, 1));
  expect(newestMonths(months, serialOf(2025, 3, 5), 2)).toEqual(months.slice(1, 3));
});

test('many records take little more than their sums by month and customer', () => {
  const count = 60_000;
  const names = Array.from({ length: 5_000 }, (_, i) => `客户${i}`);
  const input = {
    customers: Array.from({ length: count }, (_, i) => names[(i * 7919) % names.length] ?? ''),
    dates: Array.from({ length: count }, (_, i) => 45000 + (i % 700)),
    amounts: Array.from({ length: count }, (_, i) => (i % 100_000) / 100),
  };
  const { dates, amounts, customers } = input;
  const timed = (work: () => void): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const least = (work: () => void): number => Math.min(timed(work), timed(work), timed(work));
  const ledger = least(() => expect(customerLedger(input).customers).toHaveLength(5_000));
  const sums = least(() => summarize({ dates, amounts, keys: { customers } }));
  expect(ledger / sums).toBeLessThan(5);
});
