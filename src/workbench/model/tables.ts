import { cellKey } from './address';
import { contains, intersection, isOnSheet, overlap } from './areas';
import type { SheetCore } from './core';
import { checkName } from './names';
import { moveRelative, renameTableIn } from '../engine/formula/rewrite';
import { isPlaceless, shapeOf } from '../engine/formula/shape';
import { Table } from './table';
import { ModelError, type Area, type TableModel, type TableOptions } from './types';

/** Makes a table of an area as Excel does: headers become unique texts, merged cells come apart. */
export function addTable(sheet: SheetCore, area: Area, options: TableOptions): Table {
  if (!isOnSheet(area)) throw new ModelError('InvalidArgument', 'The table does not fit on the sheet.');
  sheet.guard('tables');
  const name = options.name ?? freeTableName(sheet);
  checkName(name);
  if (sheet.workbook.table(name) || sheet.workbook.namedItem(name)) {
    throw new ModelError('ItemAlreadyExists', `The name "${name}" is taken.`);
  }
  if (sheet.tables.some((table) => overlap(table.area, area))) {
    throw new ModelError('InvalidOperation', 'A table cannot overlap another table.');
  }
  const style = options.style ?? 'TableStyleMedium2';
  const make = (whole: Area, names: readonly string[]): Table =>
    new Table(sheet.workbook.nextId('table'), sheet, name, whole, names, style);
  if (options.stored) return addStored(sheet, make(area, options.stored.columnNames), options);
  return sheet.workbook.batch(() => {
    if (sheet.merges.some((merge) => overlap(merge, area))) sheet.unmerge(area);
    const withHeader = options.hasHeaders ? area : { ...area, rows: area.rows + 1 };
    if (!options.hasHeaders) sheet.insertCells({ ...area, rows: 1 }, 'down');
    const whole = { ...withHeader, rows: Math.max(2, withHeader.rows) };
    const names = headerNames(sheet, { ...whole, rows: 1 });
    const table = make(whole, names);
    sheet.tables.push(table);
    table.columns.forEach((column, index) => {
      const at = whole.column + index;
      if (isFilled(sheet, table.body, at)) column.formula = sheet.formula(table.body.row, at)?.formula;
    });
    putHeaders(sheet, table.area, names);
    sheet.workbook.tableResized(table);
    sheet.changed('tables');
    return table;
  });
}

function addStored(sheet: SheetCore, table: Table, options: TableOptions): Table {
  table.restore(options.hasHeaders, options.stored?.showTotals ?? false);
  sheet.tables.push(table);
  sheet.workbook.tableResized(table);
  sheet.changed('tables');
  return table;
}

/** Takes the table away; formulas that named it hold #REF!. */
export function removeTable(sheet: SheetCore, table: TableModel, clearCells: boolean): void {
  const index = sheet.tables.indexOf(table);
  if (index < 0) throw new ModelError('ItemNotFound', `There is no table "${table.name}" on ${sheet.name}.`);
  sheet.guard('tables');
  sheet.workbook.batch(() => {
    sheet.tables.splice(index, 1);
    sheet.workbook.rewriteFormulas((formula) => renameTableIn(formula, table.name, null));
    if (clearCells) sheet.clear(table.area, 'all');
    sheet.workbook.referencesChanged('different');
    sheet.changed('tables');
  });
}

