/** @jest-environment ./test/tools/office-environment */
import { codeOf } from './run';

describe('load and sync', () => {
  beforeEach(() => resetWorkbook());

  test('what one sync writes the next reads, and the workbook has it', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2');
      range.values = [
        [1, 'two'],
        [true, 4.5],
      ];
      await context.sync();
      range.load(['values', 'address', 'valueTypes']);
      await context.sync();
      expect(range.values).toEqual([
        [1, 'two'],
        [true, 4.5],
      ]);
      expect(range.address).toBe('Sheet1!A1:B2');
      expect(range.valueTypes).toEqual([
        ['Double', 'String'],
        ['Boolean', 'Double'],
      ]);
    });
    expect(workbook.activeSheet.value(1, 1)).toBe(4.5);
  });

  test('nothing happens before the sync', async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[7]];
      expect(workbook.activeSheet.value(0, 0)).toBeNull();
      expect(host.syncCount).toBe(0);
      await context.sync();
      expect(workbook.activeSheet.value(0, 0)).toBe(7);
      expect(host.syncCount).toBe(1);
    });
  });

  test('a property that was not loaded says so', async () => {
    const work = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      range.load('address');
      await context.sync();
      return range.values;
    });
    expect(await codeOf(work)).toBe('PropertyNotLoaded');
  });

  test('formulas that one request writes are calculated when it reads them', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.getRange('B1').formulas = [['=SUM(A1:A3)']];
      const total = sheet.getRange('B1').load('values');
      sheet.getRange('A3').values = [[10]];
      const after = sheet.getRange('B1').load('values,formulas');
      await context.sync();
      expect(total.values).toEqual([[6]]);
      expect(after.values).toEqual([[13]]);
      expect(after.formulas).toEqual([['=SUM(A1:A3)']]);
    });
  });

  test('loads nested properties and the items of collections', async () => {
    await resetWorkbook({ sheets: ['First', 'Second'] });
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const cell = worksheets.getItem('Second').getRange('C3');
      cell.format.fill.color = '#ff0000';
      cell.format.font.bold = true;
      cell.load('address,format/fill/color,format/font/bold');
      worksheets.load('items/name');
      const names = context.workbook.names.load('items');
      await context.sync();
      expect(cell.format.fill.color).toBe('#FF0000');
      expect(cell.format.font.bold).toBe(true);
      expect(worksheets.items.map((sheet) => sheet.name)).toEqual(['First', 'Second']);
      expect(names.items).toEqual([]);
      // An item that a load brought can be used as if it had been got by its key.
      worksheets.items[0]!.getRange('A1').values = [['found']];
      await context.sync();
    });
    expect(workbook.sheet('First')!.value(0, 0)).toBe('found');
  });

  test('top and skip cut a collection', async () => {
    await resetWorkbook({ sheets: ['a', 'b', 'c', 'd'] });
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load({ select: 'name', top: 2, skip: 1 });
      await context.sync();
      expect(worksheets.items.map((sheet) => sheet.name)).toEqual(['b', 'c']);
    });
  });

  test('load() alone brings all scalars, and toJSON shows them', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2');
      range.values = [['x']];
      range.load();
      await context.sync();
      expect(range.toJSON()).toMatchObject({
        address: 'Sheet1!B2',
        rowIndex: 1,
        columnCount: 1,
        values: [['x']],
        text: [['x']],
      });
    });
  });

  test('set() reaches nested objects', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
      range.set({ values: [[1, 2]], format: { wrapText: true, font: { color: 'red', size: 14 } } });
      await context.sync();
    });
    expect(workbook.activeSheet.style(0, 1)).toEqual({ wrap: true, font: { color: '#FF0000', size: 14 } });
  });

  test('two contexts work side by side', async () => {
    const one = new Excel.RequestContext();
    const two = new Excel.RequestContext();
    one.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['one']];
    const read = two.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
    await one.sync();
    await two.sync();
    expect(read.values).toEqual([['one']]);
    const foreign = codeOf(
      (async () => {
        const cell = one.workbook.worksheets.getActiveWorksheet().getRange('A1');
        two.workbook.worksheets.getActiveWorksheet().getRange('B1').copyFrom(cell);
        await two.sync();
      })(),
    );
    expect(await foreign).toBe('InvalidRequestContext');
  });

  test('an object used after its run has ended is refused', async () => {
    let kept: Excel.Range | undefined;
    await Excel.run(async (context) => {
      kept = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      await context.sync();
    });
    expect(await codeOf(Promise.resolve().then(() => kept!.load('values')))).toBe('InvalidObjectPath');
  });

  test('a tracked range follows the rows inserted above it, and is let go at the end', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange('B5');
      range.values = [['mark']];
      await context.sync();
      expect(host.keptReferences).toBeGreaterThan(0);
      sheet.getRange('1:2').insert('Down');
      range.load('address,values');
      await context.sync();
      expect(range.address).toBe('Sheet1!B7');
      expect(range.values).toEqual([['mark']]);
    });
    await Excel.run((context) => context.sync());
    expect(host.keptReferences).toBe(0);
  });
});

