import { fullAddress, isEntireColumn, isEntireRow, isUnbounded, localAddress } from '../addresses';
import { eachCell, inputs, readable, shown, valueType } from '../cells';
import { flag, record, text, wrong } from '../checks';
import { hostClass, type Property } from '../hostClass';
import { heightOf, leftOf, topOf, widthOf } from '../metrics';
import { formulaFromR1C1, formulaToR1C1 } from '../r1c1';
import { ref } from '../ref';
import type { RangeTarget } from '../targets';
import type { Area, SheetModel } from '../../model/types';
import { rangeMethods } from './rangeMethods';
import { rangeSteps } from './rangeSteps';
import { ApiError } from '../errors';

function formulaOrValue(sheet: SheetModel, row: number, column: number): string | number | boolean {
  return sheet.formula(row, column)?.formula ?? shown(sheet.value(row, column));
}

function setInputs(range: RangeTarget, value: unknown): void {
  const cells = inputs(range, value);
  const single = typeof value === 'string' && value.startsWith('=');
  range.sheet.setInputs(range.area, single ? filled(value, range.area) : cells);
}

/** One formula for all cells of a range reads from each as it does from the first, as when it is filled. */
function filled(formula: string, { row, column, rows, columns }: Area): string[][] {
  const relative = formulaToR1C1(formula, row, column);
  const same =
    formulaFromR1C1(relative, row + rows - 1, column + columns - 1) ===
    formulaFromR1C1(relative, row, column);
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) =>
      same ? formula : formulaFromR1C1(relative, row + i, column + j),
    ),
  );
}

const formulas: Property<RangeTarget> = {
  get: (range, { maxCells }) => eachCell(range, maxCells, formulaOrValue),
  set: setInputs,
};

const numberFormat: Property<RangeTarget> = {
  get: (range, { maxCells }) =>
    eachCell(range, maxCells, (sheet, row, column) => sheet.style(row, column).numberFormat ?? 'General'),
  set: setNumberFormats,
};

function setNumberFormats(range: RangeTarget, value: unknown): void {
  const { sheet, area } = range;
  if (!Array.isArray(value)) {
    sheet.applyStyle(area, { numberFormat: format(value) });
    return;
  }
  const single = singleEntry(value);
  if (isUnbounded(area) && single !== undefined) {
    sheet.applyStyle(area, { numberFormat: format(single) });
    return;
  }
  inputs(range, value).forEach((cells, row) => {
    // Runs of the same format are one change.
    for (let from = 0; from < cells.length;) {
      let to = from + 1;
      while (to < cells.length && cells[to] === cells[from]) to++;
      if (cells[from] !== undefined) {
        const run = { row: area.row + row, column: area.column + from, rows: 1, columns: to - from };
        sheet.applyStyle(run, { numberFormat: format(cells[from]) });
      }
      from = to;
    }
  });
}

function singleEntry(value: readonly unknown[]): unknown {
  const [row] = value;
  return value.length === 1 && Array.isArray(row) && row.length === 1
    ? (row as readonly unknown[])[0]
    : undefined;
}

function format(value: unknown): string | null {
  const name = text(value);
  return name === '' || /^general$/i.test(name) ? null : name;
}

function hiddenProperty(axis: 'row' | 'column'): Property<RangeTarget> {
  const isRow = axis === 'row';
  return {
    get: ({ sheet, area }) => {
      const from = isRow ? area.row : area.column;
      // Whole columns are looked at where rows are in use: the rest is as the last row.
      const count = Math.min(isRow ? area.rows : area.columns, 100_000);
      const hidden = (index: number): boolean => (isRow ? sheet.rowHidden(index) : sheet.columnHidden(index));
      const first = hidden(from);
      for (let index = from + 1; index < from + count; index++) if (hidden(index) !== first) return null;
      return first;
    },
    set: ({ sheet, area }, value) => {
      if (isRow) sheet.setRowHidden(area.row, area.rows, flag(value));
      else sheet.setColumnHidden(area.column, area.columns, flag(value));
    },
  };
}

