/** @jest-environment ./test/tools/office-environment */
import { onSheet, until } from './run';

beforeEach(() => resetWorkbook({ sheets: ['One', 'Two'] }));

type Seen = Record<string, unknown>;

/** Collects what an event tells. */
function collect(seen: Seen[]): (args: object) => Promise<void> {
  return (args) => {
    seen.push(args as Seen);
    return Promise.resolve();
  };
}

test('a sheet tells of a typed change, with its address and a range', async () => {
  const seen: Excel.WorksheetChangedEventArgs[] = [];
  await onSheet((sheet) => {
    sheet.load('id');
    sheet.onChanged.add((args) => {
      seen.push(args);
      return Promise.resolve();
    });
  });
  workbook.activeSheet.setInputs({ row: 1, column: 1 }, [['typed', 5]]);
  workbook.sheet('Two')!.setInputs({ row: 0, column: 0 }, [['elsewhere']]);
  await until(() => seen.length > 0);
  expect(seen).toHaveLength(1);
  const [args] = seen;
  expect(args).toMatchObject({
    type: 'WorksheetChanged',
    address: 'B2:C2',
    changeType: 'RangeEdited',
    source: 'Local',
  });
  await Excel.run(async (context) => {
    const range = args!.getRange(context).load('values');
    await context.sync();
    expect(range.values).toEqual([['typed', 5]]);
  });
});

test('an add-in hears of its own changes, named as such, and of none when events are off', async () => {
  const seen: Seen[] = [];
  await onSheet(async (sheet, context) => {
    sheet.onChanged.add(collect(seen));
    await context.sync();
    sheet.getRange('A1').values = [[1]];
    await context.sync();
  });
  await until(() => seen.length === 1);
  expect(seen[0]).toMatchObject({ address: 'A1', triggerSource: 'ThisLocalAddin' });
  await onSheet(async (sheet, context) => {
    context.runtime.enableEvents = false;
    await context.sync();
    sheet.getRange('A2').values = [[2]];
    await context.sync();
    context.runtime.enableEvents = true;
  });
  expect(seen).toHaveLength(1);
});

test('a handler that is removed hears nothing more', async () => {
  const seen: Seen[] = [];
  let handle: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs> | undefined;
  await onSheet((sheet) => {
    handle = sheet.onChanged.add(collect(seen));
  });
  workbook.activeSheet.setValues({ row: 0, column: 0 }, [[1]]);
  await until(() => seen.length === 1);
  await Excel.run(handle!.context, async (context) => {
    handle!.remove();
    await context.sync();
  });
  workbook.activeSheet.setValues({ row: 0, column: 0 }, [[2]]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(seen).toHaveLength(1);
});

test('the collection of sheets tells of all sheets', async () => {
  const seen: Seen[] = [];
  await onSheet((_sheet, { workbook: { worksheets } }) => {
    worksheets.onAdded.add(collect(seen));
    worksheets.onDeleted.add(collect(seen));
    worksheets.onActivated.add(collect(seen));
    worksheets.onDeactivated.add(collect(seen));
    worksheets.onChanged.add(collect(seen));
    worksheets.onNameChanged.add(collect(seen));
    worksheets.onSelectionChanged.add(collect(seen));
  });
  const [one, two] = workbook.sheets;
  const added = workbook.addSheet('Three');
  workbook.activate(two!);
  workbook.renameSheet(two!, 'Second');
  two!.setValues({ row: 2, column: 2 }, [[1]]);
  workbook.selection = {
    sheet: two!,
    areas: [{ row: 1, column: 1, rows: 2, columns: 1 }],
    active: { row: 1, column: 1 },
  };
  workbook.deleteSheet(added);
  await until(() => seen.some(({ type }) => type === 'WorksheetDeleted'));
  const told = (type: string): Seen | undefined => seen.find((args) => args.type === type);
  expect(told('WorksheetAdded')).toMatchObject({ worksheetId: added.id });
  expect(told('WorksheetActivated')).toMatchObject({ worksheetId: two!.id });
  expect(told('WorksheetDeactivated')).toMatchObject({ worksheetId: one!.id });
  expect(told('WorksheetNameChanged')).toMatchObject({ nameBefore: 'Two', nameAfter: 'Second' });
  expect(told('WorksheetChanged')).toMatchObject({ worksheetId: two!.id, address: 'C3' });
  expect(seen.filter(({ type }) => type === 'WorksheetSelectionChanged').at(-1)).toMatchObject({
    address: 'B2:B3',
  });
  expect(told('WorksheetDeleted')).toMatchObject({ worksheetId: added.id });
});

test('the workbook tells of a new selection', async () => {
  let count = 0;
  await onSheet((_sheet, context) => {
    context.workbook.onSelectionChanged.add(() => {
      count += 1;
      return Promise.resolve();
    });
  });
  const sheet = workbook.activeSheet;
  workbook.selection = {
    sheet,
    areas: [{ row: 4, column: 0, rows: 1, columns: 1 }],
    active: { row: 4, column: 0 },
  };
  await until(() => count === 1);
});

test('a table tells of changes inside it, and tables of their coming and going', async () => {
  const seen: Seen[] = [];
  const sheet = workbook.activeSheet;
  sheet.setValues({ row: 0, column: 0 }, [['h'], [1]]);
  const table = sheet.addTable({ row: 0, column: 0, rows: 2, columns: 1 }, { hasHeaders: true });
  await onSheet((_sheet, context) => {
    const own = context.workbook.tables.getItem(table.name).load('id');
    own.onChanged.add(collect(seen));
    context.workbook.tables.onAdded.add(collect(seen));
    context.workbook.tables.onDeleted.add(collect(seen));
  });
  sheet.setInputs({ row: 1, column: 0 }, [[2]]);
  sheet.setInputs({ row: 9, column: 9 }, [['outside']]);
  sheet.setValues({ row: 0, column: 5 }, [['other'], [1]]);
  const other = sheet.addTable({ row: 0, column: 5, rows: 2, columns: 1 }, { hasHeaders: true });
  sheet.removeTable(other, false);
  await until(() => seen.some(({ type }) => type === 'TableDeleted'));
  expect(seen.filter(({ type }) => type === 'TableChanged')).toEqual([
    expect.objectContaining({ tableId: table.id, address: 'A2', worksheetId: sheet.id }),
  ]);
  expect(seen.filter(({ type }) => type === 'TableAdded')).toEqual([
    expect.objectContaining({ tableId: other.id }),
  ]);
});

test('an event that the stand-in does not have fails by name', async () => {
  const work = onSheet((sheet) => {
    sheet.onRowSorted.add(() => Promise.resolve());
  });
  await expect(work).rejects.toMatchObject({
    code: 'ApiNotFound',
    message: 'The stand-in does not implement Worksheet.onRowSorted.',
  });
});
