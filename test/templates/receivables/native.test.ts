/** The list's native formulas age what is owed as the domain does, and the overview adds up to the same 分. */
import { isoDate } from '../../../src/domain/dates';
import { centsOf } from '../../../src/domain/money';
import { ageing, ageingBucket, ageInDays, AGEING_LIMITS } from '../../../src/domain/orders/ageing';
import { receivables, statedDay } from '../../../src/templates/receivables';
import { bookGrid, sheetGrid } from '../../reading/grids';
import { calculated, errorsIn, indexOf, sheetOf } from '../model';
import { request, seeded, tableReading } from '../readings';

const AS_OF = 45_720;
const OPTIONS = { 'as-of': 'newest', 'without-due': 'undated' };
const LABELS = ['0–30天', '31–60天', '61–90天', '90天以上'];

function debts(count: number) {
  const random = seeded(41);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const rows = Array.from({ length: count }, () => {
    const amount = whole(1, 90_000_00) / 100;
    const paid = random() < 0.4 ? Math.round(amount * whole(0, 110)) / 100 : null;
    return {
      customer: `客户${whole(1, 9)}`,
      person: ['何建国', '*', '=1+1'][whole(0, 2)] ?? '',
      amount,
      paid,
      due: random() < 0.9 ? AS_OF + whole(-130, 20) : null,
    };
  });
  const column = (
    field: 'customer' | 'person' | 'amount' | 'paid' | 'due_date',
    header: string,
    of: (row: (typeof rows)[number]) => string | number | null,
  ) => ({
    field,
    header,
    values: rows.map(of),
  });
  return {
    rows,
    table: tableReading('余款', 'orders', [
      column('customer', '客户', ({ customer }) => customer),
      column('person', '客户经理', ({ person }) => person),
      column('amount', '应收', ({ amount }) => amount),
      column('paid', '已收', ({ paid }) => paid),
      column('due_date', '应收日期', ({ due }) => due),
    ]),
  };
}

test('each row, and the sums by age and by name', async () => {
  const { rows, table } = debts(200);
  const plan = receivables.build(request(table, { asOf: AS_OF, options: OPTIONS }));
  const workbook = await calculated(plan);
  const list = plan.sheets[0]?.tables[0];
  if (!list) throw new Error('no list');
  const sheet = sheetOf(workbook, '余款清单');
  const place = (id: string): number => list.columns.findIndex((column) => column.id === id);
  const open = rows.filter(({ amount, paid }) => centsOf(amount) !== centsOf(paid ?? 0));
  expect(list.rows).toHaveLength(open.length);
  open.forEach(({ amount, paid, due }, index) => {
    const at = (id: string) => sheet.value(list.at.row + 1 + index, place(id));
    const age = due === null ? null : ageInDays(due, AS_OF);
    const bucket = age === null ? '无日期' : age < 0 ? '未到期' : LABELS[ageingBucket(age)];
    expect([at('open'), at('age'), at('bucket')]).toEqual([
      (centsOf(amount) - centsOf(paid ?? 0)) / 100,
      age ?? '',
      bucket,
    ]);
  });

  const overview = sheetOf(workbook, '余款回收');
  expect([...errorsIn(sheet), ...errorsIn(overview)]).toEqual([]);
  const all = ageing(
    open.map(({ customer, amount, paid, due }) => ({
      name: customer,
      balance: centsOf(amount) - centsOf(paid ?? 0),
      due,
    })),
    AS_OF,
  );
  const first = indexOf(overview, '账龄');
  const said = (label: string, column: number): number =>
    Math.round(Number(overview.value(indexOf(overview, label, first), column)) * 100);
  LABELS.forEach((label, bucket) =>
    expect(said(label, 1)).toBe(all.reduce((sum, { buckets }) => sum + (buckets[bucket] ?? 0), 0)),
  );
  expect(said('合计', 1)).toBe(all.reduce((sum, { total }) => sum + total, 0));
  for (const { name, total, notDue, buckets } of all) {
    const byName = indexOf(overview, '按客户');
    const row = indexOf(overview, name, byName);
    const cells = overview.values({ row, column: 1, rows: 1, columns: 6 })[0] ?? [];
    expect(cells.map((value) => Math.round(Number(value) * 100))).toEqual([total, notDue, ...buckets]);
  }
  expect(AGEING_LIMITS).toHaveLength(LABELS.length - 1);
});

test('whom to ask next: the oldest age first, in it the largest amount, each row once', async () => {
  const { table } = debts(120);
  const workbook = await calculated(receivables.build(request(table, { asOf: AS_OF, options: OPTIONS })));
  const overview = sheetOf(workbook, '余款回收');
  const from = indexOf(overview, '下一步催收') + 2;
  const lines = overview.values({ row: from, column: 0, rows: 20, columns: 8 });
  const ranks = lines.map((line) => [ageingBucket(Number(line[5])), Number(line[3])] as const);
  const sorted = [...ranks].sort((a, b) => b[0] - a[0] || b[1] - a[1]);
  expect(ranks).toEqual(sorted);
  expect(new Set(lines.map((line) => line[7])).size).toBe(20);
});

