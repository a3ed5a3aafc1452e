import type { CellError, CellValue, ErrorCode, FormulaCell } from '../model/types';
import { columnNumber, parseArea } from './address';
import type { FormulaContents, RowContents, RowProperties } from './contents';
import { FileError } from './errors';
import { SharedFormula, shownFormula } from './formula-text';
import { maximumColumns, maximumRows } from './limits';
import type { SharedStrings } from './shared-strings';
import { inlineText } from './shared-strings';
import { StyleRuns } from './style-runs';
import { decodeCellText, decodeText, flag, numberOf, TagScanner } from './xml';

/**
 * The cells of a worksheet part. They are nearly all of a file's bytes, so they are read in one pass over the text
 * without building a tree: values as the workbook keeps them, dates as their serial numbers.
 */
export interface SheetCells {
  readonly rows: RowContents[];
  readonly formulas: FormulaContents[];
  readonly styles: Int32Array;
  readonly rowProperties: RowProperties[];
  readonly richTexts: number;
}

export interface CellContext {
  readonly shared: SharedStrings;
  readonly date1904: boolean;
  /** Numbers of cell metadata that mean "dynamic array". */
  readonly dynamic: ReadonlySet<number>;
  /** Counts down over all sheets. */
  readonly budget: { cells: number; characters: number };
}

/** One cell as the part has it; positions point into the text. */
export interface ReadCell {
  row: number;
  column: number;
  style: number;
  value: CellValue;
  formula: FormulaCell | null;
  rich: boolean;
  start: number;
  end: number;
}

export interface ReadRow {
  row: number;
  properties: RowProperties | null;
  start: number;
  headEnd: number;
  end: number;
}

/** Rows that are read in one turn. */
const ROWS_A_TURN = 50;

/** Walks over the cells of `xml` between two positions (the content of sheetData). Stops now and then to say where. */
export function* walkCells(
  xml: string,
  from: number,
  to: number,
  context: CellContext,
  visit: { row?(row: ReadRow): void; cell(cell: ReadCell): void },
): Generator<number, void> {
  const scanner = new TagScanner(xml, from, to);
  const shared = new Map<string, SharedFormula>();
  const cell: ReadCell = {
    row: 0,
    column: 0,
    style: 0,
    value: null,
    formula: null,
    rich: false,
    start: 0,
    end: 0,
  };
  let row = -1;
  let column = -1;
  while (scanner.next()) {
    if (scanner.closing) continue;
    if (scanner.name === 'row') {
      row = rowIndex(scanner.attribute('r'), row);
      column = -1;
      if (row % ROWS_A_TURN === 0) yield row;
      visit.row?.({
        row,
        properties: rowProperties(row, scanner),
        start: scanner.start,
        headEnd: scanner.end,
        end: scanner.end,
      });
    } else if (scanner.name === 'c') {
      if (--context.budget.cells < 0) throw new FileError('too-many-cells');
      place(cell, scanner.attribute('r'), Math.max(row, 0), column + 1);
      column = cell.column;
      cell.style = Number(scanner.attribute('s') ?? 0) || 0;
      cell.start = scanner.start;
      readCell(scanner, cell, context, shared);
      if (typeof cell.value === 'string' && (context.budget.characters -= cell.value.length) < 0) {
        throw new FileError('too-much-text');
      }
      cell.end = scanner.end;
      visit.cell(cell);
    }
  }
}

function rowIndex(written: string | undefined, previous: number): number {
  const row = written === undefined ? previous + 1 : Number(written) - 1;
  if (!Number.isInteger(row) || row < 0 || row >= maximumRows)
    throw new FileError('corrupt', { what: `row ${written ?? ''}` });
  return row;
}

function place(cell: ReadCell, address: string | undefined, row: number, column: number): void {
  cell.row = row;
  cell.column = column;
  if (address !== undefined) {
    let split = 0;
    while (address.charCodeAt(split) > 64) split++;
    cell.column = columnNumber(address.slice(0, split));
    cell.row = Number(address.slice(split)) - 1;
  }
  const inside = cell.row >= 0 && cell.row < maximumRows && cell.column >= 0 && cell.column < maximumColumns;
  if (!inside) throw new FileError('corrupt', { what: `cell ${address ?? ''}` });
}

function rowProperties(row: number, scanner: TagScanner): RowProperties | null {
  if (scanner.end - scanner.start < 12) return null;
  const height = flag(scanner.attribute('customHeight')) ? numberOf(scanner.attribute('ht')) : undefined;
  const hidden = flag(scanner.attribute('hidden')) || undefined;
  const style = flag(scanner.attribute('customFormat')) ? numberOf(scanner.attribute('s')) : undefined;
  const outline = numberOf(scanner.attribute('outlineLevel'));
  if (height === undefined && hidden === undefined && style === undefined && !outline) return null;
  return {
    row,
    ...(height !== undefined && { height }),
    ...(hidden && { hidden }),
    ...(style !== undefined && { style }),
    ...(outline && { outline }),
  };
}

