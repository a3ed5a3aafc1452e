import { checkRows } from '../../../src/domain/commission-check/check';
import { CREDITED, CREDITED_HABITS, rightCredited } from './credited';
import { expectedOf, requestOf, submitted } from './harness';
import { runSheet, runWholeSheet, Scores } from './scores';
import { randomOf, randomWorld, type Credit } from './world';

/* As injection.test.ts, for plans that hold each sale by itself, or a running total, against the tiers. */

const CREDITS: readonly Credit[] = ['sale', 'quarter-to-date', 'year-to-date'];

const sheet = (seed: number, credit: Credit) => ({
  world: randomWorld(seed, { people: 20, months: 6 }, credit),
  random: randomOf(seed * 37),
  right: rightCredited,
});

const ways = CREDITS.flatMap((credit) =>
  (['all columns', 'pay alone'] as const).map((layout) => [credit, layout] as const),
);

test.each(ways)('names the mistake that was made: %s, %s', (credit, layout) => {
  const foreign = credit === 'sale' ? 'total-ignored' : 'sum-for-each';
  const kinds = Object.entries(CREDITED).filter(([kind]) => kind !== foreign);
  const scores = new Scores();
  for (let seed = 1; seed <= 14; seed++) runSheet({ ...sheet(seed, credit), layout }, kinds, scores);
  expect(scores.accused).toBe(0);
  expect(scores.rightRows).toBeGreaterThan(600);
  expect([...scores.byKind.keys()].sort()).toEqual(kinds.map(([kind]) => kind).sort());
  expect(scores.below(0.95)).toEqual([]);
  expect(scores.share).toBeGreaterThan(0.975);
});

test.each(CREDITS)('names the habit of a whole sheet: %s', (credit) => {
  for (const habit of Object.entries(CREDITED_HABITS)) {
    const scores = new Scores();
    for (let seed = 1; seed <= 4; seed++) runWholeSheet(sheet(seed, credit), habit, scores);
    expect(scores.accused).toBe(0);
    expect(scores.below(0.95)).toEqual([]);
    expect(scores.byKind.get(habit[0])?.made).toBeGreaterThan(10);
  }
});

test.each(CREDITS)('does not blame right rows: %s', (credit) => {
  for (let seed = 50; seed < 56; seed++) {
    const world = randomWorld(seed, { people: 30, months: 12 }, credit);
    const right = world.people.flatMap((person) =>
      Array.from({ length: world.months }, (_, month) =>
        submitted(person, month, rightCredited(world, person, month), 'all columns'),
      ),
    );
    const checked = checkRows(right, expectedOf(requestOf(world)));
    expect(checked.filter(({ verdict }) => verdict !== 'right')).toEqual([]);
  }
});
