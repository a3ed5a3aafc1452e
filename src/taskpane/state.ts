import type { BookScan, BuildResult, Memory, Progress, UndoLoss } from '../excel';
import { findTable, keyOf, type TableKey } from '../reading/outline';
import type { BookOutline, RememberedTable, TableOutline } from '../reading/types';
import { catalog } from '../templates/catalog';
import { sourcesOf } from '../templates/sources';
import type { TemplateEntry } from '../templates/types';

/** The workbook as it was last read, with what Daybook remembers in it. */
export interface Book {
  readonly scan: BookScan;
  readonly reading: BookOutline;
  readonly memory: Memory;
  readonly choices: readonly RememberedTable[];
  /** Computed beside the page; if not, the pane stands still while it computes. */
  readonly background: boolean;
}

export interface Work {
  readonly kind: 'read' | 'understand' | 'build' | 'undo';
  readonly sheet: string;
  /** 'plan': what is to be written is worked out. */
  readonly step: Progress['step'] | 'plan' | null;
  /** Null while it is not known how much there is to do. */
  readonly share: number | null;
}

export type View =
  /** `from`: the template or build whose review the person comes back from. */
  | { readonly name: 'book'; readonly from?: string }
  | {
      readonly name: 'review';
      readonly template: string;
      /** Null: to be built blank. */
      readonly table: TableKey | null;
      readonly refresh: string | null;
    }
  | { readonly name: 'result'; readonly template: string; readonly result: BuildResult };

export interface Failure {
  readonly error: unknown;
  /** What failed; null for something that no button began. */
  readonly during: Work['kind'] | null;
}

export interface Undoable {
  readonly template: string;
  readonly sheets: readonly string[];
}

export interface PaneState {
  readonly book: Book | null;
  readonly view: View;
  /** The view that the person came to last and the focus with them; null as long as the pane has only opened. */
  readonly arrival: View | null;
  /** What is going on now; everything else waits. */
  readonly work: Work | null;
  readonly failure: Failure | null;
  /** The sheets changed after they were read. */
  readonly stale: boolean;
  /** The build that undo would take back. */
  readonly undoable: Undoable | null;
  readonly undone: readonly string[] | null;
  /** Undo would lose these; the person decides. */
  readonly losses: readonly UndoLoss[] | null;
  /** The template that a ribbon button asked for, until the workbook is read and no work is in the way. */
  readonly asked: string | null;
}

export type Action =
  /** A ribbon button wants a template. */
  | { readonly type: 'asked'; readonly template: string }
  | { readonly type: 'started'; readonly work: Work['kind'] }
  | { readonly type: 'progressed'; readonly work: Work }
  | { readonly type: 'failed'; readonly error: unknown }
  /** Something beside the work failed; the work goes on. */
  | { readonly type: 'refused'; readonly error: unknown }
  | { readonly type: 'cancelled' }
  | { readonly type: 'read'; readonly book: Book }
  | { readonly type: 'changed' }
  | { readonly type: 'went'; readonly view: View }
  /** The same view speaks of something else; the focus stays. */
  | { readonly type: 'replaced'; readonly view: View }
  | { readonly type: 'wentBack' }
  | {
      readonly type: 'built';
      readonly template: string;
      readonly result: BuildResult;
      readonly memory: Memory;
      readonly undoable: Undoable | null;
    }
  | {
      readonly type: 'undone';
      readonly sheets: readonly string[];
      readonly memory: Memory;
      readonly undoable: Undoable | null;
    }
  | { readonly type: 'wouldLose'; readonly losses: readonly UndoLoss[] | null }
  | { readonly type: 'dismissed' };

function started(kind: Work['kind']): Work {
  return { kind, sheet: '', step: null, share: null };
}

export const initialState: PaneState = {
  book: null,
  view: { name: 'book' },
  arrival: null,
  // The pane opens reading.
  work: started('read'),
  failure: null,
  stale: false,
  undoable: null,
  undone: null,
  losses: null,
  asked: null,
};

