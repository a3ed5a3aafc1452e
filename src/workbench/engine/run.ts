import { cellKey } from '../model/address';
import { bounding, contains } from '../model/areas';
import type { SheetCore } from '../model/core';
import type { Area } from '../model/types';
import type { Services } from './context';
import { cyclic } from './cycles';
import type { PlacedArea } from './formula/references';
import type { DependencyGraph } from './graph';
import { areaOf, cellOf, markRows, type FormulaNode, type RangeNode } from './node';
import { putCell, putResult, toCell } from './results';
import { isGrid } from './values';

type Vertex = FormulaNode | RangeNode;

const isRange = (vertex: Vertex): vertex is RangeNode => 'dependents' in vertex;

/** Who waits for a formula. */
interface Following {
  readonly nodes: FormulaNode[];
  readonly ranges: RangeNode[];
  /** Filled columns whose rows read the cell beside them. */
  readonly beside: FormulaNode[];
}

/** Formulas that reach each other through OFFSET or INDIRECT go no deeper than this. */
const MAX_DEPTH = 300;

/** Formulas that are calculated in one turn. */
const TURN = 64;

const NO_ROWS: readonly number[] = [];

/**
 * One calculation: marks everything that depends on what changed, counting for each formula and range how many of its
 * precedents are marked too; then calculates whatever waits for nothing, until all is done. What is left over depends
 * on itself. A formula none of whose precedents came out different keeps its value. A filled column waits and is
 * calculated as one, of its rows only those that are stale.
 */
export class Run {
  /** For each sheet the area around all cells that got another value. */
  readonly changes = new Map<SheetCore, Area>();
  /** Cells that spills took or gave back: their readers have to be calculated in another run. */
  readonly moved: PlacedArea[] = [];
  circular: ReadonlySet<FormulaNode> = new Set();
  /** Filled columns that have to be calculated cell by cell: a cell needs another one of its column, or spills. */
  readonly tangled = new Set<FormulaNode>();
  /** What waits for tangled columns. */
  left: readonly FormulaNode[] = [];

  /** Everything that was marked. */
  readonly dirty = new Set<FormulaNode>();
  private readonly dirtyRanges = new Set<RangeNode>();
  private readonly following = new Map<FormulaNode, Following>();
  private readonly changedRows = new Map<FormulaNode, readonly number[]>();
  private depth = 0;
  /** What is being calculated. */
  private at: FormulaNode | null = null;

  constructor(
    private readonly graph: DependencyGraph,
    private readonly services: Services,
    private readonly blocked: Map<FormulaNode, Area>,
    /** Whether a cell was edited since the run began: it is calculated anew after it. */
    private readonly isEdited: (sheet: SheetCore, row: number, column: number) => boolean,
  ) {}

