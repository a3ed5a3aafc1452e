import { readBook } from '../../src/reading';
import { currencyOf } from '../../src/reading/currency';
import type { SheetGrid } from '../../src/reading/grid';

function orders(amounts: readonly (string | number)[], formats: readonly string[] = []): SheetGrid {
  const rows = amounts.map((amount, index) => [`DD${index + 1}`, 45300 + index, '远帆物流', amount]);
  return {
    name: '订单',
    origin: { row: 0, column: 0 },
    values: [['订单号', '下单日期', '客户', '金额'], ...rows],
    formats: [
      [],
      ...rows.map((_row, index) => ['General', 'yyyy-mm-dd', 'General', formats[index] ?? 'General']),
    ],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
    visible: true,
  };
}

const mixed = (sheet: SheetGrid) =>
  readBook({ name: '', date1904: false, sheets: [sheet] })
    .sheets.flatMap(({ tables }) => tables)
    .flatMap(({ problems }) => problems)
    .filter(({ code }) => code === 'currency-mixed');

test.each([
  ['$12.30', '$'],
  ['US$ 12', '$'],
  ['HK$12', 'HK$'],
  ['￥3,000元', '元'],
  ['1.2万元', '元'],
  ['€ 5', '€'],
  ['12.5', null],
  ['US$', '$'],
  ['S$ 8', 'S$'],
  ['10,000日元', '日元'],
  ['美金', '$'],
  ['人民币', '元'],
  ['[$-804]#,##0.00', null],
  ['[$¥-804]#,##0.00', '元'],
])('%s is an amount in %s', (text, currency) => {
  expect(currencyOf(text)).toBe(currency);
});

test('two currencies in one column are told, at the first cell of the second', () => {
  expect(mixed(orders(['¥100', '$20', '¥30', '$5']))).toEqual([
    expect.objectContaining({ row: 2, column: 3, details: { header: '金额', currencies: '元, $' } }),
  ]);
  expect(mixed(orders([100, 20, 30], ['¥#,##0', '"$"#,##0', '¥#,##0']))).toHaveLength(1);
});

test('a column of currencies says what the amounts of each row are, whatever the format of all', () => {
  const sheet = orders([100, 20, 30, 5], Array<string>(4).fill('¥#,##0'));
  const said = ['币种', '人民币', 'USD', '人民币', '港币'];
  const beside = {
    ...sheet,
    values: sheet.values.map((row, index) => [...row, said[index] ?? '']),
    formats: sheet.formats.map((row) => [...row, 'General']),
  };
  expect(mixed(beside)).toEqual([
    expect.objectContaining({ row: 2, column: 3, details: { header: '金额', currencies: '元, $, HK$' } }),
  ]);
});

test('one currency, however it is written, is no finding', () => {
  expect(mixed(orders(['¥100', '￥20', '30元', 40]))).toEqual([]);
  expect(mixed(orders([100, 20], ['General', '[$-804]#,##0.00']))).toEqual([]);
});
