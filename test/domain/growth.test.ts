import fc from 'fast-check';
import { DaybookError } from '../../src/domain/errors';
import {
  attainment,
  averageGrowth,
  changeRate,
  changeRates,
  cumulative,
  gapToParts,
  GROWTH_METHODS,
  pointChange,
  shares,
  spread,
  totalGrowth,
  type GrowthMethod,
} from '../../src/domain/growth';
import { loadCases } from '../cases/load';

interface Case {
  readonly values: readonly number[];
  readonly sum: number;
  readonly totalGrowthPercent: number;
  readonly averageGrowthPercent: Readonly<Record<GrowthMethod, number>>;
  readonly mean: number;
  readonly above: number;
  readonly below: number;
  readonly variationPercent: number;
  readonly maxLessMean: number;
  readonly meanLessMin: number;
}

const percent = (rate: number | null) => Number(((rate ?? NaN) * 100).toFixed(2));
const twoDecimals = (value: number) => Number(value.toFixed(2));

test.each(loadCases<Case>('growth'))('%s', (_name, expected) => {
  const { values } = expected;
  const curve = spread(values);
  expect(cumulative(values).at(-1)).toBe(expected.sum);
  expect(percent(totalGrowth(values))).toBe(expected.totalGrowthPercent);
  const averages = GROWTH_METHODS.map((method) => [method, percent(averageGrowth(values, method))]);
  expect(Object.fromEntries(averages)).toEqual(expected.averageGrowthPercent);
  expect(twoDecimals(curve.mean)).toBe(expected.mean);
  expect([curve.above, curve.below]).toEqual([expected.above, expected.below]);
  expect(percent(curve.variation)).toBe(expected.variationPercent);
  expect(twoDecimals(curve.max - curve.mean)).toBe(expected.maxLessMean);
  expect(twoDecimals(curve.mean - curve.min)).toBe(expected.meanLessMin);
});

test.each([
  ['users 699 → 916', percent(changeRate(916, 699)), 31.04],
  ['38,190 of 14,446', percent(attainment(38190, 14446)), 264.36],
  ['fixed + mobile = 6.66', gapToParts(6.66, [5.82, 0.84]), 0],
  ['6.66 against its two lines', gapToParts(6.66, [2.85, 3.71]), 0.1],
  ['net adds', gapToParts(14.87, [11.03]), 3.84],
  ['trip plan', gapToParts(1750, [300, 200 * 5, 450]), 0],
  ['trip requested', gapToParts(3000, [1750, 1000]), 250],
])('%s', (_name, figure, expected) => {
  expect(figure).toBe(expected);
});

describe('rates without a base', () => {
  test.each([0, -5, null, undefined])('a base of %p gives none', (base) => {
    expect(changeRate(10, base)).toBeNull();
  });

  test('a fall below zero is a rate, a rise from below zero is none', () => {
    expect(changeRate(-50, 100)).toBe(-1.5);
    expect(changeRate(50, -100)).toBeNull();
    expect(attainment(10, 0)).toBeNull();
  });

  test('changes are aligned with their periods', () => {
    expect(changeRates([100, 110, 0, 55], 1)).toEqual([null, 0.1, -1, null]);
    expect(changeRates([100, 110, 0, 55], 2)).toEqual([null, null, -1, -0.5]);
    expect(changeRates([], 1)).toEqual([]);
  });

  test('growth of one value, of none, or from zero is none', () => {
    for (const values of [[], [100], [0, 100], [-1, 100]]) {
      expect(totalGrowth(values)).toBeNull();
      for (const method of GROWTH_METHODS) expect(averageGrowth(values, method)).toBeNull();
    }
  });

  test('a zero on the way stops the mean of rates only; an end at zero or below the compound rate', () => {
    expect(averageGrowth([100, 0, 110], 'mean')).toBeNull();
    expect(averageGrowth([100, 0, 110], 'arithmetic')).toBeCloseTo(0.05, 12);
    expect(averageGrowth([100, 50, 0], 'compound')).toBeNull();
    expect(averageGrowth([100, 50, -10], 'compound')).toBeNull();
    expect(averageGrowth([100, 50, 0], 'arithmetic')).toBe(-0.5);
  });
});

test('compound growth leads from the first value to the last', () => {
  const values = fc.array(fc.double({ min: 1, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 24 });
  fc.assert(
    fc.property(values, (curve) => {
      const rate = averageGrowth(curve, 'compound') ?? NaN;
      const reached = (curve[0] ?? NaN) * (1 + rate) ** (curve.length - 1);
      expect(reached / (curve.at(-1) ?? NaN)).toBeCloseTo(1, 8);
    }),
  );
});

describe('shares', () => {
  test.each([
    [[15, 10, 30, 45], 0, [0.15, 0.1, 0.3, 0.45]],
    [[1, 1, 1], 1, [0.334, 0.333, 0.333]],
    [[2, 1], 0, [0.67, 0.33]],
    [[1, 2], 0, [0.33, 0.67]],
    [[1, 1, 1, 1, 1, 1, 1], 0, [0.15, 0.15, 0.14, 0.14, 0.14, 0.14, 0.14]],
    [[-10, 110], 1, [-0.1, 1.1]],
    [[5], 1, [1]],
    [[0, 5], 1, [0, 1]],
  ])('of %p to %p decimals', (parts, decimals, expected) => {
    expect(shares(parts, decimals)).toEqual(expected);
  });

  test('of nothing or less are none', () => {
    expect(shares([0, 0])).toEqual([null, null]);
    expect(shares([-5, 3])).toEqual([null, null]);
    expect(shares([])).toEqual([]);
  });

  test('add up to 100% as shown, each within one unit of its exact share', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 4 }), (cents, decimals) => {
        const whole = cents.reduce((sum, part) => sum + part, 0);
        fc.pre(whole > 0);
        const unit = 100 * 10 ** decimals;
        const shown = shares(cents, decimals).map((share) => Math.round((share ?? NaN) * unit));
        expect(shown.reduce((sum, part) => sum + part, 0)).toBe(unit);
        shown.forEach((part, index) =>
          expect(Math.abs(part - ((cents[index] ?? 0) / whole) * unit)).toBeLessThan(1 + 1e-9),
        );
      }),
    );
  });
});

test('changes of shares are percentage points', () => {
  expect(pointChange(0.351, 0.3)).toBe(5.1);
  expect(pointChange(0.3, 0.351)).toBe(-5.1);
  expect(pointChange(0.3, null)).toBeNull();
  expect(pointChange(null, 0.3)).toBeNull();
});

test('a curve of nothing has no spread, a curve at zero no variation', () => {
  expect(() => spread([])).toThrow(new DaybookError('no-values'));
  expect(spread([0, 0])).toEqual({ mean: 0, max: 0, min: 0, above: 0, below: 0, variation: null });
  expect(spread([5, 5, 5])).toMatchObject({ above: 0, below: 0, variation: 0 });
});
