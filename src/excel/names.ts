import { nameBook, type NameBook, type WorkbookNames } from '../plan/names';
import { excelError } from './errors';
import { listSheets } from './listing';
import { withExcel } from './run';
import { matchTables } from './standing';
import { loadStored, standingSheets } from './state';

/** The names in the workbook; sheets and tables of the build to refresh keep theirs, however people renamed them. */
export function workbookNames(refresh: string | null): Promise<WorkbookNames> {
  return withExcel({}, async (session) => {
    const tables = session.workbook.tables.load('items/name');
    const defined = session.workbook.names.load('items/name');
    const listed = await listSheets(session);
    const stored = refresh === null ? null : await loadStored(session);
    const build = stored?.builds.find((record) => record.id === refresh);
    if (refresh !== null && !build) throw excelError('excel-build-gone', { build: refresh });

    const keptSheets: [string, string][] = [];
    const keptTables: [string, string][] = [];
    if (build) {
      const standing = standingSheets(build, listed);
      for (const { sheet } of standing.values()) sheet.tables.load('items/name');
      await session.sync();
      for (const record of build.sheets) {
        const there = standing.get(record.role);
        if (!there) continue;
        keptSheets.push([record.role, there.name]);
        const found = matchTables(record.tables, there.sheet.tables.items);
        for (const [role, table] of found) keptTables.push([role, table.name]);
      }
    }
    return {
      sheets: { taken: listed.map((sheet) => sheet.name), kept: Object.fromEntries(keptSheets) },
      tables: {
        taken: [...tables.items, ...defined.items].map((item) => item.name),
        kept: Object.fromEntries(keptTables),
      },
    };
  });
}

/** Names that are free in the workbook, or kept. */
export async function loadNames(refresh: string | null): Promise<NameBook> {
  return nameBook(await workbookNames(refresh));
}
