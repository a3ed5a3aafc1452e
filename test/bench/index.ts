/** `npm run bench [name …]`: each bench prints its figures as ratios against peers in the same run. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

const NOT_BENCHES = new Set(['index.ts', 'measure.ts']);

async function main(wanted: readonly string[]): Promise<void> {
  const names = readdirSync(__dirname)
    .filter((file) => file.endsWith('.ts') && !NOT_BENCHES.has(file))
    .map((file) => path.basename(file, '.ts'));
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`No bench "${unknown}". There are: ${names.join(', ')}`);
  // tsx gives every function its name and every export a getter: what is shipped, bundled, has neither.
  console.log('Run through tsx: hot code takes about 1.6 times as long as in the bundles that people run.');
  for (const name of wanted.length > 0 ? wanted : names) {
    const bench = (await import(`./${name}.ts`)) as { run(): void | Promise<void> };
    console.log(`\n# ${name}`);
    await bench.run();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
