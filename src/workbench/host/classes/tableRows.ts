import type { TableModel } from '../../model/types';
import { bodyArea } from '../addresses';
import { inputs, rangeOf, shown } from '../cells';
import { ApiError } from '../errors';
import { hostClass } from '../hostClass';
import { ref } from '../ref';

export const tableRowCollection = hostClass('TableRowCollection', {
  items: (table) =>
    Array.from({ length: bodyArea(table).rows }, (_, index) => ref('TableRow', { table, index })),
  methods: {
    Add: (table, args) => {
      const body = bodyArea(table);
      const index = args.integerOr(0, null);
      const at = index === null || index < 0 ? body.rows : index;
      if (at > body.rows) throw new ApiError('InvalidArgument');
      const given = args.has(1) ? args.values[1] : [new Array<string>(body.columns).fill('')];
      const rows = Array.isArray(given) && !Array.isArray(given[0]) ? [given] : given;
      if (!Array.isArray(rows)) throw new ApiError('InvalidArgument');
      const area = { ...body, row: body.row + at, rows: rows.length };
      const values = inputs({ sheet: table.sheet, area }, rows);
      insertRows(table, at, rows.length);
      table.sheet.setInputs(area, values);
      return ref('TableRow', { table, index: at });
    },
    DeleteRowsAt: (table, args) => deleteRows(table, args.integer(0), args.integerOr(1, 1)),
  },
});

/** At the end a table grows over free cells; elsewhere, or over content, cells below move down. */
function insertRows(table: TableModel, at: number, count: number): void {
  const { sheet, area } = table;
  const body = bodyArea(table);
  const below = { ...area, row: area.row + area.rows, rows: count };
  const free = sheet.values(below).every((row) => row.every((value) => value === null));
  if (at === body.rows && !table.showTotals && free) {
    sheet.resizeTable(table, { ...area, rows: area.rows + count });
    return;
  }
  const before = table.area.rows;
  sheet.insertCells({ ...body, row: body.row + at, rows: count }, 'down');
  if (table.area.rows === before) sheet.resizeTable(table, { ...table.area, rows: before + count });
}

function deleteRows(table: TableModel, index: number, count: number): void {
  const body = bodyArea(table);
  if (index < 0 || index + count > body.rows) throw new ApiError('InvalidArgument');
  table.sheet.deleteCells({ ...body, row: body.row + index, rows: count }, 'up');
}

export const tableRow = hostClass('TableRow', {
  scalars: {
    Index: { get: ({ index }) => index },
    Values: {
      get: ({ table, index }) => {
        const body = bodyArea(table);
        return table.sheet.values({ ...body, row: body.row + index, rows: 1 }).map((row) => row.map(shown));
      },
      set: ({ table, index }, value) => {
        const body = bodyArea(table);
        const area = { ...body, row: body.row + index, rows: 1 };
        table.sheet.setInputs(area, inputs({ sheet: table.sheet, area }, value));
      },
    },
  },
  methods: {
    GetRange: ({ table, index }) => {
      const body = bodyArea(table);
      return rangeOf(table.sheet, { ...body, row: body.row + index, rows: 1 });
    },
    Delete: ({ table, index }) => deleteRows(table, index, 1),
  },
});
