import type { Area, SheetModel, WorkbookModel } from '../../model/types';
import { parseAddress } from '../areas';

export interface Destination {
  readonly sheet: SheetModel;
  readonly area: Area;
}

/** What a text in the name box means: an address, a name or a table; null when it is none of these. */
export function destinationOf(
  workbook: WorkbookModel,
  current: SheetModel,
  text: string,
): Destination | null {
  const typed = text.trim();
  const table = workbook.table(typed);
  if (table) return { sheet: table.sheet, area: table.area };
  const name = workbook.namedItem(typed, current) ?? workbook.namedItem(typed);
  return place(workbook, current, typed) ?? (name ? place(workbook, current, name.formula) : null);
}

/** "'Sheet 1'!A1:B2", or an address on the current sheet. */
function place(workbook: WorkbookModel, current: SheetModel, text: string): Destination | null {
  const mark = text.lastIndexOf('!');
  const written = text.slice(0, Math.max(0, mark)).trim();
  const bare =
    written.startsWith("'") && written.endsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
  const sheet = mark < 0 ? current : workbook.sheet(bare);
  const area = parseAddress(text.slice(mark + 1));
  return sheet && area ? { sheet, area } : null;
}
