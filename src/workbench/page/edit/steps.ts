import type { Area, CellStyle, Position, SheetModel, StyleChange } from '../../model/types';
import { bounding } from '../../model/areas';
import { captureCells, restoreCells, usedPart, type CellsBefore } from './cells';
import type { Step } from './history';
import type { Selection } from './selection';

/* The person's edits as steps: each knows how to do itself (again) and how to take itself back. */

/** A step that changes cells of an area and nothing else; what was there is kept. */
function cellsStep(
  sheet: SheetModel,
  selection: Selection,
  areas: readonly Area[],
  change: () => void,
): Step {
  let before: readonly CellsBefore[] = [];
  return {
    sheet,
    selection,
    redo: () => {
      before = areas.map((area) => captureCells(sheet, area));
      sheet.workbook.batch(change);
    },
    undo: () => before.forEach((cells) => restoreCells(sheet, cells)),
  };
}

/** Typing, pasting texts, filling: texts as a person would type them, undefined leaves a cell alone. */
export function inputStep(
  sheet: SheetModel,
  selection: Selection,
  at: Position,
  inputs: readonly (readonly (string | number | boolean | null | undefined)[])[],
): Step {
  const area: Area = { ...at, rows: inputs.length, columns: inputs[0]?.length ?? 1 };
  // A table that grows with what is typed under it is taken back by its area, with all that its new rows got.
  const tables = sheet.tables.map((table) => ({ table, area: table.area }));
  const reaching = [...sheet.conditionalFormats, ...sheet.validations].map((each) => ({
    each,
    areas: each.areas,
  }));
  const below = tables
    .filter(({ area: { row, rows } }) => row + rows === at.row)
    .map(({ table }) => ({ ...table.area, row: at.row, rows: area.rows }));
  const step = cellsStep(sheet, selection, [area, ...below], () => sheet.setInputs(at, inputs));
  return {
    ...step,
    undo: () => {
      for (const { table, area: before } of tables) {
        if (sheet.tables.includes(table) && table.area.rows !== before.rows) sheet.resizeTable(table, before);
      }
      for (const { each, areas } of reaching) each.areas = areas;
      step.undo();
    },
  };
}

/** Delete: contents, or formats, of the selected areas. */
export function clearStep(
  sheet: SheetModel,
  selection: Selection,
  what: 'contents' | 'formats',
): Step | null {
  const parts = selection.areas.flatMap((area) => usedPart(sheet, area) ?? []);
  if (parts.length === 0) return null;
  return cellsStep(sheet, selection, parts, () => parts.forEach((area) => sheet.clear(area, what)));
}

/** A change of format over the selected areas; a whole column is formatted as far as it is used. */
export function styleStep(sheet: SheetModel, selection: Selection, change: StyleChange): Step {
  const parts = selection.areas.map((area) => usedPart(sheet, area) ?? { ...area, rows: 1, columns: 1 });
  return cellsStep(sheet, selection, parts, () => parts.forEach((area) => sheet.applyStyle(area, change)));
}

/** One cell of a copied block: what to write, and the look it had. */
export interface PastedCell {
  readonly input: string | number | boolean | null;
  readonly style: CellStyle;
}

/** Pasting cells with their formats; `emptied` is the source when they were cut. */
export function pasteStep(
  sheet: SheetModel,
  selection: Selection,
  at: Position,
  cells: readonly (readonly PastedCell[])[],
  emptied: { readonly sheet: SheetModel; readonly area: Area } | null,
): Step {
  const target: Area = { ...at, rows: cells.length, columns: cells[0]?.length ?? 1 };
  const write = (): void => {
    if (emptied) emptied.sheet.clear(emptied.area, 'all');
    cells.forEach((line, i) =>
      line.forEach(({ style }, j) => sheet.setStyle({ row: at.row + i, column: at.column + j }, style)),
    );
    sheet.setInputs(
      at,
      cells.map((line) => line.map(({ input }) => input)),
    );
  };
  if (!emptied || emptied.sheet === sheet) {
    const areas = emptied ? [bounding(target, emptied.area) ?? target] : [target];
    return cellsStep(sheet, selection, areas, write);
  }
  const there = cellsStep(emptied.sheet, selection, [emptied.area], () => undefined);
  const here = cellsStep(sheet, selection, [target], write);
  return {
    sheet,
    selection,
    redo: () => {
      there.redo();
      here.redo();
    },
    undo: () => {
      here.undo();
      there.undo();
    },
  };
}

/** Sizes of rows or columns, as dragged or fitted; null gives the default back. */
export function sizeStep(
  sheet: SheetModel,
  selection: Selection,
  axis: 'rows' | 'columns',
  first: number,
  count: number,
  size: number | null,
): Step {
  const properties = axis === 'rows' ? sheet.rowProperties() : sheet.columnProperties();
  const before = Array.from({ length: count }, (_, i) => {
    const own = properties.get(first + i);
    return own && ('height' in own ? (own.height ?? null) : 'width' in own ? (own.width ?? null) : null);
  });
  const set = (index: number, length: number, value: number | null): void =>
    axis === 'rows' ? sheet.setRowHeight(index, length, value) : sheet.setColumnWidth(index, length, value);
  return {
    sheet,
    selection,
    redo: () => set(first, count, size),
    undo: () => sheet.workbook.batch(() => before.forEach((value, i) => set(first + i, 1, value ?? null))),
  };
}

/** Hides or shows rows or columns. */
export function hideStep(
  sheet: SheetModel,
  selection: Selection,
  axis: 'rows' | 'columns',
  first: number,
  count: number,
  hidden: boolean,
): Step {
  const isHidden = (index: number): boolean =>
    axis === 'rows' ? sheet.rowHidden(index) : sheet.columnHidden(index);
  const before = Array.from({ length: count }, (_, i) => isHidden(first + i));
  const set = (index: number, length: number, value: boolean): void =>
    axis === 'rows' ? sheet.setRowHidden(index, length, value) : sheet.setColumnHidden(index, length, value);
  return {
    sheet,
    selection,
    redo: () => set(first, count, hidden),
    undo: () => sheet.workbook.batch(() => before.forEach((value, i) => set(first + i, 1, value))),
  };
}
