import Decimal from 'decimal.js';
import fc from 'fast-check';
import { DaybookError } from '../../src/domain/errors';
import {
  alignDecimals,
  centsOf,
  decimalOf,
  decimalText,
  formatCents,
  roundedQuotient,
  roundedSafeQuotient,
  splitCents,
  timesRate,
  wholeCents,
  yuanOf,
} from '../../src/domain/money';

const Oracle = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** What Excel means by a number, as the oracle says it. */
function oracle(value: number): Decimal {
  return new Oracle(value.toPrecision(15));
}

const amounts = fc.oneof(
  fc.integer({ min: -1e11, max: 1e11 }).map((cents) => cents / 100),
  fc.integer({ min: -1e11, max: 1e11 }).map((mills) => mills / 1000),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }),
);

describe('centsOf', () => {
  test.each([
    [0, 0],
    [-0, 0],
    [1.005, 101],
    [-1.005, -101],
    [0.1 + 0.2, 30],
    [1.1 * 3, 330],
    [8.325, 833],
    [0.004999999999999, 0],
    [0.005, 1],
    [-0.004, 0],
    [1e-300, 0],
    [123456789012.345, 12345678901235],
    [90071992547409.9, 9007199254740990],
  ])('%p 元 is %p 分', (yuan, cents) => {
    expect(Object.is(centsOf(yuan), cents)).toBe(true);
  });

  test('agrees with a decimal library', () => {
    fc.assert(
      fc.property(amounts, (yuan) => {
        expect(centsOf(yuan)).toBe(oracle(yuan).times(100).toDecimalPlaces(0).toNumber() + 0);
      }),
      { numRuns: 20_000 },
    );
  });

  test('brings every 分 back from its 元', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (cents) => {
        expect(centsOf(yuanOf(cents))).toBe(cents + 0);
        expect(wholeCents(yuanOf(cents))).toBe(cents + 0);
      }),
      { numRuns: 20_000 },
    );
  });

  test('refuses what no longer fits whole 分, and what is no number', () => {
    expect(() => centsOf(90071992547410)).toThrow(
      new DaybookError('money-too-large', { amount: 90071992547410 }),
    );
    expect(() => centsOf(-1e300)).toThrow(DaybookError);
    expect(() => centsOf(NaN)).toThrow(new DaybookError('not-a-number', { value: 'NaN' }));
    expect(() => centsOf(Infinity)).toThrow(DaybookError);
  });
});

describe('decimalOf', () => {
  test('is the decimal at 15 significant digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-15);
        const { units, scale } = decimalOf(value);
        expect(new Oracle(units.toString()).div(new Oracle(10).pow(scale)).eq(oracle(value))).toBe(true);
      }),
    );
  });

  test('keeps large numbers whole and tiny ones short', () => {
    expect(decimalOf(1.5e300).units).toBe(15n * 10n ** 299n);
    expect(decimalOf(1e-300)).toEqual({ units: 0n, scale: 30 });
    expect(decimalOf(-0)).toEqual({ units: 0n, scale: 0 });
  });

  test('aligns to the finest scale', () => {
    expect(alignDecimals([decimalOf(1.5), decimalOf(2), decimalOf(0.125)])).toEqual({
      units: [1500n, 2000n, 125n],
      scale: 3,
    });
  });
});

describe('rounded quotients', () => {
  test('round halves away from zero, on BigInt and on numbers alike', () => {
    expect([5, 15, -5, -15, 4, -4].map((n) => roundedSafeQuotient(n, 10))).toEqual([1, 2, -1, -2, 0, 0]);
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 2 ** 40 }), (numerator, denominator) => {
        const exact = Number(roundedQuotient(BigInt(numerator), BigInt(denominator)));
        expect(roundedSafeQuotient(numerator, denominator)).toBe(exact);
        const expected = new Oracle(numerator).div(denominator).toDecimalPlaces(0).toNumber();
        expect(exact).toBe(expected + 0);
      }),
    );
  });
});

describe('timesRate', () => {
  test('rounds once, half up, where floats fall short', () => {
    expect(timesRate(115, 0.1)).toBe(12);
    expect(timesRate(-115, 0.1)).toBe(-12);
    expect(timesRate(9_007_199_254_740_991, 0.1)).toBe(900_719_925_474_099);
  });

  test('agrees with a decimal library', () => {
    const rates = fc.integer({ min: 0, max: 100_000 }).map((units) => units / 100_000);
    fc.assert(
      fc.property(fc.maxSafeInteger(), rates, (cents, rate) => {
        const expected = new Oracle(cents).times(oracle(rate)).toDecimalPlaces(0).toNumber();
        expect(timesRate(cents, rate)).toBe(expected + 0);
      }),
      { numRuns: 20_000 },
    );
  });
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [-5, '-0.05'],
  [-123, '-1.23'],
  [123456, '1234.56'],
  [9_007_199_254_740_991, '90071992547409.91'],
])('%p 分 is written %p', (cents, text) => {
  expect(formatCents(cents)).toBe(text);
});

test('a decimal is written without exponent and trailing zeros, and reads back the same', () => {
  expect([0, -0.5, 1200, 1e21, 1.5e-7].map((value) => decimalText(decimalOf(value)))).toEqual([
    '0',
    '-0.5',
    '1200',
    '1000000000000000000000',
    '0.00000015',
  ]);
  fc.assert(
    fc.property(amounts, (value) => {
      fc.pre(value === 0 || Math.abs(value) > 1e-15);
      expect(new Oracle(decimalText(decimalOf(value))).eq(oracle(value))).toBe(true);
    }),
  );
});

describe('splitCents', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [1, 2, 1], [25, 50, 25]],
    [1000, [0.5, 0.3, 0.2], [500, 300, 200]],
    [101, [0.5, 0.5], [50, 51]],
    [5, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [-4, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [0, 0, 7], [0, 0, 10]],
  ])('%p by %p is %p', (cents, weights, parts) => {
    expect(splitCents(cents, weights)).toEqual(parts);
  });

  test('adds up exactly, and only the largest share is off its rounded part', () => {
    const weights = fc.array(
      fc.integer({ min: 0, max: 10_000 }).map((w) => w / 100),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (cents, shares) => {
        fc.pre(shares.some((share) => share > 0));
        const parts = splitCents(cents, shares);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents);
        const total = shares.reduce((sum, share) => sum.plus(oracle(share)), new Oracle(0));
        const largest = shares.indexOf(Math.max(...shares));
        parts.forEach((part, index) => {
          const exact = oracle(shares[index] ?? 0)
            .times(cents)
            .div(total);
          if (index !== largest) expect(part).toBe(exact.toDecimalPlaces(0).toNumber() + 0);
          expect(Math.abs(exact.minus(part).toNumber())).toBeLessThanOrEqual(shares.length / 2);
        });
      }),
    );
  });

  test('refuses negative weights and weights of nothing', () => {
    expect(() => splitCents(100, [1, -1])).toThrow(
      new DaybookError('split-weight-negative', { position: 2 }),
    );
    expect(() => splitCents(100, [0, 0])).toThrow(new DaybookError('split-weights-zero'));
    expect(() => splitCents(100, [])).toThrow(new DaybookError('split-weights-zero'));
  });
});
