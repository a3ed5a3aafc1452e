import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { run as daybook } from '../../src/cli/main';
import { EXIT } from '../../src/cli/output';
import { catalog, type TemplateId } from '../../src/templates/catalog';
import type { FileContents } from '../../src/workbench/files/contents';
import { parseFile } from '../../src/workbench/files/parse';
import { compareFormulas } from './compare';
import { convert, findOffice } from './office';
import { payDifferences, randomPays } from './pays';
import { domainDifferences, randomSummaries, type RandomSummary } from './summaries';

/**
 * Recalculates workbooks in LibreOffice and compares every formula's value with the one it was saved with.
 * Without arguments it first builds every template from the sample workbooks through the command line.
 */
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
    const summaries = files.length > 0 ? [] : await builtSummaries(folder);
    const pays = files.length > 0 ? [] : await builtPays(folder);
    const books =
      files.length > 0
        ? files
        : [...(await builtSamples(folder)), ...summaries.map(({ file }) => file), ...pays];
    let passed = 0;
    let failed = 0;
    const recalculated = await convert(office, books, 'xlsx', path.join(folder, 'recalculated'));
    for (const [index, book] of books.entries()) {
      const result = await compared(book, recalculated[index] ?? '');
      for (const { cell, formula, saved, recalculated: now } of result.differences.slice(
        0,
        shownDifferences,
      )) {
        console.log(`${cell}: saved ${saved}, recalculated ${now}   ${formula}`);
      }
      const more = result.differences.length - shownDifferences;
      if (more > 0) console.log(`… and ${more} more`);
      console.log(`${path.basename(book)}: ${result.passed} passed, ${result.differences.length} failed`);
      passed += result.passed;
      failed += result.differences.length;
    }
    const domains = [
      ...summaries.map((summary) => ({
        book: summary.file,
        check: (contents: FileContents) => domainDifferences(contents, summary),
      })),
      ...pays.map((book) => ({ book, check: payDifferences })),
    ];
    for (const { book, check } of domains) {
      for (const file of [book, recalculated[books.indexOf(book)] ?? '']) {
        const result = check(await parsed(file));
        for (const difference of result.differences.slice(0, shownDifferences)) console.log(difference);
        console.log(
          `${path.basename(file)} against the domain: ${result.passed} passed, ${result.differences.length} failed`,
        );
        passed += result.passed;
        failed += result.differences.length;
      }
    }
    console.log(`${passed} passed, ${failed} failed`);
    if (passed + failed === 0) console.error('No formula was found to compare.');
    return failed > 0 || passed === 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compared(book: string, recalculated: string) {
  return compareFormulas(await parsed(book), await parsed(recalculated));
}

async function parsed(file: string): Promise<FileContents> {
  return parseFile(new Uint8Array(await readFile(file)), path.basename(file));
}

/** The monthly summary of random orders, to be compared with the domain as well. */
async function builtSummaries(folder: string): Promise<RandomSummary[]> {
  const built: RandomSummary[] = [];
  for (const summary of await randomSummaries(folder)) {
    const file = path.join(folder, `summary-of-${path.basename(summary.file)}`);
    const args = ['build', 'monthly-summary', summary.file, '-o', file, '--locale', 'zh-CN'];
    const code = await quietly(() => daybook(args));
    if (code !== EXIT.done && code !== EXIT.findings) throw new Error(`${summary.file} gave no summary.`);
    built.push({ ...summary, file });
  }
  return built;
}

/** Monthly pay by random plans, to be compared with the domain as well. */
async function builtPays(folder: string): Promise<string[]> {
  const built: string[] = [];
  for (const book of await randomPays(folder)) {
    const file = path.join(folder, `pay-of-${path.basename(book)}`);
    const code = await quietly(() =>
      daybook(['build', 'commission-sheet', book, '-o', file, '--locale', 'zh-CN']),
    );
    if (code !== EXIT.done && code !== EXIT.findings) throw new Error(`${book} gave no pay.`);
    built.push(file);
  }
  return built;
}

/** What has to be in the workbook before, since no rule is assumed. */
const BEFORE: Readonly<Record<string, TemplateId>> = {
  'commission-sheet': 'commission-plan',
  'commission-check': 'commission-plan',
};

/** Everything that can be built from the samples; what a template can't be built from is left out, but not everywhere. */
async function builtSamples(folder: string): Promise<string[]> {
  const samples = (await readdir('assets')).filter((name) => /^sample-.*\.xlsx$/.test(name));
  const built: string[] = [];
  const inTurn = [...catalog].sort((a, b) => Number(a.id in BEFORE) - Number(b.id in BEFORE));
  for (const { id } of inTurn) {
    const files: string[] = [];
    const before = BEFORE[id];
    for (const sample of samples) {
      const output = path.join(folder, `${id}-${sample}`);
      const locale = sample.includes('zh') ? 'zh-CN' : 'en';
      const input = before ? path.join(folder, `${before}-${sample}`) : path.join('assets', sample);
      const args = ['build', id, input, '-o', output, '--locale', locale];
      const code = await quietly(() => daybook(args));
      if (code === EXIT.done || code === EXIT.findings) files.push(output);
    }
    if (files.length < 2)
      throw new Error(`${id} was built from ${files.length} of ${samples.length} samples.`);
    built.push(...files);
  }
  return built;
}

/** The command line tells its findings; here only its answer counts. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
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
