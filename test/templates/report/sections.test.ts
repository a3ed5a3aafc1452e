import fc from 'fast-check';
import { monthNumber, monthNumberStart, serialOf } from '../../../src/domain/dates';
import { yuanOf } from '../../../src/domain/money';
import { movements } from '../../../src/domain/movers';
import { splitTarget } from '../../../src/domain/target-split';
import { monthlySummary } from '../../../src/templates/monthly-summary';
import type { CellValue, SheetModel } from '../../../src/workbench/model/types';
import { calculated, errorsIn, indexOf, rowOf, sheetOf } from '../model';
import { request, seeded, tableReading } from '../readings';

interface Line {
  readonly month: number;
  readonly person: string;
  readonly product: string;
  readonly quantity: number;
  readonly cents: number;
}

const PERSONS = ['周文博', '林晓彤', '何建国'];
const PRODUCTS = ['专线', '宽带', '云主机', '语音'];
const FIRST = monthNumber(serialOf(2024, 1, 1));
const LAST = monthNumber(serialOf(2025, 5, 1));

const line = fc.record({
  month: fc.integer({ min: FIRST, max: LAST }),
  person: fc.constantFrom(...PERSONS),
  product: fc.constantFrom(...PRODUCTS),
  quantity: fc.integer({ min: 1, max: 40 }),
  cents: fc.integer({ min: -50_000, max: 5_000_000 }),
});
/** Something in every month that is compared, so that the sections are all there. */
const anchors: readonly Line[] = [FIRST, LAST - 12, LAST - 1, LAST].map((month) => ({
  month,
  person: '周文博',
  product: '专线',
  quantity: 3,
  cents: 100_000,
}));
const books = fc.array(line, { maxLength: 60 }).map((lines) => [...lines, ...anchors]);

function reading(lines: readonly Line[]) {
  return tableReading('订单', 'orders', [
    { field: 'date', header: '日期', values: lines.map(({ month }) => monthNumberStart(month)) },
    { field: 'person', header: '客户经理', values: lines.map(({ person }) => person) },
    { field: 'product', header: '产品', values: lines.map(({ product }) => product) },
    { field: 'quantity', header: '数量', values: lines.map(({ quantity }) => quantity) },
    { field: 'amount', header: '金额', values: lines.map(({ cents }) => yuanOf(cents)) },
  ]);
}

function targets(rows: readonly { person: string; month: number; yuan: number }[]) {
  return tableReading('指标', 'targets', [
    { field: 'month', header: '月份', values: rows.map(({ month }) => monthNumberStart(month)) },
    { field: 'person', header: '客户经理', values: rows.map(({ person }) => person) },
    { field: 'target', header: '目标', values: rows.map(({ yuan }) => yuan) },
  ]);
}

const textOf = (cell: CellValue | undefined): string => (typeof cell === 'string' ? cell : '');

const sumOf = (lines: readonly Line[], of: (line: Line) => boolean): number =>
  lines.filter(of).reduce((sum, { cents }) => sum + cents, 0);

/** The rows of a block, from the row after its header to the first blank cell. */
function block(sheet: SheetModel, header: number, columns: number, column = 0): CellValue[][] {
  const rows: CellValue[][] = [];
  for (let row = header + 1; sheet.value(row, column) !== null; row++) {
    rows.push(sheet.values({ row, column, rows: 1, columns })[0] ?? []);
  }
  return rows;
}

