import type { BookGrid, GridTable, GridValue, SheetGrid } from '../../../src/reading/grid';

export interface SheetGiven {
  readonly name?: string;
  readonly values: readonly (readonly GridValue[])[];
  /** By 'row,column' of values. */
  readonly formats?: Readonly<Record<string, string>>;
  readonly origin?: SheetGrid['origin'];
  readonly tables?: readonly GridTable[];
}

/** Sheets as Excel would hand them over. */
export function bookGrid(sheets: readonly SheetGiven[], date1904 = false): BookGrid {
  return {
    name: 'book.xlsx',
    date1904,
    sheets: sheets.map(({ name = '方案', values, formats = {}, origin, tables = [] }) => ({
      name,
      origin: origin ?? { row: 0, column: 0 },
      values,
      formats: values.map((row, r) => row.map((_, c) => formats[`${r},${c}`] ?? 'General')),
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      tables,
      visible: true,
    })),
  };
}
