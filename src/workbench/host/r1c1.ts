import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { cellAddress } from '../model/address';

/** A formula as it reads from its cell in R1C1 notation: what stays the same when it is filled or copied. */
export function formulaToR1C1(formula: string, row: number, column: number): string {
  return translateFormulaToR1C1(formula, cellAddress(row, column));
}

export function formulaFromR1C1(formula: string, row: number, column: number): string {
  return translateFormulaToA1(formula, cellAddress(row, column));
}
