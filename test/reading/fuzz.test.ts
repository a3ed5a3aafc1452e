import fc from 'fast-check';
import { readBook, readBookSteps } from '../../src/reading';
import type { GridValue } from '../../src/reading/grid';
import { bookGrid, sheetGrid } from './grids';

const oddText = fc.oneof(
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '合计',
    '小计：',
    '日期',
    '金额(万元)',
    '1月',
    '2月',
    '客户',
    '同上',
    '〃',
    '-',
    '#N/A',
    '2024.13.45',
    '99/99/99',
    '1e400',
    '(',
    '((((',
    '5-7',
    '￥',
    '万',
    '3万5',
    '二〇二四年三月',
    '0000',
    '=1+1',
    '单位：万元',
    '12:99',
    '\u0000',
    '２０２４',
  ),
);
const oddValue: fc.Arbitrary<GridValue> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: oddText },
  { weight: 2, arbitrary: fc.integer({ min: -10, max: 60000 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.boolean() },
);
const grid = fc.array(fc.array(oddValue, { maxLength: 9 }), { maxLength: 25 });
const area = fc.record({
  row: fc.integer({ min: -3, max: 30 }),
  column: fc.integer({ min: -3, max: 12 }),
  rows: fc.integer({ min: 1, max: 40 }),
  columns: fc.integer({ min: 1, max: 14 }),
});

test('no grid, however odd, throws, and every table is whole', () => {
  fc.assert(
    fc.property(
      grid,
      fc.array(area, { maxLength: 4 }),
      fc.array(area, { maxLength: 2 }),
      fc.constantFrom('General', 'yyyy-mm-dd', '0%', 'm"月"d"日"', '@', '#,##0.00_);(#,##0.00)'),
      fc.boolean(),
      (values, merges, areas, format, date1904) => {
        const formats = values.map((row) => row.map(() => format));
        const tables = areas.map((each, index) => ({
          name: `T${index}`,
          area: each,
          hasHeader: index % 2 === 0,
          hasTotals: true,
        }));
        const reading = readBook(
          bookGrid(
            [
              sheetGrid(values, {
                merges,
                formats,
                tables,
                origin: { row: 2, column: 1 },
                hiddenRows: [3],
                hiddenColumns: [2],
              }),
            ],
            { date1904 },
          ),
        );
        for (const table of reading.sheets[0]?.tables ?? []) {
          for (const column of table.columns) {
            expect(column.values).toHaveLength(table.rows.length);
            for (const value of column.values)
              expect(typeof value === 'number' ? Number.isFinite(value) : true).toBe(true);
          }
          const single = table.columns.filter(({ period }) => !period).flatMap(({ field }) => field ?? []);
          expect(new Set(single).size).toBe(single.length);
          expect([...table.rows]).toEqual([...table.rows].sort((a, b) => a - b));
          const skipped = new Set(table.skipped.map(({ row }) => row));
          expect(table.rows.some((row) => skipped.has(row))).toBe(false);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test.each([
  ['nothing', []],
  ['one cell', [['合计']]],
  ['one number', [[42]]],
  ['blank rows', [[], [''], ['', '']]],
  [
    'a very long text',
    [
      ['客户', '金额'],
      ['x'.repeat(40_000), 1],
    ],
  ],
  [
    'headers named like object members',
    [
      ['__proto__', 'constructor'],
      ['a', 1],
      ['b', 2],
    ],
  ],
  [
    'infinite and missing numbers',
    [
      ['客户', '金额'],
      ['a', NaN],
      ['b', Infinity],
    ],
  ],
])('%s is read without an error', (_name, values: GridValue[][]) => {
  expect(() => readBook(bookGrid([sheetGrid(values)]))).not.toThrow();
});

test('a sheet as wide as Excel allows is read', () => {
  const header = Array.from({ length: 16_384 }, (_, index) => `列${index}`);
  const values = [header, header.map((_, index) => index), header.map((_, index) => index + 1)];
  expect(readBook(bookGrid([sheetGrid(values)])).sheets[0]?.tables[0]?.columns).toHaveLength(16_384);
}, 30_000);

test('long work yields often', () => {
  const values: GridValue[][] = [['日期', '客户', '金额']];
  for (let index = 0; index < 60_000; index += 1)
    values.push([45_000 + (index % 300), `客户${index % 900}`, index]);
  const steps = readBookSteps(bookGrid([sheetGrid(values)]));
  let yields = 0;
  while (steps.next().done !== true) yields += 1;
  expect(yields).toBeGreaterThan(40);
});
