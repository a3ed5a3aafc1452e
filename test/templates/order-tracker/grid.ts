import type { Plan, PlanCell } from '../../../src/plan/types';
import type { BookGrid, GridValue, SheetGrid } from '../../../src/reading/grid';

/** The rule sheets of a plan as a rebuild reads them: the tables' cells, formulas left out. */
export function gridOf({ sheets }: Plan): BookGrid {
  return {
    name: '',
    date1904: false,
    sheets: sheets
      .filter(({ role }) => role.startsWith('rules'))
      .map(({ name, tables }): SheetGrid => {
        const rows = Math.max(...tables.map(({ at, rows: body }) => at.row + 2 + body.length));
        const columns = Math.max(...tables.map(({ at, columns: all }) => at.column + all.length));
        const values: GridValue[][] = Array.from({ length: rows }, () => Array<GridValue>(columns).fill(''));
        for (const { at, columns: all, rows: body } of tables) {
          const lines = [all.map(({ header }): PlanCell => header), ...body];
          lines.forEach((line, r) =>
            line.forEach((cell, c) => {
              const row = values[at.row + r];
              if (row) row[at.column + c] = typeof cell === 'object' ? '' : cell;
            }),
          );
        }
        return {
          name,
          origin: { row: 0, column: 0 },
          values,
          formats: [],
          merges: [],
          hiddenRows: [],
          hiddenColumns: [],
          tables: tables.map((table) => ({
            name: table.name,
            area: { ...table.at, rows: 1 + Math.max(1, table.rows.length), columns: table.columns.length },
            hasHeader: true,
            hasTotals: false,
          })),
          visible: true,
        };
      }),
  };
}
