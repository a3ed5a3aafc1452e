import { createWorkbook } from '../../../src/workbench/model';
import type { WorkbookModel } from '../../../src/workbench/model/types';

const ROWS = 600;

/** Numbers in A, twice each in B, running sums of B in C, and the sum of all in E1. */
function fill(book: WorkbookModel): void {
  const sheet = book.activeSheet;
  const rows = Array.from({ length: ROWS }, (_, row) => [
    row + 1,
    `=A${row + 1}*2`,
    row === 0 ? '=B1' : `=C${row}+B${row + 1}`,
  ]);
  sheet.setInputs({ row: 0, column: 0 }, rows);
  sheet.setInputs({ row: 0, column: 4 }, [['=SUM(C1:C600)']]);
}

/** Fills in turns; `between` is called at every stop with its number. */
async function inTurns(between: (book: WorkbookModel, turn: number) => void): Promise<WorkbookModel> {
  const book = createWorkbook();
  let turn = 0;
  await book.batchInTurns(
    () => Promise.resolve(fill(book)),
    () => Promise.resolve(between(book, ++turn)),
  );
  return book;
}

function atOnce(after: (book: WorkbookModel) => void = () => undefined): unknown {
  const book = createWorkbook();
  fill(book);
  after(book);
  return valuesOf(book);
}

const valuesOf = (book: WorkbookModel): unknown =>
  book.activeSheet.values({ row: 0, column: 0, rows: ROWS, columns: 6 });

test('calculating in turns comes to the same, with many stops', async () => {
  let turns = 0;
  const book = await inTurns((_book, turn) => (turns = turn));
  expect(turns).toBeGreaterThan(15);
  expect(valuesOf(book)).toEqual(atOnce());
});

const EDITS: readonly (readonly [string, (book: WorkbookModel) => void])[] = [
  ['a value is typed', (book) => book.activeSheet.setInputs({ row: 500, column: 0 }, [[7]])],
  ['a formula is typed over', (book) => book.activeSheet.setInputs({ row: 599, column: 2 }, [[5]])],
  ['a formula is replaced', (book) => book.activeSheet.setInputs({ row: 300, column: 1 }, [['=A301*3']])],
  [
    'a row is deleted',
    (book) => book.activeSheet.deleteCells({ row: 400, column: 0, rows: 1, columns: 16384 }, 'up'),
  ],
  [
    'a row is inserted',
    (book) => book.activeSheet.insertCells({ row: 400, column: 0, rows: 1, columns: 16384 }, 'down'),
  ],
  ['the sheet is renamed', (book) => book.renameSheet(book.activeSheet, 'Other')],
  ['a sheet is added', (book) => void book.addSheet('Second')],
  ['formulas are asked for', (book) => void book.calculate()],
];

describe.each([2, 12])('in the middle of it, at stop %i', (at) => {
  test.each(EDITS)('%s', async (_what, edit) => {
    const book = await inTurns((own, turn) => {
      if (turn === at) edit(own);
    });
    expect(valuesOf(book)).toEqual(atOnce(edit));
  });
});
