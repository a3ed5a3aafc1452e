import { intersection } from '../../model/areas';
import type { Area, TableModel } from '../../model/types';
import { bodyArea, rangeAt } from '../addresses';
import { inputs, rangeOf, shown } from '../cells';
import { flag, text } from '../checks';
import { ApiError } from '../errors';
import { hostClass, type Property } from '../hostClass';
import { isHostObject, ref } from '../ref';

type FlagName =
  | 'showHeaders'
  | 'showTotals'
  | 'showFilterButton'
  | 'showBandedRows'
  | 'showBandedColumns'
  | 'highlightFirstColumn'
  | 'highlightLastColumn';

function flagProperty(name: FlagName): Property<TableModel> {
  return {
    get: (table) => table[name],
    set: (table, value) => {
      table[name] = flag(value);
    },
  };
}

function findTable(tables: readonly TableModel[], key: unknown): TableModel | undefined {
  const wanted = String(key).toLowerCase();
  return tables.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
}

function asRef(table: TableModel | undefined): ReturnType<typeof ref> | undefined {
  return table && ref('Table', table);
}

export const tableCollection = hostClass('TableCollection', {
  items: ({ workbook, sheet }) =>
    (sheet?.tables ?? workbook.sheets.flatMap(({ tables }) => tables)).map((table) => ref('Table', table)),
  find: ({ workbook, sheet }, key) =>
    asRef(findTable(sheet?.tables ?? workbook.sheets.flatMap(({ tables }) => tables), key)),
  methods: {
    Add: ({ workbook, sheet }, args) => {
      const from = sheet ?? workbook.activeSheet;
      const where = isHostObject(args.values[0])
        ? args.object(0, 'Range')
        : rangeAt(workbook, from, args.text(0));
      return ref('Table', where.sheet.addTable(where.area, { hasHeaders: args.flag(1, false) }));
    },
  },
});

export const tableScopedCollection = hostClass('TableScopedCollection', {
  items: ({ sheet, area }) =>
    sheet.tables.filter((table) => intersection(table.area, area)).map((table) => ref('Table', table)),
  find: ({ sheet, area }, key) =>
    asRef(
      findTable(
        sheet.tables.filter((table) => intersection(table.area, area)),
        key,
      ),
    ),
  methods: {
    GetFirst: ({ sheet, area }) => {
      const first = sheet.tables.find((table) => intersection(table.area, area));
      if (!first) throw new ApiError('ItemNotFound');
      return ref('Table', first);
    },
  },
});

export const table = hostClass('Table', {
  scalars: {
    Id: { get: ({ id }) => id },
    Name: {
      get: ({ name }) => name,
      set: (target, value) => {
        target.name = text(value);
      },
    },
    Style: {
      get: ({ style }) => style,
      set: (target, value) => {
        target.style = text(value);
      },
    },
    ShowHeaders: flagProperty('showHeaders'),
    ShowTotals: flagProperty('showTotals'),
    ShowFilterButton: flagProperty('showFilterButton'),
    ShowBandedRows: flagProperty('showBandedRows'),
    ShowBandedColumns: flagProperty('showBandedColumns'),
    HighlightFirstColumn: flagProperty('highlightFirstColumn'),
    HighlightLastColumn: flagProperty('highlightLastColumn'),
  },
  links: {
    Columns: (target) => ref('TableColumnCollection', target),
    Rows: (target) => ref('TableRowCollection', target),
    Worksheet: ({ sheet }) => ref('Worksheet', sheet),
  },
  methods: {
    Delete: (target) => target.sheet.removeTable(target, true),
    ConvertToRange: (target) => {
      target.sheet.removeTable(target, false);
      return rangeOf(target.sheet, target.area);
    },
    GetRange: ({ sheet, area }) => rangeOf(sheet, area),
    GetDataBodyRange: (target) => rangeOf(target.sheet, bodyArea(target)),
    GetHeaderRowRange: (target) => {
      if (!target.showHeaders) throw new ApiError('ItemNotFound');
      return rangeOf(target.sheet, { ...target.area, rows: 1 });
    },
    GetTotalRowRange: (target) => {
      if (!target.showTotals) throw new ApiError('ItemNotFound');
      return rangeOf(target.sheet, { ...target.area, row: target.area.row + target.area.rows - 1, rows: 1 });
    },
    Resize: (target, args) => {
      const { sheet } = target;
      const where = isHostObject(args.values[0])
        ? args.object(0, 'Range')
        : rangeAt(sheet.workbook, sheet, args.text(0));
      sheet.resizeTable(target, where.area);
    },
  },
});

