import type { Area } from '../../src/domain/address';
import { readBook } from '../../src/reading';
import type { BookGrid, GridValue, SheetGrid } from '../../src/reading/grid';
import type { ColumnReading, Field, RememberedTable, TableReading } from '../../src/reading/types';

export function sheetGrid(
  values: readonly (readonly GridValue[])[],
  more: Partial<SheetGrid> = {},
): SheetGrid {
  return {
    name: 'Sheet1',
    origin: { row: 0, column: 0 },
    values,
    formats: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
    visible: true,
    ...more,
  };
}

export function bookGrid(sheets: readonly SheetGrid[], more: Partial<BookGrid> = {}): BookGrid {
  return { name: 'book.xlsx', date1904: false, sheets, ...more };
}

/** One line a row, cells between bars; plain numbers become numbers, a leading ' keeps a text. */
export function rows(text: string): GridValue[][] {
  return text
    .trim()
    .split('\n')
    .map((line) =>
      line.split('|').map((raw) => {
        const cell = raw.trim();
        if (cell.startsWith("'")) return cell.slice(1);
        return /^-?(?:0|[1-9]\d{0,13})(?:\.\d+)?$/.test(cell) ? Number(cell) : cell;
      }),
    );
}

export function merge(row: number, column: number, height: number, width: number): Area {
  return { row, column, rows: height, columns: width };
}

export function readTables(
  values: readonly (readonly GridValue[])[],
  more: Partial<SheetGrid> = {},
  book: Partial<BookGrid> = {},
  remembered: readonly RememberedTable[] = [],
): readonly TableReading[] {
  return readBook(bookGrid([sheetGrid(values, more)], book), remembered).sheets[0]?.tables ?? [];
}

export function readTable(
  values: readonly (readonly GridValue[])[],
  more: Partial<SheetGrid> = {},
  book: Partial<BookGrid> = {},
): TableReading {
  const tables = readTables(values, more, book);
  expect(tables).toHaveLength(1);
  return tables[0] as TableReading;
}

export function fieldsOf(table: TableReading): (Field | null)[] {
  return table.columns.map(({ field }) => field);
}

export function column(table: TableReading, field: Field): ColumnReading {
  const found = table.columns.find((candidate) => candidate.field === field);
  if (!found) throw new Error(`no column ${field} among ${fieldsOf(table).join()}`);
  return found;
}

export function codes(table: TableReading): string[] {
  return table.problems.map(({ code }) => code);
}
