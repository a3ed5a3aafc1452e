/** How Daybook knows its own sheets: a custom property that travels with the sheet, whatever people call it. */
const KEY = 'daybook';

export interface SheetMark {
  readonly build: string;
  readonly role: string;
}

/** Marks a sheet as built. */
export function markSheet(sheet: Excel.Worksheet, mark: SheetMark): void {
  sheet.customProperties.add(KEY, `${mark.build} ${mark.role}`);
}

/** Asks for a sheet's mark; read it with readMark after the next sync. */
export function loadMark(sheet: Excel.Worksheet): Excel.WorksheetCustomProperty {
  return sheet.customProperties.getItemOrNullObject(KEY).load('value');
}

/** The mark that was asked for; null where people own the sheet. */
export function readMark(property: Excel.WorksheetCustomProperty): SheetMark | null {
  if (property.isNullObject) return null;
  const [build, role] = property.value.split(' ');
  return build && role ? { build, role } : null;
}
