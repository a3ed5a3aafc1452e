import { withoutPrefixes } from '../engine/formula/prefixes';
import { cellKey } from './address';
import { bounding, isOnSheet, overlap, subtract } from './areas';
import { CellStore } from './cells';
import type { SheetCore, WorkbookCore } from './core';
import * as editing from './editing';
import { FormulaCells } from './formulaCells';
import { Lines } from './layout';
import { MergeIndex } from './merges';
import { observedArray, observeFields } from './observed';
import { deleteCells, insertCells } from './structure';
import { DEFAULT_STYLE } from './styles';
import { addTable, removeTable, resizeTable } from './tables';
import { displayText } from './text';
import {
  ModelError,
  type Area,
  type CellStyle,
  type CellValue,
  type Change,
  type FormulaCell,
  type PageLayoutModel,
  type Position,
  type ProtectionOptions,
  type SheetModel,
  type StyleChange,
  type TableModel,
  type TableOptions,
} from './types';

const DEFAULT_ROW_HEIGHT = 15;
const DEFAULT_COLUMN_WIDTH = 8.43;
const UNPROTECTED = { on: false, options: {} };

/** A worksheet: cells, what lies over them, and how it is shown. */
export class Sheet implements SheetCore {
  declare visibility: SheetModel['visibility'];
  declare tabColor: string | null;
  declare showGridlines: boolean;
  declare showHeadings: boolean;
  declare zoom: number;
  declare frozen: { rows: number; columns: number };

  readonly cells = new CellStore();
  readonly formulas = new FormulaCells();
  readonly spilled = new Map<number, number>();
  readonly rows = new Lines('rows', DEFAULT_ROW_HEIGHT);
  readonly columns = new Lines('columns', DEFAULT_COLUMN_WIDTH);
  readonly tables: TableModel[] = [];
  /** Only grows at its end; whatever else changes it puts another list in its place. */
  merges: Area[] = [];
  private readonly mergeIndex = new MergeIndex();
  readonly conditionalFormats: SheetModel['conditionalFormats'];
  readonly validations: SheetModel['validations'];
  readonly charts: SheetModel['charts'];
  readonly pageLayout: PageLayoutModel = { orientation: 'portrait', fitToWidth: null, fitToHeight: null };
  readonly comments: SheetModel['comments'] = new Map();
  readonly hyperlinks: SheetModel['hyperlinks'] = new Map();
  readonly customProperties = new Map<string, string>();
  autoFilter: SheetModel['autoFilter'] = null;
  protection: SheetModel['protection'] = UNPROTECTED;
  private password: string | undefined;

  constructor(
    readonly id: string,
    readonly workbook: WorkbookCore,
    public name: string,
  ) {
    const observed = <T>(what: Parameters<Sheet['changed']>[0]): T[] =>
      observedArray<T>(() => this.changed(what));
    this.conditionalFormats = observed('conditionalFormats');
    this.validations = observed('validations');
    this.charts = observed('charts');
    const view = {
      tabColor: null,
      showGridlines: true,
      showHeadings: true,
      zoom: 100,
      frozen: { rows: 0, columns: 0 },
    };
    observeFields<SheetModel>(this, view, () => this.emit({ kind: 'layout', sheet: this, area: null }));
    observeFields<SheetModel>(
      this,
      { visibility: 'visible' },
      () => this.emit({ kind: 'layout', sheet: this, area: null }),
      (_, value) => this.checkVisibility(value),
    );
  }

  get position(): number {
    return this.workbook.sheets.indexOf(this);
  }

  usedArea(valuesOnly = false): Area | null {
    return bounding(this.cells.usedArea(valuesOnly), this.formulas.area());
  }

  value(row: number, column: number): CellValue {
    return this.cells.value(row, column);
  }

  values(area: Area): CellValue[][] {
    const result: CellValue[][] = [];
    for (let i = 0; i < area.rows; i++) {
      const line: CellValue[] = new Array<CellValue>(area.columns);
      for (let j = 0; j < area.columns; j++) line[j] = this.cells.value(area.row + i, area.column + j);
      result.push(line);
    }
    return result;
  }

  formula(row: number, column: number): FormulaCell | null {
    return this.formulas.get(cellKey(row, column)) ?? null;
  }

  style(row: number, column: number): CellStyle {
    const own = this.cells.ownStyle(row, column);
    return own ?? this.rows.line(row).style ?? this.columns.line(column).style ?? DEFAULT_STYLE;
  }

