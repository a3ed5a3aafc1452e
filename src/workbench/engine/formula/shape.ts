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

/** The last formula that means the same from every cell: a table's column holds the same one in every row. */
let placeless = { formula: '', shape: '' };

/**
 * A text that formulas share which mean the same seen from their own cells: relative references become distances.
 * =A1*2 in B1 and =A2*2 in B2 have one shape, so a filled column is parsed and compiled once.
 */
export function shapeOf(formula: string, row: number, column: number): string {
  if (formula === placeless.formula) return placeless.shape;
  let relative = 0;
  const shape = replaceCells(formula, (cell) => {
    if (!cell.fixedColumn || !cell.fixedRow) relative++;
    const c = cell.fixedColumn ? `$${cell.column}` : `{${cell.column - column}}`;
    return c + (cell.fixedRow ? `$${cell.row}` : `{${cell.row - row}}`);
  });
  if (relative === 0) placeless = { formula, shape };
  return shape;
}
