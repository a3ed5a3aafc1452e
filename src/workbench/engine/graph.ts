import { cellKey, columnOfKey, rowOfKey } from '../model/address';
import { overlap } from '../model/areas';
import type { SheetCore } from '../model/core';
import type { Area, FormulaCell } from '../model/types';
import type { Compiled } from './compile';
import type { PlacedArea } from './formula/references';
import { RowIndex } from './rowIndex';

/** A formula in its cell, and where it stands in the calculation that runs. */
export interface FormulaNode {
  readonly sheet: SheetCore;
  readonly row: number;
  readonly column: number;
  readonly compiled: Compiled;
  /** The model's cell that it was made from; another one there means another formula. */
  cell: FormulaCell;
  precedents: readonly PlacedArea[];
  /** Precedents that still have to be calculated in this run. */
  waiting: number;
  /** A precedent changed (or the formula itself): without this it keeps its value. */
  stale: boolean;
  done: boolean;
}

/**
 * Cells that some formulas read as a whole; shared by all that read the same. A range that is another one and a row
 * more (running totals: B$2:B3, B$2:B4, …) stands on it: only its own row is looked up, the rest reaches it through
 * the smaller one.
 */
export interface RangeNode {
  readonly sheet: SheetCore;
  /** The rows that are looked up. */
  readonly area: Area;
  readonly key: string;
  readonly dependents: Set<FormulaNode>;
  readonly smaller: RangeNode | null;
  readonly larger: Set<RangeNode>;
  waiting: number;
  stale: boolean;
}

/** Who reads a sheet's cells. */
class SheetGraph {
  readonly nodes = new Map<number, FormulaNode>();
  /** Readers of a single cell, by the cell: mostly one, which then stands for itself. */
  readonly readers = new Map<number, FormulaNode | Set<FormulaNode>>();
  readonly ranges = new Map<string, RangeNode>();
  readonly rangesByRow = new RowIndex<RangeNode>();
}

/** Every formula of a workbook and what it reads: the dependency graph. */
export class DependencyGraph {
  /** Formulas to be calculated every time. */
  readonly volatile = new Set<FormulaNode>();
  private sheets = new Map<SheetCore, SheetGraph>();

  clear(): void {
    this.sheets = new Map();
    this.volatile.clear();
  }

  *nodes(): Generator<FormulaNode> {
    for (const { nodes } of this.sheets.values()) yield* nodes.values();
  }

  node(sheet: SheetCore, key: number): FormulaNode | undefined {
    return this.sheets.get(sheet)?.nodes.get(key);
  }

  add(node: FormulaNode): void {
    this.graphOf(node.sheet).nodes.set(cellKey(node.row, node.column), node);
    if (node.compiled.volatile) this.volatile.add(node);
    this.link(node);
  }

  remove(node: FormulaNode): void {
    this.unlink(node);
    this.volatile.delete(node);
    this.graphOf(node.sheet).nodes.delete(cellKey(node.row, node.column));
  }

  /** Gives a formula other precedents. */
  relink(node: FormulaNode, precedents: readonly PlacedArea[]): void {
    this.unlink(node);
    node.precedents = precedents;
    this.link(node);
  }

  /** Formulas in an area. */
  nodesIn(sheet: SheetCore, area: Area): FormulaNode[] {
    const nodes = this.sheets.get(sheet)?.nodes;
    return nodes ? entriesIn(nodes, area) : [];
  }

  /**
   * Calls `single` for every formula that reads the cell alone and `range` for every range that holds it itself (and
   * not through a smaller one).
   */
  readersOf(
    sheet: SheetCore,
    row: number,
    column: number,
    single: (node: FormulaNode) => void,
    range: (range: RangeNode) => void,
  ): void {
    const graph = this.sheets.get(sheet);
    if (!graph) return;
    const readers = graph.readers.get(cellKey(row, column));
    if (readers) eachReader(readers, single);
    if (graph.ranges.size === 0) return;
    graph.rangesByRow.at(row, (item) => {
      if (column >= item.area.column && column < item.area.column + item.area.columns) range(item);
    });
  }

