import { cellKey, columnOfKey, rowOfKey } from '../model/address';
import { overlap } from '../model/areas';
import type { SheetCore, WorkbookCore } from '../model/core';
import type { Area, FormulaCell, TableModel } from '../model/types';
import { FormulaCache } from './formula/cache';
import type { PlacedArea, Template } from './formula/references';
import { DependencyGraph } from './graph';
import { cellOf, formulaNode, markRows, type FormulaNode, type RangeNode } from './node';
import { resolveFilled, resolvePrecedents } from './precedents';
import { cellsByColumn, filledColumns, keysIn, type FilledColumn } from './filled';

/** Formulas that are linked in one turn. */
const TURN = 512;

/** Areas that were written, one after the other. */
interface Touched {
  readonly sheet: SheetCore;
  readonly areas: Area[];
  /** The formulas have their values already. */
  readonly loaded: boolean;
}

/** Keeps the dependency graph like the cells, and notes which formulas have to be calculated. */
export class Linker {
  readonly graph = new DependencyGraph();
  readonly formulas = new FormulaCache();
  /** To be calculated; of a filled column only its marked rows, where it has some. */
  readonly stale = new Set<FormulaNode>();
  /** Arrays that had no room, with the area that they wanted. */
  readonly blocked = new Map<FormulaNode, Area>();
  /** Cells that depend on themselves. */
  readonly circular = new Set<FormulaNode>();
  private touched: Touched[] = [];
  private rebuild: 'moved' | 'different' | null = null;
  private readonly origins = new Map<FormulaCell, FormulaCell>();

  constructor(private readonly book: WorkbookCore) {}

  touch(sheet: SheetCore, area: Area): void {
    this.touched.push({ sheet, areas: [area], loaded: false });
  }

  /** A file brings its formulas cell by cell: they are linked together, as the filled columns that they are. */
  load(sheet: SheetCore, area: Area): void {
    const last = this.touched.at(-1);
    if (last?.loaded && last.sheet === sheet) last.areas.push(area);
    else this.touched.push({ sheet, areas: [area], loaded: true });
  }

  /** Whether a cell was written since the graph was brought up to date. */
  isTouched(sheet: SheetCore, row: number, column: number): boolean {
    const cell = { row, column, rows: 1, columns: 1 };
    return this.touched.some(
      (touched) => touched.sheet === sheet && touched.areas.some((area) => overlap(area, cell)),
    );
  }

  invalidate(how: 'moved' | 'different'): void {
    if (this.rebuild !== 'different') this.rebuild = how;
  }

  rewritten(origins: ReadonlyMap<FormulaCell, FormulaCell>): void {
    for (const [cell, origin] of origins) this.origins.set(cell, this.origins.get(origin) ?? origin);
  }

  /** Notes that a node has to be calculated, of a filled column all of it. */
  markWhole(node: FormulaNode): void {
    node.marks = null;
    this.stale.add(node);
  }

  /** Everything that reads an area has to be calculated. */
  markReaders({ sheet, area }: PlacedArea): void {
    const ranges = new Set<RangeNode>();
    this.graph.readersOf(sheet, area, {
      single: (node) => this.markWhole(node),
      range: (range) => ranges.add(range),
      ownRow: (node, from, to) => this.markSome(node, from, to),
    });
    for (const range of ranges) {
      range.dependents.forEach((node) => this.markWhole(node));
      range.larger.forEach((larger) => ranges.add(larger));
    }
  }

  private markSome(node: FormulaNode, from: number, to: number): void {
    if (this.stale.has(node) && !node.marks) return;
    markRows(node, from, to);
    this.stale.add(node);
  }

  /** A table's area changed: formulas that read more of it than their own row read other cells. */
  tableResized(table: TableModel): void {
    const name = table.name.toLowerCase();
    const follows = (template: Template): boolean => {
      if (template.kind === 'name') return !template.called;
      if (template.kind === 'range' || template.parts.includes('this row')) return false;
      return template.table === null || template.table.toLowerCase() === name;
    };
    for (const node of this.graph.nodes()) {
      const { precedents, places } = node.compiled;
      if (!precedents.some(follows) && !places.some(follows)) continue;
      this.graph.relink(node, this.readsOf(node));
      this.markWhole(node);
    }
  }