export const tableColumnCollection = hostClass('TableColumnCollection', {
  items: (target) => target.columns.map(({ id }) => ref('TableColumn', { table: target, columnId: id })),
  find: (target, key) => {
    const column = target.columns.find(
      ({ id, name }) => id === key || (typeof key === 'string' && name.toLowerCase() === key.toLowerCase()),
    );
    return column && ref('TableColumn', { table: target, columnId: column.id });
  },
  methods: {
    Add: (target, args) => {
      const { sheet, area } = target;
      const index = args.integerOr(0, area.columns) ?? area.columns;
      const at = index < 0 ? area.columns : index;
      if (at < area.columns) sheet.insertCells({ ...area, column: area.column + at, columns: 1 }, 'right');
      else sheet.resizeTable(target, { ...area, columns: area.columns + 1 });
      const column = target.columns[at]!;
      if (args.has(2)) column.name = args.text(2);
      if (args.has(1)) {
        const cells = { ...target.area, column: target.area.column + at, columns: 1 };
        sheet.setInputs(cells, inputs({ sheet, area: cells }, args.values[1]));
      }
      return ref('TableColumn', { table: target, columnId: column.id });
    },
  },
});

interface PlacedColumn {
  readonly column: TableModel['columns'][number];
  readonly index: number;
}

function placed({ table: { columns }, columnId }: { table: TableModel; columnId: number }): PlacedColumn {
  const index = columns.findIndex(({ id }) => id === columnId);
  const column = columns[index];
  if (!column) throw new ApiError('ItemNotFound');
  return { column, index };
}

export const tableColumn = hostClass('TableColumn', {
  scalars: {
    Id: { get: ({ columnId }) => columnId },
    Index: { get: (target) => placed(target).index },
    Name: {
      get: (target) => placed(target).column.name,
      set: (target, value) => {
        placed(target).column.name = text(value);
      },
    },
    Values: {
      get: (target) => {
        const { sheet, area } = target.table;
        const cells = { ...area, column: area.column + placed(target).index, columns: 1 };
        return sheet.values(cells).map((row) => row.map(shown));
      },
      set: (target, value) => {
        const { sheet, area } = target.table;
        const cells = { ...area, column: area.column + placed(target).index, columns: 1 };
        sheet.setInputs(cells, inputs({ sheet, area: cells }, value));
      },
    },
  },
  methods: {
    GetRange: (target) => columnRange(target, target.table.area),
    GetDataBodyRange: (target) => columnRange(target, bodyArea(target.table)),
    GetHeaderRowRange: (target) => columnRange(target, { ...target.table.area, rows: 1 }),
    GetTotalRowRange: (target) => {
      const { area, showTotals } = target.table;
      if (!showTotals) throw new ApiError('ItemNotFound');
      return columnRange(target, { ...area, row: area.row + area.rows - 1, rows: 1 });
    },
    Delete: (target) => {
      const { sheet, area } = target.table;
      sheet.deleteCells({ ...area, column: area.column + placed(target).index, columns: 1 }, 'left');
    },
  },
});

function columnRange(target: { table: TableModel; columnId: number }, area: Area): ReturnType<typeof ref> {
  return rangeOf(target.table.sheet, { ...area, column: area.column + placed(target).index, columns: 1 });
}
