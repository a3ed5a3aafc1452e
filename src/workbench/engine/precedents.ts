import type { SheetCore, WorkbookCore } from '../model/core';
import type { Compiled } from './compile';
import {
  isOwnRow,
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

/**
 * The same for a filled column whose first cell stands at the place: cells that all rows read, and columns of which
 * each reads its own row.
 */
export function resolveFilled(
  compiled: Compiled,
  place: Place,
  book: WorkbookCore,
): { precedents: PlacedArea[]; ownRow: PlacedArea[] } {
  const precedents: PlacedArea[] = [];
  const ownRow: PlacedArea[] = [];
  for (const template of compiled.precedents) {
    if (template.kind === 'name') continue;
    const own = isOwnRow(template);
    if (template.kind === 'table') {
      const table = tableOf(template, book, place);
      // A row that lies beside the table reads nothing of it, which other rows of the column may do.
      const area = table && tableArea(own ? { ...template, parts: [] } : template, table, place.row);
      if (table && area && (own || area.rows > 0)) {
        (own ? ownRow : precedents).push({ sheet: table.sheet as SheetCore, area });
      }
      continue;
    }
    const sheet = template.sheet === null ? place.sheet : sheetNamed(book, template.sheet);
    const area = sheet && rangeArea(template, place.row, place.column);
    if (sheet && area) (own ? ownRow : precedents).push({ sheet, area });
  }
  return { precedents, ownRow };
}

function sheetNamed(book: WorkbookCore, name: string): SheetCore | undefined {
  const wanted = name.toLowerCase();
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}
