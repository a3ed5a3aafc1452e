import fc from 'fast-check';
import { createWorkbook } from '../../../src/workbench/model';
import type { CellValue, SheetModel, WorkbookModel } from '../../../src/workbench/model/types';

/* Above 64 rows conditions are answered from indexes, below by looking at every cell: the whole must come to what its
   parts of 50 rows come to. */
const ROWS = 130;
const PART = 50;

type Input = CellValue;

const figures = {
  COUNTIFS: (pairs: string) => `COUNTIFS(${pairs})`,
  SUMIFS: (pairs: string, of: string) => `SUMIFS(${of},${pairs})`,
};

/** Criteria in column A and B of the sheet of questions, one question a row. */
const CRITERIA: readonly (readonly Input[])[] = [
  ['k1', '>=3'],
  ['=k2', '<9'],
  ['K3', '<>'],
  ['5', '>0'],
  [5, ''],
  ['<>k1', '<=6'],
  ['k1', 7],
  ['5', 7],
  ['k*', 7],
  ['~*', '>=0'],
  [true, '<>3'],
  ['TRUE', '>-1'],
  ['#N/A', '>=2'],
  ['', '='],
  ['=', '<5'],
  ['>k1', '>=1'],
  ['<k2', '>=4'],
];

// Most rows have one key, so that its rows alone are too many to look at one by one.
const keys = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Input>('k1') },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Input[]>('K1', 'k2', 'k3', '5', 5, '*', '', true, null, { error: '#N/A' }),
  },
);
const numbers = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom<Input[]>('7', 'text', null, false, { error: '#DIV/0!' }) },
);

function book(rows: readonly (readonly CellValue[])[]): WorkbookModel {
  const made = createWorkbook({ sheets: ['Data', 'Asked'] });
  const [data, asked] = made.sheets;
  if (!data || !asked) throw new Error('no sheets');
  data.setValues({ row: 0, column: 0 }, [['key', 'x', 'day', 'own'], ...rows]);
  data.addTable({ row: 0, column: 0, rows: rows.length + 1, columns: 4 }, { name: 'T', hasHeaders: true });
  // A column that other cells ask for is calculated itself, as the rows that are appended are.
  data.setInputs({ row: 1, column: 3 }, [['=IF(ISNUMBER([@x]),[@x]*2,[@key])']]);
  asked.setValues({ row: 0, column: 0 }, CRITERIA);
  CRITERIA.forEach((_, row) => {
    const at = row + 1;
    const over = (part: (column: string) => string): string[] => [
      figures.COUNTIFS(`${part('key')},$A${at},${part('x')},$B${at}`),
      figures.COUNTIFS(
        `${part('key')},$A${at},${part('day')},">=20",${part('day')},"<"&60+${row},${part('x')},$B${at}`,
      ),
      figures.COUNTIFS(`${part('x')},$B${at},${part('x')},"<8"`),
      figures.COUNTIFS(`${part('own')},">4",${part('x')},$B${at},${part('day')},">30"`),
      figures.SUMIFS(`${part('key')},$A${at},${part('day')},">10"`, part('day')),
      figures.SUMIFS(`${part('x')},$B${at},${part('own')},"<>"`, part('day')),
      figures.SUMIFS(`${part('day')},"<=40",${part('key')},$A${at}`, part('x')),
    ];
    const stretch = (from: string, to: string) => (column: string) =>
      `INDEX(T[${column}],${from}):INDEX(T[${column}],${to})`;
    const whole = over((column) => `T[${column}]`);
    const parts = [
      over(stretch('1', String(PART))),
      over(stretch(String(PART + 1), String(2 * PART))),
      over(stretch(String(2 * PART + 1), 'ROWS(T[x])')),
    ];
    const inputs = whole.flatMap((formula, index) => [
      `=${formula}`,
      `=${parts.map((part) => part[index]).join('+')}`,
    ]);
    asked.setInputs({ row, column: 2 }, [inputs]);
  });
  return made;
}

