import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { bounding, intersection } from '../../model/areas';
import type { Area, SheetModel } from '../../model/types';
import { rangeAt } from '../addresses';
import type { Arguments } from '../arguments';
import { rangeOf } from '../cells';
import { oneOf } from '../checks';
import { ApiError } from '../errors';
import type { Method } from '../hostClass';
import { isHostObject, ref } from '../ref';
import type { RangeTarget } from '../targets';

/** Another range, given as one or as its address. */
export function rangeArgument(from: SheetModel, args: Arguments, index: number): RangeTarget {
  return isHostObject(args.values[index])
    ? args.object(index, 'Range')
    : rangeAt(from.workbook, from, args.text(index));
}

function last({ row, column, rows, columns }: Area): Area {
  return { row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 };
}

/** The smallest rectangle inside an area that holds everything in it. */
function usedWithin(sheet: SheetModel, area: Area, valuesOnly: boolean): Area | null {
  const all = sheet.usedArea(valuesOnly);
  const cut = all && intersection(all, area);
  if (!cut) return null;
  let used: Area | null = null;
  for (let row = cut.row; row < cut.row + cut.rows; row++) {
    for (let column = cut.column; column < cut.column + cut.columns; column++) {
      if (isUsed(sheet, row, column, valuesOnly)) used = bounding(used, { row, column, rows: 1, columns: 1 });
    }
  }
  return used;
}

function isUsed(sheet: SheetModel, row: number, column: number, valuesOnly: boolean): boolean {
  if (sheet.value(row, column) !== null || sheet.formula(row, column) !== null) return true;
  return !valuesOnly && Object.keys(sheet.style(row, column)).length > 0;
}

/** The block around a cell that blank rows and columns bound. */
function surrounding(sheet: SheetModel, start: Area): Area {
  let region = start;
  for (;;) {
    const top = Math.max(region.row - 1, 0);
    const left = Math.max(region.column - 1, 0);
    const ring = {
      row: top,
      column: left,
      rows: Math.min(region.row + region.rows + 1, MAX_ROWS) - top,
      columns: Math.min(region.column + region.columns + 1, MAX_COLUMNS) - left,
    };
    const grown = bounding(region, usedWithin(sheet, ring, true))!;
    if (grown.rows === region.rows && grown.columns === region.columns) return region;
    region = grown;
  }
}

type Direction = 'Left' | 'Right' | 'Up' | 'Down';
const directions: readonly Direction[] = ['Left', 'Right', 'Up', 'Down'];

/** Where Ctrl+Arrow goes from a cell. */
function edge(sheet: SheetModel, from: Area, direction: Direction): Area {
  const step = direction === 'Up' || direction === 'Left' ? -1 : 1;
  const vertical = direction === 'Up' || direction === 'Down';
  const limit = vertical ? MAX_ROWS - 1 : MAX_COLUMNS - 1;
  const fixed = vertical ? from.column : from.row;
  const blank = (at: number): boolean => {
    return (vertical ? sheet.value(at, fixed) : sheet.value(fixed, at)) === null;
  };
  const used = sheet.usedArea(true);
  const end = used ? (vertical ? used.row + used.rows : used.column + used.columns) - 1 : -1;
  let at = vertical ? from.row : from.column;
  const inside = (next: number): boolean => next >= 0 && next <= limit;
  if (!blank(at) && inside(at + step) && !blank(at + step)) {
    while (inside(at + step) && !blank(at + step)) at += step;
  } else {
    do {
      if (step > 0 && at >= end) {
        at = limit;
        break;
      }
      at += step;
    } while (inside(at) && blank(at));
    at = Math.min(Math.max(at, 0), limit);
  }
  return vertical
    ? { row: at, column: fixed, rows: 1, columns: 1 }
    : { row: fixed, column: at, rows: 1, columns: 1 };
}

function activeOf({ sheet, area }: RangeTarget, args: Arguments, index: number): Area {
  return args.has(index) ? rangeArgument(sheet, args, index).area : { ...area, rows: 1, columns: 1 };
}

