import { areaAddress, cellAddress, columnLetter } from '../domain/address';
import { isoDate } from '../domain/dates';
import { alignDecimals, decimalOf, decimalText } from '../domain/money';
import { texts, type Locale } from '../locales';
import { problemSentence } from '../locales/problems';
import { readBook } from '../reading';
import type {
  BookReading,
  ColumnReading,
  Field,
  Problem,
  ReadValue,
  Role,
  SheetReading,
  TableReading,
} from '../reading/types';
import { bookGridOf } from './grid';
import { openBook } from './open';
import { EXIT, print, printJson, type ExitCode } from './output';

export interface ScanFlags {
  readonly json?: boolean;
  readonly values?: boolean;
  readonly locale: Locale;
}

/** What `scan --json` prints: everything counts from 1, as people see it in Excel. */
export interface ScanResult {
  readonly sheets: readonly ScannedSheet[];
}

export interface ScannedSheet {
  readonly name: string;
  readonly tables: readonly ScannedTable[];
  readonly problems: readonly ScannedProblem[];
}

export interface ScannedTable {
  readonly range: string;
  readonly role: Role;
  readonly header_rows: readonly [number, number] | null;
  readonly first_data_row: number | null;
  readonly data_rows: number;
  readonly row_count: number;
  readonly wide_months: boolean;
  readonly columns: readonly {
    readonly letter: string;
    readonly header: string;
    readonly field: Field | null;
  }[];
  readonly skipped_rows: readonly { readonly row: number; readonly reason: string }[];
  readonly problems: readonly ScannedProblem[];
  readonly values?: Readonly<Record<string, ReadValue>>;
  readonly sums?: Readonly<Record<string, string>>;
}

export interface ScannedProblem {
  readonly cell: string | null;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}

function scannedProblem(problem: Problem, locale: Locale): ScannedProblem {
  const { row, column } = problem;
  const cell =
    row !== undefined && column !== undefined
      ? cellAddress({ row, column })
      : column !== undefined
        ? columnLetter(column)
        : row !== undefined
          ? String(row + 1)
          : null;
  return { cell, code: problem.code, severity: problem.severity, message: problemSentence(problem, locale) };
}

function shownValue(value: ReadValue, kind: ColumnReading['kind']): ReadValue {
  return kind === 'date' && typeof value === 'number' ? isoDate(value) : value;
}

function valuesByCell(table: TableReading): Record<string, ReadValue> {
  const values: Record<string, ReadValue> = {};
  for (const column of table.columns) {
    table.rows.forEach((row, index) => {
      const value = column.values[index] ?? null;
      if (value !== null) values[`${column.letter}${row + 1}`] = shownValue(value, column.kind);
    });
  }
  return values;
}

/** Exact decimal sums of the columns that hold numbers, at the 15 digits that Excel keeps. */
function sumsByLetter(table: TableReading): Record<string, string> {
  const sums: Record<string, string> = {};
  for (const column of table.columns) {
    const numbers = column.values.filter((value): value is number => typeof value === 'number');
    if (numbers.length === 0 || column.kind === 'date') continue;
    const { units, scale } = alignDecimals(numbers.map(decimalOf));
    sums[column.letter] = decimalText({ units: units.reduce((sum, unit) => sum + unit, 0n), scale });
  }
  return sums;
}

function scannedTable(table: TableReading, locale: Locale, withValues: boolean): ScannedTable {
  const first = table.rows[0];
  return {
    range: areaAddress(table.area),
    role: table.role,
    header_rows: table.headerRows && [table.headerRows[0] + 1, table.headerRows[1] + 1],
    first_data_row: first === undefined ? null : first + 1,
    data_rows: table.rows.length,
    row_count: table.area.rows,
    wide_months: table.wideMonths,
    columns: table.columns.map(({ letter, header, field }) => ({ letter, header, field })),
    skipped_rows: table.skipped.map(({ row, reason }) => ({ row: row + 1, reason })),
    problems: table.problems.map((problem) => scannedProblem(problem, locale)),
    ...(withValues ? { values: valuesByCell(table), sums: sumsByLetter(table) } : {}),
  };
}

function scannedSheet(sheet: SheetReading, locale: Locale, withValues: boolean): ScannedSheet {
  return {
    name: sheet.sheet,
    tables: sheet.tables.map((table) => scannedTable(table, locale, withValues)),
    problems: sheet.problems.map((problem) => scannedProblem(problem, locale)),
  };
}

/** The whole reading of a workbook as plain data for other programs. */
export function scanResult(reading: BookReading, locale: Locale, withValues = false): ScanResult {
  return { sheets: reading.sheets.map((sheet) => scannedSheet(sheet, locale, withValues)) };
}

/** Whether anything in it wants a person's eye. */
export function hasFindings(result: ScanResult): boolean {
  const warns = (problems: readonly ScannedProblem[]): boolean =>
    problems.some(({ severity }) => severity === 'warning');
  return result.sheets.some(
    (sheet) => warns(sheet.problems) || sheet.tables.some((table) => warns(table.problems)),
  );
}

function printTable(table: ScannedTable, locale: Locale): void {
  const { cli, reading } = texts(locale);
  const header = table.header_rows ? table.header_rows.join('–') : cli.noHeader;
  const role = reading.roles[table.role];
  print(`  ${cli.tableLine({ range: table.range, role, rows: table.data_rows, header })}`);
  for (const { letter, header: name, field } of table.columns) {
    print(`    ${letter}\t${name.replace(/\s+/g, ' ')}\t${field ? reading.fields[field] : '—'}`);
  }
  for (const { cell, message } of table.problems) print(`    ! ${cell ? `${cell}: ` : ''}${message}`);
}

/** Shows how each sheet of a workbook is read. */
export async function runScan(file: string, { json, values, locale }: ScanFlags): Promise<ExitCode> {
  const { workbook, warnings } = await openBook(file, locale);
  const result = scanResult(readBook(bookGridOf(workbook)), locale, values);
  if (json) printJson({ ...result, warnings });
  else {
    for (const warning of warnings) print(`! ${warning}`);
    for (const sheet of result.sheets) {
      print(texts(locale).cli.sheetHeading(sheet));
      if (sheet.tables.length === 0) print(`  ${texts(locale).cli.noTable}`);
      for (const table of sheet.tables) printTable(table, locale);
      for (const { cell, message } of sheet.problems) print(`  ! ${cell ? `${cell}: ` : ''}${message}`);
    }
  }
  return warnings.length > 0 || hasFindings(result) ? EXIT.findings : EXIT.done;
}
