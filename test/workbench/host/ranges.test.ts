/** @jest-environment ./test/tools/office-environment */
import { onSheet } from './run';

beforeEach(() => resetWorkbook());

/** The addresses of ranges, without the sheet; null for null objects. */
async function addresses(
  find: (sheet: Excel.Worksheet) => readonly Excel.Range[],
  prepare: (sheet: Excel.Worksheet) => void = () => undefined,
): Promise<(string | null)[]> {
  return onSheet(async (sheet, context) => {
    prepare(sheet);
    const ranges = find(sheet);
    for (const range of ranges) range.load('address');
    await context.sync();
    return ranges.map((range) => (range.isNullObject ? null : range.address.replace(/^.*!/, '')));
  });
}

describe('finding ranges', () => {
  test('by address, index, name and table', async () => {
    workbook.addName('Rate', 'Sheet1!$C$3:$D$4');
    workbook.activeSheet.setValues({ row: 9, column: 0 }, [['h'], [1]]);
    workbook.activeSheet.addTable(
      { row: 9, column: 0, rows: 2, columns: 1 },
      { name: 'Orders', hasHeaders: true },
    );
    const found = await addresses((sheet) => [
      sheet.getRange('$B$2'),
      sheet.getRange('D4:B2'),
      sheet.getRange('A:C'),
      sheet.getRange('3:4'),
      sheet.getRange('Rate'),
      sheet.getRange('Orders'),
      sheet.getRange('orders[#All]'),
      sheet.getRange('Orders[h]'),
      sheet.getRange('Sheet1!E5'),
      sheet.getRangeByIndexes(1, 2, 3, 4),
      sheet.getCell(4, 4),
    ]);
    expect(found).toEqual([
      'B2',
      'B2:D4',
      'A:C',
      '3:4',
      'C3:D4',
      'A11',
      'A10:A11',
      'A11',
      'E5',
      'C2:F4',
      'E5',
    ]);
  });

  test('from another range', async () => {
    const found = await addresses((sheet) => {
      const range = sheet.getRange('B2:D4');
      return [
        range.getCell(1, 2),
        range.getRow(1),
        range.getColumn(2),
        range.getLastCell(),
        range.getLastRow(),
        range.getLastColumn(),
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getOffsetRange(2, -1),
        range.getResizedRange(1, -2),
        range.getAbsoluteResizedRange(5, 1),
        range.getRowsBelow(2),
        range.getRowsAbove(1),
        range.getColumnsAfter(2),
        range.getColumnsBefore(1),
        range.getBoundingRect('F1'),
        range.getIntersection('C3:Z9'),
        range.getIntersectionOrNullObject('Z9'),
      ];
    });
    expect(found).toEqual([
      'D3', 'B3:D3', 'D2:D4', 'D4', 'B4:D4', 'D2:D4', '2:4', 'B:D', 'A4:C6', 'B2:B5', 'B2:B6',
      'B5:D6', 'B1:D1', 'E2:F4', 'A2:A4', 'B1:F4', 'C3:D4', null,
    ]); // prettier-ignore
  });

  test('by what the cells hold', async () => {
    const found = await addresses(
      (sheet) => [
        sheet.getUsedRange(),
        sheet.getUsedRange(true),
        sheet.getRange('A:B').getUsedRangeOrNullObject(true),
        sheet.getRange('Z1:Z9').getUsedRangeOrNullObject(),
        sheet.getRange('C3').getSurroundingRegion(),
        sheet.getRange('B2').getRangeEdge('Down'),
        sheet.getRange('B2').getExtendedRange('Right'),
        sheet.getRange('A1:Z99').find('BETA', {}),
        sheet.getRange('A1:Z99').findOrNullObject('bet', { completeMatch: true }),
      ],
      (sheet) => {
        sheet.getRange('B2:D4').values = [
          ['name', 'amount', 'note'],
          ['alpha', 1, ''],
          ['beta', 2, 'x'],
        ];
        sheet.getRange('F9').format.fill.color = '#112233';
      },
    );
    expect(found).toEqual(['B2:F9', 'B2:D4', 'B2:B4', null, 'B2:D4', 'B4', 'B2:D2', 'B4', null]);
  });

  test('the used range of a blank sheet', async () => {
    const found = await addresses((sheet) => [sheet.getUsedRange(), sheet.getUsedRangeOrNullObject()]);
    expect(found).toEqual(['A1', null]);
  });

  test('a spill and its parent', async () => {
    const found = await addresses(
      (sheet) => [
        sheet.getRange('A1').getSpillingToRangeOrNullObject(),
        sheet.getRange('A3').getSpillParentOrNullObject(),
        sheet.getRange('B1').getSpillingToRangeOrNullObject(),
      ],
      (sheet) => {
        sheet.getRange('A1').formulas = [['=SEQUENCE(3)']];
      },
    );
    expect(found).toEqual(['A1:A3', 'A1', null]);
  });
});

