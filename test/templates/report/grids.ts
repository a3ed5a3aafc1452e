import { cellAddress } from '../../../src/domain/address';
import { readBook } from '../../../src/reading';
import type { BookGrid, GridValue, SheetGrid } from '../../../src/reading/grid';
import { initialCompanions, sourcesOf } from '../../../src/templates/sources';
import type { BuildRequest, Template } from '../../../src/templates/types';
import { freeNames } from '../readings';

export interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly GridValue[])[];
}

/** A workbook as Excel would hand it over; `percent` names the cells that show a percentage. */
export function bookGrid(sheets: readonly SheetRows[], percent: readonly string[] = []): BookGrid {
  return { name: '', date1904: false, sheets: sheets.map((sheet) => sheetGrid(sheet, percent)) };
}

function sheetGrid({ name, rows }: SheetRows, percent: readonly string[]): SheetGrid {
  const width = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
  return {
    name,
    origin: { row: 0, column: 0 },
    values,
    formats: values.map((cells, row) =>
      cells.map((_, column) => (percent.includes(cellAddress({ row, column })) ? '0.00%' : 'General')),
    ),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
    visible: true,
  };
}

/** What the pane would ask a template for, before the person changes anything. */
export function requestFrom(
  template: Template,
  grid: BookGrid,
  change: Partial<BuildRequest> = {},
): BuildRequest {
  const book = readBook(grid);
  const source = sourcesOf(template, book)[0] ?? null;
  return {
    book,
    rules: grid,
    source,
    companions: initialCompanions(template, book, source),
    asOf: null,
    locale: 'zh-CN',
    names: freeNames,
    options: Object.fromEntries(template.options.map(({ id, initial }) => [id, initial])),
    ...change,
  };
}
