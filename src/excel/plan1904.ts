import { from1904 } from '../domain/dates';
import type { CellBlock, Plan, PlanCell, TablePlan } from '../plan/types';
import { isDateFormat } from '../reading/datetext';

const SHIFT = from1904(0);

/** A plan as a 1904 workbook has to get it: inside Daybook days count from 1900. */
export function planFor1904(plan: Plan): Plan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map(shiftedBlock),
      tables: sheet.tables.map(shiftedTable),
    })),
  };
}

function shiftedBlock(block: CellBlock): CellBlock {
  if (!isDay(block.format)) return block;
  return { ...block, cells: block.cells.map((row) => row.map(shifted)) };
}

function shiftedTable(table: TablePlan): TablePlan {
  const dated = table.columns.map(({ format, formats }): ((row: number) => boolean) => {
    if (formats) return (row) => isDay(formats[row] ?? format);
    const all = isDay(format);
    return () => all;
  });
  return {
    ...table,
    rows: table.rows.map((cells, row) =>
      cells.map((cell, column) => (dated[column]?.(row) ? shifted(cell) : cell)),
    ),
  };
}

function isDay(format: string | undefined): boolean {
  return format !== undefined && isDateFormat(format);
}

function shifted(cell: PlanCell): PlanCell {
  return typeof cell === 'number' ? cell - SHIFT : cell;
}
