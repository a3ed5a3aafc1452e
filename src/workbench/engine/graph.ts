import { cellKey, columnOfKey, rowOfKey } from '../model/address';
import { overlap } from '../model/areas';
import type { SheetCore } from '../model/core';
import type { Area } from '../model/types';
import type { FormulaNode, RangeNode } from './node';
import { RowIndex } from './rowIndex';

/** Who is told that cells change. */
export interface Readers {
  /** Reads the cells, whichever of them changed. */
  single(node: FormulaNode): void;
  range(range: RangeNode): void;
  /** A filled column whose rows read the cells beside them. */
  ownRow(node: FormulaNode, from: number, to: number): void;
}

/** Who reads a sheet's cells. */
class SheetGraph {
  /** Cells by themselves. */
  readonly nodes = new Map<number, FormulaNode>();
  /** Filled columns, by the column, from top to bottom. */
  readonly filled = new Map<number, FormulaNode[]>();
  /** Readers of a single cell, by the cell: mostly one, which then stands for itself. */
  readonly readers = new Map<number, FormulaNode | Set<FormulaNode>>();
  readonly ranges = new Map<string, RangeNode>();
  readonly rangesByRow = new RowIndex<RangeNode>();
  /** By a column: the filled columns whose rows read their own cell of it. */
  readonly beside = new Map<number, Set<FormulaNode>>();

  filledAt(row: number, column: number): FormulaNode | undefined {
    return this.filled.get(column)?.find((node) => row >= node.row && row < node.row + node.rows);
  }
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
    for (const { nodes, filled } of this.sheets.values()) {
      yield* nodes.values();
      for (const stretches of filled.values()) yield* stretches;
    }
  }

  node(sheet: SheetCore, key: number): FormulaNode | undefined {
    const graph = this.sheets.get(sheet);
    return graph?.nodes.get(key) ?? graph?.filledAt(rowOfKey(key), columnOfKey(key));
  }

  add(node: FormulaNode): void {
    const graph = this.graphOf(node.sheet);
    if (node.rows === 1) graph.nodes.set(cellKey(node.row, node.column), node);
    else {
      const stretches = graph.filled.get(node.column);
      if (!stretches) graph.filled.set(node.column, [node]);
      else {
        const after = stretches.findIndex(({ row }) => row > node.row);
        stretches.splice(after < 0 ? stretches.length : after, 0, node);
      }
    }
    if (node.compiled.volatile) this.volatile.add(node);
    this.link(node);
  }

  remove(node: FormulaNode): void {
    this.unlink(node);
    this.volatile.delete(node);
    const graph = this.graphOf(node.sheet);
    if (node.rows === 1) {
      graph.nodes.delete(cellKey(node.row, node.column));
      return;
    }
    const stretches = graph.filled.get(node.column) ?? [];
    stretches.splice(stretches.indexOf(node), 1);
    if (stretches.length === 0) graph.filled.delete(node.column);
  }

  /** Gives a formula other precedents. */
  relink(node: FormulaNode, { precedents, ownRow }: Pick<FormulaNode, 'precedents' | 'ownRow'>): void {
    this.unlink(node);
    node.precedents = precedents;
    node.ownRow = ownRow;
    this.link(node);
  }

  /** Formulas in an area. */
  nodesIn(sheet: SheetCore, area: Area): FormulaNode[] {
    const graph = this.sheets.get(sheet);
    if (!graph) return [];
    const found = entriesIn(graph.nodes, area);
    const last = area.row + area.rows;
    for (const [column, stretches] of graph.filled) {
      if (column < area.column || column >= area.column + area.columns) continue;
      for (const node of stretches) if (node.row < last && node.row + node.rows > area.row) found.push(node);
    }
    return found;
  }

  /** Tells every reader of any cell of an area; a range is told when it holds the cell itself (not through a smaller one). */
  readersOf(sheet: SheetCore, area: Area, readers: Readers): void {
    const graph = this.sheets.get(sheet);
    if (!graph) return;
    if (area.rows === 1 && area.columns === 1) readersOfCell(graph, area.row, area.column, readers);
    else {
      for (const reader of entriesIn(graph.readers, area)) eachReader(reader, (node) => readers.single(node));
      for (const item of graph.ranges.values()) if (overlap(item.area, area)) readers.range(item);
    }
    if (graph.beside.size > 0) readersBeside(graph, area, readers);
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
    this.eachBeside(node, (graph, column) => {
      const nodes = graph.beside.get(column);
      if (nodes) nodes.add(node);
      else graph.beside.set(column, new Set([node]));
    });
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
    this.eachBeside(node, (graph, column) => {
      const nodes = graph.beside.get(column);
      nodes?.delete(node);
      if (nodes?.size === 0) graph.beside.delete(column);
    });
  }

  private eachBeside({ ownRow }: FormulaNode, visit: (graph: SheetGraph, column: number) => void): void {
    for (const { sheet, area } of ownRow) {
      const graph = this.graphOf(sheet);
      for (let column = area.column; column < area.column + area.columns; column++) visit(graph, column);
    }
  }

  private graphOf(sheet: SheetCore): SheetGraph {
    let graph = this.sheets.get(sheet);
    if (!graph) this.sheets.set(sheet, (graph = new SheetGraph()));
    return graph;
  }
}

function readersOfCell(graph: SheetGraph, row: number, column: number, readers: Readers): void {
  const reader = graph.readers.get(cellKey(row, column));
  if (reader) eachReader(reader, (node) => readers.single(node));
  if (graph.ranges.size === 0) return;
  graph.rangesByRow.at(row, (item) => {
    if (column >= item.area.column && column < item.area.column + item.area.columns) readers.range(item);
  });
}

function readersBeside(graph: SheetGraph, area: Area, readers: Readers): void {
  const tell = (nodes: Iterable<FormulaNode>): void => {
    for (const node of nodes) {
      const from = Math.max(area.row, node.row);
      const to = Math.min(area.row + area.rows, node.row + node.rows) - 1;
      if (from <= to) readers.ownRow(node, from, to);
    }
  };
  if (area.columns === 1) {
    const nodes = graph.beside.get(area.column);
    if (nodes) tell(nodes);
    return;
  }
  for (const [column, nodes] of graph.beside) {
    if (column >= area.column && column < area.column + area.columns) tell(nodes);
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
