import { columnIndex } from '../../model/address';

/* Text in quotes, names in apostrophes, brackets of structured references; then a cell reference on its own. */
const PARTS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|(?<![\p{L}\p{N}_.\\$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

/** A reference to a single cell in a formula's text. */
export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  /** '$' or ''. */
  readonly fixedRow: string;
  readonly fixedColumn: string;
}

/** Replaces the cell references in a formula's text; null leaves one as it is. */
export function replaceCells(formula: string, replace: (cell: WrittenCell) => string | null): string {
  return formula.replace(
    PARTS,
    (
      part: string,
      fixedColumn: string = '',
      letters?: string,
      fixedRow: string = '',
      digits: string = '',
    ) => {
      if (letters === undefined) return part;
      const column = columnIndex(letters.toUpperCase());
      return replace({ row: Number(digits) - 1, column, fixedRow, fixedColumn }) ?? part;
    },
  );
}

/** Stands in a shape for a distance: no formula's text holds it. */
const DISTANCE = '\u0001';

/**
 * A text that formulas share which mean the same seen from their own cells: relative references become distances.
 * =A1*2 in B1 and =A2*2 in B2 have one shape, so a filled column is parsed and compiled once.
 */
export function shapeOf(formula: string, row: number, column: number): string {
  return replaceCells(formula, (cell) => {
    const c = cell.fixedColumn ? `$${cell.column}` : `${DISTANCE}${cell.column - column}`;
    return `{${c}${cell.fixedRow ? `$${cell.row}` : `${DISTANCE}${cell.row - row}`}}`;
  });
}

/** Whether all formulas of a shape have the same text, wherever they stand. */
export function isPlaceless(shape: string): boolean {
  return !shape.includes(DISTANCE);
}
