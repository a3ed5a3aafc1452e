import type { Plan } from '../plan/types';
import type { BookGrid } from '../reading/grid';
import type { BookOutline, ReadingProgress, RememberedTable } from '../reading/types';
import type { Preparation } from '../templates/types';
import { cancelled, nextTask, SLICE_MS } from '../domain/drain';
import { gridMessages, PlanAssembly } from './pieces';
import { openPort, type OpenPort, type Port } from './port';
import { errorOf, type Answer, type WorkerOrder, type Question, type Reply } from './protocol';

/** What a reading follows from: a workbook's cells, and what people said of its tables. */
export interface BookSource {
  readonly grid: BookGrid;
  readonly choices: readonly RememberedTable[];
}

interface Work {
  /** Ends the worker, so that even a calculation that yields nothing stops at once. */
  readonly signal: AbortSignal;
}

export interface ReadingWork extends Work {
  readonly onProgress: (progress: ReadingProgress) => void;
}

/** A worker that runs, and what of a workbook it has. */
interface Connection {
  readonly port: Port;
  held: Partial<BookSource>;
  /** Why it is no more, once that is so: it may break down while nobody waits for an answer. */
  readonly loss: { error: Error | null };
}

/** The question that is being answered. */
interface Hearing {
  readonly hear: (reply: Reply) => void;
  readonly fail: (error: Error) => void;
}

type AnswerOf<Kind extends Answer['kind']> = Extract<Answer, { readonly kind: Kind }>;

/**
 * The pane's side of the worker: one question at a time, the others wait their turn. A worker that was ended or lost is
 * started anew when the next question comes, and gets the workbook again first.
 */
export class WorkerClient {
  private connection: Promise<Connection> | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private hearing: Hearing | null = null;

  constructor(private readonly open: OpenPort = openPort) {}

  /** Finds out what the workbook's tables are. */
  read(source: BookSource, work: ReadingWork): Promise<BookOutline> {
    return this.inTurn(work.signal, async () => this.understand(await this.connected(), source, work));
  }

  /** What an order would make. A stop takes effect as long as it waits for its turn; begun, it soon ends by itself. */
  prepare(source: BookSource, order: WorkerOrder, { signal }: Work): Promise<Preparation> {
    return this.inTurn(signal, async () => {
      const connection = await this.ensure(source);
      return (await this.ask(connection, { kind: 'prepare', order }, 'preparation')).preparation;
    });
  }

  build(source: BookSource, order: WorkerOrder, { signal }: Work): Promise<Plan> {
    return this.inTurn(signal, async () => {
      const connection = await this.ensure(source, signal);
      let assembly: PlanAssembly | null = null;
      await this.ask(connection, { kind: 'build', order }, 'planned', signal, (reply) => {
        if (reply.kind === 'plan') assembly = new PlanAssembly(reply.plan);
        if (reply.kind === 'plan-rows') assembly?.take(reply);
      });
      if (!assembly) throw new Error('The worker sent no plan.');
      return (assembly as PlanAssembly).plan;
    });
  }

  /** Whether there is a worker at all; without one the page itself computes. */
  async inBackground(): Promise<boolean> {
    return (await this.connected()).port.background;
  }

  /** Ends the worker. */
  end(): void {
    const ending = this.connection;
    this.connection = null;
    ending?.then(
      ({ port }) => port.end(),
      () => undefined, // It never began.
    );
  }

  private async inTurn<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const before = this.turn;
    const mine = (async () => {
      await before;
      if (signal.aborted) throw cancelled();
      return work();
    })();
    this.turn = mine.catch(() => undefined);
    return untilAborted(mine, signal);
  }

  /** Gives the worker what it lacks of the workbook. */
  private async ensure(source: BookSource, signal?: AbortSignal): Promise<Connection> {
    const connection = await this.connected();
    const { held } = connection;
    if (held.grid !== source.grid || held.choices !== source.choices)
      await this.understand(connection, source, { signal, onProgress: () => undefined });
    return connection;
  }

  private async understand(
    connection: Connection,
    { grid, choices }: BookSource,
    { signal, onProgress }: Partial<ReadingWork>,
  ): Promise<BookOutline> {
    if (connection.held.grid !== grid) await send(connection, grid, signal);
    connection.held = { grid };
    const { outline } = await this.ask(connection, { kind: 'read', choices }, 'outline', signal, (reply) => {
      if (reply.kind === 'progress') onProgress?.(reply.progress);
    });
    connection.held = { grid, choices };
    return outline;
  }

  private connected(): Promise<Connection> {
    if (this.connection) return this.connection;
    const loss: Connection['loss'] = { error: null };
    this.connection = this.open({
      onReply: (reply) => this.hearing?.hear(reply),
      onLost: (error) => {
        loss.error = error;
        this.connection = null;
        this.hearing?.fail(error);
      },
    }).then(
      (port) => ({ port, held: {}, loss }),
      (error: unknown) => {
        this.connection = null;
        throw error;
      },
    );
    return this.connection;
  }

  private async ask<Kind extends Answer['kind']>(
    { port, loss }: Connection,
    question: Question,
    kind: Kind,
    signal?: AbortSignal,
    onReply?: (reply: Reply) => void,
  ): Promise<AnswerOf<Kind>> {
    if (signal?.aborted) throw cancelled();
    if (loss.error) throw loss.error;
    let stop = (): void => undefined;
    try {
      return await new Promise((resolve, reject) => {
        stop = () => {
          this.end();
          reject(cancelled());
        };
        signal?.addEventListener('abort', stop);
        this.hearing = {
          hear: (reply) => {
            if (reply.kind === kind) resolve(reply as AnswerOf<Kind>);
            else if (reply.kind === 'failed') reject(errorOf(reply.failure));
            else onReply?.(reply);
          },
          fail: reject,
        };
        port.post(question);
      });
    } finally {
      this.hearing = null;
      signal?.removeEventListener('abort', stop);
    }
  }
}

/** A stop is answered at once, whatever is still going on. */
function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(cancelled());
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Copying a large workbook takes a while: clicks and painting come in between. */
async function send({ port }: Connection, grid: BookGrid, signal?: AbortSignal): Promise<void> {
  let sliceEnd = performance.now() + SLICE_MS;
  for (const message of gridMessages(grid)) {
    port.post(message);
    if (performance.now() < sliceEnd) continue;
    await nextTask();
    if (signal?.aborted) throw cancelled();
    sliceEnd = performance.now() + SLICE_MS;
  }
}
