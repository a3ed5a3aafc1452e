import { columnLetter, type Area } from '../domain/address';
import type {
  ConditionalFormat,
  PlanCell,
  SheetPlan,
  TableColumn,
  TablePlan,
  Validation,
} from '../plan/types';
import { DAY, INSTANT } from './expressions';
import { fittedWidths } from './measure';
import { printedColumns, type Page } from './page';

/** A column of a list: how it stands in its table, how wide it is, and what a row has there. */
export interface ListField<Row> {
  readonly column: TableColumn;
  readonly width: number;
  readonly cell: (row: Row, index: number) => PlanCell;
}

/** Where the rows of a list stand, for what is laid over them. */
export interface ListBody<Id extends string> {
  /** A column's rows, with so many columns to its right. */
  readonly area: (id: Id, columns?: number) => Area;
  /** The column's cell in the first row, as conditional formats write it: $H5. */
  readonly cell: (id: Id) => string;
}

export interface List<Row, Id extends string> {
  readonly role: string;
  readonly name: string;
  /** With all that stands above the list; the headers come into its next free row. */
  readonly page: Page;
  readonly table: { readonly role: string; readonly name: string };
  readonly fields: readonly ListField<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The first column that stays off paper. */
  readonly printedBefore: Id | 'mark';
  readonly frozenColumns?: number;
  readonly orientation?: SheetPlan['print']['orientation'];
  readonly footer: string;
  /** Rows below the last one that lists and colours reach, for what is typed there. */
  readonly spare?: number;
  readonly dress?: (body: ListBody<Id>) => {
    readonly validations?: readonly Validation[];
    readonly conditionalFormats?: readonly ConditionalFormat[];
  };
}

/** A sheet that is one growing list under a heading: frozen headers that every page repeats, printed by its columns. */
export function listSheet<Row, Id extends string>(list: List<Row, Id>): SheetPlan {
  const { page, fields, rows, spare = 0, orientation = 'landscape' } = list;
  const headerRow = page.row;
  const place = (id: Id | 'mark'): number => placeOf(fields, id);
  const { validations = [], conditionalFormats = [] } =
    list.dress?.({
      area: (id, columns = 1) => ({
        row: headerRow + 1,
        column: place(id),
        rows: Math.max(1, rows.length + spare),
        columns,
      }),
      cell: (id) => `$${columnLetter(place(id))}${headerRow + 2}`,
    }) ?? {};
  const table: TablePlan = {
    ...list.table,
    at: { row: headerRow, column: 0 },
    columns: fields.map(({ column }) => column),
    rows: rows.map((row, index) => fields.map(({ cell }) => cell(row, index))),
    keys: rows.map(list.keyOf),
  };
  return {
    role: list.role,
    name: list.name,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations,
    conditionalFormats,
    widths: fittedWidths(
      table,
      fields.map(({ width }) => width),
    ),
    heights: { ...page.heights, [headerRow]: 20 },
    frozenRows: headerRow + 1,
    frozenColumns: list.frozenColumns,
    gridlines: false,
    print: {
      orientation,
      titleRows: [headerRow, headerRow],
      area: printedColumns(place(list.printedBefore)),
      footer: list.footer,
    },
  };
}

/** Makes the fields of one list: a text, a day or a time where no other format is named, else a number. */
export class ListFields<Row, Id extends string> {
  constructor(private readonly headers: Readonly<Record<Id | 'mark', string>>) {}

  source(id: Id, width: number, cell: ListField<Row>['cell'], format?: string): ListField<Row> {
    return this.field(id, width, 'source', cell, { format });
  }

  typed(id: Id, width: number, format?: string): ListField<Row> {
    return this.field(id, width, 'typed', () => null, { format });
  }

  /** Read where the sheets keep it, else typed. */
  kept(
    isKept: boolean,
    id: Id,
    width: number,
    cell: ListField<Row>['cell'],
    format?: string,
  ): ListField<Row> {
    return isKept ? this.source(id, width, cell, format) : this.typed(id, width, format);
  }

  computed(id: Id, width: number, expression: string, format?: string): ListField<Row> {
    return this.field(id, width, 'computed', () => null, { format, formula: `=${expression}` });
  }

  /** What only formulas read. */
  helper(id: Id, expression: string): ListField<Row> {
    const formula = `=${expression}`;
    return this.field(id, 9, 'computed', () => null, { format: 'General', formula, style: 'key' });
  }

  /** The place that a row was read from. */
  origin(id: Id, width: number, cell: ListField<Row>['cell']): ListField<Row> {
    return this.field(id, width, 'origin', cell, { style: 'key' });
  }

  /** The row's mark, by which Daybook knows it again. */
  mark(): ListField<Row> {
    return this.field('mark', 14, 'mark', () => null, { style: 'key' });
  }

  private field(
    id: Id | 'mark',
    width: number,
    entry: TableColumn['entry'],
    cell: ListField<Row>['cell'],
    more: Pick<TableColumn, 'format' | 'formula' | 'style'>,
  ): ListField<Row> {
    const style = styleOf(more.format);
    return { column: { id, header: this.headers[id], entry, style, ...more }, width, cell };
  }
}

/** A source's column that is not called by the texts: a month, a product. */
export function namedField<Row>(
  id: string,
  header: string,
  width: number,
  cell: ListField<Row>['cell'],
  format: string,
): ListField<Row> {
  return { column: { id, header, format, style: styleOf(format), entry: 'source' }, width, cell };
}

const DATES: readonly string[] = [DAY, INSTANT];

function styleOf(format: string | undefined): TableColumn['style'] {
  return format === undefined || DATES.includes(format) ? 'text' : 'number';
}

/** A field that looks otherwise than its format says. */
export function styled<Row>(
  { column, ...field }: ListField<Row>,
  style: NonNullable<TableColumn['style']>,
): ListField<Row> {
  return { ...field, column: { ...column, style } };
}

/** Where a column stands in its list. */
export function placeOf(fields: readonly ListField<never>[], id: string): number {
  return fields.findIndex(({ column }) => column.id === id);
}
