import { parentPort, workerData } from 'node:worker_threads';

import type { ReadRequest } from './worker-protocol';
import { answer } from './worker-protocol';

/** Entry of Node's worker. */
const port = parentPort;
if (port !== null) void answer(workerData as ReadRequest, (message) => port.postMessage(message));
