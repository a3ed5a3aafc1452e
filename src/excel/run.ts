import { cancelled, drain, nextTask, SLICE_MS, type Steps } from '../domain/drain';
import { DaybookError } from '../domain/errors';
import { fromExcel } from './failures';
import { excelError } from './errors';
import type { Progress, Work } from './types';

/**
 * Bytes that one request or answer may carry: Excel on the web refuses above 5 MB, and its own escaping comes on top.
 * Far less than that, since Excel is deaf while it works a request off: half a megabyte is some 5,000 rows.
 */
export const PAYLOAD_BUDGET = 500_000;

/** What one queued action costs besides its cells. */
const ACTION_BYTES = 600;

/** One conversation with Excel: collects actions, sends them in requests below the limit, and can be stopped in between. */
export class Session {
  private pending = 0;
  private sliceEnd = performance.now() + SLICE_MS;

  constructor(
    readonly context: Excel.RequestContext,
    private readonly work: Work,
  ) {}

  get workbook(): Excel.Workbook {
    return this.context.workbook;
  }

  /** Sends what is queued; a stop asked for by the person takes effect before it. */
  async sync(): Promise<void> {
    // Office.js spells the whole request out in one go: what led to it is not to come on top.
    await this.giveWay();
    if (this.work.signal?.aborted) throw excelError('excel-cancelled');
    this.pending = 0;
    try {
      await this.context.sync();
    } catch (error) {
      throw fromExcel(error);
    }
  }

  /** Makes room for a change that carries so many bytes; sends the queue first where it would grow too large. */
  async room(bytes = 0): Promise<void> {
    const cost = bytes + ACTION_BYTES;
    if (this.pending > 0 && this.pending + cost > PAYLOAD_BUDGET) await this.sync();
    if (this.pending === 0) this.hush();
    this.pending += cost;
  }

  /** The screen and the formulas follow once a request is done, not at every change within it. */
  private hush(): void {
    const { application } = this.context;
    if (supports('1.6')) application.suspendApiCalculationUntilNextSync();
    if (supports('1.9')) application.suspendScreenUpdatingUntilNextSync();
  }

  /** Runs a long calculation in slices: the page stays alive, and a stop takes effect. */
  async compute<Result>(steps: Steps<Result>): Promise<Result> {
    await this.giveWay();
    return drain(steps, () => undefined, this.work.signal);
  }

  /** Lets clicks and painting in between where many small pieces of work have added up; a stop takes effect. */
  async giveWay(): Promise<void> {
    if (performance.now() < this.sliceEnd) return;
    await nextTask();
    if (this.work.signal?.aborted) throw cancelled();
    this.sliceEnd = performance.now() + SLICE_MS;
  }

  progress(progress: Progress): void {
    this.work.onProgress?.(progress);
  }
}

/** True where this Excel has the given version of its API (ExcelApi 1.x). */
export function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/** Runs work in one request context. Waits while a person edits a cell, and turns every failure into a DaybookError. */
export async function withExcel<T>(work: Work, action: (session: Session) => Promise<T>): Promise<T> {
  if (typeof Excel === 'undefined') throw excelError('excel-host-unsupported');
  if (work.signal?.aborted) throw excelError('excel-cancelled');
  const options = supports('1.20')
    ? { delayForCellEdit: true, mergeUndoGroup: true }
    : { delayForCellEdit: true };
  try {
    return await Excel.run(options, (context) => action(new Session(context, work)));
  } catch (error) {
    throw error instanceof DaybookError ? error : fromExcel(error);
  }
}