  text(row: number, column: number): string {
    const format = this.style(row, column).numberFormat ?? 'General';
    return displayText(this.value(row, column), format, this.workbook.locale, this.workbook.date1904);
  }

  setValues(at: Position, values: readonly (readonly CellValue[])[]): void {
    editing.setValues(this, at, values);
  }

  setInputs(
    at: Position,
    inputs: readonly (readonly (string | number | boolean | null | undefined)[])[],
  ): void {
    editing.setInputs(this, at, inputs);
  }

  setFormula(at: Position, cell: FormulaCell, cached?: CellValue): void {
    const area = cell.spill ?? { row: at.row, column: at.column, rows: 1, columns: 1 };
    editing.checkContent(this, area);
    this.putFormula(cellKey(at.row, at.column), { ...cell, formula: withoutPrefixes(cell.formula) });
    if (cached === undefined) {
      this.workbook.contentChanged(this, area);
    } else {
      this.cells.setValue(at.row, at.column, cached);
      this.workbook.formulasLoaded(this, area);
    }
  }

  applyStyle(area: Area, change: StyleChange): void {
    editing.applyStyle(this, area, change);
  }

  setStyle(at: Position, style: CellStyle): void {
    editing.setStyle(this, at, style);
  }

  clear(area: Area, what: 'all' | 'contents' | 'formats'): void {
    editing.clear(this, area, what);
  }

  insertCells(area: Area, shift: 'down' | 'right'): void {
    insertCells(this, area, shift);
  }

  deleteCells(area: Area, shift: 'up' | 'left'): void {
    deleteCells(this, area, shift);
  }

  rowHeight(row: number): number {
    return this.rows.size(row);
  }

  setRowHeight(row: number, count: number, height: number | null): void {
    this.changeLines('rows', row, count, { size: height ?? undefined });
  }

  rowHidden(row: number): boolean {
    return this.rows.line(row).hidden ?? false;
  }

  setRowHidden(row: number, count: number, hidden: boolean): void {
    this.changeLines('rows', row, count, { hidden });
  }

  columnWidth(column: number): number {
    return this.columns.size(column);
  }

  setColumnWidth(column: number, count: number, width: number | null): void {
    this.changeLines('columns', column, count, { size: width ?? undefined });
  }

  columnHidden(column: number): boolean {
    return this.columns.line(column).hidden ?? false;
  }

  setColumnHidden(column: number, count: number, hidden: boolean): void {
    this.changeLines('columns', column, count, { hidden });
  }

  rowProperties(): ReturnType<SheetModel['rowProperties']> {
    return new Map(
      [...this.rows.entries].map(([row, { size, ...rest }]) => [row, { ...rest, height: size }]),
    );
  }

  columnProperties(): ReturnType<SheetModel['columnProperties']> {
    return new Map(
      [...this.columns.entries].map(([column, { size, ...rest }]) => [column, { ...rest, width: size }]),
    );
  }

  setColumnStyle(column: number, count: number, style: CellStyle): void {
    this.columns.change(column, count, { style: this.workbook.styles.intern(style) });
    this.emit({ kind: 'styles', sheet: this, area: null });
  }

  merge(area: Area, across = false): void {
    this.guard('formatCells');
    if (!isOnSheet(area)) throw new ModelError('InvalidArgument', 'The area does not lie on the sheet.');
    if (this.tables.some((table) => overlap(table.area, area))) {
      throw new ModelError('InvalidOperation', 'Cells of a table cannot be merged.');
    }
    const pieces = across
      ? Array.from({ length: area.rows }, (_, i) => ({ ...area, row: area.row + i, rows: 1 }))
      : [area];
    this.workbook.batch(() => {
      this.unmerge(area);
      for (const piece of pieces) {
        if (piece.rows * piece.columns === 1) continue;
        this.keepFirstValue(piece);
        this.merges.push(piece);
      }
      this.changed('merges');
    });
  }

  unmerge(area: Area): void {
    this.guard('formatCells');
    if (!this.mergeIndex.touches(this.merges, area)) return;
    this.merges = this.merges.filter((merge) => !overlap(merge, area));
    this.changed('merges');
  }

  addTable(area: Area, options: TableOptions): TableModel {
    return addTable(this, area, options);
  }

  removeTable(table: TableModel, clearCells: boolean): void {
    removeTable(this, table, clearCells);
  }

