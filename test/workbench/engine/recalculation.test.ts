import fc from 'fast-check';
import { createWorkbook } from '../../../src/workbench/model';
import { cellAddress } from '../../../src/workbench/model/address';
import type { CustomFunction, SheetModel, WorkbookModel } from '../../../src/workbench/model/types';

const at = (row: number, column: number) => ({ row, column });
const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

function put(sheet: SheetModel, row: number, column: number, ...lines: (string | number | null)[][]): void {
  sheet.setInputs(at(row, column), lines);
}

const arpu: CustomFunction = {
  id: 'ARPU',
  name: 'ARPU',
  parameters: [{ name: 'revenue' }, { name: 'users' }, { name: 'closing', optional: true }],
  result: {},
  call: ([revenue, users]) => {
    if (users === 0) throw Object.assign(new Error('no users'), { code: '#N/A' });
    return Number(revenue) / Number(users);
  },
};

describe('what is calculated', () => {
  let book: WorkbookModel;
  let sheet: SheetModel;
  beforeEach(() => {
    book = createWorkbook();
    sheet = book.activeSheet;
  });

  test('a typed value reaches all that depend on it, in order, across sheets', () => {
    const other = book.addSheet('Other');
    put(other, 0, 0, ['=Sheet1!B1*2']);
    put(sheet, 0, 0, [1, '=A1+1', '=SUM(A1:B1)', '=Other!A1+C1']);
    put(sheet, 0, 0, [10]);
    expect(sheet.values({ row: 0, column: 0, rows: 1, columns: 4 })).toEqual([[10, 11, 21, 43]]);
  });

  test('only what depends on an edit is calculated', () => {
    const calls: unknown[] = [];
    const count: CustomFunction = { ...arpu, name: 'COUNTED', call: ([a]) => (calls.push(a), a) };
    book.registerFunctions([count]);
    put(sheet, 0, 0, [1, '=COUNTED(A1,1)'], [2, '=COUNTED(A2,1)']);
    calls.length = 0;
    put(sheet, 1, 0, [5]);
    expect(calls).toEqual([5]);
  });

  test('a formula whose precedents come out the same is left alone', () => {
    let calls = 0;
    book.registerFunctions([{ ...arpu, name: 'COUNTED', call: ([a]) => (calls++, a) }]);
    put(sheet, 0, 0, [1, '=A1>0', '=COUNTED(B1,1)']);
    calls = 0;
    put(sheet, 0, 0, [2]);
    expect(calls).toBe(0);
  });

  test('cycles are 0 and do not hang; what follows is calculated; mending them calculates again', () => {
    put(sheet, 0, 0, ['=B1+1', '=A1+1', '=B1+5', '=SUM(D1:D3)']);
    expect(sheet.values({ row: 0, column: 0, rows: 1, columns: 4 })).toEqual([[0, 0, 5, 0]]);
    expect(book.circular.map(({ column }) => column)).toEqual([0, 1, 3]);
    put(sheet, 0, 0, [7]);
    expect(sheet.values({ row: 0, column: 0, rows: 1, columns: 3 })).toEqual([[7, 8, 13]]);
    expect(book.circular.map(({ column }) => column)).toEqual([3]);
  });

  test('a chain of 20,000 cells does not exhaust the stack', () => {
    put(sheet, 0, 0, ...Array.from({ length: 20000 }, (_, i) => [i === 0 ? 1 : `=A${i}+1`]));
    expect(sheet.value(19999, 0)).toBe(20000);
    put(sheet, 0, 0, [101]);
    expect(sheet.value(19999, 0)).toBe(20100);
  });

  test('OFFSET and INDIRECT see what is calculated in the same run', () => {
    put(sheet, 0, 0, [1, '=A1*10', '=OFFSET(A1,0,1)', '=INDIRECT("C1")+1']);
    put(sheet, 0, 0, [2]);
    expect(sheet.values({ row: 0, column: 1, rows: 1, columns: 3 })).toEqual([[20, 20, 21]]);
  });

  test('manual mode waits for calculate', async () => {
    book.calculationMode = 'manual';
    put(sheet, 0, 0, [3, '=A1*2']);
    expect(sheet.value(0, 1)).toBeNull();
    await book.calculate();
    expect(sheet.value(0, 1)).toBe(6);
  });

  test('a file brings values: nothing is calculated until something changes', () => {
    sheet.setFormula(at(0, 1), { formula: '=A1*2', kind: 'plain' }, 99);
    expect(sheet.value(0, 1)).toBe(99);
    put(sheet, 0, 0, [4]);
    expect(sheet.value(0, 1)).toBe(8);
  });

  test('names and saved prefixes', () => {
    put(sheet, 0, 0, [5], [6]);
    book.addName('both', '=Sheet1!$A$1:$A$2');
    book.addName('twice', 'LAMBDA(x,x*2)');
    put(sheet, 0, 2, ['=SUM(both)', '=twice(4)', '=_xlfn.CONCAT(both)']);
    expect(sheet.values({ row: 0, column: 2, rows: 1, columns: 3 })).toEqual([[11, 8, '56']]);
    expect(sheet.formula(0, 4)?.formula).toBe('=CONCAT(both)');
    put(sheet, 0, 0, [10]);
    expect(sheet.value(0, 2)).toBe(16);
  });
});

