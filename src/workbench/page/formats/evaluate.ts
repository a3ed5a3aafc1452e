import { Calculator } from '../../engine/calculator';
import { compileFormula, type Compiled } from '../../engine/compile';
import { lookUpFunction } from '../../engine/functions/registry';
import { isGrid, Lambda, NAME, OMITTED, Union, VALUE, type Value } from '../../engine/values';
import type { SheetCore, WorkbookCore } from '../../model/core';
import type { CellValue, Position, SheetModel } from '../../model/types';

/**
 * Calculates a formula of a rule as if it stood in the cell `at`, its relative references written for `origin`.
 * Always a matrix: one row of one value for a scalar.
 */
export type Evaluate = (sheet: SheetModel, formula: string, origin: Position, at: Position) => CellValue[][];

/** Rules are calculated beside the sheet: nothing is written, and custom functions are not known to them, as in Excel. */
export function createEvaluate(): Evaluate {
  const services = new WeakMap<SheetModel['workbook'], Calculator>();
  const compiled = new Map<string, Compiled | null>();
  return (sheet, formula, origin, at) => {
    let calculator = services.get(sheet.workbook);
    if (!calculator) {
      calculator = new Calculator(sheet.workbook as WorkbookCore);
      services.set(sheet.workbook, calculator);
    }
    const key = `${origin.row},${origin.column}${formula}`;
    let ready = compiled.get(key);
    if (ready === undefined) {
      ready = compileOrNull(formula, origin);
      compiled.set(key, ready);
    }
    if (!ready) return [[NAME]];
    calculator.now = Date.now();
    calculator.indexes.begin();
    const context = { services: calculator, sheet: sheet as SheetCore, row: at.row, column: at.column };
    return cellsOf(ready.evaluate(context, null));
  };
}

/** Null for what is no formula: a file may bring along anything. */
function compileOrNull(formula: string, origin: Position): Compiled | null {
  try {
    return compileFormula(formula, origin.row, origin.column, lookUpFunction);
  } catch {
    return null;
  }
}

function cellsOf(value: Value): CellValue[][] {
  if (isGrid(value)) {
    return Array.from({ length: value.rows }, (_, row) =>
      Array.from({ length: value.columns }, (__, column) => value.at(row, column)),
    );
  }
  if (value === OMITTED) return [[null]];
  return [[value instanceof Lambda || value instanceof Union ? VALUE : value]];
}
