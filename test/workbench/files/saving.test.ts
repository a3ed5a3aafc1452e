import { FileError, openFile, saveFile } from '../../../src/workbench/files';
import { defaultLimits } from '../../../src/workbench/files/limits';
import { createWorkbook } from '../../../src/workbench/model/index';

const rows = Array.from({ length: 400 }, (_, row) => [`客户${row}`, row, `=B${row + 1}*2`]);

function workbook(): ReturnType<typeof createWorkbook> {
  const book = createWorkbook({ name: '台账.xlsx' });
  book.sheets[0]!.setInputs({ row: 0, column: 0 }, rows);
  book.addSheet('另一张').setInputs({ row: 0, column: 0 }, rows);
  return book;
}

async function reopened(): Promise<ReturnType<typeof createWorkbook>> {
  const { bytes } = await saveFile(workbook());
  const { workbook: book } = await openFile(bytes, '台账.xlsx');
  book.sheets[0]!.setInputs({ row: 3, column: 0 }, [['改过']]);
  return book;
}

test.each([
  ['anew', () => Promise.resolve(workbook())],
  ['over the opened file', reopened],
])('saving %s tells how far it is, forwards only', async (_, make) => {
  const shares: number[] = [];
  await saveFile(await make(), { onProgress: (done) => shares.push(done) });
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.length).toBeGreaterThan(10);
  expect(shares[0]).toBeGreaterThanOrEqual(0);
  expect(shares.at(-1)).toBeGreaterThan(0.9);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

test('saving lets others have their turn many times within a sheet', async () => {
  let turns = 0;
  await saveFile(workbook(), {
    breathe: () => {
      turns++;
      return Promise.resolve();
    },
  });
  expect(turns).toBeGreaterThan(2 * (rows.length / 100));
});

test.each([0, 0.4, 0.9])(
  'a saving that is ended at %d comes to nothing and leaves the workbook as it was',
  async (at) => {
    const book = await reopened();
    const before = JSON.stringify(book.snapshot());
    const stop = new AbortController();
    const saving = saveFile(book, {
      signal: stop.signal,
      onProgress: (done) => {
        if (done >= at) stop.abort();
      },
    });
    await expect(saving).rejects.toEqual(new FileError('cancelled'));
    expect(JSON.stringify(book.snapshot())).toBe(before);
  },
);

test('a sheet that is too long to be opened again is named, and saved all the same', async () => {
  const book = createWorkbook({ name: '台账.xlsx' });
  const long = 'x'.repeat(8000);
  book.sheets[0]!.setInputs(
    { row: 0, column: 0 },
    Array.from({ length: 100 }, (_, row) => [`="${row}${long}"`]),
  );
  const { bytes, warnings } = await saveFile(book, { limits: { ...defaultLimits, partBytes: 500_000 } });
  expect(warnings).toEqual([
    { code: 'too-big-to-open', details: { sheet: book.sheets[0]!.name, megabytes: 2 } },
  ]);
  expect((await openFile(bytes, '台账.xlsx')).workbook.sheets[0]!.value(99, 0)).toBe(`99${long}`);
});
