/** Why a file can't be opened or saved, as data; texts.ts makes the sentence. */

export type FileErrorCode =
  | 'empty'
  | 'not-a-workbook'
  | 'web-page'
  | 'encrypted'
  | 'corrupt'
  | 'unsupported'
  | 'too-big'
  | 'too-many-cells'
  | 'too-much-text'
  | 'xml-bomb'
  | 'no-sheets'
  | 'too-slow'
  | 'cancelled'
  | 'failed';

export type FileDetails = Readonly<Record<string, string | number>>;

export class FileError extends Error {
  constructor(
    readonly code: FileErrorCode,
    readonly details: FileDetails = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'FileError';
  }
}

export type FileWarningCode =
  | 'read-by-second-reader'
  | 'formulas-without-text'
  | 'sheet-kind-not-shown'
  | 'chart-not-shown'
  | 'rule-not-shown'
  | 'rich-text-flattened'
  | 'sheet-rewritten'
  | 'macros-kept'
  | 'encoding-guessed'
  | 'text-not-workbook'
  | 'rows-cut'
  | 'part-unreadable'
  | 'names-not-read'
  | 'saved-without-original'
  | 'too-big-to-open';

/** Something that was read or saved otherwise than the file has it. Never silent: the caller shows them. */
export interface FileWarning {
  readonly code: FileWarningCode;
  readonly details: FileDetails;
}
