import { openPort, type Port } from '../../src/worker/port';
import type { Reply, Request } from '../../src/worker/protocol';

/** What the browser does with a worker that a page wants to start. */
type Start = (worker: FakeWorker) => void;

class FakeWorker {
  static start: Start = () => undefined;
  onmessage: ((event: { data: Reply }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
  readonly posted: Request[] = [];
  terminated = false;

  constructor() {
    setTimeout(() => FakeWorker.start(this));
  }

  postMessage(request: Request): void {
    this.posted.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(data: Reply): void {
    this.onmessage?.({ data });
  }

  fail(message: string): void {
    this.onerror?.({ message, preventDefault: () => undefined });
  }
}

const globals = globalThis as { Worker?: unknown };
const own = globals.Worker;
let replies: Reply[];
let lost: string[];
beforeEach(() => {
  replies = [];
  lost = [];
});
afterEach(() => {
  globals.Worker = own;
});

const open = (): Promise<Port> =>
  openPort({ onReply: (reply) => replies.push(reply), onLost: (error) => lost.push(error.message) });

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** The page answers for itself. */
async function expectInPage(port: Port): Promise<void> {
  expect(port.background).toBe(false);
  port.post({ kind: 'book', book: { name: 'x', date1904: false, sheets: [] } });
  port.post({ kind: 'read', choices: [] });
  await later();
  expect(replies).toEqual([{ kind: 'outline', outline: { sheets: [] } }]);
  port.end();
  port.post({ kind: 'read', choices: [] });
  await later();
  expect(replies).toHaveLength(1);
}

test('a worker that is ready gets what is posted, and its answers come back until the end', async () => {
  let worker: FakeWorker | undefined;
  FakeWorker.start = (started) => {
    worker = started;
    started.say({ kind: 'ready' });
  };
  globals.Worker = FakeWorker;
  const port = await open();
  expect(port.background).toBe(true);
  port.post({ kind: 'read', choices: [] });
  expect(worker?.posted).toEqual([{ kind: 'read', choices: [] }]);
  worker?.say({ kind: 'planned' });
  expect(replies).toEqual([{ kind: 'planned' }]);
  worker?.fail('out of memory');
  expect(lost).toEqual(['out of memory']);
  worker?.say({ kind: 'planned' });
  expect(replies).toHaveLength(1);
  expect(worker?.terminated).toBe(true);
});

test('without workers the page computes itself', async () => {
  globals.Worker = undefined;
  await expectInPage(await open());
});

test('so it does where a policy refuses the worker', async () => {
  globals.Worker = class {
    constructor() {
      throw new Error('SecurityError');
    }
  };
  await expectInPage(await open());
});

test('and where its script does not arrive', async () => {
  FakeWorker.start = (started) => started.fail('');
  globals.Worker = FakeWorker;
  await expectInPage(await open());
  expect(lost).toEqual([]);
});
