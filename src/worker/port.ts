import type { Reply, Request } from './protocol';

/** The way to the worker. */
export interface Port {
  /** False where there is no worker and the page itself computes. */
  readonly background: boolean;
  readonly post: (request: Request) => void;
  /** Ends the worker, whatever it is doing. */
  readonly end: () => void;
}

export interface PortEvents {
  readonly onReply: (reply: Reply) => void;
  /** The worker broke down (out of memory); it will not answer any more. */
  readonly onLost: (error: Error) => void;
}

export type OpenPort = (events: PortEvents) => Promise<Port>;

/**
 * Starts the worker. Where a browser or its policies give none, the same code runs in the page: Daybook then works all
 * the same, only with pauses in large sheets, which the pane tells.
 */
export async function openPort(events: PortEvents): Promise<Port> {
  return (await openWorker(events)) ?? (await openInPage(events));
}

/** Null where no worker can be started. */
function openWorker({ onReply, onLost }: PortEvents): Promise<Port | null> {
  if (typeof Worker !== 'function') return Promise.resolve(null);
  let worker: Worker;
  try {
    worker = new Worker(new URL('./main.ts', import.meta.url), { name: 'daybook' });
  } catch {
    return Promise.resolve(null); // Refused at once: another origin, or a policy.
  }
  const end = (): void => {
    // What it has said already must not arrive any more.
    worker.onmessage = null;
    worker.terminate();
  };
  return new Promise((resolve) => {
    let ready = false;
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind !== 'ready') return onReply(data);
      ready = true;
      resolve({ background: true, post: (request) => worker.postMessage(request), end });
    };
    const fail = (message: string): void => {
      end();
      if (ready) onLost(new Error(message));
      else resolve(null); // Its script did not arrive or was refused.
    };
    worker.onmessageerror = () => fail('A message of the worker could not be read.');
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message);
    };
  });
}

/** The worker's side in the page itself. */
export async function openInPage({ onReply }: PortEvents): Promise<Port> {
  const { serve } = await import('./serve');
  const { handle, end } = serve(onReply);
  return {
    background: false,
    // Later, as a worker would hear it: painting and clicks come first.
    post: (request) => void setTimeout(() => handle(request)),
    end,
  };
}
