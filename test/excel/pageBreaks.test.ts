/** @jest-environment ./test/tools/office-environment */
import { undoBuild, writePlan } from '../../src/excel';
import type { Plan } from '../../src/plan/types';
import { openWorkbook, saveWorkbook } from '../../src/workbench/files';

jest.setTimeout(60_000);

/** Statements one below the other, ten rows each. */
function statements(count: number): Plan {
  const rows = Array.from({ length: count * 10 }, (_, row) => [`line ${row}`]);
  const breaks = Array.from({ length: count - 1 }, (_, index) => (index + 1) * 10);
  return {
    template: 'sample',
    locale: 'en',
    sheets: [
      {
        role: 'statements',
        name: 'Statements',
        blocks: [{ at: { row: 0, column: 0 }, cells: rows, style: 'text' }],
        tables: [],
        charts: [],
        validations: [],
        conditionalFormats: [],
        widths: [20],
        gridlines: false,
        print: { orientation: 'portrait', breaks },
      },
    ],
  };
}

const options = { source: null, options: {}, refresh: null };
const breaks = (): readonly number[] => workbook.sheet('Statements')!.pageLayout.rowBreaks ?? [];

beforeEach(() => resetWorkbook({ sheets: ['订单台账'], locale: 'en-US' }));

test('each statement begins a page, in the saved file as well', async () => {
  await writePlan(statements(3), options);
  expect(breaks()).toEqual([10, 20]);
  const again = await openWorkbook(await saveWorkbook(workbook), 'again.xlsx');
  expect(again.sheet('Statements')!.pageLayout.rowBreaks).toEqual([10, 20]);
});

test('a refresh moves them, and its undo brings them back', async () => {
  const built = await writePlan(statements(3), options);
  await writePlan(statements(4), { ...options, refresh: built.build.id });
  expect(breaks()).toEqual([10, 20, 30]);
  await undoBuild({});
  expect(breaks()).toEqual([10, 20]);
});

test('they move with inserted rows and go with deleted ones', async () => {
  await writePlan(statements(3), options);
  const sheet = workbook.sheet('Statements')!;
  sheet.insertCells({ row: 5, column: 0, rows: 2, columns: 16384 }, 'down');
  expect(breaks()).toEqual([12, 22]);
  sheet.deleteCells({ row: 12, column: 0, rows: 1, columns: 16384 }, 'up');
  expect(breaks()).toEqual([21]);
});
