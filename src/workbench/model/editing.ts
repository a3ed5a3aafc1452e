import { withoutPrefixes } from '../engine/formula/prefixes';
import { cellKey, columnOfKey, MAX_COLUMNS, MAX_ROWS, rowOfKey } from './address';
import { cellArea, intersection, isOnSheet, overlap } from './areas';
import type { SheetCore } from './core';
import { parseInput } from './inputs';
import { DEFAULT_STYLE } from './styles';
import { dressNewRows, followEdit, tableAbove } from './tables';
import {
  ModelError,
  type Area,
  type CellStyle,
  type CellValue,
  type FormulaCell,
  type Position,
  type StyleChange,
} from './types';

type Input = string | number | boolean | null | undefined;

/** Writes raw values: see SheetModel.setValues. */
export function setValues(sheet: SheetCore, at: Position, values: readonly (readonly CellValue[])[]): void {
  const area = blockArea(at, values);
  checkContent(sheet, area);
  dropFormulas(sheet, area);
  sheet.putValues(area, values);
  followEdit(sheet, area, false, null);
  sheet.workbook.contentChanged(sheet, area);
}

/** Writes what was typed: see SheetModel.setInputs. */
export function setInputs(sheet: SheetCore, at: Position, inputs: readonly (readonly Input[])[]): void {
  const area = blockArea(at, inputs);
  checkContent(sheet, area);
  sheet.workbook.batch(() => {
    const grows = tableAbove(sheet, area);
    if (grows) dressNewRows(sheet, grows, area.rows);
    // A formula filled down a column is one object for all its cells.
    const filled = new Map<string, FormulaCell>();
    inputs.forEach((line, i) => {
      line.forEach((input, j) => {
        if (input !== undefined) setInput(sheet, at.row + i, at.column + j, input, filled);
      });
    });
    followEdit(sheet, area, true, grows);
    sheet.workbook.contentChanged(sheet, area);
  });
}

function setInput(
  sheet: SheetCore,
  row: number,
  column: number,
  input: string | number | boolean | null,
  filled: Map<string, FormulaCell>,
): void {
  const book = sheet.workbook;
  const style = sheet.style(row, column);
  const format = style.numberFormat ?? 'General';
  const entry = parseInput(input, format, book.locale, book.date1904);
  const key = cellKey(row, column);
  if (entry.formula !== undefined) {
    const formula = withoutPrefixes(entry.formula);
    book.checkFormula(formula, row, column);
    // Calculation finds out whether it spills.
    const cell = filled.get(formula) ?? { formula, kind: 'plain' };
    filled.set(formula, cell);
    sheet.putFormula(key, cell);
  } else {
    if (sheet.formulas.has(key)) sheet.putFormula(key, null);
    sheet.cells.setValue(row, column, entry.value);
  }
  const quoted = entry.quotePrefix ?? false;
  const change: { numberFormat?: string; quotePrefix?: boolean | null } = {};
  if (entry.numberFormat !== undefined && format === 'General') change.numberFormat = entry.numberFormat;
  if (quoted !== (style.quotePrefix ?? false)) change.quotePrefix = quoted || null;
  if (Object.keys(change).length > 0) {
    sheet.cells.setOwnStyle(row, column, book.styles.change(style, change));
  }
}

/** Empties cells of contents, formats or both. */
export function clear(sheet: SheetCore, area: Area, what: 'all' | 'contents' | 'formats'): void {
  checkArea(area);
  const { rows, columns } = sheet.cells.extent;
  const used = intersection(area, {
    row: 0,
    column: 0,
    rows: Math.max(rows, 1),
    columns: Math.max(columns, 1),
  });
  if (what !== 'formats') {
    checkContent(sheet, area);
    dropFormulas(sheet, area);
    if (used) {
      const last = used.row + used.rows;
      for (let column = used.column; column < used.column + used.columns; column++) {
        // Upwards, so that the column's end can be cut off step by step.
        for (let row = last - 1; row >= used.row; row--) sheet.cells.setValue(row, column, null);
      }
    }
    followEdit(sheet, area, false, null);
    sheet.workbook.contentChanged(sheet, area);
  }
  if (what !== 'contents') {
    sheet.guard('formatCells');
    if (what === 'all') sheet.unmerge(area);
    if (used) eachCell(used, (row, column) => sheet.cells.setOwnStyle(row, column, undefined));
    if (area.rows === MAX_ROWS) sheet.columns.change(area.column, area.columns, { style: undefined });
    if (area.columns === MAX_COLUMNS) sheet.rows.change(area.row, area.rows, { style: undefined });
    sheet.emit({ kind: 'styles', sheet, area });
  }
}

