import fc from 'fast-check';
import { Linker } from '../../../src/workbench/engine/linker';
import { createWorkbook } from '../../../src/workbench/model';
import type { SheetCore, WorkbookCore } from '../../../src/workbench/model/core';
import type { WorkbookModel } from '../../../src/workbench/model/types';

const ROWS = 30;
const COLUMNS = 9;

/** A table whose filled columns read their own row, whole columns, a fixed cell, cells above and each other. */
function book(): WorkbookModel {
  const made = createWorkbook({ sheets: ['Data', 'Sums'] });
  const [data, sums] = made.sheets;
  if (!data || !sums) throw new Error('no sheets');
  data.setInputs({ row: 0, column: 0 }, [
    ['key', 'x', 'twice', 'share', 'rank', 'state', 'run', 'count', 'top'],
  ]);
  data.setInputs(
    { row: 1, column: 0 },
    Array.from({ length: ROWS }, (_, row) => [`k${row % 4}`, (row * 7) % 11]),
  );
  data.addTable({ row: 0, column: 0, rows: ROWS + 1, columns: COLUMNS }, { name: 'T', hasHeaders: true });
  const column = (at: number, formula: (row: number) => string): void =>
    data.setInputs(
      { row: 1, column: at },
      Array.from({ length: ROWS }, (_, row) => [formula(row)]),
    );
  sums.setInputs({ row: 0, column: 0 }, [[5]]);
  column(2, () => '=[@x]*2');
  column(3, () => '=IF(SUM(T[twice])=0,0,[@twice]/SUM(T[twice]))');
  column(4, () => '=IF([@share]>0.02,[@x]+ROW()/1000,"")');
  column(5, () => '=IF([@x]>Sums!$A$1,"over",IF([@key]="k1","first","under"))');
  // One running column, that can't be taken as a whole, and one that reads it.
  column(6, (row) => (row === 0 ? '=B2' : `=G${row + 1}+B${row + 2}`));
  column(7, () => '=COUNTIFS(T[key],[@key],T[state],"over")+COUNTIFS(T[x],">="&[@x],T[x],"<9")');
  column(8, () => '=[@run]-[@count]');
  sums.setInputs({ row: 1, column: 0 }, [
    ['=SUM(T[top])'],
    ['=IFERROR(SMALL(T[rank],2),"none")'],
    ['=COUNTIFS(T[x],">3",T[state],"under")'],
    ['=SUMIFS(T[x],T[x],">2",T[x],"<=8")'],
    ['=SUM(INDEX(T[x],2):INDEX(T[x],ROWS(T[x])-1))'],
  ]);
  return made;
}

type Step = (book: WorkbookModel) => void;

const row = fc.integer({ min: 1, max: ROWS });
const value = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom('', 'a text', '=1+1', '=A1'));
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(row, value).map(
    ([at, input]): Step =>
      ({ sheets: [data] }) =>
        data?.setInputs({ row: at, column: 1 }, [[input]]),
  ),
  fc.tuple(row, fc.integer({ min: 2, max: 7 }), value).map(
    ([at, column, input]): Step =>
      ({ sheets: [data] }) =>
        data?.setInputs({ row: at, column }, [[input]]),
  ),
  fc.tuple(row, fc.constantFrom('=[@x]*2', '=[@x]*3')).map(
    ([at, formula]): Step =>
      ({ sheets: [data] }) =>
        data?.setInputs({ row: at, column: 2 }, [[formula]]),
  ),
  fc.integer({ min: 0, max: 9 }).map(
    (limit): Step =>
      ({ sheets: [, sums] }) =>
        sums?.setInputs({ row: 0, column: 0 }, [[limit]]),
  ),
  fc.constant<Step>(({ sheets: [data] }) => {
    const area = data?.tables[0]?.area;
    if (data && area) data.setInputs({ row: area.row + area.rows, column: 0 }, [['k9', 6]]);
  }),
  row.map(
    (at): Step =>
      ({ sheets: [data] }) =>
        data?.insertCells({ row: at, column: 0, rows: 1, columns: 16_384 }, 'down'),
  ),
  row.map(
    (at): Step =>
      ({ sheets: [data] }) =>
        data?.deleteCells({ row: at, column: 0, rows: 2, columns: 16_384 }, 'up'),
  ),
  row.map(
    (at): Step =>
      ({ sheets: [data] }) =>
        data?.clear({ row: at, column: 2, rows: 3, columns: 3 }, 'contents'),
  ),
);

function valuesOf({ sheets }: WorkbookModel): unknown {
  return sheets.map((sheet) => sheet.values({ row: 0, column: 0, rows: ROWS + 20, columns: COLUMNS }));
}

test('after any edits filled columns hold what calculating everything anew gives', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1, maxLength: 12 }), (edits) => {
      const made = book();
      for (const edit of edits) edit(made);
      const before = valuesOf(made);
      // Cells that move leave no index of a column standing.
      for (const sheet of made.sheets) {
        sheet.insertCells({ row: 0, column: 40, rows: 1_048_576, columns: 1 }, 'right');
      }
      void made.calculate(true);
      expect(before).toEqual(valuesOf(made));
    }),
    { numRuns: 60 },
  );
});

test('they hold what the same formulas give cell by cell', () => {
  const made = book();
  const rows = made.sheets[0]?.values({ row: 1, column: 0, rows: ROWS, columns: COLUMNS }) ?? [];
  const x = rows.map((line) => Number(line[1]));
  const sum = x.reduce((total, each) => total + 2 * each, 0);
  let run = 0;
  rows.forEach((line, index) => {
    const own = x[index] ?? 0;
    run += own;
    const state = own > 5 ? 'over' : line[0] === 'k1' ? 'first' : 'under';
    const over = rows.filter((other, at) => other[0] === line[0] && (x[at] ?? 0) > 5).length;
    const between = x.filter((other) => other >= own && other < 9).length;
    expect(line.slice(2)).toEqual([
      own * 2,
      (own * 2) / sum,
      (own * 2) / sum > 0.02 ? own + (index + 2) / 1000 : '',
      state,
      run,
      over + between,
      run - over - between,
    ]);
  });
});

test('formulas that a file brings cell by cell, row by row, are filled columns too', () => {
  const made = createWorkbook();
  const sheet = made.activeSheet as SheetCore;
  const linker = new Linker(made as unknown as WorkbookCore);
  for (let at = 0; at < ROWS; at++) {
    sheet.setFormula({ row: at, column: 1 }, { formula: '=$A$1*2', kind: 'plain' }, 2);
    sheet.setFormula({ row: at, column: 3 }, { formula: `=B${at + 1}+1`, kind: 'plain' }, 3);
    for (const column of [1, 3]) linker.load(sheet, { row: at, column, rows: 1, columns: 1 });
  }
  // One of them twice: it is linked once.
  linker.load(sheet, { row: 3, column: 1, rows: 1, columns: 1 });
  for (const step of linker.synchronise()) void step;
  const found = [...linker.graph.nodes()].map(({ column, row, rows }) => ({ column, row, rows }));
  expect(found).toEqual([
    { column: 1, row: 0, rows: ROWS },
    { column: 3, row: 0, rows: ROWS },
  ]);
  expect(linker.stale.size).toBe(0);
});
