import { visitgap } from '../../src/functions/visitgap';
import { errorOf, installHost } from './host';

beforeEach(() => installHost('en-US'));

const column = (...values: unknown[]) => values.map((value) => [value]);
const customers = column('甲公司', '乙公司', '甲公司', '甲公司');
const dates = column(45352, 45356, 45362, 45366);

test.each([
  [undefined, 0],
  [null, 0],
  ['last', 0],
  ['最近', 0],
  ['', 0],
  ['longest', 10],
  ['最长', 10],
  ['average', 7],
  [' Average ', 7],
  ['平均', 7],
])('measure %p', (measure, days) => {
  expect(visitgap([['甲公司']], customers, dates, undefined, measure)).toEqual([[days]]);
});

test('the result has the shape of the customers; who was never visited is ""', () => {
  expect(
    visitgap(
      [
        ['甲公司', '丙公司'],
        [' 乙公司 ', null],
      ],
      customers,
      dates,
    ),
  ).toEqual([
    [0, ''],
    [10, ''],
  ]);
  expect(visitgap(column('乙公司', '丙公司'), customers, dates, null, 'average')).toEqual(column('', ''));
});

test.each([
  ['a serial', 45376],
  ['a serial with a time', 45376.9],
  ['text', '2024-03-25'],
  ['text with dots', '2024.3.25'],
  ['Chinese text', '2024年3月25日'],
])('as_of given as %s', (_name, asOf) => {
  expect(visitgap([['甲公司']], customers, dates, asOf)).toEqual([[10]]);
});

test('visits after as_of do not count', () => {
  expect(visitgap(column('甲公司', '乙公司'), customers, dates, 45353)).toEqual(column(1, ''));
});

test.each([
  ['on the desktop', 0],
  ['on the web', null],
  ['of a formula', ''],
])('blanks %s: rows of the log to leave out, customers without an answer, as_of left out', (_name, blank) => {
  const result = visitgap(
    column('甲公司', blank),
    column('甲公司', blank, '甲公司', blank),
    column(45352, 45360, blank, blank),
    blank,
  );
  expect(result).toEqual(column(8, ''));
});

test('dates and customers may be read as text and numbers', () => {
  expect(visitgap([['1001']], column(1001, '1001'), column('2024/3/5', 45366))).toEqual([[0]]);
  expect(visitgap([[1001]], [['1001', 1001]], [['2024.3.5', '2024年3月15日']], null, 'longest')).toEqual([
    [10],
  ]);
});

test('an empty log has visited nobody', () => {
  expect(visitgap([['甲公司']], [[null]], [[null]])).toEqual([['']]);
});

describe('errors', () => {
  test('log ranges of different shapes', () => {
    expect(errorOf(() => visitgap([['甲公司']], customers, column(45352)))).toEqual({
      code: '#VALUE!',
      message:
        'log_customers is 4 × 1 cells (rows × columns), log_dates 1 × 1. Select ranges of the same size.',
    });
  });

  test.each([
    ['日期', 'log_dates, row 2, column 1: “日期” is not a date.'],
    ['3月5日', 'log_dates, row 2, column 1: “3月5日” is not a date.'],
    ['2024-02-30', '“2024-02-30” is not a date'],
    ['5/3/2024', '“5/3/2024” is not a date'],
    [-1, '“-1” is not a date'],
    [3e6, '“3000000” is not a date'],
    [true, '“true” is not a date'],
  ])('the date %p', (date, sentence) => {
    const error = errorOf(() => visitgap([['甲公司']], customers, column(45352, date, 45362, 45366)));
    expect(error.code).toBe('#VALUE!');
    expect(error.message).toContain(sentence);
  });

  test('as_of and measure', () => {
    expect(errorOf(() => visitgap([['甲公司']], customers, dates, '今天')).message).toContain(
      'as_of: “今天” is not a date',
    );
    expect(errorOf(() => visitgap([['甲公司']], customers, dates, null, 'median')).message).toBe(
      'measure: “median” is not known. Give one of "last", "longest", "average".',
    );
  });
});
