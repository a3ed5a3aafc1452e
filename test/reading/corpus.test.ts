import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bookGridOf } from '../../src/cli/grid';
import { scanResult } from '../../src/cli/scan';
import { readBook } from '../../src/reading';
import { openWorkbook } from '../../src/workbench/files';

/* Workbooks that people keep, labelled by hand, stand outside the repository: DAYBOOK_CORPUS says where. */
const corpus = process.env.DAYBOOK_CORPUS;

interface Counts {
  readonly [name: string]: number;
}

function percent(counts: Counts, right: string, all: string): number {
  return (100 * (counts[right] ?? 0)) / (counts[all] ?? 1);
}

async function score(folder: string): Promise<Counts> {
  const labels = JSON.parse(readFileSync(path.join(folder, 'labels.json'), 'utf8')) as { file: string }[];
  const results = [];
  for (const file of new Set(labels.map((label) => label.file))) {
    const workbook = await openWorkbook(readFileSync(path.join(folder, file)), path.basename(file));
    for (const { name, tables } of scanResult(readBook(bookGridOf(workbook)), 'en', true).sheets) {
      results.push({ file, sheet: name, tables });
    }
  }
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'daybook-'));
  try {
    const found = path.join(scratch, 'results.json');
    writeFileSync(found, JSON.stringify(results));
    const printed = execFileSync(
      process.execPath,
      [path.join(folder, 'score.mjs'), path.join(folder, 'labels.json'), found, '--json'],
      { encoding: 'utf8' },
    );
    return (JSON.parse(printed) as { counts: Counts }).counts;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

(corpus === undefined ? test.skip : test)(
  'the labelled corpus is understood',
  async () => {
    const counts = await score(corpus ?? '');
    expect(percent(counts, 'role', 'roleN')).toBeGreaterThanOrEqual(97);
    expect(percent(counts, 'hdr', 'hdrN')).toBeGreaterThanOrEqual(98);
    expect(percent(counts, 'rows', 'rowsN')).toBeGreaterThanOrEqual(97);
    const { tp = 0, fp = 0, fn = 0, silent = 0 } = counts;
    expect(tp / (tp + fp)).toBeGreaterThanOrEqual(0.98);
    expect(tp / (tp + fn)).toBeGreaterThanOrEqual(0.93);
    expect(silent / (tp + fn)).toBeLessThanOrEqual(0.01);
    expect(percent(counts, 'probe', 'probeN')).toBeGreaterThanOrEqual(99);
    expect(percent(counts, 'sum', 'sumN')).toBeGreaterThanOrEqual(98);
  },
  300_000,
);
