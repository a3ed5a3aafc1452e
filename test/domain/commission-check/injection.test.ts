import { checkRows, type SubmittedRow } from '../../../src/domain/commission-check/check';
import { expectedOf, LAYOUTS, requestOf, submitted, type Layout } from './harness';
import { changesPay, INJECTIONS, PAIRS, type Injection, type Row } from './mistakes';
import { randomOf, randomWorld, rightPay, type Pay } from './world';

/* Mistakes are made by hand (mistakes.ts) in sheets that are right by exact fractions (exact.ts); the checker has to
   name each one. Where two mistakes come to the same 分, only the one that was made counts as named. */

interface Score {
  made: number;
  named: number;
  readonly instead: Map<string, number>;
}

class Scores {
  readonly byKind = new Map<string, Score>();
  rightRows = 0;
  accused = 0;

  add(kind: string, named: string): void {
    const score = this.byKind.get(kind) ?? { made: 0, named: 0, instead: new Map<string, number>() };
    this.byKind.set(kind, score);
    score.made++;
    if (named === kind) score.named++;
    else score.instead.set(named, (score.instead.get(named) ?? 0) + 1);
  }

  get share(): number {
    const all = [...this.byKind.values()];
    return all.reduce((sum, { named }) => sum + named, 0) / all.reduce((sum, { made }) => sum + made, 0);
  }

  /** The kinds that were named less often than that, with what was named instead. */
  below(least: number): string[] {
    return [...this.byKind]
      .filter(([, { made, named }]) => named / made < least)
      .map(([kind, { made, named, instead }]) => {
        const others = [...instead].map(([other, count]) => `${other} ${count}`).join(', ');
        return `${kind} ${named}/${made} (${others})`;
      });
  }
}

const kindOf = (codes: readonly string[]): string => [...codes].sort().join('+');

type Kinds = readonly (readonly [string, Injection])[];

/** Mistakes that few rows can have are made in every second of these rows. */
const RARE: readonly string[] = ['boundary', 'refund-added', 'refund-left-out'];

function injectionFor(row: Row, kinds: Kinds): readonly [string, Pay] | null {
  const made = (kind: string, make: Injection): readonly [string, Pay] | null => {
    const wrong = make(row);
    return wrong !== null && changesPay(row, wrong) ? [kind, wrong] : null;
  };
  const rare = kinds.filter(([kind]) => RARE.includes(kind));
  for (const [kind, make] of row.random(2) === 0 ? rare : []) {
    const found = made(kind, make);
    if (found) return found;
  }
  const [kind, make] = kinds[row.random(2 * kinds.length)] ?? [];
  return kind !== undefined && make ? made(kind, make) : null;
}

/** Makes one mistake in about half of the rows of a sheet, another one each time. */
function runSheet(seed: number, layout: Layout, kinds: Kinds, scores: Scores): void {
  const world = randomWorld(seed, { people: 30, months: 6 });
  const random = randomOf(seed * 31 + layout.length);
  const rows: SubmittedRow[] = [];
  const made: (string | null)[] = [];
  for (const person of world.people) {
    for (let month = 0; month < world.months; month++) {
      const injected = injectionFor({ world, person, month, random }, kinds);
      rows.push(submitted(person, month, injected?.[1] ?? rightPay(world, person, month), layout));
      made.push(injected?.[0] ?? null);
    }
  }
  checkRows(rows, expectedOf(requestOf(world))).forEach(({ verdict, explanations }, index) => {
    const kind = made[index] ?? null;
    if (kind === null) {
      scores.rightRows++;
      if (verdict !== 'right') scores.accused++;
    } else {
      const codes = explanations[0]?.mistakes.map(({ code }) => code) ?? ['none'];
      scores.add(kind, kindOf(codes));
    }
  });
}

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

test.each(Object.keys(LAYOUTS) as Layout[])('names the mistake that was made: %s', (layout) => {
  const kinds = singles.filter(([kind]) => layout !== 'pay alone' || !needRevenue.includes(kind));
  const scores = new Scores();
  for (let seed = 1; seed <= 14; seed++) runSheet(seed, layout, kinds, scores);
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
    if (make) runWholeSheet(seed, [habit, make], scores);
  }
  expect(scores.accused).toBe(0);
  expect(scores.byKind.get(habit)?.made).toBeGreaterThan(10);
  expect(scores.below(0.95)).toEqual([]);
});

function runWholeSheet(seed: number, [habit, make]: readonly [string, Injection], scores: Scores): void {
  const world = randomWorld(seed, { people: 25, months: 6 });
  const random = randomOf(seed);
  const rows: SubmittedRow[] = [];
  const wrong: boolean[] = [];
  for (const person of world.people) {
    for (let month = 0; month < world.months; month++) {
      const row = { world, person, month, random };
      const pay = make(row) ?? rightPay(world, person, month);
      rows.push(submitted(person, month, pay, 'all columns'));
      wrong.push(changesPay(row, pay));
    }
  }
  checkRows(rows, expectedOf(requestOf(world))).forEach(({ verdict, explanations }, index) => {
    if (wrong[index]) {
      scores.add(habit, kindOf(explanations[0]?.mistakes.map(({ code }) => code) ?? ['none']));
    } else {
      scores.rightRows++;
      if (verdict !== 'right') scores.accused++;
    }
  });
}

test('names two mistakes made together', () => {
  const scores = new Scores();
  for (let seed = 100; seed < 108; seed++) runSheet(seed, 'all columns', pairs, scores);
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
