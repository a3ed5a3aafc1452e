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

/** Cells that some formulas read as a whole; shared by all that read the same. */
export interface RangeNode {
  readonly sheet: SheetCore;
  readonly area: Area;
  readonly dependents: Set<FormulaNode>;
  waiting: number;
  stale: boolean;
}

/** Who reads a sheet's cells. */
class SheetGraph {
  readonly nodes = new Map<number, FormulaNode>();
  /** Readers of a single cell, by the cell. */
  readonly readers = new Map<number, Set<FormulaNode>>();
  readonly ranges = new Map<string, RangeNode>();
  readonly rangesByRow = new RowIndex<RangeNode>();
}

/** Every formula of a workbook and what it reads: the dependency graph. */
export class DependencyGraph {
  private sheets = new Map<SheetCore, SheetGraph>();

  clear(): void {
    this.sheets = new Map();
  }

  *nodes(): Generator<FormulaNode> {
    for (const { nodes } of this.sheets.values()) yield* nodes.values();
  }

  node(sheet: SheetCore, key: number): FormulaNode | undefined {
    return this.sheets.get(sheet)?.nodes.get(key);
  }

  add(node: FormulaNode): void {
    this.graphOf(node.sheet).nodes.set(cellKey(node.row, node.column), node);
    this.link(node);
  }

  remove(node: FormulaNode): void {
    this.unlink(node);
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

  /** Calls `single` for every formula that reads the cell alone and `range` for every range that holds it. */
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
    if (readers) for (const node of readers) single(node);
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
    for (const readers of entriesIn(graph.readers, area)) for (const node of readers) single(node);
    for (const item of graph.ranges.values()) if (overlap(item.area, area)) range(item);
  }

  private link(node: FormulaNode): void {
    for (const { sheet, area } of node.precedents) {
      const graph = this.graphOf(sheet);
      if (area.rows === 1 && area.columns === 1) {
        const key = cellKey(area.row, area.column);
        const readers = graph.readers.get(key);
        if (readers) readers.add(node);
        else graph.readers.set(key, new Set([node]));
        continue;
      }
      const key = rangeKey(area);
      let range = graph.ranges.get(key);
      if (!range) {
        range = { sheet, area, dependents: new Set(), waiting: 0, stale: false };
        graph.ranges.set(key, range);
        graph.rangesByRow.add(range);
      }
      range.dependents.add(node);
    }
  }

  private unlink(node: FormulaNode): void {
    for (const { sheet, area } of node.precedents) {
      const graph = this.graphOf(sheet);
      if (area.rows === 1 && area.columns === 1) {
        const key = cellKey(area.row, area.column);
        const readers = graph.readers.get(key);
        readers?.delete(node);
        if (readers?.size === 0) graph.readers.delete(key);
        continue;
      }
      const key = rangeKey(area);
      const range = graph.ranges.get(key);
      range?.dependents.delete(node);
      if (range?.dependents.size === 0) {
        graph.ranges.delete(key);
        graph.rangesByRow.remove(range);
      }
    }
  }

  private graphOf(sheet: SheetCore): SheetGraph {
    let graph = this.sheets.get(sheet);
    if (!graph) this.sheets.set(sheet, (graph = new SheetGraph()));
    return graph;
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