/** Gives the table another area with the same header row. */
export function resizeTable(sheet: SheetCore, table: TableModel, area: Area): void {
  if (!(table instanceof Table))
    throw new ModelError('ItemNotFound', 'The table belongs to another workbook.');
  sheet.guard('tables');
  const smallest = 1 + (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
  if (!isOnSheet(area) || area.row !== table.area.row || area.rows < smallest || !overlap(area, table.area)) {
    throw new ModelError(
      'InvalidArgument',
      'A table keeps its header row and has at least one row below it.',
    );
  }
  if (sheet.tables.some((other) => other !== table && overlap(other.area, area))) {
    throw new ModelError('InvalidOperation', 'A table cannot overlap another table.');
  }
  sheet.workbook.batch(() => {
    const before = table.body;
    const keptFrom = area.column - table.area.column;
    table.area = area;
    const names = table.showHeaders
      ? headerNames(sheet, { ...area, rows: 1 })
      : Array.from({ length: area.columns }, (_, i) => table.columns[i + keptFrom]?.name ?? `Column${i + 1}`);
    table.setColumnNames(names, keptFrom);
    if (table.showHeaders) putHeaders(sheet, area, names);
    const added = table.body.row + table.body.rows - before.row - before.rows;
    if (added > 0) table.fillCalculated(before.row + before.rows, added);
  });
}

/** After cells were written: headers rename columns, rows right below a table join it. */
export function followEdit(
  sheet: SheetCore,
  area: Area,
  typed: boolean,
  wasBlankBelow: TableModel | null,
): void {
  for (const table of sheet.tables) {
    if (!(table instanceof Table)) continue;
    if (table.showHeaders && overlap({ ...table.area, rows: 1 }, area)) syncHeaders(sheet, table, area);
    if (typed && overlap(table.body, area)) noteCalculated(sheet, table, area);
  }
  if (wasBlankBelow instanceof Table) {
    const table = wasBlankBelow;
    const firstNew = table.area.row + table.area.rows;
    table.area = { ...table.area, rows: table.area.rows + area.rows };
    table.fillCalculated(firstNew, area.rows);
  }
}

/** The table that would take in an area typed right below it: no totals row, and nothing there yet. */
export function tableAbove(sheet: SheetCore, area: Area): TableModel | null {
  for (const table of sheet.tables) {
    const below: Area = { ...table.area, row: table.area.row + table.area.rows, rows: area.rows };
    if (table.showTotals || area.row !== below.row || !contains(below, area)) continue;
    const blank = sheet.values(below).every((row) => row.every((value) => value === null));
    const free = sheet.tables.every((other) => other === table || !overlap(other.area, below));
    if (blank && free && !sheet.merges.some((merge) => overlap(merge, below))) return table;
  }
  return null;
}

/** Rows that join a table look as its last one did: formats, and the colours and lists that reach down to it. */
export function dressNewRows(sheet: SheetCore, table: TableModel, rows: number): void {
  if (!(table instanceof Table)) return;
  const { body } = table;
  const { styles } = sheet.workbook;
  const last = body.row + body.rows - 1;
  for (let column = body.column; column < body.column + body.columns; column++) {
    const own = sheet.cells.ownStyle(last, column);
    if (!own) continue;
    const style = own.quotePrefix ? styles.change(own, { quotePrefix: null }) : own;
    for (let row = last + 1; row <= last + rows; row++) {
      const known = sheet.cells.ownStyle(row, column);
      if (!known || Object.keys(known).length === 0) sheet.cells.setOwnStyle(row, column, style);
    }
  }
  const reaches = (area: Area): boolean => area.row + area.rows - 1 === last && contains(body, area);
  const longer = (area: Area): Area => (reaches(area) ? { ...area, rows: area.rows + rows } : area);
  for (const what of ['conditionalFormats', 'validations'] as const) {
    const reaching = sheet[what].filter(({ areas }) => areas.some(reaches));
    for (const each of reaching) each.areas = each.areas.map(longer);
    if (reaching.length > 0) sheet.changed(what);
  }
}

function syncHeaders(sheet: SheetCore, table: Table, area: Area): void {
  const header = { ...table.area, rows: 1 };
  const edited = intersection(header, area);
  if (!edited) return;
  const names = headerNames(sheet, header);
  putHeaders(sheet, table.area, names);
  table.setColumnNames(names);
}

/** A formula that stands in every row of a column makes it a calculated column; one in an empty column fills it. */
function noteCalculated(sheet: SheetCore, table: Table, area: Area): void {
  const { body } = table;
  const edited = intersection(body, area);
  if (!edited) return;
  for (let column = edited.column; column < edited.column + edited.columns; column++) {
    const target = table.columns[column - body.column];
    const cell = sheet.formula(edited.row, column);
    if (!target || !cell || cell.kind !== 'plain') continue;
    const others = sheet.values({ ...body, column, columns: 1 });
    const alone = others.every(
      ([value], index) =>
        body.row + index === edited.row ||
        (value === null && !sheet.formulas.has(cellKey(body.row + index, column))),
    );
    const whole = edited.rows === body.rows && isFilled(sheet, body, column);
    if (!whole && !(alone && edited.rows === 1)) continue;
    target.formula = moveRelative(cell.formula, body.row - edited.row, 0);
    if (alone) table.fillCalculated(body.row, body.rows);
  }
}

/** True when every row of a table's column has the same formula, seen from its own row. */
function isFilled(sheet: SheetCore, body: Area, column: number): boolean {
  let shape: string | null = null;
  let text: string | null = null;
  for (let row = body.row; row < body.row + body.rows; row++) {
    const cell = sheet.formulas.get(cellKey(row, column));
    if (cell?.kind !== 'plain') return false;
    // Mostly one text that means the same in every row.
    if (cell.formula === text) continue;
    const here = shapeOf(cell.formula, row, column);
    if (shape !== null && here !== shape) return false;
    shape = here;
    if (isPlaceless(here)) text = cell.formula;
  }
  return shape !== null;
}

/** The names that the cells of a header row give: unique texts, blanks named by their place. */
export function headerNames(sheet: SheetCore, header: Area): string[] {
  const taken = new Set<string>();
  const word = sheet.workbook.locale.startsWith('zh') ? '列' : 'Column';
  return Array.from({ length: header.columns }, (_, index) => {
    const shown = sheet.text(header.row, header.column + index);
    const base = shown === '' ? `${word}${index + 1}` : shown;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++)
      name = shown === '' ? `${word}${index + n}` : base + String(n);
    taken.add(name.toLowerCase());
    return name;
  });
}

function putHeaders(sheet: SheetCore, area: Area, names: readonly string[]): void {
  const header = { ...area, rows: 1 };
  const now = sheet.values(header)[0] ?? [];
  const isText = names.every((name, index) => now[index] === name);
  for (let column = area.column; column < area.column + area.columns; column++) {
    sheet.putFormula(cellKey(area.row, column), null);
  }
  if (isText) return;
  sheet.putValues(header, [names]);
  sheet.workbook.contentChanged(sheet, header);
}

function freeTableName(sheet: SheetCore): string {
  const word = sheet.workbook.locale.startsWith('zh') ? '表' : 'Table';
  for (let n = 1; ; n++) {
    const name = `${word}${n}`;
    if (!sheet.workbook.table(name) && !sheet.workbook.namedItem(name)) return name;
  }
}
