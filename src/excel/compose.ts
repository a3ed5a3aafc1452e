import type { Area, Position } from '../domain/address';
import type { Steps } from '../domain/drain';
import { parseMark } from '../plan/fingerprint';
import { mergeSteps, type MergedTable } from '../plan/merge';
import type { SheetPlan, TablePlan } from '../plan/types';
import { nameCharts } from './charts';
import { placeColumns, sameArea, type CellFormat, type PlacedSheet, type PlacedTable } from './placed';
import type { TableRecord } from './record';

/** A plan's table with its rows merged and its place decided. */
export interface ComposedTable {
  readonly plan: TablePlan;
  readonly merged: MergedTable;
  readonly placed: PlacedTable;
}

/** Header and rows; Excel keeps one blank row in a table that has none. */
function tableArea(at: Position, merged: MergedTable): Area {
  return {
    row: at.row,
    column: at.column,
    rows: 1 + Math.max(1, merged.rows.length),
    columns: merged.columns.length,
  };
}

/** A table that is not on the sheet yet. */
export function* composeTable(plan: TablePlan): Steps<ComposedTable> {
  return placeTable(plan, yield* mergeSteps(plan, null, null), { ...plan, area: plan.at, totals: false });
}

/** A merged table at its place. */
export function placeTable(
  plan: TablePlan,
  merged: MergedTable,
  place: { readonly name: string; readonly area: Position; readonly totals: boolean },
): ComposedTable {
  const placed = {
    role: plan.role,
    name: place.name,
    area: tableArea(place.area, merged),
    totals: place.totals,
    columns: placeColumns(merged.columns),
    rows: merged.rows,
    formats: cellFormats(plan, merged),
  };
  return { plan, merged, placed };
}

/** The formats that a plan gives by row, where its rows came to stand: they are known by their marks. */
function cellFormats({ columns, keys }: TablePlan, merged: MergedTable): CellFormat[] {
  const place = (index: number): number =>
    merged.columns.findIndex((laid) => laid.kind === 'plan' && laid.plan === index);
  const markPlace = place(columns.findIndex(({ entry }) => entry === 'mark'));
  if (columns.every(({ formats }) => !formats)) return [];
  const rowOf = new Map(keys.map((key, row) => [key, row]));
  return columns.flatMap(({ formats }, index) => {
    if (!formats) return [];
    return merged.rows.flatMap((cells, row): CellFormat[] => {
      const planRow = rowOf.get(parseMark(cells[markPlace])?.key ?? '');
      const format = planRow === undefined ? undefined : formats[planRow];
      return format === undefined ? [] : [{ row, column: place(index), format }];
    });
  });
}

/** The area that the plan gives to a table. */
function plannedArea(plan: TablePlan): Area {
  return {
    row: plan.at.row,
    column: plan.at.column,
    rows: 1 + Math.max(1, plan.rows.length),
    columns: plan.columns.length,
  };
}

/** What is remembered of a table. */
export function tableRecord({ plan, placed }: ComposedTable): TableRecord {
  return { role: plan.role, name: placed.name, planned: plannedArea(plan), columns: placed.columns };
}

/**
 * A sheet plan with the tables where they stand. Areas that the plan put on a table follow it: further down its rows,
 * or to another column where people moved or added some.
 */
export function placeSheet(plan: SheetPlan, tables: readonly ComposedTable[]): PlacedSheet {
  const follow = (area: Area): Area => tables.reduce(followTable, area);
  return {
    ...plan,
    tables: tables.map((table) => table.placed),
    charts: nameCharts(plan.charts).map((chart) => ({
      ...chart,
      categories: follow(chart.categories),
      series: chart.series.map((series) => ({ ...series, values: follow(series.values) })),
    })),
    validations: plan.validations.map((validation) => ({ ...validation, area: follow(validation.area) })),
    // A rule's formula is relative to its first cell: where that has moved, Excel has moved the standing rule too.
    conditionalFormats: plan.conditionalFormats.flatMap((rule) => {
      const area = follow(rule.area);
      return area.row === rule.area.row && area.column === rule.area.column ? [{ ...rule, area }] : [];
    }),
  };
}

function followTable(area: Area, { plan, merged, placed }: ComposedTable): Area {
  const planned = plannedArea(plan);
  const inside =
    area.row >= planned.row &&
    area.row + area.rows <= planned.row + planned.rows &&
    area.column >= planned.column &&
    area.column + area.columns <= planned.column + planned.columns;
  if (!inside || sameArea(planned, placed.area)) return area;
  const place = (column: number): number =>
    placed.area.column +
    merged.columns.findIndex((laid) => laid.kind === 'plan' && laid.plan === column - planned.column);
  const first = place(area.column);
  const last = place(area.column + area.columns - 1);
  const offset = area.row - planned.row;
  const toEnd = area.row + area.rows === planned.row + planned.rows;
  return {
    row: placed.area.row + offset,
    column: first,
    rows: toEnd ? placed.area.rows - offset : Math.min(area.rows, placed.area.rows - offset),
    columns: last - first + 1,
  };
}
