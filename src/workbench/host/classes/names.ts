import { absoluteReference, findRange } from '../addresses';
import { shown } from '../cells';
import { flag, text } from '../checks';
import { ApiError } from '../errors';
import { hostClass } from '../hostClass';
import { isHostObject, ref } from '../ref';
import type { NamedItemModel, WorkbookModel } from '../../model/types';
import type { NameScope } from '../targets';

function namesIn({ workbook, sheet }: NameScope): NamedItemModel[] {
  return workbook.names.filter(({ scope }) => scope === sheet);
}

/** A name knows its workbook through its scope only, so the session's is asked. */
function rangeOfName(workbook: WorkbookModel, item: NamedItemModel): ReturnType<typeof findRange> {
  return findRange(workbook, item.scope ?? workbook.activeSheet, item.formula);
}

function constant(item: NamedItemModel): string | number | boolean {
  const formula = item.formula.replace(/^=/, '');
  if (/^".*"$/s.test(formula)) return formula.slice(1, -1).replaceAll('""', '"');
  if (/^(true|false)$/i.test(formula)) return formula.toLowerCase() === 'true';
  return formula.trim() !== '' && Number.isFinite(Number(formula)) ? Number(formula) : `=${formula}`;
}

export const namedItemCollection = hostClass('NamedItemCollection', {
  items: (scope) => namesIn(scope).map((item) => ref('NamedItem', item)),
  find: (scope, key) => {
    const item = namesIn(scope).find(({ name }) => name.toLowerCase() === text(key).toLowerCase());
    return item && ref('NamedItem', item);
  },
  methods: {
    Add: (scope, args) => {
      const formula = isHostObject(args.values[1])
        ? absoluteReference(args.object(1, 'Range'))
        : asFormula(args.values[1]);
      const item = scope.workbook.addName(args.text(0), formula, scope.sheet);
      if (args.has(2)) item.comment = args.text(2);
      return ref('NamedItem', item);
    },
    AddFormulaLocal: (scope, args) => {
      const item = scope.workbook.addName(args.text(0), asFormula(args.values[1]), scope.sheet);
      if (args.has(2)) item.comment = args.text(2);
      return ref('NamedItem', item);
    },
  },
});

/** "=Sheet1!$A$1" without its '='; another text or number is a constant. */
function asFormula(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value).toUpperCase();
  const given = text(value);
  return given.startsWith('=') ? given.slice(1) : `"${given.replaceAll('"', '""')}"`;
}

export const namedItem = hostClass('NamedItem', {
  scalars: {
    Name: { get: ({ name }) => name },
    Comment: {
      get: ({ comment }) => comment ?? '',
      set: (item, value) => {
        item.comment = text(value);
      },
    },
    Visible: {
      get: ({ visible }) => visible,
      set: (item, value) => {
        item.visible = flag(value);
      },
    },
    Formula: {
      get: ({ formula }) => `=${formula.replace(/^=/, '')}`,
      set: (item, value) => {
        item.formula = asFormula(value);
      },
    },
    Scope: { get: ({ scope }) => (scope ? 'Worksheet' : 'Workbook') },
    Type: {
      get: (item, { workbook }) => {
        if (rangeOfName(workbook, item)) return 'Range';
        const value = constant(item);
        return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
      },
    },
    Value: {
      get: (item, { workbook }) => {
        const range = rangeOfName(workbook, item);
        return range ? `=${item.formula.replace(/^=/, '')}` : constant(item);
      },
    },
  },
  links: {
    Worksheet: ({ scope }) => {
      if (!scope) throw new ApiError('ItemNotFound');
      return ref('Worksheet', scope);
    },
    WorksheetOrNullObject: ({ scope }) => scope && ref('Worksheet', scope),
    ArrayValues: (item) => ref('NamedItemArrayValues', item),
  },
  methods: {
    Delete: (item, _args, { workbook }) => workbook.removeName(item),
    GetRange: (item, _args, { workbook }) => {
      const range = rangeOfName(workbook, item);
      if (!range) throw new ApiError('ItemNotFound');
      return ref('Range', range);
    },
  },
});

export const namedItemArrayValues = hostClass('NamedItemArrayValues', {
  scalars: {
    Values: {
      get: (item, { workbook }) => {
        const range = rangeOfName(workbook, item);
        return range ? range.sheet.values(range.area).map((row) => row.map(shown)) : [[constant(item)]];
      },
    },
  },
});
