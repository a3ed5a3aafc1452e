import { concentration } from '../../../src/domain/customers/abc';
import { addMonths, serialOf } from '../../../src/domain/dates';
import { texts, type Locale } from '../../../src/locales';
import type { Plan } from '../../../src/plan/types';
import type { TableReading } from '../../../src/reading/types';
import { customerValue } from '../../../src/templates/customer-value';
import { calculated, errorsIn, sheetOf } from '../model';
import { overlaps, repeatedHeaders } from '../overlaps';
import { readBack, setBeside } from '../read-back';
import { ordersReading, request, seeded, tableReading, type Order } from '../readings';

const t = texts('zh-CN').templates['customer-value'];
const options = { span: 'twelve-months' };

function orders(count: number, customers: number): Order[] {
  const random = seeded(count);
  return Array.from({ length: count }, (_, i) => ({
    id: `DD${i}`,
    date: serialOf(2024, 6, 1) + Math.floor(random() * 330),
    amount: Math.round(random() ** 3 * 5e6) / 100,
    customer: `客户${Math.floor(random() * customers)}`,
    person: ['周', '林'][i % 2] ?? null,
    product: null,
  }));
}

const hostile = ['=1+1', '*', '007', "'撇", 'x'.repeat(200), '"', '~?', '@x'].map((customer, i): Order => ({
  id: `H${i}`,
  date: serialOf(2025, 3, 3) + i,
  amount: 100 * (i + 1),
  customer,
  person: customer,
  product: null,
}));

const wide = tableReading("It's", 'revenue', [
  { field: 'customer', header: '客户', values: ['甲', '乙', '丙'] },
  ...[1, 2, 3].map((month) => ({
    field: 'revenue' as const,
    header: `${month}月`,
    values: [1000 * month, 500, null],
    more: { period: { start: serialOf(2025, month, 1), months: 1 } },
  })),
]);

function build(source: TableReading, more: Parameters<typeof request>[1] = {}): Plan {
  return customerValue.build(request(source, { options, ...more }));
}

describe.each(['zh-CN', 'en'] as const)('plans in %s', (locale: Locale) => {
  test.each([
    ['orders', ordersReading(orders(200, 30))],
    ['one order', ordersReading(orders(1, 1))],
    ['refunds only', ordersReading(orders(9, 3).map((order) => ({ ...order, amount: -5 })))],
    ['names that Excel reads as something else', ordersReading(hostile)],
    ['a column a month', wide],
  ])('%s', async (_, source) => {
    const plan = build(source, { locale });
    expect(overlaps(plan)).toEqual([]);
    expect(repeatedHeaders(plan)).toEqual([]);
    const book = await calculated(plan);
    for (const { name } of plan.sheets) expect(errorsIn(sheetOf(book, name))).toEqual([]);
  });
});

test('20/80 on the report is the domain’s', async () => {
  const source = orders(300, 40);
  const plan = build(ordersReading(source));
  const report = sheetOf(await calculated(plan), t.reportSheet);
  const amounts = new Map<string, number>();
  for (const { customer, amount } of source) {
    amounts.set(customer ?? '', (amounts.get(customer ?? '') ?? 0) + Math.round((amount ?? 0) * 100));
  }
  const points = concentration([...amounts.values()], 20);
  const lines = report.values({ row: 0, column: 5, rows: 60, columns: 4 });
  for (const part of [0.05, 0.1, 0.2, 0.3, 0.5]) {
    const line = lines.find(([first]) => first === part);
    expect(line?.[3]).toBeCloseTo(points[Math.round(part * 20) - 1]?.amount ?? NaN, 9);
  }
});

describe('the customer file', () => {
  test('shows whoever is chosen, also a name with a wildcard', async () => {
    const plan = build(ordersReading(hostile));
    const book = await calculated(plan);
    const file = sheetOf(book, t.fileSheet);
    const look = async (name: string) => {
      file.setValues({ row: 2, column: 1 }, [[name]]);
      await book.calculate();
      return [file.value(5, 0), file.value(5, 2)];
    };
    expect(await look('*')).toEqual([200, 7]);
    expect(await look('007')).toEqual([300, 6]);
    expect(await look('x'.repeat(200))).toEqual([500, 4]);
    expect(await look('谁也不是')).toEqual(['—', '—']);
  });
});

