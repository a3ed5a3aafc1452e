import type { SheetCore, WorkbookCore } from '../model/core';
import type { Compiled } from './compile';
import {
  rangeArea,
  tableArea,
  tableOf,
  type Place,
  type PlacedArea,
  type Template,
} from './formula/references';

/** Names may be defined by names; deeper than this they are defined by themselves. */
const MAX_NAME_DEPTH = 16;

/** The cells that a compiled formula reads from its place: names are followed to what they mean. */
export function resolvePrecedents(
  compiled: Compiled,
  place: Place,
  book: WorkbookCore,
  compileName: (formula: string) => Compiled,
): PlacedArea[] {
  const found: PlacedArea[] = [];
  const resolve = (template: Template, depth: number): void => {
    if (template.kind === 'name') {
      followName(template.name, template.sheet, depth);
      return;
    }
    if (template.kind === 'table') {
      const table = tableOf(template, book, place);
      const area = table && tableArea(template, table, place.row);
      if (table && area && area.rows > 0) found.push({ sheet: table.sheet as SheetCore, area });
      return;
    }
    const sheet = template.sheet === null ? place.sheet : sheetNamed(book, template.sheet);
    const area = sheet && rangeArea(template, place.row, place.column);
    if (sheet && area) found.push({ sheet, area });
  };
  const followName = (name: string, sheetName: string | null, depth: number): void => {
    const sheet = sheetName === null ? place.sheet : sheetNamed(book, sheetName);
    const item = (sheet && book.namedItem(name, sheet)) ?? book.namedItem(name);
    if (item) {
      if (depth >= MAX_NAME_DEPTH) return;
      for (const template of compileName(item.formula).precedents) resolve(template, depth + 1);
      return;
    }
    const table = book.table(name);
    const area =
      table && tableArea({ kind: 'table', table: null, parts: [], first: null, last: null }, table, 0);
    if (table && area && area.rows > 0) found.push({ sheet: table.sheet as SheetCore, area });
  };
  for (const template of compiled.precedents) resolve(template, 0);
  return found;
}

function sheetNamed(book: WorkbookCore, name: string): SheetCore | undefined {
  const wanted = name.toLowerCase();
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}
