import { shiftReferences } from '../engine/formula/rewrite';
import { cellKey, columnOfKey, MAX_COLUMNS, MAX_ROWS, rowOfKey } from './address';
import { intersection, isOnSheet } from './areas';
import type { SheetCore } from './core';
import { editArea, editFor, type StructuralEdit } from './edit';
import { shiftObjects } from './shifting';
import { Table } from './table';
import { ModelError, type Area, type FormulaCell } from './types';

/** Opens cells at the area; everything that stood there moves, and every reference follows. */
export function insertCells(sheet: SheetCore, area: Area, shift: 'down' | 'right'): void {
  const edit = prepare(sheet, area, shift);
  const used = sheet.usedArea();
  const [end, limit] =
    edit.axis === 'rows'
      ? [used && used.row + used.rows, MAX_ROWS]
      : [used && used.column + used.columns, MAX_COLUMNS];
  if (end !== null && end > edit.at && end + edit.count > limit) {
    throw new ModelError('InvalidOperation', 'Cells that are not blank would be pushed off the sheet.');
  }
  apply(sheet, edit);
  // New cells look like those before them, as in Excel.
  copyStyles(sheet, area, edit);
}

/** Closes the cells of the area; references to them become #REF!. */
export function deleteCells(sheet: SheetCore, area: Area, shift: 'up' | 'left'): void {
  apply(sheet, prepare(sheet, area, shift));
}

function prepare(sheet: SheetCore, area: Area, shift: 'down' | 'right' | 'up' | 'left'): StructuralEdit {
  if (!isOnSheet(area)) throw new ModelError('InvalidArgument', 'The area does not lie on the sheet.');
  const edit = editFor(area, shift);
  const whole = edit.bandSize >= (edit.axis === 'rows' ? MAX_COLUMNS : MAX_ROWS);
  if (whole) sheet.guard(`${edit.count > 0 ? 'insert' : 'delete'}:${edit.axis}`);
  else sheet.guard('cells');
  checkWholeObjects(sheet, edit);
  return edit;
}

/** Excel refuses an edit that would tear a table, merged cell or array formula apart. */
function checkWholeObjects(sheet: SheetCore, edit: StructuralEdit): void {
  const spread: Area =
    edit.axis === 'rows'
      ? { row: edit.at, rows: MAX_ROWS - edit.at, column: edit.bandStart, columns: edit.bandSize }
      : { row: edit.bandStart, rows: edit.bandSize, column: edit.at, columns: MAX_COLUMNS - edit.at };
  const torn = (area: Area): boolean => {
    const moved = intersection(area, spread);
    if (!moved) return false;
    return edit.axis === 'rows' ? moved.columns < area.columns : moved.rows < area.rows;
  };
  if (sheet.tables.some((table) => torn(table.area))) {
    throw new ModelError('InvalidOperation', 'This would move only part of a table.');
  }
  if (sheet.merges.some(torn)) {
    throw new ModelError('InvalidOperation', 'This would move only part of a merged cell.');
  }
  for (const cell of sheet.formulas.values()) {
    if (cell.kind === 'array' && cell.spill && torn(cell.spill)) {
      throw new ModelError('InvalidOperation', 'This would move only part of an array formula.');
    }
  }
}

function apply(sheet: SheetCore, edit: StructuralEdit): void {
  const book = sheet.workbook;
  book.batch(() => {
    book.beforeMove();
    editTables(sheet, edit);
    if (edit.axis === 'rows') sheet.cells.shiftRows(edit.at, edit.count, edit.bandStart, edit.bandSize);
    else sheet.cells.shiftColumns(edit.at, edit.count, edit.bandStart, edit.bandSize);
    moveFormulas(sheet, edit);
    shiftObjects(sheet, edit);
    book.rewriteFormulas((formula, own) => shiftReferences(formula, own?.name ?? '', sheet.name, edit));
    for (const table of sheet.tables) if (table instanceof Table && table.showHeaders) table.writeHeaders();
    // Within a part of the rows or columns, an area that sticks out of it stays and gets other contents.
    const whole = edit.bandSize >= (edit.axis === 'rows' ? MAX_COLUMNS : MAX_ROWS);
    book.referencesChanged(whole ? 'moved' : 'different');
    const rest = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
    const area =
      edit.axis === 'rows'
        ? { ...rest, row: edit.at, rows: MAX_ROWS - edit.at }
        : { ...rest, column: edit.at, columns: MAX_COLUMNS - edit.at };
    sheet.emit({ kind: 'cells', sheet, area, source: 'local' });
    sheet.emit({ kind: 'layout', sheet, area: null });
  });
}

function moveFormulas(sheet: SheetCore, edit: StructuralEdit): void {
  const before = [...sheet.formulas];
  sheet.formulas.clear();
  sheet.spilled.clear();
  for (const [key, cell] of before) {
    const at: Area = { row: rowOfKey(key), column: columnOfKey(key), rows: 1, columns: 1 };
    const moved = editArea(at, edit);
    if (!moved) continue;
    const spill = cell.spill && editArea(cell.spill, edit);
    const next: FormulaCell = cell.spill
      ? { formula: cell.formula, kind: cell.kind, ...(spill && { spill }) }
      : cell;
    sheet.putFormula(cellKey(moved.row, moved.column), next);
  }
}

function editTables(sheet: SheetCore, edit: StructuralEdit): void {
  for (const table of [...sheet.tables]) {
    const moved = editArea(table.area, edit);
    if (!moved || (table.showHeaders && moved.rows < 2 && edit.axis === 'rows' && edit.count < 0)) {
      if (!moved) sheet.tables.splice(sheet.tables.indexOf(table), 1);
      else table.area = { ...moved, rows: 2 };
      continue;
    }
    if (!(table instanceof Table)) continue;
    const change = moved.columns - table.area.columns;
    if (edit.axis === 'columns' && change !== 0) {
      const index = Math.max(0, edit.at - table.area.column);
      const word = sheet.workbook.locale.startsWith('zh') ? '列' : 'Column';
      table.spliceColumns(index, change, freeColumnNames(table, word, change));
      table.area = moved;
    } else if (moved !== table.area) {
      table.area = moved;
    }
  }
}

function freeColumnNames(table: Table, word: string, count: number): string[] {
  const taken = new Set(table.columns.map((column) => column.name.toLowerCase()));
  const names: string[] = [];
  for (let n = 1; names.length < count; n++) {
    const name = `${word}${n}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    names.push(name);
  }
  return names;
}

function copyStyles(sheet: SheetCore, area: Area, edit: StructuralEdit): void {
  if (edit.at === 0) return;
  const rows = Math.min(area.rows, sheet.cells.extent.rows - area.row);
  const columns = Math.min(area.columns, sheet.cells.extent.columns - area.column);
  for (let row = area.row; row < area.row + rows; row++) {
    for (let column = area.column; column < area.column + columns; column++) {
      const style =
        edit.axis === 'rows'
          ? sheet.cells.ownStyle(edit.at - 1, column)
          : sheet.cells.ownStyle(row, edit.at - 1);
      if (style) sheet.cells.setOwnStyle(row, column, style);
    }
  }
}