  resizeTable(table: TableModel, area: Area): void {
    resizeTable(this, table, area);
  }

  protect(options: ProtectionOptions = {}, password?: string): void {
    if (this.protection.on)
      throw new ModelError('AccessDenied', `The sheet "${this.name}" is protected already.`);
    this.protection = { on: true, options: { ...options } };
    this.password = password;
    this.changed('protection');
  }

  unprotect(password?: string): void {
    if (this.protection.on && this.password !== undefined && this.password !== password) {
      throw new ModelError('AccessDenied', `The password for the sheet "${this.name}" is wrong.`);
    }
    this.protection = UNPROTECTED;
    this.password = undefined;
    this.changed('protection');
  }

  guard(action: string): void {
    if (this.protection.on && this.protection.options[ALLOWED_BY[action] ?? ''] !== true) this.deny();
  }

  guardCells(area: Area): void {
    if (!this.protection.on) return;
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        if (this.style(row, column).locked !== false) this.deny();
      }
    }
  }

  putValues(area: Area, values: readonly (readonly CellValue[])[]): void {
    for (let i = 0; i < area.rows; i++) {
      const line = values[i] ?? [];
      for (let j = 0; j < area.columns; j++) {
        const value = line[j] ?? null;
        const kept =
          typeof value === 'number' && !Number.isFinite(value) ? { error: '#NUM!' as const } : value;
        this.cells.setValue(area.row + i, area.column + j, kept);
      }
    }
  }

  putFormula(key: number, cell: FormulaCell | null): void {
    this.coverSpill(key, null);
    if (cell) this.formulas.set(key, cell);
    else this.formulas.delete(key);
    if (cell?.spill) this.coverSpill(key, cell.spill);
  }

  changed(what: Extract<Change, { kind: 'objects' }>['what']): void {
    this.emit({ kind: 'objects', sheet: this, what });
  }

  emit(change: Change): void {
    this.workbook.notify(change);
  }

  private coverSpill(anchor: number, area: Area | null): void {
    const covered = area ?? this.formulas.get(anchor)?.spill;
    if (!covered) return;
    for (let row = covered.row; row < covered.row + covered.rows; row++) {
      for (let column = covered.column; column < covered.column + covered.columns; column++) {
        const key = cellKey(row, column);
        if (key === anchor) continue;
        if (area) this.spilled.set(key, anchor);
        else if (this.spilled.get(key) === anchor) {
          this.spilled.delete(key);
          this.cells.setValue(row, column, null);
        }
      }
    }
  }

  private changeLines(
    axis: 'rows' | 'columns',
    first: number,
    count: number,
    change: { size?: number; hidden?: boolean },
  ): void {
    this.guard(axis === 'rows' ? 'formatRows' : 'formatColumns');
    this[axis].change(first, count, change);
    this.emit({ kind: 'layout', sheet: this, area: null });
  }

  private keepFirstValue(area: Area): void {
    let kept: CellValue = null;
    for (const line of this.values(area)) for (const value of line) kept ??= value;
    if (this.formulas.has(cellKey(area.row, area.column))) kept = this.value(area.row, area.column);
    for (const rest of subtract(area, { ...area, rows: 1, columns: 1 })) this.clear(rest, 'contents');
    if (!this.formulas.has(cellKey(area.row, area.column))) this.setValues(area, [[kept]]);
  }

  private checkVisibility(value: SheetModel['visibility']): void {
    if (this.workbook.protection.on) throw new ModelError('AccessDenied', 'The workbook is protected.');
    const others = this.workbook.sheets.some((sheet) => sheet !== this && sheet.visibility === 'visible');
    if (value !== 'visible' && !others) {
      throw new ModelError('InvalidOperation', 'A workbook must have at least one visible sheet.');
    }
  }

  private deny(): never {
    throw new ModelError('AccessDenied', `The sheet "${this.name}" is protected. Unprotect it to change it.`);
  }
}

/** What a protected sheet may still allow, by the action that asks. */
const ALLOWED_BY: Readonly<Record<string, string>> = {
  formatCells: 'allowFormatCells',
  formatRows: 'allowFormatRows',
  formatColumns: 'allowFormatColumns',
  'insert:rows': 'allowInsertRows',
  'insert:columns': 'allowInsertColumns',
  'delete:rows': 'allowDeleteRows',
  'delete:columns': 'allowDeleteColumns',
};