describe('errors', () => {
  beforeEach(() => resetWorkbook());

  test('an item that is not there: code, place and the statement that failed', async () => {
    expect.assertions(3);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Nowhere').getRange('A1').values = [[1]];
      await context.sync();
    }).catch((error: OfficeExtension.Error) => {
      expect(error.code).toBe('ItemNotFound');
      expect(error.debugInfo.errorLocation).toBe('WorksheetCollection.getItem');
      expect(error.debugInfo.statement).toContain('getItem');
    });
  });

  test('what came before the failing action stays, what comes after does not happen', async () => {
    const work = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1').values = [['before']];
      sheet.getRange('A2:B2').values = [['too short']];
      sheet.getRange('A3').values = [['after']];
      await context.sync();
    });
    expect(await codeOf(work)).toBe('InvalidArgument');
    expect(workbook.activeSheet.value(0, 0)).toBe('before');
    expect(workbook.activeSheet.value(1, 0)).toBeNull();
    expect(workbook.activeSheet.value(2, 0)).toBeNull();
  });

  test('a null object, and everything that hangs on it, is null and does nothing', async () => {
    await Excel.run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject('Nowhere');
      const cell = none.getRange('A1');
      none.load('name');
      cell.values = [[1]];
      none.delete();
      await context.sync();
      expect(none.isNullObject).toBe(true);
      expect(cell.isNullObject).toBe(true);
      const some = context.workbook.worksheets.getItemOrNullObject('sheet1').load('name');
      await context.sync();
      expect(some.isNullObject).toBe(false);
      expect(some.name).toBe('Sheet1');
    });
    expect(workbook.sheets).toHaveLength(1);
  });

  test('a member that the stand-in lacks fails by name', async () => {
    expect.assertions(2);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().shapes.load('items');
      await context.sync();
    }).catch((error: OfficeExtension.Error) => {
      expect(error.code).toBe('ApiNotFound');
      expect(error.message).toBe('The stand-in does not implement Worksheet.shapes.');
    });
  });

  test.each<[string, string, (context: Excel.RequestContext) => void]>([
    [
      'a name with forbidden signs',
      'InvalidArgument',
      ({ workbook: book }) => void book.worksheets.add('a/b'),
    ],
    ['a name twice', 'ItemAlreadyExists', ({ workbook: book }) => void book.worksheets.add('SHEET1')],
    [
      'an address that is none',
      'InvalidArgument',
      ({ workbook: book }) => void sheetOf(book).getRange('no address'),
    ],
    ['a cell over the edge', 'InvalidArgument', ({ workbook: book }) => void sheetOf(book).getCell(-1, 0)],
    ['the last sheet deleted', 'InvalidOperation', ({ workbook: book }) => sheetOf(book).delete()],
    [
      'a colour that is none',
      'InvalidArgument',
      ({ workbook: book }) => {
        sheetOf(book).getRange('A1').format.fill.color = 'nonsense';
      },
    ],
    [
      'ranges that do not meet',
      'ItemNotFound',
      ({ workbook: book }) => void sheetOf(book).getRange('A1').getIntersection('B2'),
    ],
  ])('%s is %s', async (_what, code, act) => {
    const work = Excel.run(async (context) => {
      act(context);
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
  });

  test('a protected sheet refuses writes, and takes them again when unprotected', async () => {
    const write = (): Promise<void> =>
      Excel.run(async (context) => {
        sheetOf(context.workbook).getRange('A1').values = [[1]];
        await context.sync();
      });
    workbook.activeSheet.protect();
    expect(await codeOf(write())).toBe('AccessDenied');
    workbook.activeSheet.unprotect();
    expect(await codeOf(write())).toBe('no error');
  });

  test('while a cell is edited requests fail, and those that may wait do', async () => {
    const write = (options: Excel.RunOptions): Promise<void> =>
      Excel.run(options, async (context) => {
        sheetOf(context.workbook).getRange('A1').values = [[1]];
        await context.sync();
      });
    workbook.editing = true;
    expect(await codeOf(write({}))).toBe('InvalidOperationInCellEditMode');
    const waiting = write({ delayForCellEdit: true });
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(workbook.activeSheet.value(0, 0)).toBeNull();
    workbook.editing = false;
    await waiting;
    expect(workbook.activeSheet.value(0, 0)).toBe(1);
  });
});