test('what is received since lessens the sums at once', async () => {
  const { table } = debts(30);
  const plan = receivables.build(request(table, { asOf: AS_OF, options: OPTIONS }));
  const workbook = await calculated(plan);
  const list = plan.sheets[0]?.tables[0];
  const overview = sheetOf(workbook, '余款回收');
  const total = () => Number(overview.value(indexOf(overview, '合计'), 1));
  const before = total();
  const column = list?.columns.findIndex(({ id }) => id === 'received') ?? 0;
  sheetOf(workbook, '余款清单').setInputs({ row: (list?.at.row ?? 0) + 1, column }, [['0.07']]);
  await workbook.calculate();
  expect(Math.round((before - total()) * 100)).toBe(7);
});

test('a balance that is not amount less paid is flagged, and counts as it stands', () => {
  const table = tableReading('余款', 'orders', [
    { field: 'customer', header: '客户', values: ['甲', '乙', '丙'] },
    { field: 'amount', header: '应收', values: [100, 100, 100] },
    { field: 'paid', header: '已收', values: [40, 40, 100] },
    { field: 'balance', header: '余款', values: [60, 70, 0] },
    { field: 'due_date', header: '应收日期', values: [AS_OF, AS_OF, AS_OF] },
  ]);
  const { findings, rowsUsed } = receivables.prepare(request(table, { options: OPTIONS }));
  expect(rowsUsed).toBe(2);
  expect(findings.map(({ code, row, details }) => [code, row, details['difference']])).toEqual([
    ['balance-differs', 4, '10.00'],
    ['debts-settled', undefined, undefined],
  ]);
});

test.each([
  ['截至2025年4月30日应收账款', 45_777],
  ['应收账款（截止 2025-4-30）', 45_777],
  ['Receivables as of 30 April 2025', 45_777],
  ['2025年应收账款', null],
])('%s speaks of %s', (title, day) => {
  expect(statedDay(title)).toBe(day);
});

describe('amounts in several currencies', () => {
  const table = tableReading('应收', 'orders', [
    { field: 'customer', header: '客户', values: ['甲', '乙', '丙', '丁', '戊'] },
    { field: null, header: '币种', values: ['人民币', 'USD', '美元', null, '港币'] },
    { field: 'balance', header: '余款', values: [100, 10.5, 20, 50, 30], more: { kind: 'money' } },
    { field: 'due_date', header: '到期日', values: [AS_OF, AS_OF - 40, AS_OF - 40, AS_OF, AS_OF] },
  ]);
  const asked = (rates: readonly (readonly [string, number | string])[] = []) =>
    request(table, {
      asOf: AS_OF,
      options: OPTIONS,
      rules: rates.length === 0 ? { name: '', date1904: false, sheets: [] } : bookGrid([rateSheet(rates)]),
    });
  const rateSheet = (rates: readonly (readonly [string, number | string])[]) =>
    sheetGrid([['币种', '折算汇率'], ...rates.map((row) => [...row])], { name: '账龄规则' });

  async function figures(rates: Readonly<Record<string, number>>) {
    const workbook = await calculated(receivables.build(asked()));
    const rules = sheetOf(workbook, '账龄规则');
    const found = rules.tables.find(({ name }) => name === '折算汇率');
    if (!found) throw new Error('no rates');
    for (let row = found.area.row + 1; row < found.area.row + found.area.rows; row++) {
      const rate = rates[rules.text(row, 0)];
      if (rate !== undefined) rules.setValues({ row, column: 1 }, [[rate]]);
    }
    await workbook.calculate(true);
    const list = sheetOf(workbook, '余款清单');
    const { area } = list.tables[0]!;
    const [headers = [], ...rows] = list.values(area);
    const of = (header: string) => rows.map((row) => row[headers.indexOf(header)]);
    expect(workbook.sheets.flatMap(errorsIn)).toEqual([]);
    return { open: of('未收金额'), age: of('账龄'), line: list.text(3, 0) };
  }

  test('are in no sum until a rate is typed, and it says so', async () => {
    expect(await figures({})).toEqual({
      open: [100, 0, 0, 50, 0],
      age: ['0–30天', '未折算', '未折算', '0–30天', '未折算'],
      line: '未收 2 笔，合计 150.00 元，其中已逾期 150.00 元。另有 3 笔外币未填汇率，没有计入。',
    });
    expect(receivables.prepare(asked()).findings).toContainEqual(
      expect.objectContaining({ code: 'debts-without-rate', details: { rows: 3, currencies: '$, HK$' } }),
    );
  });

  test('count at the rate that is typed', async () => {
    expect(await figures({ $: 7.1234 })).toMatchObject({
      open: [100, 74.8, 142.47, 50, 0],
      age: ['0–30天', '31–60天', '31–60天', '0–30天', '未折算'],
    });
  });

  test('what the pane shows before the build counts at the rates of the workbook', () => {
    const { findings, highlights } = receivables.prepare(
      asked([
        ['美元', 7.1234],
        ['HK$', 0.9],
      ]),
    );
    expect(findings.map(({ code }) => code)).not.toContain('debts-without-rate');
    expect(highlights.map(({ value }) => value)).toContain('394.27');
  });
});

test('the newest day is one on which something happened: what is due later is not overdue', () => {
  const table = tableReading('应收', 'orders', [
    { field: 'customer', header: '客户', values: ['甲', '乙'] },
    { field: 'date', header: '开票日期', values: [AS_OF - 40, AS_OF] },
    { field: 'balance', header: '余款', values: [100, 50] },
    { field: 'due_date', header: '到期日', values: [AS_OF - 10, AS_OF + 30] },
  ]);
  const { highlights } = receivables.prepare(request(table, { options: OPTIONS }));
  expect(highlights.map(({ value }) => value)).toContain(isoDate(AS_OF));
});
