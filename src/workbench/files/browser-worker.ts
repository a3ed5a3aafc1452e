import type { ReadRequest } from './worker-protocol';
import { answer } from './worker-protocol';

/** Entry of the browser's worker. */
self.onmessage = ({ data }: MessageEvent<ReadRequest>) => {
  void answer(data, (message) => self.postMessage(message));
};
