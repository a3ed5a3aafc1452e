import { checkRows } from '../../../src/domain/commission-check/check';
import { expectedOf, LAYOUTS, requestOf, submitted, type Layout } from './harness';
import { INJECTIONS, PAIRS, type Injection } from './mistakes';
import { kindOf, runSheet, runWholeSheet, Scores } from './scores';
import { randomOf, randomWorld, rightPay } from './world';

/* Mistakes are made by hand (mistakes.ts) in sheets that are right by exact fractions (exact.ts); the checker has to
   name each one. Where two mistakes come to the same 分, only the one that was made counts as named. */

/** How an amount is rounded is a habit of a whole sheet; single rows can't tell one habit from another. */
const HABITS: readonly string[] = [
  'rounded-half-even',
  'rounded-down',
  'rounded-to-yuan',
  'rounded-per-order',
];
const entries = Object.entries(INJECTIONS);
const singles = entries.filter(([kind]) => !HABITS.includes(kind));
/** Without the revenue an unknown order is only an unknown amount. */
const needRevenue: readonly string[] = ['order-of-other-person', 'revenue-above-orders'];
const pairs = PAIRS.map(([a, b, make]): [string, Injection] => [kindOf([a, b]), make]);

const sheet = (seed: number, layout: Layout) => ({
  world: randomWorld(seed, { people: 30, months: 6 }),
  random: randomOf(seed * 31 + layout.length),
  right: rightPay,
});

test.each(Object.keys(LAYOUTS) as Layout[])('names the mistake that was made: %s', (layout) => {
  const kinds = singles.filter(([kind]) => layout !== 'pay alone' || !needRevenue.includes(kind));
  const scores = new Scores();
  for (let seed = 1; seed <= 14; seed++) runSheet({ ...sheet(seed, layout), layout }, kinds, scores);
  expect(scores.accused).toBe(0);
  expect(scores.rightRows).toBeGreaterThan(900);
  expect([...scores.byKind.keys()].sort()).toEqual(kinds.map(([kind]) => kind).sort());
  expect(scores.below(0.95)).toEqual([]);
  expect(scores.share).toBeGreaterThan(0.985);
});

test.each(HABITS)('names the habit of a whole sheet: %s', (habit) => {
  const scores = new Scores();
  for (let seed = 1; seed <= 12; seed++) {
    const make = INJECTIONS[habit as keyof typeof INJECTIONS];
    const world = randomWorld(seed, { people: 25, months: 6 });
    if (make) runWholeSheet({ world, random: randomOf(seed), right: rightPay }, [habit, make], scores);
  }
  expect(scores.accused).toBe(0);
  expect(scores.byKind.get(habit)?.made).toBeGreaterThan(10);
  expect(scores.below(0.95)).toEqual([]);
});

test('names two mistakes made together', () => {
  const scores = new Scores();
  for (let seed = 100; seed < 108; seed++) {
    runSheet({ ...sheet(seed, 'all columns'), layout: 'all columns' }, pairs, scores);
  }
  expect(scores.accused).toBe(0);
  expect(scores.share).toBeGreaterThan(0.95);
});

test('does not blame a single row of 10,000 right ones', () => {
  let rows = 0;
  for (let seed = 200; rows < 10_000; seed++) {
    const world = randomWorld(seed, { people: 40, months: 12 });
    const right = world.people.flatMap((person) =>
      Array.from({ length: world.months }, (_, month) =>
        submitted(person, month, rightPay(world, person, month), 'all columns'),
      ),
    );
    const checked = checkRows(right, expectedOf(requestOf(world)));
    expect(checked.filter(({ verdict }) => verdict !== 'right')).toEqual([]);
    rows += right.length;
  }
});

test('leaves amounts unexplained that no usual mistake makes', () => {
  let [changed, named] = [0, 0];
  for (let seed = 300; seed < 303; seed++) {
    const world = randomWorld(seed, { people: 30, months: 6 });
    const random = randomOf(seed);
    const rows = world.people.flatMap((person) =>
      Array.from({ length: world.months }, (_, month) => {
        const right = rightPay(world, person, month);
        const pay = right.pay + 1777 + random(100_000);
        return submitted(person, month, { ...right, pay }, 'all columns');
      }),
    );
    for (const { verdict } of checkRows(rows, expectedOf(requestOf(world)))) {
      changed++;
      if (verdict === 'explained') named++;
    }
  }
  expect(named / changed).toBeLessThan(0.01);
});
