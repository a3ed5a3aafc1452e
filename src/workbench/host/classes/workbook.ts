import { localAddress } from '../addresses';
import { flag, oneOf } from '../checks';
import { ApiError } from '../errors';
import { hostClass } from '../hostClass';
import { RUNTIME_STATES } from '../pane';
import { ref } from '../ref';
import { nameOf } from '../plain';

export const workbook = hostClass('Workbook', {
  scalars: {
    Name: { get: (book) => book.name },
    ReadOnly: { get: () => false },
    IsDirty: { get: () => true },
  },
  links: {
    Application: (book) => ref('Application', book),
    Worksheets: (book) => ref('WorksheetCollection', book),
    Tables: (book) => ref('TableCollection', { workbook: book, sheet: null }),
    Names: (book) => ref('NamedItemCollection', { workbook: book, sheet: null }),
    Comments: (book) => ref('CommentCollection', { workbook: book, sheet: null }),
    Properties: (book) => ref('DocumentProperties', book),
    Settings: (book) => ref('SettingCollection', book),
    CustomXmlParts: (book) => ref('CustomXmlPartCollection', { workbook: book, namespace: null }),
    Protection: (book) => ref('WorkbookProtection', book),
    Functions: (book) => ref('Functions', book),
    _Runtime: (book) => ref('Runtime', book),
  },
  methods: {
    GetSelectedRange: (book) => {
      const { sheet, areas } = book.selection;
      if (areas.length !== 1) throw new ApiError('InvalidSelection');
      return ref('Range', { sheet, area: areas[0]! });
    },
    GetSelectedRanges: (book) =>
      ref('RangeAreas', { sheet: book.selection.sheet, areas: book.selection.areas }),
    GetActiveCell: (book) => {
      const { sheet, active } = book.selection;
      return ref('Range', { sheet, area: { ...active, rows: 1, columns: 1 } });
    },
    GetIsActiveCollabSession: () => false,
    _RemoveReference: (_book, args, { references }) => references.release(args.text(0)),
    _GetRangeForEventByReferenceId: (_book, args, { references }) => {
      const range = references.get(args.text(0));
      if (!range) throw new ApiError('ItemNotFound');
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_book, args, { references }) =>
      references.get(args.text(0)) ?? null,
    _SetOsfControlContainerReadyForCustomFunctions: () => null,
  },
});

const calculationModes = {
  automatic: 'Automatic',
  automaticExceptTables: 'AutomaticExceptTables',
  manual: 'Manual',
} as const;

export const application = hostClass('Application', {
  scalars: {
    CalculationMode: {
      get: (book) => calculationModes[book.calculationMode],
      set: (book, value) => {
        const name = oneOf(value, Object.values(calculationModes));
        book.calculationMode = nameOf(calculationModes, name)!;
      },
    },
    CalculationState: { get: () => 'Done' },
    DecimalSeparator: { get: () => '.' },
    ThousandsSeparator: { get: () => ',' },
    UseSystemSeparators: { get: () => true },
  },
  methods: {
    Calculate: (book, args) => {
      const kind = oneOf(args.text(0), ['Recalculate', 'Full', 'FullRebuild']);
      void book.calculate(kind !== 'Recalculate');
    },
    // Nothing is drawn, and calculation waits for the end of a request's writes anyway.
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
});

export const runtime = hostClass('Runtime', {
  scalars: {
    EnableEvents: {
      get: (_book, { events }) => events.enabled,
      set: (_book, value, { events }) => {
        events.enabled = flag(value);
      },
    },
  },
});

export const workbookProtection = hostClass('WorkbookProtection', {
  scalars: { Protected: { get: (book) => book.protection.on } },
  methods: {
    Protect: (book, args) => book.protect(args.textOr(0, undefined)),
    Unprotect: (book, args) => book.unprotect(args.textOr(0, undefined)),
  },
});

export const customFunctions = hostClass('CustomFunctions', {
  methods: {
    SetInvocationArrayResults: (_book, args, { functionsAnswered }) => functionsAnswered(args.list(0)),
    SetInvocationResults: (_book, args, { functionsAnswered }) => functionsAnswered(args.list(0)),
    _GetEnabledFeatures: () => [],
    _SetOsfControlContainerReadyForCustomFunctions: () => null,
  },
});

export const customFunctionsContainer = hostClass('CustomFunctionsContainer', {
  links: { CustomFunctions: (book) => ref('CustomFunctions', book) },
});

export const addinInternalService = hostClass('AddinInternalService', {
  methods: { NotifyActionHandlerReady: () => null },
});

export const appRuntimeService = hostClass('AppRuntimeService', {
  methods: {
    GetAppRuntimeState: (_book, _args, { pane }) => pane.state,
    SetAppRuntimeState: (_book, args, { pane }) => pane.ask(oneOf(args.text(0), RUNTIME_STATES)),
  },
});

export const rangeAreas = hostClass('RangeAreas', {
  referenced: true,
  scalars: {
    Address: { get: ({ areas }) => areas.map(localAddress).join(',') },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0) },
  },
  links: {
    Worksheet: ({ sheet }) => ref('Worksheet', sheet),
    Areas: (target) => ref('RangeCollection', target),
  },
});

export const rangeCollection = hostClass('RangeCollection', {
  items: ({ sheet, areas }) => areas.map((area) => ref('Range', { sheet, area })),
});
