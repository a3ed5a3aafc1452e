import fc from 'fast-check';
import { monthNumberStart, serialOf } from '../../../src/domain/dates';
import { shares } from '../../../src/domain/growth';
import { adviceOf, curveOf, peakDifference } from '../../../src/domain/retail/curve';
import { isOver, periodStart } from '../../../src/domain/retail/periods';
import { flagsOf } from '../../../src/domain/retail/tracking';
import { texts, type Locale } from '../../../src/locales';
import type { Plan } from '../../../src/plan/types';
import type { TableReading } from '../../../src/reading/types';
import { retailerAnalysis } from '../../../src/templates/retailer-analysis';
import { calculated, errorsIn, sheetOf } from '../model';
import { overlaps, repeatedHeaders } from '../overlaps';
import { request, tableReading } from '../readings';

interface Line {
  readonly date: number;
  readonly retailer: string;
  readonly product: string | null;
  readonly tier?: string | null;
  readonly quantity: number;
  readonly amount: number;
}

const t = texts('zh-CN').templates['retailer-analysis'];

function ordersOf(lines: readonly Line[], sheet = '零售户订货'): TableReading {
  return tableReading(sheet, 'orders', [
    { field: 'date', header: '订货日期', values: lines.map(({ date }) => date) },
    { field: 'customer', header: '零售户', values: lines.map(({ retailer }) => retailer) },
    { field: 'product', header: '品牌', values: lines.map(({ product }) => product) },
    { field: 'class', header: '价类', values: lines.map(({ tier }) => tier ?? null) },
    { field: 'quantity', header: '数量', values: lines.map(({ quantity }) => quantity) },
    { field: 'amount', header: '金额', values: lines.map(({ amount }) => amount) },
  ]);
}

function analyse(source: TableReading, period = 'month', locale: Locale = 'zh-CN'): Plan {
  return retailerAnalysis.build(request(source, { options: { period }, locale }));
}

function tableOf(plan: Plan, role: string) {
  for (const sheet of plan.sheets) {
    const table = sheet.tables.find((each) => each.role === role);
    if (table) return { sheet: sheet.name, table };
  }
  throw new Error(`no table ${role}`);
}

const NAMES = ['便民店', '*', '007', '=1+1', '小杨"超市"'];
const line = fc.record({
  date: fc.integer({ min: serialOf(2024, 8, 1), max: serialOf(2025, 3, 31) }),
  retailer: fc.constantFrom(...NAMES),
  product: fc.constantFrom('青松', '白鹭', '~云*', null),
  quantity: fc.integer({ min: 0, max: 60 }),
  amount: fc.integer({ min: 0, max: 2_000_000 }).map((cents) => cents / 100),
});

test('every retailer’s curve is the domain’s, by volume and by amount', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 50 }),
      fc.constantFrom('week', 'month', 'quarter'),
      async (lines, period) => {
        const plan = analyse(ordersOf(lines), period);
        const book = await calculated(plan);
        for (const { name } of plan.sheets) expect(errorsIn(sheetOf(book, name))).toEqual([]);
        for (const role of ['quantity', 'amount'] as const) {
          const { sheet: name, table } = tableOf(plan, role);
          const sheet = sheetOf(book, name);
          const at = (id: string) => table.columns.findIndex((each) => each.id === id);
          const periods = table.columns.flatMap(({ id }, i) => (id?.startsWith('p-') ? [i] : []));
          table.rows.forEach((cells, index) => {
            const values = periods.map((i) => Number(cells[i]));
            const curve = curveOf(values);
            const row = table.at.row + 1 + index;
            const shown = (id: string) => sheet.value(row, at(id));
            expect([shown('s1'), shown('s3')]).toEqual([curve.highest, curve.lowest]);
            expect(shown('s2')).toBeCloseTo(curve.mean, 6);
            expect(shown('aboveGap')).toBeCloseTo(curve.aboveGap, 6);
            expect(shown('belowGap')).toBeCloseTo(curve.belowGap, 6);
            expect([shown('crossings'), shown('above'), shown('below')]).toEqual([
              curve.crossings,
              curve.above,
              curve.below,
            ]);
            expect(shown('highAt')).toBe(table.columns[periods[curve.highestAt] ?? 0]?.header);
            expect(shown('lowAt')).toBe(table.columns[periods[curve.lowestAt] ?? 0]?.header);
            if (curve.variation === null) expect(shown('variation')).toBe('n/a');
            else expect(shown('variation')).toBeCloseTo(curve.variation, 9);
            expect(shown('advice')).toBe(t.advice[adviceOf(curve, 1)]);
          });
        }
      },
    ),
    { numRuns: 10 },
  );
}, 60_000);

const golden = [2286, 2360, 2357, 2470, 2450, 2776, 2681, 2713, 2893, 2808, 2752];

