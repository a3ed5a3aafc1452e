import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { onTemplateAsked } from '../commands';
import type { Progress } from '../excel';
import type { Locale } from '../locales';
import { remember } from '../reading/choices';
import { keyOf, type TableKey } from '../reading/outline';
import type { ReadingProgress, RememberedTable, TableChoices, TableOutline } from '../reading/types';
import { entryById } from '../templates/catalog';
import { rememberCompanions, rememberSource, type Companions } from '../templates/sources';
import type { Preparation } from '../templates/types';
import type { BookSource } from '../worker/client';
import type { WorkerOrder } from '../worker/protocol';
import type { Host } from './host';
import { isCancelled } from './messages';
import { initialState, reduce, type Book, type PaneState, type View, type Work } from './state';

export interface BuildOrder {
  readonly book: Book;
  readonly template: string;
  /** Null: blank, to be filled in by hand. */
  readonly table: TableOutline | null;
  readonly companions: Companions<TableOutline>;
  readonly locale: Locale;
  readonly options: Readonly<Record<string, string>>;
  /** The build to refresh, or null for new sheets. */
  readonly refresh: string | null;
}

export interface Daybook {
  readonly state: PaneState;
  readonly read: () => void;
  readonly stop: () => void;
  readonly go: (view: View) => void;
  /** The same view, speaking of something else. */
  readonly replace: (view: View) => void;
  /** From a review or a result to the book, to where the person came from. */
  readonly back: () => void;
  /** Reads the workbook again with what the person corrected, and remembers the correction. */
  readonly choose: (book: Book, table: TableOutline, choices: TableChoices) => void;
  /** What the order would make; null where that can't be said and the state says why, or where it is not asked any more. */
  readonly prepare: (order: BuildOrder, signal: AbortSignal) => Promise<Preparation | null>;
  readonly build: (order: BuildOrder) => void;
  readonly undo: (evenIfLost?: boolean) => void;
  readonly dismiss: () => void;
  /** Shows a place in the workbook. */
  readonly show: (sheet: string, address?: string) => void;
}

type Building = Awaited<ReturnType<Host['building']>>;

/** A book before it is understood. */
type Unread = Omit<Book, 'reading' | 'background'>;

const share = ({ done, total }: { done: number; total: number }): number | null =>
  total > 0 ? done / total : null;

const sourceOf = ({ scan, choices }: Unread): BookSource => ({ grid: scan.grid, choices });

/** The order as the worker takes it. */
async function orderFor(order: BuildOrder, { workbookNames, readRules }: Building): Promise<WorkerOrder> {
  const { book, template, table, companions, locale, options, refresh } = order;
  const keyIn = (one: TableOutline): TableKey => keyOf(book.reading, one);
  return {
    template,
    source: table && keyIn(table),
    companions: Object.fromEntries(
      Object.entries(companions).map(([id, tables]) => [id, tables.map(keyIn)] as const),
    ),
    // Read anew each time: a plan may have been built, or a cell of it typed, since the workbook was read.
    rules: await readRules(),
    names: await workbookNames(refresh),
    locale,
    options,
  };
}

