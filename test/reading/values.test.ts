import { isoDate } from '../../src/domain/dates';
import { decideOrder } from '../../src/reading/dates';
import { isDateFormat, parseDateText } from '../../src/reading/datetext';
import { parseNumber, writesDecimalComma } from '../../src/reading/numbers';
import { periodOf, timesIn } from '../../src/reading/periods';
import { totalKind } from '../../src/reading/rows';
import { nameKey } from '../../src/reading/text';
import { headerUnit, scaled, titleUnit } from '../../src/reading/units';
import { column, readTable, rows } from './grids';

test.each([
  ['1.2万', 12000],
  ['0.07万', 700],
  ['15.8万元', 158000],
  ['2.85亿', 285000000],
  ['1亿2000万', 120000000],
  ['3万5千', 35000],
  ['￥3,000.00元', 3000],
  ['¥ 8,600.00', 8600],
  ['$1,000.00', 1000],
  ['３０００', 3000],
  ['(500)', -500],
  ['（７,０８９.２８）', -7089.28],
  ['500-', -500],
  ['−12.5', -12.5],
  ['1052,75元', 1052.75],
  ['11,50万元', 115000],
  ['1.234.567', 1234567],
  ['1.234,56', 1234.56],
  ['12,345', 12345],
  ['1,2345,6789', 123456789],
  ['-15.00%', -0.15],
  ['5‰', 0.005],
  ['27件', 27],
  ['18 户次', 18],
  ['1e3', 1000],
])('%s is %d', (text, value) => {
  expect(parseNumber(text)?.value).toBe(value);
});

test.each(['', '待定', '3万5', '5-7', 'abc', '12abc', '1.2.3', '2024年', '--'])('%s is no number', (text) => {
  expect(text === '2024年' ? parseNumber('2024年3月') : parseNumber(text)).toBeNull();
});

test('a decimal comma is told from a thousands comma by the whole column', () => {
  expect(writesDecimalComma(['1052,75', '79,440'])).toBe(true);
  expect(writesDecimalComma(['12,345', '1,200.50'])).toBe(false);
  expect(parseNumber('79,440', true)?.value).toBe(79.44);
});

test('units scale exactly as decimals', () => {
  expect(scaled(0.07, 4)).toBe(700);
  expect(scaled(1.005, 4)).toBe(10050);
  expect(scaled(8.91, 4)).toBe(89100);
  expect(scaled(15, -2)).toBe(0.15);
  expect(scaled(1e21, 4)).toBe(1e25);
});

test.each([
  ['金额(万元)', 4],
  ['金额（万元）', 4],
  ['收入\n(元)', 0],
  ['新增户数(万户)', 4],
  ['合同额，千元', 3],
  ['提成比例(%)', -2],
  ['Amount (RMB 000s)', 3],
])('the header %j is in 10^%d', (header, exponent) => {
  expect(headerUnit(header)?.exponent).toBe(exponent);
});

test('units are read from titles, and words in brackets that are none are left alone', () => {
  expect(titleUnit('集团客户收入表 单位：万元')?.exponent).toBe(4);
  expect(titleUnit('单位:千元 2024年')?.exponent).toBe(3);
  expect(titleUnit('Revenue (in thousands)')?.exponent).toBe(3);
  expect(titleUnit('政企客户名单（内部资料）')).toBeNull();
  expect(headerUnit('计划走访（户）')).toBeNull();
});

function dayOf(text: string): string | null {
  const parsed = parseDateText(text);
  if (!parsed) return null;
  if (parsed.kind === 'day') return `${parsed.year}-${parsed.month}-${parsed.day}`;
  if (parsed.kind === 'month') return `${parsed.year}-${parsed.month}`;
  if (parsed.kind === 'monthDay') return `${parsed.month}-${parsed.day}`;
  return parsed.parts.join('/');
}

test.each([
  ['2024.3.5', '2024-3-5'],
  ['2024年3月5日', '2024-3-5'],
  ['２０２４－０４－０８', '2024-4-8'],
  ['2024/4/2 上午', '2024-4-2'],
  ['2024-05-01 10:20:30', '2024-5-1'],
  ['2024-05-01T10:20:30Z', '2024-5-1'],
  ['2024年3月5日（周二）', '2024-3-5'],
  ['20240410', '2024-4-10'],
  ['24年4月7日', '2024-4-7'],
  ['二〇二四年三月十五日', '2024-3-15'],
  ['3月5日', '3-5'],
  ['3月5日下午3点', '3-5'],
  ['三月五日', '3-5'],
  ['2024年3月', '2024-3'],
  ['202403', '2024-3'],
  ['5-Mar-24', '2024-3-5'],
  ['March 5, 2024', '2024-3-5'],
  ['5th March 2024', '2024-3-5'],
  ['Mar-24', '2024-3'],
  ['5/3/2024', '5/3/2024'],
  ['24.4.7', '24/4/7'],
  ['3月5日-3月8日', '3-5'],
  ['2024-02-30', null],
  ['13月5日', null],
  ['月底前', null],
  ['长期', null],
])('%s says %s', (text, expected) => {
  expect(dayOf(text)).toBe(expected);
});

test('times become fractions of a day', () => {
  expect(parseDateText('2024-03-05 18:00')?.time).toBe(0.75);
  expect(parseDateText('3月5日下午3点')?.time).toBe(0.625);
  expect(parseDateText('3月5日-3月8日')?.range).toBe(true);
});

