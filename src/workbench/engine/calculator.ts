import { cellKey, columnOfKey, rowOfKey } from '../model/address';
import { bounding, overlap } from '../model/areas';
import type { SheetCore, WorkbookCore } from '../model/core';
import {
  ModelError,
  type Area,
  type CustomFunction,
  type FormulaCell,
  type TableModel,
} from '../model/types';
import { ColumnIndexes } from './columnIndex';
import { compileFormula, type Compiled } from './compile';
import type { Culture } from './coercion';
import type { Context, Services } from './context';
import { CustomFunctions } from './custom';
import { shapeOf } from './formula/shape';
import type { PlacedArea, Template } from './formula/references';
import { lookUpFunction } from './functions/registry';
import { DependencyGraph, type FormulaNode, type RangeNode } from './graph';
import { resolvePrecedents } from './precedents';
import { Run } from './run';
import { NAME, type Value } from './values';

const NOT_A_FORMULA: Compiled = {
  evaluate: () => NAME,
  precedents: [],
  volatile: false,
  placed: false,
  places: [],
  foreign: new Set(),
};

/** Formulas that are linked in one turn. */
const TURN = 512;

/** A spill that feeds itself would go on for ever. */
const MAX_ROUNDS = 50;

/**
 * Keeps a workbook's formulas calculated. Edits are only noted; `run` then brings the graph up to date with the cells
 * and calculates what depends on them, in order of dependence.
 */
export class Calculator implements Services {
  readonly indexes = new ColumnIndexes();
  readonly custom = new CustomFunctions((context) => this.answered(context));
  epoch = 0;
  now = 0;

  private readonly graph = new DependencyGraph();
  private readonly shapes = new Map<string, Compiled>();
  private readonly stale = new Set<FormulaNode>();
  private readonly blocked = new Map<FormulaNode, Area>();
  private touched: { readonly sheet: SheetCore; readonly area: Area; readonly loaded: boolean }[] = [];
  private rebuild: 'moved' | 'different' | null = null;
  private readonly origins = new Map<FormulaCell, FormulaCell>();
  private everything = false;
  private current: Run | null = null;
  /** A calculation that stopped in between; see runInTurns. */
  private suspended: Generator<void> | null = null;
  /** Formulas are being calculated at this very moment. */
  private evaluating = false;
  private readonly circularNodes = new Set<FormulaNode>();

  constructor(readonly book: WorkbookCore) {}

  get culture(): Culture {
    return this.book;
  }

  /** Cells whose formulas depend on themselves; they show 0. */
  get circular(): readonly { sheet: SheetCore; row: number; column: number }[] {
    return [...this.circularNodes].map(({ sheet, row, column }) => ({ sheet, row, column }));
  }

  /** Contents of an area were written. */
  touch(sheet: SheetCore, area: Area): void {
    this.touched.push({ sheet, area, loaded: false });
  }

  /** Formulas arrived that have their values already. */
  load(sheet: SheetCore, area: Area): void {
    this.touched.push({ sheet, area, loaded: true });
  }

  /** To be called before cells move: what was edited is noted by its formulas, not by its place. */
  noteEdits(): void {
    const ranges = new Set<RangeNode>();
    const take = (node: FormulaNode): unknown => this.stale.add(node);
    this.finish();
    for (const { sheet, area } of exhaust(this.synchronise())) {
      this.graph.readersOfArea(sheet, area, take, (range) => ranges.add(range));
    }
    for (const range of ranges) {
      range.dependents.forEach(take);
      range.larger.forEach((larger) => ranges.add(larger));
    }
  }

  /**
   * Cells moved, or names, sheets or tables mean something else. 'moved' promises that references were rewritten to
   * follow their cells: formulas that read as many cells as before keep their values.
   */
  invalidate(how: 'moved' | 'different'): void {
    this.epoch++;
    if (this.rebuild !== 'different') this.rebuild = how;
  }

  /** Formulas were rewritten: from each new cell to the one it replaces. */
  rewritten(origins: ReadonlyMap<FormulaCell, FormulaCell>): void {
    for (const [cell, origin] of origins) this.origins.set(cell, this.origins.get(origin) ?? origin);
  }