describe('rules', () => {
  const source = ordersReading(
    [60, 25, 10, 5].map((amount, i): Order => ({
      id: `R${i}`,
      date: serialOf(2025, 3, 28),
      amount,
      customer: `客户${i}`,
      person: null,
      product: null,
    })),
  );

  test('that people changed stay and decide', async () => {
    const rules = readBack(build(source), (values) => {
      setBeside(values, 'A 类累计占比', 1, 0.5);
      setBeside(values, '高档', 1, 50);
      setBeside(values, '高档', 0, '钻石');
    });
    const plan = build(source, { rules });
    const table = plan.sheets.flatMap(({ tables }) => tables).find(({ role }) => role === 'value-bands');
    expect(table?.rows[0]?.slice(0, 2)).toEqual(['钻石', 50]);
    const list = sheetOf(await calculated(plan), t.customersSheet);
    const rows = list.values({ row: 4, column: 0, rows: 4, columns: 4 });
    expect(rows.map((row) => row[2])).toEqual(['A', 'B', 'B', 'C']);
    expect(rows[0]?.[3]).toBe('钻石');
  });

  test('changed on the sheet, classes follow at once', async () => {
    const plan = build(source);
    const book = await calculated(plan);
    const rules = sheetOf(book, t.rulesSheet);
    const table = plan.sheets.flatMap(({ tables }) => tables).find(({ role }) => role === 'value-settings');
    rules.setValues({ row: (table?.at.row ?? 0) + 1, column: 1 }, [[0.99]]);
    rules.setValues({ row: (table?.at.row ?? 0) + 2, column: 1 }, [[1]]);
    await book.calculate();
    const list = sheetOf(book, t.customersSheet);
    expect(list.values({ row: 4, column: 2, rows: 4, columns: 1 }).flat()).toEqual(['A', 'A', 'A', 'A']);
  });
});

describe('what goes with the orders', () => {
  const source = ordersReading(hostile.slice(0, 2).map((order, i) => ({ ...order, customer: `客户${i}` })));
  const list = tableReading('名单', 'customers', [
    { field: 'customer', header: '客户', values: ['客户0', '客户9'] },
    { field: 'industry', header: '行业', values: ['制造', '教育'] },
    { field: 'person', header: '客户经理', values: ['何', '何'] },
    { field: 'phone', header: '电话', values: ['010-1', '010-2'] },
  ]);
  const diary = tableReading('走访', 'visits', [
    { field: 'customer', header: '客户', values: ['客户0', '客户0'] },
    { field: 'date', header: '日期', values: [serialOf(2025, 2, 1), serialOf(2025, 3, 1)] },
  ]);

  test('a list gives group, manager and telephone, a diary the last visit; who never bought is said', () => {
    const companions = { customers: [list], visits: [diary] };
    const asked = request(source, { options, companions });
    expect(customerValue.prepare(asked).findings).toEqual([
      { code: 'customers-without-entries', details: { sheet: '名单', customers: 1 }, severity: 'note' },
    ]);
    const plan = customerValue.build(asked);
    const table = plan.sheets.flatMap(({ tables }) => tables).find(({ role }) => role === 'customers');
    const row = table?.rows.find(([name]) => name === '客户0');
    const of = (id: string) => row?.[table?.columns.findIndex((each) => each.id === id) ?? -1];
    expect([of('person'), of('group'), of('phone'), of('lastVisit')]).toEqual([
      '何',
      '制造',
      '010-1',
      serialOf(2025, 3, 1),
    ]);
  });
});

test('two customers of one name are told apart by their numbers', () => {
  const source = tableReading('订单', 'orders', [
    { field: 'customer_id', header: '编号', values: ['A1', 'A2', 'A1'] },
    { field: 'customer', header: '客户', values: ['便民店', '便民店', '便民商店'] },
    { field: 'date', header: '日期', values: [45700, 45701, 45702] },
    { field: 'amount', header: '金额', values: [10, 20, 30] },
  ]);
  const table = build(source)
    .sheets.flatMap(({ tables }) => tables)
    .find(({ role }) => role === 'customers');
  expect(table?.rows.map(([name]) => name)).toEqual(['便民店 (A1)', '便民店 (A2)']);
});

test('more than three years of months: what is earlier is one column, and counts only in all data', async () => {
  const old = Array.from({ length: 40 }, (_, i): Order => ({
    id: `O${i}`,
    date: addMonths(serialOf(2025, 3, 28), -i),
    amount: 100,
    customer: '老客户',
    person: null,
    product: null,
  }));
  const amountOf = async (span: string) => {
    const plan = build(ordersReading(old), { options: { span } });
    const table = plan.sheets.flatMap(({ tables }) => tables).find(({ role }) => role === 'customers');
    const at = table?.columns.findIndex(({ id }) => id === 'amount') ?? 0;
    return sheetOf(await calculated(plan), t.customersSheet).value(4, at);
  };
  expect(await amountOf('all')).toBe(4000);
  expect(await amountOf('twelve-months')).toBe(1200);
  expect(await amountOf('year-to-date')).toBe(300);
});

describe('refusals', () => {
  const refused = (source: TableReading) => customerValue.prepare(request(source, { options })).refusal?.code;
  const customer = { field: 'customer', header: '客户', values: ['甲'] } as const;
  const date = { field: 'date', header: '日期', values: [45700] } as const;
  const amount = { field: 'amount', header: '金额', values: [5] } as const;
  test.each([
    [[date, amount], 'no-customer-column'],
    [[customer, amount], 'no-date-column'],
    [[customer, date], 'no-amount-column'],
    [[customer, { ...date, values: [null] }, amount], 'no-usable-rows'],
    [[customer, date, { ...amount, values: [9e14] }], 'money-too-large'],
    [[customer, date, amount], undefined],
  ])('case %#', (columns, code) => {
    expect(refused(tableReading('订单', 'orders', columns))).toBe(code);
  });
});