test('the order of day and month is decided by the whole column', () => {
  const order = (...texts: string[]) =>
    decideOrder(
      texts.flatMap((text) => parseDateText(text) ?? []),
      [2024],
    );
  expect(order('5/3/2024', '25/3/2024')).toMatchObject({ order: 'dmy', ambiguous: false });
  expect(order('3/5/2024', '3/25/2024')).toMatchObject({ order: 'mdy', ambiguous: false });
  expect(order('3/5/2024', '4/6/2024')).toMatchObject({ ambiguous: true });
  expect(order('24.4.7', '24.12.31')).toMatchObject({ order: 'ymd', ambiguous: false });
  expect(order('13/1/2024', '1/13/2024')).toMatchObject({ mixed: true });
});

test.each([
  ['yyyy-mm-dd', true],
  ['m"月"d"日"', true],
  ['[$-804]yyyy"年"m"月"', true],
  ['mmm-yy', true],
  ['#,##0.00', false],
  ['0%', false],
  ['General', false],
  ['@', false],
  ['#,##0"天"', false],
  ['[Red]0.00', false],
])('the format %s shows a date: %s', (format, dated) => {
  expect(isDateFormat(format)).toBe(dated);
});

test.each([
  ['1月', { year: null, month: 1, months: 1 }],
  ['十二月', { year: null, month: 12, months: 1 }],
  ['2024年1月', { year: 2024, month: 1, months: 1 }],
  ['Jan-24', { year: 2024, month: 1, months: 1 }],
  ['Q3', { year: null, month: 7, months: 3 }],
  ['一季度', { year: null, month: 1, months: 3 }],
  ['上半年', { year: null, month: 1, months: 6 }],
  ['2023', { year: 2023, month: 1, months: 12 }],
  ['3月收入(万元)', { year: null, month: 3, months: 1 }],
  ['13月', null],
  ['日期', null],
])('the header %s is the period %j', (header, expected) => {
  expect(periodOf(header, false)).toEqual(expected);
});

test('years and months are found in names', () => {
  expect(timesIn('（2024年2月26日—2024年3月29日）')).toEqual({ years: [2024], months: [2, 3] });
  expect(timesIn('sales_9_2022').years).toEqual([2022]);
  expect(timesIn('订单20240310').years).toEqual([2024]);
});

test.each([
  ['合计', 'total'],
  ['合　计', 'total'],
  ['总 计', 'total'],
  ['城东小计', 'subtotal'],
  ['本页小计', 'subtotal'],
  ['本月合计走访：46 次', 'total'],
  ['總業績', 'total'],
  ['Grand Total', 'total'],
  ['Subtotal', 'subtotal'],
  ['总部大楼', null],
  ['合计划公司', null],
  ['Totally Fine Ltd', null],
  ['会计师事务所', null],
])('%s is a label of a %s', (label, kind) => {
  expect(totalKind(label)).toBe(kind);
});

test('spellings of a name meet, different names do not', () => {
  expect(nameKey('甲公司（二部）')).toBe(nameKey('甲公司(二部) '));
  expect(nameKey('甲公司（）')).toBe(nameKey('甲公司'));
  expect(nameKey('甲公司（二部）')).not.toBe(nameKey('甲公司'));
  expect(nameKey('Acme  Ltd')).toBe(nameKey('ACME Ltd'));
});

test('a 1904 book, text dates, a year from the title and marks of repetition are read', () => {
  const table = readTable(
    [
      ['2024年3月订单'],
      ['日期', '客户', '金额'],
      [43_838, '甲公司', 1],
      ['3月5日', '同上', 2],
      ['2024.3.6', '乙公司 ', '（500）'],
    ],
    { formats: [[], [], ['yyyy-mm-dd']] },
    { date1904: true },
  );
  expect(column(table, 'date').values.map((value) => isoDate(Number(value)))).toEqual([
    '2024-01-09',
    '2024-03-05',
    '2024-03-06',
  ]);
  expect(column(table, 'customer').values).toEqual(['甲公司', '甲公司', '乙公司']);
  expect(column(table, 'amount').values).toEqual([1, 2, -500]);
});

test('a missing year comes from the neighbours, also over the turn of the year', () => {
  const table = readTable(
    rows(`
    走访日期|客户|内容
    2023-12-28|甲公司|回访
    12月30日|乙公司|催费
    1月3日|丙公司|方案
    2024-01-05|丁公司|签约`),
  );
  expect(column(table, 'date').values.map((value) => isoDate(Number(value)))).toEqual([
    '2023-12-28',
    '2023-12-30',
    '2024-01-03',
    '2024-01-05',
  ]);
});

test('what can’t be read is left blank and said with its cell', () => {
  const table = readTable(
    rows(`
    日期|客户|金额
    2024-01-05|甲公司|待定
    随时|乙公司|3000
    2024-01-07|丙公司|#N/A`),
  );
  expect(column(table, 'amount').values).toEqual([null, 3000, null]);
  expect(table.problems.map(({ code, row, column: at }) => [code, row, at])).toEqual(
    expect.arrayContaining([
      ['date-unreadable', 2, 0],
      ['number-unreadable', 1, 2],
      ['cell-error', 3, 2],
    ]),
  );
});

test('ids keep their zeros and long digits', () => {
  const table = readTable(
    rows("订单号|客户编号|客户|金额\n'0012|'0053110|甲公司|5\n90000000000104728|740150|乙公司|6"),
  );
  expect(column(table, 'order_id').values).toEqual(['0012', '90000000000104728']);
  expect(column(table, 'customer_id').values).toEqual(['0053110', '740150']);
});
