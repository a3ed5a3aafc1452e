import { addMonths, serialOf } from '../../../src/domain/dates';
import { monthlySummary } from '../../../src/templates/monthly-summary';
import { readTargets } from '../../../src/templates/report/read-targets';
import { calculated, errorsIn, indexOf, rowOf, sheetOf } from '../model';
import { ordersReading, request, tableReading, type Order } from '../readings';

const JANUARY = serialOf(2025, 1, 1);
const order = (id: string, month: number, amount: number | null): Order => ({
  id,
  date: addMonths(JANUARY, month - 1) + 4,
  customer: '甲',
  person: '林晓彤',
  product: '专线',
  amount,
});

test('more sheets of the same kind count together, and each row says where it comes from', async () => {
  const source = ordersReading([order('A1', 1, 100)], '1月');
  const more = [ordersReading([order('A2', 2, 150), order('A3', 2, null)], '2月')];
  const preparation = monthlySummary.prepare(request(source, { companions: { more } }));
  expect(preparation.rowsUsed).toBe(2);
  expect(preparation.findings).toMatchObject([{ code: 'row-without-amount', sheet: '2月', row: 4 }]);
  const plan = monthlySummary.build(request(source, { companions: { more } }));
  const origins = plan.sheets.at(-1)?.tables[0]?.rows.map((row) => row.at(-2));
  expect(origins).toEqual(['1月!F4', '2月!F4']);
  const sheet = sheetOf(await calculated(plan), '月度总结');
  expect(errorsIn(sheet)).toEqual([]);
  expect(rowOf(sheet, addMonths(JANUARY, 1), indexOf(sheet, '月份')).slice(1, 3)).toEqual([1, 150]);
  expect(sheet.text(2, 0)).toContain('“1月”“2月”');
  expect(rowOf(sheet, '2月!F5')[2]).toBe('金额为空或读不出');
});

test('the same order number on two sheets is said, and both keep a key of their own', () => {
  const source = ordersReading([order('A1', 1, 100)], '1月');
  const more = [ordersReading([order('A1', 1, 100)], '1月副本')];
  const { findings } = monthlySummary.prepare(request(source, { companions: { more } }));
  expect(findings).toMatchObject([{ code: 'order-twice', sheet: '1月副本', details: { first: 'A4' } }]);
  const keys = monthlySummary.build(request(source, { companions: { more } })).sheets.at(-1)?.tables[0]?.keys;
  expect(new Set(keys).size).toBe(2);
});

test('a wide sheet of targets: months count, quarters that say the same again do not, nor the total', () => {
  const column = (
    header: string,
    start: number,
    months: number,
    values: readonly number[],
    total = false,
  ) => ({
    field: 'target' as const,
    header,
    values,
    more: { period: { start, months }, total },
  });
  const table = tableReading('指标', 'targets', [
    { field: 'person', header: '客户经理', values: ['周文博', '林晓彤'] },
    column('1月', JANUARY, 1, [10, 20]),
    column('2月', addMonths(JANUARY, 1), 1, [11, 21]),
    column('一季度', JANUARY, 3, [33, 63]),
    column('全年', JANUARY, 12, [120, 240], true),
  ]);
  const targets = readTargets([table], JANUARY, 'year');
  expect(targets.map(({ person, months, cents }) => [person, months, cents])).toEqual([
    ['周文博', 1, 1000],
    ['周文博', 1, 1100],
    ['林晓彤', 1, 2000],
    ['林晓彤', 1, 2100],
  ]);
  expect(new Set(targets.map(({ key }) => key)).size).toBe(4);
  expect(targets[0]).toMatchObject({ from: JANUARY, to: JANUARY, origin: '指标!B4' });
});
