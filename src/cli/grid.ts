import type { BookGrid, GridTable, GridValue, SheetGrid } from '../reading/grid';
import type { Area, CellValue, SheetModel, WorkbookModel } from '../workbench/model/types';

function gridValue(value: CellValue): GridValue {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

function formatsOf(sheet: SheetModel, used: Area): string[][] {
  return Array.from({ length: used.rows }, (_, row) =>
    Array.from(
      { length: used.columns },
      (__, column) => sheet.style(used.row + row, used.column + column).numberFormat ?? 'General',
    ),
  );
}

function hiddenRows(sheet: SheetModel, used: Area): number[] {
  const rows: number[] = [];
  for (let row = used.row; row < used.row + used.rows; row += 1) if (sheet.rowHidden(row)) rows.push(row);
  return rows;
}

function hiddenColumns(sheet: SheetModel, used: Area): number[] {
  const columns: number[] = [];
  for (let column = used.column; column < used.column + used.columns; column += 1) {
    if (sheet.columnHidden(column)) columns.push(column);
  }
  return columns;
}

function tablesOf(sheet: SheetModel): GridTable[] {
  return sheet.tables.map(({ name, area, showHeaders, showTotals }) => ({
    name,
    area,
    hasHeader: showHeaders,
    hasTotals: showTotals,
  }));
}

function sheetGrid(sheet: SheetModel): SheetGrid {
  const used = sheet.usedArea(true) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  return {
    name: sheet.name,
    origin: { row: used.row, column: used.column },
    values: used.rows === 0 ? [] : sheet.values(used).map((row) => row.map(gridValue)),
    formats: formatsOf(sheet, used),
    merges: sheet.merges,
    hiddenRows: hiddenRows(sheet, used),
    hiddenColumns: hiddenColumns(sheet, used),
    tables: tablesOf(sheet),
    visible: sheet.visibility === 'visible',
  };
}

/** The workbook of a file as reading takes it. */
export function bookGridOf(workbook: WorkbookModel): BookGrid {
  return {
    name: workbook.name,
    date1904: workbook.date1904,
    sheets: workbook.sheets.map(sheetGrid),
  };
}