/** Merges a change into the styles of an area; whole columns and rows keep it without a cell each. */
export function applyStyle(sheet: SheetCore, area: Area, change: StyleChange): void {
  const { styles } = sheet.workbook;
  const known = new Map<CellStyle, CellStyle>();
  const changedStyle = (style: CellStyle): CellStyle => {
    let next = known.get(style);
    if (!next) known.set(style, (next = styles.change(style, change)));
    return next;
  };
  restyle(sheet, area, changedStyle);
}

export function setStyle(sheet: SheetCore, at: Position, style: CellStyle): void {
  const interned = sheet.workbook.styles.intern(style);
  restyle(sheet, cellArea(at), () => interned);
}

/** Gives whole columns a style, and the cells in them that had one of their own. */
export function restyle(sheet: SheetCore, area: Area, next: (style: CellStyle) => CellStyle): void {
  checkArea(area);
  sheet.guard('formatCells');
  const { rows, columns } = sheet.cells.extent;
  let cells: Area | null = area;
  const whole = area.rows === MAX_ROWS ? 'columns' : area.columns === MAX_COLUMNS ? 'rows' : null;
  if (whole) {
    // Only the cells that have a style of their own, or stand where a styled row crosses, need one now.
    cells = intersection(area, { row: 0, column: 0, rows: Math.max(rows, 1), columns: Math.max(columns, 1) });
    const crossing = whole === 'columns' ? sheet.rows.entries : sheet.columns.entries;
    for (const [line, { style }] of crossing) {
      if (!style || whole === 'rows') continue;
      for (let column = area.column; column < area.column + Math.min(area.columns, 256); column++) {
        sheet.cells.setOwnStyle(line, column, next(sheet.style(line, column)));
      }
    }
  }
  if (cells) {
    eachCell(cells, (row, column) => {
      const own = sheet.cells.ownStyle(row, column);
      if (whole && own === undefined) return;
      sheet.cells.setOwnStyle(row, column, next(own ?? sheet.style(row, column)));
    });
  }
  if (whole) {
    const lines = whole === 'columns' ? sheet.columns : sheet.rows;
    const [first, count] = whole === 'columns' ? [area.column, area.columns] : [area.row, area.rows];
    if (count >= (whole === 'columns' ? MAX_COLUMNS : MAX_ROWS)) {
      lines.change(first, count, { style: next(DEFAULT_STYLE) });
    } else {
      for (let index = first; index < first + count; index++) {
        lines.change(index, 1, { style: next(lines.line(index).style ?? DEFAULT_STYLE) });
      }
    }
  }
  sheet.emit({ kind: 'styles', sheet, area });
}

/** Checks that contents of the area may change at all. */
export function checkContent(sheet: SheetCore, area: Area): void {
  checkArea(area);
  sheet.guardCells(area);
  // An array formula of several cells covers some beside its own.
  if (sheet.spilled.size === 0) return;
  for (const [key, cell] of sheet.formulas) {
    if (cell.kind !== 'array' || !cell.spill || !overlap(cell.spill, area)) continue;
    const covered = intersection(cell.spill, area);
    if (covered?.rows !== cell.spill.rows || covered.columns !== cell.spill.columns) {
      throw new ModelError(
        'InvalidOperation',
        `You cannot change part of an array (formula in row ${rowOfKey(key) + 1}, column ${columnOfKey(key) + 1}).`,
      );
    }
  }
}

function checkArea(area: Area): void {
  if (!isOnSheet(area)) throw new ModelError('InvalidArgument', 'The area does not lie on the sheet.');
}

function blockArea(at: Position, lines: readonly (readonly unknown[])[]): Area {
  const columns = lines[0]?.length ?? 0;
  if (columns === 0 || lines.some((line) => line.length !== columns)) {
    throw new ModelError('InvalidArgument', 'Values must be a rectangle of at least one cell.');
  }
  return { row: at.row, column: at.column, rows: lines.length, columns };
}

function dropFormulas(sheet: SheetCore, area: Area): void {
  if (sheet.formulas.size === 0) return;
  const cells = area.rows * area.columns;
  const keys = cells < sheet.formulas.size ? keysOf(area) : [...sheet.formulas.keys()];
  for (const key of keys) {
    const row = rowOfKey(key);
    const column = columnOfKey(key);
    const inside = row >= area.row && row < area.row + area.rows && column >= area.column;
    if (inside && column < area.column + area.columns && sheet.formulas.has(key)) sheet.putFormula(key, null);
  }
}

function* keysOf(area: Area): Generator<number> {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) yield cellKey(row, column);
  }
}

function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) visit(row, column);
  }
}
