import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { BuildSource, Progress } from '../excel';
import type { Locale } from '../locales';
import { headerSignature, readBookSteps, remember } from '../reading';
import type { ReadingProgress, TableChoices, TableReading } from '../reading/types';
import { templateById } from '../templates';
import type { BuildRequest, Preparation } from '../templates/types';
import { drain } from './drain';
import type { Host } from './host';
import { isCancelled } from './messages';
import { initialState, reduce, type Book, type PaneState, type View, type Work } from './state';

export interface BuildOrder {
  readonly book: Book;
  readonly template: string;
  readonly table: TableReading;
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
  /** Reads the workbook again with what the person corrected, and remembers the correction. */
  readonly choose: (book: Book, table: TableReading, choices: TableChoices) => void;
  /** What the order would make; null where that can't be said, and the state says why. */
  readonly prepare: (order: BuildOrder) => Promise<Preparation | null>;
  readonly build: (order: BuildOrder) => void;
  readonly undo: (evenIfLost?: boolean) => void;
  readonly dismiss: () => void;
  /** Shows a place in the workbook. */
  readonly show: (sheet: string, address?: string) => void;
}

const share = ({ done, total }: { done: number; total: number }): number | null =>
  total > 0 ? done / total : null;

/** Everything the pane can do, and the state that comes of it. One piece of work runs at a time. */
export function useDaybook(host: Host): Daybook {
  const [state, dispatch] = useReducer(reduce, initialState);
  const running = useRef<AbortController | null>(null);

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

  const understand = useCallback(async (book: Omit<Book, 'reading'>, signal: AbortSignal): Promise<Book> => {
    const tell = (progress: ReadingProgress): void =>
      dispatch({
        type: 'progressed',
        work: { kind: 'understand', sheet: progress.sheet, step: null, share: share(progress) },
      });
    return { ...book, reading: await drain(readBookSteps(book.scan.grid, book.choices), tell, signal) };
  }, []);

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
        const memory = await host.loadMemory();
        const scan = await host.readGrid({ signal, onProgress: excelProgress('read') });
        const book = await understand({ scan, memory, choices: memory.choices }, signal);
        dispatch({ type: 'read', book });
      }),
    [excelProgress, host, run, understand],
  );

  useEffect(() => {
    read();
    const watching = host.watchWorkbook(() => dispatch({ type: 'changed' }));
    watching.catch((error: unknown) => dispatch({ type: 'failed', error }));
    return () => {
      running.current?.abort();
      void watching.then((stopWatching) => stopWatching());
    };
  }, [host, read]);

  const choose = useCallback(
    (before: Book, table: TableReading, choices: TableChoices) =>
      run('understand', async (signal) => {
        const chosen = remember(before.choices, table, choices);
        const book = await understand({ ...before, choices: chosen }, signal);
        await host.saveChoices(chosen);
        dispatch({ type: 'read', book });
      }),
    [host, run, understand],
  );

  const request = useCallback(
    async (order: BuildOrder): Promise<BuildRequest> => {
      const names = await host.loadNames(order.refresh);
      return {
        book: order.book.reading,
        source: order.table,
        asOf: null,
        locale: order.locale,
        names,
        options: order.options,
      };
    },
    [host],
  );

  const prepare = useCallback(
    async (order: BuildOrder): Promise<Preparation | null> => {
      try {
        return templateById(order.template).prepare(await request(order));
      } catch (error) {
        dispatch({ type: 'failed', error });
        return null;
      }
    },
    [request],
  );

  const build = useCallback(
    (order: BuildOrder) =>
      run('build', async (signal) => {
        const plan = templateById(order.template).build(await request(order));
        const source: BuildSource = { sheet: order.table.sheet, signature: headerSignature(order.table) };
        const { options, refresh } = order;
        const result = await host.writePlan(plan, {
          source,
          options,
          refresh,
          signal,
          onProgress: excelProgress('build'),
        });
        dispatch({ type: 'built', template: order.template, result, memory: await host.loadMemory() });
      }),
    [excelProgress, host, request, run],
  );

  const undo = useCallback(
    (evenIfLost = false) =>
      run('undo', async (signal) => {
        const outcome = await host.undoBuild({ signal, evenIfLost, onProgress: excelProgress('undo') });
        if (!outcome.done) dispatch({ type: 'wouldLose', losses: outcome.losses });
        else
          dispatch({
            type: 'undone',
            sheets: [...outcome.removed, ...outcome.restored],
            memory: await host.loadMemory(),
          });
      }),
    [excelProgress, host, run],
  );

  const stop = useCallback(() => running.current?.abort(), []);
  const go = useCallback((view: View) => dispatch({ type: 'went', view }), []);
  const dismiss = useCallback(() => dispatch({ type: 'dismissed' }), []);
  const show = useCallback(
    (sheet: string, address?: string) => {
      const shown = address === undefined ? host.showSheet(sheet) : host.goTo(sheet, address);
      shown.catch((error: unknown) => dispatch({ type: 'failed', error }));
    },
    [host],
  );

  return useMemo(
    () => ({ state, read, stop, go, choose, prepare, build, undo, dismiss, show }),
    [state, read, stop, go, choose, prepare, build, undo, dismiss, show],
  );
}
