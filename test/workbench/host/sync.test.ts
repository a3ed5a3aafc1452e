/** @jest-environment ./test/tools/office-environment */

describe('Excel.run over the workbook', () => {
  beforeEach(() => resetWorkbook());

  test('what one sync writes the next reads, and the workbook has it', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange('A1:B2');
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
});
