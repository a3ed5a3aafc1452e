import { Calculator } from '../engine/calculator';
import { dropSheetIn, renameSheetIn } from '../engine/formula/rewrite';
import type { SheetCore, WorkbookCore } from './core';
import { EventQueue } from './events';
import { checkName, checkSheetName, NamedItem } from './names';
import { rewriteAll } from './rewriting';
import { Sheet } from './sheet';
import { snapshot } from './snapshot';
import { StyleTable } from './styles';
import {
  ModelError,
  type Area,
  type Change,
  type CustomFunction,
  type NamedItemModel,
  type Position,
  type SheetModel,
  type TableModel,
  type WorkbookModel,
} from './types';

export interface WorkbookOptions {
  readonly name?: string;
  readonly locale?: string;
  readonly date1904?: boolean;
  /** Names of the first sheets; one sheet when absent. */
  readonly sheets?: readonly string[];
}

/** A workbook in memory: sheets, names and settings, its events and its calculation. */
export class Workbook implements WorkbookCore {
  name: string;
  date1904: boolean;
  locale: string;
  readonly sheets: Sheet[] = [];
  readonly names: NamedItemModel[] = [];
  readonly properties = new Map<string, string | number | boolean>();
  readonly customXml = new Map<string, string>();
  readonly settings = new Map<string, unknown>();
  readonly styles = new StyleTable();
  protection: WorkbookModel['protection'] = { on: false };
  calculationMode: WorkbookModel['calculationMode'] = 'automatic';
  blankArguments: WorkbookModel['blankArguments'] = 'zero';
  editing = false;
  carried: object | null = null;

  private readonly events = new EventQueue();
  private readonly calculator: Calculator;
  private active: Sheet;
  private chosen: WorkbookModel['selection'];
  private password: string | undefined;
  private depth = 0;
  private readonly counters = new Map<string, number>();

  constructor(options: WorkbookOptions) {
    this.name = options.name ?? 'Book1.xlsx';
    this.locale = options.locale ?? 'en-US';
    this.date1904 = options.date1904 ?? false;
    this.calculator = new Calculator(this);
    const names = options.sheets?.length ? options.sheets : ['Sheet1'];
    for (const name of names) this.addSheet(name);
    const [first] = this.sheets;
    if (!first) throw new ModelError('InvalidOperation', 'A workbook has at least one sheet.');
    this.active = first;
    this.chosen = selectionAt(first);
  }

  get activeSheet(): Sheet {
    return this.active;
  }

  get selection(): WorkbookModel['selection'] {
    return this.chosen;
  }

  set selection(selection: { sheet: SheetModel; areas: readonly Area[]; active: Position }) {
    this.chosen = selection;
    this.notify({ kind: 'selection', sheet: selection.sheet });
  }

  addSheet(name?: string, position: number = this.sheets.length): Sheet {
    this.guard();
    const given = name ?? this.freeSheetName();
    this.checkFree(given);
    const sheet = new Sheet(this.nextId('sheet'), this, given);
    this.sheets.splice(Math.max(0, Math.min(position, this.sheets.length)), 0, sheet);
    this.calculator.invalidate('different');
    this.notify({ kind: 'sheetAdded', sheet });
    return sheet;
  }

  deleteSheet(target: SheetModel): void {
    this.guard();
    const sheet = this.own(target);
    const others = this.sheets.filter((other) => other !== sheet);
    if (!others.some((other) => other.visibility === 'visible')) {
      throw new ModelError('InvalidOperation', 'A workbook must have at least one visible sheet.');
    }
    this.batch(() => {
      const index = this.sheets.indexOf(sheet);
      this.sheets.splice(index, 1);
      for (const item of this.names.filter(({ scope }) => scope === sheet)) this.removeName(item);
      this.rewriteFormulas((formula) => dropSheetIn(formula, sheet.name));
      this.calculator.invalidate('different');
      this.notify({ kind: 'sheetDeleted', sheet });
      if (this.active === sheet) {
        const visible = (candidate: Sheet): boolean => candidate.visibility === 'visible';
        const next = this.sheets.slice(index).find(visible) ?? this.sheets.find(visible);
        if (next) this.activate(next);
      }
      if (this.chosen.sheet === sheet) this.selection = selectionAt(this.active);
    });
  }

  renameSheet(target: SheetModel, name: string): void {
    this.guard();
    const sheet = this.own(target);
    if (name === sheet.name) return;
    this.checkFree(name, sheet);
    this.batch(() => {
      const previousName = sheet.name;
      sheet.name = name;
      this.rewriteFormulas((formula) => renameSheetIn(formula, previousName, name));
      this.notify({ kind: 'sheetRenamed', sheet, previousName });
    });
  }

  moveSheet(target: SheetModel, position: number): void {
    this.guard();
    const sheet = this.own(target);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(Math.max(0, Math.min(position, this.sheets.length)), 0, sheet);
    this.notify({ kind: 'sheetMoved', sheet });
  }

  activate(target: SheetModel): void {
    const sheet = this.own(target);
    if (sheet.visibility !== 'visible') {
      throw new ModelError(
        'InvalidOperation',
        `The sheet "${sheet.name}" is hidden and cannot be activated.`,
      );
    }
    if (this.active === sheet) return;
    this.active = sheet;
    this.chosen = selectionAt(sheet);
    this.notify({ kind: 'sheetActivated', sheet });
    this.notify({ kind: 'selection', sheet });
  }

