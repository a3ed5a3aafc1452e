import * as XLSX from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';

import type { FileErrorCode } from '../../../src/workbench/files';
import {
  defaultLimits,
  FileError,
  fileErrorSentence,
  openFile,
  openInWorker,
  saveWorkbook,
} from '../../../src/workbench/files';
import { createWorkbook } from '../../../src/workbench/model';

async function refusal(work: Promise<unknown>): Promise<FileErrorCode> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    expect(fileErrorSentence(error, 'en').length).toBeGreaterThan(20);
    expect(fileErrorSentence(error, 'zh-CN')).toMatch(/[一-龥]/);
    return error.code;
  }
  throw new Error('It was not refused.');
}

function packed(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const links = (items: string): string => `<Relationships>${items}</Relationships>`;

function book(sheet: string, workbook = ''): Uint8Array {
  return packed({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': links(`<Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `${workbook}<workbook xmlns="${main}"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links(
      `<Relationship Id="a" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
  });
}

describe('a file that can’t be opened is refused with a sentence', () => {
  it.each<[FileErrorCode, Uint8Array]>([
    ['empty', new Uint8Array()],
    ['not-a-workbook', Uint8Array.from({ length: 500 }, (_, index) => (index * 7) % 256)],
    ['web-page', strToU8('<html><table><tr><td>1</td></tr></table></html>')],
    ['not-a-workbook', packed({ 'readme.txt': 'hello' })],
    ['not-a-workbook', strToU8('hello')],
    ['xml-bomb', book('', '<!DOCTYPE a [<!ENTITY b "bb">]>')],
    ['corrupt', book('<sheetData><row r="1"><c r="A1"><v>1</v>').subarray(0, 300)],
  ])('%s', async (code, bytes) => {
    expect(await refusal(openFile(bytes, 'x.xlsx'))).toBe(code);
  });

  it('when it unpacks to more than it may', async () => {
    const bomb = book(
      `<sheetData><row r="1"><c r="A1" t="str"><v>${'A'.repeat(5_000_000)}</v></c></row></sheetData>`,
    );
    expect(bomb.length).toBeLessThan(50_000);
    expect(await refusal(openFile(bomb, 'x.xlsx', { ...defaultLimits, unpackedBytes: 1_000_000 }))).toBe(
      'too-big',
    );
  });

  it('when its directory understates what it unpacks to', async () => {
    const bytes = book(`<sheetData>${'<row/>'.repeat(100_000)}</sheetData>`);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    }
    expect(await refusal(openFile(bytes, 'x.xlsx'))).toBe('corrupt');
  });

  it('when it has more cells than can be held', async () => {
    const rows = '<row><c><v>1</v></c><c><v>1</v></c></row>'.repeat(100);
    expect(
      await refusal(
        openFile(book(`<sheetData>${rows}</sheetData>`), 'x.xlsx', { ...defaultLimits, cells: 150 }),
      ),
    ).toBe('too-many-cells');
  });

  it('when many cells repeat a long text', async () => {
    const rows = `<row><c t="inlineStr"><is><t>${'长'.repeat(100)}</t></is></c></row>`.repeat(20);
    const limits = { ...defaultLimits, characters: 1_500 };
    expect(await refusal(openFile(book(`<sheetData>${rows}</sheetData>`), 'x.xlsx', limits))).toBe(
      'too-much-text',
    );
  });
});

test('separated text under a workbook’s name opens, with a warning', async () => {
  const bytes = strToU8('客户\t金额\r\n远帆物流\t12.5\r\n');
  const { workbook, warnings } = await openFile(bytes, '导出.xls');
  expect(workbook.activeSheet.text(1, 1)).toBe('12.5');
  expect(warnings.map(({ code }) => code)).toEqual(['text-not-workbook']);
  expect((await openFile(bytes, '导出.txt')).warnings).toEqual([]);
  expect((await openFile(strToU8('客户\n远帆物流\n'), '客户.csv')).warnings).toEqual([]);
});

describe('a worker', () => {
  it('reads, tells its progress, and can be ended', async () => {
    const workbook = createWorkbook({ name: 'x.xlsx' });
    workbook.activeSheet.setValues({ row: 0, column: 0 }, [['客户', 1, true]]);
    const bytes = await saveWorkbook(workbook);
    const progress: number[] = [];
    const opened = await openInWorker(bytes, 'x.xlsx', { onProgress: (done) => progress.push(done) });
    expect(opened.workbook.snapshot()).toEqual(workbook.snapshot());
    expect(progress.length).toBeGreaterThan(0);
    expect(await refusal(openInWorker(bytes, 'x.xlsx', { timeoutMs: 1 }))).toBe('too-slow');
    const control = new AbortController();
    const opening = openInWorker(bytes, 'x.xlsx', { signal: control.signal });
    control.abort();
    expect(await refusal(opening)).toBe('cancelled');
    expect(await refusal(openInWorker(new Uint8Array(), 'x.xlsx'))).toBe('empty');
  }, 30_000);

  it('loads the reader of old workbooks when it meets one', async () => {
    const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['客户', 12.5]]), '订单');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
    const { workbook } = await openInWorker(bytes, '台账.xls');
    expect(workbook.sheet('订单')?.values({ row: 0, column: 0, rows: 1, columns: 2 })).toEqual([
      ['客户', 12.5],
    ]);
  }, 30_000);
});
