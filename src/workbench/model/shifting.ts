import { areaAddress, MAX_COLUMNS, MAX_ROWS, parseAreaAddress } from './address';
import { intersection, subtract } from './areas';
import type { SheetCore } from './core';
import { editArea, editStretch, type StructuralEdit } from './edit';
import type { Area, PageLayoutModel } from './types';

/** Moves what lies over the cells with them: sizes, merged cells, rules, lists, filter, comments and links. */
export function shiftObjects(sheet: SheetCore, edit: StructuralEdit): void {
  if (edit.axis === 'rows' && edit.bandSize >= MAX_COLUMNS) sheet.rows.shift(edit);
  if (edit.axis === 'columns' && edit.bandSize >= MAX_ROWS) sheet.columns.shift(edit);
  sheet.merges = shifted(sheet.merges, edit);
  shiftRules(sheet.conditionalFormats, edit);
  shiftRules(sheet.validations, edit);
  if (sheet.autoFilter) {
    const area = editArea(sheet.autoFilter.area, edit);
    sheet.autoFilter = area && { ...sheet.autoFilter, area };
  }
  shiftBreaks(sheet.pageLayout, edit);
  shiftNotes(sheet.comments, edit);
  shiftNotes(sheet.hyperlinks, edit);
}

/** An area that sticks out of the edited band is cut, so that the part inside can move by itself. */
function shifted(areas: readonly Area[], edit: StructuralEdit): Area[] {
  const band: Area =
    edit.axis === 'rows'
      ? { row: 0, rows: MAX_ROWS, column: edit.bandStart, columns: edit.bandSize }
      : { column: 0, columns: MAX_COLUMNS, row: edit.bandStart, rows: edit.bandSize };
  return areas.flatMap((area) => {
    const inside = intersection(area, band);
    const moved = inside && editArea(inside, edit);
    return [...subtract(area, band), ...(moved ? [moved] : [])];
  });
}

/** Page breaks move with whole rows; one whose row goes goes with it. */
function shiftBreaks(layout: PageLayoutModel, edit: StructuralEdit): void {
  if (!layout.rowBreaks || edit.axis !== 'rows' || edit.bandSize < MAX_COLUMNS) return;
  layout.rowBreaks = layout.rowBreaks.flatMap((row) => editStretch(row, row + 1, edit)?.start ?? []);
}

/** A rule none of whose cells are left goes. */
function shiftRules(rules: { areas: readonly Area[] }[], edit: StructuralEdit): void {
  for (let i = rules.length - 1; i >= 0; i--) {
    const rule = rules[i];
    if (!rule) continue;
    rule.areas = shifted(rule.areas, edit);
    if (rule.areas.length === 0) rules.splice(i, 1);
  }
}

/** Comments and links are kept by address. */
function shiftNotes<T>(notes: Map<string, T>, edit: StructuralEdit): void {
  const entries = [...notes];
  notes.clear();
  for (const [address, note] of entries) {
    const area = parseAreaAddress(address);
    const moved = area && editArea(area, edit);
    if (moved) notes.set(areaAddress(moved), note);
  }
}
