import { arpu } from '../../src/functions/arpu';
import { errorOf, HostError, installHost } from './host';

beforeEach(() => installHost('en-US'));

const column = (...values: unknown[]) => values.map((value) => [value]);

describe('shapes', () => {
  test('a scalar goes with every cell of a range', () => {
    expect(arpu(column(100, 200), [[10]], [[30]])).toEqual(column(5, 10));
    expect(arpu([[60]], [[1, 2, 3]])).toEqual([[60, 30, 20]]);
    expect(arpu(column(300, 600), column(10, 10), undefined, [[3]])).toEqual(column(10, 20));
  });

  test('ranges of one shape go cell by cell', () => {
    expect(
      arpu(
        [
          [10, 20],
          [30, 40],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).toEqual([
      [10, 10],
      [10, 10],
    ]);
  });

  test('ranges of different shapes are refused', () => {
    expect(errorOf(() => arpu(column(1, 2), [[1]], [[1, 2]]))).toEqual({
      code: '#VALUE!',
      message: 'revenue is 2 × 1 cells (rows × columns), closing 1 × 2. Select ranges of the same size.',
    });
    expect(errorOf(() => arpu(column(1, 2), column(1, 2, 3))).message).toContain('opening 3 × 1');
  });
});

describe('blanks', () => {
  test.each([
    ['on the desktop', 0],
    ['on the web', null],
    ['of a formula', ''],
  ])('%s: a row of blanks is "", blank revenue is 0, blank closing is not known', (_name, blank) => {
    const result = arpu(
      column(blank, blank, 100, 100),
      column(blank, 10, blank, 10),
      column(blank, 10, 10, blank),
    );
    expect(result.slice(0, 3)).toEqual(column('', 0, 20));
    expect(result[3]?.[0]).toMatchObject({ code: '#N/A' });
    expect((result[3]?.[0] as HostError).message).toMatch(/^closing is blank or 0/);
  });

  test.each([null, undefined])('optional arguments left out as %p', (absent) => {
    expect(arpu([[100]], [[10]], absent as undefined, absent as undefined)).toEqual([[10]]);
  });
});

describe('errors', () => {
  test.each([
    [[[100]], [[0]], undefined, undefined, '#N/A', 'no subscribers'],
    [[[100]], [[10]], [[0]], undefined, '#N/A', 'closing is blank or 0'],
    [[[100]], [[10]], undefined, [[0]], '#VALUE!', 'months is blank or 0'],
    [[[100]], [[-1]], undefined, undefined, '#VALUE!', 'opening: -1 is below 0'],
    [[['100元']], [[10]], undefined, undefined, '#VALUE!', 'revenue: “100元” is not a number'],
    [[[true]], [[10]], undefined, undefined, '#VALUE!', 'revenue: “true” is not a number'],
    [[['1,23']], [[10]], undefined, undefined, '#VALUE!', 'revenue: “1,23” is not a number'],
  ])('%p, %p, %p, %p: %s %s', (revenue, opening, closing, months, code, sentence) => {
    const error = errorOf(() => arpu(revenue, opening, closing, months));
    expect(error.code).toBe(code);
    expect(error.message).toContain(sentence);
  });

  test('one cell that can not be computed leaves the others standing', () => {
    const [first, second, third] = arpu(column(100, '合计', 300), column(10, 20, 0)).flat();
    expect(first).toBe(10);
    expect(second).toBeInstanceOf(HostError);
    expect(second).toMatchObject({ code: '#VALUE!' });
    expect((second as HostError).message).toContain('revenue, row 2, column 1: “合计” is not a number');
    expect(third).toMatchObject({ code: '#N/A' });
  });
});

test('plain numerals as text are numbers', () => {
  expect(arpu(column('1,234.5', ' 1234.5 ', '+10', '-10'), [[1]])).toEqual(column(1234.5, 1234.5, 10, -10));
});

test('a rich value is read by its plain one', () => {
  const price = { type: 'FormattedNumber', basicValue: 100, numberFormat: '¥0.00' };
  expect(arpu([[price]], [[10]])).toEqual([[10]]);
});
