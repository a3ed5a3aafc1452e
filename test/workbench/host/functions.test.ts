/** @jest-environment ./test/tools/office-environment */
import type { FunctionMetadata } from '../../../src/workbench/host';
import { onSheet, until } from './run';

const scalar = (name: string): { name: string; type: string } => ({ name, type: 'number' });
const metadata: FunctionMetadata = {
  functions: [
    { id: 'DOUBLE', name: 'DOUBLE', parameters: [scalar('value')] },
    {
      id: 'SEEN',
      name: 'SEEN',
      parameters: [
        { name: 'value', type: 'any' },
        { name: 'more', type: 'any', optional: true },
      ],
    },
    { id: 'TABLE', name: 'TABLE', parameters: [scalar('size')], result: { dimensionality: 'matrix' } },
    {
      id: 'TOTAL',
      name: 'TOTAL',
      parameters: [{ name: 'values', dimensionality: 'matrix', type: 'number' }],
    },
    { id: 'FAIL', name: 'FAIL', parameters: [{ name: 'how', type: 'string' }] },
    { id: 'LATER', name: 'LATER', parameters: [scalar('value')] },
    { id: 'WHERE', name: 'WHERE', parameters: [], options: { requiresAddress: true } },
    { id: 'ABSENT', name: 'ABSENT', parameters: [] },
  ],
};

/** What the page associates; `seen` has the arguments as they came. */
function associate(seen: unknown[][]): void {
  const { Error: FunctionError, ErrorCode } = CustomFunctions as unknown as {
    Error: new (code: string, message?: string) => Error;
    ErrorCode: Record<string, string>;
  };
  const failures: Record<string, () => unknown> = {
    throw: () => {
      throw new Error('unplanned');
    },
    value: () => {
      throw new FunctionError(ErrorCode.invalidValue!, 'says why');
    },
    missing: () => {
      throw new FunctionError(ErrorCode.notAvailable!, 'not there');
    },
    nan: () => NaN,
    nothing: () => null,
    returned: () => new FunctionError(ErrorCode.divisionByZero!),
  };
  CustomFunctions.associate({
    DOUBLE: (value: number) => value * 2,
    SEEN: (...args: unknown[]) => {
      seen.push(args.slice(0, 2));
      return 'seen';
    },
    TABLE: (size: number) => Array.from({ length: size }, (_, row) => [row, row * 10]),
    TOTAL: (values: number[][]) => values.flat().reduce((sum, value) => sum + value, 0),
    FAIL: (how: string) => failures[how]!(),
    LATER: (value: number) => new Promise((resolve) => setTimeout(() => resolve(value + 1), 20)),
    WHERE: (invocation: CustomFunctions.Invocation) => invocation.address,
  });
}

async function start(options: Parameters<typeof resetWorkbook>[0] = {}): Promise<unknown[][]> {
  await resetWorkbook(options);
  const seen: unknown[][] = [];
  associate(seen);
  host.registerFunctions(metadata);
  return seen;
}

/** Types a formula into A1 of the active sheet and gives what the cell then holds. */
async function calculated(formula: string): Promise<unknown> {
  const sheet = workbook.activeSheet;
  sheet.setInputs({ row: 0, column: 0 }, [[formula]]);
  await workbook.calculate();
  return sheet.value(0, 0);
}

test('a formula calls the function that the page associated', async () => {
  await start();
  expect(await calculated('=DOUBLE(21)')).toBe(42);
  expect(await calculated('=double(B1)+1')).toBe(1);
});

test('ranges arrive as matrices and matrices spill', async () => {
  await start();
  workbook.activeSheet.setValues({ row: 0, column: 3 }, [
    [1, 2],
    [3, 4],
  ]);
  expect(await calculated('=TOTAL(D1:E2)')).toBe(10);
  await calculated('=TABLE(3)');
  expect(workbook.activeSheet.values({ row: 0, column: 0, rows: 3, columns: 2 })).toEqual([
    [0, 0],
    [1, 10],
    [2, 20],
  ]);
});

test('a blank cell arrives as 0 on the desktop and as null on the web, what is left out as null', async () => {
  const desktop = await start();
  await calculated('=SEEN(Z9)');
  expect(desktop).toEqual([[0, null]]);
  const web = await start({ blankArguments: 'null' });
  await calculated('=SEEN(Z9)');
  expect(web).toEqual([[null, null]]);
});

test.each([
  ['throw', { error: '#VALUE!' }],
  ['value', { error: '#VALUE!', message: 'says why' }],
  ['missing', { error: '#N/A', message: 'not there' }],
  ['nan', { error: '#NUM!' }],
  ['nothing', 0],
  ['returned', { error: '#DIV/0!' }],
])('%s becomes what Excel shows', async (how, shown) => {
  await start();
  expect(await calculated(`=FAIL("${how}")`)).toEqual(shown);
});

test('an answer that comes later is waited for', async () => {
  await start();
  expect(await calculated('=LATER(1)')).toBe(2);
});

test('the address is handed over where the function asks for it', async () => {
  await start();
  expect(await calculated('=WHERE()')).toBe('Sheet1!A1');
});

test('a function that is declared but not associated is #NAME?', async () => {
  await start();
  expect(await calculated('=ABSENT()')).toEqual({ error: '#NAME?' });
});

test('over the wire office.js calls the function and sends its answers in a batch', async () => {
  await start({ functionCalls: 'wire' });
  const sheet = workbook.activeSheet;
  sheet.setInputs({ row: 0, column: 0 }, [['=DOUBLE(4)', '=FAIL("value")', '=TABLE(2)']]);
  await until(() => sheet.value(0, 0) === 8);
  await workbook.calculate();
  expect(sheet.value(0, 1)).toEqual({ error: '#VALUE!', message: 'says why' });
  expect(sheet.values({ row: 0, column: 2, rows: 2, columns: 2 })).toEqual([
    [0, 0],
    [1, 10],
  ]);
  const answers = host.requests.filter((record) =>
    record.request?.Actions.some(({ Name }) => Name === 'SetInvocationArrayResults'),
  );
  expect(answers.length).toBeGreaterThan(0);
  expect(host.syncCount).toBe(0);
});

test('a run reads what custom functions calculated', async () => {
  await start();
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:B1').formulas = [['=DOUBLE(8)', '=A1+1']];
    const range = sheet.getRange('A1:B1').load('values');
    await context.sync();
    expect(range.values).toEqual([[16, 17]]);
  });
});
