import type { SheetCore } from '../model/core';
import type { TableModel } from '../model/types';
import type { Context, Evaluate } from './context';
import {
  isOwnRow,
  rangeArea,
  tableArea,
  tableOf,
  type RangeTemplate,
  type TableTemplate,
} from './formula/references';
import { REF, Reference, VALUE } from './values';

/** Reads a range from wherever the formula stands; one that is the same from everywhere is found once. */
export function rangeReader(template: RangeTemplate): Evaluate {
  const sheetOf = sheetReader(template.sheet);
  const { top, left, bottom, right } = template;
  const fixed = top.fixed && left.fixed && bottom.fixed && right.fixed;
  let last: Reference | null = null;
  return (context) => {
    const sheet = sheetOf(context);
    if (fixed && last && last.sheet === sheet) return last;
    const area = sheet && rangeArea(template, context.row, context.column);
    if (!area) return REF;
    return (last = new Reference(sheet, area.row, area.column, area.rows, area.columns));
  };
}

/** Finds a sheet by name, once for each time that sheets may have changed. */
export function sheetReader(name: string | null): (context: Context) => SheetCore | undefined {
  if (name === null) return (context) => context.sheet;
  let epoch = -1;
  let found: SheetCore | undefined;
  return ({ services }) => {
    if (services.epoch !== epoch) {
      epoch = services.epoch;
      found = services.book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    }
    return found;
  };
}

/** Cells of a table; what is the same for all its rows is found once for each time that tables may have changed. */
export function tableReader(template: TableTemplate): Evaluate {
  const find = tableFinder(template);
  const sameForAll = template.table !== null && !template.parts.includes('this row');
  let epoch = -1;
  let last: Reference | null = null;
  return (context) => {
    if (sameForAll && last && context.services.epoch === epoch) return last;
    const table = find(context);
    if (!table) return template.table === null ? VALUE : REF;
    const area = tableArea(template, table, context.row);
    if (!area) return template.parts.includes('this row') ? VALUE : REF;
    if (area.rows < 1) return REF;
    epoch = context.services.epoch;
    return (last = new Reference(table.sheet as SheetCore, area.row, area.column, area.rows, area.columns));
  };
}

/** The value in the formula's own row of a table's column; null for any other reference. */
export function cellReader(template: TableTemplate | null): Evaluate | null {
  if (!template || !isOwnRow(template) || template.first === null || template.first !== template.last)
    return null;
  const find = tableFinder(template);
  let epoch = -1;
  let known: TableModel | null = null;
  let column = 0;
  let first = 0;
  let end = 0;
  return (context) => {
    const table = find(context);
    if (!table) return template.table === null ? VALUE : REF;
    if (table !== known || context.services.epoch !== epoch) {
      const area = tableArea({ ...template, parts: [] }, table, context.row);
      if (!area) return VALUE;
      known = table;
      epoch = context.services.epoch;
      column = area.column;
      first = area.row;
      end = area.row + area.rows;
    }
    if (context.row < first || context.row >= end) return VALUE;
    return (table.sheet as SheetCore).cells.value(context.row, column);
  };
}

/** The table that a reference names, looked for once for each time that tables may have changed. */
function tableFinder(template: TableTemplate): (context: Context) => TableModel | null {
  let epoch = -1;
  let found: TableModel | null = null;
  return (context) => {
    const { services, sheet, row, column } = context;
    if (services.epoch === epoch && found && (template.table !== null || holds(found, sheet, row, column))) {
      return found;
    }
    found = tableOf(template, services.book, context);
    epoch = services.epoch;
    return found;
  };
}

function holds({ sheet: own, area }: TableModel, sheet: SheetCore, row: number, column: number): boolean {
  return (
    own === sheet &&
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
