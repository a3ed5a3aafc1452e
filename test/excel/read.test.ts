/** @jest-environment ./test/tools/office-environment */
import { readGrid } from '../../src/excel';
import type { DaybookError } from '../../src/domain/errors';

jest.setTimeout(60_000);

const MB = 5 * 1024 * 1024;

/** Requests of some work, as the host saw them. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  const before = host.syncCount;
  await work();
  return host.syncCount - before;
}

describe('reading a workbook', () => {
  beforeEach(() => resetWorkbook({ sheets: ["'=1+1 & <x>".replace(/^'/, ''), '空表', '隐藏'] }));

  it('gives what stands in the sheets, with formats, merges, hidden rows and tables', async () => {
    const sheet = workbook.sheets[0]!;
    sheet.setValues({ row: 2, column: 1 }, [
      ['订单', null, null],
      ['日期', '金额', '备注'],
      [45292, 12.5, '=1+1'],
      [45293, { error: '#N/A' }, true],
    ]);
    sheet.applyStyle({ row: 4, column: 1, rows: 2, columns: 1 }, { numberFormat: 'yyyy-mm-dd' });
    sheet.merge({ row: 2, column: 1, rows: 1, columns: 3 });
    sheet.setRowHidden(5, 1, true);
    sheet.setColumnHidden(3, 1, true);
    sheet.addTable({ row: 3, column: 1, rows: 3, columns: 3 }, { name: 'Kept', hasHeaders: true });
    workbook.sheets[2]!.visibility = 'hidden';
    workbook.sheets[2]!.setValues({ row: 0, column: 0 }, [['x']]);

    const { grid, unreadable } = await readGrid();

    expect(unreadable).toEqual([]);
    expect(grid.sheets.map((one) => [one.name, one.visible])).toEqual([
      ['=1+1 & <x>', true],
      ['空表', true],
      ['隐藏', false],
    ]);
    expect(grid.sheets[0]).toEqual({
      name: '=1+1 & <x>',
      origin: { row: 2, column: 1 },
      values: [
        ['订单', '', ''],
        ['日期', '金额', '备注'],
        [45292, 12.5, '=1+1'],
        [45293, '#N/A', true],
      ],
      formats: [[], [], ['yyyy-mm-dd', 'General', 'General'], ['yyyy-mm-dd', 'General', 'General']],
      merges: [{ row: 2, column: 1, rows: 1, columns: 3 }],
      hiddenRows: [5],
      hiddenColumns: [3],
      tables: [
        { name: 'Kept', area: { row: 3, column: 1, rows: 3, columns: 3 }, hasHeader: true, hasTotals: false },
      ],
      visible: true,
    });
    expect(grid.sheets[1]!.values).toEqual([]);
  });

  it('reads a 1904 workbook as such', async () => {
    expect((await readGrid()).grid.date1904).toBe(false);
    workbook.date1904 = true;
    expect((await readGrid()).grid.date1904).toBe(true);
  });

  it('asks for values only: formatted blank rows cost nothing', async () => {
    const sheet = workbook.sheets[0]!;
    sheet.setValues({ row: 0, column: 0 }, [['a'], ['b']]);
    sheet.applyStyle({ row: 0, column: 0, rows: 1048576, columns: 5 }, { fill: '#FFFF00' });
    const { grid } = await readGrid();
    expect(grid.sheets[0]!.values).toEqual([['a'], ['b']]);
  });
});

describe('the size of requests', () => {
  const fill = (rows: number, text: string): void => {
    const line = (row: number): (string | number)[] => [
      row,
      `${text}${row}`,
      row * 1.5,
      text,
      text,
      45292,
      'x',
      text,
    ];
    workbook.sheets[0]!.setValues(
      { row: 0, column: 0 },
      Array.from({ length: rows }, (_, row) => line(row)),
    );
  };

  it.each([
    [10, 0],
    [1000, 1],
    [50000, 30],
  ])('of %i rows stays below the limit with few requests', async (rows, chunks) => {
    await resetWorkbook();
    fill(1, '甲公司');
    const few = await requestsOf(() => readGrid());
    fill(rows, '甲公司');
    const from = host.requests.length;
    const many = await requestsOf(() => readGrid());
    expect(many - few).toBeLessThanOrEqual(chunks);
    expect(Math.max(...host.requests.slice(from).map((record) => record.replyBytes))).toBeLessThan(MB);
    const { grid } = await readGrid();
    expect(grid.sheets[0]!.values).toHaveLength(rows);
    expect(grid.sheets[0]!.values[rows - 1]![0]).toBe(rows - 1);
  });

  it('goes down by itself where cells are longer than thought', async () => {
    await resetWorkbook();
    fill(2000, 'x');
    const long = 'y'.repeat(30000);
    workbook.sheets[0]!.setValues(
      { row: 1500, column: 1 },
      Array.from({ length: 400 }, () => [long]),
    );
    const { grid, unreadable } = await readGrid();
    expect(unreadable).toEqual([]);
    expect(grid.sheets[0]!.values).toHaveLength(2000);
    expect(grid.sheets[0]!.values[1899]![1]).toBe(long);
    expect(grid.sheets[0]!.values[1999]![0]).toBe(1999);
  });

  it('shares requests between many small sheets', async () => {
    await resetWorkbook({ sheets: Array.from({ length: 60 }, (_, index) => `S${index}`) });
    for (const sheet of workbook.sheets) sheet.setValues({ row: 0, column: 0 }, [['a', 1]]);
    expect(await requestsOf(() => readGrid())).toBeLessThan(12);
  });
});

describe('when reading goes wrong', () => {
  it('stops between two requests when told to', async () => {
    await resetWorkbook();
    workbook.sheets[0]!.setValues(
      { row: 0, column: 0 },
      Array.from({ length: 20000 }, (_, row) => [row, 'some text here']),
    );
    const stop = new AbortController();
    const reading = readGrid({
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done > 0) stop.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ code: 'excel-cancelled' });
  });

  it('names the sheet that can not be read and reads the others', async () => {
    await resetWorkbook({ sheets: ['a', 'b'] });
    const wide = ['x'.repeat(32000)];
    workbook.sheets[0]!.setValues({ row: 0, column: 0 }, [Array.from({ length: 200 }, () => wide[0]!)]);
    workbook.sheets[1]!.setValues({ row: 0, column: 0 }, [[1]]);
    const { grid, unreadable } = await readGrid();
    expect(grid.sheets.map((sheet) => sheet.name)).toEqual(['b']);
    expect(unreadable.map((one) => [one.sheet, one.error.code])).toEqual([['a', 'excel-too-large']]);
  });

  it('waits while a person edits a cell', async () => {
    await resetWorkbook();
    workbook.editing = true;
    setTimeout(() => (workbook.editing = false), 120);
    await expect(readGrid()).resolves.toMatchObject({ unreadable: [] });
  });

  it('says what failed when the connection breaks', async () => {
    await resetWorkbook();
    host.failRequest({ request: 1, when: 'before', code: 'GeneralException' });
    const error = await readGrid().then(
      () => null,
      (thrown: DaybookError) => thrown,
    );
    expect(error).toMatchObject({ code: 'excel-failed', details: { code: 'GeneralException' } });
  });
});
