import type { Position } from '../../domain/address';
import type { PlanCell, TableColumn, TablePlan } from '../../plan/types';

/** A column of a visit table; what nobody fills from a sheet has no `cell`. */
export interface VisitColumn<Id extends string, Row> {
  readonly id: Id;
  readonly width: number;
  readonly style: NonNullable<TableColumn['style']>;
  readonly format?: string;
  readonly entry: TableColumn['entry'];
  /** A calculated column's expression. */
  readonly formula?: string;
  readonly cell?: (row: Row, index: number) => PlanCell;
}

export interface VisitTable<Id extends string, Row> {
  readonly role: string;
  readonly name: string;
  readonly at: Position;
  readonly headers: Readonly<Record<Id, string>>;
  readonly columns: readonly VisitColumn<Id, Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string;
  /** Lines of a table that is handed out empty; its rows are left out then. */
  readonly blankLines: number | null;
}

export function visitTable<Id extends string, Row>(table: VisitTable<Id, Row>): TablePlan {
  const { role, name, at, headers, columns, rows, keyOf, blankLines } = table;
  const line = { length: blankLines ?? 0 };
  return {
    role,
    name,
    at,
    columns: columns.map(({ id, style, format, entry, formula }) => ({
      id,
      header: headers[id],
      style,
      entry,
      ...(format !== undefined && { format }),
      ...(formula !== undefined && { formula: `=${formula}` }),
    })),
    ...(blankLines === null
      ? {
          rows: rows.map((row, index) => columns.map(({ cell }) => cell?.(row, index) ?? null)),
          keys: rows.map(keyOf),
        }
      : {
          rows: Array.from(line, () => columns.map(() => null)),
          keys: Array.from(line, (_, index) => `line-${index + 1}`),
        }),
  };
}
