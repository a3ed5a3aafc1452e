import { checkRows, type SubmittedRow } from '../../../src/domain/commission-check/check';
import { expectedOf, LAYOUTS, requestOf, submitted, type Layout } from './harness';
import { changesPay, INJECTIONS, PAIRS, type Injection } from './mistakes';
import { randomOf, randomWorld, rightPay } from './world';

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

  report(): string {
    return [...this.byKind]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, { made, named, instead }]) => {
        const others = [...instead].map(([other, count]) => `${other} ${count}`).join(', ');
        return `${kind} ${named}/${made}${others && ` (${others})`}`;
      })
      .join('\n');
  }
}

const kindOf = (codes: readonly string[]): string => [...codes].sort().join('+');

/** Makes one mistake in about half of the rows of a sheet, another one each time. */
function runSheet(seed: number, layout: Layout, kinds: readonly [string, Injection][], scores: Scores): void {
  const world = randomWorld(seed, { people: 30, months: 6 });
  const random = randomOf(seed * 31 + layout.length);
  const rows: SubmittedRow[] = [];
  const made: (string | null)[] = [];
  for (const person of world.people) {
    for (let month = 0; month < world.months; month++) {
      const row = { world, person, month, random };
      const [kind, make] = kinds[random(2 * kinds.length)] ?? [null, null];
      const wrong = make?.(row) ?? null;
      const injected = wrong !== null && changesPay(row, wrong);
      rows.push(submitted(person, month, injected ? wrong : rightPay(world, person, month), layout));
      made.push(injected ? kind : null);
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

const singles = Object.entries(INJECTIONS);
/** Without the revenue an unknown order is only an unknown amount. */
const needRevenue: readonly string[] = ['order-of-other-person', 'revenue-above-orders'];
const pairs = PAIRS.map(([a, b, make]): [string, Injection] => [kindOf([a, b]), make]);

test.each(Object.keys(LAYOUTS) as Layout[])('names the mistake that was made, %s', (layout) => {
  const kinds = singles.filter(([kind]) => layout !== 'pay alone' || !needRevenue.includes(kind));
  const scores = new Scores();
  for (let seed = 1; seed <= 40; seed++) runSheet(seed, layout, kinds, scores);
  console.log(layout + '\n' + scores.report(), scores.share, scores.rightRows);
  expect(scores.accused).toBe(0);
  expect(scores.rightRows).toBeGreaterThan(3000);
  expect(scores.share).toBeGreaterThan(0.97);
  for (const [kind, { named, made }] of scores.byKind) {
    expect([kind, named / made >= 0.95]).toEqual([kind, true]);
  }
});

test('names two mistakes made together', () => {
  const scores = new Scores();
  for (let seed = 100; seed < 130; seed++) runSheet(seed, 'all columns', pairs, scores);
  console.log(scores.report());
  expect(scores.accused).toBe(0);
  expect(scores.share).toBeGreaterThan(0.95);
});