function sheetOf(book: Excel.Workbook): Excel.Worksheet {
  return book.worksheets.getActiveWorksheet();
}

describe('limits and faults', () => {
  beforeEach(() => resetWorkbook());

  const rows = (count: number, text: string): string[][] => Array.from({ length: count }, () => [text]);

  test('a request or a reply above 5 MB is refused', async () => {
    const megabyte = 'x'.repeat(32_000);
    const write = (count: number): Promise<void> =>
      Excel.run(async (context) => {
        sheetOf(context.workbook).getRange(`A1:A${count}`).values = rows(count, megabyte);
        await context.sync();
      });
    expect(await codeOf(write(170))).toBe('RequestPayloadSizeLimitExceeded');
    expect(workbook.activeSheet.usedArea()).toBeNull();
    await write(100);
    workbook.activeSheet.setValues({ row: 100, column: 0 }, rows(100, megabyte));
    const read = Excel.run(async (context) => {
      sheetOf(context.workbook).getRange('A1:A200').load('values');
      await context.sync();
    });
    expect(await codeOf(read)).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('characters count as the bytes that they take', async () => {
    await resetWorkbook({ payloadLimit: 3000 });
    const write = (text: string): Promise<void> =>
      Excel.run(async (context) => {
        sheetOf(context.workbook).getRange('A1').values = [[text]];
        await context.sync();
      });
    expect(await codeOf(write('a'.repeat(1000)))).toBe('no error');
    expect(await codeOf(write('访'.repeat(1000)))).toBe('RequestPayloadSizeLimitExceeded');
  });

  test('too many cells for one get', async () => {
    await resetWorkbook({ maxCells: 100 });
    const read = Excel.run(async (context) => {
      sheetOf(context.workbook).getRange('A1:B51').load('values');
      await context.sync();
    });
    expect(await codeOf(read)).toBe('RangeExceedsLimit');
  });

  test('an array above 1,500 cells arrives in pieces, in one request', async () => {
    const values = Array.from({ length: 4001 }, (_, row) => [row, `row ${row}`]);
    await Excel.run(async (context) => {
      sheetOf(context.workbook).getRange('B2:C4002').values = values;
      await context.sync();
    });
    const { request } = host.requests.find((record) =>
      record.request?.Actions.some(({ Name }) => Name === 'Values'),
    )!;
    expect(request!.Actions.filter(({ Name }) => Name === 'Values').length).toBeGreaterThan(1);
    expect(request!.Actions.some(({ Name }) => Name === '_ValidateArraySize')).toBe(true);
    expect(workbook.activeSheet.values({ row: 1, column: 1, rows: 4001, columns: 2 })).toEqual(values);
    expect(host.syncCount).toBe(1);
  });

  test('an array above 1,500 cells of the wrong shape is refused whole', async () => {
    const work = Excel.run(async (context) => {
      sheetOf(context.workbook).getRange('A1:A4000').values = rows(4001, 'x');
      await context.sync();
    });
    expect(await codeOf(work)).toBe('InvalidArgument');
    expect(workbook.activeSheet.usedArea()).toBeNull();
  });

  test('a fault before the n-th request leaves nothing, one after it leaves everything', async () => {
    const write = (value: number): Promise<void> =>
      Excel.run(async (context) => {
        sheetOf(context.workbook).getRange('A1').values = [[value]];
        await context.sync();
      });
    host.failRequest({ request: 2, when: 'before' });
    await write(1);
    expect(await codeOf(write(2))).toBe('GeneralException');
    expect(workbook.activeSheet.value(0, 0)).toBe(1);
    host.failRequest({ request: 1, when: 'after', code: 'AccessDenied' });
    expect(await codeOf(write(3))).toBe('AccessDenied');
    expect(workbook.activeSheet.value(0, 0)).toBe(3);
    await write(4);
    expect(workbook.activeSheet.value(0, 0)).toBe(4);
  });
});
