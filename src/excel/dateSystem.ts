import { from1904 } from '../domain/dates';
import type { CellBlock, Plan, PlanCell, TablePlan } from '../plan/types';
import { isDateFormat } from '../reading/datetext';
import { isMissingApi } from './failures';
import type { Session } from './run';

/**
 * Whether the workbook counts days from 1904; null where this Excel can't tell. There is no property for it, but
 * Excel's own DATE tells: 1 January 2000 is 36526, or 35064 in a 1904 book. One request.
 */
export async function asks1904(session: Session): Promise<boolean | null> {
  const serial = session.workbook.functions.date(2000, 1, 1).load('value');
  try {
    await session.sync();
  } catch (error) {
    if (isMissingApi(error)) return null;
    throw error;
  }
  return serial.value === 35064;
}

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
  if (block.format === undefined || !isDateFormat(block.format)) return block;
  return { ...block, cells: block.cells.map((row) => row.map(shifted)) };
}

function shiftedTable(table: TablePlan): TablePlan {
  const dated = table.columns.map(({ format }) => format !== undefined && isDateFormat(format));
  return {
    ...table,
    rows: table.rows.map((row) => row.map((cell, column) => (dated[column] ? shifted(cell) : cell))),
  };
}

function shifted(cell: PlanCell): PlanCell {
  return typeof cell === 'number' ? cell - SHIFT : cell;
}