describe('spills', () => {
  test('grow, shrink, are read with # and give their cells back', () => {
    const sheet = createWorkbook().activeSheet;
    put(sheet, 0, 0, [3, '=SEQUENCE(A1)', '=SUM(B1#)', '=B3']);
    expect(sheet.formula(0, 1)).toEqual({
      formula: '=SEQUENCE(A1)',
      kind: 'dynamic',
      spill: { row: 0, column: 1, rows: 3, columns: 1 },
    });
    expect([sheet.value(2, 1), sheet.value(0, 2), sheet.value(0, 3), sheet.formula(1, 1)]).toEqual([
      3,
      6,
      3,
      null,
    ]);
    put(sheet, 0, 0, [2]);
    expect([sheet.value(2, 1), sheet.value(0, 2), sheet.value(0, 3)]).toEqual([null, 3, 0]);
    sheet.clear(cell(0, 1), 'contents');
    expect(sheet.value(1, 1)).toBeNull();
  });

  test('a value in the way is #SPILL! until it goes', () => {
    const sheet = createWorkbook().activeSheet;
    put(sheet, 0, 1, ['=SEQUENCE(3)']);
    put(sheet, 1, 1, ['here']);
    expect(sheet.values({ row: 0, column: 1, rows: 3, columns: 1 })).toEqual([
      [{ error: '#SPILL!' }],
      ['here'],
      [null],
    ]);
    sheet.clear(cell(1, 1), 'contents');
    expect(sheet.values({ row: 0, column: 1, rows: 3, columns: 1 })).toEqual([[1], [2], [3]]);
  });
});

describe('custom functions', () => {
  let book: WorkbookModel;
  let sheet: SheetModel;
  beforeEach(() => {
    book = createWorkbook();
    sheet = book.activeSheet;
  });

  test('a name is #NAME? until it is registered', () => {
    put(sheet, 0, 0, [10, 4, '=ARPU(A1,B1)']);
    expect(sheet.value(0, 2)).toEqual({ error: '#NAME?' });
    book.registerFunctions([arpu]);
    expect(sheet.value(0, 2)).toBe(2.5);
  });

  test('errors it throws keep their sentence, errors in arguments never reach it, ranges spill', () => {
    book.registerFunctions([arpu]);
    put(sheet, 0, 0, [10, 0, '=ARPU(A1,B1)', '=ARPU(1/0,2)'], [20, 5, null, null]);
    expect(sheet.value(0, 2)).toEqual({ error: '#N/A', message: 'no users' });
    expect(sheet.value(0, 3)).toEqual({ error: '#DIV/0!' });
    put(sheet, 0, 1, [2], [5]);
    put(sheet, 0, 5, ['=ARPU(A1:A2,B1:B2)']);
    expect(sheet.values({ row: 0, column: 5, rows: 2, columns: 1 })).toEqual([[5], [4]]);
  });

  test('blanks are 0 on the desktop and null on the web, what is left out is null', () => {
    const seen: unknown[] = [];
    book.registerFunctions([{ ...arpu, name: 'SEEN', call: (args) => (seen.push([...args]), null) }]);
    put(sheet, 0, 1, ['=SEEN(A1,1)']);
    expect(sheet.value(0, 1)).toBe(0);
    book.blankArguments = 'null';
    put(sheet, 0, 1, ['=SEEN(A1,2)']);
    expect(seen).toEqual([
      [0, 1, null],
      [null, 2, null],
    ]);
  });

  test('an answer that comes later is #BUSY! until then', async () => {
    book.registerFunctions([{ ...arpu, name: 'LATER', call: ([x]) => Promise.resolve(Number(x) + 1) }]);
    put(sheet, 0, 0, ['=LATER(1,0)', '=A1*10', '=LATER(1,0)+LATER(2,0)']);
    expect(sheet.value(0, 1)).toEqual({ error: '#BUSY!' });
    await book.calculate();
    expect(sheet.values({ row: 0, column: 0, rows: 1, columns: 3 })).toEqual([[2, 20, 5]]);
  });

  test('NaN is #NUM!, anything thrown is #VALUE!', () => {
    book.registerFunctions([
      { ...arpu, name: 'NAN', call: () => NaN },
      {
        ...arpu,
        name: 'THROWS',
        call: () => {
          throw new Error('inside');
        },
      },
    ]);
    put(sheet, 0, 0, ['=NAN(1,1)', '=THROWS(1,1)']);
    expect(sheet.values({ row: 0, column: 0, rows: 1, columns: 2 })).toEqual([
      [{ error: '#NUM!' }, { error: '#VALUE!' }],
    ]);
  });
});

