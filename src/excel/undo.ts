import { cellAddress } from '../domain/address';
import { ROWS_A_STEP, type Steps } from '../domain/drain';
import { cellContent } from '../plan/fingerprint';
import type { PlanCell } from '../plan/types';
import { excelError } from './errors';
import { unwatched } from './events';
import { listSheets } from './listing';
import { blockArea, contains, type PlacedColumn, type PlacedTable } from './placed';
import { TYPED, type BuildRecord, type SheetRecord } from './record';
import { printOf } from './refreshBlocks';
import { restore, restoreFailed, type Before } from './restore';
import { withExcel, type Session } from './run';
import { namingOf, readStanding, standingColumns, type StandingSheet } from './standing';
import { loadStored, memoryPart, rowsNamespace, standingSheets, type StoredPart } from './state';
import type { UndoLoss, UndoOutcome, Work } from './types';

/** A build that can be undone, kept while the pane is open: Excel's own undo does not reach back over a whole build. */
interface Undoable {
  readonly before: Before;
  readonly build: BuildRecord;
  /** What was remembered of the build that was refreshed; null where it was new. */
  readonly previous: BuildRecord | null;
  /** The rows that were written, by table role. */
  readonly tables: readonly PlacedTable[];
}

let last: Undoable | null = null;

/** Keeps what is needed to undo a build, in place of the one before. */
export function rememberForUndo(undoable: Undoable): void {
  last = undoable;
}

/** The build that undo would take back; null where there is none. */
export function canUndo(): { readonly template: string; readonly sheets: readonly string[] } | null {
  return last && { template: last.build.template, sheets: last.build.sheets.map((sheet) => sheet.name) };
}

/**
 * Takes the last build back: new sheets go, refreshed ones return to what they were. Where people have changed the
 * built sheets since, it does nothing and lists what would be lost, unless told to go on.
 */
export async function undoBuild(
  options: Work & { readonly evenIfLost?: boolean } = {},
): Promise<UndoOutcome> {
  const undoable = last;
  if (!undoable) throw excelError('excel-nothing-to-undo');
  return unwatched(async () => {
    const { before, build, previous } = undoable;
    const { losses, memory } = await withExcel(options, async (session) => ({
      losses: options.evenIfLost ? [] : await findLosses(session, undoable),
      memory: await memoryWithout(session, build, previous),
    }));
    if (losses.length > 0) return { done: false, losses };
    const rows = before.parts.filter((part) => part.namespace === rowsNamespace(build.id));
    const failure = await restore({ ...before, parts: [memory, ...rows] }, options.onProgress);
    if (failure) throw restoreFailed(before, [failure]);
    last = null;
    return {
      done: true,
      removed: before.added,
      restored: before.refreshed.map((sheet) => sheet.before.name),
    };
  });
}

/** What the workbook remembers now, with the build as it was: choices made since stay. */
async function memoryWithout(
  session: Session,
  build: BuildRecord,
  previous: BuildRecord | null,
): Promise<StoredPart> {
  const stored = await loadStored(session);
  const builds = stored.builds.flatMap((one) => (one.id === build.id ? (previous ?? []) : one));
  if (builds.length === 0 && stored.choices.length === 0) return { ...stored.part, xml: null };
  return memoryPart({ builds, choices: stored.choices });
}

async function findLosses(session: Session, { before, build, tables }: Undoable): Promise<UndoLoss[]> {
  const sheets = standingSheets(build, await listSheets(session));
  const pairs = build.sheets.flatMap((record) => {
    const listed = sheets.get(record.role);
    return listed ? [{ listed, record }] : [];
  });
  const standing = await readStanding(session, pairs);
  const naming = namingOf(standing);
  const losses: UndoLoss[] = [];
  for (const sheet of standing) {
    const changed = [changedInBlocks(sheet.record, sheet, naming)];
    for (const table of tables) changed.push(await session.compute(changedInTable(table, sheet)));
    if (!before.sheets.has(sheet.record.id)) changed.push(await session.compute(cellsBeside(sheet)));
    const cells = changed.flat();
    if (cells.length === 0) continue;
    const more = Math.max(0, cells.length - SHOWN);
    losses.push({ sheet: sheet.listed.name, cells: cells.slice(0, SHOWN), more });
  }
  return losses;
}

const SHOWN = 20;

function changedInBlocks(
  record: SheetRecord,
  sheet: StandingSheet,
  naming: ReturnType<typeof namingOf>,
): string[] {
  return record.blocks.flatMap((block) =>
    block.prints.flatMap((row, r) =>
      row.flatMap((print, c) => {
        const at = { row: block.at.row + r, column: block.at.column + c };
        const now = printOf(sheet.cellAt(at.row, at.column), naming);
        return print === TYPED || now === '' || now === print ? [] : [cellAddress(at)];
      }),
    ),
  );
}

/**
 * Cells of a table that no longer hold what was written, wherever people sorted their row; of rows that people added,
 * every cell with content.
 */
function* changedInTable(written: PlacedTable, sheet: StandingSheet): Steps<string[]> {
  const table = sheet.tables.get(written.role);
  if (!table) return [];
  const columns = standingColumns(table);
  const places = columns.map((column) => written.columns.findIndex((one) => one.id === column.id));
  const recognise = rowFinder(written, columns);
  const changed: string[] = [];
  for (const [r, row] of table.rows.entries()) {
    if (r % ROWS_A_STEP === 0) yield;
    const before = recognise(row, r) ?? [];
    for (const [c, cell] of row.entries()) {
      const formula = columns[c]?.formula !== undefined && typeof cell === 'object';
      const now = formula ? '' : cellContent(cell);
      if (now === '' || now === cellContent(before[places[c]!] ?? null)) continue;
      changed.push(cellAddress({ row: table.area.row + 1 + r, column: table.area.column + c }));
    }
  }
  return changed;
}

/** Finds the written row of a standing one by its mark; a row without mark by its place. */
function rowFinder(
  written: PlacedTable,
  columns: readonly PlacedColumn[],
): (row: readonly PlanCell[], index: number) => readonly PlanCell[] | undefined {
  const mark = columns.findIndex((column) => column.mark);
  const writtenMark = written.columns.findIndex((column) => column.mark);
  const byMark = new Map<string, readonly PlanCell[]>();
  for (const row of written.rows) {
    const text = cellContent(row[writtenMark]);
    if (text !== '') byMark.set(text, row);
  }
  return (row, index) => {
    const text = mark < 0 ? '' : cellContent(row[mark]);
    return text === '' ? written.rows[index] : byMark.get(text);
  };
}

/** Cells that people filled beside what was built: they would go with the sheet. */
function* cellsBeside(sheet: StandingSheet): Steps<string[]> {
  const { used } = sheet;
  if (!used) return [];
  const built = [
    ...sheet.record.blocks.map((block) => blockArea({ ...block, cells: block.prints })),
    ...[...sheet.tables.values()].map(({ area, totals }) => ({
      ...area,
      rows: area.rows + (totals ? 1 : 0),
    })),
  ];
  const cells: string[] = [];
  for (let row = used.row; row < used.row + used.rows; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    for (let column = used.column; column < used.column + used.columns; column++) {
      if (built.some((area) => contains(area, row, column))) continue;
      if (cellContent(sheet.cellAt(row, column)) !== '') cells.push(cellAddress({ row, column }));
    }
  }
  return cells;
}
