import { areasAt, rangeAt, wholeSheet } from '../addresses';
import { color, flag, number, oneOf, text } from '../checks';
import { ApiError } from '../errors';
import { rangeOf } from '../cells';
import { hostClass, type Property } from '../hostClass';
import { ref } from '../ref';
import type { SheetModel } from '../../model/types';

const visibilities = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** Sheets that a person can see; Excel never hides or deletes the last one. */
function visibleSheets(sheets: readonly SheetModel[]): SheetModel[] {
  return sheets.filter(({ visibility }) => visibility === 'visible');
}

export const worksheetCollection = hostClass('WorksheetCollection', {
  items: (book) => book.sheets.map((sheet) => ref('Worksheet', sheet)),
  find: (book, key) => {
    const wanted = text(key);
    const sheet = book.sheets.find(({ id }) => id === wanted) ?? book.sheet(wanted);
    return sheet && ref('Worksheet', sheet);
  },
  methods: {
    Add: (book, args) => ref('Worksheet', book.addSheet(args.textOr(0, undefined))),
    GetActiveWorksheet: (book) => ref('Worksheet', book.activeSheet),
    GetFirst: (book, args) => ref('Worksheet', among(book.sheets, args.flag(0, false), 0)),
    GetLast: (book, args) => ref('Worksheet', among(book.sheets, args.flag(0, false), -1)),
    GetCount: (book, args) => (args.flag(0, false) ? visibleSheets(book.sheets) : book.sheets).length,
  },
});

function among(sheets: readonly SheetModel[], visibleOnly: boolean, index: number): SheetModel {
  return (visibleOnly ? visibleSheets(sheets) : sheets).at(index)!;
}

function neighbour(sheet: SheetModel, visibleOnly: boolean, step: 1 | -1): SheetModel {
  const sheets = visibleOnly ? visibleSheets(sheet.workbook.sheets) : sheet.workbook.sheets;
  const beyond = sheets.filter(({ position }) => (position - sheet.position) * step > 0);
  const found = step > 0 ? beyond[0] : beyond.at(-1);
  if (!found) throw new ApiError('ItemNotFound');
  return found;
}

function shownPart(key: 'showGridlines' | 'showHeadings'): Property<SheetModel> {
  return {
    get: (sheet) => sheet[key],
    set: (sheet, value) => {
      sheet[key] = flag(value);
    },
  };
}

export const worksheet = hostClass('Worksheet', {
  scalars: {
    Id: { get: (sheet) => sheet.id },
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, value) => sheet.workbook.renameSheet(sheet, text(value)),
    },
    Position: {
      get: (sheet) => sheet.position,
      set: (sheet, value) => sheet.workbook.moveSheet(sheet, number(value)),
    },
    Visibility: {
      get: (sheet) => visibilities[sheet.visibility],
      set: (sheet, value) => {
        const name = oneOf(value, Object.values(visibilities));
        const last = visibleSheets(sheet.workbook.sheets).every((other) => other === sheet);
        if (name !== 'Visible' && last) throw new ApiError('InvalidOperation');
        sheet.visibility = name === 'Visible' ? 'visible' : name === 'Hidden' ? 'hidden' : 'veryHidden';
      },
    },
    TabColor: {
      get: (sheet) => sheet.tabColor ?? '',
      set: (sheet, value) => {
        sheet.tabColor = value === '' ? null : color(value);
      },
    },
    ShowGridlines: shownPart('showGridlines'),
    ShowHeadings: shownPart('showHeadings'),
    // office.js reads these under their own names and sets them under others.
    Gridlines: shownPart('showGridlines'),
    Headings: shownPart('showHeadings'),
    StandardHeight: { get: () => 15 },
  },
  links: {
    Tables: (sheet) => ref('TableCollection', { workbook: sheet.workbook, sheet }),
    Charts: (sheet) => ref('ChartCollection', sheet),
    Names: (sheet) => ref('NamedItemCollection', { workbook: sheet.workbook, sheet }),
    Comments: (sheet) => ref('CommentCollection', { workbook: sheet.workbook, sheet }),
    Protection: (sheet) => ref('WorksheetProtection', sheet),
    PageLayout: (sheet) => ref('PageLayout', sheet),
    HorizontalPageBreaks: (sheet) => ref('PageBreakCollection', sheet),
    FreezePanes: (sheet) => ref('WorksheetFreezePanes', sheet),
    CustomProperties: (sheet) => ref('WorksheetCustomPropertyCollection', sheet),
    AutoFilter: (sheet) => ref('AutoFilter', sheet),
  },
  methods: {
    Activate: (sheet) => {
      if (sheet.visibility !== 'visible') throw new ApiError('InvalidOperation');
      sheet.workbook.activate(sheet);
    },
    Delete: (sheet) => {
      const visible = visibleSheets(sheet.workbook.sheets);
      if (visible.length === 1 && visible[0] === sheet) throw new ApiError('InvalidOperation');
      if (sheet.visibility === 'veryHidden') throw new ApiError('InvalidOperation');
      sheet.workbook.deleteSheet(sheet);
    },
    Calculate: (sheet, args) => {
      void sheet.workbook.calculate(args.flag(0, false));
    },
    GetRange: (sheet, args) => {
      const address = args.textOr(0, '');
      return ref(
        'Range',
        address === '' ? { sheet, area: wholeSheet } : rangeAt(sheet.workbook, sheet, address),
      );
    },
    GetRanges: (sheet, args) => {
      const address = args.textOr(0, '');
      return ref('RangeAreas', {
        sheet,
        areas: address === '' ? [wholeSheet] : areasAt(sheet.workbook, sheet, address),
      });
    },
    GetRangeByIndexes: (sheet, args) => {
      const area = {
        row: args.integer(0),
        column: args.integer(1),
        rows: args.integer(2),
        columns: args.integer(3),
      };
      return rangeOf(sheet, area);
    },
    GetCell: (sheet, args) =>
      rangeOf(sheet, { row: args.integer(0), column: args.integer(1), rows: 1, columns: 1 }),
    GetUsedRange: (sheet, args) => {
      const area = sheet.usedArea(args.flag(0, false)) ?? { row: 0, column: 0, rows: 1, columns: 1 };
      return ref('Range', { sheet, area });
    },
    GetUsedRangeOrNullObject: (sheet, args) => {
      const area = sheet.usedArea(args.flag(0, false));
      return area && ref('Range', { sheet, area });
    },
    GetNext: (sheet, args) => ref('Worksheet', neighbour(sheet, args.flag(0, false), 1)),
    GetPrevious: (sheet, args) => ref('Worksheet', neighbour(sheet, args.flag(0, false), -1)),
  },
});
