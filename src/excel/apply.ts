import { clearBlocks, putBlocks, unmatched } from './blocks';
import { putCharts } from './charts';
import { putLock, putPanes, putPrint } from './dressing';
import type { Notice } from './errors';
import { isMissingApi } from './failures';
import { rangeOf, type PlacedSheet } from './placed';
import { putRules, putValidations } from './rules';
import type { Session } from './run';
import { createTable, putTableCells, putTableFormulas, updateTable, type TableExtent } from './tables';
import { DaybookError } from '../domain/errors';

/** A sheet to be brought from what stands there to what is wanted; `from` is null for a new sheet. */
export interface SheetWork {
  readonly sheet: Excel.Worksheet;
  readonly to: PlacedSheet;
  readonly from: PlacedSheet | null;
  /** By name: the tables that are there now. */
  readonly extents: ReadonlyMap<string, TableExtent>;
}

/**
 * Does the work on all sheets together: contents before tables, tables before formulas that name them, looks last.
 * A nicety that this Excel lacks is left out and told; any other failure ends the work.
 */
export async function applyWork(session: Session, works: readonly SheetWork[]): Promise<Notice[]> {
  await putContents(session, works);
  const notices: Notice[] = [];
  for (const [what, put] of niceties) notices.push(...(await putNicety(session, works, what, put)));
  return notices;
}

async function putContents(session: Session, works: readonly SheetWork[]): Promise<void> {
  const total = works.reduce(
    (sum, { to }) => sum + to.tables.reduce((rows, table) => rows + table.rows.length, 0),
    0,
  );
  let done = 0;
  for (const work of works) {
    const { sheet, to, from, extents } = work;
    const onRows = (rows: number): void => {
      done += rows;
      session.progress({ step: 'write', sheet: to.name, done, total });
    };
    session.progress({ step: 'write', sheet: to.name, done, total });
    if (from) await clearBlocks(session, sheet, unmatched(from.blocks, to.blocks));
    await dropTables(session, work);
    for (const table of to.tables) {
      const standing = from?.tables.find((other) => other.name === table.name);
      const extent = extents.get(table.name);
      if (!standing || !extent) await putTableCells(session, sheet, table, onRows);
      else await updateTable(session, sheet, table, standing, extent, onRows);
    }
  }
  await session.sync();
  for (const { sheet, to, extents } of works) {
    for (const table of to.tables) if (!extents.has(table.name)) await createTable(session, sheet, table);
  }
  await session.sync();
  for (const { sheet, to, from, extents } of works) {
    for (const table of to.tables)
      if (!extents.has(table.name)) await putTableFormulas(session, sheet, table);
    await putBlocks(session, sheet, to.blocks, from?.blocks ?? []);
  }
  await session.sync();
}

/** Only putting back a failed build takes a table away: one that the build had made. */
async function dropTables(session: Session, { sheet, to, from, extents }: SheetWork): Promise<void> {
  for (const table of from?.tables ?? []) {
    if (to.tables.some((other) => other.name === table.name)) continue;
    await session.room();
    if (extents.has(table.name)) sheet.tables.getItem(table.name).convertToRange();
    rangeOf(sheet, table.area).clear('All');
  }
}

type Put = (
  session: Session,
  sheet: Excel.Worksheet,
  to: PlacedSheet,
  from: PlacedSheet | null,
) => Promise<void>;

/** In this order; each is sent for all sheets at once. */
const niceties: readonly (readonly [string, Put])[] = [
  ['panes', putPanes],
  ['validation', putValidations],
  ['rules', putRules],
  ['charts', putCharts],
  ['print', putPrint],
  ['lock', putLock],
];

async function putNicety(
  session: Session,
  works: readonly SheetWork[],
  what: string,
  put: Put,
): Promise<Notice[]> {
  try {
    for (const { sheet, to, from } of works) await put(session, sheet, to, from);
    await session.sync();
    return [];
  } catch (error) {
    if (!(error instanceof DaybookError) || !isMissingApi(error)) throw error;
    return [{ code: 'excel-nicety-left-out', details: { what, message: error.details.message ?? '' } }];
  }
}
