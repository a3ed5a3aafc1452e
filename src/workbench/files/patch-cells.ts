import type { CellStyle, CellValue, FormulaCell, SheetModel } from '../model/types';
import { styleKey } from './carried';
import type { CellsContext } from './cells-write';
import { cellXml, inheritedFormat, rowAttributes, ROWS_A_TURN } from './cells-write';
import { wrappedHeight } from './row-height';
import type { CellContext, ReadCell } from './sheet-cells';
import { walkCells } from './sheet-cells';

/**
 * The cells of an opened sheet as they are now: every cell that is as it was keeps its own XML, with the formats
 * inside its text, its theme colours and all else that a workbook does not see.
 */
export interface PatchedCells {
  /** The new content of sheetData; null when nothing differs. */
  readonly xml: string | null;
  /** Cells that lost formats inside their text. */
  readonly flattened: number;
}

export interface PatchSource {
  readonly sheet: SheetModel;
  /** The worksheet's part, and where the content of its sheetData stands in it. */
  readonly xml: string;
  readonly from: number;
  readonly to: number;
  readonly reading: CellContext;
  /** The file's own styles by number. */
  readonly styles: readonly CellStyle[];
}

interface OriginalCell {
  readonly column: number;
  readonly format: number;
  readonly xml: string;
  readonly same: boolean;
  readonly sameStyle: boolean;
  /** It shares its formula with other cells, and can't stay as it is when one of them changes. */
  readonly shares: boolean;
  readonly rich: boolean;
}

interface OriginalRow {
  readonly head: string;
  readonly sameProperties: boolean;
  readonly format: number | undefined;
  readonly cells: OriginalCell[];
}

/** Stops now and then to say how far it is, from 0 to 1. */
export function* patchCells(source: PatchSource, context: CellsContext): Generator<number, PatchedCells> {
  const { sheet, xml } = source;
  const properties = sheet.rowProperties();
  const columns = sheet.columnProperties();
  const original = new Map<number, OriginalRow>();
  let current: OriginalRow | undefined;
  let currentRow = -1;
  let differs = false;
  const steps = walkCells(xml, source.from, source.to, source.reading, {
    row({ row, properties: own, start, headEnd }) {
      const now = properties.get(row);
      const sameProperties =
        (own?.height ?? null) === (now?.height ?? null) &&
        Boolean(own?.hidden) === Boolean(now?.hidden) &&
        now?.style === undefined;
      current = { head: xml.slice(start, headEnd), sameProperties, format: own?.style, cells: [] };
      currentRow = row;
      // A row that occurs twice, or out of order, is put in order by writing the sheet again.
      if (!sameProperties || original.has(row)) differs = true;
      original.set(row, current);
    },
    cell(cell) {
      if (cell.row !== currentRow) differs = true;
      else current?.cells.push(compare(source, cell, columns.get(cell.column)?.style));
    },
  });
  const used = sheet.usedArea();
  const end = used === null ? 1 : used.row + used.rows;
  for (const row of steps) yield row / end / 2;
  const patch = new Patch(sheet, original, context);
  const text = yield* patch.write(end);
  return differs || patch.differs ? { xml: text, flattened: patch.flattened } : { xml: null, flattened: 0 };
}

function compare(
  { sheet, xml, styles }: PatchSource,
  cell: ReadCell,
  columnStyle: CellStyle | undefined,
): OriginalCell {
  const { row, column, style, rich } = cell;
  const text = xml.slice(cell.start, cell.end);
  const now = sheet.style(row, column);
  // A cell of the default format in a formatted column looks like its column in the workbook.
  const sameStyle =
    equalStyles(styles[style], now) ||
    (style === 0 && columnStyle !== undefined && equalStyles(columnStyle, now));
  const same =
    sameStyle &&
    equalValues(cell.value, sheet.value(row, column)) &&
    equalFormulas(cell.formula, sheet.formula(row, column));
  const shares = cell.formula !== null && text.includes('"shared"');
  return { column, format: style, xml: text, same, sameStyle, shares, rich };
}

class Patch {
  differs = false;
  flattened = 0;
  private readonly used;
  private readonly properties;
  private readonly columns;

