import fc from 'fast-check';
import { splitTarget } from '../../src/domain/target-split';

test.each([
  [100, [1, 1, 1], 0, [34, 33, 33]],
  [1000, [2286, 3021], 2, [430.75, 569.25]],
  [-100.01, [1, 2], 2, [-33.34, -66.67]],
  [0, [1, 2], 2, [0, 0]],
  [10, [0, 5, 0], 0, [0, 10, 0]],
  [1, [0.1, 0.2, 0.7], 1, [0.1, 0.2, 0.7]],
  [9007199254740.91, [1, 1], 2, [4503599627370.46, 4503599627370.45]],
])('%p by %p to %p decimals', (target, weights, decimals, parts) => {
  expect(splitTarget(target, weights, decimals)).toEqual(parts);
});

test('parts add up exactly, each within one unit of its exact share', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (cents, given) => {
      const whole = given.reduce((sum, weight) => sum + weight, 0);
      fc.pre(whole > 0);
      const parts = splitTarget(cents / 100, given, 2).map((part) => Math.round(part * 100));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents);
      parts.forEach((part, index) => {
        const exact = (BigInt(cents) * BigInt(given[index] ?? 0) * 1000n) / BigInt(whole);
        expect(Math.abs(part - Number(exact) / 1000)).toBeLessThanOrEqual(1.001);
      });
    }),
  );
});

test('what can not be split is refused', () => {
  expect(() => splitTarget(10, [1, -1], 0)).toThrow('split-weight-negative');
  expect(() => splitTarget(10, [0, 0], 0)).toThrow('split-weights-zero');
  expect(() => splitTarget(10, [], 0)).toThrow('split-weights-zero');
  expect(() => splitTarget(10.5, [1, 1], 0)).toThrow('split-target-finer');
});
