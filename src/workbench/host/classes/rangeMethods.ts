import { intersection } from '../../model/areas';
import type { Area } from '../../model/types';
import { isUnbounded } from '../addresses';
import { Arguments } from '../arguments';
import { rangeOf, SHAPE_MESSAGE } from '../cells';
import { oneOf, record } from '../checks';
import { copyRange } from '../copyRange';
import { ApiError } from '../errors';
import { autofitColumns, autofitRows } from '../fit';
import type { Method } from '../hostClass';
import { ref } from '../ref';
import type { Session } from '../session';
import type { RangeTarget } from '../targets';
import { rangeArgument } from './rangeSteps';

/** What changes cells, or answers with plain data. */
export const rangeMethods: Readonly<Record<string, Method<RangeTarget>>> = {
  Clear: ({ sheet, area }, args) => {
    const what = oneOf(args.textOr(0, 'All'), [
      'All',
      'Formats',
      'Contents',
      'Hyperlinks',
      'RemoveHyperlinks',
    ]);
    if (what === 'Hyperlinks' || what === 'RemoveHyperlinks') {
      throw new ApiError('ApiNotFound', `The stand-in does not implement Range.clear("${what}").`);
    }
    sheet.clear(area, what === 'All' ? 'all' : what === 'Formats' ? 'formats' : 'contents');
  },
  Insert: ({ sheet, area }, args, session) => {
    const shift = oneOf(args.text(0), ['Down', 'Right']) === 'Down' ? 'down' : 'right';
    sheet.insertCells(area, shift);
    moveReferences(session, sheet, area, shift === 'down', 1);
    return rangeOf(sheet, area);
  },
  Delete: ({ sheet, area }, args, session) => {
    const shift = oneOf(args.text(0), ['Up', 'Left']) === 'Up' ? 'up' : 'left';
    sheet.deleteCells(area, shift);
    moveReferences(session, sheet, area, shift === 'up', -1);
  },
  Merge: ({ sheet, area }, args) => sheet.merge(area, args.flag(0, false)),
  Unmerge: ({ sheet, area }) => sheet.unmerge(area),
  Select: ({ sheet, area }) => {
    const { workbook } = sheet;
    if (workbook.activeSheet !== sheet) workbook.activate(sheet);
    workbook.selection = { sheet, areas: [area], active: { row: area.row, column: area.column } };
  },
  CopyFrom: ({ sheet, area }, args) => {
    const what = oneOf(args.textOr(1, 'All'), ['All', 'Formulas', 'Values', 'Formats', 'Link']);
    if (what === 'Link')
      throw new ApiError('ApiNotFound', 'The stand-in does not implement Range.copyFrom as a link.');
    copyRange(rangeArgument(sheet, args, 0), { sheet, area }, what, {
      skipBlanks: args.flag(2, false),
      transpose: args.flag(3, false),
    });
  },
  MoveTo: ({ sheet, area }, args) => {
    const to = rangeArgument(sheet, args, 0);
    copyRange({ sheet, area }, to, 'All', { skipBlanks: false, transpose: false });
    sheet.clear(area, 'all');
  },
  AutofitColumns: ({ sheet, area }) => autofitColumns(sheet, area),
  AutofitRows: ({ sheet, area }) => autofitRows(sheet, area),
  Calculate: ({ sheet }) => {
    void sheet.workbook.calculate();
  },
  SetDirty: ({ sheet }) => {
    void sheet.workbook.calculate(true);
  },
  GetCellProperties: ({ sheet, area }, args, session) =>
    Array.from({ length: area.rows }, (_, i) =>
      Array.from({ length: area.columns }, (__, j) =>
        session.pick(rangeOf(sheet, cellAt(area, i, j)), args.options(0)),
      ),
    ),
  GetRowProperties: ({ sheet, area }, args, session) =>
    Array.from({ length: area.rows }, (_, i) =>
      session.pick(rangeOf(sheet, rowAt(area, i)), args.options(0)),
    ),
  GetColumnProperties: ({ sheet, area }, args, session) =>
    Array.from({ length: area.columns }, (_, j) =>
      session.pick(rangeOf(sheet, columnAt(area, j)), args.options(0)),
    ),
  SetCellProperties: ({ sheet, area }, args, session) => {
    const rows = args.list(0).map((row) => new Arguments([row]).list(0));
    if (rows.length !== area.rows || rows.some((row) => row.length !== area.columns)) {
      throw new ApiError('InvalidArgument', SHAPE_MESSAGE);
    }
    rows.forEach((row, i) =>
      row.forEach((data, j) => session.assign(rangeOf(sheet, cellAt(area, i, j)), record(data))),
    );
  },
  SetRowProperties: ({ sheet, area }, args, session) => {
    const rows = args.list(0);
    if (rows.length !== area.rows) throw new ApiError('InvalidArgument', SHAPE_MESSAGE);
    rows.forEach((data, i) => session.assign(rangeOf(sheet, rowAt(area, i)), record(data)));
  },
  SetColumnProperties: ({ sheet, area }, args, session) => {
    const columns = args.list(0);
    if (columns.length !== area.columns) throw new ApiError('InvalidArgument', SHAPE_MESSAGE);
    columns.forEach((data, j) => session.assign(rangeOf(sheet, columnAt(area, j)), record(data)));
  },
  /** The library asks before it sends an array in pieces. */
  _ValidateArraySize: ({ area }, args) => {
    if (isUnbounded(area) || args.integer(0) !== area.rows || args.integer(1) !== area.columns) {
      throw new ApiError('InvalidArgument', SHAPE_MESSAGE);
    }
  },
};

function cellAt(area: Area, i: number, j: number): Area {
  return { row: area.row + i, column: area.column + j, rows: 1, columns: 1 };
}

function rowAt(area: Area, i: number): Area {
  return { ...area, row: area.row + i, rows: 1 };
}

function columnAt(area: Area, j: number): Area {
  return { ...area, column: area.column + j, columns: 1 };
}

/** Kept ranges follow the cells that an insertion or deletion moves. */
function moveReferences(
  { references }: Session,
  sheet: RangeTarget['sheet'],
  area: Area,
  vertical: boolean,
  sign: 1 | -1,
): void {
  references.update((object) => {
    if (object.kind !== 'Range') return object;
    const target = object.target as RangeTarget;
    if (target.sheet !== sheet || !isInTheWay(target.area, area, vertical)) return object;
    const row = target.area.row + (vertical ? sign * area.rows : 0);
    const column = target.area.column + (vertical ? 0 : sign * area.columns);
    return row < 0 || column < 0 ? object : ref('Range', { sheet, area: { ...target.area, row, column } });
  });
}

function isInTheWay(kept: Area, changed: Area, vertical: boolean): boolean {
  const strip = vertical
    ? { ...changed, rows: Number.MAX_SAFE_INTEGER - changed.row }
    : { ...changed, columns: Number.MAX_SAFE_INTEGER - changed.column };
  const shared = intersection(kept, strip);
  const first = vertical ? kept.row >= changed.row : kept.column >= changed.column;
  return first && shared !== null && shared.rows === kept.rows && shared.columns === kept.columns;
}