  /** Brings the graph up to date; returns the areas whose values are new. */
  *synchronise(): Generator<void, PlacedArea[]> {
    if (this.rebuild) yield* this.rebuildGraph(this.rebuild);
    const changed: PlacedArea[] = [];
    const { touched } = this;
    this.touched = [];
    for (const { sheet, areas, loaded } of touched) {
      if (!this.book.sheets.includes(sheet)) continue;
      for (const area of areas) {
        this.takeBackSpills(sheet, area);
        for (const node of this.graph.nodesIn(sheet, area)) {
          if (node.rows > 1) {
            this.recheck(node, area, loaded);
            continue;
          }
          const cell = cellOf(node);
          if (sheet.formulas.get(cellKey(node.row, node.column)) === cell) continue;
          if (cell.spill) changed.push({ sheet, area: cell.spill });
          this.forget(node);
        }
        if (!loaded) changed.push({ sheet, area });
      }
      yield* this.link(sheet, areas, loaded);
      for (const [node, wanted] of this.blocked) {
        if (node.sheet === sheet && areas.some((area) => overlap(wanted, area))) this.markWhole(node);
      }
    }
    return changed;
  }

  /** A column that can't be calculated as one: its cells stand by themselves until the graph is built again. */
  takeApart(node: FormulaNode): void {
    const { sheet, column } = node;
    this.forget(node);
    for (let row = node.row; row < node.row + node.rows; row++) {
      const cell = sheet.formulas.get(cellKey(row, column));
      if (cell)
        this.stale.add(this.alone({ sheet, column, row, rows: 1, cells: [cell], compiled: node.compiled }));
    }
  }

  /** Adds the formulas in areas that the graph does not know yet. */
  private *link(sheet: SheetCore, areas: readonly Area[], loaded: boolean): Generator<void> {
    let count = 0;
    for (const [column, rows] of cellsByColumn(sheet.formulas, areas)) {
      const unknown = rows.filter((row) => !this.graph.node(sheet, cellKey(row, column)));
      for (const filled of filledColumns(sheet, column, unknown, this.formulas)) {
        const node = this.place(filled);
        if (!loaded) this.markSome(node, filled.row, filled.row + filled.rows - 1);
        if (node.rows === 1 && ++count % TURN === 0) yield;
      }
    }
  }

  /** Of a filled column that was written to: rows whose formula is gone leave it, the others are calculated. */
  private recheck(node: FormulaNode, area: Area, loaded: boolean): void {
    const { sheet, column, compiled } = node;
    const first = Math.max(node.row, area.row);
    const end = Math.min(node.row + node.rows, area.row + area.rows);
    const gone: number[] = [];
    const cells = new Set(node.cells);
    for (let row = first; row < end; row++) {
      const cell = sheet.formulas.get(cellKey(row, column));
      const same = cell?.kind === 'plain' && this.formulas.compiled(cell.formula, row, column) === compiled;
      if (!same) gone.push(row);
      else cells.add(cell);
    }
    node.cells = [...cells];
    if (gone.length === 0) {
      if (!loaded) this.markSome(node, first, end - 1);
      return;
    }
    const wasStale = this.stale.has(node);
    this.forget(node);
    const kept: number[] = [];
    const out = new Set(gone);
    for (let row = node.row; row < node.row + node.rows; row++) if (!out.has(row)) kept.push(row);
    for (const filled of filledColumns(sheet, column, kept, this.formulas)) {
      const piece = this.place(filled);
      if (wasStale) this.markWhole(piece);
      else if (!loaded) {
        const from = Math.max(first, filled.row);
        const to = Math.min(end, filled.row + filled.rows) - 1;
        if (from <= to) this.markSome(piece, from, to);
      }
    }
  }

  /** Makes a node of cells, or adds them to the filled column that ends right above. */
  private place(filled: FilledColumn): FormulaNode {
    const { sheet, row, column, rows, compiled } = filled;
    const above = compiled.fillable && row > 0 ? this.graph.node(sheet, cellKey(row - 1, column)) : undefined;
    if (above && above.rows > 1 && above.compiled === compiled) {
      above.rows += rows;
      for (const cell of filled.cells) above.cells.push(cell);
      return above;
    }
    return this.alone(filled);
  }

