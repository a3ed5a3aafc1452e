import { cellKey } from '../model/address';
import { bounding } from '../model/areas';
import type { SheetCore } from '../model/core';
import type { Area, Position } from '../model/types';
import type { Services } from './context';
import { cyclic } from './cycles';
import type { PlacedArea } from './formula/references';
import type { DependencyGraph, FormulaNode, RangeNode } from './graph';
import { putResult } from './results';

type Vertex = FormulaNode | RangeNode;

const isRange = (vertex: Vertex): vertex is RangeNode => 'dependents' in vertex;

/** Formulas that reach each other through OFFSET or INDIRECT go no deeper than this. */
const MAX_DEPTH = 300;

/** Formulas that are calculated in one turn. */
const TURN = 64;

/**
 * One calculation: marks everything that depends on what changed, counting for each formula and range how many of its
 * precedents are marked too; then calculates whatever waits for nothing, until all is done. What is left over depends
 * on itself. A formula none of whose precedents came out different keeps its value.
 */
export class Run {
  /** For each sheet the area around all cells that got another value. */
  readonly changes = new Map<SheetCore, Area>();
  /** Cells that spills took or gave back: their readers have to be calculated in another run. */
  readonly moved: PlacedArea[] = [];
  circular: ReadonlySet<FormulaNode> = new Set();

  /** Everything that was marked. */
  readonly dirty = new Set<FormulaNode>();
  private readonly dirtyRanges = new Set<RangeNode>();
  private readonly following = new Map<FormulaNode, Vertex[]>();
  private depth = 0;

  constructor(
    private readonly graph: DependencyGraph,
    private readonly services: Services,
    private readonly blocked: Map<FormulaNode, Area>,
  ) {}

  /** Marks all that depends on changed cells and on formulas that must be calculated. */
  mark(changed: readonly PlacedArea[], stale: Iterable<FormulaNode>): void {
    const queue: FormulaNode[] = [];
    const take = (node: FormulaNode): void => {
      node.stale = true;
      this.reach(node, queue);
    };
    for (const node of stale) take(node);
    const changedRanges = new Set<RangeNode>();
    for (const { sheet, area } of changed) {
      this.graph.readersOfArea(sheet, area, take, (range) => changedRanges.add(range));
    }
    // A set may grow while it is walked: larger ranges follow the smaller ones they stand on.
    for (const range of changedRanges) {
      range.dependents.forEach(take);
      range.larger.forEach((larger) => changedRanges.add(larger));
    }
    for (let i = 0; i < queue.length; i++) {
      const node = queue[i];
      if (!node) continue;
      this.markReaders(node, queue);
    }
  }

  /** Stops now and then, so that whoever calculates may let others have a turn. */
  *calculate(): Generator<void> {
    try {
      const ready: FormulaNode[] = [];
      const later: FormulaNode[] = [];
      const enqueue = (node: FormulaNode): void => {
        // What finds its precedents while it runs comes last: most of them are calculated by then.
        (node.compiled.volatile ? later : ready).push(node);
      };
      for (const node of this.dirty) if (node.waiting === 0) enqueue(node);
      yield* this.drain(ready, later, enqueue);
      const left = [...this.dirty].filter((node) => node.waiting > 0);
      if (left.length > 0) yield* this.breakCycles(left, ready, later, enqueue);
    } finally {
      for (const node of this.dirty) {
        node.waiting = 0;
        node.stale = false;
        node.done = false;
      }
      for (const range of this.dirtyRanges) {
        range.waiting = 0;
        range.stale = false;
      }
    }
  }

  /** Calculates marked formulas in an area now. */
  settle(sheet: SheetCore, area: Area): void {
    if (this.depth >= MAX_DEPTH) return;
    const nodes = this.graph.nodesIn(sheet, area);
    this.depth++;
    for (const node of nodes) {
      if (node.done || !this.dirty.has(node)) continue;
      // Marked as done before its precedents are looked at, so that a cycle ends here.
      node.done = true;
      for (const precedent of node.precedents) this.settle(precedent.sheet, precedent.area);
      node.stale = true;
      this.evaluate(node);
    }
    this.depth--;
  }

  private reach(node: FormulaNode, queue: FormulaNode[]): void {
    if (this.dirty.has(node)) return;
    this.dirty.add(node);
    queue.push(node);
  }

