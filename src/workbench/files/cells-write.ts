import type { CellStyle, CellValue, FormulaCell, SheetModel } from '../model/types';
import { areaAddress, columnLetters } from './address';
import { wrappedHeight } from './row-height';
import { encodeCellText } from './xml';

/** What the cells need to know of the rest of the workbook. */
export interface CellsContext {
  /** Number of a style in the styles part. */
  format(style: CellStyle): number;
  /** Number of a text in the shared strings. */
  text(text: string): number;
  /** Number of the metadata that marks a dynamic array; null where the file can't mark them. */
  readonly dynamic: number | null;
  /** A cell's formula as a file has it, escaped; where the cell stands tells the table around it. */
  formula(text: string, row: number, column: number): string;
}

/** A value as a cell's attribute and content. Texts of formulas stand in the cell itself. */
export function valueXml(
  value: CellValue,
  hasFormula: boolean,
  context: CellsContext,
): { readonly type: string; readonly xml: string } {
  if (value === null) return { type: '', xml: '' };
  if (typeof value === 'number') return { type: '', xml: `<v>${value}</v>` };
  if (typeof value === 'boolean') return { type: ' t="b"', xml: value ? '<v>1</v>' : '<v>0</v>' };
  if (typeof value === 'string') {
    return hasFormula
      ? { type: ' t="str"', xml: `<v>${encodeCellText(value)}</v>` }
      : { type: ' t="s"', xml: `<v>${context.text(value)}</v>` };
  }
  // The newer errors need marks of their own in a file; Excel finds them again when it calculates.
  return { type: ' t="e"', xml: `<v>${/SPILL|CALC|BUSY/.test(value.error) ? '#VALUE!' : value.error}</v>` };
}

export function cellXml(
  row: number,
  column: number,
  format: number,
  value: CellValue,
  formula: FormulaCell | null,
  context: CellsContext,
): string {
  const { type, xml } = valueXml(value, formula !== null, context);
  const style = format === 0 ? '' : ` s="${format}"`;
  const address = columnLetters(column) + String(row + 1);
  if (formula === null)
    return xml === '' ? `<c r="${address}"${style}/>` : `<c r="${address}"${style}${type}>${xml}</c>`;
  const text = context.formula(formula.formula, row, column);
  const area = formula.spill ?? { row, column, rows: 1, columns: 1 };
  const isArray = formula.kind !== 'plain';
  const mark = formula.kind === 'dynamic' && context.dynamic !== null ? ` cm="${context.dynamic}"` : '';
  const opening = isArray ? `<f t="array" ref="${areaAddress(area)}">` : '<f>';
  return `<c r="${address}"${style}${type}${mark}>${opening}${text}</f>${xml}</c>`;
}

/** A row's opening tag and what it says of its height, visibility and style; `wrapped` where it has no height of its own. */
export function rowAttributes(
  row: number,
  properties: ReturnType<SheetModel['rowProperties']>,
  context: CellsContext,
  wrapped: number | null,
): string {
  const { height, hidden, style, outline } = properties.get(row) ?? {};
  return [
    ` r="${row + 1}"`,
    style === undefined ? '' : ` s="${context.format(style)}" customFormat="1"`,
    height !== undefined ? ` ht="${height}" customHeight="1"` : wrapped === null ? '' : ` ht="${wrapped}"`,
    hidden ? ' hidden="1"' : '',
    outline ? ` outlineLevel="${outline}"` : '',
  ].join('');
}

/** Rows that are written in one turn. */
const TURN = 100;

/** All rows of a sheet, the content of sheetData: of a long one more than a text can hold. Stops now and then. */
export function* sheetDataXml(sheet: SheetModel, context: CellsContext): Generator<void, string[]> {
  const used = sheet.usedArea();
  const rows = sheet.rowProperties();
  const columnStyles = new Map([...sheet.columnProperties()].map(([column, { style }]) => [column, style]));
  const ownRows = [...rows.keys()].sort((a, b) => a - b);
  const chunks: string[] = [];
  const last = Math.max(used === null ? -1 : used.row + used.rows - 1, ownRows[ownRows.length - 1] ?? -1);
  for (let row = Math.min(used?.row ?? 0, ownRows[0] ?? Infinity); row <= last; row++) {
    const own = rows.get(row);
    const inUse = used !== null && row >= used.row && row < used.row + used.rows;
    if (!inUse && own === undefined) continue;
    const cells = inUse
      ? rowCells(sheet, row, used.column, used.columns, own?.style, columnStyles, context)
      : '';
    if (cells === '' && own === undefined) continue;
    const attributes = rowAttributes(row, rows, context, inUse ? wrappedHeight(sheet, row, used) : null);
    if (row % TURN === 0) yield;
    chunks.push(cells === '' ? `<row${attributes}/>` : `<row${attributes}>${cells}</row>`);
  }
  return chunks;
}

/** The format of a cell that is not in the file. */
export function inheritedFormat(
  row: CellStyle | undefined,
  column: CellStyle | undefined,
  context: CellsContext,
): number {
  const style = row ?? column;
  return style === undefined ? 0 : context.format(style);
}

/** Cells of one row; a blank cell is written only where its style is not its row's or column's. */
function rowCells(
  sheet: SheetModel,
  row: number,
  first: number,
  count: number,
  rowStyle: CellStyle | undefined,
  columnStyles: ReadonlyMap<number, CellStyle | undefined>,
  context: CellsContext,
): string {
  let cells = '';
  for (let column = first; column < first + count; column++) {
    const value = sheet.value(row, column);
    const formula = sheet.formula(row, column);
    const style = sheet.style(row, column);
    const format = context.format(style);
    if (value === null && formula === null) {
      if (format === inheritedFormat(rowStyle, columnStyles.get(column), context)) continue;
    }
    cells += cellXml(row, column, format, value, formula, context);
  }
  return cells;
}