test('targets, movements and the plan are the domain’s, to the 分', async () => {
  await fc.assert(
    fc.asyncProperty(books, fc.integer({ min: 1, max: 400_000 }), async (lines, yuan) => {
      const rows = PERSONS.flatMap((person, p) =>
        Array.from({ length: 12 }, (_, m) => ({ person, month: LAST - 4 + m, yuan: yuan + 1000 * p + m })),
      );
      const plan = monthlySummary.build(
        request(reading(lines), { companions: { targets: [targets(rows)] } }),
      );
      const workbook = await calculated(plan);
      const sheet = sheetOf(workbook, '月度总结');
      for (const { name } of plan.sheets) expect(errorsIn(sheetOf(workbook, name))).toEqual([]);

      const ofTargets = (of: (row: (typeof rows)[number]) => boolean): number =>
        rows.filter(of).reduce((sum, row) => sum + row.yuan, 0);
      const year = (month: number): boolean => month > LAST - 5;
      const toDate = sumOf(lines, ({ month }) => year(month));
      const head = indexOf(sheet, '指标');
      const [target, , , actual, , missing] = rowOf(sheet, '本月', head).slice(2);
      expect([target, actual]).toEqual([
        ofTargets(({ month }) => month === LAST),
        yuanOf(sumOf(lines, ({ month }) => month === LAST)),
      ]);
      expect(missing).toBe(
        Math.max(0, Math.round((target as number) * 100 - Math.round((actual as number) * 100)) / 100),
      );
      expect(rowOf(sheet, '本年累计', head)[2]).toBe(ofTargets(({ month }) => month <= LAST));
      const whole = ofTargets(() => true);
      expect([rowOf(sheet, '全年', head)[2], rowOf(sheet, '全年', head)[5]]).toEqual([whole, yuanOf(toDate)]);
      for (const person of PERSONS.filter((name) => lines.some((each) => each.person === name))) {
        const row = rowOf(sheet, person, head);
        expect([row[2], row[5]]).toEqual([
          ofTargets((each) => each.person === person && each.month <= LAST),
          yuanOf(sumOf(lines, (each) => each.person === person && year(each.month))),
        ]);
      }
      expectMovements(sheetOf(workbook, '增减分析'), lines);
      expectPlan(sheet, lines, whole, toDate);
    }),
    { numRuns: 12 },
  );
});

function expectMovements(sheet: SheetModel, lines: readonly Line[]): void {
  const at = (product: string, month: number) => {
    const own = lines.filter((each) => each.product === product && each.month === month);
    return {
      cents: sumOf(own, () => true),
      quantity: own.reduce((sum, { quantity }) => sum + quantity, 0),
    };
  };
  const header = indexOf(sheet, '产品');
  // Below the names stand the others, the total and a note.
  const listed = block(sheet, header, 10).slice(0, -3);
  const names = listed.map(([name]) => textOf(name));
  const movers = names.map((name) => ({ before: at(name, LAST - 1), now: at(name, LAST) }));
  const expected = movements(movers);
  listed.forEach(([name, now, before, change], index) => {
    const mover = movers[index];
    expect([name, now, before]).toEqual([
      name,
      yuanOf(mover?.now.cents ?? NaN),
      yuanOf(mover?.before.cents ?? NaN),
    ]);
    expect(change).toBe(yuanOf(expected[index]?.change ?? NaN));
  });
  const ranks = listed.map((row) => Number(row[9]));
  expect([...ranks].sort((a, b) => a - b)).toEqual(ranks.map((_, index) => index + 1));
  const reasons = block(sheet, indexOf(sheet, '产品', header + 1), 8);
  names.forEach((_, index) => {
    const { change = NaN, volume = NaN, mix = NaN, price = NaN, other = NaN } = expected[index] ?? {};
    expect(reasons[index]?.slice(1, 6)).toEqual([change, volume, mix, price, other].map(yuanOf));
  });
}

function expectPlan(sheet: SheetModel, lines: readonly Line[], target: number, toDate: number): void {
  const start = indexOf(sheet, '计划目标');
  const persons = block(sheet, start + 1, 4);
  const total = Number(sheet.value(start, 2));
  const lastYear = (name: string): number =>
    Math.max(
      0,
      sumOf(lines, (each) => each.person === name && each.month < LAST - 4),
    );
  const split = splitTarget(
    total,
    persons.slice(0, -1).map(([name]) => yuanOf(lastYear(textOf(name)))),
    2,
  );
  expect(persons.slice(0, -1).map((row) => row[2])).toEqual(split);
  expect(persons.at(-1)?.[2]).toBe(total);

  const missing = Math.max(0, Math.round(target * 100) - toDate);
  const months = block(sheet, start + 1, 4, 5).slice(0, -1);
  expect(months).toHaveLength(12);
  const weights = months.slice(5).map(([month]) =>
    Math.max(
      0,
      sumOf(lines, (each) => each.month === monthNumber(Number(month)) - 12),
    ),
  );
  const any = sumOf(lines, ({ month }) => month > LAST - 12 && month <= LAST - 5) > 0;
  const shared = any && weights.every((weight) => weight === 0) ? null : any ? weights : weights.map(() => 1);
  if (shared) {
    expect(months.slice(5).map((row) => row[2])).toEqual(splitTarget(missing / 100, shared.map(yuanOf), 2));
  }
  months
    .slice(0, 5)
    .forEach(([month, , amount]) =>
      expect(amount).toBe(yuanOf(sumOf(lines, (each) => each.month === monthNumber(Number(month))))),
    );
}

