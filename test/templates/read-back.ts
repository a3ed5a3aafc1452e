import { mergeTable } from '../../src/plan/merge';
import type { Plan, PlanCell, SheetPlan } from '../../src/plan/types';
import type { BookGrid, GridValue } from '../../src/reading/grid';
import { bookGrid } from './rules/grids';

/** The built sheets that hold rules, as Excel hands them over when the plan is built again. */
export function readBack(
  plan: Plan,
  edit: (values: GridValue[][], sheet: SheetPlan) => void = () => {},
): BookGrid {
  const sheets = plan.sheets.filter(({ role }) => role.startsWith('rules'));
  return bookGrid(
    sheets.map((sheet) => {
      const values: GridValue[][] = [];
      const put = (row: number, column: number, cell: PlanCell): void => {
        while (values.length <= row) values.push([]);
        const line = values[row] ?? [];
        while (line.length <= column) line.push('');
        line[column] = cell === null || typeof cell === 'object' ? '' : cell;
      };
      const formats: Record<string, string> = {};
      const tables = sheet.tables.map((table) => {
        const { columns, rows } = mergeTable(table, null, null);
        const headers = columns.map((laid) => (laid.kind === 'plan' ? laid.column.header : laid.header));
        [headers, ...rows].forEach((row, r) =>
          row.forEach((cell, c) => put(table.at.row + r, table.at.column + c, cell)),
        );
        table.columns.forEach(({ format, formats: byRow }, c) =>
          rows.forEach((_, r) => {
            formats[`${table.at.row + 1 + r},${table.at.column + c}`] = byRow?.[r] ?? format ?? 'General';
          }),
        );
        return {
          name: table.name,
          area: { ...table.at, rows: rows.length + 1, columns: headers.length },
          hasHeader: true,
          hasTotals: false,
        };
      });
      for (const { at, cells } of sheet.blocks) {
        cells.forEach((row, r) => row.forEach((cell, c) => put(at.row + r, at.column + c, cell)));
      }
      edit(values, sheet);
      return { name: sheet.name, values, formats, tables };
    }),
  );
}

/** Changes the cell beside a label, in the table at the left: small print beside it says the same. */
export function setBeside(values: GridValue[][], label: string, offset: number, value: GridValue): void {
  const places = values.map((line) => line.indexOf(label)).filter((at) => at >= 0);
  const column = Math.min(...places);
  const line = values.find((cells) => cells[column] === label);
  if (!line) throw new Error(`no cell ${label}`);
  line[column + offset] = value;
}
