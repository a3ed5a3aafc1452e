import type { Area, Position } from '../domain/address';

/** One cell as Excel reports it: '' is blank, an error is its text such as '#N/A', a date is its serial. */
export type GridValue = string | number | boolean;

/** An Excel table (ListObject) on a sheet; the area includes its header row and totals row where it has them. */
export interface GridTable {
  readonly name: string;
  readonly area: Area;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

/** The used part of one sheet, exactly as it stands there. Rooms above fill it from Excel or from a file. */
export interface SheetGrid {
  readonly name: string;
  /** Where values[0][0] stands on the sheet. */
  readonly origin: Position;
  readonly values: readonly (readonly GridValue[])[];
  /** Number formats, same shape as values; a missing row or cell means 'General'. */
  readonly formats: readonly (readonly string[])[];
  /** Merged areas, in sheet coordinates. */
  readonly merges: readonly Area[];
  /** Rows and columns hidden by hand or by a filter, in sheet coordinates. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly tables: readonly GridTable[];
  readonly visible: boolean;
}

export interface BookGrid {
  /** File name, without a path; '' when the workbook was never saved. */
  readonly name: string;
  readonly date1904: boolean;
  readonly sheets: readonly SheetGrid[];
}
