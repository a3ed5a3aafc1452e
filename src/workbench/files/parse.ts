import type { FileContents } from './contents';
import { FileError } from './errors';
import type { FileLimits } from './limits';
import { defaultLimits } from './limits';
import { OfficePackage } from './package';
import { sniff } from './sniff';
import { readTextFile } from './text-read';
import { readXlsxFile } from './xlsx-read';

export interface ParseOptions {
  readonly limits?: FileLimits;
  /** Told how much is read, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Reads any file that can be a workbook, by its bytes; the name only titles a text file's sheet. Throws FileError.
 * It computes for as long as the file needs: openInWorker is the way to be able to end it.
 */
export async function parseFile(
  bytes: Uint8Array,
  name: string,
  { limits = defaultLimits, onProgress = () => undefined }: ParseOptions = {},
): Promise<FileContents> {
  if (bytes.length > limits.fileBytes) {
    throw new FileError('too-big', { megabytes: Math.round(limits.fileBytes / 1024 / 1024) });
  }
  try {
    return await readByKind(bytes, name, limits, onProgress);
  } catch (error) {
    if (error instanceof FileError) throw error;
    // Whatever a reader stumbles over, the person gets a sentence.
    throw new FileError('failed', { reason: error instanceof Error ? error.message : String(error) });
  }
}

async function readByKind(
  bytes: Uint8Array,
  name: string,
  limits: FileLimits,
  onProgress: (done: number) => void,
): Promise<FileContents> {
  const container = sniff(bytes);
  switch (container) {
    case 'empty':
      throw new FileError('empty');
    case 'zip':
      return readZipped(bytes, limits, onProgress);
    case 'ole':
      return readOle(bytes, limits);
    case 'biff':
      return readOther(bytes, 'xls', limits);
    case 'web-page':
      throw new FileError('web-page');
    case 'text':
      return isSpreadsheetText(bytes) ? readOther(bytes, 'other', limits) : readTextFile(bytes, name, limits);
    case 'binary':
      throw new FileError('not-a-workbook');
  }
}

async function readZipped(
  bytes: Uint8Array,
  limits: FileLimits,
  onProgress: (done: number) => void,
): Promise<FileContents> {
  const pkg = OfficePackage.open(bytes, limits);
  if (pkg.has('xl/workbook.bin')) return readOther(bytes, 'xlsb', limits);
  if (pkg.has('content.xml') && pkg.has('mimetype')) return readOther(bytes, 'ods', limits);
  const main = pkg.relationships('').find(({ type }) => type === 'officeDocument');
  if (main?.target.endsWith('.bin')) return readOther(bytes, 'xlsb', limits);
  try {
    return await readXlsxFile(bytes, limits, onProgress);
  } catch (error) {
    // Bounds and bombs hold for every reader; a file that only this reader stumbles over gets a second chance.
    if (error instanceof FileError && error.code !== 'corrupt') throw error;
    return secondReader(bytes, limits, error);
  }
}

async function secondReader(bytes: Uint8Array, limits: FileLimits, first: unknown): Promise<FileContents> {
  const reason = first instanceof Error ? first.message : String(first);
  try {
    const contents = await readOther(bytes, 'other', limits);
    return {
      ...contents,
      warnings: [{ code: 'read-by-second-reader', details: { reason } }, ...contents.warnings],
    };
  } catch (second) {
    if (second instanceof FileError && second.code === 'too-much-text') throw second;
    throw first instanceof FileError ? first : new FileError('corrupt', { what: reason.slice(0, 200) });
  }
}

async function readOle(bytes: Uint8Array, limits: FileLimits): Promise<FileContents> {
  // An encrypted .xlsx is an OLE container with these two streams; their names are in UTF-16.
  if (holdsWide(bytes, 'EncryptedPackage')) throw new FileError('encrypted');
  return readOther(bytes, 'xls', limits);
}

function holdsWide(bytes: Uint8Array, text: string): boolean {
  const wide = Uint8Array.from([...text].flatMap((character) => [character.charCodeAt(0), 0]));
  const first = wide[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** SYLK, DIF and Excel 2003 XML are texts that are workbooks. */
function isSpreadsheetText(bytes: Uint8Array): boolean {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return (
    /^ID;P|^TABLE\r?\n0,1/.test(opening) || opening.includes('urn:schemas-microsoft-com:office:spreadsheet')
  );
}

/** SheetJS is loaded only when a file needs it. */
async function readOther(
  bytes: Uint8Array,
  kind: FileContents['kind'],
  limits: FileLimits,
): Promise<FileContents> {
  const { readWithSheetJs } = await import('./sheetjs-read');
  return readWithSheetJs(bytes, kind, limits);
}
