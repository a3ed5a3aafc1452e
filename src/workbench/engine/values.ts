import type { SheetCore } from '../model/core';
import type { CellError, CellValue, ErrorCode } from '../model/types';

/* What a formula computes with. A scalar is what a cell can hold; null is a blank. */

export type Scalar = CellValue;

/** A rectangle of scalars: a computed matrix, or cells read where they stand. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): Scalar;
}

/** A computed array, row by row. */
export class Matrix implements Grid {
  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly data: readonly Scalar[],
  ) {}

  static from(lines: readonly (readonly Scalar[])[]): Matrix {
    const columns = Math.max(1, ...lines.map((line) => line.length));
    const data = lines.flatMap((line) =>
      Array.from({ length: columns }, (_, i) => (i < line.length ? (line[i] ?? null) : NA)),
    );
    return new Matrix(Math.max(1, lines.length), columns, data);
  }

  static column(values: readonly Scalar[]): Matrix {
    return new Matrix(values.length, 1, values);
  }

  static build(rows: number, columns: number, cell: (row: number, column: number) => Scalar): Matrix {
    const data = new Array<Scalar>(rows * columns);
    for (let r = 0, i = 0; r < rows; r++) for (let c = 0; c < columns; c++, i++) data[i] = cell(r, c);
    return new Matrix(rows, columns, data);
  }

  at(row: number, column: number): Scalar {
    return this.data[row * this.columns + column] ?? null;
  }
}

/** Cells of a sheet; reading is left to whoever needs the values. */
export class Reference implements Grid {
  constructor(
    readonly sheet: SheetCore,
    readonly row: number,
    readonly column: number,
    readonly rows: number,
    readonly columns: number,
  ) {}

  at(row: number, column: number): Scalar {
    return this.sheet.cells.value(this.row + row, this.column + column);
  }

  /** The same cells without the blank rest of the sheet below and to the right, but at least one. */
  get used(): Reference {
    const { rows, columns } = this.sheet.cells.extent;
    const height = Math.max(1, Math.min(this.rows, rows - this.row));
    const width = Math.max(1, Math.min(this.columns, columns - this.column));
    if (height === this.rows && width === this.columns) return this;
    return new Reference(this.sheet, this.row, this.column, height, width);
  }
}

/** Several references joined by commas. */
export class Union {
  constructor(readonly parts: readonly Reference[]) {}
}

/** A function as a value: made by LAMBDA, called by MAP and its kin or by name. */
export class Lambda {
  constructor(
    readonly parameters: number,
    readonly call: (args: readonly Value[]) => Value,
  ) {}
}

/** An argument left out between commas. */
export const OMITTED: unique symbol = Symbol('omitted');

export type Value = Scalar | Grid | Union | Lambda | typeof OMITTED;

const errors = new Map<ErrorCode, CellError>();

/** The error without a message; one object a code. */
export function errorOf(code: ErrorCode): CellError {
  let error = errors.get(code);
  if (!error) errors.set(code, (error = Object.freeze({ error: code })));
  return error;
}

export const NULL = errorOf('#NULL!');
export const DIV0 = errorOf('#DIV/0!');
export const VALUE = errorOf('#VALUE!');
export const REF = errorOf('#REF!');
export const NAME = errorOf('#NAME?');
export const NUM = errorOf('#NUM!');
export const NA = errorOf('#N/A');
export const SPILL = errorOf('#SPILL!');
export const CALC = errorOf('#CALC!');
export const BUSY = errorOf('#BUSY!');

export function isGrid(value: Value): value is Grid {
  return typeof value === 'object' && (value instanceof Reference || value instanceof Matrix);
}

export function isError(value: Value): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** A number that a cell can hold: anything else is #NUM!. */
export function finite(value: number): Scalar {
  if (!Number.isFinite(value)) return NUM;
  return value === 0 ? 0 : value;
}