/** Ranges found from a range. */
export const rangeSteps: Readonly<Record<string, Method<RangeTarget>>> = {
  GetCell: ({ sheet, area }, args) =>
    rangeOf(sheet, {
      row: area.row + args.integer(0),
      column: area.column + args.integer(1),
      rows: 1,
      columns: 1,
    }),
  GetRow: ({ sheet, area }, args) => rangeOf(sheet, { ...area, row: area.row + args.integer(0), rows: 1 }),
  GetColumn: ({ sheet, area }, args) =>
    rangeOf(sheet, { ...area, column: area.column + args.integer(0), columns: 1 }),
  GetLastCell: ({ sheet, area }) => rangeOf(sheet, last(area)),
  GetLastRow: ({ sheet, area }) => rangeOf(sheet, { ...area, row: last(area).row, rows: 1 }),
  GetLastColumn: ({ sheet, area }) => rangeOf(sheet, { ...area, column: last(area).column, columns: 1 }),
  GetEntireRow: ({ sheet, area }) => rangeOf(sheet, { ...area, column: 0, columns: MAX_COLUMNS }),
  GetEntireColumn: ({ sheet, area }) => rangeOf(sheet, { ...area, row: 0, rows: MAX_ROWS }),
  GetOffsetRange: ({ sheet, area }, args) =>
    rangeOf(sheet, { ...area, row: area.row + args.integer(0), column: area.column + args.integer(1) }),
  GetResizedRange: ({ sheet, area }, args) =>
    rangeOf(sheet, { ...area, rows: area.rows + args.integer(0), columns: area.columns + args.integer(1) }),
  GetAbsoluteResizedRange: ({ sheet, area }, args) =>
    rangeOf(sheet, { ...area, rows: args.integer(0), columns: args.integer(1) }),
  GetRowsAbove: ({ sheet, area }, args) => {
    const count = args.integerOr(0, 1);
    return rangeOf(sheet, { ...area, row: count > 0 ? area.row - count : area.row, rows: Math.abs(count) });
  },
  GetRowsBelow: ({ sheet, area }, args) => {
    const count = args.integerOr(0, 1);
    return rangeOf(sheet, { ...area, row: area.row + area.rows, rows: Math.abs(count) });
  },
  GetColumnsBefore: ({ sheet, area }, args) => {
    const count = args.integerOr(0, 1);
    return rangeOf(sheet, { ...area, column: area.column - count, columns: count });
  },
  GetColumnsAfter: ({ sheet, area }, args) =>
    rangeOf(sheet, { ...area, column: area.column + area.columns, columns: args.integerOr(0, 1) }),
  GetBoundingRect: ({ sheet, area }, args) => {
    const other = rangeArgument(sheet, args, 0);
    if (other.sheet !== sheet) throw new ApiError('InvalidArgument');
    return rangeOf(sheet, bounding(area, other.area)!);
  },
  GetIntersection: ({ sheet, area }, args) => {
    const other = rangeArgument(sheet, args, 0);
    const shared = other.sheet === sheet ? intersection(area, other.area) : null;
    if (!shared) throw new ApiError('ItemNotFound');
    return rangeOf(sheet, shared);
  },
  GetUsedRange: ({ sheet, area }, args) => {
    const used = usedWithin(sheet, area, args.flag(0, false));
    if (!used) throw new ApiError('ItemNotFound');
    return rangeOf(sheet, used);
  },
  GetSurroundingRegion: ({ sheet, area }) =>
    rangeOf(sheet, surrounding(sheet, { ...area, rows: 1, columns: 1 })),
  GetRangeEdge: (target, args) =>
    rangeOf(target.sheet, edge(target.sheet, activeOf(target, args, 1), oneOf(args.text(0), directions))),
  GetExtendedRange: (target, args) => {
    const to = edge(target.sheet, activeOf(target, args, 1), oneOf(args.text(0), directions));
    return rangeOf(target.sheet, bounding(target.area, to)!);
  },
  GetSpillingToRange: ({ sheet, area }) => {
    const spill = sheet.formula(area.row, area.column)?.spill;
    if (!spill || spill.rows * spill.columns === 1) throw new ApiError('ItemNotFound');
    return rangeOf(sheet, spill);
  },
  GetSpillParent: ({ sheet, area }) => {
    const parent = spillParent(sheet, area);
    if (!parent) throw new ApiError('ItemNotFound');
    return rangeOf(sheet, parent);
  },
  GetMergedAreas: ({ sheet, area }) => {
    const areas = sheet.merges.filter((merged) => intersection(merged, area));
    if (areas.length === 0) throw new ApiError('ItemNotFound');
    return ref('RangeAreas', { sheet, areas });
  },
  GetTables: ({ sheet, area }) => ref('TableScopedCollection', { sheet, area }),
  Find: ({ sheet, area }, args) => {
    const found = findText(sheet, area, args);
    if (!found) throw new ApiError('ItemNotFound');
    return rangeOf(sheet, found);
  },
};

function spillParent(sheet: SheetModel, area: Area): Area | undefined {
  const used = sheet.usedArea() ?? area;
  for (let row = area.row; row >= used.row; row--) {
    for (let column = area.column; column >= used.column; column--) {
      const spill = sheet.formula(row, column)?.spill;
      if (spill && intersection(spill, area)) return { row, column, rows: 1, columns: 1 };
    }
  }
  return undefined;
}

function findText(sheet: SheetModel, area: Area, args: Arguments): Area | undefined {
  const { completeMatch, matchCase, searchDirection } = args.options(1);
  const fold = (text: string): string => (matchCase === true ? text : text.toLowerCase());
  const wanted = fold(args.text(0));
  const used = usedWithin(sheet, area, true);
  if (!used) return undefined;
  const cells: Area[] = [];
  for (let row = used.row; row < used.row + used.rows; row++) {
    for (let column = used.column; column < used.column + used.columns; column++) {
      const shown = fold(sheet.text(row, column));
      const matches = completeMatch === true ? shown === wanted : shown.includes(wanted);
      if (matches) cells.push({ row, column, rows: 1, columns: 1 });
    }
  }
  return searchDirection === 'Backwards' ? cells.at(-1) : cells[0];
}
