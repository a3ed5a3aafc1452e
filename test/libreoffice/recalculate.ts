import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { parseFile } from '../../src/workbench/files/parse';
import { compareFormulas } from './compare';
import { convert, findOffice } from './office';

/**
 * Recalculates workbooks in LibreOffice and compares every formula's value with the one it was saved with.
 * Without arguments it first builds the summary from each sample workbook through the command line.
 */
const run = promisify(execFile);
const shownDifferences = 20;

async function main(files: readonly string[]): Promise<number> {
  const office = findOffice();
  if (office === null) {
    console.error(
      'LibreOffice is not installed (no soffice on the PATH). Install it, or name it in SOFFICE.',
    );
    return 2;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'recalculated-'));
  try {
    const books = files.length > 0 ? files : await builtSamples(folder);
    let passed = 0;
    let failed = 0;
    for (const book of books) {
      const result = await recalculate(office, book, path.join(folder, 'recalculated'));
      for (const { cell, formula, saved, recalculated } of result.differences.slice(0, shownDifferences)) {
        console.log(`${cell}: saved ${saved}, recalculated ${recalculated}   ${formula}`);
      }
      const more = result.differences.length - shownDifferences;
      if (more > 0) console.log(`… and ${more} more`);
      console.log(`${path.basename(book)}: ${result.passed} passed, ${result.differences.length} failed`);
      passed += result.passed;
      failed += result.differences.length;
    }
    console.log(`${passed} passed, ${failed} failed`);
    if (passed + failed === 0) console.error('No formula was found to compare.');
    return failed > 0 || passed === 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function recalculate(office: string, book: string, folder: string) {
  const made = await convert(office, book, 'xlsx', folder);
  const [saved, recalculated] = await Promise.all(
    [book, made].map(async (file) => parseFile(new Uint8Array(await readFile(file)), path.basename(file))),
  );
  if (saved === undefined || recalculated === undefined) throw new Error(`${book} could not be read.`);
  return compareFormulas(saved, recalculated);
}

async function builtSamples(folder: string): Promise<string[]> {
  const samples = (await readdir('assets')).filter((name) => /^sample-.*\.xlsx$/.test(name));
  if (samples.length === 0) throw new Error('There is no sample workbook in assets/.');
  const built: string[] = [];
  for (const sample of samples) {
    const output = path.join(folder, `monthly-summary-${sample}`);
    const locale = sample.includes('zh') ? 'zh-CN' : 'en';
    const args = [
      'run',
      '-s',
      'daybook',
      '--',
      'build',
      'monthly-summary',
      path.join('assets', sample),
      '-o',
      output,
      '--locale',
      locale,
    ];
    await run('npm', args, { timeout: 300_000 }).catch((error: unknown) => {
      // Exit 1 means "done, with findings".
      if ((error as { code?: unknown }).code !== 1) throw error;
    });
    built.push(output);
  }
  return built;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  },
);
