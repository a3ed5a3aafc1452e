import fc from 'fast-check';

import { balance, checkFigure, roundingRoom, stepOf } from '../../src/domain/claims';

test.each([
  ['a total that its lines do not make', 6.66, 6.5675, 2, { computed: 6.57, gap: 0.09, verdict: 'off' }],
  ['revenue of the first line in 亿', 2.85, 2.8546, 2, { computed: 2.85, gap: 0, verdict: 'agrees' }],
  ['revenue of the second line', 3.71, 3.7129, 2, { computed: 3.71, gap: 0, verdict: 'agrees' }],
  ['net adds', 3.84, 14.87 - 11.03, 2, { computed: 3.84, gap: 0, verdict: 'agrees' }],
  ['half up', 1.01, 1.005, 2, { computed: 1.01, gap: 0, verdict: 'agrees' }],
  [
    'half up of what a double makes of 2.675',
    2.68,
    2.3 + 0.375,
    2,
    { computed: 2.68, gap: 0, verdict: 'agrees' },
  ],
  ['one 分 off', 100.01, 100, 2, { computed: 100, gap: 0.01, verdict: 'off' }],
  [
    'a rate in the decimals of its percentage',
    0.2039,
    0.203849,
    4,
    { computed: 0.2038, gap: 0.0001, verdict: 'off' },
  ],
])('%s', (_name, stated, computed, decimals, expected) => {
  expect(checkFigure(stated, computed, decimals)).toEqual(expected);
});

test('stated parts may miss a stated total by what their rounding leaves, not by more', () => {
  const check = (total: number, parts: readonly number[]) =>
    checkFigure(total, balance(parts), 2, roundingRoom(parts.length, 2));
  expect(check(6.66, [5.82, 0.84])).toEqual({ computed: 6.66, gap: 0, verdict: 'agrees' });
  expect(check(6.67, [5.82, 0.84])).toEqual({ computed: 6.66, gap: 0.01, verdict: 'rounding' });
  expect(check(6.66, [2.85, 3.71])).toEqual({ computed: 6.56, gap: 0.1, verdict: 'off' });
});

test('what was won less what was lost, in decimals', () => {
  expect(balance([14.87], [11.03])).toBe(3.84);
  expect(balance([], [0.1, 0.2])).toBe(-0.3);
  expect(balance([])).toBe(0);
});

test('the unit that figures are rounded to', () => {
  expect(stepOf([1, 20, 300])).toBe(1);
  expect(stepOf([1, 2.5, 3.25])).toBe(0.01);
});

test('a total of rounded parts is never called off where the unrounded parts make it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 8 }), (thousandths) => {
      const total = Math.round(thousandths.reduce((sum, part) => sum + part, 0) / 10) / 100;
      const parts = thousandths.map((part) => Math.round(part / 10) / 100);
      const { verdict } = checkFigure(total, balance(parts), 2, roundingRoom(parts.length, 2));
      return verdict !== 'off';
    }),
  );
});
