import type { WorkbookModel } from '../model/types';

export const ACCEPTED_FILES = '.xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt';

export interface OpenRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress: (done: number) => void;
}

export interface SaveRequest {
  readonly workbook: WorkbookModel;
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** How the page gets workbooks from files and back; the page itself knows no file format. */
export interface FileAccess {
  /** `remarks` are sentences about what was read otherwise than the file has it. */
  open(
    request: OpenRequest,
    language: string,
  ): Promise<{ workbook: WorkbookModel; remarks: readonly string[] }>;
  save(request: SaveRequest, language: string): Promise<{ bytes: Uint8Array; remarks: readonly string[] }>;
  /** Why opening or saving failed and what to do; null for an error of another kind. */
  explain(error: unknown, language: string): string | null;
}

/** "Orders.csv" → "Orders.xlsx". */
export function savedName(name: string): string {
  return `${name.replace(/\.(xlsx|xlsm|xlsb|xls|ods|csv|tsv|txt)$/i, '')}.xlsx`;
}

/** Hands a file to the browser's downloads. */
export function download(bytes: Uint8Array, name: string): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
