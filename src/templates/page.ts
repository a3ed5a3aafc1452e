import type { Area, Position } from '../domain/address';
import { linesOf } from './measure';
import type { CellBlock, PlanCell, StyleName } from '../plan/types';

/** One cell's content with its look, for rows whose cells look different. */
export interface StyledCell {
  readonly value: PlanCell;
  readonly style: StyleName;
  readonly format?: string;
}

/** Height in points of the row between two parts. */
export const SPACE = 10;

/** Fills a sheet from the top down: blocks of cells, merged lines, row heights. */
export class Page {
  readonly blocks: CellBlock[] = [];
  readonly heights: Record<number, number> = {};
  /** Rows that begin a part which is not to be cut in two on paper. */
  readonly sections: number[] = [];
  /** The next free row. */
  row = 0;

  /** `lineWidth` counts the digits of the default font that fit over the whole width. */
  constructor(
    readonly columns: number,
    private readonly lineWidth: number,
  ) {}

  /** One text over the whole width, in the first cell (it flows over the blank ones). */
  line(value: PlanCell, style: StyleName, height?: number): Position {
    const at = { row: this.row, column: 0 };
    this.blocks.push({ at, cells: [[value]], style });
    this.advance(1, height);
    return at;
  }

  /** Text that wraps over the whole width; a formula's room is that of a text `like` its answer. */
  paragraph(value: PlanCell, like: string): void {
    this.merged(this.row, 0, this.columns, { value, style: 'prose' });
    this.advance(1, linesOf(like, this.lineWidth) * 16 + 4);
  }

  /** Small print over the whole width. */
  note(text: string): void {
    this.merged(this.row, 0, this.columns, { value: text, style: 'note' });
    this.advance(1, linesOf(text, this.lineWidth * 1.2) * 13 + 3);
  }

  /** Several columns of one row joined to one cell. */
  merged(row: number, column: number, columns: number, { value, style, format }: StyledCell): void {
    const cells = [[value, ...Array.from({ length: columns - 1 }, () => null)]];
    this.blocks.push({ at: { row, column }, cells, style, format, merge: columns > 1 });
  }

  /** Cells side by side from `column` on in a given row; neighbours that look the same become one block. */
  cells(row: number, column: number, cells: readonly StyledCell[]): void {
    let start = 0;
    for (let i = 1; i <= cells.length; i++) {
      const first = cells[start];
      const next = cells[i];
      if (!first || (next && next.style === first.style && next.format === first.format)) continue;
      const values = cells.slice(start, i).map(({ value }) => value);
      this.blocks.push({
        at: { row, column: column + start },
        cells: [values],
        style: first.style,
        format: first.format,
      });
      start = i;
    }
  }

  /** A rectangle of cells that look alike; does not move the next free row. */
  block(at: Position, cells: readonly (readonly PlanCell[])[], style: StyleName, format?: string): Area {
    if (cells.length > 0) this.blocks.push({ at, cells, style, format });
    return { ...at, rows: cells.length, columns: cells[0]?.length ?? 0 };
  }

  /** Begins a part which is not to be cut in two on paper. */
  section(): void {
    this.sections.push(this.row);
  }

  /** A low blank row. */
  space(): void {
    this.advance(1, SPACE);
  }

  advance(rows: number, height?: number): void {
    if (height !== undefined) for (let i = 0; i < rows; i++) this.heights[this.row + i] = height;
    this.row += rows;
  }
}

const LAST_ROW = 1_048_576;

/** The first columns of a sheet with all their rows, also those typed later; what only Daybook needs is not printed. */
export function printedColumns(columns: number): Area {
  return { row: 0, column: 0, rows: LAST_ROW, columns };
}
