import fc from 'fast-check';
import { isoDate, serialOf } from '../../src/domain/dates';
import type { GridValue } from '../../src/reading/grid';
import { codes, column, merge, readTable, rows } from './grids';

/* 年 | 月 | 日 in columns of their own are one date; a month without any year is none. */

const days = (values: readonly unknown[]): (string | null)[] =>
  values.map((value) => (typeof value === 'number' ? isoDate(value) : null));

test('year, month and day become one date in the day’s column', () => {
  const table = readTable(
    rows(`
      年|月|日|客户名称|订单金额
      2024|1|5|甲公司|100
      2024|2|29|乙公司|200.5
      2023|12|31|甲公司|300
    `),
  );
  expect(column(table, 'date')).toMatchObject({ kind: 'date', header: '日', chosenBy: 'context' });
  expect(days(column(table, 'date').values)).toEqual(['2024-01-05', '2024-02-29', '2023-12-31']);
  expect(table.problems.find(({ code }) => code === 'date-joined')?.details).toEqual({
    header: '日',
    columns: 'A + B + C',
  });
});

test('year and month become the first of the month, however months are written', () => {
  const table = readTable(
    rows(`
      年份|月份|客户名称|收入（元）
      2024年|1月|甲公司|100
      2024年|02月份|乙公司|200.5
      2024|三月|丙公司|300
      2024|'4|丁公司|400
      2024|May|戊公司|500
    `),
  );
  expect(column(table, 'month').kind).toBe('date');
  expect(days(column(table, 'month').values)).toEqual([1, 2, 3, 4, 5].map((month) => `2024-0${month}-01`));
});

test('a year that is merged, or written once, holds for the rows below it; said as a note', () => {
  const values: GridValue[][] = rows(`
    年|月|客户|金额
    2023|11|甲公司|1
    |12|乙公司|2
    2024|1|甲公司|3
    |2|乙公司|4
  `);
  const merged = readTable(values, { merges: [merge(1, 0, 2, 1), merge(3, 0, 2, 1)] });
  const once = readTable(values);
  const expected = ['2023-11-01', '2023-12-01', '2024-01-01', '2024-02-01'];
  expect(days(column(merged, 'month').values)).toEqual(expected);
  expect(days(column(once, 'month').values)).toEqual(expected);
  expect(codes(merged)).not.toContain('blanks-filled');
  expect(codes(once)).toContain('blanks-filled');
});

test('a day that no month has is blank, with its cell', () => {
  const table = readTable(
    rows(`
      年|月|日|客户|金额
      2023|2|29|甲公司|1
      2023|2|28|乙公司|2
      2023|3|1|丙公司|3
    `),
  );
  expect(days(column(table, 'date').values)).toEqual([null, '2023-02-28', '2023-03-01']);
  expect(table.problems.find(({ code }) => code === 'date-unreadable')).toMatchObject({ row: 1, column: 2 });
});

test('a title of one year does not outvote the rows’ own years', () => {
  const table = readTable(
    rows(`
      2024年销售明细
      年|月|客户|金额
      2023|12|甲公司|1
      2024|1|乙公司|2
    `),
  );
  expect(days(column(table, 'month').values)).toEqual(['2023-12-01', '2024-01-01']);
});

test('months without a year stay months, and say what is missing', () => {
  const table = readTable(
    rows(`
      月份|客户|金额
      1|甲公司|1
      2|乙公司|2
      3|丙公司|3
    `),
  );
  expect(column(table, 'month')).toMatchObject({ kind: 'number', values: [1, 2, 3] });
  expect(codes(table)).toContain('month-without-year');
});

test('beside whole dates, year and month are left as they are', () => {
  const table = readTable(
    rows(`
      下单日期|年|月|客户|金额
      2024-01-05|2024|1|甲公司|1
      2024-02-06|2024|2|乙公司|2
    `),
  );
  expect(days(column(table, 'date').values)).toEqual(['2024-01-05', '2024-02-06']);
  expect(codes(table)).not.toContain('date-joined');
  expect(codes(table)).not.toContain('month-without-year');
});

test('any days written in three columns come back', () => {
  const day = fc.integer({ min: serialOf(1990, 1, 1), max: serialOf(2099, 12, 31) });
  fc.assert(
    fc.property(fc.array(day, { minLength: 2, maxLength: 30 }), (serials) => {
      const parts = serials.map((serial) => isoDate(serial).split('-').map(Number));
      const table = readTable([
        ['年份', '月份', '日期', '客户名称', '金额'],
        ...parts.map((each, index) => [...each, `客户${index}`, index + 0.5]),
      ]);
      expect(column(table, 'date').values).toEqual(serials);
    }),
    { numRuns: 100 },
  );
});

test('a time alone is of the day of the row, or of the next, beside whole times; said as a note', () => {
  const table = readTable([
    ['申告时间', '客户', '修复时间'],
    ['2024-03-02 08:00', '甲公司', '2024-03-02 09:30'],
    ['2024-03-02 09:15', '乙公司', '10:00'],
    ['2024-03-02 23:10', '丙公司', '0:40'],
    ['2024-03-03 08:00', '丁公司', '2024-03-03 08:30'],
    ['2024-03-04 08:00', '戊公司', '2024-03-04 08:10'],
  ]);
  const solved = table.columns[2]!.values.map((value) => Math.round(Number(value) * 1440));
  const minute = (day: number, hour: number, past: number): number =>
    serialOf(2024, 3, day) * 1440 + hour * 60 + past;
  expect(solved).toEqual([
    minute(2, 9, 30),
    minute(2, 10, 0),
    minute(3, 0, 40),
    minute(3, 8, 30),
    minute(4, 8, 10),
  ]);
  expect(table.problems.find(({ code }) => code === 'day-of-row')?.details).toMatchObject({ rows: 2 });
});
