import type { WorkbookModel } from '../model/types';
import type { FileLimits } from './limits';
import type { OpenedFile } from './open-in-worker';
import { workbookOf } from './open-in-worker';
import { parseFile } from './parse';

export { FileError } from './errors';
export type { FileErrorCode, FileWarning, FileWarningCode } from './errors';
export type { FileLimits } from './limits';
export { defaultLimits } from './limits';
export type { OpenedFile, OpenOptions } from './open-in-worker';
export { openInWorker } from './open-in-worker';
export { saveFile, saveWorkbook } from './save';
export { fileErrorSentence, fileWarningSentence } from './texts';

/** Opens a file of any kind that can be a workbook, in this very thread. Throws FileError. */
export async function openFile(bytes: Uint8Array, name: string, limits?: FileLimits): Promise<OpenedFile> {
  return workbookOf(await parseFile(bytes, name, { limits }), name);
}

/** The workbook alone, for who asks no questions about the file. */
export async function openWorkbook(
  bytes: Uint8Array,
  name: string,
  limits?: FileLimits,
): Promise<WorkbookModel> {
  return (await openFile(bytes, name, limits)).workbook;
}
