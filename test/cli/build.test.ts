import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runBuild } from '../../src/cli/build';
import { openWorkbook, saveWorkbook } from '../../src/workbench/files';
import { createWorkbook } from '../../src/workbench/model';

const folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-build-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a finding names its cell once, on the report as well', async () => {
  const book = createWorkbook({ name: 'book.xlsx' });
  book.activeSheet.setValues({ row: 0, column: 0 }, [
    ['日期', '订单号', '客户', '金额'],
    ['2025-03-01', 'D1', '远帆物流', 100.1],
    ['2025-03-01', 'D1', '远帆物流', 100.1],
    ['2025-03-02', 'D2', '青禾装备', 50],
    ['待定', 'D3', '青禾装备', 70],
  ]);
  const sheet = book.activeSheet.name;
  const input = path.join(folder, 'book.xlsx');
  const output = path.join(folder, 'out.xlsx');
  writeFileSync(input, await saveWorkbook(book));

  const printed: string[] = [];
  const print = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  const flags = { output, asOf: undefined, map: undefined, locale: 'zh-CN', json: false } as const;
  const code = await runBuild('monthly-summary', input, flags).finally(() => print.mockRestore());

  expect(code).toBe(1);
  expect(printed).toContain(`! ${sheet}!A5: 日期为空或读不出，本行未计入。\n`);
  expect(printed).toContain(`! ${sheet}!B3: 订单 D1 在 B2 已出现过，两行都已计入。\n`);

  const report = (await openWorkbook(new Uint8Array(readFileSync(output)), 'out.xlsx')).sheet('月度总结');
  const used = report?.usedArea();
  const texts = Array.from({ length: used?.rows ?? 0 }, (_, row) => report?.text(row, 0));
  expect(texts).toContain(`${sheet}!B3：订单 D1 在 B2 已出现过，两行都已计入。`);
  expect(texts).toContain(`${sheet}!A5`);
}, 60_000);

describe('a file that can’t be written is refused in a sentence', () => {
  const input = path.join(folder, 'kept.xlsx');
  const build = (output: string) => {
    const flags = { output, asOf: undefined, map: undefined, locale: 'en', json: false } as const;
    return runBuild('monthly-summary', input, flags);
  };
  let before: Buffer;
  beforeAll(async () => {
    const book = createWorkbook({ name: 'kept.xlsx' });
    book.activeSheet.setValues({ row: 0, column: 0 }, [
      ['日期', '订单号', '客户', '金额'],
      ['2025-03-01', 'D1', '远帆物流', 100.1],
      ['2025-03-02', 'D2', '青禾装备', 50],
    ]);
    writeFileSync(input, await saveWorkbook(book));
    before = readFileSync(input);
  });

  test('the workbook itself, by whatever path it is named', async () => {
    const again = path.join(folder, '..', path.basename(folder), 'kept.xlsx');
    await expect(build(again)).rejects.toThrow('which is only read. Name another file.');
    expect(readFileSync(input).equals(before)).toBe(true);
  });

  test('a folder that is not there, and one without a file', async () => {
    await expect(build(path.join(folder, 'nowhere', 'out.xlsx'))).rejects.toThrow(
      'out.xlsx can’t be written: there is no such folder. Create it, or name another file.',
    );
    await expect(build(folder)).rejects.toThrow(
      'can’t be written: it is a folder. Add the name of the file.',
    );
  });
});
