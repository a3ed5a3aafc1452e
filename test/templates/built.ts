import type { BookGrid, GridValue, SheetGrid } from '../../src/reading/grid';
import { mergeTable } from '../../src/plan/merge';
import type { Plan, PlanCell, SheetPlan } from '../../src/plan/types';

/** Built sheets as Excel would hand them over when they are read again: constants, with their number formats. */
export function gridOf({ sheets }: Pick<Plan, 'sheets'>): BookGrid {
  return { name: 'book.xlsx', date1904: false, sheets: sheets.map(sheetGrid) };
}

/** The sheets of rules alone. */
export function rulesGridOf({ sheets }: Pick<Plan, 'sheets'>): BookGrid {
  return gridOf({ sheets: sheets.filter(({ role }) => role.startsWith('rules')) });
}

function sheetGrid(plan: SheetPlan): SheetGrid {
  const values: GridValue[][] = [];
  const formats: string[][] = [];
  const put = (row: number, column: number, cell: PlanCell, format = 'General'): void => {
    while (values.length <= row) {
      values.push([]);
      formats.push([]);
    }
    const line = values[row]!;
    while (line.length <= column) {
      line.push('');
      formats[row]!.push('General');
    }
    line[column] = typeof cell === 'object' ? '' : cell;
    formats[row]![column] = format;
  };
  for (const { at, cells, format } of plan.blocks) {
    cells.forEach((row, r) => row.forEach((cell, c) => put(at.row + r, at.column + c, cell, format)));
  }
  const tables = plan.tables.map((table) => {
    const { rows } = mergeTable(table, null, null);
    table.columns.forEach(({ header, format, formats: byRow }, c) => {
      put(table.at.row, table.at.column + c, header);
      rows.forEach((row, r) =>
        put(table.at.row + 1 + r, table.at.column + c, row[c] ?? null, byRow?.[r] ?? format),
      );
    });
    const area = { ...table.at, rows: 1 + Math.max(1, rows.length), columns: table.columns.length };
    return { name: table.name, area, hasHeader: true, hasTotals: false };
  });
  return {
    name: plan.name,
    origin: { row: 0, column: 0 },
    values,
    formats,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    tables,
    visible: true,
  };
}