function withMemory(book: Book | null, memory: Memory): Book | null {
  return book && { ...book, memory };
}

function arrived(state: PaneState, view: View): PaneState {
  return { ...state, view, arrival: view };
}

/** Goes to the review that was asked for; without a source, where one is needed, the book says what is missing. */
function answered(state: PaneState): PaneState {
  const { asked, book, work } = state;
  if (asked === null || !book || work) return state;
  const entry = catalog.find(({ id }) => id === asked);
  const view = (entry && reviewOf(entry, book)) ?? { name: 'book' as const };
  return { ...arrived(state, view), asked: null };
}

/** The review of a template over its likeliest source, or blank; null where it needs a source and there is none. */
export function reviewOf(entry: TemplateEntry, { reading }: Book): View | null {
  const [source] = sourcesOf(entry, reading);
  if (!source && !entry.blank) return null;
  return {
    name: 'review',
    template: entry.id,
    table: source ? keyOf(reading, source) : null,
    refresh: null,
  };
}

export function reduce(state: PaneState, action: Action): PaneState {
  return answered(step(state, action));
}

function step(state: PaneState, action: Action): PaneState {
  switch (action.type) {
    case 'asked':
      return { ...state, asked: action.template };
    case 'started':
      return {
        ...state,
        work: started(action.work),
        failure: null,
        undone: null,
        losses: null,
      };
    case 'progressed':
      // Progress may still arrive after the end; it must not bring the work back.
      return state.work ? { ...state, work: action.work } : state;
    case 'failed':
      return { ...state, work: null, failure: { error: action.error, during: state.work?.kind ?? null } };
    case 'refused':
      return { ...state, failure: { error: action.error, during: null } };
    case 'cancelled':
      return { ...state, work: null };
    case 'read':
      return {
        ...(isThere(action.book, state.view) ? state : arrived(state, { name: 'book' })),
        work: null,
        book: action.book,
        stale: false,
      };
    case 'changed':
      return { ...state, stale: true };
    case 'went':
      return { ...arrived(state, action.view), failure: null, undone: null, losses: null };
    case 'replaced':
      return { ...state, view: action.view };
    case 'wentBack': {
      const { view } = state;
      if (view.name === 'book') return state;
      const from = view.name === 'review' ? (view.refresh ?? view.template) : undefined;
      return step(state, { type: 'went', view: { name: 'book', from } });
    }
    case 'built':
      return {
        ...arrived(state, { name: 'result', template: action.template, result: action.result }),
        work: null,
        book: withMemory(state.book, action.memory),
        undoable: action.undoable,
      };
    case 'undone':
      return {
        ...arrived(state, { name: 'book' }),
        work: null,
        book: withMemory(state.book, action.memory),
        undone: action.sheets,
        undoable: action.undoable,
      };
    case 'wouldLose':
      return { ...state, work: null, losses: action.losses };
    case 'dismissed':
      return { ...state, failure: null, undone: null, losses: null };
  }
}

/** Whether there is anything that wants the person's attention. */
export function hasMessages({ failure, losses, undone }: PaneState): boolean {
  return failure !== null || losses !== null || undone !== null;
}

/** Work that nothing else may run beside; a choice may be followed by the next one while it is worked on. */
export function isBusy({ work }: PaneState): boolean {
  return work !== null && work.kind !== 'understand';
}

/** Whether the view still has something to show in this book. */
function isThere(book: Book, view: View): boolean {
  return view.name !== 'review' || tableOf(book, view) !== undefined;
}

/** The table that a review speaks of: null where it is built blank, undefined where the table is gone. */
export function tableOf(
  { reading }: Book,
  { table }: Extract<View, { name: 'review' }>,
): TableOutline | null | undefined {
  return table && findTable(reading, table);
}
