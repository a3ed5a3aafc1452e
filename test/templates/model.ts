import type { Area } from '../../src/domain/address';
import { mergeTable } from '../../src/plan/merge';
import type { Plan, PlanCell, SheetPlan, TablePlan } from '../../src/plan/types';
import { createWorkbook } from '../../src/workbench/model';
import type { CellValue, SheetModel, WorkbookModel } from '../../src/workbench/model/types';

/** A plan in a workbook that calculates: contents only. */
export async function calculated(plan: Plan): Promise<WorkbookModel> {
  const workbook = createWorkbook({ sheets: plan.sheets.map(({ name }) => name) });
  workbook.batch(() => {
    // Tables first: the formulas of other sheets speak of them.
    for (const sheet of plan.sheets)
      for (const table of sheet.tables) putTable(sheetOf(workbook, sheet.name), table);
    for (const sheet of plan.sheets) putBlocks(sheetOf(workbook, sheet.name), sheet);
  });
  await workbook.calculate();
  return workbook;
}

export function sheetOf(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = workbook.sheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function putTable(sheet: SheetModel, table: TablePlan): void {
  const merged = mergeTable(table, null, null).rows;
  // Excel keeps one blank row in a table that has none.
  const rows = merged.length > 0 ? merged : [table.columns.map(() => null)];
  const area: Area = { ...table.at, rows: rows.length + 1, columns: table.columns.length };
  sheet.setValues(table.at, [table.columns.map(({ header }) => header)]);
  sheet.setValues(
    { ...table.at, row: table.at.row + 1 },
    rows.map((row) => row.map((cell) => valueOf(cell))),
  );
  sheet.addTable(area, { name: table.name, hasHeaders: true });
  table.columns.forEach(({ formula }, column) => {
    if (!formula) return;
    const at = { row: table.at.row + 1, column: table.at.column + column };
    sheet.setInputs(
      at,
      rows.map(() => [formula]),
    );
  });
}

function putBlocks(sheet: SheetModel, plan: SheetPlan): void {
  for (const { at, cells } of plan.blocks) {
    cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        const place = { row: at.row + r, column: at.column + c };
        if (typeof cell === 'object' && cell !== null) sheet.setInputs(place, [[cell.formula]]);
        else if (cell !== null) sheet.setValues(place, [[cell]]);
      }),
    );
  }
}

function valueOf(cell: PlanCell): CellValue {
  return typeof cell === 'object' ? null : cell;
}

/** The number of the row whose first cell reads so, from a row on. */
export function indexOf(sheet: SheetModel, label: string | number, from = 0): number {
  const used = sheet.usedArea(true);
  for (let row = from; used && row < used.row + used.rows; row++) {
    if (sheet.value(row, 0) === label) return row;
  }
  throw new Error(`no row ${label}`);
}

/** That row's values. */
export function rowOf(sheet: SheetModel, label: string | number, from = 0): CellValue[] {
  return sheet.values({ row: indexOf(sheet, label, from), column: 0, rows: 1, columns: 9 })[0] ?? [];
}

/** Everything that the sheet's cells say, cell by cell with its address. */
export function errorsIn(sheet: SheetModel): string[] {
  const used = sheet.usedArea(true);
  const found: string[] = [];
  for (let row = 0; used && row < used.row + used.rows; row++) {
    for (let column = 0; column < used.column + used.columns; column++) {
      const value = sheet.value(row, column);
      if (typeof value === 'object' && value !== null) found.push(`${row},${column}: ${value.error}`);
    }
  }
  return found;
}
