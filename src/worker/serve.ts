import type { BookGrid } from '../reading/grid';
import { readBookSteps } from '../reading';
import { findTable, outlineOf, type TableKey } from '../reading/outline';
import type { BookReading, RememberedTable, TableReading } from '../reading/types';
import { nameBook } from '../plan/names';
import { templateById } from '../templates';
import type { BuildRequest } from '../templates/types';
import { drain } from '../domain/drain';
import { GridAssembly, planMessages } from './pieces';
import { failureOf, type WorkerOrder, type Question, type Reply, type Request } from './protocol';

export interface Served {
  readonly handle: (request: Request) => void;
  /** Nothing is answered from now on. */
  readonly end: () => void;
}

/** The worker's side of the protocol: keeps a workbook and its readings, and answers questions about them. */
export function serve(listen: (reply: Reply) => void): Served {
  const grid = new GridAssembly();
  const ending = new AbortController();
  let reading: BookReading | null = null;

  const reply = (message: Reply): void => {
    if (!ending.signal.aborted) listen(message);
  };

  const read = async (choices: readonly RememberedTable[]): Promise<void> => {
    reading = await drain(
      readBookSteps(grid.book, choices),
      (progress) => reply({ kind: 'progress', progress }),
      ending.signal,
    );
    reply({ kind: 'outline', outline: outlineOf(reading) });
  };

  const answer = (question: Question): Promise<void> | void => {
    switch (question.kind) {
      case 'read':
        return read(question.choices);
      case 'prepare': {
        const { order } = question;
        const preparation = templateById(order.template).prepare(requestOf(order, reading, grid.book));
        return reply({ kind: 'preparation', preparation });
      }
      case 'build': {
        const { order } = question;
        const plan = templateById(order.template).build(requestOf(order, reading, grid.book));
        for (const message of planMessages(plan)) reply(message);
        return reply({ kind: 'planned' });
      }
    }
  };

  const ask = async (question: Question): Promise<void> => {
    try {
      await answer(question);
    } catch (error) {
      reply({ kind: 'failed', failure: failureOf(error) });
    }
  };

  return {
    handle: (request) => {
      if (request.kind === 'read' || request.kind === 'prepare' || request.kind === 'build')
        void ask(request);
      else grid.take(request);
    },
    end: () => ending.abort(),
  };
}

function requestOf(order: WorkerOrder, reading: BookReading | null, grid: BookGrid): BuildRequest {
  if (!reading) throw new Error('The workbook was not read before something was built from it.');
  const book = reading;
  const tableAt = (key: TableKey): TableReading => {
    const table = findTable(book, key);
    if (!table) throw new Error(`There is no table ${key.index} on the sheet ${key.sheet}.`);
    return table;
  };
  const { source, companions, rules, names, locale, options } = order;
  return {
    book,
    rules: { ...grid, sheets: [...rules, ...grid.sheets] },
    source: source && tableAt(source),
    companions: Object.fromEntries(
      Object.entries(companions).map(([id, keys]) => [id, keys.map(tableAt)] as const),
    ),
    asOf: null,
    locale,
    names: nameBook(names),
    options,
  };
}