/** Reads the content of a cell; the scanner then stands at its end. */
function readCell(
  scanner: TagScanner,
  cell: ReadCell,
  context: CellContext,
  shared: Map<string, SharedFormula>,
): void {
  cell.value = null;
  cell.formula = null;
  cell.rich = false;
  if (scanner.selfClosing) return;
  const xml = scanner.text;
  const type = scanner.attribute('t');
  const dynamic = context.dynamic.has(Number(scanner.attribute('cm') ?? 0));
  let contentFrom = -1;
  let raw: string | null = null;
  while (scanner.next()) {
    if (scanner.name === 'c' && scanner.closing) break;
    if (scanner.closing) {
      if (scanner.name === 'v') raw = xml.slice(contentFrom, scanner.start);
      else if (scanner.name === 'is') {
        const inline = inlineText(xml.slice(contentFrom, scanner.start));
        cell.value = inline.text;
        cell.rich = inline.rich;
      }
    } else if (scanner.name === 'f') {
      readFormula(scanner, cell, dynamic, shared);
    } else if (scanner.name === 'v' || scanner.name === 'is') {
      contentFrom = scanner.end;
    }
  }
  if (raw !== null) readValue(cell, type, raw, context);
}

function readFormula(
  scanner: TagScanner,
  cell: ReadCell,
  dynamic: boolean,
  shared: Map<string, SharedFormula>,
): void {
  const kind = scanner.attribute('t');
  const index = scanner.attribute('si');
  const area = parseArea(scanner.attribute('ref') ?? '');
  let text = '';
  if (!scanner.selfClosing) {
    const from = scanner.end;
    while (scanner.next() && !(scanner.closing && scanner.name === 'f'));
    text = decodeText(scanner.text.slice(from, scanner.start));
  }
  if (kind === 'shared' && index !== undefined) {
    if (text !== '') {
      const formula = shownFormula(text);
      shared.set(index, new SharedFormula(formula, cell.row, cell.column));
      cell.formula = { formula, kind: 'plain' };
    } else {
      const formula = shared.get(index)?.at(cell.row, cell.column);
      if (formula !== undefined) cell.formula = { formula, kind: 'plain' };
    }
  } else if (kind === 'array' && text !== '') {
    cell.formula = {
      formula: shownFormula(text),
      kind: dynamic ? 'dynamic' : 'array',
      spill: area ?? { row: cell.row, column: cell.column, rows: 1, columns: 1 },
    };
  } else if (kind !== 'dataTable' && text !== '') {
    cell.formula = { formula: shownFormula(text), kind: 'plain' };
  }
}

function readValue(cell: ReadCell, type: string | undefined, raw: string, context: CellContext): void {
  switch (type) {
    case 's': {
      const index = Number(raw);
      cell.value = context.shared.texts[index] ?? null;
      cell.rich = context.shared.rich.has(index);
      return;
    }
    case 'str':
    case 'inlineStr':
      cell.value = decodeCellText(raw);
      return;
    case 'b':
      cell.value = raw.trim() === '1' || raw.trim() === 'true';
      return;
    case 'e':
      cell.value = errorValue(decodeText(raw));
      return;
    case 'd':
      cell.value = dateSerial(raw, context.date1904);
      return;
    case undefined:
    default: {
      const number = Number(raw);
      cell.value = raw.trim() === '' ? null : Number.isFinite(number) ? number : decodeCellText(raw);
    }
  }
}

const errorCodes: ReadonlySet<string> = new Set<ErrorCode>([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
]);

/** Newer kinds of errors, which the workbook has no name for, read as #VALUE!. */
export function errorValue(text: string): CellError {
  return { error: (errorCodes.has(text) ? text : '#VALUE!') as ErrorCode };
}

/** ISO 8601 (a strict file's date cell) as a serial number. */
function dateSerial(text: string, date1904: boolean): CellValue {
  const milliseconds = Date.parse(
    /Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}${text.includes('T') ? 'Z' : ''}`,
  );
  if (Number.isNaN(milliseconds)) return text;
  const serial = milliseconds / 86_400_000 + 25_569;
  if (date1904) return serial - 1462;
  return serial < 61 ? serial - 1 : serial;
}

/** All cells, gathered for the workbook. */
export function readCells(xml: string, from: number, to: number, context: CellContext): SheetCells {
  const rows: RowContents[] = [];
  const formulas: FormulaContents[] = [];
  const properties: RowProperties[] = [];
  const styles = new StyleRuns();
  let richTexts = 0;
  let current: RowContents | null = null;
  const steps = walkCells(xml, from, to, context, {
    row(row) {
      if (row.properties !== null) properties.push(row.properties);
    },
    cell(cell) {
      if (cell.style !== 0) styles.add(cell.row, cell.column, cell.style);
      if (cell.rich) richTexts++;
      if (cell.formula !== null) formulas.push({ row: cell.row, column: cell.column, ...cell.formula });
      if (cell.value === null) return;
      if (current === null || current.row !== cell.row || cell.column < current.column) {
        current = { row: cell.row, column: cell.column, values: [] };
        rows.push(current);
      }
      const offset = cell.column - current.column;
      while (current.values.length < offset) current.values.push(null);
      current.values[offset] = cell.value;
    },
  });
  while (!steps.next().done);
  return { rows, formulas, styles: styles.finish(), rowProperties: properties, richTexts };
}
