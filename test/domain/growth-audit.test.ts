import fc from 'fast-check';
import { auditGrowth, percentText, type AuditMethod, type AuditVerdict } from '../../src/domain/growth-audit';
import { averageGrowth, GROWTH_METHODS, totalGrowth } from '../../src/domain/growth';
import { loadCases } from '../cases/load';

interface Deck {
  readonly series: Readonly<Record<string, readonly number[]>>;
  readonly claims: readonly {
    readonly series: string;
    readonly stated: number;
    readonly decimals: number;
    readonly method: AuditMethod;
    readonly from: number;
    readonly to: number;
    readonly verdict: AuditVerdict;
    readonly computedPercent: string;
  }[];
}

describe.each(loadCases<Deck>('growth-audit'))('%s', (_name, { series, claims }) => {
  test.each(claims)('$series $stated: $method, $verdict', (claim) => {
    const { stated, decimals, method, from, to, verdict } = claim;
    const [best] = auditGrowth(series[claim.series] ?? [], stated, { decimals });
    expect(best).toMatchObject({ method, from, to, verdict });
    expect(percentText(best?.rate ?? NaN, decimals)).toBe(claim.computedPercent);
    expect(best?.difference).toBeCloseTo(stated - (best?.rate ?? NaN), 12);
  });
});

const curves = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 3, maxLength: 24 });

test('a rate made by a method from first to last is found as that method among the fitting ones', () => {
  fc.assert(
    fc.property(curves, fc.constantFrom('total', ...GROWTH_METHODS), (values, method) => {
      const rate = method === 'total' ? totalGrowth(values) : averageGrowth(values, method);
      fc.pre(rate !== null);
      const stated = Number(percentText(rate ?? 0, 2)) / 100;
      const fitting = auditGrowth(values, stated, { decimals: 2 }).filter((each) => each.verdict === 'exact');
      expect(fitting).toContainEqual(
        expect.objectContaining({ method, from: 0, to: values.length - 1 }) as unknown,
      );
    }),
  );
});

test('rates that are off are said to be, nearest first', () => {
  const readings = auditGrowth([100, 200, 300], 0.77, { decimals: 0 });
  expect(readings.every(({ verdict }) => verdict === 'off')).toBe(true);
  const gaps = readings.map(({ difference }) => Math.abs(difference));
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
});

test('only the methods that a claim leaves open are tried', () => {
  const readings = auditGrowth([2286, 2360, 2752], 0.2038, { decimals: 2, methods: ['mean'] });
  expect(new Set(readings.map(({ method }) => method))).toEqual(new Set(['mean']));
});

test('without a positive base, or with one period, there is nothing to read', () => {
  expect(auditGrowth([0, 5], 0.1, { decimals: 1 })).toEqual([]);
  expect(auditGrowth([-3, 5], 0.1, { decimals: 1 })).toEqual([]);
  expect(auditGrowth([5], 0.1, { decimals: 1 })).toEqual([]);
  expect(auditGrowth([], 0.1, { decimals: 1 })).toEqual([]);
});

test.each([
  [0.203849, 2, '20.38'],
  [0.01005, 2, '1.01'],
  [-0.01005, 2, '-1.01'],
  [-0.00001, 2, '0.00'],
  [2.6436, 0, '264'],
  [0.155, 0, '16'],
])('%p to %p decimals of a percent is %p', (rate, decimals, text) => {
  expect(percentText(rate, decimals)).toBe(text);
});
