import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { FileError } from './errors';
import type { ReadReply, ReadRequest, StartedReader } from './worker-protocol';

const memoryMegabytes = 3072;

/** Starts Node's worker. The sources are TypeScript, so it loads them through tsx whatever runs this process. */
export function startNodeReader(
  request: ReadRequest,
  listen: (reply: ReadReply) => void,
  fail: (error: unknown) => void,
): StartedReader {
  const require = createRequire(import.meta.url);
  const main = fileURLToPath(new URL('./node-worker-main.ts', import.meta.url));
  // Hooks given by --import do not reach the first module of a worker under every Node 20; this way they do.
  const start = `require(${JSON.stringify(require.resolve('tsx/cjs'))}); require(${JSON.stringify(main)});`;
  const worker = new Worker(start, {
    eval: true,
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
