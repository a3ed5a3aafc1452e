import fc from 'fast-check';
import { monthNumber, monthStart, serialOf } from '../../../src/domain/dates';
import { averageGrowth, GROWTH_METHODS, shares } from '../../../src/domain/growth';
import { yuanOf } from '../../../src/domain/money';
import { summarize } from '../../../src/domain/summary';
import { monthlySummary } from '../../../src/templates/monthly-summary';
import { calculated, errorsIn, indexOf, rowOf, sheetOf } from '../model';
import { ordersReading, request, type Order } from '../readings';

/** A rate as the domain says it beside a cell: "n/a" is null. */
function rate(cell: unknown): number | null {
  return cell === 'n/a' ? null : (cell as number);
}

function expectRate(cell: unknown, wanted: number | null): void {
  const found = rate(cell);
  if (wanted === null || found === null) expect(found).toBe(wanted);
  else expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)) * 10);
}

const order = fc.record({
  day: fc.integer({ min: serialOf(2024, 1, 1), max: serialOf(2025, 12, 31) }),
  cents: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 9_000_000 }) },
    fc.integer({ min: -900_000, max: -1 }),
  ),
  customer: fc.integer({ min: 1, max: 15 }).map((n) => `客户${n}`),
  person: fc.constantFrom('周文博', '林晓彤', '何建国', null),
  product: fc.constantFrom('专线', '宽带'),
});
const orderLists = fc.array(order, { minLength: 1, maxLength: 60 }).map((rows) =>
  rows.map(({ day, cents, ...rest }, index): Order => ({
    id: `DD${index}`,
    date: day,
    amount: yuanOf(cents),
    ...rest,
  })),
);

