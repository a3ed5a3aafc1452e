import { finish } from '../domain/drain';
import { choicesFor, combined, headerSignature, remember, type FoundChoices } from './choices';
import { bookYears } from './context';
import type { BookGrid, SheetGrid } from './grid';
import { readTable, signedTable } from './readtable';
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

/** Finds the choices for a table; its number is null once a choice of header rows may have changed what there is. */
type ChoiceFinder = (table: FoundTable, index: number | null, view: SheetView) => FoundChoices | undefined;

function* tablesOf(
  view: SheetView,
  choose: ChoiceFinder,
): Generator<void, readonly [FoundTable, TableChoices | undefined][]> {
  let tables = yield* findTables(view);
  let chosen = new Map(tables.map((table, index) => [table.anchor, choose(table, index, view)]));
  let headers = chosenHeaders(chosen);
  if (headers.size > 0) {
    tables = yield* findTables(view, headers);
    // Under the header that was chosen a table may have been given more choices.
    chosen = new Map(
      tables.map((table) => [
        table.anchor,
        combined(chosen.get(table.anchor), headers.has(table.anchor) ? choose(table, null, view) : undefined),
      ]),
    );
    const latest = chosenHeaders(chosen);
    if ([...latest].some(([anchor, rows]) => !sameRows(rows, headers.get(anchor)))) {
      headers = latest;
      tables = yield* findTables(view, headers);
    }
  }
  return tables.map((table) => [table, chosen.get(table.anchor)?.choices]);
}

function chosenHeaders(chosen: ReadonlyMap<string, FoundChoices | undefined>): HeaderChoices {
  const headers = new Map<string, readonly [number, number] | null>();
  for (const [anchor, found] of chosen) {
    if (found?.choices.headerRows !== undefined) headers.set(anchor, found.choices.headerRows);
  }
  return headers;
}

function sameRows(
  a: readonly [number, number] | null,
  b: readonly [number, number] | null | undefined,
): boolean {
  return a === null || b === null || b === undefined ? a === b : a[0] === b[0] && a[1] === b[1];
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
    const reading = readTable(view, table, {
      book: book.name,
      bookYears: book.years,
      choices,
      above: tables,
    });
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
        : choicesFor({ sheet: grid.name, ...signedTable(view, table) }, remembered);
    sheets.push(yield* readSheetSteps(grid, facts, choose));
  }
  return { sheets };
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
  return finish(
    readSheetSteps(grid, factsOf(book), (_table, index) => {
      const chosen = index === null ? undefined : choices[index];
      return chosen && { choices: chosen, order: 0 };
    }),
  );
}
