import { read, utils, write } from '@e965/xlsx';
import { readXlsx, writeXlsx } from 'hucre/xlsx';

import { openFile, saveWorkbook } from '../../src/workbench/files';
import { createWorkbook } from '../../src/workbench/model';
import { print, random } from './measure';

const ROWS = 200_000;
const ROUNDS = 3;

/** Reading and writing a sheet of 200,000 × 7: ours with the whole workbook model, against the libraries alone. */
export async function run(): Promise<void> {
  const rows = table();
  const workbook = createWorkbook({ name: 'bench.xlsx' });
  workbook.activeSheet.setValues({ row: 0, column: 0 }, rows);
  const bytes = await saveWorkbook(workbook);
  print(
    `read ${ROWS.toLocaleString()} × 7 (${(bytes.length / 1e6).toFixed(1)} MB)`,
    await medians([
      ['ours, into the workbook', () => openFile(bytes, 'bench.xlsx')],
      ['hucre alone', () => readXlsx(bytes, { readStyles: true })],
      ['SheetJS alone', () => read(bytes, { type: 'array', cellStyles: true, cellNF: true, dense: true })],
    ]),
  );
  print(
    `write ${ROWS.toLocaleString()} × 7`,
    await medians([
      ['ours, from the workbook', () => saveWorkbook(workbook)],
      ['hucre alone', () => writeXlsx({ sheets: [{ name: 'Sheet1', rows }] })],
      [
        'SheetJS alone',
        () => {
          const book = utils.book_new();
          utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { dense: true }), 'Sheet1');
          return write(book, { type: 'array', bookType: 'xlsx', compression: true }) as unknown;
        },
      ],
    ]),
  );
}

function table(): (string | number)[][] {
  const next = random(7);
  return Array.from({ length: ROWS }, (_, row) => [
    `DD${20_240_000 + row}`,
    45_292 + next(480),
    `客户${next(5000)}`,
    `经理${next(60)}`,
    ['专线', '云主机', '短信', '物联网卡'][next(4)] ?? '',
    1 + next(20),
    next(10_000_000) / 100,
  ]);
}

type Contender = readonly [string, () => unknown];

/** As the other benches, for work that takes its time to answer. */
async function medians(contenders: readonly Contender[]): Promise<Map<string, number>> {
  const times = new Map(contenders.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, work] of contenders) {
      const start = performance.now();
      await work();
      times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map(
    [...times].map(([name, all]) => [name, all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN]),
  );
}