test('every figure is the domain’s, to the 分', async () => {
  await fc.assert(
    fc.asyncProperty(orderLists, fc.constantFrom(...GROWTH_METHODS), async (orders, method) => {
      const plan = monthlySummary.build(
        request(ordersReading(orders), { options: { 'average-growth': method } }),
      );
      const sheet = sheetOf(await calculated(plan), '月度总结');
      expect(errorsIn(sheet)).toEqual([]);

      const newest = Math.max(...orders.map(({ date }) => monthNumber(date ?? 0)));
      const all = { dates: orders.map(({ date }) => date), amounts: orders.map(({ amount }) => amount) };
      const { months, total } = summarize({ ...all, keys: {} });
      const january = (Math.floor(newest / 12) - 1) * 12;
      const listed = months.filter(({ start }) => monthNumber(start) >= january);
      const table = indexOf(sheet, '月份');
      for (const month of listed) {
        const row = rowOf(sheet, month.start, table);
        expect([row[1], row[2], row[7]]).toEqual([
          month.count,
          yuanOf(month.cents),
          yuanOf(month.yearToDateCents),
        ]);
        expectRate(row[3], month.change);
        expectRate(row[6], month.yearChange);
      }
      expect(rowOf(sheet, '合计').slice(1, 3)).toEqual([total.count, yuanOf(total.cents)]);
      const other = rowOf(sheet, '其他月份');
      expect(other[2]).toBe(yuanOf(total.cents - listed.reduce((sum, { cents }) => sum + cents, 0)));

      const growth = rowOf(sheet, listed[0]?.start ?? 0, indexOf(sheet, '起始月份'));
      expectRate(
        growth[8],
        averageGrowth(
          listed.map(({ cents }) => cents),
          method,
        ),
      );

      const current = orders.filter(({ date }) => monthNumber(date ?? 0) >= newest - (newest % 12));
      const groups = summarize({
        dates: current.map(({ date }) => date),
        amounts: current.map(({ amount }) => amount),
        keys: { product: current.map(({ product }) => product) },
      }).groups.product;
      const products = sheet.values({
        row: 0,
        column: orders.some(({ date, person }) => person && monthNumber(date ?? 0) >= january + 12) ? 5 : 0,
        rows: 90,
        columns: 4,
      });
      const from = products.findIndex(([name]) => name === '产品') + 1;
      const lines = products.slice(from, from + groups.length + 1);
      expect(lines.map(([name, , amount]) => [name, amount])).toEqual([
        ...groups.map(({ key, cents }) => [key, yuanOf(cents)]),
        ['其余', 0],
      ]);
      expect(lines.map((line) => rate(line[3]))).toEqual(shares([...groups.map(({ cents }) => cents), 0]));
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('golden: eleven months of the enterprise team', async () => {
  const millions = [2286, 2360, 2357, 2470, 2450, 2776, 2681, 2713, 2893, 2808, 2752];
  const orders = millions.map((amount, index): Order => ({
    id: `R${index}`,
    date: serialOf(2024, index + 1, 15),
    amount: amount * 10_000,
    customer: '全体',
    person: null,
    product: null,
  }));
  const wanted = { arithmetic: 0.0204, compound: 0.0187, mean: 0.0199 };
  for (const method of GROWTH_METHODS) {
    const plan = monthlySummary.build(
      request(ordersReading(orders), { options: { 'average-growth': method } }),
    );
    const sheet = sheetOf(await calculated(plan), '月度总结');
    const growth = rowOf(sheet, serialOf(2024, 1, 1), indexOf(sheet, '起始月份'));
    expect(growth[5]).toBeCloseTo(0.2038, 4);
    expect(growth[8]).toBeCloseTo(wanted[method], 4);
    expect(rowOf(sheet, '合计')[2]).toBe(285_460_000);
    expect(sheet.text(11, 0)).toBe('情况说明');
    expect(sheet.text(12, 0)).toBe(
      '2024年11月成交1笔，金额2,752.00万元，环比下降2.0%，去年同月无可比基数。本年累计28,546.00万元，上年同期无可比基数。',
    );
  }
});

describe('the summary is live', () => {
  const base: Order[] = [
    { id: 'A', date: serialOf(2025, 1, 5), amount: 100.1, customer: '甲', person: '林', product: '专线' },
    { id: 'B', date: serialOf(2025, 2, 5), amount: 200.2, customer: '乙', person: '林', product: '专线' },
  ];

  async function withRow(cells: (string | number)[]): Promise<ReturnType<typeof sheetOf>> {
    const workbook = await calculated(monthlySummary.build(request(ordersReading(base))));
    const table = workbook.table('订单明细');
    if (!table) throw new Error('no table');
    const { sheet, area } = table;
    const row = area.row + area.rows;
    sheet.resizeTable(table, { ...area, rows: area.rows + 1 });
    const [date, ...rest] = cells;
    sheet.setValues({ row, column: 0 }, [[date ?? null]]);
    sheet.setInputs({ row, column: 1 }, [
      [sheet.formula(row - 1, 1)?.formula.replaceAll(String(row), String(row + 1)) ?? ''],
    ]);
    sheet.setValues({ row, column: 2 }, [rest]);
    await workbook.calculate();
    return sheetOf(workbook, '月度总结');
  }

  test('a row typed at the table’s end counts at once', async () => {
    const sheet = await withRow([serialOf(2025, 2, 28), 'C', '丙', '新人', '宽带', 50.05]);
    expect(rowOf(sheet, serialOf(2025, 2, 1), indexOf(sheet, '月份')).slice(1, 3)).toEqual([2, 250.25]);
    expect(sheet.text(12, 0)).toContain('2025年2月成交2笔，金额250.25元，环比增长150.0%');
    expect(rowOf(sheet, '其余')[2]).toBe(50.05);
  });

  test('a row of a month that is not listed shows under the other months', async () => {
    const sheet = await withRow([serialOf(2025, 3, 1), 'C', '丙', '新人', '宽带', 50.05]);
    expect(rowOf(sheet, '其他月份').slice(1, 3)).toEqual([1, 50.05]);
    expect(rowOf(sheet, '合计').slice(1, 3)).toEqual([3, 350.35]);
  });

  test('another month in focus, and every sentence follows', async () => {
    const workbook = await calculated(monthlySummary.build(request(ordersReading(base), { locale: 'en' })));
    const sheet = sheetOf(workbook, 'Monthly summary');
    sheet.setValues({ row: 4, column: 2 }, [[monthStart(base[0]?.date ?? 0)]]);
    await workbook.calculate();
    expect(sheet.text(12, 0)).toBe(
      'In January 2025, 1 order came to 100.10, with nothing earlier to compare.' +
        ' The year to date stands at 100.10, with nothing to compare last year.',
    );
    expect(sheet.text(13, 0)).toContain('Growth needs a month before January 2025 to start from');
  });
});

test('names that Excel would take for criteria are counted as what they are', async () => {
  const names = [
    '*',
    '?',
    '~x',
    'a*',
    'ab',
    '=1+1',
    '>5',
    '<>',
    '007',
    '7',
    'TRUE',
    '2025-1-1',
    '"引号"',
    "'撇",
    'Abc',
    '@x',
    '+1',
    'x'.repeat(240),
  ];
  const orders = names.map((name, index): Order => ({
    id: `N${index}`,
    date: serialOf(2025, 1, 2),
    amount: 2 ** (names.length - index),
    customer: null,
    person: index < 9 ? name : null,
    product: index < 9 ? null : name,
  }));
  orders.push({
    id: 'last',
    date: serialOf(2025, 1, 3),
    amount: 0.5,
    customer: null,
    person: 'AB',
    product: 'ABC',
  });
  const sheet = sheetOf(await calculated(monthlySummary.build(request(ordersReading(orders)))), '月度总结');
  expect(errorsIn(sheet)).toEqual([]);
  const amounts = new Map<unknown, unknown>();
  for (const [first, , left, , , right, , amount] of sheet.values({
    row: 35,
    column: 0,
    rows: 20,
    columns: 9,
  })) {
    amounts.set(first, left);
    amounts.set(right, amount);
  }
  names.forEach((name, index) => {
    const listed = index < 8 || (index >= 9 && index < 17);
    const both = name === 'ab' || name === 'Abc' ? 0.5 : 0;
    if (listed) expect([name, amounts.get(name)]).toEqual([name, 2 ** (names.length - index) + both]);
  });
});
