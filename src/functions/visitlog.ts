import { newestVisit, type VisitLog } from '../domain/visits/gaps';
import { matrix, readDay, readText, requireSameShape, type Matrix } from './arguments';

/** How the functions of visits read a log: columns of one shape, a cell a visit. */

interface Column {
  readonly argument: string;
  readonly cells: Matrix;
}

function shapeOf({ argument, cells }: Column) {
  return { argument, rows: cells.length, columns: cells[0]?.length ?? 0 };
}

/** Days of a range, in reading order; null for blank cells. */
export function readDays(argument: string, value: unknown): (number | null)[] {
  return matrix(value).flatMap((row, r) =>
    row.map((cell, c) => readDay(cell, { argument, row: r + 1, column: c + 1 })),
  );
}

export function readTexts(value: unknown): string[] {
  return matrix(value).flatMap((row) => row.map(readText));
}

/** Every range has the first one's shape; one that is left out has none. */
export function requireAlike(columns: readonly (readonly [argument: string, value: unknown])[]): void {
  const given = columns
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([argument, value]) => ({ argument, cells: matrix(value) }));
  const [first, ...others] = given;
  for (const other of others) if (first) requireSameShape(shapeOf(first), shapeOf(other));
}

export function readLog(customers: unknown, dates: unknown): VisitLog {
  requireAlike([
    ['log_customers', customers],
    ['log_dates', dates],
  ]);
  return { customers: readTexts(customers), dates: readDays('log_dates', dates) };
}

/** The day given, else the newest one of the log; null for a log without a day. */
export function dayOf(value: unknown, argument: string, log: VisitLog): number | null {
  return readDay(value, { argument }) ?? newestVisit(log);
}
