import { choicesFor, headerSignature, remember } from './choices';
import { bookYears } from './context';
import type { BookGrid, SheetGrid } from './grid';
import { readTable, signedColumns } from './readtable';
import { findTables, type FoundTable, type HeaderChoices } from './tables';
import { isErrorText } from './text';
import type {
  BookReading,
  Problem,
  ReadingProgress,
  RememberedTable,
  SheetReading,
  TableChoices,
  TableReading,
} from './types';
import { SheetView } from './view';
import type { ReadingProblem } from './problems';

export { headerSignature, remember };
export { PROBLEM_CODES, type ProblemCode } from './problems';

interface BookFacts {
  readonly name: string;
  readonly date1904: boolean;
  readonly years: readonly number[];
}

type ChoiceFinder = (table: FoundTable, index: number, view: SheetView) => TableChoices | undefined;

function* tablesOf(
  view: SheetView,
  choose: ChoiceFinder,
): Generator<void, readonly [FoundTable, TableChoices | undefined][]> {
  const natural = yield* findTables(view);
  const chosen = natural.map((table, index) => [table, choose(table, index, view)] as const);
  const headers: Map<string, readonly [number, number] | null> = new Map();
  for (const [table, choices] of chosen) {
    if (choices?.headerRows !== undefined) headers.set(table.anchor, choices.headerRows);
  }
  if (headers.size === 0) return chosen.map(([table, choices]) => [table, choices]);
  const again: FoundTable[] = yield* findTables(view, headers satisfies HeaderChoices);
  const byAnchor = new Map(chosen.map(([table, choices]) => [table.anchor, choices]));
  return again.map((table) => [table, byAnchor.get(table.anchor)]);
}

function* readSheetSteps(
  grid: SheetGrid,
  book: BookFacts,
  choose: ChoiceFinder,
): Generator<ReadingProgress, SheetReading> {
  const view = new SheetView(grid, book.date1904);
  const finding = tablesOf(view, choose);
  let step = finding.next();
  while (step.done !== true) {
    yield { sheet: grid.name, done: 0, total: 1 };
    step = finding.next();
  }
  const found = step.value;
  const total = found.reduce((sum, [table]) => sum + table.columns.length, 0);
  const tables: TableReading[] = [];
  let before = 0;
  for (const [table, choices] of found) {
    const reading = readTable(view, table, { book: book.name, bookYears: book.years, choices });
    let next = reading.next();
    while (next.done !== true) {
      yield { sheet: grid.name, done: before + next.value, total };
      next = reading.next();
    }
    tables.push(next.value);
    before += table.columns.length;
  }
  yield { sheet: grid.name, done: total, total };
  return { sheet: grid.name, tables, problems: sheetProblems(view, tables) };
}

function sheetProblems(view: SheetView, tables: readonly TableReading[]): Problem[] {
  const problems: ReadingProblem[] = [];
  if (!view.grid.visible) problems.push({ code: 'sheet-hidden', details: {}, severity: 'note' });
  if (tables.length > 0) return problems;
  let filled = 0;
  let errors = 0;
  for (const row of view.grid.values) {
    for (const value of row) {
      if (value === '') continue;
      filled += 1;
      if (typeof value === 'string' && isErrorText(value)) errors += 1;
    }
  }
  if (filled === 0) problems.push({ code: 'sheet-empty', details: {}, severity: 'note' });
  else if (errors > filled / 2)
    problems.push({ code: 'errors-only', details: { errors }, severity: 'warning' });
  else problems.push({ code: 'no-table', details: {}, severity: 'note' });
  return problems;
}

function factsOf(book: BookGrid): BookFacts {
  return { name: book.name.replace(/\.[A-Za-z]{2,5}$/, ''), date1904: book.date1904, years: bookYears(book) };
}

/**
 * Reads a workbook: its tables, what they are, what their columns mean, every value, and what could not be read.
 * A generator that yields often, so that a screen can show progress and stay alive.
 */
export function* readBookSteps(
  book: BookGrid,
  remembered: readonly RememberedTable[] = [],
): Generator<ReadingProgress, BookReading> {
  const facts = factsOf(book);
  const sheets: SheetReading[] = [];
  for (const grid of book.sheets) {
    const choose: ChoiceFinder = (table, _index, view) =>
      remembered.length === 0
        ? undefined
        : choicesFor({ sheet: grid.name, columns: signedColumns(view, table) }, remembered);
    sheets.push(yield* readSheetSteps(grid, facts, choose));
  }
  return { sheets };
}

function finish<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Reads a workbook in one go. */
export function readBook(book: BookGrid, remembered: readonly RememberedTable[] = []): BookReading {
  return finish(readBookSteps(book, remembered));
}

/** A person's choices for the tables of one sheet, in the tables' order. */
export type SheetChoices = readonly (TableChoices | undefined)[];

/** Reads one sheet of a workbook with the choices of its tables. */
export function readSheet(
  book: BookGrid,
  sheet: string,
  choices: SheetChoices = [],
): SheetReading | undefined {
  const grid = book.sheets.find((candidate) => candidate.name === sheet);
  if (!grid) return undefined;
  return finish(readSheetSteps(grid, factsOf(book), (_table, index) => choices[index]));
}
