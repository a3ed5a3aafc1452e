import type { Area } from '../../../src/domain/address';
import { serialOf } from '../../../src/domain/dates';
import { conditionalStyles, styles } from '../../../src/plan/styles';
import type { Plan, PlanCell, SheetPlan } from '../../../src/plan/types';
import { monthlySummary } from '../../../src/templates/monthly-summary';
import { calculated, errorsIn, sheetOf } from '../model';
import { linesOf } from '../../../src/templates/measure';
import { ordersReading, request, seeded, tableReading, type Order } from '../readings';

function orders(count: number, months: number): Order[] {
  const random = seeded(count);
  return Array.from({ length: count }, (_, i) => ({
    id: `DD${i}`,
    date: i % 40 === 39 ? null : serialOf(2023, 1, 3) + Math.floor((i / count) * months * 30),
    amount: Math.round(random() * 5e6) / 100,
    customer: `客户${Math.floor(random() * 30)}`,
    person: ['周', '林', null][i % 3] ?? null,
    product: `产品${Math.floor(random() * 12)}`,
  }));
}

const sources = [
  ['many', ordersReading(orders(300, 31))],
  ['few', ordersReading(orders(3, 1))],
  ['refunds only', ordersReading(orders(20, 3).map((order) => ({ ...order, amount: -5 })))],
  [
    'nothing to break down by',
    tableReading('销售', 'orders', [
      { field: 'month', header: '月份', values: [serialOf(2024, 12, 1), serialOf(2025, 1, 1)] },
      { field: 'amount', header: '金额', values: [0, 0] },
    ]),
  ],
  [
    'a wide table',
    tableReading("It's", 'revenue', [
      { field: 'customer', header: '客户', values: ['=甲', "'乙"] },
      {
        field: 'revenue',
        header: '1月',
        values: [1e6, 2e6],
        more: { period: { start: serialOf(2025, 1, 1), months: 1 } },
      },
    ]),
  ],
] as const;
const cases = sources.flatMap(([name, source]) =>
  (['zh-CN', 'en'] as const).map((locale): [string, Plan] => [
    `${name}, ${locale}`,
    monthlySummary.build(request(source, { locale })),
  ]),
);

function cellsOf(area: Area): string[] {
  return Array.from({ length: area.rows * area.columns }, (_, i) =>
    [area.row + Math.floor(i / area.columns), area.column + (i % area.columns)].join(),
  );
}

function formulasOf(sheet: SheetPlan): string[] {
  const cells: PlanCell[] = sheet.blocks.flatMap(({ cells }) => cells.flat());
  const columns = sheet.tables.flatMap((table) => table.columns.flatMap(({ formula }) => formula ?? []));
  const lists = sheet.validations.flatMap(({ list }) => ('formula' in list ? [list.formula] : []));
  return [
    ...cells.flatMap((cell) => (typeof cell === 'object' && cell !== null ? [cell.formula] : [])),
    ...columns,
    ...lists,
    ...sheet.conditionalFormats.map(({ formula }) => formula),
  ];
}

/** What Excel 2016 has; anything newer would be #NAME? there. */
const FUNCTIONS = new Set(
  'ABS AND AVERAGEIFS CHOOSE COUNT COUNTIF COUNTIFS DATE DAY EDATE IF IFERROR INDEX INT ISNUMBER MATCH MAX MID MIN MOD MONTH NOT OR ROUND SIGN SUBSTITUTE SUM SUMIFS SUMPRODUCT TEXT YEAR'.split(
    ' ',
  ),
);

