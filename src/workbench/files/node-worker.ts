import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { FileError } from './errors';
import type { ReadReply, ReadRequest, StartedReader } from './worker-protocol';

const memoryMegabytes = 3072;

/** Starts Node's worker. The sources are TypeScript: it loads them through tsx, whatever runs this process. */
export function startNodeReader(
  request: ReadRequest,
  listen: (reply: ReadReply) => void,
  fail: (error: unknown) => void,
): StartedReader {
  const start = fileURLToPath(new URL('./node-worker-start.mjs', import.meta.url));
  const worker = new Worker(start, {
    workerData: request,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  worker.on('message', listen);
  worker.on('error', (error: NodeJS.ErrnoException) => {
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new FileError('too-many-cells') : error);
  });
  return { end: () => void worker.terminate() };
}