describe('values', () => {
  test('blank, error, date and text as Excel shows them', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('B1:E1').numberFormat = [['General', '0.00', 'yyyy-mm-dd', '@']];
      sheet.getRange('A1:E1').values = [['', '=1/0', 12.345, '2024-03-01', '007']];
      const range = sheet.getRange('A1:E1').load('values,text,valueTypes,numberFormat');
      await context.sync();
      expect(range.values).toEqual([['', '#DIV/0!', 12.345, 45352, '007']]);
      expect(range.text[0]!.slice(2)).toEqual(['12.35', '2024-03-01', '007']);
      expect(range.valueTypes).toEqual([['Empty', 'Error', 'Double', 'Double', 'String']]);
    });
  });

  test('null leaves a cell alone, and an empty text clears it', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:C1');
      range.values = [[1, 2, 3]];
      range.values = [[null, '', 9]] as never;
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[1, '', 9]]);
    });
    expect(workbook.activeSheet.value(0, 1)).toBeNull();
  });

  test('one value is for all cells, one formula is filled', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A3').values = 5 as never;
      sheet.getRange('B1:B3').formulas = '=A1*ROW()' as never;
      const range = sheet.getRange('A1:B3').load('values,formulas');
      await context.sync();
      expect(range.values).toEqual([
        [5, 5],
        [5, 10],
        [5, 15],
      ]);
      expect(range.formulas[2]).toEqual([5, '=A3*ROW()']);
    });
  });

  test('formulas in R1C1 notation', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A2').values = [[2], [3]];
      sheet.getRange('B1:B2').formulasR1C1 = [['=RC[-1]*10'], ['=R1C1+RC[-1]']];
      const range = sheet.getRange('B1:B2').load('formulas,formulasR1C1,values');
      await context.sync();
      expect(range.formulas).toEqual([['=A1*10'], ['=$A$1+A2']]);
      expect(range.formulasR1C1).toEqual([['=RC[-1]*10'], ['=R1C1+RC[-1]']]);
      expect(range.values).toEqual([[20], [5]]);
    });
  });

  test('whole columns have no values of their own', async () => {
    await onSheet(async (sheet, context) => {
      const column = sheet.getRange('A:A').load('values,rowCount,isEntireColumn');
      await context.sync();
      expect(column.values).toBeNull();
      expect(column.rowCount).toBe(1048576);
      expect(column.isEntireColumn).toBe(true);
    });
  });

  test('text dates are read by the locale', async () => {
    await resetWorkbook({ locale: 'zh-CN' });
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A2');
      range.values = [['2024年3月1日'], ['2024/3/1']];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[45352], [45352]]);
    });
  });
});

