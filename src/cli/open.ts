import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { texts, type Locale } from '../locales';
import { fileErrorSentence, fileWarningSentence, FileError, openInWorker } from '../workbench/files';
import type { WorkbookModel } from '../workbench/model/types';
import { UsageFailure } from './failure';

/** Long enough for a million rows, short enough that a file made to hang does not. */
const TIMEOUT_MS = 10 * 60 * 1000;

export interface OpenedBook {
  readonly workbook: WorkbookModel;
  /** What the file held that could not be read, as sentences. */
  readonly warnings: readonly string[];
}

/** Opens a workbook file; whatever is wrong with it is a UsageFailure with a sentence. */
export async function openBook(file: string, locale: Locale): Promise<OpenedBook> {
  const { cli } = texts(locale);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageFailure(
      code === 'ENOENT' ? cli.fileMissing({ file }) : cli.fileUnreadable({ file, reason: message }),
    );
  }
  try {
    const { workbook, warnings } = await openInWorker(bytes, path.basename(file), { timeoutMs: TIMEOUT_MS });
    return { workbook, warnings: warnings.map((warning) => fileWarningSentence(warning, locale)) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new UsageFailure(cli.fileUnreadable({ file, reason: fileErrorSentence(error, locale) }));
  }
}
