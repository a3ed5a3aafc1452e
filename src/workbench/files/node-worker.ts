import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

import { FileError } from './errors';
import type { ReadReply, ReadRequest } from './worker-protocol';
import type { StartedReader } from './open-in-worker';

const memoryMegabytes = 3072;

/** Starts Node's worker. The sources are TypeScript, so it loads them through tsx whatever runs this process. */
export function startNodeReader(
  request: ReadRequest,
  listen: (reply: ReadReply) => void,
  fail: (error: unknown) => void,
): StartedReader {
  const require = createRequire(import.meta.url);
  const worker = new Worker(new URL('./node-worker-main.ts', import.meta.url), {
    workerData: request,
    execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  worker.on('message', listen);
  worker.on('error', (error: NodeJS.ErrnoException) => {
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new FileError('too-many-cells') : error);
  });
  return { end: () => void worker.terminate() };
}
