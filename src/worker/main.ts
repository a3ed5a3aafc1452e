import type { Request } from './protocol';
import { serve } from './serve';

/** Entry of the pane's worker. */
const { handle } = serve((reply) => self.postMessage(reply));
self.onmessage = ({ data }: MessageEvent<Request>) => handle(data);
self.postMessage({ kind: 'ready' });
