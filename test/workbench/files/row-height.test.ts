import { unzipSync, strFromU8 } from 'fflate';
import { openFile, saveWorkbook } from '../../../src/workbench/files';
import { createWorkbook } from '../../../src/workbench/model';

/* Rows of wrapped text are as high as their text in the file, as Excel writes them; they stay free to grow. */

const heights = (bytes: Uint8Array): (number | null)[] => {
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<row [^>]*>/g)].map(([row]) => {
    const height = /\bht="([\d.]+)"/.exec(row)?.[1];
    return height === undefined ? null : Number(height);
  });
};

test('wrapped lines make a row higher, other rows keep the usual height', async () => {
  const workbook = createWorkbook();
  const sheet = workbook.addSheet('S');
  sheet.setInputs({ row: 0, column: 0 }, [
    ['short'],
    ['a text of several words that does not fit'],
    ['客户反映宽带速度慢，要求本周内上门检测'],
    ['two\nlines'],
    ['a long text that is not wrapped and runs on'],
    ['a text in merged cells that does not fit'],
  ]);
  for (const row of [0, 1, 2, 3, 5]) sheet.setStyle({ row, column: 0 }, { wrap: true });
  sheet.setColumnWidth(0, 1, 12);
  sheet.merge({ row: 5, column: 0, rows: 1, columns: 3 });
  const saved = await saveWorkbook(workbook);
  expect(heights(saved)).toEqual([null, 60, 60, 30, null, null]);
  const { workbook: again } = await openFile(saved, 'again.xlsx');
  expect(again.sheets[1]?.rowProperties().size).toBe(0);
});
