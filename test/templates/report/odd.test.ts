import { serialOf } from '../../../src/domain/dates';
import type { Locale } from '../../../src/locales';
import { monthlySummary } from '../../../src/templates/monthly-summary';
import { quarterlyReport } from '../../../src/templates/quarterly-report';
import { linesOf } from '../../../src/templates/measure';
import { calculated, errorsIn, sheetOf } from '../model';
import { ordersReading, request, tableReading, type Order } from '../readings';

const order = (date: number, amount: number, more: Partial<Order> = {}): Order => ({
  id: `${date}/${amount}`,
  date,
  amount,
  customer: '甲',
  person: '林晓彤',
  product: '专线',
  ...more,
});
const month = (year: number, number: number): number => serialOf(year, number, 12);
const months = (from: number, count: number, amount: (index: number) => number): Order[] =>
  Array.from({ length: count }, (_, index) =>
    order(month(2024 + Math.floor((from + index) / 12), ((from + index) % 12) + 1), amount(index)),
  );

/** Months that break reports, with what their first sentence has to say in either language. */
const odd: readonly [string, readonly Order[], number | null, RegExp, RegExp][] = [
  ['one month', months(2, 1, () => 500), null, /无可比基数/, /nothing earlier to compare/],
  [
    'an empty month in focus',
    months(0, 3, () => 500),
    serialOf(2024, 6, 30),
    /没有订单/,
    /There were no orders/,
  ],
  [
    'an empty month before',
    [order(month(2024, 1), 5), order(month(2024, 3), 7)],
    null,
    /上月无可比基数|此前无可比基数/,
    /nothing/,
  ],
  ['a negative month', months(0, 3, (i) => [500, 400, -300][i] ?? 0), null, /环比下降175.0%/, /down 175.0%/],
  [
    'a month after a negative one',
    months(0, 3, (i) => [500, -400, 300][i] ?? 0),
    null,
    /无可比基数/,
    /nothing/,
  ],
  ['a zero base', months(0, 2, (i) => [0, 300][i] ?? 0), null, /无可比基数/, /nothing/],
  ['refunds only', months(0, 4, (i) => -100 - i), null, /无可比基数/, /nothing/],
  ['thirteen months', months(0, 13, (i) => 100 + i), null, /同比增长12.0%/, /up 12.0% on the year/],
  [
    'a year that is missing',
    [order(month(2022, 5), 80), order(month(2024, 5), 90)],
    null,
    /无可比基数/,
    /nothing/,
  ],
  ['the same as before', months(0, 2, () => 250), null, /与上月持平/, /level on the month/],
  [
    'nearly the same',
    months(0, 2, (i) => [1_000_000, 1_000_100][i] ?? 0),
    null,
    /与上月持平/,
    /level on the month/,
  ],
  ['one 分', months(0, 2, () => 0.01), null, /0.01元/, /0.01/],
  ['hundreds of 亿', months(0, 2, (i) => 3e10 + i * 1e9), null, /310.00亿元/, /31.00 billion/],
  [
    'a name that could be a formula',
    [order(month(2024, 1), 5, { person: '=1+1', product: '*' })],
    null,
    /5.00元/,
    /5.00/,
  ],
  [
    'nobody named',
    months(0, 3, () => 9).map((each) => ({ ...each, customer: null, person: null, product: null })),
    null,
    /9.00元/,
    /9.00/,
  ],
];

const WRONG =
  /NaN|undefined|Infinity|#|FALSE| {2}|[，,；;：:][。.]|(增长|下降|增加|减少|up|down|rose by|fell by)[ +]*[-−]/;

describe.each(['zh-CN', 'en'] as const)('in %s', (locale: Locale) => {
  test.each(odd)('%s', async (_name, orders, asOf, chinese, english) => {
    const plan = monthlySummary.build(request(ordersReading(orders), { locale, asOf }));
    const workbook = await calculated(plan);
    for (const { name } of plan.sheets) expect(errorsIn(sheetOf(workbook, name))).toEqual([]);
    const [report] = plan.sheets;
    const said = (report?.blocks ?? [])
      .filter(({ style }) => style === 'prose')
      .map(({ at }) => sheetOf(workbook, report?.name ?? '').text(at.row, at.column));
    expect(said[0]).toMatch(locale === 'en' ? english : chinese);
    for (const text of said) {
      expect(text).toMatch(/[.。]$/);
      expect(text).not.toMatch(WRONG);
      expect(linesOf(text, 92)).toBeLessThan(6);
    }
  });

  test.each(odd)('by quarter: %s', async (_name, orders, asOf) => {
    const plan = quarterlyReport.build(request(ordersReading(orders), { locale, asOf }));
    const workbook = await calculated(plan);
    for (const { name } of plan.sheets) expect(errorsIn(sheetOf(workbook, name))).toEqual([]);
    const [report] = plan.sheets;
    for (const { at, style } of report?.blocks ?? []) {
      if (style !== 'prose') continue;
      const text = sheetOf(workbook, report?.name ?? '').text(at.row, at.column);
      expect(text).toMatch(/[.。]$/);
      expect(text).not.toMatch(WRONG);
      expect(text).not.toMatch(/month|本月|上月|各月|去年同月/);
    }
  });
});

test('a source of one row without anything but a date and an amount', async () => {
  const source = tableReading("'=1+1", 'orders', [
    { field: 'date', header: '日期', values: [month(2024, 2)] },
    { field: 'amount', header: '金额', values: [1] },
  ]);
  const workbook = await calculated(monthlySummary.build(request(source)));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['月度总结', '订单明细']);
});

test('months between others that have no rows are told, since they count as 0', () => {
  const told = (rows: readonly Order[]): unknown[] =>
    monthlySummary
      .prepare(request(ordersReading(rows)))
      .findings.filter(({ code }) => code === 'periods-empty')
      .map(({ details }) => details);
  const gaps = [order(month(2024, 1), 5), order(month(2024, 3), 7), order(month(2024, 6), 7)];
  expect(told(gaps)).toEqual([{ month: '2024年2月', periods: 3 }]);
  expect(told(months(0, 3, () => 500))).toEqual([]);
});
