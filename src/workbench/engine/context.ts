import type { SheetCore, WorkbookCore } from '../model/core';
import type { Culture } from './coercion';
import type { ColumnIndexes } from './columnIndex';
import type { Criteria } from './criteria';
import type { Reference, Value } from './values';

/** What functions and compiled formulas may ask of the calculation they run in. */
export interface Services {
  readonly book: WorkbookCore;
  readonly culture: Culture;
  readonly indexes: ColumnIndexes;
  readonly criteria: Criteria;
  readonly custom: CustomCaller;
  /** The moment of this calculation, the same for every TODAY and NOW in it. */
  readonly now: number;
  /** Grows whenever names, tables or sheets may mean something else. */
  readonly epoch: number;
  /** Makes sure that cells found while calculating (OFFSET, INDIRECT) are calculated before they are read. */
  settle(reference: Reference): void;
  /** Evaluates a formula text as if it stood in the given cell. */
  evaluateText(formula: string, at: Context): Value;
}

/** The functions that an add-in brought. */
export interface CustomCaller {
  has(name: string): boolean;
  call(name: string, args: readonly Value[], context: Context): Value;
  /** Called when a cell that uses them has been calculated. */
  finish(context: Context): void;
}

/** The cell that a formula is evaluated for. */
export interface Context {
  readonly services: Services;
  readonly sheet: SheetCore;
  readonly row: number;
  readonly column: number;
}

/** Names that LET and LAMBDA bound, innermost first. */
export interface Scope {
  readonly name: string;
  readonly value: Value;
  readonly outer: Scope | null;
}

/** A compiled formula or part of one. */
export type Evaluate = (context: Context, scope: Scope | null) => Value;