test('subscribers, visits and openings stand by month, and nothing is said of what is not there', async () => {
  const months = [0, 1, 2].map((step) => LAST - 2 + step);
  const lines = months.map((month): Line => ({ ...anchors[0]!, month, cents: 12_600_000 }));
  const companions = {
    subscribers: [
      tableReading('用户', 'subscribers', [
        { field: 'month', header: '月份', values: months.map(monthNumberStart) },
        { field: 'subscribers_open', header: '期初', values: [110_300, 1000, 1100] },
        { field: 'subscribers_close', header: '期末', values: [148_700, 1100, 1050] },
      ]),
    ],
    visits: [
      tableReading('走访', 'visits', [
        { field: 'date', header: '日期', values: [1, 2, 3].map((day) => monthNumberStart(LAST) + day) },
        { field: 'customer', header: '客户', values: ['甲', '甲', '丁'] },
      ]),
    ],
    customers: [
      tableReading('名单', 'customers', [
        { field: 'customer', header: '客户', values: ['甲', '乙', '丙', '丁'] },
      ]),
    ],
    orders: [
      tableReading('开通', 'orders', [
        {
          field: 'stage_contract_date',
          header: '签约',
          values: [0, 1, 2].map((day) => monthNumberStart(LAST) + day),
        },
        {
          field: 'stage_installed_date',
          header: '竣工',
          values: [7, 9, 3].map((day) => monthNumberStart(LAST) + day),
        },
      ]),
    ],
  };
  const workbook = await calculated(monthlySummary.build(request(reading(lines), { companions })));
  const sheet = sheetOf(workbook, '月度总结');
  const head = indexOf(sheet, '用户、走访与竣工');
  const rows = block(sheet, head + 1, 9).slice(0, 3);
  expect(rows.map((row) => row.slice(1).filter((value) => value !== null))).toEqual([
    [148_700, 38_400, 0.97, 'n/a', 'n/a', 'n/a', 'n/a'],
    [1100, 100, 120, 'n/a', 'n/a', 'n/a', 'n/a'],
    [1050, -50, 117.21, 3, 0.5, 3, 1],
  ]);
  const prose = Array.from({ length: 20 }, (_, row) => sheet.text(10 + row, 0)).join('');
  expect(prose).toContain(
    '2025年5月：期末用户1,050户，净减50户，ARPU 117.21元，走访3次，走访覆盖率50.0%，竣工订单3单，其中超时1单。',
  );
  // Three equal months have no highest and no lowest, and nothing explains what did not change.
  expect(prose).toContain('所列各月均为12.60万元。');
  expect(prose).not.toMatch(/最低|量的影响/);
  const bare = sheetOf(await calculated(monthlySummary.build(request(reading(lines)))), '月度总结');
  expect(() => indexOf(bare, '用户、走访与竣工')).toThrow('no row');
  expect(() => indexOf(bare, '指标完成')).toThrow('no row');
  // Seven, eight and one day from the contract to the opening.
  for (const [days, late] of [
    ['5', '其中超时2单'],
    ['7', '其中超时1单'],
    ['10', '竣工订单3单。'],
  ] as const) {
    const options = { 'average-growth': 'arithmetic', 'opening-days': days };
    const plan = monthlySummary.build(request(reading(lines), { companions, options }));
    const said = sheetOf(await calculated(plan), '月度总结');
    expect(Array.from({ length: 20 }, (_, row) => said.text(10 + row, 0)).join('')).toContain(late);
    expect(JSON.stringify(plan)).toContain(`签约后 ${days} 天`);
  }
});

