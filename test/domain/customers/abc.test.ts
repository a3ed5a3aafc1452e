import fc from 'fast-check';
import {
  ABC_CUTS,
  classifyAbc,
  concentration,
  topCount,
  type AbcCuts,
} from '../../../src/domain/customers/abc';
import { centsOf } from '../../../src/domain/money';
import { loadCases } from '../../cases/load';

interface Case {
  readonly amounts: readonly number[];
  readonly cuts: AbcCuts;
  readonly classes: readonly (string | null)[];
}

test.each(loadCases<Case>('customers/abc'))('%s', (_name, { amounts, cuts, classes }) => {
  expect(classifyAbc(amounts.map(centsOf), cuts).classes).toEqual(classes);
});

test.each([[{ a: 0, b: 0.9 }], [{ a: 0.9, b: 0.8 }], [{ a: 0.8, b: 1.01 }], [{ a: NaN, b: 1 }]])(
  'cuts %p are refused',
  (cuts) => {
    expect(() => classifyAbc([1], cuts)).toThrow('abc-cuts');
  },
);

const amounts = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), {
  minLength: 1,
  maxLength: 60,
});

test('A reaches its cut with as few as possible, whatever the order of the customers', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 99 }), (cents, percent) => {
      const total = cents.reduce((sum, amount) => sum + amount, 0);
      fc.pre(total > 0);
      const { classes } = classifyAbc(cents, { a: percent / 100, b: 1 });
      const a = cents.filter((_, i) => classes[i] === 'A');
      const sum = a.reduce((all, amount) => all + amount, 0);
      expect(sum * 100).toBeGreaterThanOrEqual(total * percent);
      const least = Math.min(...a);
      const without = a.filter((amount) => amount > least).reduce((all, amount) => all + amount, 0);
      expect(without * 100).toBeLessThan(total * percent);
      const turned = classifyAbc([...cents].reverse(), { a: percent / 100, b: 1 });
      expect([...turned.classes].reverse()).toEqual(classes);
    }),
  );
});

test('what larger customers make is their sum', () => {
  fc.assert(
    fc.property(amounts, (cents) => {
      const { before, total } = classifyAbc(cents);
      expect(total).toBe(cents.reduce((sum, amount) => sum + amount, 0));
      cents.forEach((own, i) =>
        expect(before[i]).toBe(cents.filter((other) => other > own).reduce((sum, other) => sum + other, 0)),
      );
    }),
  );
});

test('20/80: the largest parts and what they make', () => {
  expect(concentration([100, 300, 50, 500, 50], 5)).toEqual([
    { customers: 0.2, amount: 0.5 },
    { customers: 0.4, amount: 0.8 },
    { customers: 0.6, amount: 0.9 },
    { customers: 0.8, amount: 0.95 },
    { customers: 1, amount: 1 },
  ]);
  expect(concentration([0, -1], 5)).toEqual([]);
  expect([topCount(7, 1, 5), topCount(10, 1, 5), topCount(1, 1, 5)]).toEqual([2, 2, 1]);
});

test('amounts that together pass what a number holds are refused', () => {
  expect(() => classifyAbc([9e15, 9e15], ABC_CUTS)).toThrow('money-too-large');
});
