import { checkFigure, checkParts, checkRate } from '../../src/domain/claims';

test.each([
  ['a total that its lines do not make', 6.66, 6.5675, 2, { computed: 6.57, gap: 0.09, agrees: false }],
  ['revenue of the first line in 亿', 2.85, 2.8546, 2, { computed: 2.85, gap: 0, agrees: true }],
  ['revenue of the second line', 3.71, 3.7129, 2, { computed: 3.71, gap: 0, agrees: true }],
  ['net adds', 3.84, 14.87 - 11.03, 2, { computed: 3.84, gap: 0, agrees: true }],
  ['half up', 1.01, 1.005, 2, { computed: 1.01, gap: 0, agrees: true }],
  ['one 分 off', 100.01, 100, 2, { computed: 100, gap: 0.01, agrees: false }],
])('%s', (_name, stated, computed, decimals, expected) => {
  expect(checkFigure(stated, computed, decimals)).toEqual(expected);
});

test('stated parts may miss a stated total by what their rounding leaves, not by more', () => {
  expect(checkParts(6.66, [5.82, 0.84], 2)).toEqual({ computed: 6.66, gap: 0, agrees: true });
  expect(checkParts(6.67, [5.82, 0.84], 2)).toEqual({ computed: 6.66, gap: 0.01, agrees: true });
  expect(checkParts(6.66, [2.85, 3.71], 2)).toEqual({ computed: 6.56, gap: 0.1, agrees: false });
});

test('a rate is compared as it is shown, the gap in points', () => {
  expect(checkRate(2.64, 38190 / 14446, 0)).toMatchObject({ gap: 0, agrees: true });
  expect(checkRate(0.2039, 0.203849, 2)).toMatchObject({ gap: 0.01, agrees: false });
  expect(checkRate(0.5, null, 0)).toBeNull();
});
