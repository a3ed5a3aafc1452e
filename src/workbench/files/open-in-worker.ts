import { createWorkbook } from '../model/index';
import type { WorkbookModel } from '../model/types';
import type { FileContents } from './contents';
import type { FileWarning } from './errors';
import { FileError } from './errors';
import { fillWorkbook } from './fill';
import type { FileLimits } from './limits';
import { defaultLimits } from './limits';
import type { ReadReply, ReadRequest, StartedReader } from './worker-protocol';

export interface OpenOptions {
  /** Ends the reading when aborted. */
  readonly signal?: AbortSignal;
  /** Ends the reading after so long; two minutes when absent. */
  readonly timeoutMs?: number;
  /** Told how much is read, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  readonly limits?: FileLimits;
}

export interface OpenedFile {
  readonly workbook: WorkbookModel;
  /** What was read otherwise than the file has it. */
  readonly warnings: readonly FileWarning[];
}

/**
 * Opens a file of any kind that can be a workbook. A worker reads it, so that the page stays alive and a file made to
 * hang can be ended. Throws FileError.
 */
export async function openInWorker(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions = {},
): Promise<OpenedFile> {
  const contents = await readInWorker({ bytes, name, limits: options.limits ?? defaultLimits }, options);
  const { original } = contents;
  return workbookOf({ ...contents, original: original === null ? null : { ...original, bytes } }, name);
}

/** A workbook of contents that were read. */
export function workbookOf(contents: FileContents, name: string): OpenedFile {
  const workbook = createWorkbook({ name, date1904: contents.date1904 });
  const warnings = [...contents.warnings, ...fillWorkbook(workbook, contents)];
  return { workbook, warnings };
}

async function readInWorker(
  request: ReadRequest,
  { signal, timeoutMs = 120_000, onProgress }: OpenOptions,
): Promise<FileContents> {
  const start = await readerOfThisPlatform();
  if (signal?.aborted) throw new FileError('cancelled');
  let reader: StartedReader | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = (): void => undefined;
  try {
    return await new Promise<FileContents>((resolve, reject) => {
      const fail = (error: unknown): void => {
        const reason = error instanceof Error ? error.message : String(error);
        reject(error instanceof FileError ? error : new FileError('failed', { reason }));
      };
      abort = () => reject(new FileError('cancelled'));
      signal?.addEventListener('abort', abort);
      timer = setTimeout(
        () => reject(new FileError('too-slow', { seconds: Math.round(timeoutMs / 1000) })),
        timeoutMs,
      );
      const listen = (reply: ReadReply): void => {
        if (reply.kind === 'progress') onProgress?.(reply.done);
        else if (reply.kind === 'contents') resolve(reply.contents);
        else reject(new FileError(reply.code, reply.details));
      };
      reader = start(request, listen, fail);
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    (reader as StartedReader | null)?.end();
  }
}

type Start = (
  request: ReadRequest,
  listen: (reply: ReadReply) => void,
  fail: (error: unknown) => void,
) => StartedReader;

async function readerOfThisPlatform(): Promise<Start> {
  if (typeof Worker === 'function') return startBrowserReader;
  // The bundler leaves this import alone: a browser never comes here.
  const { startNodeReader } = await import(/* webpackIgnore: true */ './node-worker');
  return startNodeReader;
}

const startBrowserReader: Start = (request, listen, fail) => {
  const worker = new Worker(new URL('./browser-worker.ts', import.meta.url));
  worker.onmessage = ({ data }: MessageEvent<ReadReply>) => listen(data);
  worker.onerror = (event) => fail(new Error(event.message));
  worker.postMessage(request);
  return { end: () => worker.terminate() };
};