  /** Marks all that depends on changed cells and on formulas that must be calculated. */
  mark(changed: readonly PlacedArea[], stale: Iterable<FormulaNode>): void {
    const queue: FormulaNode[] = [];
    const whole = (node: FormulaNode): void => {
      node.stale = true;
      node.marks = null;
      this.reach(node, node.row, node.row + node.rows - 1, queue);
    };
    for (const node of stale) {
      if (node.marks) this.reach(node, node.marks.first, node.marks.last, queue);
      else whole(node);
    }
    const changedRanges = new Set<RangeNode>();
    for (const { sheet, area } of changed) {
      this.graph.readersOf(sheet, area, {
        single: whole,
        range: (range) => changedRanges.add(range),
        ownRow: (node, from, to) => {
          markRows(node, from, to);
          this.reach(node, from, to, queue);
        },
      });
    }
    // A set may grow while it is walked: larger ranges follow the smaller ones they stand on.
    for (const range of changedRanges) {
      range.dependents.forEach(whole);
      range.larger.forEach((larger) => changedRanges.add(larger));
    }
    for (let i = 0; i < queue.length; i++) {
      const node = queue[i];
      if (node) this.reachReaders(node, queue);
    }
    this.countWaiting();
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
        node.marks = null;
        node.done = false;
        node.queued = false;
      }
      for (const range of this.dirtyRanges) {
        range.waiting = 0;
        range.stale = false;
      }
    }
  }

  /** Calculates marked formulas in an area now. */
  settle(sheet: SheetCore, area: Area): void {
    if (this.depth >= MAX_DEPTH || this.hasWaitedFor(sheet, area)) return;
    const nodes = this.graph.nodesIn(sheet, area);
    this.depth++;
    for (const node of nodes) {
      if (node.done || !this.dirty.has(node)) continue;
      // Marked as done before its precedents are looked at, so that a cycle ends here.
      node.done = true;
      const { at } = this;
      this.at = null;
      for (const precedent of node.precedents) this.settle(precedent.sheet, precedent.area);
      for (const { sheet: other, area: beside } of node.ownRow) {
        this.settle(other, { ...beside, row: node.row, rows: node.rows });
      }
      node.stale = true;
      if (node.rows > 1) for (const turn of this.evaluateRows(node)) void turn;
      else this.evaluate(node);
      this.at = at;
    }
    this.depth--;
  }

  /** INDEX(a):INDEX(b) lies within what its formula names, mostly: that is calculated. */
  private hasWaitedFor(sheet: SheetCore, area: Area): boolean {
    return this.at?.precedents.some((read) => read.sheet === sheet && contains(read.area, area)) ?? false;
  }

  /** Marks a node, of a filled column some rows; who reads it is found (again) when its turn in the queue comes. */
  private reach(node: FormulaNode, from: number, to: number, queue: FormulaNode[]): void {
    if (!this.dirty.has(node)) {
      this.dirty.add(node);
      node.from = from;
      node.to = to;
    } else {
      if (from >= node.from && to <= node.to) return;
      node.from = Math.min(from, node.from);
      node.to = Math.max(to, node.to);
    }
    if (node.queued) return;
    node.queued = true;
    queue.push(node);
  }

  private reachReaders(node: FormulaNode, queue: FormulaNode[]): void {
    node.queued = false;
    const following: Following = { nodes: [], ranges: [], beside: [] };
    const area = node.rows > 1 ? areaOf({ ...node, row: node.from, rows: node.to - node.from + 1 }) : null;
    this.graph.readersOf(node.sheet, area ?? cellOf(node).spill ?? areaOf(node), {
      single: (reader) => {
        following.nodes.push(reader);
        this.reach(reader, reader.row, reader.row + reader.rows - 1, queue);
      },
      range: (read) => {
        following.ranges.push(read);
        this.reachRange(read, queue);
      },
      ownRow: (reader, from, to) => {
        following.beside.push(reader);
        this.reach(reader, from, to, queue);
      },
    });
    if (following.nodes.length + following.ranges.length + following.beside.length > 0) {
      this.following.set(node, following);
    }
  }

  private reachRange(first: RangeNode, queue: FormulaNode[]): void {
    const ranges = [first];
    for (let range = ranges.pop(); range; range = ranges.pop()) {
      if (this.dirtyRanges.has(range)) continue;
      this.dirtyRanges.add(range);
      for (const reader of range.dependents) {
        this.reach(reader, reader.row, reader.row + reader.rows - 1, queue);
      }
      ranges.push(...range.larger);
    }
  }

  private countWaiting(): void {
    const wait = (vertex: Vertex): unknown => vertex.waiting++;
    for (const { nodes, ranges, beside } of this.following.values()) {
      nodes.forEach(wait);
      ranges.forEach(wait);
      beside.forEach(wait);
    }
    for (const range of this.dirtyRanges) {
      range.dependents.forEach(wait);
      range.larger.forEach(wait);
    }
  }

  private *drain(
    ready: FormulaNode[],
    later: FormulaNode[],
    enqueue: (node: FormulaNode) => void,
  ): Generator<void> {
    let count = 0;
    for (let node = ready.pop() ?? later.pop(); node; node = ready.pop() ?? later.pop()) {
      if (node.rows > 1) {
        if (!node.done && (node.stale || node.marks)) yield* this.evaluateRows(node);
        node.done = true;
        // Whoever waits for it does so until the column has been taken apart.
        if (!this.tangled.has(node)) this.releaseRows(node, enqueue);
        continue;
      }
      let changed = node.stale && node.done;
      if (!node.done && node.stale) changed = this.evaluate(node);
      node.done = true;
      this.release(node, changed, enqueue);
      if (++count % TURN === 0) yield;
    }
  }

  /** Tells those who wait for a formula that it is calculated. */
  private release(node: FormulaNode, changed: boolean, enqueue: (node: FormulaNode) => void): void {
    const following = this.following.get(node);
    if (!following) return;
    if (changed) {
      const { row, rows } = cellOf(node).spill ?? node;
      for (const reader of following.beside) markRows(reader, row, row + rows - 1);
    }
    this.arrive(following, changed, enqueue);
  }

  private releaseRows(node: FormulaNode, enqueue: (node: FormulaNode) => void): void {
    const following = this.following.get(node);
    if (!following) return;
    const rows = this.changedRows.get(node) ?? NO_ROWS;
    const all = rows.length === node.rows;
    for (const reader of following.beside) {
      if (all) markRows(reader, node.row, node.row + node.rows - 1);
      else for (const row of rows) markRows(reader, row, row);
    }
    this.arrive(following, rows.length > 0, enqueue);
  }

  private arrive(following: Following, changed: boolean, enqueue: (node: FormulaNode) => void): void {
    const complete: RangeNode[] = [];
    const arriveAt = (reader: FormulaNode, stale: boolean): void => {
      if (stale) {
        reader.stale = true;
        reader.marks = null;
      }
      if (--reader.waiting === 0 && !this.circular.has(reader)) enqueue(reader);
    };
    const arriveAtRange = (range: RangeNode, stale: boolean): void => {
      if (stale) range.stale = true;
      if (--range.waiting === 0) complete.push(range);
    };
    for (const reader of following.nodes) arriveAt(reader, changed);
    for (const reader of following.beside) arriveAt(reader, false);
    for (const range of following.ranges) arriveAtRange(range, changed);
    for (let range = complete.pop(); range; range = complete.pop()) {
      for (const reader of range.dependents) arriveAt(reader, range.stale);
      for (const larger of range.larger) arriveAtRange(larger, range.stale);
    }
  }

  private evaluate(node: FormulaNode): boolean {
    const { sheet, row, column } = node;
    // Edited between two turns: the cell is calculated anew after this run.
    if (sheet.formulas.get(cellKey(row, column)) !== cellOf(node)) return false;
    const context = { services: this.services, sheet, row, column };
    this.at = node;
    const value = node.compiled.evaluate(context, null);
    if (node.compiled.foreign.size > 0) this.services.custom.finish(context);
    const outcome = putResult(node, value);
    if (outcome.blocked) this.blocked.set(node, outcome.blocked);
    else this.blocked.delete(node);
    if (outcome.changed) this.changed(sheet, cellOf(node).spill ?? areaOf(node));
    for (const area of outcome.moved) {
      this.moved.push({ sheet, area });
      this.changed(sheet, area);
    }
    return outcome.changed;
  }

  /** Calculates the stale rows of a filled column. */
  private *evaluateRows(node: FormulaNode): Generator<void> {
    const { sheet, column, marks, compiled } = node;
    const first = marks?.first ?? node.row;
    const last = marks?.last ?? node.row + node.rows - 1;
    const context = { services: this.services, sheet, row: first, column };
    const changed: number[] = [];
    for (let row = first, count = 0; row <= last; row++) {
      if (marks && !marks.has(row)) continue;
      if (++count % TURN === 0) yield;
      if (this.isEdited(sheet, row, column)) continue;
      context.row = row;
      this.at = node;
      const value = compiled.evaluate(context, null);
      if (isGrid(value) && value.rows * value.columns > 1) {
        this.tangled.add(node);
        break;
      }
      if (putCell(sheet, row, column, toCell(value))) changed.push(row);
    }
    const [top, bottom] = [changed[0], changed.at(-1)];
    if (top === undefined || bottom === undefined) return;
    this.changedRows.set(node, changed);
    this.changed(sheet, areaOf({ column, row: top, rows: bottom - top + 1 }));
  }

  private changed(sheet: SheetCore, area: Area): void {
    const before = this.changes.get(sheet);
    const { row, column, rows, columns } = area;
    const inside =
      before &&
      row >= before.row &&
      column >= before.column &&
      row + rows <= before.row + before.rows &&
      column + columns <= before.column + before.columns;
    if (!inside) this.changes.set(sheet, bounding(before ?? null, area) ?? area);
  }

  /** Cells that depend on themselves are 0, as in Excel; the rest of what is left is then calculated. */
  private *breakCycles(
    left: readonly FormulaNode[],
    ready: FormulaNode[],
    later: FormulaNode[],
    enqueue: (node: FormulaNode) => void,
  ): Generator<void> {
    const members = cyclic<Vertex>(left, (vertex) => this.successors(vertex));
    const circular = new Set<FormulaNode>();
    for (const vertex of members) {
      if (isRange(vertex)) continue;
      // Seen as a whole a column may need itself though none of its cells does.
      if (vertex.rows > 1) this.tangled.add(vertex);
      else circular.add(vertex);
    }
    if (this.tangled.size > 0) {
      this.left = left;
      return;
    }
    this.circular = circular;
    for (const node of circular) {
      node.done = true;
      if (putResult(node, 0).changed) this.changed(node.sheet, areaOf(node));
    }
    for (const node of circular) this.release(node, true, enqueue);
    yield* this.drain(ready, later, enqueue);
  }

  private successors(vertex: Vertex): readonly Vertex[] {
    if (isRange(vertex)) return [...vertex.dependents, ...vertex.larger];
    const following = this.following.get(vertex);
    return following ? [...following.nodes, ...following.ranges, ...following.beside] : [];
  }
}
