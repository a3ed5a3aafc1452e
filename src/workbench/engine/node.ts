import type { SheetCore } from '../model/core';
import type { Area, FormulaCell } from '../model/types';
import type { Compiled } from './compile';
import type { PlacedArea } from './formula/references';

/**
 * A formula in its cell, or a filled column: a stretch of cells under one another whose formulas are the same seen
 * from their own rows. And where it stands in the calculation that runs.
 */
export interface FormulaNode {
  readonly sheet: SheetCore;
  readonly row: number;
  readonly column: number;
  /** 1 for a cell by itself. */
  rows: number;
  readonly compiled: Compiled;
  /** The model's cells that it was made from, each once; another one in their place means another formula. */
  cells: FormulaCell[];
  /** Cells that it reads; of a stretch those that all its rows read. */
  precedents: readonly PlacedArea[];
  /** Of a stretch: columns of which each row reads its own. The rows of these areas don't matter. */
  ownRow: readonly PlacedArea[];
  /** Precedents that still have to be calculated in this run. */
  waiting: number;
  /** A precedent changed (or the formula itself): without this it keeps its value. */
  stale: boolean;
  /** Rows of a stretch that are stale while the whole is not. */
  marks: RowMarks | null;
  /** Of a stretch, the rows that this run may reach. */
  from: number;
  to: number;
  queued: boolean;
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

export function formulaNode(
  given: Pick<FormulaNode, 'sheet' | 'row' | 'column' | 'rows' | 'compiled' | 'cells'>,
): FormulaNode {
  const { sheet, row, column, rows, compiled, cells } = given;
  const node = { sheet, row, column, rows, compiled, cells, precedents: [], ownRow: [] };
  return { ...node, waiting: 0, stale: false, marks: null, from: 0, to: 0, queued: false, done: false };
}

/** Some rows of a sheet. */
export class RowMarks {
  private flags: Uint8Array;
  first = Infinity;
  last = -1;

  constructor(
    private readonly row: number,
    rows: number,
  ) {
    this.flags = new Uint8Array(rows);
  }

  add(row: number): void {
    const index = row - this.row;
    if (index >= this.flags.length) {
      const grown = new Uint8Array(Math.max(index + 1, this.flags.length * 2));
      grown.set(this.flags);
      this.flags = grown;
    }
    this.flags[index] = 1;
    if (row < this.first) this.first = row;
    if (row > this.last) this.last = row;
  }

  has(row: number): boolean {
    return this.flags[row - this.row] === 1;
  }
}

/** Notes that some rows of a node have to be calculated. */
export function markRows(node: FormulaNode, from: number, to: number): void {
  if (node.stale) return;
  const first = Math.max(from, node.row);
  const last = Math.min(to, node.row + node.rows - 1);
  if (first > last) return;
  if (first === node.row && last === node.row + node.rows - 1) {
    node.stale = true;
    node.marks = null;
    return;
  }
  node.marks ??= new RowMarks(node.row, node.rows);
  for (let row = first; row <= last; row++) node.marks.add(row);
}

/** The model's cell of a node that is one cell. */
export function cellOf({ cells }: FormulaNode): FormulaCell {
  const [cell] = cells;
  if (!cell) throw new Error('A node has a cell.');
  return cell;
}

/** The area that a node's cells cover; without a spill. */
export function areaOf({ row, column, rows }: Pick<FormulaNode, 'row' | 'column' | 'rows'>): Area {
  return { row, column, rows, columns: 1 };
}
