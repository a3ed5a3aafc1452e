import { serialOf } from '../../../src/domain/dates';
import type { Locale } from '../../../src/locales';
import type { ReadValue, TableReading } from '../../../src/reading/types';
import { commissionCheck } from '../../../src/templates/commission-check';
import type { BuildRequest } from '../../../src/templates/types';
import { calculated, errorsIn, sheetOf } from '../model';
import { ordersReading, request, tableReading, type Order } from '../readings';

const MARCH = serialOf(2024, 3, 1);
const READY = {
  plan: 'team-tiers',
  method: 'whole',
  boundary: 'inclusive',
  event: 'signed',
  tax: 'as-listed',
  clawback: 'net',
  near: '2',
  handout: 'live',
};

type Row = readonly [
  person: string | null,
  revenue: number | null,
  base: number,
  commission: number,
  pay: number | null,
];

function sheet(rows: readonly Row[]): TableReading {
  const column = (index: number): ReadValue[] => rows.map((row) => row[index] ?? null);
  return tableReading('3月提成', 'commission', [
    { field: 'person', header: '姓名', values: column(0) },
    { field: 'month', header: '月份', values: rows.map(() => MARCH) },
    { field: 'revenue', header: '收入', values: column(1) },
    { field: 'base_pay', header: '底薪', values: column(2) },
    { field: 'commission', header: '提成', values: column(3) },
    { field: 'pay', header: '应发', values: column(4) },
  ]);
}

function ask(rows: readonly Row[], change: Partial<BuildRequest> = {}): BuildRequest {
  return request(sheet(rows), { options: READY, ...change });
}

const RIGHT: Row = ['周明', 45_000, 3000, 9000, 12_000];
const ROWS: readonly Row[] = [
  RIGHT,
  // Slice by slice: 2,000 + 3,000 + 1,000.
  ['=1+1', 45_000, 3000, 6000, 9000],
  ['*', 60_000, 3000, 12_000, 15_000],
  ['007', 30_000, 0, 4500, 4500],
  ['李娜', 12_345.67, 2500, 1234.57, 3000],
];

const sentences = ({ findings }: ReturnType<typeof commissionCheck.prepare>): string[] =>
  findings.flatMap(({ code, details }) => (code === 'check-differs' ? [String(details['sentence'])] : []));

test('says each difference with its figures', () => {
  const prepared = commissionCheck.prepare(ask(ROWS));
  expect(prepared.refusal).toBeNull();
  expect(prepared.rowsUsed).toBe(5);
  expect(sentences(prepared)).toEqual([
    '按分段超额累进计，应按 20% 全额计；少报 ¥3,000.00。',
    '收入正好在档次线上，达到即算，应按 25%，却按 20% 计；少报 ¥4,000.00。',
    '未计底薪 ¥2,500.00；少报 ¥2,500.00。',
    '常见的错法都得不出这个数，原因未查明；少报 ¥734.57。',
  ]);
});

test('rows of one name that each state a base pay may be two people, and that is said', () => {
  const added = (rows: readonly Row[]): unknown[] =>
    commissionCheck
      .prepare(ask(rows))
      .findings.filter(({ code }) => code === 'check-rows-added')
      .map(({ details }) => details);
  const other: Row = ['周明', 12_000, 2500, 1200, 3700];
  expect(added([RIGHT, ['李娜', 0, 2500, 0, 2500], other])).toEqual([{ person: '周明', rows: 2 }]);
  expect(added([RIGHT, ['周明', 1000, 0, 200, 200]])).toEqual([]);
  // The same row twice is another slip.
  expect(added([RIGHT, RIGHT])).toEqual([]);
});

test.each(['zh-CN', 'en'] as const)(
  'calculates what it says, without an error: %s',
  async (locale: Locale) => {
    const live = await calculated(commissionCheck.build(ask(ROWS, { locale })));
    const values = await calculated(
      commissionCheck.build(ask(ROWS, { locale, options: { ...READY, handout: 'values' } })),
    );
    for (const each of live.sheets) expect([each.name, errorsIn(each)]).toEqual([each.name, []]);
    const names =
      locale === 'zh-CN'
        ? ['提成复核', '复核明细', '个人提成单']
        : ['Commission check', 'Check rows', 'Pay statements'];
    for (const name of names) {
      const [formulas, plain] = [sheetOf(live, name), sheetOf(values, name)];
      const used = plain.usedArea(true);
      expect(used).not.toBeNull();
      for (let row = 0; used && row < used.rows; row++) {
        // Marks beside the rows follow what a column is, not what it says.
        for (let column = 0; column < Math.min(used.columns, 16); column++) {
          expect([name, row, column, blank(formulas.value(row, column))]).toEqual([
            name,
            row,
            column,
            blank(plain.value(row, column)),
          ]);
        }
      }
    }
  },
);

const blank = (value: unknown): unknown => (value === '' ? null : value);

test('the page of one person follows the name that is chosen, whatever it looks like', async () => {
  const book = await calculated(commissionCheck.build(ask(ROWS)));
  const person = sheetOf(book, '查一个人');
  for (const [name, submitted] of ROWS.map((row) => [row[0], row[4]] as const)) {
    person.setValues({ row: 1, column: 1 }, [[name]]);
    await book.calculate();
    const used = person.usedArea(true);
    const texts = Array.from({ length: used?.rows ?? 0 }, (_, row) => person.value(row, 7));
    expect([name, texts.includes(submitted)]).toEqual([name, true]);
  }
});

