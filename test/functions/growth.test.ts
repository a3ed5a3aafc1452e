import { growthaudit, growthrate } from '../../src/functions/growthrate';
import { contribution, mixvolumeprice, shares, targetsplit } from '../../src/functions/shares';
import { summarytext } from '../../src/functions/summarytext';
import { attainment, targetpace } from '../../src/functions/targets';
import { errorOf, HostError, installHost } from './host';

const GOVERNMENT = [2286, 2360, 2357, 2470, 2450, 2776, 2681, 2713, 2893, 2808, 2752];

beforeEach(() => installHost('zh-CN'));

test('the audit says its method in the language of Excel, the fitting readings first', () => {
  const [first, second] = growthaudit([GOVERNMENT], 0.0204);
  expect(first?.slice(0, 3)).toEqual(['总增长÷间隔数', 1, 11]);
  expect(first?.[5]).toBe('相符');
  expect(second?.[5]).toBe('不符');
  expect(growthaudit([GOVERNMENT], 0.2039, 2, 'total')[0]?.[5]).toBe('取整前可相符');
  installHost('en-US');
  expect(growthaudit([GOVERNMENT], 0.0187)[0]?.slice(0, 3)).toEqual(['compound', 1, 11]);
});

test('months to come are left out, rates without a base stand as errors beside the others', () => {
  expect(growthrate([[100, 110, null, 0]], 'total')).toEqual([[0.1]]);
  const [row = []] = growthrate([[0, 100, 150]], 'previous');
  expect(row[0]).toBe('');
  expect(row[1]).toBeInstanceOf(HostError);
  expect(row[2]).toBe(0.5);
  expect(growthrate([[1], [2], [3], [4], [2]], 'year', 4)).toEqual([[''], [''], [''], [''], [1]]);
});

test.each([
  [
    'two columns',
    () =>
      growthrate(
        [
          [1, 2],
          [3, 4],
        ],
        'total',
      ),
    '#VALUE!',
  ],
  ['one period', () => growthrate([[1]], 'total'), '#VALUE!'],
  ['no method', () => growthrate([[1, 2]], null), '#VALUE!'],
  ['a negative base', () => growthrate([[-1, 2]], 'total'), '#N/A'],
  ['a text among the values', () => growthaudit([[1], ['合计']], 0.1), '#VALUE!'],
  ['shares of nothing', () => shares([[0], [0]]), '#N/A'],
  ['contributions to nothing', () => contribution([[0]], [[5]]), '#N/A'],
  ['a negative weight', () => targetsplit(100, [[1], [-1]]), '#VALUE!'],
  ['no weight', () => targetsplit(100, [[0], [0]]), '#VALUE!'],
  ['a target finer than its parts', () => targetsplit(100.5, [[1]], 0), '#VALUE!'],
  ['columns of different height', () => mixvolumeprice([[1]], [[1]], [[1], [2]], [[1]]), '#VALUE!'],
  ['more periods gone than there are', () => targetpace([[1]], [[2]], 13), '#VALUE!'],
  ['no target', () => attainment([[5]], [[0]]), '#N/A'],
])('%s is refused with a sentence in either language', (_name, call, code) => {
  for (const language of ['zh-CN', 'en-US']) {
    installHost(language);
    const error = errorOf(call);
    expect(error.code).toBe(code);
    expect(error.message).not.toMatch(/undefined|\{|NaN/);
    expect(error.message.length).toBeGreaterThan(8);
  }
});

test('a split adds up, 0 decimals being whole units', () => {
  expect(targetsplit(10, [[1, 1, 1]], 0)).toEqual([[4, 3, 3]]);
  expect(targetsplit(10, [[1, 1, 1]])).toEqual([[3.34, 3.33, 3.33]]);
});

test('a sentence for each row; an unknown base is not spoken of, a zero base in words', () => {
  expect(summarytext([['甲'], ['乙']], [[110], [90]], [[100], [0]])).toEqual([
    ['甲110，环比增长10.0%。'],
    ['乙90，上期无可比基数。'],
  ]);
});
