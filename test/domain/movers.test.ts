import fc from 'fast-check';
import { addMovements, contributions, movements, type Mover } from '../../src/domain/movers';

const item = (q0: number | null, c0: number, q1: number | null, c1: number): Mover => ({
  before: { quantity: q0, cents: c0 },
  now: { quantity: q1, cents: c1 },
});

test('a shift to the dearer product is mix, a rise of all volume, a new price price', () => {
  expect(
    movements([item(10, 1000, 20, 2000), item(10, 5000, 20, 10000)]).map(({ volume }) => volume),
  ).toEqual([1000, 5000]);
  const shift = addMovements(movements([item(10, 1000, 5, 500), item(10, 5000, 15, 7500)]));
  expect(shift).toEqual({ change: 2000, volume: 0, mix: 2000, price: 0, other: 0 });
  const dearer = addMovements(movements([item(10, 1000, 10, 1100), item(10, 5000, 10, 5500)]));
  expect(dearer).toEqual({ change: 600, volume: 0, mix: 0, price: 600, other: 0 });
});

test('new, gone and unquantified items stand apart and do not disturb the others', () => {
  const alone = movements([item(10, 1000, 12, 1500)]);
  const [first, ...others] = movements([
    item(10, 1000, 12, 1500),
    item(0, 0, 5, 700),
    item(4, 900, 0, 0),
    item(null, 100, null, 150),
    item(3, -30, -1, 10),
  ]);
  expect(first).toEqual(alone[0]);
  expect(others.map(({ other }) => other)).toEqual([700, -900, 50, 40]);
});

test('the parts of every item add up to its change, and volume and mix are what their definitions say', () => {
  const quantity = fc.option(fc.integer({ min: -5, max: 5000 }), { nil: null });
  const cents = fc.integer({ min: -1e9, max: 1e9 });
  const items = fc.array(fc.tuple(quantity, cents, quantity, cents), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(items, (given) => {
      const movers = given.map((each) => item(...each));
      const parts = movements(movers);
      const comparable = movers.filter(
        ({ before, now }) => (before.quantity ?? 0) > 0 && (now.quantity ?? 0) > 0,
      );
      const sum = (of: (mover: Mover) => number): number =>
        comparable.reduce((all, mover) => all + of(mover), 0);
      const grown = sum(({ now }) => now.quantity ?? 0) / sum(({ before }) => before.quantity ?? 0);
      parts.forEach(({ change, volume, mix, price, other }, index) => {
        const mover = movers[index];
        if (!mover) return;
        expect(change).toBe(mover.now.cents - mover.before.cents);
        expect(volume + mix + price + other).toBe(change);
        if (!comparable.includes(mover)) return expect(other).toBe(change);
        const own = (mover.now.quantity ?? 0) / (mover.before.quantity ?? 1);
        expect(Math.abs(volume - mover.before.cents * (grown - 1))).toBeLessThan(0.51);
        expect(Math.abs(mix - mover.before.cents * (own - grown))).toBeLessThan(0.51);
      });
    }),
  );
});

test('contributions add up to the growth of the whole', () => {
  expect(contributions([100, 100], [130, 90])).toEqual([0.15, -0.05]);
  expect(contributions([0, 0], [130, 90])).toEqual([null, null]);
});
