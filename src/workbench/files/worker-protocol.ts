import type { FileContents } from './contents';
import { FileError } from './errors';
import type { FileDetails, FileErrorCode } from './errors';
import type { FileLimits } from './limits';
import { parseFile } from './parse';

/** What goes to and comes from the worker that reads files, in a browser and in Node alike. */

export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: FileLimits;
}

export type ReadReply =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'contents'; readonly contents: FileContents }
  | { readonly kind: 'error'; readonly code: FileErrorCode; readonly details: FileDetails };

/** A reader at work, which can be ended at any time. */
export interface StartedReader {
  end(): void;
}

/** The worker's side: reads, and answers. */
export async function answer(
  { bytes, name, limits }: ReadRequest,
  reply: (message: ReadReply) => void,
): Promise<void> {
  try {
    const contents = await parseFile(bytes, name, {
      limits,
      onProgress: (done) => reply({ kind: 'progress', done }),
    });
    // The asking side has the bytes itself; sending them back would only copy them.
    const original = contents.original === null ? null : { ...contents.original, bytes: new Uint8Array() };
    reply({ kind: 'contents', contents: { ...contents, original } });
  } catch (error) {
    if (error instanceof FileError) reply({ kind: 'error', code: error.code, details: error.details });
    else
      reply({
        kind: 'error',
        code: 'failed',
        details: { reason: error instanceof Error ? error.message : String(error) },
      });
  }
}
