/** Awaited now and then by long work, which goes on once others have had their turn. */
export type Breathe = () => Promise<void>;

/** How long work may go on before others have a turn. */
const TURN_MS = 30;

/** Gives way to the page's clicks and painting once a turn has been long enough. */
export function breather(): Breathe {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}

/** For work that nobody waits beside. */
export const breathless: Breathe = () => Promise.resolve();
