import type { Area } from '../domain/address';
import { loadMark, readMark, type SheetMark } from './mark';
import type { Session } from './run';

export const AREA_PROPERTIES = ['rowIndex', 'columnIndex', 'rowCount', 'columnCount'] as const;

/** The area of a range whose AREA_PROPERTIES were loaded. */
export function areaOf(range: Excel.Range): Area {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

export interface ListedSheet {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly isProtected: boolean;
  /** Who built it; null where people did. */
  readonly mark: SheetMark | null;
}

/** All sheets in the order of their tabs, with the marks of those that Daybook built. Two requests. */
export async function listSheets(session: Session): Promise<ListedSheet[]> {
  const sheets = session.workbook.worksheets.load('items/id,items/name,items/visibility');
  await session.sync();
  const marks = sheets.items.map((sheet) => {
    sheet.protection.load('protected');
    return loadMark(sheet);
  });
  await session.sync();
  return sheets.items.map((sheet, index) => ({
    sheet,
    id: sheet.id,
    name: sheet.name,
    visible: sheet.visibility === 'Visible',
    isProtected: sheet.protection.protected,
    mark: readMark(marks[index]!),
  }));
}