const order = (id: string, person: string, amount: number, day: number): Order => ({
  id,
  date: MARCH + day,
  customer: '远帆物流',
  person,
  product: '专线',
  amount,
});

test('takes the revenue from the orders, and names the one that was left out', () => {
  const orders = [
    order('D1', '周明', 30_000, 3),
    order('D2', '周明', 15_000, 9),
    order('D2', '周明', 15_000, 9),
  ];
  const left: Row = ['周明', 45_000, 3000, 9000, 12_000];
  const prepared = commissionCheck.prepare(ask([left], { companions: { orders: [ordersReading(orders)] } }));
  expect(sentences(prepared)).toEqual(['漏计订单 D2（¥15,000.00）；少报 ¥7,000.00。']);
  const flags = prepared.findings.filter(({ code }) => code === 'check-flag');
  expect(flags.map(({ details }) => details['sentence'])).toEqual([
    '订单 D2（¥15,000.00，周明）在订单表里出现两次：订单台账!F5、订单台账!F6。两行都已计入。',
  ]);
});

test('a row said twice is due once; unreadable rows are reported and not blamed', () => {
  const prepared = commissionCheck.prepare(ask([RIGHT, RIGHT, [null, 1, 0, 0, 5], ['王芳', 1, 0, 0, null]]));
  expect(sentences(prepared)).toEqual(['上面已有同样的一行，一个月只发一次；多报 ¥12,000.00。']);
  expect(prepared.findings.map(({ code }) => code)).toContain('check-no-person');
});

test('a row without revenue is not taken for a month of zero', () => {
  const prepared = commissionCheck.prepare(ask([RIGHT, ['王芳', null, 2500, 0, 2500]]));
  expect(prepared.rowsUsed).toBe(1);
  expect(prepared.findings.map(({ code }) => code)).toContain('check-row-without-revenue');
});

test.each([
  ['check-no-plan', ask([RIGHT], { options: { ...READY, plan: 'sheet' } })],
  ['check-plan-open', ask([RIGHT], { options: { ...READY, tax: 'vat-taken-out' } })],
  [
    'check-no-person-column',
    {
      ...ask([RIGHT]),
      source: tableReading('表', 'commission', [{ field: 'pay', header: '应发', values: [1] }]),
    },
  ],
  [
    'check-no-revenue',
    {
      ...ask([RIGHT]),
      source: tableReading('2024年3月', 'commission', [
        { field: 'person', header: '姓名', values: ['周明'] },
        { field: 'pay', header: '应发', values: [1] },
      ]),
    },
  ],
] as const)('refuses with %s', (code, given: BuildRequest) => {
  expect(commissionCheck.prepare(given).refusal?.code).toBe(code);
});

test('nothing is wrong: the report says so', async () => {
  const book = await calculated(commissionCheck.build(ask([RIGHT])));
  const report = sheetOf(book, '提成复核');
  const used = report.usedArea(true);
  const texts = Array.from({ length: used?.rows ?? 0 }, (_, row) => report.value(row, 0));
  expect(texts).toContain('每一行都与方案一致，一分不差。');
});

test.each([
  ['live', ['提成复核', '复核明细', '个人提成单', '计提标准']],
  ['values', ['提成复核', '复核明细', '个人提成单']],
])('locks what is handed out where that is chosen, not the page to choose from: %s', (handout, locked) => {
  const built = (protect: string) =>
    commissionCheck.build(ask(ROWS, { options: { ...READY, handout, protect } })).sheets;
  expect(built('yes').flatMap(({ name, locked: on }) => (on === true ? [name] : []))).toEqual(locked);
  expect(built('no').filter(({ locked: on }) => on === true)).toEqual([]);
});

/** A year of a sheet with nothing wrong, or with something wrong in every row. */
function year(base: number): TableReading {
  const months = Array.from({ length: 24 }, (_, index) => serialOf(2024, 1 + (index % 12), 1));
  const people = months.map((_, index) => (index < 12 ? '周明' : '李娜'));
  return tableReading('全年提成', 'commission', [
    { field: 'person', header: '姓名', values: people },
    { field: 'month', header: '月份', values: months },
    { field: 'revenue', header: '收入', values: months.map(() => 45_000) },
    { field: 'base_pay', header: '底薪', values: months.map(() => base) },
    { field: 'commission', header: '提成', values: months.map(() => 9000) },
    { field: 'pay', header: '应发', values: months.map(() => 9000 + base) },
  ]);
}

test.each([
  ['landscape', sheet(ROWS)],
  ['portrait', year(0)],
] as const)('prints a page for each person, turned so that it fits: %s', (orientation, source) => {
  const { sheets } = commissionCheck.build(request(source, { options: READY }));
  const print = (role: string) => sheets.find((each) => each.role === role)?.print;
  const people = new Set(source.columns[0]?.values).size;
  expect(print('statements')).toMatchObject({ orientation });
  expect(print('statements')?.breaks).toHaveLength(people - 1);
  expect(print('report')?.breaks).toEqual([]);
});
