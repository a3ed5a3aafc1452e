import fc from 'fast-check';
import { dateOf, serialOf } from '../../src/domain/dates';
import type { Area } from '../../src/domain/address';
import type { GridValue } from '../../src/reading/grid';
import { column, merge, readTable } from './grids';

/* Any orders written out in any of the styles that people use must come back as they were. */

interface Order {
  readonly day: number;
  readonly customer: string;
  readonly person: string;
  readonly cents: number;
}

const day = fc.integer({ min: serialOf(2024, 1, 1), max: serialOf(2024, 12, 31) });
const customer = fc.constantFrom(
  '甲公司',
  '乙贸易行',
  '丙酒店',
  '丁小学',
  '戊医院（二部）',
  'Acme Ltd',
  '合众超市',
  '总府酒店',
);
const person = fc.constantFrom('张三', '李四', '王小明');
const order: fc.Arbitrary<Order> = fc.record({
  day,
  customer,
  person,
  cents: fc.integer({ min: -9_999_999, max: 999_999_999 }),
});

const DATE_STYLES: readonly ((serial: number) => GridValue)[] = [
  (serial) => serial,
  (serial) => parts(serial).join('.'),
  (serial) => parts(serial).join('/'),
  (serial) => {
    const [year, month, dayOfMonth] = parts(serial);
    return `${year}年${month}月${dayOfMonth}日`;
  },
  (serial) => {
    const [, month, dayOfMonth] = parts(serial);
    return `${month}月${dayOfMonth}日`;
  },
  (serial) => {
    const [year, month, dayOfMonth] = parts(serial);
    return ` ${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')} 上午`;
  },
];

function parts(serial: number): [number, number, number] {
  const { year, month, day: dayOfMonth } = dateOf(serial);
  return [year, month, dayOfMonth];
}

const yuan = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?=\.))/g, ',');
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** The same money in plain 元 and, exactly, in 万. */
const MONEY_STYLES: readonly ((cents: number) => GridValue)[] = [
  (cents) => cents / 100,
  (cents) => yuan(cents),
  (cents) => `￥${grouped(yuan(cents))}元`,
  (cents) => wide(grouped(yuan(cents))),
  (cents) => (cents < 0 ? `(${grouped(yuan(-cents))})` : ` ${yuan(cents)} `),
  (cents) => (cents < 0 ? `${yuan(-cents)}-` : `¥ ${yuan(cents)}`),
  (cents) => {
    const digits = String(Math.abs(cents)).padStart(7, '0');
    return `${cents < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}万`;
  },
];

interface Style {
  readonly dates: readonly number[];
  readonly money: readonly number[];
  readonly titleRows: number;
  readonly left: number;
  readonly mergePeople: boolean;
  readonly totals: boolean;
  readonly pageEvery: number;
  readonly headers: readonly string[];
  readonly notes: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  dates: fc.array(fc.nat(DATE_STYLES.length - 1), { minLength: 1, maxLength: 5 }),
  money: fc.array(fc.nat(MONEY_STYLES.length - 1), { minLength: 1, maxLength: 5 }),
  titleRows: fc.integer({ min: 1, max: 3 }),
  left: fc.integer({ min: 0, max: 3 }),
  mergePeople: fc.boolean(),
  totals: fc.boolean(),
  pageEvery: fc.constantFrom(0, 5, 8),
  headers: fc.constantFrom(
    ['下单日期', '客户名称', '客户经理', '金额(元)'],
    ['日 期', '客户\n名称', '业务员', '合同金额'],
    ['签单日期 ', '单位名称', '销售代表', '订单金额（元）'],
    ['Order Date', 'Customer', 'Sales Rep', 'Amount'],
  ),
  notes: fc.boolean(),
});

/** Writes orders out the way a person might keep them. */
function written(orders: readonly Order[], how: Style) {
  const values: GridValue[][] = [];
  const merges: Area[] = [];
  const pad = Array.from({ length: how.left }, () => '');
  const put = (cells: readonly GridValue[]): void => void values.push([...pad, ...cells]);
  put(['2024年政企订单台账']);
  if (how.titleRows > 1) put(['填报单位：政企一部', '', '单位：元']);
  if (how.titleRows > 2) put([]);
  put(how.headers);
  let page = 0;
  let run = 0;
  orders.forEach((each, index) => {
    if (how.pageEvery > 0 && index > 0 && index % how.pageEvery === 0) {
      if (how.totals) put(['本页小计', '', '', page / 100]);
      put(how.headers);
      page = 0;
      run = 0;
    }
    const same = how.mergePeople && run > 0 && orders[index - 1]?.person === each.person;
    run = same ? run + 1 : 1;
    if (same) merges.push(merge(values.length - run + 1, how.left + 2, run, 1));
    put([
      DATE_STYLES[how.dates[index % how.dates.length] ?? 0]?.(each.day) ?? '',
      each.customer,
      same ? '' : each.person,
      MONEY_STYLES[how.money[index % how.money.length] ?? 0]?.(each.cents) ?? '',
    ]);
    page += each.cents;
  });
  if (how.totals) put(['合计', '', '', orders.reduce((sum, { cents }) => sum + cents, 0) / 100]);
  if (how.notes) {
    put([]);
    put(['制表人：张三', '', '审核：']);
    put(['注：金额为含税价。']);
  }
  return { values, merges: merges.filter((area, index) => merges[index + 1]?.row !== area.row) };
}

test('orders written out in any style come back the same', () => {
  fc.assert(
    fc.property(fc.array(order, { minLength: 4, maxLength: 30 }), style, (orders, how) => {
      const { values, merges } = written(orders, how);
      const table = readTable(values, { merges });
      const date = table.columns.find(({ header }) => header === how.headers[0]);
      expect(date?.values.map((value) => Math.floor(Number(value)))).toEqual(orders.map((each) => each.day));
      expect(column(table, 'customer').values).toEqual(orders.map((each) => each.customer));
      expect(column(table, 'person').values).toEqual(orders.map((each) => each.person));
      expect(column(table, 'amount').values).toEqual(
        orders.map(({ cents }) => (cents === 0 ? 0 : cents / 100)),
      );
      expect(table.problems.filter(({ code }) => code === 'total-mismatch')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
