import type { Area, CellValue, ChartSeriesModel, SheetModel, WorkbookModel } from '../../model/types';
import { parseAddress, lastColumn, lastRow } from '../areas';

interface Reference {
  readonly sheet: SheetModel;
  readonly area: Area;
}

/** "'Sheet 1'!$B$2:$B$13" → where that is; null when it is no longer anywhere. */
export function resolveReference(workbook: WorkbookModel, reference: string): Reference | null {
  const text = reference.replace(/^=/, '');
  const mark = text.lastIndexOf('!');
  if (mark < 0) return null;
  const name = text.slice(0, mark);
  const bare = name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  const sheet = workbook.sheet(bare);
  const area = parseAddress(text.slice(mark + 1));
  return sheet && area ? { sheet, area } : null;
}

/** Cells of a reference in order, hidden rows and columns left out as Excel's charts do. */
function cellsOf<T>(
  workbook: WorkbookModel,
  reference: string,
  read: (sheet: SheetModel, row: number, column: number) => T,
): T[] {
  const found = resolveReference(workbook, reference);
  if (!found) return [];
  const { sheet, area } = found;
  const cells: T[] = [];
  for (let row = area.row; row <= lastRow(area); row++) {
    if (sheet.rowHidden(row)) continue;
    for (let column = area.column; column <= lastColumn(area); column++) {
      if (!sheet.columnHidden(column)) cells.push(read(sheet, row, column));
    }
  }
  return cells;
}

const asNumber = (value: CellValue): number | null => (typeof value === 'number' ? value : null);

export function seriesValues(workbook: WorkbookModel, series: ChartSeriesModel): (number | null)[] {
  return cellsOf(workbook, series.values, (sheet, row, column) => asNumber(sheet.value(row, column)));
}

export function seriesCategories(workbook: WorkbookModel, series: ChartSeriesModel): string[] {
  if (!series.categories) return seriesValues(workbook, series).map((_, index) => String(index + 1));
  return cellsOf(workbook, series.categories, (sheet, row, column) => sheet.text(row, column));
}

/** The x values of a scatter chart. */
export function seriesPositions(workbook: WorkbookModel, series: ChartSeriesModel): (number | null)[] {
  if (!series.categories) return seriesValues(workbook, series).map((_, index) => index + 1);
  return cellsOf(workbook, series.categories, (sheet, row, column) => asNumber(sheet.value(row, column)));
}

export function seriesName(workbook: WorkbookModel, series: ChartSeriesModel): string {
  if (!series.name.startsWith('=')) return series.name;
  return cellsOf(workbook, series.name, (sheet, row, column) => sheet.text(row, column)).join(' ');
}

/** The number format of the first value, which an axis without one of its own takes over. */
export function sourceFormat(workbook: WorkbookModel, series: ChartSeriesModel | undefined): string {
  const found = series && resolveReference(workbook, series.values);
  return found?.sheet.style(found.area.row, found.area.column).numberFormat ?? 'General';
}
