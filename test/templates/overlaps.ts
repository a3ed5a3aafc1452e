import type { Area } from '../../src/domain/address';
import type { Plan } from '../../src/plan/types';

/** Cells that two blocks, tables or charts of a sheet both want, as "sheet row,column". */
export function overlaps(plan: Plan): string[] {
  const found: string[] = [];
  for (const sheet of plan.sheets) {
    const taken = new Set<string>();
    const areas: Area[] = [
      ...sheet.blocks.map(({ at, cells }) => ({ ...at, rows: cells.length, columns: cells[0]?.length ?? 0 })),
      ...sheet.tables.map(({ at, rows, columns }) => ({
        ...at,
        rows: Math.max(1, rows.length) + 1,
        columns: columns.length,
      })),
      ...sheet.charts.map(({ area }) => area),
    ];
    for (const { row, column, rows, columns } of areas) {
      for (let r = row; r < row + rows; r++) {
        for (let c = column; c < column + columns; c++) {
          const cell = `${sheet.name} ${r},${c}`;
          if (taken.has(cell)) found.push(cell);
          taken.add(cell);
        }
      }
    }
  }
  return found;
}

/** Headers that a table of the plan has twice, as Excel compares them. */
export function repeatedHeaders(plan: Plan): string[] {
  return plan.sheets.flatMap(({ tables }) =>
    tables.flatMap(({ name, columns }) => {
      const headers = columns.map(({ header }) => header.trim().toLowerCase());
      return headers
        .filter((header, i) => headers.indexOf(header) !== i)
        .map((header) => `${name} ${header}`);
    }),
  );
}
