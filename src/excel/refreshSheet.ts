import { cellAddress } from '../domain/address';
import { ROWS_A_STEP, type Steps } from '../domain/drain';
import { mergeSteps, type MergedTable } from '../plan/merge';
import type { PlanCell, SheetPlan, TablePlan } from '../plan/types';
import { composeTable, placeSheet, placeTable, type ComposedTable } from './compose';
import type { Notice } from './errors';
import { moveFormula } from './moveFormula';
import type { Naming } from './naming';
import { blockArea, type PlacedSheet, type PlacedTable } from './placed';
import { unpackMarks } from './packedMarks';
import { cellText, refreshBlocks, refuseInTheWay } from './refreshBlocks';
import { standingColumns, type StandingSheet, type StandingTable } from './standing';
import type { PackedRows } from './state';
import type { CellConflict, TableChange } from './types';

/** A built sheet between what stands there and what the new plan wants. */
export interface RefreshedSheet {
  readonly to: PlacedSheet;
  readonly from: PlacedSheet;
  readonly tables: readonly ComposedTable[];
  readonly typed: ReadonlySet<string>;
  readonly changes: readonly TableChange[];
  readonly kept: readonly CellConflict[];
  readonly notices: readonly Notice[];
}

/** Merges a sheet's plan with the sheet as people left it; changes nothing yet. */
export function* refreshSheet(
  plan: SheetPlan,
  standing: StandingSheet,
  naming: Naming,
  rows: PackedRows | null,
): Steps<RefreshedSheet> {
  const tables: ComposedTable[] = [];
  for (const table of plan.tables) {
    tables.push(yield* refreshTable(table, standing, rows?.[table.role] ?? null));
  }
  const blocks = refreshBlocks(plan.blocks, standing, naming);
  const { removed, sheet } = withoutRemovedCharts(
    placeSheet({ ...plan, blocks: blocks.to }, tables),
    standing,
  );
  const { record } = standing;
  const before: PlacedTable[] = [];
  for (const table of standing.tables.values()) before.push(yield* standingTable(table));
  const from: PlacedSheet = {
    ...record,
    name: standing.listed.name,
    blocks: blocks.from,
    tables: before,
    charts: record.charts.filter((chart) => standing.charts.has(chart.name)),
  };
  refuseInTheWay(
    [...sheet.blocks.map(blockArea), ...sheet.tables.map(withTotals)],
    [...from.blocks.map(blockArea), ...from.tables.map(withTotals)],
    standing,
  );
  return {
    to: sheet,
    from,
    tables,
    typed: blocks.typed,
    changes: tables.flatMap(({ merged, plan: { role } }) => {
      const table = standing.tables.get(role);
      return table ? [tableChange(merged, table, standing)] : [];
    }),
    kept: blocks.kept,
    notices: [...blocks.notices, ...removed],
  };
}

function withTotals(table: PlacedTable): PlacedTable['area'] {
  return table.totals ? { ...table.area, rows: table.area.rows + 1 } : table.area;
}

function* refreshTable(
  plan: TablePlan,
  standing: StandingSheet,
  packed: string | null,
): Steps<ComposedTable> {
  const table = standing.tables.get(plan.role);
  if (!table) return yield* composeTable(plan);
  const marks = packed === null ? null : yield* unpackMarks(packed, plan.keys);
  const merged = yield* mergeSteps(plan, { headers: table.headers, rows: table.rows }, marks);
  return placeTable(plan, yield* withMovedFormulas(merged, table), table);
}

/** Formulas that people wrote into rows of their table follow their row when rows above it went. */
function* withMovedFormulas(merged: MergedTable, table: StandingTable): Steps<MergedTable> {
  const rowOf = new Map<PlanCell, number>();
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    for (const cell of row) if (typeof cell === 'object' && cell !== null) rowOf.set(cell, index);
  }
  const rows: (readonly PlanCell[])[] = [];
  for (const [index, row] of merged.rows.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    const moved = row.map((cell): PlanCell => {
      if (typeof cell !== 'object' || cell === null) return cell;
      const was = rowOf.get(cell);
      return was === undefined || was === index ? cell : { formula: moveFormula(cell.formula, index - was) };
    });
    rows.push(moved);
  }
  return { ...merged, rows };
}

/** A table as it stands, told the way a plan tells it: null where the column's own formula is. */
function* standingTable(table: StandingTable): Steps<PlacedTable> {
  const columns = standingColumns(table);
  const rows: PlanCell[][] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    rows.push(row.map((cell, at) => (columns[at]?.formula && typeof cell === 'object' ? null : cell)));
  }
  const { name, area, totals } = table;
  return { role: table.record.role, name, area, totals, columns, rows, formats: [] };
}

function withoutRemovedCharts(
  sheet: PlacedSheet,
  standing: StandingSheet,
): { sheet: PlacedSheet; removed: Notice[] } {
  const gone = new Set(
    standing.record.charts.map((chart) => chart.name).filter((name) => !standing.charts.has(name)),
  );
  return {
    sheet: { ...sheet, charts: sheet.charts.filter((chart) => !gone.has(chart.name)) },
    removed: sheet.charts
      .filter((chart) => gone.has(chart.name))
      .map((chart) => ({
        code: 'excel-chart-stays-removed',
        details: { sheet: standing.listed.name, chart: chart.title },
      })),
  };
}

function tableChange(
  { report, rows }: MergedTable,
  table: StandingTable,
  standing: StandingSheet,
): TableChange {
  const sheet = standing.listed.name;
  const addressOf = (row: number, column: number): string =>
    cellAddress({ row: table.area.row + 1 + row, column: table.area.column + column });
  const conflicts = report.differences.map((difference) => ({
    kind: difference.kind,
    key: difference.key,
    address: addressOf(difference.row, 0),
    cells: difference.cells.map((cell): CellConflict => ({
      sheet,
      address: addressOf(difference.row, cell.column),
      ours: cellText(cell.onSheet),
      theirs: cellText(cell.inSource),
    })),
  }));
  const { added, updated, unchanged, removed, typed, own, deleted } = report;
  return {
    sheet,
    table: table.name,
    rows: rows.length,
    added,
    updated,
    unchanged,
    removed,
    typed,
    own,
    deleted,
    differences: conflicts,
  };
}