describe.each(cases)('the plan of %s', (_, plan) => {
  test('sentences have the room that they take', async () => {
    const workbook = await calculated(plan);
    const [report] = plan.sheets;
    const prose = report?.blocks.filter(({ style }) => style === 'prose') ?? [];
    expect(prose.length).toBeGreaterThan(1);
    for (const { at } of prose) {
      const text = sheetOf(workbook, report?.name ?? '').text(at.row, at.column);
      expect(text).not.toBe('');
      expect(report?.heights?.[at.row]).toBeGreaterThanOrEqual(linesOf(text, 92) * 16);
    }
  });

  test('no two cells, tables or charts cover each other', () => {
    for (const sheet of plan.sheets) {
      const taken = new Set<string>();
      const areas: Area[] = [
        ...sheet.blocks.map(({ at, cells }) => ({
          ...at,
          rows: cells.length,
          columns: cells[0]?.length ?? 0,
        })),
        ...sheet.tables.map(({ at, rows, columns }) => ({
          ...at,
          rows: rows.length + 1,
          columns: columns.length,
        })),
        ...sheet.charts.map(({ area }) => area),
      ];
      for (const cell of areas.flatMap(cellsOf)) {
        expect(taken).not.toContain(cell);
        taken.add(cell);
      }
    }
  });

  test('formulas keep within Excel 2016 and the plan', () => {
    for (const sheet of plan.sheets) {
      const filled = new Set(
        sheet.blocks.flatMap(({ at, cells }) =>
          cellsOf({ ...at, rows: cells.length, columns: cells[0]?.length ?? 0 }),
        ),
      );
      for (const table of sheet.tables) {
        for (const cell of cellsOf({
          ...table.at,
          rows: table.rows.length + 1,
          columns: table.columns.length,
        }))
          filled.add(cell);
      }
      const tables = plan.sheets.flatMap((other) => other.tables);
      for (const formula of formulasOf(sheet)) {
        expect(formula.length).toBeLessThan(8192);
        for (const [text] of formula.matchAll(/"(?:[^"]|"")*"/g))
          expect(text.length).toBeLessThanOrEqual(257);
        const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
        for (const [, name] of bare.matchAll(/([A-Z][A-Z0-9.]+)\(/g)) expect(FUNCTIONS).toContain(name);
        for (const [, table, column] of bare.matchAll(/([\p{L}_]+)\[(?:\[#This Row\],\[)?([^\]]+)\]/gu)) {
          const known = tables.find(({ name }) => name === table);
          expect(known?.columns.map(({ header }) => header)).toContain(column);
        }
        // References to other sheets of the plan name a sheet that is there.
        for (const [, name] of bare.matchAll(/'((?:[^']|'')+)'!/g))
          expect(plan.sheets.map((other) => other.name)).toContain(name?.replaceAll("''", "'"));
        const local = bare
          .replace(/[\p{L}_]+\[(?:\[#This Row\],\[[^\]]+\]|[^\]]+)\]/gu, '')
          .replace(/'(?:[^']|'')+'!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?/g, '');
        for (const [, column, row] of local.matchAll(/\$?\b([A-Z]{1,2})\$?(\d+)\b/g)) {
          const place = `${Number(row) - 1},${(column ?? '').charCodeAt(0) - 65}`;
          expect(filled).toContain(place);
        }
      }
    }
  });

  test('every text is there, every style and cell is known, every key is one', () => {
    for (const sheet of plan.sheets) {
      for (const { cells, style } of sheet.blocks) {
        expect(styles[style]).toBeDefined();
        for (const cell of cells.flat()) {
          if (typeof cell === 'string') expect(cell).not.toMatch(/undefined|\{\w+\}|NaN/);
        }
      }
      for (const { style } of sheet.conditionalFormats) expect(conditionalStyles[style]).toBeDefined();
      for (const { keys, rows, columns } of sheet.tables) {
        expect(new Set(keys).size).toBe(rows.length);
        expect(columns.at(-1)?.entry).toBe('mark');
        for (const row of rows) expect(row).toHaveLength(columns.length);
      }
      expect(sheet.widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(160);
    }
  });

  test('it calculates without an error, and every sentence ends', async () => {
    const workbook = await calculated(plan);
    const [report] = plan.sheets;
    if (!report) throw new Error('no report');
    for (const { name } of plan.sheets) expect(errorsIn(sheetOf(workbook, name))).toEqual([]);
    const prose = report.blocks.filter(({ style }) => style === 'prose');
    expect(prose.length).toBeGreaterThanOrEqual(2);
    for (const { at } of prose) {
      const text = sheetOf(workbook, report.name).text(at.row, at.column);
      expect(text).toMatch(/[.。]$/);
      expect(text).not.toMatch(/(增长|下降|up|down|rise of|fall of) ?-|#|FALSE| {2}/);
    }
  });
});

test('whole-column formulas number in the dozens, however many rows there are', () => {
  const [report] = monthlySummary.build(request(ordersReading(orders(2000, 36)))).sheets;
  const whole = report ? formulasOf(report).filter((formula) => /订单明细\[/.test(formula)) : [];
  expect(whole.length).toBeLessThan(110);
});