  sheet(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  table(name: string): TableModel | undefined {
    const wanted = name.toLowerCase();
    for (const sheet of this.sheets) {
      for (const table of sheet.tables) if (table.name.toLowerCase() === wanted) return table;
    }
    return undefined;
  }

  namedItem(name: string, scope: SheetModel | null = null): NamedItemModel | undefined {
    const wanted = name.toLowerCase();
    return this.names.find((item) => item.scope === scope && item.name.toLowerCase() === wanted);
  }

  addName(name: string, formula: string, scope: SheetModel | null = null): NamedItemModel {
    checkName(name);
    if (this.namedItem(name, scope) || (scope === null && this.table(name))) {
      throw new ModelError('ItemAlreadyExists', `The name "${name}" is taken.`);
    }
    const body = formula.startsWith('=') ? formula.slice(1) : formula;
    const item = new NamedItem(name, body, scope, () => this.namesChanged());
    this.names.push(item);
    this.namesChanged();
    return item;
  }

  removeName(item: NamedItemModel): void {
    const index = this.names.indexOf(item);
    if (index < 0) throw new ModelError('ItemNotFound', `There is no name "${item.name}".`);
    this.names.splice(index, 1);
    this.namesChanged();
  }

  protect(password?: string): void {
    this.guard();
    this.protection = { on: true };
    this.password = password;
  }

  unprotect(password?: string): void {
    if (this.protection.on && this.password !== undefined && this.password !== password) {
      throw new ModelError('AccessDenied', 'The password for the workbook is wrong.');
    }
    this.protection = { on: false };
    this.password = undefined;
  }

  registerFunctions(functions: readonly CustomFunction[]): void {
    this.calculator.register(functions);
    this.recalculate();
  }

  batch<T>(work: () => T): T {
    this.depth++;
    try {
      return work();
    } finally {
      this.depth--;
      this.recalculate();
      if (this.depth === 0) this.events.flush();
    }
  }

  async batchInTurns<T>(work: () => Promise<T>, breathe: () => Promise<void>): Promise<T> {
    this.depth++;
    try {
      return await work();
    } finally {
      this.depth--;
      if (this.depth === 0 && this.calculationMode !== 'manual') {
        const turns = this.calculator.runInTurns();
        while (!turns.next().done) await breathe();
      }
      if (this.depth === 0) this.events.flush();
    }
  }

  get circular(): WorkbookModel['circular'] {
    return this.calculator.circular;
  }

  async calculate(all = false): Promise<void> {
    if (all) this.calculator.markAll();
    this.calculator.run();
    await this.calculator.settled();
  }

  on(listener: (change: Change) => void): () => void {
    return this.events.on(listener);
  }

  notify(change: Change): void {
    this.events.add(change);
    if (this.depth === 0) this.events.flush();
  }

  snapshot(): unknown {
    return snapshot(this);
  }

  nextId(prefix: string): string {
    const next = (this.counters.get(prefix) ?? 0) + 1;
    this.counters.set(prefix, next);
    return `${prefix}-${next}`;
  }

  contentChanged(sheet: SheetCore, area: Area): void {
    this.calculator.touch(sheet, area);
    this.notify({ kind: 'cells', sheet, area, source: 'local' });
    this.recalculate();
  }

  formulasLoaded(sheet: SheetCore, area: Area): void {
    this.calculator.load(sheet, area);
    this.notify({ kind: 'cells', sheet, area, source: 'local' });
  }

  checkFormula(formula: string, row: number, column: number): void {
    this.calculator.check(formula, row, column);
  }

  beforeMove(): void {
    this.calculator.noteEdits();
  }

  referencesChanged(how: 'moved' | 'different'): void {
    this.calculator.invalidate(how);
    this.recalculate();
  }

  tableResized(table: TableModel): void {
    this.calculator.tableResized(table);
    this.recalculate();
  }

  rewriteFormulas(rewrite: (formula: string, sheet: SheetModel | null) => string): void {
    this.calculator.finish();
    this.calculator.rewritten(rewriteAll(this, rewrite));
    this.calculator.invalidate('moved');
  }

  private recalculate(): void {
    if (this.depth > 0 || this.calculationMode === 'manual') return;
    this.calculator.run();
  }

  private namesChanged(): void {
    this.calculator.invalidate('different');
    this.notify({ kind: 'names' });
    this.recalculate();
  }

  private own(target: SheetModel): Sheet {
    const sheet = this.sheets.find((candidate) => candidate === target);
    if (!sheet) throw new ModelError('ItemNotFound', `The sheet "${target.name}" is not in this workbook.`);
    return sheet;
  }

  private guard(): void {
    if (this.protection.on) throw new ModelError('AccessDenied', 'The workbook is protected.');
  }

  private checkFree(name: string, except?: SheetModel): void {
    checkSheetName(name);
    const taken = this.sheet(name);
    if (taken && taken !== except) {
      throw new ModelError('ItemAlreadyExists', `There is a sheet "${taken.name}" already.`);
    }
  }

  private freeSheetName(): string {
    for (let n = this.sheets.length + 1; ; n++) if (!this.sheet(`Sheet${n}`)) return `Sheet${n}`;
  }
}

function selectionAt(sheet: SheetModel): WorkbookModel['selection'] {
  return {
    sheet,
    areas: [{ row: 0, column: 0, rows: 1, columns: 1 }],
    active: { row: 0, column: 0 },
  };
}
