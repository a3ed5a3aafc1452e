import { excelError } from './errors';
import { withExcel } from './run';

/** Shows a sheet and selects cells on it, for a finding that a person wants to look at. */
export function goTo(sheet: string, address: string): Promise<void> {
  return withExcel({}, async (session) => {
    const found = session.workbook.worksheets.getItemOrNullObject(sheet).load('visibility');
    await session.sync();
    if (found.isNullObject) throw excelError('excel-item-gone', { message: sheet });
    if (found.visibility !== 'Visible') found.visibility = 'Visible';
    found.activate();
    found.getRange(address).select();
    await session.sync();
  });
}

/** Shows a sheet. */
export function showSheet(sheet: string): Promise<void> {
  return withExcel({}, async (session) => {
    const found = session.workbook.worksheets.getItemOrNullObject(sheet);
    await session.sync();
    if (found.isNullObject) throw excelError('excel-item-gone', { message: sheet });
    found.activate();
    await session.sync();
  });
}
