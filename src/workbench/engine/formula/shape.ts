import { columnIndex } from '../../model/address';

/* Text in quotes, names in apostrophes, brackets of structured references; then a cell reference on its own. */
const PARTS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|(?<![\p{L}\p{N}_.\\$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

/**
 * A text that formulas share which mean the same seen from their own cells: relative references become distances.
 * =A1*2 in B1 and =A2*2 in B2 have one shape, so a filled column is parsed and compiled once.
 */
export function shapeOf(formula: string, row: number, column: number): string {
  return formula.replace(
    PARTS,
    (part: string, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
      if (letters === undefined) return part;
      const c = fixedColumn
        ? `$${letters.toUpperCase()}`
        : `{${columnIndex(letters.toUpperCase()) - column}}`;
      const r = fixedRow ? `$${digits}` : `{${Number(digits) - 1 - row}}`;
      return c + r;
    },
  );
}