  private markReaders(node: FormulaNode, queue: FormulaNode[]): void {
    let following: Vertex[] | null = null;
    const single = (reader: FormulaNode): void => {
      (following ??= []).push(reader);
      reader.waiting++;
      this.reach(reader, queue);
    };
    const range = (read: RangeNode): void => {
      (following ??= []).push(read);
      read.waiting++;
      this.reachRange(read, queue);
    };
    const { spill } = node.cell;
    if (spill) this.graph.readersOfArea(node.sheet, spill, single, range);
    else this.graph.readersOf(node.sheet, node.row, node.column, single, range);
    if (following) this.following.set(node, following);
  }

  private reachRange(first: RangeNode, queue: FormulaNode[]): void {
    const ranges = [first];
    for (let range = ranges.pop(); range; range = ranges.pop()) {
      if (this.dirtyRanges.has(range)) continue;
      this.dirtyRanges.add(range);
      for (const reader of range.dependents) {
        reader.waiting++;
        this.reach(reader, queue);
      }
      for (const larger of range.larger) {
        larger.waiting++;
        ranges.push(larger);
      }
    }
  }

  private *drain(
    ready: FormulaNode[],
    later: FormulaNode[],
    enqueue: (node: FormulaNode) => void,
  ): Generator<void> {
    let count = 0;
    for (let node = ready.pop() ?? later.pop(); node; node = ready.pop() ?? later.pop()) {
      let changed = node.stale && node.done;
      if (!node.done && node.stale) changed = this.evaluate(node);
      node.done = true;
      this.release(node, changed, enqueue);
      if (++count % TURN === 0) yield;
    }
  }

  /** Tells those who wait for a formula that it is calculated. */
  private release(node: FormulaNode, changed: boolean, enqueue: (node: FormulaNode) => void): void {
    const arrive = (reader: FormulaNode, stale: boolean): void => {
      if (stale) reader.stale = true;
      if (--reader.waiting === 0 && !this.circular.has(reader)) enqueue(reader);
    };
    const following = this.following.get(node);
    if (!following) return;
    const complete: RangeNode[] = [];
    const arriveAt = (range: RangeNode, stale: boolean): void => {
      if (stale) range.stale = true;
      if (--range.waiting === 0) complete.push(range);
    };
    for (const vertex of following) {
      if (isRange(vertex)) arriveAt(vertex, changed);
      else arrive(vertex, changed);
    }
    for (let range = complete.pop(); range; range = complete.pop()) {
      for (const reader of range.dependents) arrive(reader, range.stale);
      for (const larger of range.larger) arriveAt(larger, range.stale);
    }
  }

  private evaluate(node: FormulaNode): boolean {
    const { sheet, row, column } = node;
    // Edited between two turns: the cell is calculated anew after this run.
    if (sheet.formulas.get(cellKey(row, column)) !== node.cell) return false;
    const context = { services: this.services, sheet, row, column };
    const value = node.compiled.evaluate(context, null);
    if (node.compiled.foreign.size > 0) this.services.custom.finish(context);
    const outcome = putResult(node, value);
    if (outcome.blocked) this.blocked.set(node, outcome.blocked);
    else this.blocked.delete(node);
    if (outcome.changed) this.changed(sheet, node.cell.spill ?? node);
    for (const area of outcome.moved) {
      this.moved.push({ sheet, area });
      this.changed(sheet, area);
    }
    return outcome.changed;
  }

  private changed(sheet: SheetCore, { row, column, rows = 1, columns = 1 }: Position & Partial<Area>): void {
    const before = this.changes.get(sheet);
    const inside =
      before &&
      row >= before.row &&
      column >= before.column &&
      row + rows <= before.row + before.rows &&
      column + columns <= before.column + before.columns;
    const area = bounding(before ?? null, { row, column, rows, columns });
    if (!inside && area) this.changes.set(sheet, area);
  }

  /** Cells that depend on themselves are 0, as in Excel; the rest of what is left is then calculated. */
  private *breakCycles(
    left: readonly FormulaNode[],
    ready: FormulaNode[],
    later: FormulaNode[],
    enqueue: (node: FormulaNode) => void,
  ): Generator<void> {
    const members = cyclic<Vertex>(left, (vertex) =>
      isRange(vertex) ? [...vertex.dependents, ...vertex.larger] : (this.following.get(vertex) ?? []),
    );
    const circular = new Set<FormulaNode>();
    for (const vertex of members) if (!isRange(vertex)) circular.add(vertex);
    this.circular = circular;
    for (const node of circular) {
      node.done = true;
      if (putResult(node, 0).changed) this.changed(node.sheet, node);
    }
    for (const node of circular) this.release(node, true, enqueue);
    yield* this.drain(ready, later, enqueue);
  }
}