  private alone(filled: FilledColumn): FormulaNode {
    const node = formulaNode(filled);
    Object.assign(node, this.readsOf(node));
    this.graph.add(node);
    return node;
  }

  private readsOf(node: FormulaNode): Pick<FormulaNode, 'precedents' | 'ownRow'> {
    if (node.rows > 1) return resolveFilled(node.compiled, node, this.book);
    const precedents = resolvePrecedents(node.compiled, node, this.book, (formula) =>
      this.formulas.compiled(`=${formula}`, node.row, node.column),
    );
    return { precedents, ownRow: [] };
  }

  /** A value written over a spill blocks it. */
  private takeBackSpills(sheet: SheetCore, area: Area): void {
    if (sheet.spilled.size === 0) return;
    for (const key of keysIn(sheet.spilled, area)) {
      const anchor = sheet.spilled.get(key);
      const node = anchor === undefined ? undefined : this.graph.node(sheet, anchor);
      if (!node || cellOf(node).kind === 'array') continue;
      this.markWhole(node);
      if (sheet.cells.value(rowOfKey(key), columnOfKey(key)) !== null) sheet.spilled.delete(key);
    }
  }

  private forget(node: FormulaNode): void {
    this.graph.remove(node);
    this.stale.delete(node);
    this.blocked.delete(node);
    this.circular.delete(node);
  }

  /** Builds the graph anew; a formula keeps its value unless its text, its place or what it reads changed. */
  private *rebuildGraph(how: 'moved' | 'different'): Generator<void> {
    this.rebuild = null;
    let count = 0;
    const before = new Map<FormulaCell, FormulaNode>();
    for (const node of this.graph.nodes()) for (const cell of node.cells) before.set(cell, node);
    const wasStale = new Set(this.stale);
    const wasCircular = new Set(this.circular);
    this.graph.clear();
    this.stale.clear();
    this.blocked.clear();
    this.circular.clear();
    const same = how === 'moved' ? readsAsMuch : readsTheSame;
    const oldOf = (cell: FormulaCell): FormulaNode | undefined =>
      before.get(cell) ?? before.get(this.origins.get(cell) ?? cell);
    for (const sheet of this.book.sheets) {
      for (const [column, rows] of cellsByColumn(sheet.formulas)) {
        for (const filled of filledColumns(sheet, column, rows, this.formulas, oldOf)) {
          const old = filled.cells[0] && oldOf(filled.cells[0]);
          // What is not known yet comes with the touched areas.
          if (!old) continue;
          const node = this.place(filled);
          if (wasCircular.has(old)) this.circular.add(node);
          if (wasStale.has(old) || !same(old, node)) {
            this.markSome(node, filled.row, filled.row + filled.rows - 1);
          }
          if (++count % TURN === 0) yield;
        }
      }
    }
    this.origins.clear();
  }
}

function readsTheSame(a: FormulaNode, b: FormulaNode): boolean {
  if (a.compiled.foreign.size > 0 || a.cells[0]?.formula !== b.cells[0]?.formula || !readsAsMuch(a, b))
    return false;
  const samePlaces = (one: readonly PlacedArea[], other: readonly PlacedArea[]): boolean =>
    one.every(({ sheet, area }, index) => {
      const there = other[index];
      return there?.sheet === sheet && there.area.row === area.row && there.area.column === area.column;
    });
  return samePlaces(a.precedents, b.precedents) && samePlaces(a.ownRow, b.ownRow);
}

function readsAsMuch(a: FormulaNode, b: FormulaNode): boolean {
  if (a.compiled.placed) return false;
  const sameSizes = (one: readonly PlacedArea[], other: readonly PlacedArea[]): boolean =>
    one.length === other.length &&
    one.every(({ area }, index) => {
      const there = other[index]?.area;
      return there?.rows === area.rows && there.columns === area.columns;
    });
  return sameSizes(a.precedents, b.precedents) && sameSizes(a.ownRow, b.ownRow);
}
