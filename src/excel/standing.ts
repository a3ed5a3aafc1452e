import type { Area } from '../domain/address';
import { ROWS_A_STEP, type Steps } from '../domain/drain';
import { layColumns } from '../plan/layout';
import type { PlanCell, TablePlan } from '../plan/types';
import { cellOf } from './cellText';
import { excelError } from './errors';
import { AREA_PROPERTIES, areaOf, type ListedSheet } from './listing';
import type { Naming } from './naming';
import { readPieces, type Cell, type Piece } from './pieces';
import type { PlacedColumn } from './placed';
import type { SheetRecord, TableRecord } from './record';
import type { Session } from './run';

/** A built table as people left it. */
export interface StandingTable {
  readonly record: TableRecord;
  /** Its name now. */
  readonly name: string;
  /** Header and body, without a totals row. */
  readonly area: Area;
  readonly totals: boolean;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly PlanCell[])[];
}

/** A built sheet as people left it. */
export interface StandingSheet {
  readonly listed: ListedSheet;
  readonly record: SheetRecord;
  /** Where cells hold something. */
  readonly used: Area | null;
  cellAt(row: number, column: number): PlanCell;
  readonly tables: ReadonlyMap<string, StandingTable>;
  readonly charts: ReadonlySet<string>;
}

/** Contents of a rectangle as Excel gave them. */
class Contents {
  private readonly formulas: (readonly Cell[])[] = [];
  private readonly values: (readonly Cell[])[] = [];

  constructor(readonly area: Area | null) {}

  take(piece: Piece): void {
    for (const row of piece.formulas) this.formulas.push(row);
    for (const row of piece.values) this.values.push(row);
  }

  cellAt(row: number, column: number): PlanCell {
    if (!this.area) return null;
    const r = row - this.area.row;
    const c = column - this.area.column;
    return cellOf(this.formulas[r]?.[c], this.values[r]?.[c]);
  }
}

/** Reads built sheets with everything on them: three requests and one for each two megabytes. */
export async function readStanding(
  session: Session,
  pairs: readonly { readonly listed: ListedSheet; readonly record: SheetRecord }[],
): Promise<StandingSheet[]> {
  const asked = pairs.map(({ listed: { sheet } }) => {
    sheet.tables.load('items/name,items/showTotals');
    sheet.charts.load('items/name');
    return sheet.getUsedRangeOrNullObject(true).load([...AREA_PROPERTIES]);
  });
  await session.sync();
  const tableRanges = pairs.map(({ listed: { sheet } }) =>
    sheet.tables.items.map((table) => table.getRange().load([...AREA_PROPERTIES])),
  );
  await session.sync();
  const contents = asked.map((used) => new Contents(used.isNullObject ? null : areaOf(used)));
  await readPieces(
    session,
    pairs.flatMap(({ listed }, index) => {
      const content = contents[index]!;
      return content.area
        ? [
            {
              sheet: listed.sheet,
              name: listed.name,
              area: content.area,
              facets: ['formulas', 'values'] as const,
              take: (piece: Piece) => content.take(piece),
            },
          ]
        : [];
    }),
  );
  const standing: StandingSheet[] = [];
  for (const [index, { listed, record }] of pairs.entries()) {
    const content = contents[index]!;
    const present = listed.sheet.tables.items.map((table, at) => ({
      name: table.name,
      totals: table.showTotals,
      area: areaOf(tableRanges[index]![at]!),
    }));
    standing.push({
      listed,
      record,
      used: content.area,
      cellAt: (row: number, column: number) => content.cellAt(row, column),
      tables: await session.compute(standingTables(record, present, content)),
      charts: new Set(listed.sheet.charts.items.map((chart) => chart.name)),
    });
  }
  return standing;
}

interface PresentTable {
  readonly name: string;
  readonly totals: boolean;
  readonly area: Area;
}

/** Built tables by role: by name, and where people renamed one, the one left over for the one missing. */
export function matchTables<T extends { readonly name: string }>(
  records: readonly TableRecord[],
  present: readonly T[],
): Map<string, T> {
  const matched = new Map<string, T>();
  for (const record of records) {
    const same = present.find((table) => table.name.toLowerCase() === record.name.toLowerCase());
    if (same) matched.set(record.role, same);
  }
  const missing = records.filter((record) => !matched.has(record.role));
  const left = present.filter((table) => ![...matched.values()].includes(table));
  const [one] = missing;
  const [other] = left;
  if (one && other && missing.length === 1 && left.length === 1) matched.set(one.role, other);
  return matched;
}

function* standingTables(
  record: SheetRecord,
  present: readonly PresentTable[],
  content: Contents,
): Steps<Map<string, StandingTable>> {
  const tables = new Map<string, StandingTable>();
  for (const [role, table] of matchTables(record.tables, present)) {
    const area = { ...table.area, rows: table.area.rows - (table.totals ? 1 : 0) };
    const matrix: PlanCell[][] = [];
    for (let row = area.row; row < area.row + area.rows; row++) {
      if (row % ROWS_A_STEP === 0) yield;
      matrix.push(
        Array.from({ length: area.columns }, (_, column) => content.cellAt(row, area.column + column)),
      );
    }
    tables.set(role, {
      record: record.tables.find((one) => one.role === role)!,
      name: table.name,
      totals: table.totals,
      area,
      headers: matrix[0]!.map((cell) => (typeof cell === 'object' ? '' : String(cell))),
      rows: matrix.slice(1),
    });
  }
  return tables;
}

/** The recorded columns where they stand now, with what people added between them. */
export function standingColumns(table: StandingTable): PlacedColumn[] {
  const recorded = table.record.columns.filter((column) => !column.own);
  const laid = layColumns(
    recorded.map((column): TablePlan['columns'][number] => ({ ...column, entry: 'source' })),
    table.headers,
  );
  return table.headers.map((header, sheet): PlacedColumn => {
    const found = laid.find((column) => column.sheet === sheet);
    const column = found?.kind === 'plan' ? recorded[found.plan] : undefined;
    return column ? { ...column, header } : { id: header, header, own: true };
  });
}

/** What built things are called now, for comparing formulas. */
export function namingOf(sheets: readonly StandingSheet[]): Naming {
  const tables = sheets.flatMap((sheet) => [...sheet.tables.values()]);
  return {
    sheets: new Map(sheets.map(({ listed, record }) => [listed.name.toLowerCase(), `#${record.role}`])),
    tables: new Map(tables.map((table) => [table.name.toLowerCase(), `#${table.record.role}`])),
    columns: new Map(
      tables.flatMap((table) =>
        standingColumns(table).map((column): [string, string] => [
          column.header.toLowerCase(),
          `#${column.id}`,
        ]),
      ),
    ),
  };
}

/** Refuses before anything is touched where a built sheet is protected. */
export function refuseProtected(sheets: readonly ListedSheet[]): void {
  const locked = sheets.find((sheet) => sheet.isProtected);
  if (locked) throw excelError('excel-sheet-protected', { sheet: locked.name });
}
