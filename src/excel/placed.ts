import type { Area } from '../domain/address';
import type { LaidColumn } from '../plan/layout';
import type { CellBlock, ChartPlan, PlanCell, SheetPlan, TableColumn } from '../plan/types';

/** A column of a table where it stands on the sheet. */
export interface PlacedColumn {
  /** The plan's id, or the header of a column that people added. */
  readonly id: string;
  readonly header: string;
  readonly format?: string;
  readonly style?: TableColumn['style'];
  readonly formula?: string;
  /** Daybook's own row mark. */
  readonly mark?: boolean;
  /** Added by people: Daybook moves its cells along with their rows and leaves the rest alone. */
  readonly own: boolean;
}

/** A table with the rows that belong in it, at its place on the sheet. */
export interface PlacedTable {
  readonly role: string;
  readonly name: string;
  /** Header and body, without a totals row. */
  readonly area: Area;
  /** Whether people switched a totals row on below it. */
  readonly totals: boolean;
  readonly columns: readonly PlacedColumn[];
  /** null in a column with a formula means that formula. */
  readonly rows: readonly (readonly PlanCell[])[];
  /** Cells whose format is not their column's. */
  readonly formats: readonly CellFormat[];
}

/** A row and column of a table's body. */
export interface CellFormat {
  readonly row: number;
  readonly column: number;
  readonly format: string;
}

export interface ChartRecord extends ChartPlan {
  /** The chart's name in Excel, by which it is found again. */
  readonly name: string;
}

/** Everything of a sheet plan, with its tables where they really stand. */
export interface PlacedSheet extends Omit<SheetPlan, 'tables' | 'charts'> {
  readonly charts: readonly ChartRecord[];
  readonly tables: readonly PlacedTable[];
}

/** The area that a block covers. */
export function blockArea(block: CellBlock): Area {
  return { ...block.at, rows: block.cells.length, columns: block.cells[0]?.length ?? 0 };
}

/** A merged table's columns in the order of the sheet. */
export function placeColumns(laid: readonly LaidColumn[]): PlacedColumn[] {
  return laid.map((column) => {
    if (column.kind === 'own') return { id: column.header, header: column.header, own: true };
    const { id, header, format, style, formula, entry } = column.column;
    return { id: id ?? header, header, format, style, formula, mark: entry === 'mark', own: false };
  });
}

/** The range of an area. */
export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
}

/** True where the position lies in the area. */
export function contains(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

/** True where two areas are the same cells. */
export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}