test('net adds of the deck: 14.87 万 less 11.03 万', async () => {
  const table = tableReading('收入与用户', 'revenue', [
    { field: 'month', header: '月份', values: [monthNumberStart(LAST)] },
    { field: 'revenue', header: '收入', values: [1000] },
    { field: 'subscribers_open', header: '期初', values: [110_300] },
    { field: 'subscribers_close', header: '期末', values: [148_700] },
  ]);
  const sheet = sheetOf(await calculated(monthlySummary.build(request(table))), '月度总结');
  expect(block(sheet, indexOf(sheet, '用户、走访与竣工') + 1, 9)[0]?.[2]).toBe(38_400);
});

test('undated targets are the year’s or the month’s, as chosen', async () => {
  const lines = [{ ...anchors[0]!, month: LAST, cents: 3_819_000 }];
  const undated = tableReading('指标', 'targets', [
    { field: 'person', header: '客户经理', values: ['周文博'] },
    { field: 'target', header: '目标', values: [14_446] },
  ]);
  const build = async (value: string): Promise<SheetModel> =>
    sheetOf(
      await calculated(
        monthlySummary.build(
          request(reading(lines), {
            companions: { targets: [undated] },
            options: { 'average-growth': 'arithmetic', 'undated-target': value },
          }),
        ),
      ),
      '月度总结',
    );
  const year = rowOf(await build('year'), '全年');
  expect([year[2], year[5], year[7]]).toEqual([14_446, 38_190, 0]);
  expect((Number(year[3]) * 100).toFixed(2)).toBe('264.36');
  const month = await build('month');
  expect(rowOf(month, '本月', indexOf(month, '指标'))[2]).toBe(14_446);
  expect(() => indexOf(month, '全年')).toThrow('no row');
});

test('a target beside a year alone is that year’s, whatever undated ones are for', async () => {
  const lines = [{ ...anchors[0]!, month: LAST, cents: 3_819_000 }];
  const named = Math.floor(LAST / 12);
  const targets = tableReading('指标', 'targets', [
    { field: 'period', header: '年份', values: [named, named + 1], more: { kind: 'number' } },
    { field: 'target', header: '目标', values: [14_446, 99_999] },
  ]);
  const sheet = sheetOf(
    await calculated(
      monthlySummary.build(
        request(reading(lines), {
          companions: { targets: [targets] },
          options: { 'average-growth': 'arithmetic', 'undated-target': 'month' },
        }),
      ),
    ),
    '月度总结',
  );
  expect(rowOf(sheet, '全年')[2]).toBe(14_446);
});

test('a year of random orders: the sentences say what the cells say', async () => {
  const random = seeded(7);
  const lines = Array.from({ length: 300 }, (): Line => ({
    month: FIRST + Math.floor(random() * (LAST - FIRST + 1)),
    person: PERSONS[Math.floor(random() * 3)] ?? '',
    product: PRODUCTS[Math.floor(random() * 4)] ?? '',
    quantity: 1 + Math.floor(random() * 9),
    cents: Math.floor(random() * 9_000_000),
  }));
  const workbook = await calculated(monthlySummary.build(request(reading(lines))));
  const report = sheetOf(workbook, '月度总结');
  const analysis = sheetOf(workbook, '增减分析');
  const header = indexOf(analysis, '产品');
  const listed = block(analysis, header, 4).slice(0, -3);
  const most = [...listed].sort((a, b) => Number(b[3]) - Number(a[3]))[0];
  const prose = Array.from({ length: 20 }, (_, row) => report.text(10 + row, 0)).join('');
  expect(prose).toContain(`${textOf(most?.[0])}增加最多`);
  analysis.setValues({ row: 3, column: 1 }, [['去年同月']]);
  await workbook.calculate();
  expect(analysis.text(1, 0)).toBe('2025年5月与2024年5月相比');
  const again = Array.from({ length: 20 }, (_, row) => report.text(10 + row, 0)).join('');
  expect(again).toContain('与2024年5月相比');
});
