import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { FileError, fileErrorSentence, openFile, saveWorkbook } from '../../../src/workbench/files';

/** Files that break readers, from a folder outside the repository: DAYBOOK_CORPUS names it. */
const corpus = process.env['DAYBOOK_CORPUS'];
const inCorpus = corpus === undefined ? describe.skip : describe;

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .flatMap((place) => (statSync(place).isDirectory() ? filesBelow(place) : [place]));
}

/** What this process holds of its own: the test runner keeps earlier tests' pages, so the process's size says nothing. */
function memoryInUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

inCorpus('files of others', () => {
  it('are read, or refused with a sentence, in bounded time and memory', async () => {
    const greedy: string[] = [];
    const slow: string[] = [];
    for (const file of filesBelow(path.join(corpus ?? '', 'torture'))) {
      const start = performance.now();
      const before = memoryInUse();
      try {
        const { workbook } = await openFile(new Uint8Array(readFileSync(file)), path.basename(file));
        expect(workbook.sheets.length).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof FileError)) throw new Error(`${file}: ${String(error)}`);
        expect(error.code).not.toBe('failed');
        expect(fileErrorSentence(error, 'zh-CN')).toMatch(/[一-龥]/);
      }
      if (performance.now() - start > 60_000) slow.push(file);
      if (memoryInUse() - before > 1e9) greedy.push(file);
    }
    expect({ slow, greedy }).toEqual({ slow: [], greedy: [] });
  }, 600_000);

  it('keep their values through saving and opening again', async () => {
    for (const file of filesBelow(path.join(corpus ?? '', 'real'))) {
      const { workbook } = await openFile(new Uint8Array(readFileSync(file)), path.basename(file));
      const again = await openFile(await saveWorkbook(workbook), path.basename(file));
      for (const sheet of workbook.sheets) {
        const used = sheet.usedArea(true);
        const other = again.workbook.sheet(sheet.name);
        if (used !== null) expect(other?.values(used)).toEqual(sheet.values(used));
      }
    }
  }, 300_000);
});
