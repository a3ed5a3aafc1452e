import { freeSheetName, freeTableName } from '../plan/names';
import { excelError } from './errors';
import { listSheets } from './listing';
import { withExcel } from './run';
import { matchTables } from './standing';
import { loadStored, standingSheets } from './state';

/** The names a plan may use; the same shape as templates' NameBook. */
export interface WorkbookNames {
  sheet(role: string, wish: string): string;
  table(role: string, wish: string): string;
}

/** Names that are free in the workbook; sheets and tables of the build to refresh keep theirs, however people renamed them. */
export function loadNames(refresh: string | null): Promise<WorkbookNames> {
  return withExcel({}, async (session) => {
    const tables = session.workbook.tables.load('items/name');
    const defined = session.workbook.names.load('items/name');
    const listed = await listSheets(session);
    const stored = refresh === null ? null : await loadStored(session);
    const build = stored?.builds.find((record) => record.id === refresh);
    if (refresh !== null && !build) throw excelError('excel-build-gone', { build: refresh });

    const sheetNames = new Map<string, string>();
    const tableNames = new Map<string, string>();
    if (build) {
      const standing = standingSheets(build, listed);
      for (const { sheet } of standing.values()) sheet.tables.load('items/name');
      await session.sync();
      for (const record of build.sheets) {
        const there = standing.get(record.role);
        if (!there) continue;
        sheetNames.set(record.role, there.name);
        const found = matchTables(record.tables, there.sheet.tables.items);
        for (const [role, table] of found) tableNames.set(role, table.name);
      }
    }
    const takenSheets = listed.map((sheet) => sheet.name);
    const takenTables = [...tables.items, ...defined.items].map((item) => item.name);
    return {
      sheet: (role, wish) =>
        keptOrFree(sheetNames, role, () => freeSheetName(wish, takenSheets), takenSheets),
      table: (role, wish) =>
        keptOrFree(tableNames, role, () => freeTableName(wish, takenTables), takenTables),
    };
  });
}

/** One role has one name, however often it is asked for. */
function keptOrFree(names: Map<string, string>, role: string, free: () => string, taken: string[]): string {
  const known = names.get(role);
  if (known !== undefined) return known;
  const name = free();
  taken.push(name);
  names.set(role, name);
  return name;
}
