import type { Area, CellStyle, CellValue, FormulaCell, SheetModel } from '../model/types';
import { areaAddress, columnLetters } from './address';
import type { ByteSink } from './byte-sink';
import { wrappedHeight } from './row-height';
import { encodeCellText } from './xml';

/** What the cells need to know of the rest of the workbook. */
export interface CellsContext {
  /** Number of a style in the styles part. */
  format(style: CellStyle): number;
  /** Number of a text in the shared strings. */
  text(text: string): number;
  /** Number of the metadata that marks a dynamic array; null where the file can't mark them. */
  dynamic(): number | null;
  /** A cell's formula as a file has it; where the cell stands tells the table around it. */
  formula(text: string, row: number, column: number): WrittenFormula;
}

/** A formula as a file has it, escaped. A column repeats it in every row: it becomes bytes only once. */
export interface WrittenFormula {
  readonly text: string;
  readonly bytes: Uint8Array;
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

/** What stands before and after a cell's formula; without one, all of the cell. */
interface CellXml {
  readonly before: string;
  readonly formula: WrittenFormula | null;
  readonly after: string;
}

function partsOfCell(
  row: number,
  column: number,
  format: number,
  value: CellValue,
  formula: FormulaCell | null,
  context: CellsContext,
): CellXml {
  const { type, xml } = valueXml(value, formula !== null, context);
  const style = format === 0 ? '' : ` s="${format}"`;
  const opening = `<c r="${columnLetters(column)}${row + 1}"${style}`;
  if (formula === null) {
    return { before: xml === '' ? `${opening}/>` : `${opening}${type}>${xml}</c>`, formula, after: '' };
  }
  const area = formula.spill ?? { row, column, rows: 1, columns: 1 };
  const dynamic = formula.kind === 'dynamic' ? context.dynamic() : null;
  const mark = dynamic === null ? '' : ` cm="${dynamic}"`;
  const tag = formula.kind === 'plain' ? '<f>' : `<f t="array" ref="${areaAddress(area)}">`;
  return {
    before: `${opening}${type}${mark}>${tag}`,
    formula: context.formula(formula.formula, row, column),
    after: `</f>${xml}</c>`,
  };
}

export function cellXml(...cell: Parameters<typeof partsOfCell>): string {
  const { before, formula, after } = partsOfCell(...cell);
  return formula === null ? before : before + formula.text + after;
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

/** Rows that are worked on in one turn. */
export const ROWS_A_TURN = 50;

/** Writes all rows of a sheet, the content of sheetData. Stops now and then to say where. */
export function* putRows(sheet: SheetModel, context: CellsContext, sink: ByteSink): Generator<number, void> {
  const used = sheet.usedArea();
  const rows = sheet.rowProperties();
  const columnStyles = new Map([...sheet.columnProperties()].map(([column, { style }]) => [column, style]));
  const ownRows = [...rows.keys()].sort((a, b) => a - b);
  const last = Math.max(used === null ? -1 : used.row + used.rows - 1, ownRows[ownRows.length - 1] ?? -1);
  for (let row = Math.min(used?.row ?? 0, ownRows[0] ?? Infinity); row <= last; row++) {
    const own = rows.get(row);
    const inUse = used !== null && row >= used.row && row < used.row + used.rows;
    if (!inUse && own === undefined) continue;
    const opening = (): string =>
      `<row${rowAttributes(row, rows, context, inUse ? wrappedHeight(sheet, row, used) : null)}`;
    const filled = inUse && putCells(sheet, row, used, own?.style, columnStyles, context, sink, opening);
    if (filled) sink.text('</row>');
    else if (own !== undefined) sink.text(`${opening()}/>`);
    if (row % ROWS_A_TURN === 0) yield row;
  }
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

/** Cells of one row, after its opening; a blank cell is written only where its style is not its row's or column's. */
function putCells(
  sheet: SheetModel,
  row: number,
  { column: first, columns }: Area,
  rowStyle: CellStyle | undefined,
  columnStyles: ReadonlyMap<number, CellStyle | undefined>,
  context: CellsContext,
  sink: ByteSink,
  opening: () => string,
): boolean {
  let filled = false;
  for (let column = first; column < first + columns; column++) {
    const value = sheet.value(row, column);
    const formula = sheet.formula(row, column);
    const format = context.format(sheet.style(row, column));
    if (value === null && formula === null) {
      if (format === inheritedFormat(rowStyle, columnStyles.get(column), context)) continue;
    }
    if (!filled) sink.text(`${opening()}>`);
    filled = true;
    const cell = partsOfCell(row, column, format, value, formula, context);
    sink.text(cell.before);
    if (cell.formula === null) continue;
    sink.bytes(cell.formula.bytes);
    sink.text(cell.after);
  }
  return filled;
}
