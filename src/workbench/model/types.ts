/**
 * The workbook as the stand-in keeps it. Rows and columns count from 0. Everything that people or an add-in can see
 * is plain data reachable from WorkbookModel, so that two workbooks can be compared and a file can be written from it.
 * The classes in this folder implement these interfaces; host, page and files know only the interfaces.
 */

import type {
  Area,
  CellStyle,
  CellValue,
  ChartModel,
  ConditionalFormatModel,
  FormulaCell,
  PageLayoutModel,
  Position,
  ProtectionOptions,
  StyleChange,
  ValidationModel,
} from './values';

export type * from './values';

export interface TableModel {
  readonly id: string;
  name: string;
  /** Header, body and totals row. */
  area: Area;
  readonly sheet: SheetModel;
  columns: {
    readonly id: number;
    name: string;
    formula?: string;
    totalsFunction?: string;
    totalsLabel?: string;
  }[];
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  style: string;
}

export interface TableOptions {
  readonly name?: string;
  readonly hasHeaders: boolean;
  readonly style?: string;
  /** The area is a table already, as a file states it: no row is inserted and no header cell rewritten. */
  readonly stored?: { readonly columnNames: readonly string[]; readonly showTotals: boolean };
}

export interface NamedItemModel {
  name: string;
  /** Without '=': "Sheet1!$A$1:$B$2" or a constant. */
  formula: string;
  comment?: string;
  visible: boolean;
  /** null belongs to the workbook. */
  readonly scope: SheetModel | null;
}

/** A rectangle of plain rows. Positions outside the used range read as blank. */
export interface SheetModel {
  readonly id: string;
  readonly workbook: WorkbookModel;
  readonly name: string;
  readonly position: number;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  tabColor: string | null;
  showGridlines: boolean;
  showHeadings: boolean;
  zoom: number;
  /** Rows and columns that stay when scrolling. */
  frozen: { rows: number; columns: number };
  readonly protection: { readonly on: boolean; readonly options: ProtectionOptions };
  readonly tables: readonly TableModel[];
  readonly merges: readonly Area[];
  readonly conditionalFormats: ConditionalFormatModel[];
  readonly validations: ValidationModel[];
  readonly charts: ChartModel[];
  readonly pageLayout: PageLayoutModel;
  readonly comments: Map<string, { author: string; text: string }>;
  readonly hyperlinks: Map<string, { address?: string; location?: string; tip?: string }>;
  readonly customProperties: Map<string, string>;
  /** Filtered columns of the sheet's own autofilter, as read from a file. */
  autoFilter: { area: Area; criteria: unknown } | null;

  /** Smallest area that holds every value and formula (and, unless valuesOnly, every format); null when blank. */
  usedArea(valuesOnly?: boolean): Area | null;
  value(row: number, column: number): CellValue;
  /** Values of an area, row by row; always a full rectangle. */
  values(area: Area): CellValue[][];
  /** The formula that belongs to this cell itself; null inside a spill. */
  formula(row: number, column: number): FormulaCell | null;
  style(row: number, column: number): CellStyle;
  /** The text that the cell shows, by its number format. */
  text(row: number, column: number): string;

  /** Raw values, nothing parsed; null clears content. One change event for the area. */
  setValues(at: Position, values: readonly (readonly CellValue[])[]): void;
  /** As Range.values and Range.formulas take them: '=…' is a formula, text dates and numbers are parsed by locale, a leading apostrophe means text; undefined leaves a cell alone. */
  setInputs(
    at: Position,
    inputs: readonly (readonly (string | number | boolean | null | undefined)[])[],
  ): void;
  /** One formula of a known kind, e.g. from a file, with the value it had when saved (no calculation until asked). */
  setFormula(at: Position, cell: FormulaCell, cached?: CellValue): void;
  /** Merges `change` into the style of every cell of the area; null removes a property. */
  applyStyle(area: Area, change: StyleChange): void;
  setStyle(at: Position, style: CellStyle): void;
  clear(area: Area, what: 'all' | 'contents' | 'formats'): void;
  insertCells(area: Area, shift: 'down' | 'right'): void;
  deleteCells(area: Area, shift: 'up' | 'left'): void;

  /** Points; the default when never set. */
  rowHeight(row: number): number;
  setRowHeight(row: number, count: number, height: number | null): void;
  rowHidden(row: number): boolean;
  setRowHidden(row: number, count: number, hidden: boolean): void;
  /** Characters of the default font, as the file keeps it. */
  columnWidth(column: number): number;
  setColumnWidth(column: number, count: number, width: number | null): void;
  columnHidden(column: number): boolean;
  setColumnHidden(column: number, count: number, hidden: boolean): void;
  /** Rows and columns that have a size, style or visibility of their own, for writing a file. */
  rowProperties(): ReadonlyMap<
    number,
    {
      readonly height?: number;
      readonly hidden?: boolean;
      readonly style?: CellStyle;
      readonly outline?: number;
    }
  >;
  columnProperties(): ReadonlyMap<
    number,
    {
      readonly width?: number;
      readonly hidden?: boolean;
      readonly style?: CellStyle;
      readonly outline?: number;
    }
  >;
  setColumnStyle(column: number, count: number, style: CellStyle): void;

