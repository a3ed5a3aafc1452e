import fc from 'fast-check';
import { shares } from '../../../src/domain/growth';
import { adviceOf, curveOf, peakDifference } from '../../../src/domain/retail/curve';
import { forecastAccuracy, meetsLimit } from '../../../src/domain/retail/rates';
import { reasonableStock, tierOf, PRICE_TIERS } from '../../../src/domain/retail/tiers';
import { loadCases } from '../../cases/load';

interface CurveCase {
  readonly values: readonly number[];
  readonly highest: number;
  readonly highestAt: number;
  readonly mean: number;
  readonly lowest: number;
  readonly lowestAt: number;
  readonly aboveGap: number;
  readonly belowGap: number;
  readonly above: number;
  readonly below: number;
  readonly crossings: number;
  readonly variationPercent: number | null;
  readonly tolerance: number;
  readonly advice: string;
}

const two = (value: number): number => Number(value.toFixed(2));

test.each(loadCases<CurveCase>('retail/curves'))('%s', (_name, expected) => {
  const curve = curveOf(expected.values);
  expect(two(curve.mean)).toBe(expected.mean);
  expect([two(curve.aboveGap), two(curve.belowGap)]).toEqual([expected.aboveGap, expected.belowGap]);
  const { highest, highestAt, lowest, lowestAt, above, below, crossings } = expected;
  expect(curve).toMatchObject({ highest, highestAt, lowest, lowestAt, above, below, crossings });
  expect(curve.variation === null ? null : two(curve.variation * 100)).toBe(expected.variationPercent);
  expect(adviceOf(curve, expected.tolerance)).toBe(expected.advice);
});

interface MixCase {
  readonly quantities: readonly number[];
  readonly percent: readonly number[];
  readonly decimals: number;
}

test.each(loadCases<MixCase>('retail/mix'))('structure: %s', (_name, { quantities, percent, decimals }) => {
  expect(shares(quantities, decimals).map((share) => two((share ?? NaN) * 100))).toEqual(percent);
});

test('periods above, below and at the mean are all periods; both gaps are positive', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 }), (values) => {
      const { above, below, aboveGap, belowGap, crossings, mean } = curveOf(values);
      const at = values.filter((value) => value * values.length === values.reduce((a, b) => a + b)).length;
      expect(above + below + at).toBe(values.length);
      expect(aboveGap).toBeGreaterThanOrEqual(0);
      expect(belowGap).toBeGreaterThanOrEqual(0);
      expect(crossings).toBeLessThan(Math.max(1, values.length));
      const turned = curveOf([...values].reverse());
      expect(turned.crossings).toBe(crossings);
      expect(turned.mean).toBeCloseTo(mean, 9);
    }),
  );
});

test('a curve of nothing is refused', () => {
  expect(() => curveOf([])).toThrow('no-values');
});

describe('peaks of volume and amount', () => {
  test('together: nothing to explain', () => {
    expect(peakDifference([1, 5, 2], [10, 50, 20])).toBeNull();
  });

  test('apart: volume and mix add up to the difference', () => {
    const difference = peakDifference([100, 80, 90], [10_000, 11_200, 9_000]);
    expect(difference).toEqual({
      volumeAt: 0,
      amountAt: 1,
      amountGap: 1200,
      volumeEffect: -2000,
      mixEffect: 3200,
      priceAtVolumePeak: 100,
      priceAtAmountPeak: 140,
    });
  });
});

test('forecast accuracy', () => {
  expect(forecastAccuracy(100, 90)).toBe(0.9);
  expect(forecastAccuracy(100, 110)).toBeCloseTo(0.9, 12);
  expect(forecastAccuracy(100, 250)).toBe(-0.5);
  expect(forecastAccuracy(0, 5)).toBeNull();
});

test('limits are kept by the decimals as they are written', () => {
  expect(meetsLimit(0.1 + 0.2, 0.3, 'at-most')).toBe(true);
  expect(meetsLimit(0.9, 0.9, 'at-least')).toBe(true);
  expect(meetsLimit(0.8999, 0.9, 'at-least')).toBe(false);
  expect(meetsLimit(0.3, 0.1 + 0.2, 'equal')).toBe(true);
  expect(meetsLimit(0.076, 0.075, 'at-most')).toBe(false);
});

test('price tiers and reasonable stock', () => {
  expect([420, 100, 99.99, 30, 16.5, 0].map((price) => tierOf(price, PRICE_TIERS))).toEqual([
    0, 0, 1, 2, 3, 4,
  ]);
  expect(tierOf(-1, PRICE_TIERS)).toBeNull();
  expect(reasonableStock(1.2, 2)).toBe(3);
  expect(reasonableStock(31.5, 2)).toBe(63);
  expect(reasonableStock(0.1 + 0.2, 10)).toBe(3);
});
