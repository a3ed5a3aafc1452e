import type { BookScan, BuildResult, Memory, Progress, UndoLoss } from '../excel';
import type { BookReading, RememberedTable, TableReading } from '../reading/types';

/** The workbook as it was last read, with what Daybook remembers in it. */
export interface Book {
  readonly scan: BookScan;
  readonly reading: BookReading;
  readonly memory: Memory;
  readonly choices: readonly RememberedTable[];
}

/** One table of the reading, named so that it is found again after a new reading. */
export interface TableKey {
  readonly sheet: string;
  readonly index: number;
}

export interface Work {
  readonly kind: 'read' | 'understand' | 'build' | 'undo';
  readonly sheet: string;
  readonly step: Progress['step'] | null;
  /** Null while it is not known how much there is to do. */
  readonly share: number | null;
}

export type View =
  | { readonly name: 'book' }
  | {
      readonly name: 'review';
      readonly template: string;
      readonly table: TableKey;
      readonly refresh: string | null;
    }
  | { readonly name: 'result'; readonly template: string; readonly result: BuildResult };

export interface PaneState {
  readonly book: Book | null;
  readonly view: View;
  /** What is going on now; everything else waits. */
  readonly work: Work | null;
  readonly error: unknown;
  /** The sheets changed after they were read. */
  readonly stale: boolean;
  readonly undone: readonly string[] | null;
  /** Undo would lose these; the person decides. */
  readonly losses: readonly UndoLoss[] | null;
}

export type Action =
  | { readonly type: 'started'; readonly work: Work['kind'] }
  | { readonly type: 'progressed'; readonly work: Work }
  | { readonly type: 'failed'; readonly error: unknown }
  | { readonly type: 'cancelled' }
  | { readonly type: 'read'; readonly book: Book }
  | { readonly type: 'changed' }
  | { readonly type: 'went'; readonly view: View }
  | {
      readonly type: 'built';
      readonly template: string;
      readonly result: BuildResult;
      readonly memory: Memory;
    }
  | { readonly type: 'undone'; readonly sheets: readonly string[]; readonly memory: Memory }
  | { readonly type: 'wouldLose'; readonly losses: readonly UndoLoss[] | null }
  | { readonly type: 'dismissed' };

export const initialState: PaneState = {
  book: null,
  view: { name: 'book' },
  work: null,
  error: null,
  stale: false,
  undone: null,
  losses: null,
};

function withMemory(book: Book | null, memory: Memory): Book | null {
  return book && { ...book, memory };
}

export function reduce(state: PaneState, action: Action): PaneState {
  switch (action.type) {
    case 'started':
      return {
        ...state,
        work: { kind: action.work, sheet: '', step: null, share: null },
        error: null,
        undone: null,
        losses: null,
      };
    case 'progressed':
      // Progress may still arrive after the end; it must not bring the work back.
      return state.work ? { ...state, work: action.work } : state;
    case 'failed':
      return { ...state, work: null, error: action.error };
    case 'cancelled':
      return { ...state, work: null };
    case 'read':
      return {
        ...state,
        work: null,
        book: action.book,
        stale: false,
        view: tableAt(action.book, state.view) ? state.view : { name: 'book' },
      };
    case 'changed':
      return { ...state, stale: true };
    case 'went':
      return { ...state, view: action.view, error: null, undone: null, losses: null };
    case 'built':
      return {
        ...state,
        work: null,
        book: withMemory(state.book, action.memory),
        view: { name: 'result', template: action.template, result: action.result },
      };
    case 'undone':
      return {
        ...state,
        work: null,
        book: withMemory(state.book, action.memory),
        view: { name: 'book' },
        undone: action.sheets,
      };
    case 'wouldLose':
      return { ...state, work: null, losses: action.losses };
    case 'dismissed':
      return { ...state, error: null, undone: null, losses: null };
  }
}

/** Whether the view still has something to show in this book. */
function tableAt(book: Book, view: View): boolean {
  return view.name !== 'review' || findTable(book.reading, view.table) !== undefined;
}

export function findTable(reading: BookReading, { sheet, index }: TableKey): TableReading | undefined {
  return reading.sheets.find((candidate) => candidate.sheet === sheet)?.tables[index];
}

export function keyOf(reading: BookReading, table: TableReading): TableKey {
  const sheet = reading.sheets.find((candidate) => candidate.sheet === table.sheet);
  return { sheet: table.sheet, index: sheet ? sheet.tables.indexOf(table) : -1 };
}