  merge(area: Area, across?: boolean): void;
  unmerge(area: Area): void;
  addTable(area: Area, options: TableOptions): TableModel;
  /** Keeps the cells ('convert to range') or clears them. */
  removeTable(table: TableModel, clearCells: boolean): void;
  resizeTable(table: TableModel, area: Area): void;
  protect(options?: ProtectionOptions, password?: string): void;
  unprotect(password?: string): void;
}

/** A custom function of an add-in: arguments as Excel passes them (scalars or matrices), the answer a value or matrix. */
export interface CustomFunction {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly dimensionality?: 'scalar' | 'matrix';
    readonly optional?: boolean;
    readonly type?: string;
  }[];
  readonly result: { readonly dimensionality?: 'scalar' | 'matrix' };
  call(args: readonly unknown[], address: string): unknown;
}

export type Change =
  | {
      readonly kind: 'cells';
      readonly sheet: SheetModel;
      readonly area: Area;
      readonly source: 'local' | 'calculation';
    }
  | { readonly kind: 'styles' | 'layout'; readonly sheet: SheetModel; readonly area: Area | null }
  | {
      readonly kind: 'objects';
      readonly sheet: SheetModel;
      readonly what: 'tables' | 'charts' | 'merges' | 'validations' | 'conditionalFormats' | 'protection';
    }
  | {
      readonly kind: 'sheetAdded' | 'sheetDeleted' | 'sheetRenamed' | 'sheetMoved' | 'sheetActivated';
      readonly sheet: SheetModel;
      readonly previousName?: string;
    }
  | { readonly kind: 'selection'; readonly sheet: SheetModel }
  | { readonly kind: 'names' | 'settings' | 'calculated' | 'opened' };

export interface WorkbookModel {
  name: string;
  date1904: boolean;
  /** 'zh-CN' or 'en-US': how typed texts are parsed and shown. */
  locale: string;
  readonly sheets: readonly SheetModel[];
  readonly activeSheet: SheetModel;
  readonly names: readonly NamedItemModel[];
  readonly properties: Map<string, string | number | boolean>;
  readonly customXml: Map<string, string>;
  readonly settings: Map<string, unknown>;
  readonly protection: { readonly on: boolean };
  calculationMode: 'automatic' | 'automaticExceptTables' | 'manual';
  /** Blank argument cells reach a custom function as 0 (desktop) or null (web). */
  blankArguments: 'zero' | 'null';
  selection: { sheet: SheetModel; areas: readonly Area[]; active: Position };
  /** True while a person is typing into a cell: writes by an add-in fail or wait. */
  editing: boolean;
  /** Parts of the opened file that the model does not understand, kept for saving; only files looks inside. */
  carried: object | null;

  addSheet(name?: string, position?: number): SheetModel;
  deleteSheet(sheet: SheetModel): void;
  renameSheet(sheet: SheetModel, name: string): void;
  moveSheet(sheet: SheetModel, position: number): void;
  activate(sheet: SheetModel): void;
  /** By name without regard to case; undefined when there is none. */
  sheet(name: string): SheetModel | undefined;
  table(name: string): TableModel | undefined;
  namedItem(name: string, scope?: SheetModel | null): NamedItemModel | undefined;
  addName(name: string, formula: string, scope?: SheetModel | null): NamedItemModel;
  removeName(item: NamedItemModel): void;
  protect(password?: string): void;
  unprotect(password?: string): void;

  registerFunctions(functions: readonly CustomFunction[]): void;
  /** Holds back calculation and events until the outermost batch ends. */
  batch<T>(work: () => T): T;
  /**
   * The same for long work that lets others have a turn: `breathe` is awaited now and then while the batch's formulas
   * are calculated. Who needs calculated formulas meanwhile gets them at once.
   */
  batchInTurns<T>(work: () => Promise<T>, breathe: () => Promise<void>): Promise<T>;
  /** Calculates what changed (or all); resolves when asynchronous custom functions have answered too. */
  calculate(all?: boolean): Promise<void>;
  /** Formulas that depend on themselves; they show 0. */
  readonly circular: readonly { readonly sheet: SheetModel; readonly row: number; readonly column: number }[];
  on(listener: (change: Change) => void): () => void;
  /** Tells listeners of a change made directly to plain data: a chart's title, a rule's style, a page's margins. */
  notify(change: Change): void;
  /** Everything that a person or a file could tell apart, as plain JSON: equal workbooks have equal snapshots. */
  snapshot(): unknown;
}

/** What the model throws; host turns the code into an Office.js error. */
export class ModelError extends Error {
  constructor(
    readonly code:
      | 'InvalidArgument'
      | 'ItemNotFound'
      | 'ItemAlreadyExists'
      | 'AccessDenied'
      | 'InvalidOperation'
      | 'InvalidReference'
      | 'InvalidOperationInCellEditMode'
      | 'GeneralException',
    message: string,
  ) {
    super(message);
    this.name = 'ModelError';
  }
}
