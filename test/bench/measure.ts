import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

/** Median milliseconds of each contender. They take turns, so that a busy moment of the machine hits all alike. */
export function medians(contenders: readonly Contender[], rounds: number): Map<string, number> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of contenders) {
      // What the one before has left behind is not this one's to clear away.
      collectGarbage();
      const start = performance.now();
      run();
      // The first round only warms up the compiler.
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Prints each time, and how it stands to the first. */
export function print(title: string, times: ReadonlyMap<string, number>): void {
  const [first = NaN] = times.values();
  console.log(title);
  for (const [name, time] of times) {
    console.log(`  ${name.padEnd(44)} ${time.toFixed(1).padStart(9)} ms  × ${(time / first).toFixed(2)}`);
  }
}

/** A small seeded generator of whole numbers below a limit: the same data in every run. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
