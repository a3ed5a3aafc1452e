import type { CellStore } from './cells';
import type { Lines } from './layout';
import type { StyleTable } from './styles';
import type { Area, CellValue, Change, FormulaCell, SheetModel, TableModel, WorkbookModel } from './types';

/* What the classes of this folder and the engine see of each other, beyond the public contract. */

/** A workbook from within. */
export interface WorkbookCore extends WorkbookModel {
  readonly sheets: readonly SheetCore[];
  readonly styles: StyleTable;
  /** A new id, unique in the workbook and the same whenever the same steps are repeated. */
  nextId(prefix: string): string;
  /** Contents of an area changed: tells listeners and, once the outermost batch is over, calculates. */
  contentChanged(sheet: SheetCore, area: Area): void;
  /** Formulas arrived together with the values they had: they are known, but not calculated. */
  formulasLoaded(sheet: SheetCore, area: Area): void;
  /** Throws InvalidArgument when a text is no formula. */
  checkFormula(formula: string, row: number, column: number): void;
  /** Has to be called before cells move. */
  beforeMove(): void;
  /** References mean something else now: their cells 'moved' and they followed, or they are 'different' cells. */
  referencesChanged(how: 'moved' | 'different'): void;
  /** A table grew or shrank: formulas that name it read other cells. */
  tableResized(table: TableModel): void;
  /** Rewrites every formula: of cells, names, rules, lists, charts and table columns. */
  rewriteFormulas(rewrite: (formula: string, sheet: SheetModel | null) => string): void;
}

/** A sheet from within. */
export interface SheetCore extends SheetModel {
  readonly workbook: WorkbookCore;
  readonly cells: CellStore;
  readonly formulas: Map<number, FormulaCell>;
  /** For each cell inside a spill or array formula (but the anchor): the anchor's key. */
  readonly spilled: Map<number, number>;
  readonly rows: Lines;
  readonly columns: Lines;
  readonly tables: TableModel[];
  merges: Area[];
  autoFilter: { area: Area; criteria: unknown } | null;
  readonly conditionalFormats: SheetModel['conditionalFormats'];

  /** Throws AccessDenied when the sheet is protected and the action is not among what protection allows. */
  guard(action: string): void;
  /** Throws AccessDenied when the sheet is protected and a cell of the area is locked. */
  guardCells(area: Area): void;
  /** Puts values without any rule or event. */
  putValues(area: Area, values: readonly (readonly CellValue[])[]): void;
  /** Sets or removes one cell's formula, and with it the spill it had. */
  putFormula(key: number, cell: FormulaCell | null): void;
  changed(what: 'tables' | 'charts' | 'merges' | 'validations' | 'conditionalFormats' | 'protection'): void;
  emit(change: Change): void;
}
