import fc from 'fast-check';
import { monthNumber, monthNumberStart, serialOf } from '../../src/domain/dates';
import { changeRate } from '../../src/domain/growth';
import { yuanOf } from '../../src/domain/money';
import { quarterlyReport } from '../../src/templates/quarterly-report';
import { QUARTERS, shifted } from '../../src/templates/report/calendar';
import { calculated, errorsIn, indexOf, rowOf, sheetOf } from './model';
import { ordersReading, request, tableReading, type Order } from './readings';

const order = fc.record({
  day: fc.integer({ min: serialOf(2024, 1, 1), max: serialOf(2025, 9, 30) }),
  cents: fc.integer({ min: -90_000, max: 9_000_000 }),
});
const lists = fc.array(order, { minLength: 1, maxLength: 40 }).map((rows) =>
  [...rows, { day: serialOf(2025, 9, 30), cents: 100 }].map(({ day, cents }, index): Order => ({
    id: `DD${index}`,
    date: day,
    amount: yuanOf(cents),
    customer: `客户${index % 5}`,
    person: ['周文博', '林晓彤'][index % 2] ?? null,
    product: '专线',
  })),
);

test('every quarter is the sum of its three months, with its rates and its year to date', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async (orders) => {
      const sheet = sheetOf(
        await calculated(quarterlyReport.build(request(ordersReading(orders)))),
        '季度报表',
      );
      expect(errorsIn(sheet)).toEqual([]);
      const cents = (of: (quarter: number) => boolean): number =>
        orders
          .filter(({ date }) => of(Math.floor(monthNumber(date ?? 0) / 3)))
          .reduce((sum, { amount }) => sum + Math.round((amount ?? 0) * 100), 0);
      const head = indexOf(sheet, '季度');
      const first = Math.min(...orders.map(({ date }) => Math.floor(monthNumber(date ?? 0) / 3)));
      for (let quarter = first; quarter <= QUARTERS.numberOfCell(20253); quarter++) {
        const row = rowOf(sheet, QUARTERS.cellOf(quarter), head);
        const own = cents((each) => each === quarter);
        const year = quarter - (quarter % 4);
        expect([row[2], row[7]]).toEqual([
          yuanOf(own),
          yuanOf(cents((each) => each >= year && each <= quarter)),
        ]);
        for (const [column, lag] of [
          [3, 1],
          [6, 4],
        ] as const) {
          const rate = changeRate(
            own,
            cents((each) => each === quarter - lag),
          );
          if (rate === null) expect(row[column]).toBe('n/a');
          else expect(Number(row[column]) / (rate || 1)).toBeCloseTo(rate === 0 ? 0 : 1, 10);
        }
      }
    }),
    { numRuns: 15 },
  );
});

test('quarters step over New Year, and read as people write them', () => {
  expect([20241, 20244].map((cell) => shifted(QUARTERS, cell, 1))).toEqual([20242, 20251]);
  expect(shifted(QUARTERS, 20251, -1)).toBe(20244);
  expect(shifted(QUARTERS, 20253, -4)).toBe(20243);
  expect(QUARTERS.cellOf(QUARTERS.numberOf(serialOf(2025, 12, 31)))).toBe(20254);
});

const sale = (date: number): Order => ({
  id: String(date),
  date,
  amount: 100,
  customer: null,
  person: '林晓彤',
  product: null,
});

test('a quarter that is still running is listed, but not spoken of', async () => {
  const orders = [2, 5, 8, 12, 13, 15].map((month) =>
    sale(monthNumberStart(monthNumber(serialOf(2024, 1, 1)) + month)),
  );
  const sheet = sheetOf(await calculated(quarterlyReport.build(request(ordersReading(orders)))), '季度报表');
  // January to April 2025: the second quarter has one month of three.
  expect(sheet.value(4, 2)).toBe(20251);
  expect(rowOf(sheet, 20252, indexOf(sheet, '季度'))[2]).toBe(100);
  const asked = quarterlyReport.build(request(ordersReading(orders), { asOf: serialOf(2025, 4, 30) }));
  expect(sheetOf(await calculated(asked), '季度报表').value(4, 2)).toBe(20252);
});

test('a wide sheet with a column a quarter', async () => {
  const column = (quarter: number, values: readonly number[]) => ({
    field: 'revenue' as const,
    header: `${quarter}季度`,
    values,
    more: { period: { start: serialOf(2025, quarter * 3 - 2, 1), months: 3 } },
  });
  const source = tableReading('收入', 'revenue', [
    { field: 'customer', header: '客户', values: ['甲', '乙'] },
    column(1, [100, 200]),
    column(2, [150, 250.5]),
  ]);
  const sheet = sheetOf(await calculated(quarterlyReport.build(request(source))), '季度报表');
  const head = indexOf(sheet, '季度');
  expect([rowOf(sheet, 20251, head)[2], rowOf(sheet, 20252, head)[2]]).toEqual([300, 400.5]);
});
