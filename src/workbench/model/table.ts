import { moveRelative, renameColumnIn, renameTableIn } from '../engine/formula/rewrite';
import { cellKey } from './address';
import { contains } from './areas';
import type { SheetCore } from './core';
import { checkName } from './names';
import { ModelError, type Area, type TableModel } from './types';

/** A column's name is what its header cell says; renaming goes both ways. */
class TableColumn {
  formula?: string;
  totalsFunction?: string;
  totalsLabel?: string;

  constructor(
    readonly id: number,
    private heldName: string,
    private readonly renamed: (column: TableColumn, from: string) => void,
  ) {}

  get name(): string {
    return this.heldName;
  }

  set name(name: string) {
    if (name === this.heldName) return;
    const from = this.heldName;
    this.heldName = name;
    this.renamed(this, from);
  }
}

type Flags = Pick<
  TableModel,
  | 'showFilterButton'
  | 'showBandedRows'
  | 'showBandedColumns'
  | 'highlightFirstColumn'
  | 'highlightLastColumn'
  | 'style'
>;

/** A table over an area of a sheet. */
export class Table implements TableModel {
  columns: TableColumn[] = [];
  private heldName: string;
  private headers = true;
  private totals = false;
  private nextColumnId = 1;
  declare showFilterButton: boolean;
  declare showBandedRows: boolean;
  declare showBandedColumns: boolean;
  declare highlightFirstColumn: boolean;
  declare highlightLastColumn: boolean;
  declare style: string;

  constructor(
    readonly id: string,
    readonly sheet: SheetCore,
    name: string,
    private heldArea: Area,
    columnNames: readonly string[],
    style: string,
  ) {
    this.heldName = name;
    this.columns = columnNames.map((columnName) => this.newColumn(columnName));
    const flags: Flags = {
      showFilterButton: true,
      showBandedRows: true,
      showBandedColumns: false,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      style,
    };
    for (const flag of Object.keys(flags) as (keyof Flags)[]) this.observe(flag, flags[flag]);
  }

  get name(): string {
    return this.heldName;
  }

  set name(name: string) {
    if (name === this.heldName) return;
    checkName(name);
    const book = this.sheet.workbook;
    const taken = book.table(name);
    if ((taken && taken !== this) || book.namedItem(name)) {
      throw new ModelError('ItemAlreadyExists', `The name "${name}" is taken.`);
    }
    const from = this.heldName;
    this.heldName = name;
    book.rewriteFormulas((formula) => renameTableIn(formula, from, name));
    this.sheet.changed('tables');
  }

  get area(): Area {
    return this.heldArea;
  }

  set area(area: Area) {
    this.heldArea = area;
    this.sheet.workbook.tableResized(this);
    this.sheet.changed('tables');
  }

  get showHeaders(): boolean {
    return this.headers;
  }

  set showHeaders(show: boolean) {
    if (show === this.headers) return;
    const { row, rows, ...rest } = this.heldArea;
    this.headers = show;
    if (show) {
      this.area = { ...rest, row: row - 1, rows: rows + 1 };
      this.writeHeaders();
    } else {
      this.sheet.clear({ ...rest, row, rows: 1 }, 'contents');
      this.area = { ...rest, row: row + 1, rows: rows - 1 };
    }
  }

  get showTotals(): boolean {
    return this.totals;
  }

  set showTotals(show: boolean) {
    if (show === this.totals) return;
    const { row, rows, ...rest } = this.heldArea;
    this.sheet.workbook.batch(() => {
      if (show) {
        this.sheet.insertCells({ ...rest, row: row + rows, rows: 1 }, 'down');
        this.totals = true;
        this.area = { ...rest, row, rows: rows + 1 };
        this.writeTotals();
      } else {
        this.totals = false;
        this.area = { ...rest, row, rows: rows - 1 };
        this.sheet.deleteCells({ ...rest, row: row + rows - 1, rows: 1 }, 'up');
      }
    });
  }

  /** The rows between header and totals. */
  get body(): Area {
    const { row, rows, ...rest } = this.heldArea;
    const head = this.headers ? 1 : 0;
    return { ...rest, row: row + head, rows: rows - head - (this.totals ? 1 : 0) };
  }

