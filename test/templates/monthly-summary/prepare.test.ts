import { serialOf } from '../../../src/domain/dates';
import { problemSentence } from '../../../src/locales/problems';
import { monthlySummary } from '../../../src/templates/monthly-summary';
import type { Preparation } from '../../../src/templates/types';
import { ordersReading, request, tableReading, type Order } from '../readings';

const day = serialOf(2025, 3, 5);
const sound: Order = { id: 'A1', date: day, amount: 1200, customer: '甲', person: '林', product: '专线' };

function codes({ findings }: Preparation): string[] {
  return findings.map(({ code }) => code);
}

function prepare(orders: readonly Order[], asOf: number | null = null): Preparation {
  return monthlySummary.prepare(request(ordersReading(orders), { asOf }));
}

test('shows what was read: columns, months, rows, total, newest month', () => {
  const preparation = prepare([sound, { ...sound, id: 'A2', date: serialOf(2025, 1, 31), amount: 0.05 }]);
  expect(preparation.refusal).toBeNull();
  expect(preparation.rowsUsed).toBe(2);
  expect(preparation.highlights.map(({ value }) => value)).toEqual([
    '下单日期 (B)',
    '金额 (F)',
    '2025年1月 – 2025年3月',
    '2 / 2',
    '1,200.05',
    '1,200.00',
  ]);
  expect(preparation.sheets.map(({ name }) => name)).toEqual(['月度总结', '增减分析', '订单明细']);
});

test.each([
  ['no-date-column', tableReading('S', 'orders', [{ field: 'amount', header: '金额', values: [1] }])],
  [
    'no-date-column',
    tableReading('S', 'orders', [
      { field: 'month', header: '月份', values: [3], more: { kind: 'number' } },
      { field: 'amount', header: '金额', values: [1] },
    ]),
  ],
  ['no-amount-column', tableReading('S', 'orders', [{ field: 'date', header: '日期', values: [day] }])],
  ['no-usable-rows', ordersReading([{ ...sound, amount: null }])],
  ['no-usable-rows', ordersReading([])],
  ['money-too-large', ordersReading([{ ...sound, amount: 9e15 }])],
  [
    'no-month-columns',
    tableReading('S', 'revenue', [
      {
        field: 'revenue',
        header: '一季度',
        values: [1],
        more: { period: { start: serialOf(2025, 1, 1), months: 3 } },
      },
    ]),
  ],
])('refuses with %s and says what to do; a build throws the same', (code, source) => {
  const { refusal, highlights } = monthlySummary.prepare(request(source));
  expect(refusal?.code).toBe(code);
  expect(highlights).toEqual([]);
  if (!refusal) return;
  for (const locale of ['zh-CN', 'en'] as const) {
    expect(problemSentence(refusal, locale)).not.toMatch(/undefined|\{/);
  }
  expect(() => monthlySummary.build(request(source))).toThrow(code);
});

test('rows without a date or an amount are named by their cell, not dropped in silence', () => {
  const preparation = prepare([
    sound,
    { ...sound, id: 'A2', date: null },
    { ...sound, id: 'A3', amount: null },
  ]);
  expect(preparation.rowsUsed).toBe(1);
  expect(preparation.findings).toMatchObject([
    { code: 'row-without-date', row: 4, column: 1 },
    { code: 'row-without-amount', row: 5, column: 5 },
  ]);
});

test('a copied order and a refund count as they are and are said', () => {
  const preparation = prepare([sound, sound, { ...sound, id: 'A9', amount: -200 }]);
  expect(preparation.rowsUsed).toBe(3);
  expect(preparation.findings).toMatchObject([
    { code: 'order-twice', row: 4, column: 0, details: { id: 'A1', first: 'A4' } },
    { code: 'negative-amounts', details: { rows: 1, amount: '-200.00' } },
  ]);
});

test('several lines of one order are no copies', () => {
  expect(codes(prepare([sound, { ...sound, product: '宽带' }]))).toEqual([]);
});

test('a date far after all others does not move the month in focus', () => {
  const orders = Array.from({ length: 60 }, (_, i) => ({ ...sound, id: `A${i}` }));
  const preparation = prepare([...orders, { ...sound, id: 'slip', date: serialOf(2052, 3, 5) }]);
  expect(codes(preparation)).toEqual(['date-far-off']);
  expect(preparation.highlights.at(-1)?.label).toBe('最新月份 2025年3月');
});

test('rows after the day asked for are said', () => {
  const preparation = prepare(
    [sound, { ...sound, id: 'B', date: serialOf(2025, 4, 1) }],
    serialOf(2025, 3, 31),
  );
  expect(preparation.findings).toMatchObject([
    { code: 'after-as-of', details: { rows: 1, month: '2025年3月' } },
  ]);
});

test('quantity times price stands in for a missing amount', () => {
  const source = tableReading('S', 'orders', [
    { field: 'date', header: '日期', values: [day, day] },
    { field: 'quantity', header: '数量', values: [3, 2] },
    { field: 'unit_price', header: '单价', values: [0.335, null] },
  ]);
  const preparation = monthlySummary.prepare(request(source));
  expect(preparation.highlights[1]?.value).toBe('数量 (B) × 单价 (C)');
  expect(preparation.highlights[4]?.value).toBe('1.01');
  expect(codes(preparation)).toEqual(['row-without-amount']);
});

test('a wide revenue sheet gives a row a customer and month; a longer column is left out and said', () => {
  const month = (number: number, values: (number | string | null)[], months = 1) => ({
    field: 'revenue' as const,
    header: `${number}月`,
    values,
    more: { period: { start: serialOf(2024, number, 1), months } },
  });
  const source = tableReading('收入', 'revenue', [
    { field: 'customer', header: '客户', values: ['甲', '乙'] },
    month(1, [100, null]),
    month(2, [110, '不详']),
    month(3, [300, 5], 3),
  ]);
  const unreadable = {
    code: 'number-unreadable',
    row: 4,
    column: 1,
    details: {},
    severity: 'warning',
  } as const;
  const preparation = monthlySummary.prepare(request({ ...source, problems: [unreadable] }));
  expect(preparation.rowsUsed).toBe(2);
  expect(preparation.findings.map(({ code, row, column }) => [code, row, column])).toEqual([
    ['cell-without-amount', 4, 1],
    ['cell-without-amount', 4, 2],
    ['column-not-monthly', undefined, 3],
  ]);
  const data = monthlySummary.build(request(source)).sheets.at(-1);
  expect(data?.tables[0]?.rows.map((row) => row.slice(0, 4))).toEqual([
    [serialOf(2024, 1, 1), null, '甲', 100],
    [serialOf(2024, 2, 1), null, '甲', 110],
  ]);
});

test('keys are unique and stay when an amount is corrected or a row comes before', () => {
  const keys = (orders: readonly Order[]): readonly string[] =>
    monthlySummary.build(request(ordersReading(orders))).sheets.at(-1)?.tables[0]?.keys ?? [];
  const noId = { ...sound, id: '' };
  const orders = [sound, sound, { ...sound, product: '宽带' }, noId, noId];
  const before = keys(orders);
  expect(new Set(before).size).toBe(orders.length);
  const changed = orders.map((order) => ({ ...order, amount: 1 }));
  expect(keys([{ ...sound, id: 'new' }, ...changed]).slice(1)).toEqual(before);
});