  constructor(
    private readonly sheet: SheetModel,
    private readonly original: ReadonlyMap<number, OriginalRow>,
    private readonly context: CellsContext,
  ) {
    this.used = sheet.usedArea();
    this.properties = sheet.rowProperties();
    this.columns = sheet.columnProperties();
  }

  *write(end: number): Generator<number, string> {
    const rows = new Set([...this.original.keys(), ...this.properties.keys()]);
    if (this.used !== null) {
      for (let row = this.used.row; row < this.used.row + this.used.rows; row++) rows.add(row);
    }
    const written: string[] = [];
    for (const row of [...rows].sort((a, b) => a - b)) {
      written.push(this.row(row));
      if (row % ROWS_A_TURN === 0) yield 0.5 + row / end / 2;
    }
    return written.join('');
  }

  private row(row: number): string {
    const original = this.original.get(row);
    const cells = this.cells(row, original?.cells ?? []);
    if (original?.sameProperties) {
      const head = original.head.replace(/\sspans="[^"]*"/, '').replace(/\s*\/>$/, '>');
      return cells === '' ? head.replace(/>$/, '/>') : `${head}${cells}</row>`;
    }
    if (cells === '' && original === undefined && !this.properties.has(row)) return '';
    if (original === undefined) this.differs = true;
    const own = this.properties.get(row);
    const format =
      original?.format === undefined || own?.style !== undefined
        ? ''
        : ` s="${original.format}" customFormat="1"`;
    const wrapped = this.used === null ? null : wrappedHeight(this.sheet, row, this.used);
    const attributes = rowAttributes(row, this.properties, this.context, wrapped) + format;
    return cells === '' ? `<row${attributes}/>` : `<row${attributes}>${cells}</row>`;
  }

  private cells(row: number, original: readonly OriginalCell[]): string {
    const first = this.used?.column ?? 0;
    const inUse = this.used !== null && row >= this.used.row && row < this.used.row + this.used.rows;
    const end = inUse ? first + this.used.columns : first;
    let text = '';
    let column = first;
    for (const cell of original) {
      for (; column < Math.min(cell.column, end); column++) text += this.added(row, column);
      text += this.kept(row, cell);
      column = Math.max(column, cell.column + 1);
    }
    for (; column < end; column++) text += this.added(row, column);
    return text;
  }

  private kept(row: number, cell: OriginalCell): string {
    if (cell.same && !cell.shares) return cell.xml;
    const { sheet, context } = this;
    const { column } = cell;
    if (!cell.same) {
      this.differs = true;
      if (cell.rich) this.flattened++;
    }
    const format = cell.sameStyle ? cell.format : context.format(sheet.style(row, column));
    return cellXml(row, column, format, sheet.value(row, column), sheet.formula(row, column), context);
  }

  private added(row: number, column: number): string {
    const { sheet, context } = this;
    const value = sheet.value(row, column);
    const formula = sheet.formula(row, column);
    const format = context.format(sheet.style(row, column));
    if (value === null && formula === null) {
      const inherited = inheritedFormat(
        this.properties.get(row)?.style,
        this.columns.get(column)?.style,
        context,
      );
      if (format === inherited) return '';
    }
    this.differs = true;
    return cellXml(row, column, format, value, formula, context);
  }
}

function equalValues(a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && a.error === b.error;
}

function equalFormulas(a: FormulaCell | null, b: FormulaCell | null): boolean {
  if (a === null || b === null) return a === b;
  const area = ({ spill }: FormulaCell): string =>
    spill === undefined ? '' : `${spill.row},${spill.column},${spill.rows},${spill.columns}`;
  return a.formula === b.formula && a.kind === b.kind && area(a) === area(b);
}

const keys = new WeakMap<object, string>();

function equalStyles(a: CellStyle | undefined, b: CellStyle): boolean {
  return a === b || keyOf(a ?? {}) === keyOf(b);
}

function keyOf(style: CellStyle): string {
  let key = keys.get(style);
  if (key === undefined) keys.set(style, (key = styleKey(style)));
  return key;
}
