/** Texts, quoted sheet names, structured references and words with dots or parentheses are no cells. */
const PART =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[[^\]]*\]|(?<![\p{L}\p{N}_.$])(\$?[A-Za-z]{1,3})(\$?)(\d+)(?![\p{L}\p{N}_.(!])/gu;

const LAST_ROW = 1048576;

/**
 * A formula as it reads after its row moved: relative rows move along, as when a row is cut out above it.
 * @example moveFormula('=F7*$G$1', -2) //=> '=F5*$G$1'
 */
export function moveFormula(formula: string, rows: number): string {
  return formula.replace(PART, (part, column?: string, dollar?: string, digits?: string) => {
    if (column === undefined || digits === undefined || dollar === '$') return part;
    const row = Number(digits) + rows;
    return row >= 1 && row <= LAST_ROW ? `${column}${row}` : '#REF!';
  });
}