/** Everything the pane can do, and the state that comes of it. One piece of work runs at a time. */
export function useDaybook(host: Host): Daybook {
  const [state, dispatch] = useReducer(reduce, initialState);
  const [worker] = useState(() => host.openWorker());
  const running = useRef<AbortController | null>(null);
  const pending = useRef<readonly RememberedTable[] | null>(null);

  const run = useCallback((kind: Work['kind'], work: (signal: AbortSignal) => Promise<void>) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    dispatch({ type: 'started', work: kind });
    work(controller.signal).catch((error: unknown) => {
      if (running.current !== controller) return; // Newer work has taken over and tells its own end.
      dispatch(isCancelled(error) ? { type: 'cancelled' } : { type: 'failed', error });
    });
  }, []);

  const understand = useCallback(
    async (kind: Work['kind'], book: Unread, signal: AbortSignal): Promise<Book> => {
      const onProgress = (progress: ReadingProgress): void =>
        dispatch({
          type: 'progressed',
          work: { kind, sheet: progress.sheet, step: null, share: share(progress) },
        });
      const reading = await worker.read(sourceOf(book), { signal, onProgress });
      return { ...book, reading, background: await worker.inBackground() };
    },
    [worker],
  );

  const excelProgress = useCallback(
    (kind: Work['kind']) => (progress: Progress) =>
      dispatch({
        type: 'progressed',
        work: { kind, sheet: progress.sheet, step: progress.step, share: share(progress) },
      }),
    [],
  );

  const read = useCallback(
    () =>
      run('read', async (signal) => {
        const look = async (): Promise<Unread> => {
          const memory = await host.loadMemory();
          const scan = await host.readGrid({ signal, onProgress: excelProgress('read') });
          return { scan, memory, choices: memory.choices };
        };
        // The worker starts while Excel hands over the cells.
        const [unread] = await Promise.all([look(), worker.inBackground()]);
        dispatch({ type: 'read', book: await understand('read', unread, signal) });
      }),
    [excelProgress, host, run, understand, worker],
  );

  useEffect(() => {
    read();
    const watching = host
      .watchWorkbook(() => dispatch({ type: 'changed' }))
      .catch((error: unknown) => {
        dispatch({ type: 'refused', error });
        return null;
      });
    return () => {
      running.current?.abort();
      worker.end();
      void watching.then((stopWatching) => stopWatching?.());
    };
  }, [host, read, worker]);

  useEffect(() => onTemplateAsked((template) => dispatch({ type: 'asked', template })), []);

  const choose = useCallback(
    (before: Book, table: TableOutline, choices: TableChoices) =>
      run('understand', async (signal) => {
        // A choice made while the one before is still worked on takes its place and contains it.
        const chosen = remember(pending.current ?? before.choices, table, choices);
        pending.current = chosen;
        try {
          const book = await understand('understand', { ...before, choices: chosen }, signal);
          dispatch({ type: 'read', book });
        } finally {
          if (pending.current === chosen) pending.current = null;
        }
        await host.saveChoices(chosen);
      }),
    [host, run, understand],
  );

  const prepare = useCallback(
    async (order: BuildOrder, signal: AbortSignal): Promise<Preparation | null> => {
      try {
        const wanted = await orderFor(order, await host.building());
        return await worker.prepare(sourceOf(order.book), wanted, { signal });
      } catch (error) {
        if (!isCancelled(error)) dispatch({ type: 'refused', error });
        return null;
      }
    },
    [host, worker],
  );

  const build = useCallback(
    (order: BuildOrder) =>
      run('build', async (signal) => {
        const building = await host.building();
        const { table, book, companions, template } = order;
        const wanted = await orderFor(order, building);
        dispatch({ type: 'progressed', work: { kind: 'build', sheet: '', step: 'plan', share: null } });
        const plan = await worker.build(sourceOf(book), wanted, { signal });
        const result = await building.writePlan(plan, {
          source: table && rememberSource(table),
          companions: rememberCompanions(entryById(template), book.reading, table, companions),
          options: order.options,
          refresh: order.refresh,
          signal,
          onProgress: excelProgress('build'),
        });
        dispatch({
          type: 'built',
          template,
          result,
          memory: await host.loadMemory(),
          undoable: building.canUndo(),
        });
      }),
    [excelProgress, host, run, worker],
  );

  const undo = useCallback(
    (evenIfLost = false) =>
      run('undo', async (signal) => {
        const building = await host.building();
        const outcome = await building.undoBuild({
          signal,
          evenIfLost,
          onProgress: excelProgress('undo'),
        });
        if (!outcome.done) {
          dispatch({ type: 'wouldLose', losses: outcome.losses });
          return;
        }
        dispatch({
          type: 'undone',
          sheets: [...outcome.removed, ...outcome.restored],
          memory: await host.loadMemory(),
          undoable: building.canUndo(),
        });
      }),
    [excelProgress, host, run],
  );

  const stop = useCallback(() => running.current?.abort(), []);
  const go = useCallback((view: View) => dispatch({ type: 'went', view }), []);
  const replace = useCallback((view: View) => dispatch({ type: 'replaced', view }), []);
  const back = useCallback(() => dispatch({ type: 'wentBack' }), []);
  const dismiss = useCallback(() => dispatch({ type: 'dismissed' }), []);
  const show = useCallback(
    (sheet: string, address?: string) => {
      const shown = address === undefined ? host.showSheet(sheet) : host.goTo(sheet, address);
      shown.catch((error: unknown) => dispatch({ type: 'refused', error }));
    },
    [host],
  );

  return useMemo(
    () => ({ state, read, stop, go, replace, back, choose, prepare, build, undo, dismiss, show }),
    [state, read, stop, go, replace, back, choose, prepare, build, undo, dismiss, show],
  );
}