  /** Says which rows of the area are header and totals, without moving a cell. */
  restore(headers: boolean, totals: boolean): void {
    this.headers = headers;
    this.totals = totals;
  }

  /** Fits the columns to the header names of a changed area: old columns keep their ids. */
  setColumnNames(names: readonly string[], keptFrom = 0): void {
    this.columns = names.map((name, index) => this.columns[index + keptFrom] ?? this.newColumn(name));
    names.forEach((name, index) => {
      const column = this.columns[index];
      if (column) column.name = name;
    });
  }

  /** Follows inserted or deleted sheet columns: `count` columns opened or closed at `index`. */
  spliceColumns(index: number, count: number, names: readonly string[]): void {
    if (count < 0) this.columns.splice(index, -count);
    else this.columns.splice(index, 0, ...names.map((name) => this.newColumn(name)));
  }

  /** Fills calculated columns into rows of the body that were added. */
  fillCalculated(firstRow: number, rows: number): void {
    this.columns.forEach((column, index) => {
      if (column.formula === undefined) return;
      const at = { row: firstRow, column: this.heldArea.column + index };
      for (let row = 0; row < rows; row++) {
        if (this.sheet.formula(at.row + row, at.column) || this.sheet.value(at.row + row, at.column) !== null)
          continue;
        const formula = moveRelative(column.formula, at.row + row - this.body.row, 0);
        this.sheet.putFormula(cellKey(at.row + row, at.column), { formula, kind: 'plain' });
      }
      this.sheet.workbook.contentChanged(this.sheet, { ...at, rows, columns: 1 });
    });
  }

  private newColumn(name: string): TableColumn {
    return new TableColumn(this.nextColumnId++, name, (column, from) => this.columnRenamed(column, from));
  }

  private columnRenamed(column: TableColumn, from: string): void {
    const book = this.sheet.workbook;
    const inside = new Set<unknown>([this.sheet]);
    book.rewriteFormulas((formula, sheet) =>
      renameColumnIn(formula, this.heldName, inside.has(sheet), from, column.name),
    );
    if (this.headers) this.writeHeaders();
    this.sheet.changed('tables');
  }

  /** Makes the header cells say the columns' names. */
  writeHeaders(): void {
    const area = { ...this.heldArea, rows: 1 };
    const names = this.columns.map((column) => column.name);
    const now = this.sheet.values(area)[0] ?? [];
    if (names.every((name, index) => name === now[index])) return;
    this.sheet.putValues(area, [names]);
    this.sheet.workbook.contentChanged(this.sheet, area);
  }

  private writeTotals(): void {
    const row = this.heldArea.row + this.heldArea.rows - 1;
    if (
      this.columns.every((column) => column.totalsFunction === undefined && column.totalsLabel === undefined)
    ) {
      const first = this.columns[0];
      const last = this.columns[this.columns.length - 1];
      if (first) first.totalsLabel = this.sheet.workbook.locale.startsWith('zh') ? '汇总' : 'Total';
      if (last && last !== first) last.totalsFunction = 'sum';
    }
    const inputs = this.columns.map((column) => column.totalsLabel ?? totalsFormula(column));
    this.sheet.setInputs({ row, column: this.heldArea.column }, [inputs]);
  }

  private observe<K extends keyof Flags>(flag: K, initial: Flags[K]): void {
    let held = initial;
    Object.defineProperty(this, flag, {
      enumerable: true,
      get: () => held,
      set: (value: Flags[K]) => {
        held = value;
        this.sheet.changed('tables');
      },
    });
  }
}

const SUBTOTAL_CODES: Readonly<Record<string, number>> = {
  average: 101,
  countNums: 102,
  count: 103,
  max: 104,
  min: 105,
  stdDev: 107,
  sum: 109,
  var: 110,
};

function totalsFormula(column: TableColumn): string | undefined {
  const code = SUBTOTAL_CODES[column.totalsFunction ?? ''];
  const name = column.name.replace(/['#@[\]]/g, "'$&");
  return code === undefined ? undefined : `=SUBTOTAL(${code},[${name}])`;
}

/** True when a whole area lies within the table. */
export function insideTable(table: TableModel, area: Area): boolean {
  return contains(table.area, area);
}
