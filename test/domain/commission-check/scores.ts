/* How often the checker names the mistake that was made, and whether it blames a row that is right. */
import { checkRows, type SubmittedRow } from '../../../src/domain/commission-check/check';
import { expectedOf, requestOf, submitted, type Layout } from './harness';
import type { Injection, Row } from './mistakes';
import type { Pay, Random, World } from './world';

interface Score {
  made: number;
  named: number;
  readonly instead: Map<string, number>;
}

export class Scores {
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

export const kindOf = (codes: readonly string[]): string => [...codes].sort().join('+');

export type Kinds = readonly (readonly [string, Injection])[];

/** Mistakes that few rows can have are made in every second of these rows. */
const RARE: readonly string[] = ['boundary', 'refund-added', 'refund-left-out'];

function injectionFor(row: Row, right: Pay, kinds: Kinds): readonly [string, Pay] | null {
  const made = (kind: string, make: Injection): readonly [string, Pay] | null => {
    const wrong = make(row);
    return wrong !== null && wrong.pay !== right.pay ? [kind, wrong] : null;
  };
  const rare = kinds.filter(([kind]) => RARE.includes(kind));
  for (const [kind, make] of row.random(2) === 0 ? rare : []) {
    const found = made(kind, make);
    if (found) return found;
  }
  const [kind, make] = kinds[row.random(2 * kinds.length)] ?? [];
  return kind !== undefined && make ? made(kind, make) : null;
}

export interface Sheet {
  readonly world: World;
  readonly random: Random;
  /** What a row says that is right. */
  readonly right: (world: World, person: string, month: number) => Pay;
}

/** Makes one mistake in about half of the rows of a sheet, another one each time. */
export function runSheet(
  { world, random, right, layout }: Sheet & { readonly layout: Layout },
  kinds: Kinds,
  scores: Scores,
): void {
  const rows: SubmittedRow[] = [];
  const made: (string | null)[] = [];
  for (const person of world.people) {
    for (let month = 0; month < world.months; month++) {
      const pay = right(world, person, month);
      const injected = injectionFor({ world, person, month, random }, pay, kinds);
      rows.push(submitted(person, month, injected?.[1] ?? pay, layout));
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

/** Makes the same mistake wherever it can be made. */
export function runWholeSheet(
  { world, random, right }: Sheet,
  [habit, make]: readonly [string, Injection],
  scores: Scores,
): void {
  const rows: SubmittedRow[] = [];
  const wrong: boolean[] = [];
  for (const person of world.people) {
    for (let month = 0; month < world.months; month++) {
      const row = { world, person, month, random };
      const due = right(world, person, month);
      const pay = make(row) ?? due;
      rows.push(submitted(person, month, pay, 'all columns'));
      wrong.push(pay.pay !== due.pay);
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