  /** A table's area changed: formulas that read more of it than their own row read other cells. */
  tableResized(table: TableModel): void {
    this.finish();
    this.epoch++;
    const name = table.name.toLowerCase();
    const follows = (template: Template): boolean => {
      if (template.kind === 'name') return !template.called;
      if (template.kind === 'range' || template.parts.includes('this row')) return false;
      return template.table === null || template.table.toLowerCase() === name;
    };
    for (const node of this.graph.nodes()) {
      const { precedents, places } = node.compiled;
      const reads = precedents.some(follows) || places.some(follows);
      if (!reads) continue;
      this.graph.relink(node, this.precedentsOf(node.compiled, node));
      this.stale.add(node);
    }
  }

  register(functions: readonly CustomFunction[]): void {
    this.custom.register(functions);
    const names = functions.map((custom) => custom.name.toUpperCase());
    for (const node of this.graph.nodes()) {
      if (names.some((name) => node.compiled.foreign.has(name))) this.stale.add(node);
    }
  }

  markAll(): void {
    this.everything = true;
  }

  /** Throws InvalidArgument when the text is no formula. */
  check(formula: string, row: number, column: number): void {
    if (this.compiled(formula, row, column) === NOT_A_FORMULA) {
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
    let changed = yield* this.synchronise();
    if (this.everything) for (const node of this.graph.nodes()) this.stale.add(node);
    this.everything = false;
    if (changed.length === 0 && this.stale.size === 0) return;
    this.now = Date.now();
    this.indexes.begin();
    const results = new Map<SheetCore, Area | null>();
    for (const node of this.graph.volatile) this.stale.add(node);
    for (let round = 0; round < MAX_ROUNDS && (changed.length > 0 || this.stale.size > 0); round++) {
      const run = new Run(this.graph, this, this.blocked);
      this.current = run;
      try {
        run.mark(changed, this.stale);
        this.stale.clear();
        yield* run.calculate();
      } finally {
        this.current = null;
      }
      for (const node of run.dirty) this.circularNodes.delete(node);
      for (const node of run.circular) this.circularNodes.add(node);
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
    return this.compiled(`=${formula}`, at.row, at.column).evaluate(at, null);
  }

  private compiled(formula: string, row: number, column: number): Compiled {
    const shape = shapeOf(formula, row, column);
    let compiled = this.shapes.get(shape);
    if (!compiled) {
      compiled = this.compileOr(formula, row, column);
      this.shapes.set(shape, compiled);
    }
    return compiled;
  }

  private compileOr(formula: string, row: number, column: number): Compiled {
    try {
      return compileFormula(formula, row, column, lookUpFunction);
    } catch {
      // A file may hold what is no formula; the cell says #NAME?. Typed formulas are checked before.
      return NOT_A_FORMULA;
    }
  }

  private precedentsOf(
    compiled: Compiled,
    place: { sheet: SheetCore; row: number; column: number },
  ): PlacedArea[] {
    return resolvePrecedents(compiled, place, this.book, (formula) =>
      this.compiled(`=${formula}`, place.row, place.column),
    );
  }

  /** Brings the graph up to date; returns the areas whose values are new. */
  private *synchronise(): Generator<void, PlacedArea[]> {
    if (this.rebuild) yield* this.rebuildGraph(this.rebuild);
    const changed: PlacedArea[] = [];
    const touched = this.touched;
    let count = 0;
    this.touched = [];
    for (const { sheet, area, loaded } of touched) {
      if (!this.book.sheets.includes(sheet)) continue;
      this.takeBackSpills(sheet, area);
      for (const node of this.graph.nodesIn(sheet, area)) {
        if (sheet.formulas.get(cellKey(node.row, node.column)) === node.cell) continue;
        if (node.cell.spill) changed.push({ sheet, area: node.cell.spill });
        this.forget(node);
      }
      for (const key of keysIn(sheet.formulas, area)) {
        const cell = sheet.formulas.get(key);
        if (!cell || this.graph.node(sheet, key)) continue;
        const node = this.add(sheet, key, cell);
        if (!loaded) this.stale.add(node);
        if (++count % TURN === 0) yield;
      }
      if (!loaded) changed.push({ sheet, area });
      for (const [node, wanted] of this.blocked) {
        if (node.sheet === sheet && overlap(wanted, area)) this.stale.add(node);
      }
    }
    return changed;
  }

  /** A value written over a spill blocks it. */
  private takeBackSpills(sheet: SheetCore, area: Area): void {
    if (sheet.spilled.size === 0) return;
    for (const key of keysIn(sheet.spilled, area)) {
      const anchor = sheet.spilled.get(key);
      const node = anchor === undefined ? undefined : this.graph.node(sheet, anchor);
      if (!node || node.cell.kind === 'array') continue;
      this.stale.add(node);
      if (sheet.cells.value(rowOfKey(key), columnOfKey(key)) !== null) sheet.spilled.delete(key);
    }
  }

  private add(sheet: SheetCore, key: number, cell: FormulaCell, old?: FormulaNode): FormulaNode {
    const place = { sheet, row: rowOfKey(key), column: columnOfKey(key) };
    const unmoved = old?.cell === cell && old.row === place.row && old.column === place.column;
    const compiled = unmoved ? old.compiled : this.compiled(cell.formula, place.row, place.column);
    const precedents = this.precedentsOf(compiled, place);
    const node: FormulaNode = { ...place, compiled, cell, precedents, waiting: 0, stale: false, done: false };
    this.graph.add(node);
    return node;
  }

  private forget(node: FormulaNode): void {
    this.graph.remove(node);
    this.stale.delete(node);
    this.blocked.delete(node);
    this.circularNodes.delete(node);
  }

  /** Builds the graph anew; a formula keeps its value unless its text, its place or what it reads changed. */
  private *rebuildGraph(how: 'moved' | 'different'): Generator<void> {
    this.rebuild = null;
    let count = 0;
    const before = new Map<FormulaCell, FormulaNode>();
    for (const node of this.graph.nodes()) before.set(node.cell, node);
    const wasStale = new Set(this.stale);
    this.graph.clear();
    this.stale.clear();
    this.blocked.clear();
    const wasCircular = new Set(this.circularNodes);
    this.circularNodes.clear();
    const same = how === 'moved' ? readsAsMuch : readsTheSame;
    for (const sheet of this.book.sheets) {
      for (const [key, cell] of sheet.formulas) {
        const old = before.get(cell) ?? before.get(this.origins.get(cell) ?? cell);
        // What is not known yet comes with the touched areas.
        if (!old) continue;
        const node = this.add(sheet, key, cell, old);
        if (wasCircular.has(old)) this.circularNodes.add(node);
        if (wasStale.has(old) || !same(old, node)) this.stale.add(node);
        if (++count % TURN === 0) yield;
      }
    }
    this.origins.clear();
  }

  private answered(context: Context): void {
    const node = this.graph.node(context.sheet, cellKey(context.row, context.column));
    if (!node) return;
    this.stale.add(node);
    this.run();
  }
}

function exhaust<Result>(steps: Generator<void, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function holds(area: Area, key: number): boolean {
  const row = rowOfKey(key);
  const column = columnOfKey(key);
  const inRows = row >= area.row && row < area.row + area.rows;
  return inRows && column >= area.column && column < area.column + area.columns;
}

function keysIn<T>(map: ReadonlyMap<number, T>, area: Area): number[] {
  if (area.rows * area.columns > map.size) return [...map.keys()].filter((key) => holds(area, key));
  const keys: number[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const key = cellKey(row, column);
      if (map.has(key)) keys.push(key);
    }
  }
  return keys;
}

function readsTheSame(a: FormulaNode, b: FormulaNode): boolean {
  if (a.cell.formula !== b.cell.formula || a.compiled.foreign.size > 0) return false;
  return (
    readsAsMuch(a, b) &&
    a.precedents.every(({ sheet, area }, index) => {
      const other = b.precedents[index];
      return other?.sheet === sheet && other.area.row === area.row && other.area.column === area.column;
    })
  );
}

function readsAsMuch(a: FormulaNode, b: FormulaNode): boolean {
  if (a.compiled.placed) return false;
  if (a.precedents.length !== b.precedents.length) return false;
  return a.precedents.every(({ area }, index) => {
    const other = b.precedents[index]?.area;
    return other?.rows === area.rows && other.columns === area.columns;
  });
}
