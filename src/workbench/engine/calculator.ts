import { cellKey } from '../model/address';
import { bounding } from '../model/areas';
import type { SheetCore, WorkbookCore } from '../model/core';
import {
  ModelError,
  type Area,
  type CustomFunction,
  type FormulaCell,
  type TableModel,
} from '../model/types';
import { ColumnIndexes } from './columnIndex';
import type { Culture } from './coercion';
import type { Context, Services } from './context';
import { Criteria } from './criteria';
import { CustomFunctions } from './custom';
import { NOT_A_FORMULA } from './formula/cache';
import type { PlacedArea } from './formula/references';
import { Linker } from './linker';
import { Run } from './run';
import type { Value } from './values';

/** A spill that feeds itself would go on for ever. */
const MAX_ROUNDS = 50;

/**
 * Keeps a workbook's formulas calculated. Edits are only noted; `run` then brings the graph up to date with the cells
 * and calculates what depends on them, in order of dependence.
 */
export class Calculator implements Services {
  readonly indexes = new ColumnIndexes();
  readonly criteria = new Criteria();
  readonly custom = new CustomFunctions((context) => this.answered(context));
  epoch = 0;
  now = 0;

  private readonly linker: Linker;
  private everything = false;
  private current: Run | null = null;
  /** A calculation that stopped in between; see runInTurns. */
  private suspended: Generator<void> | null = null;
  /** Formulas are being calculated at this very moment. */
  private evaluating = false;

  constructor(readonly book: WorkbookCore) {
    this.linker = new Linker(book);
  }

  get culture(): Culture {
    return this.book;
  }

  /** Cells whose formulas depend on themselves; they show 0. */
  get circular(): readonly { sheet: SheetCore; row: number; column: number }[] {
    return [...this.linker.circular].map(({ sheet, row, column }) => ({ sheet, row, column }));
  }

  /** Contents of an area were written. */
  touch(sheet: SheetCore, area: Area): void {
    this.linker.touch(sheet, area);
  }

  /** Formulas arrived that have their values already. */
  load(sheet: SheetCore, area: Area): void {
    this.linker.load(sheet, area);
  }

  /** To be called before cells move: what was edited is noted by its formulas, not by its place. */
  noteEdits(): void {
    this.finish();
    for (const placed of exhaust(this.linker.synchronise())) this.linker.markReaders(placed);
  }

  /**
   * Cells moved, or names, sheets or tables mean something else. 'moved' promises that references were rewritten to
   * follow their cells: formulas that read as many cells as before keep their values.
   */
  invalidate(how: 'moved' | 'different'): void {
    this.epoch++;
    this.linker.invalidate(how);
  }

  /** Formulas were rewritten: from each new cell to the one it replaces. */
  rewritten(origins: ReadonlyMap<FormulaCell, FormulaCell>): void {
    this.linker.rewritten(origins);
  }

  /** A table's area changed: formulas that read more of it than their own row read other cells. */
  tableResized(table: TableModel): void {
    this.finish();
    this.epoch++;
    this.linker.tableResized(table);
  }

  register(functions: readonly CustomFunction[]): void {
    this.custom.register(functions);
    const names = functions.map((custom) => custom.name.toUpperCase());
    for (const node of this.linker.graph.nodes()) {
      if (names.some((name) => node.compiled.foreign.has(name))) this.linker.markWhole(node);
    }
  }

  markAll(): void {
    this.everything = true;
  }

  /** Throws InvalidArgument when the text is no formula. */
  check(formula: string, row: number, column: number): void {
    if (this.linker.formulas.compiled(formula, row, column) === NOT_A_FORMULA) {
      throw new ModelError('InvalidArgument', `There is a problem with this formula: ${formula}`);
    }
  }

  /** Calculates what changed since the last time. */
  run(): void {
    if (this.evaluating) return;
    this.finish();
    const steps = this.steps();
    while (!this.step(steps).done);
  }

  /** The same with stops in between. Whatever needs calculated formulas meanwhile finishes it at once. */
  *runInTurns(): Generator<void> {
    this.finish();
    const steps = this.steps();
    this.suspended = steps;
    while (!this.step(steps).done) yield;
    if (this.suspended === steps) this.suspended = null;
  }

  /** Ends a calculation that stopped in between: formulas are about to be moved, replaced or asked for. */
  finish(): void {
    const { suspended } = this;
    if (!suspended || this.evaluating) return;
    this.suspended = null;
    while (!this.step(suspended).done);
  }

  private step(steps: Generator<void>): IteratorResult<void> {
    this.evaluating = true;
    try {
      return steps.next();
    } finally {
      this.evaluating = false;
    }
  }

  private *steps(): Generator<void> {
    const { linker } = this;
    let changed = yield* linker.synchronise();
    if (this.everything) for (const node of linker.graph.nodes()) linker.markWhole(node);
    this.everything = false;
    if (changed.length === 0 && linker.stale.size === 0) return;
    this.now = Date.now();
    this.indexes.begin();
    this.criteria.begin(this.culture, this.now);
    const results = new Map<SheetCore, Area | null>();
    for (const node of linker.graph.volatile) linker.markWhole(node);
    const isEdited = (sheet: SheetCore, row: number, column: number): boolean =>
      linker.isTouched(sheet, row, column);
    for (let round = 0; round < MAX_ROUNDS && (changed.length > 0 || linker.stale.size > 0); round++) {
      const run = new Run(linker.graph, this, linker.blocked, isEdited);
      this.current = run;
      try {
        run.mark(changed, linker.stale);
        linker.stale.clear();
        yield* run.calculate();
      } finally {
        this.current = null;
      }
      for (const node of run.dirty) linker.circular.delete(node);
      for (const node of run.circular) linker.circular.add(node);
      for (const node of run.left) linker.markWhole(node);
      for (const node of run.tangled) linker.takeApart(node);
      for (const [sheet, area] of run.changes) {
        results.set(sheet, bounding(results.get(sheet) ?? null, area));
      }
      changed = run.moved;
    }
    for (const [sheet, area] of results) {
      if (area) this.book.notify({ kind: 'cells', sheet, area, source: 'calculation' });
    }
    this.book.notify({ kind: 'calculated' });
  }

  /** Resolves when every asynchronous function has answered and what depends on it is calculated. */
  async settled(): Promise<void> {
    await this.custom.settled();
  }

  settle(reference: PlacedArea['area'] & { readonly sheet: SheetCore }): void {
    this.current?.settle(reference.sheet, reference);
  }

  evaluateText(formula: string, at: Context): Value {
    return this.linker.formulas.compiled(`=${formula}`, at.row, at.column).evaluate(at, null);
  }

  private answered(context: Context): void {
    const node = this.linker.graph.node(context.sheet, cellKey(context.row, context.column));
    if (!node) return;
    this.linker.markWhole(node);
    this.run();
  }
}

function exhaust<Result>(steps: Generator<void, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
