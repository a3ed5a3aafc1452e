import { isCalendarDate, isSerial, serialOf } from '../domain/dates';
import { DaybookError } from '../domain/errors';
import type { Details } from '../domain/errors';
import { cellError } from './errors';

/**
 * How the functions read what Excel hands over. A range comes as a matrix, an argument left out as null, a blank cell
 * as 0 on the desktop and as null on the web: so blank and 0 must mean the same everywhere.
 */

export type Matrix = readonly (readonly unknown[])[];

/** Where a value stands: row and column, counted from 1, only in a range. */
interface Place {
  readonly argument: string;
  readonly row?: number;
  readonly column?: number;
}

export interface NumberArgument {
  readonly name: string;
  readonly min?: number;
  /** Null, the default, is what `compute` gets for an optional argument that is left out. */
  readonly optional?: boolean;
}

/** A scalar as a matrix of one cell. */
export function matrix(value: unknown): Matrix {
  return Array.isArray(value) && Array.isArray(value[0]) ? (value as Matrix) : [[value]];
}

/**
 * Computes a number or text for each cell of arguments that are scalars or ranges. A scalar (or one cell) goes with
 * every cell of a range; ranges must be of the same shape. A cell of a range that can't be computed shows its own
 * error and leaves the others standing.
 */
export function computeEach(
  declared: readonly NumberArgument[],
  given: readonly unknown[],
  compute: (numbers: readonly (number | null)[]) => number | string,
): unknown[][] {
  const matrices = declared.map(({ optional }, index) => {
    const value = given[index];
    return optional && (value === null || value === undefined) ? null : matrix(value);
  });
  const [rows, columns] = commonShape(declared, matrices);
  const single = rows === 1 && columns === 1;
  const numberAt = (index: number, row: number, column: number): number | null => {
    const range = matrices[index];
    const argument = declared[index];
    if (!range || !argument) return null;
    if (isSingle(range)) return readNumber(range[0]?.[0], { argument: argument.name }, argument.min);
    const place = { argument: argument.name, row: row + 1, column: column + 1 };
    return readNumber(range[row]?.[column], place, argument.min);
  };
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_column, column) => {
      try {
        return compute(declared.map((_argument, index) => numberAt(index, row, column)));
      } catch (error) {
        if (single) throw error;
        return cellError(error);
      }
    }),
  );
}

function isSingle(range: Matrix): boolean {
  return range.length === 1 && range[0]?.length === 1;
}

function commonShape(
  declared: readonly NumberArgument[],
  matrices: readonly (Matrix | null)[],
): [rows: number, columns: number] {
  let shape: { argument: string; rows: number; columns: number } | null = null;
  matrices.forEach((range, index) => {
    if (!range || isSingle(range)) return;
    const here = {
      argument: declared[index]?.name ?? '',
      rows: range.length,
      columns: range[0]?.length ?? 0,
    };
    if (shape === null) shape = here;
    else requireSameShape(shape, here);
  });
  const { rows, columns } = shape ?? { rows: 1, columns: 1 };
  return [rows, columns];
}

interface Shape {
  readonly argument: string;
  readonly rows: number;
  readonly columns: number;
}

export function requireSameShape(first: Shape, second: Shape): void {
  if (first.rows === second.rows && first.columns === second.columns) return;
  throw new DaybookError('shapes-differ', {
    first: first.argument,
    firstRows: first.rows,
    firstColumns: first.columns,
    second: second.argument,
    secondRows: second.rows,
    secondColumns: second.columns,
  });
}

/** A cell with a rich data type (a formatted number, an entity) is read by its plain value. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'basicValue' in value ? value.basicValue : value;
}

export function isBlank(cell: unknown): boolean {
  const value = plain(cell);
  return value === null || value === undefined || value === '' || value === 0;
}

const NUMERAL = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?(%?)$/;

/** Blank is 0. Text is a number when it can be nothing else: "1234.5", "1,234.5", "12%". */
export function readNumber(cell: unknown, place: Place, min = -Infinity): number {
  const value = plain(cell);
  const number = isBlank(value) ? 0 : typeof value === 'number' ? value : numeralOf(value);
  if (number === null || !Number.isFinite(number)) throw refused('argument-not-a-number', value, place);
  if (number < min) throw new DaybookError('argument-too-small', { ...place, value: number, min });
  return number;
}

/** A number argument that may be left out: then it is `initial`. A 0 that is given is 0. */
export function readOptionalNumber(cell: unknown, place: Place, initial: number, min = -Infinity): number {
  const value = plain(cell);
  return value === null || value === undefined || value === '' ? initial : readNumber(value, place, min);
}

function numeralOf(value: unknown): number | null {
  const match = typeof value === 'string' ? NUMERAL.exec(value.trim()) : null;
  if (!match) return null;
  const number = Number(match[0].replace(/[,%]/g, ''));
  return match[4] === '%' ? number / 100 : number;
}

/** Trimmed text; '' for blank. A number is the text of its digits, so 1001 and "1001" are the same customer. */
export function readText(cell: unknown): string {
  const value = plain(cell);
  if (isBlank(value)) return '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}

const YEAR_MONTH_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** A day as a serial, null for blank. Of texts only year, month, day in this order can be nothing else. */
export function readDay(cell: unknown, place: Place): number | null {
  const value = plain(cell);
  if (isBlank(value)) return null;
  if (typeof value === 'number' && isSerial(value)) return value;
  const match = typeof value === 'string' ? YEAR_MONTH_DAY.exec(value.trim()) : null;
  const [year = 0, month = 0, day = 0] = match ? match.slice(1).map(Number) : [];
  if (!isCalendarDate(year, month, day)) throw refused('argument-not-a-date', value, place);
  return serialOf(year, month, day);
}

/** One of several named choices, each with the words that name it; blank is `initial`, refused where there is none. */
export function readChoice<Choice extends string>(
  cell: unknown,
  argument: string,
  words: Readonly<Record<Choice, readonly string[]>>,
  initial?: Choice,
): Choice {
  const text = readText(cell).toLowerCase();
  if (text === '' && initial !== undefined) return initial;
  const choices = Object.keys(words) as Choice[];
  const choice = choices.find((name) => name === text || words[name].includes(text));
  if (choice !== undefined) return choice;
  const names = choices.map((name) => `"${name}"`).join(', ');
  throw new DaybookError('argument-not-a-choice', { argument, value: text, choices: names });
}

function refused(code: string, value: unknown, place: Place): DaybookError {
  const details: Details = { ...place, value: typeof value === 'string' ? value : String(value) };
  return new DaybookError(code, details);
}