describe('changing cells', () => {
  test('insert and delete shift what is beside', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.getRange('A2').insert('Down');
      sheet.getRange('A1').delete('Up');
    });
    expect(workbook.activeSheet.values({ row: 0, column: 0, rows: 4, columns: 1 })).toEqual([
      [null],
      [2],
      [3],
      [null],
    ]);
  });

  test('copyFrom carries formulas, formats and values', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B1').values = [[2, '=A1*10']];
      sheet.getRange('B1').format.font.bold = true;
      sheet.getRange('A3').values = [[7]];
      sheet.getRange('B3').copyFrom('B1');
      sheet.getRange('C3:D3').copyFrom('A1:B1', 'Values');
      sheet.getRange('F1').copyFrom('A1:B1', 'Values', false, true);
      const range = sheet.getRange('A3:D3').load('values,formulas');
      await context.sync();
      expect(range.formulas).toEqual([[7, '=A3*10', 2, 20]]);
      expect(range.values).toEqual([[7, 70, 2, 20]]);
    });
    expect(workbook.activeSheet.style(2, 1).font?.bold).toBe(true);
    expect(workbook.activeSheet.values({ row: 0, column: 5, rows: 2, columns: 1 })).toEqual([[2], [20]]);
  });

  test('merge, clear and select', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('B2:C3');
      range.values = [
        ['a', 'b'],
        ['c', 'd'],
      ];
      range.merge();
      const merged = sheet.getRange('C3').getMergedAreasOrNullObject().load('address');
      const none = sheet.getRange('F9').getMergedAreasOrNullObject();
      sheet.getRange('C5:D6').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const active = context.workbook.getActiveCell().load('address');
      await context.sync();
      expect(merged.address).toBe('B2:C3');
      expect(none.isNullObject).toBe(true);
      expect(selected.address).toBe('Sheet1!C5:D6');
      expect(active.address).toBe('Sheet1!C5');
      range.unmerge();
      range.clear('Contents');
    });
    expect(workbook.activeSheet.merges).toEqual([]);
    expect(workbook.activeSheet.usedArea(true)).toBeNull();
  });

  test('hidden rows and columns, widths and heights', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('2:3').rowHidden = true;
      sheet.getRange('B:B').columnHidden = true;
      sheet.getRange('C:C').format.columnWidth = 100.5;
      sheet.getRange('5:5').format.rowHeight = 30;
      const rows = sheet.getRange('A1:A3').load('rowHidden');
      const width = sheet.getRange('C1').format.load('columnWidth,rowHeight');
      const mixed = sheet.getRange('C1:D1').format.load('columnWidth');
      const placed = sheet.getRange('D6').load('left,top,width,height');
      await context.sync();
      expect(rows.rowHidden).toBeNull();
      expect(width.columnWidth).toBe(100.5);
      expect(width.rowHeight).toBe(15);
      expect(mixed.columnWidth).toBeNull();
      // A is 48 points, B hidden, C 100.5; rows 2 and 3 hidden, row 5 is 30.
      expect([placed.left, placed.top, placed.width, placed.height]).toEqual([148.5, 60, 48, 15]);
    });
    expect(workbook.activeSheet.columnHidden(1)).toBe(true);
  });

  test('autofit makes a column as wide as its text', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B2').values = [
        ['short', '客户经理走访登记'],
        ['a much longer text than that', ''],
      ];
      sheet.getRange('A:B').format.autofitColumns();
    });
    const { activeSheet } = workbook;
    expect(activeSheet.columnWidth(0)).toBeGreaterThan(27);
    expect(activeSheet.columnWidth(1)).toBeGreaterThan(16);
    expect(activeSheet.columnWidth(1)).toBeLessThan(activeSheet.columnWidth(0));
  });

  test('borders by edge, and inside', async () => {
    await onSheet(async (sheet, context) => {
      const { borders } = sheet.getRange('B2:C4').format;
      borders.getItem('EdgeBottom').set({ style: 'Continuous', weight: 'Medium', color: '#112233' });
      borders.getItem('InsideHorizontal').style = 'Dot';
      const edge = borders.getItem('EdgeBottom').load('style,weight,color');
      const top = borders.getItem('EdgeTop').load('style');
      await context.sync();
      expect(edge.toJSON()).toMatchObject({ style: 'Continuous', weight: 'Medium', color: '#112233' });
      expect(top.style).toBe('None');
    });
    expect(workbook.activeSheet.style(3, 2).borders?.bottom).toEqual({ style: 'medium', color: '#112233' });
    expect(workbook.activeSheet.style(2, 1).borders?.bottom).toMatchObject({ style: 'dotted' });
    expect(workbook.activeSheet.style(1, 1).borders?.top).toBeUndefined();
  });

  test('a property that differs between cells is null', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1').format.font.bold = true;
      const font = sheet.getRange('A1:B1').format.font.load('bold,size,name');
      await context.sync();
      expect(font.bold).toBeNull();
      expect(font.size).toBe(11);
    });
  });

  test('properties of each cell, row and column at once', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B2').setCellProperties([
        [{ format: { fill: { color: '#AABBCC' } } }, {}],
        [{}, { format: { font: { bold: true } } }],
      ]);
      sheet.getRange('A2').rowHidden = true;
      const cells = sheet.getRange('A1:B2').getCellProperties({
        address: true,
        format: { fill: { color: true }, font: { bold: true } },
      });
      const rows = sheet.getRange('A1:A2').getRowProperties({ rowHidden: true, rowIndex: true });
      const columns = sheet.getRange('A1:B1').getColumnProperties({ columnHidden: true });
      await context.sync();
      expect(cells.value[0]![0]).toEqual({
        address: 'Sheet1!A1',
        format: { fill: { color: '#AABBCC' }, font: { bold: false } },
      });
      expect(cells.value[1]![1]!.format!.font!.bold).toBe(true);
      expect(rows.value).toEqual([
        { rowHidden: false, rowIndex: 0 },
        { rowHidden: true, rowIndex: 1 },
      ]);
      expect(columns.value).toEqual([{ columnHidden: false }, { columnHidden: false }]);
    });
  });

  test('a hyperlink shows its text', async () => {
    await onSheet(async (sheet, context) => {
      const cell = sheet.getRange('A1');
      cell.hyperlink = { documentReference: "'Sheet1'!A9", textToDisplay: 'down', screenTip: 'there' };
      cell.load('hyperlink,values');
      await context.sync();
      expect(cell.hyperlink).toEqual({
        documentReference: "'Sheet1'!A9",
        textToDisplay: 'down',
        screenTip: 'there',
      });
      expect(cell.values).toEqual([['down']]);
    });
  });
});
