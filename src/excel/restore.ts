import { DaybookError } from '../domain/errors';
import { applyWork, type SheetWork } from './apply';
import { excelError } from './errors';
import { AREA_PROPERTIES, areaOf, listSheets, type ListedSheet } from './listing';
import type { PlacedSheet } from './placed';
import { withExcel, type Session } from './run';
import type { Work } from './types';
import { putPart, type StoredPart } from './state';
import type { TableExtent } from './tables';

/** How a workbook was before a build, as far as the build can change it. */
export interface Before {
  readonly build: string;
  /** Ids of all sheets there were. */
  readonly sheets: ReadonlySet<string>;
  readonly active: string;
  /** Names that the build gave to new sheets. */
  readonly added: readonly string[];
  readonly refreshed: readonly {
    readonly id: string;
    /** What stood there, and what the build wrote. */
    readonly before: PlacedSheet;
    readonly written: PlacedSheet;
  }[];
  /** What the workbook remembered. */
  readonly parts: readonly StoredPart[];
}

/** How often putting back is tried: a connection that broke once may be there again. */
const ATTEMPTS = 2;

/**
 * Puts the workbook back: the sheets that a build added go, refreshed ones return to what they were, and so does what
 * the workbook remembers. Can't be stopped half-way. Answers with the failure when it did not succeed.
 */
export async function restore(before: Before, onProgress?: Work['onProgress']): Promise<DaybookError | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      await withExcel({ onProgress }, (session) => putBack(session, before));
      return null;
    } catch (error) {
      if (!(error instanceof DaybookError)) throw error;
      if (attempt === ATTEMPTS) return error;
    }
  }
}

/** The honest report that a workbook could not be put back. */
export function restoreFailed(before: Before, failures: readonly unknown[]): DaybookError {
  const sheets = [...before.added, ...before.refreshed.map((sheet) => sheet.before.name)].join(', ');
  const messages = failures.map((one) => (one instanceof Error ? one.message : String(one)));
  return excelError('excel-restore-failed', { sheets, message: messages.join(' / ') });
}

async function putBack(session: Session, before: Before): Promise<void> {
  session.progress({ step: 'restore', sheet: '', done: 0, total: 0 });
  const listed = await listSheets(session);
  const works: SheetWork[] = [];
  for (const { id, before: to, written: from } of before.refreshed) {
    const sheet = listed.find((one) => one.id === id);
    if (!sheet) throw excelError('excel-undo-impossible', { sheet: to.name });
    works.push({ sheet: sheet.sheet, to, from, extents: new Map() });
  }
  await applyWork(session, await withExtents(session, works));
  const added = await addedSheets(session, before, listed);
  const active = listed.find((sheet) => sheet.id === before.active);
  if (active) await activateQuietly(session, active);
  for (const sheet of added) {
    await session.room();
    sheet.sheet.delete();
  }
  await session.sync();
  for (const part of before.parts) await putPart(session, part);
  await session.sync();
}

/** A sheet that is about to go must not be the one that is shown; nothing is activated that is shown already. */
async function activateQuietly(session: Session, wanted: ListedSheet): Promise<void> {
  const now = session.workbook.worksheets.getActiveWorksheet().load('id');
  await session.sync();
  if (now.id !== wanted.id) wanted.sheet.activate();
}

/** Asks where the tables of these sheets are now. Two requests. */
export async function withExtents(session: Session, works: readonly SheetWork[]): Promise<SheetWork[]> {
  for (const { sheet } of works) sheet.tables.load('items/name,items/showTotals');
  await session.sync();
  const ranges = works.map(({ sheet }) =>
    sheet.tables.items.map((table) => table.getRange().load([...AREA_PROPERTIES])),
  );
  await session.sync();
  return works.map((work, index) => ({
    ...work,
    extents: new Map(
      work.sheet.tables.items.map((table, at): [string, TableExtent] => {
        const area = areaOf(ranges[index]![at]!);
        const totals = table.showTotals;
        return [table.name, { area: { ...area, rows: area.rows - (totals ? 1 : 0) }, totals }];
      }),
    ),
  }));
}

/** Sheets that the build added: marked, or of the name it asked for and still blank (it failed before the mark). */
async function addedSheets(
  session: Session,
  before: Before,
  listed: readonly ListedSheet[],
): Promise<ListedSheet[]> {
  const fresh = listed.filter((sheet) => !before.sheets.has(sheet.id));
  const used = fresh.map(({ sheet }) => sheet.getUsedRangeOrNullObject(true).load('rowCount'));
  await session.sync();
  return fresh.filter(({ mark, name }, index) =>
    mark ? mark.build === before.build : before.added.includes(name) && used[index]!.isNullObject,
  );
}
