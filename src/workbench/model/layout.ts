import { editStretch, type StructuralEdit } from './edit';
import { MAX_COLUMNS, MAX_ROWS } from './address';
import type { CellStyle } from './types';

/** A row's or column's own size (points or characters), visibility and style. */
export interface Line {
  readonly size?: number;
  readonly hidden?: boolean;
  readonly style?: CellStyle;
  readonly outline?: number;
}

/** Rows or columns that differ from the rest of the sheet. */
export class Lines {
  private own = new Map<number, Line>();
  /** Set when every line was given a size at once. */
  private common: Line = {};

  constructor(
    private readonly axis: 'rows' | 'columns',
    private readonly defaultSize: number,
  ) {}

  line(index: number): Line {
    return this.own.get(index) ?? this.common;
  }

  size(index: number): number {
    return this.line(index).size ?? this.defaultSize;
  }

  get entries(): ReadonlyMap<number, Line> {
    return this.own;
  }

  change(first: number, count: number, change: Line): void {
    if (count >= (this.axis === 'rows' ? MAX_ROWS : MAX_COLUMNS)) {
      this.common = tidy({ ...this.common, ...change });
      for (const [index, line] of this.own) this.own.set(index, tidy({ ...line, ...change }));
      return;
    }
    for (let index = first; index < first + count; index++) {
      this.own.set(index, tidy({ ...this.line(index), ...change }));
      if (isEmpty(this.line(index)) && isEmpty(this.common)) this.own.delete(index);
    }
  }

  /** What all lines share that are not among the entries. */
  get shared(): Line {
    return this.common;
  }

  shift(edit: StructuralEdit): void {
    const moved = new Map<number, Line>();
    for (const [index, line] of this.own) {
      const stretch = editStretch(index, index + 1, edit);
      if (stretch) moved.set(stretch.start, line);
    }
    // New lines look like the one before them, as in Excel.
    const before = edit.at > 0 ? this.own.get(edit.at - 1) : undefined;
    for (let i = 0; before && i < edit.count; i++) moved.set(edit.at + i, { ...before, hidden: undefined });
    this.own = new Map([...moved].sort(([a], [b]) => a - b));
  }
}

function tidy(line: Line): Line {
  return Object.fromEntries(
    Object.entries(line).filter(([, value]) => value !== undefined && value !== false),
  );
}

function isEmpty(line: Line): boolean {
  return Object.keys(line).length === 0;
}
