import { SLICE_MS } from '../../src/domain/drain';
import { Session } from '../../src/excel/run';

/** A conversation whose requests are answered at once. */
const context = { sync: () => Promise.resolve() } as unknown as Excel.RequestContext;

function busy(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

/** Turns that others get while something goes on. */
async function turnsDuring(work: () => Promise<void>): Promise<number> {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await work();
  clearInterval(timer);
  return turns;
}

test('many short calculations one after another let others have their turn', async () => {
  const session = new Session(context, {});
  const turns = await turnsDuring(async () => {
    for (let index = 0; index < 100; index++) {
      await session.compute(
        (function* () {
          busy(4);
          yield;
        })(),
      );
    }
  });
  expect(turns).toBeGreaterThanOrEqual(400 / SLICE_MS / 3);
});

test('a request is spelled out in a turn of its own after long work', async () => {
  const order: string[] = [];
  const session = new Session({ sync: () => Promise.resolve(order.push('sync')) } as never, {});
  setTimeout(() => order.push('others'));
  busy(SLICE_MS * 2);
  await session.sync();
  expect(order).toEqual(['others', 'sync']);
});

test('a stop that comes meanwhile is heard', async () => {
  const stop = new AbortController();
  const session = new Session(context, { signal: stop.signal });
  setTimeout(() => stop.abort());
  busy(SLICE_MS * 2);
  await expect(session.giveWay()).rejects.toMatchObject({ code: 'excel-cancelled' });
});
