import type { BookOutline, BookReading, ColumnOutline, ColumnReading, TableOutline } from './types';

function columnOutline({ values: _values, ...outline }: ColumnReading): ColumnOutline {
  return outline;
}

/** A reading without its values: small enough to be passed around where only decisions are made. */
export function outlineOf({ sheets }: BookReading): BookOutline {
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      tables: sheet.tables.map((table) => ({ ...table, columns: table.columns.map(columnOutline) })),
    })),
  };
}

/** One table of a reading, named so that it is found again in another form of it, or after a new reading. */
export interface TableKey {
  readonly sheet: string;
  readonly index: number;
}

export function keyOf({ sheets }: BookOutline, table: TableOutline): TableKey {
  const sheet = sheets.find((candidate) => candidate.sheet === table.sheet);
  return { sheet: table.sheet, index: sheet ? sheet.tables.indexOf(table) : -1 };
}

export function findTable<Table extends TableOutline>(
  { sheets }: BookOutline<Table>,
  { sheet, index }: TableKey,
): Table | undefined {
  return sheets.find((candidate) => candidate.sheet === sheet)?.tables[index];
}
