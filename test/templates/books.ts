import { from1904 } from '../../src/domain/dates';
import type { Area } from '../../src/domain/address';
import { openFile, saveFile } from '../../src/workbench/files';
import { createWorkbook } from '../../src/workbench/model';
import type { CellValue, WorkbookModel } from '../../src/workbench/model/types';
import { instantOfText } from '../domain/calendar/texts';

/** A day, or a day and a time, as Excel keeps it: a number with a format. */
export interface When {
  readonly on: string;
}

export const on = (text: string): When => ({ on: text });

/** A text that begins with '=' is a formula here; a blank is null. */
export type GivenCell = string | number | boolean | null | When;

export interface GivenSheet {
  readonly name: string;
  readonly rows: readonly (readonly GivenCell[])[];
  readonly merges?: readonly Area[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** The rows from 0 on are an Excel table. */
  readonly table?: { readonly totals: boolean };
}

/** Sheets as a person would have saved them, written into an .xlsx file and opened from it. */
export async function bookOf(sheets: readonly GivenSheet[], date1904 = false): Promise<WorkbookModel> {
  const workbook = createWorkbook({ sheets: sheets.map(({ name }) => name), date1904 });
  for (const given of sheets) {
    const sheet = workbook.sheet(given.name);
    if (!sheet) throw new Error(`no sheet ${given.name}`);
    given.rows.forEach((cells, row) =>
      cells.forEach((cell, column) => {
        const at = { row, column };
        if (typeof cell === 'string' && cell.startsWith('=')) sheet.setInputs(at, [[cell]]);
        else sheet.setValues(at, [[valueOf(cell, date1904)]]);
        if (typeof cell === 'object' && cell !== null) {
          const numberFormat = cell.on.includes(' ') ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd';
          sheet.applyStyle({ ...at, rows: 1, columns: 1 }, { numberFormat });
        }
      }),
    );
    for (const area of given.merges ?? []) sheet.merge(area);
    for (const row of given.hiddenRows ?? []) sheet.setRowHidden(row, 1, true);
    for (const column of given.hiddenColumns ?? []) sheet.setColumnHidden(column, 1, true);
    if (given.table) {
      const columns = given.rows[0]?.length ?? 0;
      const table = sheet.addTable(
        { row: 0, column: 0, rows: given.rows.length, columns },
        { hasHeaders: true },
      );
      if (given.table.totals) table.showTotals = true;
    }
  }
  await workbook.calculate(true);
  const { bytes } = await saveFile(workbook);
  const opened = (await openFile(bytes, 'book.xlsx')).workbook;
  if (opened.date1904 !== date1904) throw new Error('The file lost its date system.');
  await opened.calculate(true);
  return opened;
}

function valueOf(cell: GivenCell, date1904: boolean): CellValue {
  if (typeof cell !== 'object' || cell === null) return cell;
  const serial = instantOfText(cell.on);
  return date1904 ? serial - from1904(0) : serial;
}