test('golden: a year’s curve on the page', async () => {
  const lines = golden.map((quantity, month): Line => ({
    date: monthNumberStart(2024 * 12 + month) + 27,
    retailer: '政企',
    product: '整体',
    quantity,
    amount: quantity * 10,
  }));
  const plan = analyse(ordersOf(lines));
  const report = sheetOf(await calculated(plan), t.sheets.report.name);
  const figures = [0, 2, 4, 6, 8].map((column) => report.value(6, column));
  expect(figures.map((value) => Number(Number(value).toFixed(2)))).toEqual([
    2893, 2595.09, 2286, 297.91, 309.09,
  ]);
  expect([0, 2, 4].map((column) => report.value(8, column))).toEqual([1, 6, 5]);
  expect(report.value(8, 6)).toBeCloseTo(0.0785, 4);
  expect(report.value(8, 8)).toBe(t.advice.standard);
});

test('golden: the structure of four brands, 15, 10, 30 and 45 percent', async () => {
  const parts = [15, 10, 30, 45];
  const lines = parts.map((quantity, i): Line => ({
    date: serialOf(2025, 3, 28),
    retailer: '甲店',
    product: `品牌${'ABCD'[i]}`,
    tier: ['一类', '二类', '三类', '四类'][i] ?? null,
    quantity,
    amount: quantity,
  }));
  const plan = analyse(ordersOf(lines));
  const report = sheetOf(await calculated(plan), t.sheets.report.name);
  const rows = report.values({ row: 0, column: 0, rows: 60, columns: 10 });
  const share = (label: string) => rows.find(([first]) => first === label)?.[4];
  expect(['品牌A', '品牌B', '品牌C', '品牌D', t.others].map(share)).toEqual(shares([...parts, 0]));
  expect(['品牌A', '品牌B', '品牌C', '品牌D'].map(share)).toEqual([0.15, 0.1, 0.3, 0.45]);
  const tiers = rows.filter((row) => ['一类', '二类', '三类', '四类'].some((tier) => tier === row[6]));
  expect(tiers.map((row) => row[9])).toEqual([0.15, 0.1, 0.3, 0.45]);
});

test('why amount and volume do not peak together', async () => {
  const volumes = [100, 80, 90];
  const amounts = [10_000, 11_200, 9_000];
  const lines = volumes.map((quantity, i): Line => ({
    date: serialOf(2025, i + 1, 27),
    retailer: '甲店',
    product: null,
    quantity,
    amount: amounts[i] ?? 0,
  }));
  const report = sheetOf(await calculated(analyse(ordersOf(lines))), t.sheets.report.name);
  const difference = peakDifference(volumes, amounts);
  expect(difference).toMatchObject({ amountGap: 1200, volumeEffect: -2000, mixEffect: 3200 });
  expect(report.text(12, 0)).toBe(
    '销量最高在2025-01（均价100.00），金额最高在2025-02（均价140.00）：两期金额相差1,200.00元，其中销量影响-2,000.00元，价格与结构影响3,200.00元。',
  );
  expect(report.text(11, 0)).toContain('甲店最高100（2025-01），最低80（2025-02），平均90.00；');
});