  /** As readersOf, for any cell of an area; each range comes once. */
  readersOfArea(
    sheet: SheetCore,
    area: Area,
    single: (node: FormulaNode) => void,
    range: (range: RangeNode) => void,
  ): void {
    const graph = this.sheets.get(sheet);
    if (!graph) return;
    if (area.rows === 1 && area.columns === 1) {
      this.readersOf(sheet, area.row, area.column, single, range);
      return;
    }
    for (const readers of entriesIn(graph.readers, area)) eachReader(readers, single);
    for (const item of graph.ranges.values()) if (overlap(item.area, area)) range(item);
  }

  private link(node: FormulaNode): void {
    for (const { sheet, area } of node.precedents) {
      const graph = this.graphOf(sheet);
      if (area.rows === 1 && area.columns === 1) {
        const key = cellKey(area.row, area.column);
        const readers = graph.readers.get(key);
        if (readers === undefined || readers === node) graph.readers.set(key, node);
        else if (readers instanceof Set) readers.add(node);
        else graph.readers.set(key, new Set([readers, node]));
        continue;
      }
      const range = graph.ranges.get(rangeKey(area)) ?? addRange(graph, sheet, area);
      range.dependents.add(node);
    }
  }

  private unlink(node: FormulaNode): void {
    for (const { sheet, area } of node.precedents) {
      const graph = this.graphOf(sheet);
      if (area.rows === 1 && area.columns === 1) {
        const key = cellKey(area.row, area.column);
        const readers = graph.readers.get(key);
        if (readers instanceof Set) readers.delete(node);
        if (readers === node || (readers instanceof Set && readers.size === 0)) graph.readers.delete(key);
        continue;
      }
      const range = graph.ranges.get(rangeKey(area));
      range?.dependents.delete(node);
      if (range) dropUnread(graph, range);
    }
  }

  private graphOf(sheet: SheetCore): SheetGraph {
    let graph = this.sheets.get(sheet);
    if (!graph) this.sheets.set(sheet, (graph = new SheetGraph()));
    return graph;
  }
}

function eachReader(readers: FormulaNode | Set<FormulaNode>, visit: (node: FormulaNode) => void): void {
  if (readers instanceof Set) readers.forEach(visit);
  else visit(readers);
}

function addRange(graph: SheetGraph, sheet: SheetCore, area: Area): RangeNode {
  const shorter = { ...area, rows: area.rows - 1 };
  const smaller = graph.ranges.get(rangeKey(shorter)) ?? null;
  const range: RangeNode = {
    sheet,
    area: smaller ? { ...area, row: area.row + shorter.rows, rows: 1 } : area,
    key: rangeKey(area),
    dependents: new Set(),
    smaller,
    larger: new Set(),
    waiting: 0,
    stale: false,
  };
  smaller?.larger.add(range);
  graph.ranges.set(range.key, range);
  graph.rangesByRow.add(range);
  return range;
}

/** Takes out a range that nobody reads, and those below it that were only kept for it. */
function dropUnread(graph: SheetGraph, unread: RangeNode): void {
  for (let range: RangeNode | null = unread; range; range = range.smaller) {
    if (range.dependents.size > 0 || range.larger.size > 0) return;
    graph.ranges.delete(range.key);
    graph.rangesByRow.remove(range);
    range.smaller?.larger.delete(range);
  }
}

function rangeKey({ row, column, rows, columns }: Area): string {
  return `${row},${column},${rows},${columns}`;
}

/** Entries of a map by cell that lie in an area, by whichever way is shorter. */
export function entriesIn<T>(map: ReadonlyMap<number, T>, area: Area): T[] {
  const found: T[] = [];
  if (area.rows * area.columns <= map.size) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const entry = map.get(cellKey(row, column));
        if (entry !== undefined) found.push(entry);
      }
    }
    return found;
  }
  for (const [key, entry] of map) {
    const row = rowOfKey(key);
    const column = columnOfKey(key);
    const inRows = row >= area.row && row < area.row + area.rows;
    if (inRows && column >= area.column && column < area.column + area.columns) found.push(entry);
  }
  return found;
}
