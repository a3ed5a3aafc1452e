import { texts } from '../../src/locales';
import { problemSentence } from '../../src/locales/problems';
import { PROBLEM_CODES } from '../../src/reading';
import { readTable, rows } from './grids';

const details = {
  header: '金额',
  found: '待定',
  field: 'amount',
  factor: 10000,
  order: 'mdy',
  year: 2024,
  rows: 3,
  spellings: 2,
  code: 'cell-error',
  more: 7,
  stated: 350,
  parts: 300,
  gap: 50,
  value: 'A1',
  first: 'B2',
  errors: 9,
  currencies: '元, $',
  columns: 'A + B',
};

test.each(PROBLEM_CODES)('%s has a whole sentence in both languages', (code) => {
  for (const locale of ['en', 'zh-CN'] as const) {
    const sentence = problemSentence({ code, details }, locale);
    expect(sentence).toMatch(/[.。）…]$|same kind in this column\.$|情况。$/);
    expect(sentence).not.toMatch(/undefined|NaN|\[object/);
  }
});

test('a sentence names what was found and what was done', () => {
  const table = readTable(rows('日期|客户|金额\n2024-01-01|甲公司|待定\n2024-01-02|乙公司|5'));
  const [problem] = table.problems;
  if (!problem) throw new Error('no finding');
  expect(problemSentence(problem, 'en')).toBe('"待定" in column "金额" is not a number; left blank.');
  expect(problemSentence(problem, 'zh-CN')).toBe('“金额”列的“待定”不是数字，按空白处理。');
});

test('an unknown code is refused loudly', () => {
  expect(() => problemSentence({ code: 'no-such-code', details: {} }, 'en')).toThrow('no-such-code');
  expect(() => problemSentence({ code: 'constructor', details: {} }, 'en')).toThrow('constructor');
});

test('roles and fields are named in both languages', () => {
  expect(Object.keys(texts('zh-CN').reading.fields)).toEqual(Object.keys(texts('en').reading.fields));
  expect(texts('zh-CN').reading.roles.visits).toBe('走访');
});
