import type { Area } from '../domain/address';
import { DaybookError } from '../domain/errors';
import { excelError, type ExcelErrorCode } from './errors';
import { estimateBytes } from './payload';
import { PAYLOAD_BUDGET, type Session } from './run';

/** What of the cells is wanted; each is a matrix of the same shape. */
type CellFacet = 'values' | 'formulas' | 'numberFormat';

export type Cell = string | number | boolean;

/** Some rows of a job, as Excel gave them. */
export interface Piece {
  /** Counted from the job's first row. */
  readonly firstRow: number;
  readonly rows: number;
  readonly values: readonly (readonly Cell[])[];
  readonly formulas: readonly (readonly Cell[])[];
  readonly numberFormat: readonly (readonly string[])[];
  /** Whether each row is hidden; empty unless the job asked. */
  readonly hidden: readonly boolean[];
}

/** An area to read; large ones come in several pieces, small ones share a request. */
export interface Job {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly area: Area;
  readonly facets: readonly CellFacet[];
  readonly hiddenRows?: boolean;
  take(piece: Piece): void;
  /** What to do when this area can't be read; without it the whole reading fails. */
  fail?(error: DaybookError): void;
}

interface Running extends Job {
  next: number;
  bytesPerRow: number;
  /** Shares no request with others: it was in one that failed. */
  alone: boolean;
}

interface Request {
  readonly job: Running;
  readonly firstRow: number;
  readonly rows: number;
}

/** Before anything of an area is known: long texts in every cell. */
const FIRST_GUESS = 100;

/** Later rows may hold more than those measured. */
const MARGIN = 1.3;

/** Excel refuses to give more cells than this at once. */
const MOST_CELLS = 1_000_000;

/** These are not about one area: no smaller or separate request would help. */
const GENERAL: readonly string[] = [
  'excel-cancelled',
  'excel-session-lost',
  'excel-cell-editing',
  'excel-host-unsupported',
] satisfies ExcelErrorCode[];

/** Reads all areas with as few requests as the size limit allows. */
export async function readPieces(session: Session, jobs: readonly Job[]): Promise<void> {
  const total = jobs.reduce((sum, job) => sum + job.area.rows, 0);
  let done = 0;
  let queue = jobs.map((job): Running => {
    const perCell = FIRST_GUESS * job.facets.length;
    return { ...job, next: 0, bytesPerRow: job.area.columns * perCell, alone: false };
  });
  for (;;) {
    queue = queue.filter((job) => job.next < job.area.rows);
    const requests = pack(queue);
    const first = requests[0];
    if (!first) return;
    session.progress({ step: 'read', sheet: first.job.name, done, total });
    const failure = await attempt(session, requests);
    if (failure) done += giveWay(requests, failure);
    else for (const request of requests) done += request.rows;
  }
}

/** Fills one request up to the budget, in the order of the queue. */
function pack(queue: readonly Running[]): Request[] {
  const requests: Request[] = [];
  let left = PAYLOAD_BUDGET;
  for (const job of queue) {
    if (requests.length > 0 && job.alone) continue;
    const fit = Math.floor(Math.min(left / job.bytesPerRow, MOST_CELLS / job.area.columns));
    if (fit < 1 && requests.length > 0) break;
    const rows = Math.min(Math.max(1, fit), job.area.rows - job.next);
    requests.push({ job, firstRow: job.next, rows });
    left -= rows * job.bytesPerRow;
    if (job.alone) break;
  }
  return requests;
}

async function attempt(session: Session, requests: readonly Request[]): Promise<DaybookError | null> {
  const asked = requests.map(({ job, firstRow, rows }) => {
    const { row, column, columns } = job.area;
    const range = job.sheet.getRangeByIndexes(row + firstRow, column, rows, columns);
    range.load([...job.facets]);
    return { range, hidden: job.hiddenRows ? range.getRowProperties({ rowHidden: true }) : null };
  });
  try {
    await session.sync();
  } catch (error) {
    if (error instanceof DaybookError && !GENERAL.includes(error.code)) return error;
    throw error;
  }
  requests.forEach(({ job, firstRow, rows }, index) => {
    const { range, hidden } = asked[index]!;
    const has = (facet: CellFacet): boolean => job.facets.includes(facet);
    const piece: Piece = {
      firstRow,
      rows,
      values: has('values') ? (range.values as Cell[][]) : [],
      formulas: has('formulas') ? (range.formulas as Cell[][]) : [],
      numberFormat: has('numberFormat') ? (range.numberFormat as string[][]) : [],
      hidden: hidden ? hidden.value.map((row) => row.rowHidden === true) : [],
    };
    const bytes =
      estimateBytes(piece.values) + estimateBytes(piece.formulas) + estimateBytes(piece.numberFormat);
    job.bytesPerRow = Math.max(1, (bytes / rows) * MARGIN + (hidden ? 40 : 0));
    job.next += rows;
    job.take(piece);
  });
  return null;
}

/** After a failed request: smaller ones, then each area for itself; at the end that area is given up. Returns rows given up. */
function giveWay(requests: readonly Request[], failure: DaybookError): number {
  const tooLarge = failure.code === ('excel-too-large' satisfies ExcelErrorCode);
  if (tooLarge && requests.some((request) => request.rows > 1)) {
    for (const { job, rows } of requests)
      job.bytesPerRow = Math.max(job.bytesPerRow, PAYLOAD_BUDGET / rows) * 4;
    return 0;
  }
  if (requests.length > 1) {
    for (const { job } of requests) job.alone = true;
    return 0;
  }
  const { job } = requests[0]!;
  if (!job.fail) throw failure;
  const lost = job.area.rows - job.next;
  job.next = job.area.rows;
  job.fail(tooLarge ? excelError('excel-too-large', { sheet: job.name }) : failure);
  return lost;
}
