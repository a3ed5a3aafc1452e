import { cellAddress } from './address';
import type { SheetCore, WorkbookCore } from './core';
import type { TableModel } from './types';

/** Plain JSON of all that a person or a file could tell apart; ids, which nobody sees, are left out. */
export function snapshot(book: WorkbookCore): unknown {
  return plain({
    date1904: book.date1904,
    calculationMode: book.calculationMode,
    activeSheet: book.activeSheet.name,
    protection: book.protection,
    properties: entries(book.properties),
    customXml: entries(book.customXml),
    settings: entries(book.settings),
    names: book.names
      .map(({ name, formula, comment, visible, scope }) => ({
        name,
        formula,
        comment,
        visible,
        scope: scope?.name,
      }))
      .sort((a, b) => compare(`${a.name}\n${a.scope ?? ''}`, `${b.name}\n${b.scope ?? ''}`)),
    selection: {
      sheet: book.selection.sheet.name,
      areas: book.selection.areas,
      active: book.selection.active,
    },
    sheets: book.sheets.map(sheetSnapshot),
  });
}

function sheetSnapshot(sheet: SheetCore): object {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    showHeadings: sheet.showHeadings,
    zoom: sheet.zoom,
    frozen: sheet.frozen,
    protection: sheet.protection,
    cells: cellsSnapshot(sheet),
    rows: { all: sheet.rows.shared, own: entries(sheet.rows.entries) },
    columns: { all: sheet.columns.shared, own: entries(sheet.columns.entries) },
    merges: [...sheet.merges].sort((a, b) => a.row - b.row || a.column - b.column),
    tables: sheet.tables.map(tableSnapshot).sort((a, b) => compare(a.name, b.name)),
    conditionalFormats: sheet.conditionalFormats.map(({ id: _id, ...format }) => format),
    validations: sheet.validations,
    charts: sheet.charts.map(({ id: _id, ...chart }) => chart),
    pageLayout: sheet.pageLayout,
    comments: entries(sheet.comments),
    hyperlinks: entries(sheet.hyperlinks),
    customProperties: entries(sheet.customProperties),
    autoFilter: sheet.autoFilter,
  };
}

function tableSnapshot(table: TableModel) {
  return {
    name: table.name,
    area: table.area,
    columns: table.columns.map(({ name, formula, totalsFunction, totalsLabel }) => ({
      name,
      formula,
      totalsFunction,
      totalsLabel,
    })),
    showHeaders: table.showHeaders,
    showTotals: table.showTotals,
    showFilterButton: table.showFilterButton,
    showBandedRows: table.showBandedRows,
    showBandedColumns: table.showBandedColumns,
    highlightFirstColumn: table.highlightFirstColumn,
    highlightLastColumn: table.highlightLastColumn,
    style: table.style,
  };
}

function cellsSnapshot(sheet: SheetCore): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  const used = sheet.usedArea();
  if (!used) return cells;
  for (let row = used.row; row < used.row + used.rows; row++) {
    for (let column = used.column; column < used.column + used.columns; column++) {
      const value = sheet.value(row, column);
      const formula = sheet.formula(row, column);
      const style = sheet.cells.ownStyle(row, column);
      if (value === null && !formula && !style) continue;
      cells[cellAddress(row, column)] = { value, formula, style };
    }
  }
  return cells;
}

function entries<K extends string | number, V>(map: ReadonlyMap<K, V>): [K, V][] {
  return [...map].sort(([a], [b]) => (typeof a === 'number' ? a - Number(b) : compare(a, String(b))));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Own data only, keys in order, nothing undefined. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return plain(entries(value as Map<string, unknown>));
  if (typeof value !== 'object' || value === null) return value === undefined ? null : value;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort(compare)) {
    const part = (value as Record<string, unknown>)[key];
    if (part !== undefined && part !== null) result[key] = plain(part);
  }
  return result;
}