type Step = (data: SheetModel) => void;

const row = fc.integer({ min: 1, max: ROWS });
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(row, keys).map(
    ([at, key]): Step =>
      (data) =>
        data.setValues({ row: at, column: 0 }, [[key]]),
  ),
  fc.tuple(row, numbers).map(
    ([at, x]): Step =>
      (data) =>
        data.setValues({ row: at, column: 1 }, [[x]]),
  ),
  fc.tuple(row, fc.integer({ min: 0, max: 90 })).map(
    ([at, day]): Step =>
      (data) =>
        data.setValues({ row: at, column: 2 }, [[day]]),
  ),
  fc.tuple(keys, numbers, fc.integer({ min: 0, max: 90 })).map(([key, x, day]): Step => (data) => {
    const area = data.tables[0]?.area;
    if (!area) throw new Error('no table');
    const typed = [key, x, day].map((value) => (typeof value === 'object' ? '' : value));
    data.setInputs({ row: area.row + area.rows, column: 0 }, [typed]);
  }),
  row.map(
    (at): Step =>
      (data) =>
        data.deleteCells({ row: at, column: 0, rows: 1, columns: 16_384 }, 'up'),
  ),
);

const tables = fc.array(fc.tuple(keys, numbers, fc.integer({ min: 0, max: 90 })), {
  minLength: ROWS,
  maxLength: ROWS,
});

function answers(made: WorkbookModel): CellValue[][] {
  return made.sheets[1]?.values({ row: 0, column: 2, rows: CRITERIA.length, columns: 14 }) ?? [];
}

function expectWholeLikeParts(made: WorkbookModel): void {
  for (const line of answers(made)) {
    const whole = line.filter((_, index) => index % 2 === 0);
    const parts = line.filter((_, index) => index % 2 === 1);
    expect(whole).toEqual(parts);
  }
}

describe.each([
  ['days in order, as a diary has them', true],
  ['days in any order', false],
])('%s', (_what, inOrder) => {
  test('conditions over many rows come to what they come to part by part, after any edits', () => {
    fc.assert(
      fc.property(tables, fc.array(steps, { maxLength: 8 }), (lines, edits) => {
        const days = lines.map(([, , day]) => day);
        if (inOrder) days.sort((a, b) => a - b);
        const made = book(lines.map(([key, x], index) => [key, x, days[index] ?? 0, null]));
        expectWholeLikeParts(made);
        for (const edit of edits) if (made.sheets[0]) edit(made.sheets[0]);
        expectWholeLikeParts(made);
        const incremental = answers(made);
        const rows = made.sheets[0]?.tables[0]?.area.rows ?? 0;
        const typed = made.sheets[0]?.values({ row: 1, column: 0, rows: rows - 1, columns: 3 }) ?? [];
        expect(incremental).toEqual(answers(book(typed.map((line) => [...line, null]))));
      }),
      { numRuns: 4 },
    );
  });
});

test('a column of which every row changed at once is read anew', () => {
  const made = createWorkbook();
  const sheet = made.activeSheet;
  const many = 5000;
  sheet.setInputs({ row: 0, column: 3 }, [[3, '=COUNTIFS(B1:B5000,"late")']]);
  sheet.setInputs(
    { row: 0, column: 0 },
    Array.from({ length: many }, (_, at) => [at % 7, `=IF(A${at + 1}>$D$1,"late","")`]),
  );
  const late = (limit: number): number =>
    Array.from({ length: many }, (_, at) => at % 7).filter((each) => each > limit).length;
  expect(sheet.value(0, 4)).toBe(late(3));
  for (const limit of [-1, 5, 2]) {
    sheet.setInputs({ row: 0, column: 3 }, [[limit]]);
    expect(sheet.value(0, 4)).toBe(late(limit));
  }
});