test('what stands out in the week is the domain’s', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 60 }), async (lines) => {
      const plan = analyse(ordersOf(lines), 'week');
      const { sheet: name, table } = tableOf(plan, 'tracking');
      const sheet = sheetOf(await calculated(plan), name);
      const at = (id: string) => table.columns.findIndex((each) => each.id === id);
      const asOf = Math.max(...lines.map(({ date }) => date));
      const week = periodStart(asOf, 'week');
      const first = periodStart(Math.min(...lines.map(({ date }) => date)), 'week');
      const before = [4, 3, 2, 1].map((back) => week - 7 * back).filter((start) => start >= first);
      table.rows.forEach((cells, index) => {
        const own = lines.filter(({ retailer }) => retailer === cells[0]);
        const sum = (start: number) =>
          own
            .filter(({ date }) => periodStart(date, 'week') === start)
            .reduce((all, { quantity }) => all + quantity, 0);
        const usual =
          before.length === 0
            ? null
            : Math.round((before.reduce((all, start) => all + sum(start), 0) / before.length) * 100) / 100;
        const flags = flagsOf({ current: sum(week), usual, usualAmount: null, balance: null });
        expect(cells[at('current')]).toBe(sum(week));
        expect(cells[at('usual')]).toBe(usual);
        expect(sheet.text(table.at.row + 1 + index, at('flags'))).toBe(
          flags.map((flag) => t.flags[flag]).join(t.flagJoin),
        );
      });
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('a balance that is typed shows what is short', async () => {
  const weeks = [0, 7, 14, 21, 28].map((back): Line => ({
    date: serialOf(2025, 3, 28) - back,
    retailer: '甲店',
    product: '青松',
    quantity: 10,
    amount: 1000,
  }));
  const plan = analyse(ordersOf(weeks), 'week');
  const book = await calculated(plan);
  const { sheet: name, table } = tableOf(plan, 'tracking');
  const at = (id: string) => table.columns.findIndex((each) => each.id === id);
  const flags = async (balance: number | null) => {
    sheetOf(book, name).setValues({ row: table.at.row + 1, column: at('balance') }, [[balance]]);
    await book.calculate();
    return sheetOf(book, name).text(table.at.row + 1, at('flags'));
  };
  expect(await flags(1000)).toBe('');
  expect(await flags(999.99)).toBe(t.flags['short-balance']);
});

describe('accounts', () => {
  test('margin from profit, reasonable stock from the weeks, grade and move', async () => {
    const lines = [1, 2, 3].flatMap((month) =>
      [7, 14, 21, 28].map((day): Line => ({
        date: serialOf(2025, month, day),
        retailer: '甲店',
        product: '青松',
        quantity: month * 10,
        amount: month * 1000,
      })),
    );
    const source = ordersOf(lines);
    const withCost = {
      ...source,
      columns: [
        ...source.columns,
        {
          ...source.columns[5],
          field: 'cost',
          header: '成本',
          column: 6,
          letter: 'G',
          values: lines.map(({ amount }) => amount * 0.9),
        },
      ],
    } as TableReading;
    const report = sheetOf(await calculated(analyse(withCost)), t.sheets.report.name);
    const rows = report.values({ row: 0, column: 0, rows: 80, columns: 10 });
    const from = rows.findIndex(([label]) => label === t.headings.accounts);
    const months = rows.slice(from + 2, from + 5);
    expect(months.map((row) => row.slice(0, 5))).toEqual([
      ['2025-01', 40, 4000, 400, 0.1],
      ['2025-02', 80, 8000, 800, 0.1],
      ['2025-03', 120, 12000, 1200, 0.1],
    ]);
    expect(months.map((row) => row[6])).toEqual([1, 1, 1]);
    expect(months.map((row) => row[8])).toEqual(['n/a', t.moves.up, t.moves.up]);
    const total = rows.find(([label]) => label === t.accounts.weekly);
    expect(Number(total?.[7])).toBe(Math.ceil(Number(total?.[1]) * 2));
  });
});

describe('the newest period', () => {
  const lines = [1, 2, 3].map((month): Line => ({
    date: serialOf(2025, month, 12),
    retailer: '甲店',
    product: '青松',
    quantity: 10,
    amount: 100,
  }));
  test('stands in no curve before it is over, and that is said', () => {
    expect(isOver(serialOf(2025, 3, 12), 'month')).toBe(false);
    const preparation = retailerAnalysis.prepare(request(ordersOf(lines), { options: { period: 'month' } }));
    expect(preparation.findings.map(({ code }) => code)).toEqual(['period-not-over']);
    const { table } = tableOf(analyse(ordersOf(lines)), 'quantity');
    expect(table.columns.filter(({ id }) => id?.startsWith('p-')).map(({ header }) => header)).toEqual([
      '2025-01',
      '2025-02',
    ]);
  });
});

describe.each(['zh-CN', 'en'] as const)('plans in %s', (locale) => {
  const hostile = ['=1+1', '*', '007', "'撇", 'x'.repeat(200), '"', '重点：青松'].map((name, i): Line => ({
    date: serialOf(2025, 3, 3) + i,
    retailer: name,
    product: name,
    tier: name,
    quantity: i,
    amount: i * 10,
  }));
  const quantityOnly = tableReading("It's", 'orders', [
    { field: 'date', header: '日期', values: [serialOf(2025, 3, 3)] },
    { field: 'customer', header: '零售户', values: ['甲店'] },
    { field: 'quantity', header: '数量', values: [5] },
  ]);
  const blank = () =>
    retailerAnalysis.build(request(quantityOnly, { source: null, locale, options: { period: 'week' } }));
  test('no cell is wanted twice, no header either, and everything calculates', async () => {
    for (const plan of [
      analyse(ordersOf(hostile), 'week', locale),
      analyse(quantityOnly, 'week', locale),
      blank(),
    ]) {
      expect(overlaps(plan)).toEqual([]);
      expect(repeatedHeaders(plan)).toEqual([]);
      const book = await calculated(plan);
      for (const { name } of plan.sheets) expect(errorsIn(sheetOf(book, name))).toEqual([]);
    }
  });
});

describe('refusals', () => {
  const refused = (source: TableReading) =>
    retailerAnalysis.prepare(request(source, { options: { period: 'week' } })).refusal?.code;
  const customer = { field: 'customer', header: '零售户', values: ['甲店'] } as const;
  const date = { field: 'date', header: '日期', values: [serialOf(2025, 3, 3)] } as const;
  const quantity = { field: 'quantity', header: '数量', values: [5] } as const;
  test.each([
    [[date, quantity], 'no-customer-column'],
    [[customer, quantity], 'no-date-column'],
    [[customer, date], 'no-amount-column'],
    [[{ ...customer, values: [null] }, date, quantity], 'no-usable-rows'],
    [[customer, date, quantity], undefined],
  ])('case %#', (columns, code) => {
    expect(refused(tableReading('订货', 'orders', columns))).toBe(code);
  });
});
