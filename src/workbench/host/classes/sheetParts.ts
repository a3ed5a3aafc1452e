import { areaAddress } from '../../model/address';
import type { SheetModel } from '../../model/types';
import { rangeAt } from '../addresses';
import { rangeOf } from '../cells';
import { text } from '../checks';
import { ApiError } from '../errors';
import { hostClass } from '../hostClass';
import { isHostObject, ref } from '../ref';
import { rangeArgument } from './rangeSteps';

function freeze(sheet: SheetModel, rows: number, columns: number): void {
  sheet.frozen = { rows, columns };
}

export const worksheetFreezePanes = hostClass('WorksheetFreezePanes', {
  methods: {
    FreezeRows: (sheet, args) => freeze(sheet, args.integerOr(0, 1), 0),
    FreezeColumns: (sheet, args) => freeze(sheet, 0, args.integerOr(0, 1)),
    FreezeAt: (sheet, args) => {
      const { area } = rangeArgument(sheet, args, 0);
      freeze(sheet, area.row + area.rows, area.column + area.columns);
    },
    Unfreeze: (sheet) => freeze(sheet, 0, 0),
    GetLocation: (sheet) => {
      const { rows, columns } = sheet.frozen;
      if (rows === 0 && columns === 0) throw new ApiError('ItemNotFound');
      const whole = { row: 0, column: 0, rows: 1048576, columns: 16384 };
      return rangeOf(sheet, { ...whole, ...(rows > 0 ? { rows } : {}), ...(columns > 0 ? { columns } : {}) });
    },
  },
});

export const worksheetProtection = hostClass('WorksheetProtection', {
  scalars: {
    Protected: { get: ({ protection }) => protection.on },
    Options: { get: ({ protection }) => (protection.on ? protection.options : null) },
  },
  methods: {
    Protect: (sheet, args) => {
      const options = Object.entries(args.options(0)).filter(([, value]) => typeof value === 'boolean');
      sheet.protect(Object.fromEntries(options) as Record<string, boolean>, args.textOr(1, undefined));
    },
    Unprotect: (sheet, args) => sheet.unprotect(args.textOr(0, undefined)),
  },
});

export const worksheetCustomPropertyCollection = hostClass('WorksheetCustomPropertyCollection', {
  items: (sheet) =>
    [...sheet.customProperties.keys()].map((key) => ref('WorksheetCustomProperty', { sheet, key })),
  find: (sheet, key) => {
    const known = keyOf(sheet, text(key));
    return known === undefined ? undefined : ref('WorksheetCustomProperty', { sheet, key: known });
  },
  methods: {
    Add: (sheet, args) => {
      const key = keyOf(sheet, args.text(0)) ?? args.text(0);
      sheet.customProperties.set(key, args.text(1));
      return ref('WorksheetCustomProperty', { sheet, key });
    },
  },
});

/** Keys of a sheet's properties are compared without regard to case. */
function keyOf({ customProperties }: SheetModel, key: string): string | undefined {
  return [...customProperties.keys()].find((known) => known.toLowerCase() === key.toLowerCase());
}

export const worksheetCustomProperty = hostClass('WorksheetCustomProperty', {
  scalars: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ sheet, key }) => sheet.customProperties.get(key),
      set: ({ sheet, key }, value) => sheet.customProperties.set(key, text(value)),
    },
  },
  methods: { Delete: ({ sheet, key }) => sheet.customProperties.delete(key) },
});

export const autoFilter = hostClass('AutoFilter', {
  scalars: {
    Enabled: { get: (sheet) => sheet.autoFilter !== null },
    IsDataFiltered: {
      get: (sheet) => sheet.autoFilter?.criteria !== undefined && sheet.autoFilter.criteria !== null,
    },
  },
  methods: {
    GetRange: (sheet) => {
      if (!sheet.autoFilter) throw new ApiError('ItemNotFound');
      return rangeOf(sheet, sheet.autoFilter.area);
    },
    Apply: (sheet, args) => {
      if (args.has(1)) {
        throw new ApiError('ApiNotFound', 'The stand-in does not implement AutoFilter.apply with criteria.');
      }
      const where = isHostObject(args.values[0])
        ? args.object(0, 'Range')
        : rangeAt(sheet.workbook, sheet, args.text(0));
      sheet.autoFilter = { area: where.area, criteria: null };
    },
    Remove: (sheet) => {
      sheet.autoFilter = null;
    },
  },
});

export const commentCollection = hostClass('CommentCollection', {
  items: ({ workbook, sheet }) =>
    (sheet ? [sheet] : workbook.sheets).flatMap((of) =>
      [...of.comments.keys()].map((address) => ref('Comment', { sheet: of, address })),
    ),
  methods: {
    Add: ({ workbook, sheet }, args) => {
      const from = sheet ?? workbook.activeSheet;
      const where = isHostObject(args.values[0])
        ? args.object(0, 'Range')
        : rangeAt(workbook, from, args.text(0));
      const address = areaAddress({ ...where.area, rows: 1, columns: 1 });
      if (where.sheet.comments.has(address)) throw new ApiError('InvalidOperation');
      where.sheet.comments.set(address, { author: '', text: args.text(1) });
      return ref('Comment', { sheet: where.sheet, address });
    },
  },
});

export const comment = hostClass('Comment', {
  scalars: {
    Id: { get: ({ sheet, address }) => `${sheet.id}!${address}` },
    Content: {
      get: ({ sheet, address }) => sheet.comments.get(address)?.text,
      set: ({ sheet, address }, value) => {
        const author = sheet.comments.get(address)?.author ?? '';
        sheet.comments.set(address, { author, text: text(value) });
      },
    },
    AuthorName: { get: ({ sheet, address }) => sheet.comments.get(address)?.author },
  },
  methods: {
    Delete: ({ sheet, address }) => sheet.comments.delete(address),
    GetLocation: ({ sheet, address }) => ref('Range', rangeAt(sheet.workbook, sheet, address)),
  },
});