describe('properties', () => {
  const formula = (row: number) =>
    fc
      .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 6 }))
      .map(([r, c, kind]) => {
        const a = cellAddress(r, c);
        const b = cellAddress((r + row) % 8, (c + 1) % 4);
        return (
          [
            `=${a}+${b}`,
            `=SUM(${a}:${cellAddress(r + 1, c + 1)})`,
            `=IF(${a}>3,${b},${a})`,
            `=COUNTIF(A1:D8,">"&${a})`,
            `=MAX(A1:A8)-${b}`,
            `=SEQUENCE(2)`,
            `=INDEX(A1:D8,${(r % 8) + 1},${c + 1})`,
          ][kind] ?? '=1'
        );
      });
  const edit = fc.record({
    row: fc.integer({ min: 0, max: 7 }),
    column: fc.integer({ min: 0, max: 3 }),
    input: fc.oneof(
      fc.integer({ min: -5, max: 9 }),
      fc.constant(null),
      fc.integer({ min: 0, max: 7 }).chain(formula),
    ),
  });

  test('after any edits, values are those of a full calculation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 25 }), async (edits) => {
        const book = createWorkbook();
        for (const { row, column, input } of edits) put(book.activeSheet, row, column, [input]);
        const incremental = book.snapshot();
        await book.calculate(true);
        expect(book.snapshot()).toEqual(incremental);
      }),
      { numRuns: 150 },
    );
  });

  test('inserting rows and deleting them again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 15 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        (edits, row, rows) => {
          const book = createWorkbook();
          const sheet = book.activeSheet;
          for (const { row: r, column, input } of edits) put(sheet, r, column, [input]);
          const before = book.snapshot();
          const area = { row, column: 0, rows, columns: 16384 };
          sheet.insertCells(area, 'down');
          sheet.deleteCells(area, 'up');
          expect(book.snapshot()).toEqual(before);
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('a span between two columns of a table follows the columns in between', () => {
  const book = createWorkbook();
  const sheet = book.sheets[0]!;
  sheet.setInputs({ row: 0, column: 0 }, [
    ['May', 'June', 'July', 'Sum'],
    [1, 2, 3, null],
    [4, 5, 6, null],
  ]);
  sheet.addTable({ row: 0, column: 0, rows: 3, columns: 4 }, { name: 'T', hasHeaders: true });
  sheet.setInputs({ row: 1, column: 3 }, [['=SUM(T[@May]:T[@July])'], ['=SUM(T[@July]:T[@May])']]);
  sheet.setInputs({ row: 5, column: 0 }, [['=SUM(T[May]:T[July])']]);
  sheet.setInputs({ row: 1, column: 1 }, [[20], [50]]);
  expect([sheet.value(1, 3), sheet.value(2, 3), sheet.value(5, 0)]).toEqual([24, 60, 84]);
});