const hyperlink: Property<RangeTarget> = {
  get: ({ sheet, area }) => {
    const link = sheet.hyperlinks.get(localAddress({ ...area, rows: 1, columns: 1 }));
    if (!link) return null;
    return {
      ...(link.address === undefined ? {} : { address: link.address }),
      ...(link.location === undefined ? {} : { documentReference: link.location }),
      screenTip: link.tip ?? '',
      textToDisplay: sheet.text(area.row, area.column),
    };
  },
  set: ({ sheet, area }, value) => {
    const { address, documentReference, screenTip, textToDisplay } = record(value);
    if (address === undefined && documentReference === undefined)
      throw wrong(value, 'a link with an address');
    sheet.hyperlinks.set(localAddress({ ...area, rows: 1, columns: 1 }), {
      ...(address === undefined ? {} : { address: text(address) }),
      ...(documentReference === undefined ? {} : { location: text(documentReference) }),
      ...(screenTip === undefined ? {} : { tip: text(screenTip) }),
    });
    if (textToDisplay !== undefined) sheet.setInputs(area, [[text(textToDisplay)]]);
  },
};

export const range = hostClass('Range', {
  referenced: true,
  scalars: {
    Address: { get: fullAddress },
    AddressLocal: { get: fullAddress },
    CellCount: {
      get: ({ area }) => {
        const count = area.rows * area.columns;
        return count > 2 ** 31 - 1 ? -1 : count;
      },
    },
    RowCount: { get: ({ area }) => area.rows },
    ColumnCount: { get: ({ area }) => area.columns },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    IsEntireColumn: { get: ({ area }) => isEntireColumn(area) },
    IsEntireRow: { get: ({ area }) => isEntireRow(area) },
    Values: {
      get: ({ sheet, area }, { maxCells }) =>
        readable(area, maxCells) ? sheet.values(area).map((row) => row.map(shown)) : null,
      set: setInputs,
    },
    ValueTypes: {
      get: ({ sheet, area }, { maxCells }) =>
        readable(area, maxCells) ? sheet.values(area).map((row) => row.map(valueType)) : null,
    },
    Text: {
      get: (range, { maxCells }) =>
        eachCell(range, maxCells, (sheet, row, column) => sheet.text(row, column)),
    },
    Formulas: formulas,
    FormulasLocal: formulas,
    FormulasR1C1: {
      get: (range, { maxCells }) =>
        eachCell(range, maxCells, (sheet, row, column) => {
          const formula = sheet.formula(row, column);
          return formula ? formulaToR1C1(formula.formula, row, column) : shown(sheet.value(row, column));
        }),
      set: ({ sheet, area }, value) => {
        const cells = inputs({ sheet, area }, value).map((row, i) =>
          row.map((item, j) =>
            typeof item === 'string' && item.startsWith('=')
              ? formulaFromR1C1(item, area.row + i, area.column + j)
              : item,
          ),
        );
        sheet.setInputs(area, cells);
      },
    },
    NumberFormat: numberFormat,
    NumberFormatLocal: numberFormat,
    Hidden: {
      get: ({ sheet, area }) => sheet.rowHidden(area.row) || sheet.columnHidden(area.column),
    },
    RowHidden: hiddenProperty('row'),
    ColumnHidden: hiddenProperty('column'),
    HasSpill: {
      get: ({ sheet, area }) => {
        const spilling = sheet.formula(area.row, area.column)?.spill;
        return spilling !== undefined && spilling.rows * spilling.columns > 1;
      },
    },
    Style: {
      get: () => 'Normal',
      set: (_range, value) => {
        if (text(value) !== 'Normal') {
          throw new ApiError('ApiNotFound', 'The stand-in does not implement Range.style other than Normal.');
        }
      },
    },
    Hyperlink: hyperlink,
    Left: { get: ({ sheet, area }) => leftOf(sheet, area.column) },
    Top: { get: ({ sheet, area }) => topOf(sheet, area.row) },
    Width: { get: ({ sheet, area }) => widthOf(sheet, area) },
    Height: { get: ({ sheet, area }) => heightOf(sheet, area) },
  },
  links: {
    Worksheet: ({ sheet }) => ref('Worksheet', sheet),
    Format: (target) => ref('RangeFormat', target),
    DataValidation: (target) => ref('DataValidation', target),
    ConditionalFormats: ({ sheet, area }) => ref('ConditionalFormatCollection', { sheet, areas: [area] }),
  },
  methods: { ...rangeSteps, ...rangeMethods },
});
