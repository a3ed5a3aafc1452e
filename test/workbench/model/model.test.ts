import { createWorkbook } from '../../../src/workbench/model';
import type { Change, SheetModel, WorkbookModel } from '../../../src/workbench/model/types';

let book: WorkbookModel;
let sheet: SheetModel;
beforeEach(() => {
  book = createWorkbook({ locale: 'zh-CN', sheets: ['台账', '汇总'] });
  sheet = book.activeSheet;
});

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'nothing thrown';
};

describe('typing', () => {
  test.each([
    ['1,234.5', 1234.5, '#,##0.00'],
    ['12%', 0.12, '0%'],
    ['2024-3-5', 45356, 'yyyy/m/d'],
    ['2024/3/5', 45356, 'yyyy/m/d'],
    ['2024年3月5日', 45356, 'yyyy"年"m"月"d"日"'],
    ['2024年3月', 45352, 'yyyy"年"m"月"'],
    ['8:30', 8.5 / 24, 'h:mm'],
    ['下午3:00', 0.625, 'h:mm AM/PM'],
    ['１２', 12, undefined],
    ['1.5万', '1.5万', undefined],
    ['2024-2-30', '2024-2-30', undefined],
    ['true', true, undefined],
    ['#N/A', { error: '#N/A' }, undefined],
    ["'007", '007', undefined],
    ['', null, undefined],
  ])('%s', (input, value, format) => {
    sheet.setInputs({ row: 0, column: 0 }, [[input]]);
    expect(sheet.value(0, 0)).toEqual(value);
    expect(sheet.style(0, 0).numberFormat).toBe(format);
  });

  test('a leading apostrophe is kept as a flag, a text cell keeps what is typed', () => {
    sheet.applyStyle(area(1, 0), { numberFormat: '@' });
    sheet.setInputs({ row: 0, column: 0 }, [["'=1"], ['=1']]);
    expect([sheet.value(0, 0), sheet.style(0, 0).quotePrefix]).toEqual(['=1', true]);
    expect([sheet.value(1, 0), sheet.formula(1, 0)]).toEqual(['=1', null]);
  });

  test('undefined leaves a cell alone, a broken formula is refused', () => {
    sheet.setInputs({ row: 0, column: 0 }, [[1, 2]]);
    sheet.setInputs({ row: 0, column: 0 }, [[undefined, 5]]);
    expect(sheet.values(area(0, 0, 1, 2))).toEqual([[1, 5]]);
    expect(code(() => sheet.setInputs({ row: 0, column: 0 }, [['=1+']]))).toBe('InvalidArgument');
  });

  test('1904 dates', () => {
    book.date1904 = true;
    sheet.setInputs({ row: 0, column: 0 }, [['2024-3-5']]);
    expect(sheet.value(0, 0)).toBe(45356 - 1462);
    expect(sheet.text(0, 0)).toBe('2024/3/5');
    const cell = { row: 1, column: 0, rows: 1, columns: 1 };
    for (const [code, shown] of [
      ['yyyy-mm-dd', '1904-01-01'],
      ['yyyy-mm-dd;;', ''],
      ['yyyy-mm-dd;"before"', '1904-01-01'],
    ] as const) {
      sheet.setValues(cell, [[0]]);
      sheet.applyStyle(cell, { numberFormat: code });
      expect([code, sheet.text(1, 0)]).toEqual([code, shown]);
    }
  });
});

describe('sheets', () => {
  test.each(['', 'a'.repeat(32), 'a/b', "'a", 'History'])('no sheet is called "%s"', (name) => {
    expect(code(() => book.addSheet(name))).toBe('InvalidArgument');
  });

  test('names are unique without regard to case; the last visible sheet stays', () => {
    book.addSheet('Data');
    expect(code(() => book.addSheet('DATA'))).toBe('ItemAlreadyExists');
    book.deleteSheet(sheet);
    book.sheets[0]!.visibility = 'hidden';
    expect(code(() => book.deleteSheet(book.sheet('data')!))).toBe('InvalidOperation');
    expect(code(() => (book.sheet('Data')!.visibility = 'hidden'))).toBe('InvalidOperation');
  });

  test('formulas, names, rules and charts follow a new name; a deleted sheet leaves #REF!', () => {
    const summary = book.sheets[1]!;
    sheet.setInputs({ row: 0, column: 0 }, [[5]]);
    summary.setInputs({ row: 0, column: 0 }, [['=台账!A1*2', '="台账!"&1']]);
    book.addName('first', '=台账!$A$1');
    book.renameSheet(sheet, '订单 表');
    expect(summary.formula(0, 0)?.formula).toBe("='订单 表'!A1*2");
    expect(summary.formula(0, 1)?.formula).toBe('="台账!"&1');
    expect(book.names[0]?.formula).toBe("'订单 表'!$A$1");
    book.deleteSheet(sheet);
    expect(summary.formula(0, 0)?.formula).toBe('=#REF!*2');
    expect(summary.value(0, 0)).toEqual({ error: '#REF!' });
  });
});

describe('tables', () => {
  const make = () => {
    sheet.setInputs({ row: 0, column: 0 }, [
      ['客户', '金额', '金额', null],
      ['甲', 100, 1, '=B2*2'],
      ['乙', 200, 2, '=B3*2'],
    ]);
    return sheet.addTable(area(0, 0, 3, 4), { name: '订单', hasHeaders: true });
  };

  test('headers become unique texts', () => {
    expect(make().columns.map((column) => column.name)).toEqual(['客户', '金额', '金额2', '列4']);
    expect(sheet.value(0, 3)).toBe('列4');
  });

  test('tables do not overlap, and share no name', () => {
    make();
    expect(code(() => sheet.addTable(area(2, 3, 2, 2), { hasHeaders: true }))).toBe('InvalidOperation');
    expect(code(() => sheet.addTable(area(9, 0, 2, 1), { name: '订单', hasHeaders: true }))).toBe(
      'ItemAlreadyExists',
    );
  });

  test('a row typed right below joins, calculated columns fill, what sums the column follows', () => {
    const table = make();
    sheet.setInputs({ row: 9, column: 9 }, [['=SUM(订单[金额])', '=ROWS(订单)']]);
    sheet.setInputs({ row: 3, column: 0 }, [['丙', 50]]);
    expect(table.area.rows).toBe(4);
    expect([sheet.formula(3, 3)?.formula, sheet.value(3, 3)]).toEqual(['=B4*2', 100]);
    expect(sheet.values(area(9, 9, 1, 2))).toEqual([[350, 3]]);
  });

  test('a row typed right below looks as the row above, with the colours and lists of the whole column', () => {
    make();
    sheet.applyStyle(area(1, 1, 2, 1), { numberFormat: '0.00' });
    sheet.applyStyle(area(2, 0, 1, 1), { quotePrefix: true });
    const rule = { kind: 'custom', formula: '=$B2>100', format: {} } as const;
    sheet.conditionalFormats.push(
      { id: '1', areas: [area(1, 0, 2, 3)], rule, priority: 1, stopIfTrue: false } as never,
      { id: '2', areas: [area(1, 0, 1, 3)], rule, priority: 2, stopIfTrue: false } as never,
    );
    sheet.validations.push({ areas: [area(1, 0, 2, 1)], kind: 'list', formula1: '=$A$1' } as never);
    sheet.setInputs({ row: 3, column: 1 }, [[50]]);
    expect(sheet.text(3, 1)).toBe('50.00');
    expect(sheet.style(3, 0).quotePrefix ?? false).toBe(false);
    expect(sheet.conditionalFormats.map(({ areas }) => areas[0]?.rows)).toEqual([3, 1]);
    expect(sheet.validations.map(({ areas }) => areas[0]?.rows)).toEqual([3]);
  });

  test('a header typed over renames the column in formulas, and a column renamed its header', () => {
    const table = make();
    sheet.setInputs({ row: 5, column: 0 }, [['=SUM(订单[金额])', '=SUM(订单[[#All],[金额]:[金额2]])']]);
    sheet.setInputs({ row: 0, column: 1 }, [['收入']]);
    expect(sheet.formula(5, 0)?.formula).toBe('=SUM(订单[收入])');
    expect(sheet.formula(5, 1)?.formula).toBe('=SUM(订单[[#All],[收入]:[金额2]])');
    table.columns[1]!.name = '额';
    expect([sheet.value(0, 1), sheet.formula(5, 0)?.formula]).toEqual(['额', '=SUM(订单[额])']);
    table.name = '新表';
    expect(sheet.formula(5, 0)?.formula).toBe('=SUM(新表[额])');
    expect(sheet.value(5, 0)).toBe(300);
  });

  test('this row, headers, totals', () => {
    const table = make();
    sheet.setInputs({ row: 1, column: 3 }, [['=[@金额]+1'], ['=[@金额]+1']]);
    expect(sheet.value(2, 3)).toBe(201);
    table.showTotals = true;
    sheet.setInputs({ row: 8, column: 0 }, [['=订单[[#Totals],[列4]]', '=订单[[#Headers],[金额]]']]);
    expect(sheet.values(area(8, 0, 1, 2))).toEqual([[302, '金额']]);
    expect(sheet.value(3, 0)).toBe('汇总');
    table.showTotals = false;
    expect([table.area.rows, sheet.value(3, 0)]).toEqual([3, null]);
  });

  test('a table stored in a file is taken as it is', () => {
    sheet.setValues({ row: 0, column: 0 }, [['a'], [1], ['sum']]);
    const table = sheet.addTable(area(0, 0, 3, 1), {
      name: 'T',
      hasHeaders: true,
      stored: { columnNames: ['a'], showTotals: true },
    });
    expect([table.showTotals, table.area.rows, sheet.value(2, 0)]).toEqual([true, 3, 'sum']);
  });
});

describe('cells that move', () => {
  test('references, merges, tables, rules, lists and charts follow inserted and deleted rows', () => {
    sheet.setInputs({ row: 0, column: 0 }, [['h'], [1], [2], ['=SUM(A2:A3)'], ['=A2+$A$3']]);
    sheet.merge(area(6, 0, 2, 2));
    sheet.validations.push({
      areas: [area(1, 0, 2, 1)],
      kind: 'whole',
      formula1: '=A2',
      ignoreBlanks: true,
      inCellDropDown: true,
    });
    sheet.comments.set('A3', { author: 'a', text: 't' });
    sheet.insertCells(area(2, 0, 1, 16384), 'down');
    expect(sheet.formula(4, 0)?.formula).toBe('=SUM(A2:A4)');
    expect(sheet.formula(5, 0)?.formula).toBe('=A2+$A$4');
    expect(sheet.merges).toEqual([area(7, 0, 2, 2)]);
    expect(sheet.validations[0]?.areas).toEqual([area(1, 0, 3, 1)]);
    expect([...sheet.comments.keys()]).toEqual(['A4']);
    sheet.deleteCells(area(1, 0, 1, 16384), 'up');
    expect(sheet.formula(4, 0)?.formula).toBe('=#REF!+$A$3');
    expect(sheet.value(3, 0)).toBe(2);
  });

  test('an edit that would tear a table is refused', () => {
    sheet.setInputs({ row: 0, column: 0 }, [
      ['a', 'b'],
      [1, 2],
    ]);
    sheet.addTable(area(0, 0, 2, 2), { hasHeaders: true });
    expect(code(() => sheet.insertCells(area(1, 0), 'down'))).toBe('InvalidOperation');
  });

  test('columns', () => {
    sheet.setInputs({ row: 0, column: 0 }, [[1, 2, '=A1+B1', '=SUM(A:B)']]);
    sheet.setColumnWidth(1, 1, 20);
    sheet.insertCells(area(0, 1, 1048576, 1), 'right');
    expect(sheet.formula(0, 3)?.formula).toBe('=A1+C1');
    expect(sheet.formula(0, 4)?.formula).toBe('=SUM(A:C)');
    expect(sheet.columnWidth(2)).toBe(20);
  });
});

describe('rules', () => {
  test('a protected sheet refuses all but unlocked cells', () => {
    sheet.applyStyle(area(0, 1), { locked: false });
    sheet.protect({ allowFormatCells: true }, 'secret');
    expect(code(() => sheet.setInputs({ row: 0, column: 0 }, [[1]]))).toBe('AccessDenied');
    expect(code(() => sheet.setRowHeight(0, 1, 30))).toBe('AccessDenied');
    sheet.setInputs({ row: 0, column: 1 }, [[1]]);
    sheet.applyStyle(area(0, 0), { fill: '#FFFFFF' });
    expect(code(() => sheet.unprotect('wrong'))).toBe('AccessDenied');
    sheet.unprotect('secret');
    sheet.setInputs({ row: 0, column: 0 }, [[1]]);
  });

  test('part of an array formula cannot change', () => {
    sheet.setFormula({ row: 0, column: 0 }, { formula: '={1;2}', kind: 'array', spill: area(0, 0, 2, 1) });
    expect(sheet.values(area(0, 0, 2, 1))).toEqual([[1], [2]]);
    expect(code(() => sheet.setInputs({ row: 1, column: 0 }, [[9]]))).toBe('InvalidOperation');
    sheet.clear(area(0, 0, 2, 1), 'contents');
    expect(sheet.usedArea()).toBeNull();
  });

  test('merging keeps the first value', () => {
    sheet.setInputs({ row: 0, column: 0 }, [
      [null, 'x'],
      ['y', 'z'],
    ]);
    sheet.merge(area(0, 0, 2, 2));
    expect(sheet.values(area(0, 0, 2, 2))).toEqual([
      ['x', null],
      [null, null],
    ]);
  });

  test.each(['A1', 'a b', '1x', 'R1C1'])('no name is called "%s"', (name) => {
    expect(code(() => book.addName(name, '1'))).toBe('InvalidArgument');
  });
});

describe('styles', () => {
  test('equal styles are one object; null takes a property away', () => {
    sheet.applyStyle(area(0, 0, 2, 2), { font: { bold: true, color: '#FF0000' } });
    sheet.setStyle({ row: 5, column: 5 }, { font: { color: '#FF0000', bold: true } });
    expect(sheet.style(0, 0)).toBe(sheet.style(5, 5));
    sheet.applyStyle(area(0, 0), { font: { bold: null } });
    expect(sheet.style(0, 0)).toEqual({ font: { color: '#FF0000' } });
  });

  test('a whole column is styled without a cell each, over cells that have their own', () => {
    sheet.applyStyle(area(3, 0), { fill: '#00FF00' });
    sheet.applyStyle(area(0, 0, 1048576, 1), { numberFormat: '0.00' });
    expect(sheet.style(3, 0)).toEqual({ fill: '#00FF00', numberFormat: '0.00' });
    expect(sheet.style(99999, 0)).toEqual({ numberFormat: '0.00' });
    expect(sheet.usedArea()).toEqual(area(3, 0));
  });
});

describe('events and snapshots', () => {
  test('a batch tells at its end, in order', () => {
    const seen: Change['kind'][] = [];
    book.on((change) => seen.push(change.kind));
    book.batch(() => {
      sheet.setInputs({ row: 0, column: 0 }, [[1, '=A1']]);
      book.addSheet('x');
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['cells', 'sheetAdded', 'cells', 'calculated']);
  });

  test('equal steps give equal snapshots, any difference another', () => {
    const build = (last: number) => {
      const made = createWorkbook({ locale: 'zh-CN' });
      made.activeSheet.setInputs({ row: 0, column: 0 }, [['a'], [last], ['=A2']]);
      made.activeSheet.addTable(area(0, 0, 2, 1), { hasHeaders: true });
      return made.snapshot();
    };
    expect(build(1)).toEqual(build(1));
    expect(build(1)).not.toEqual(build(2));
  });

  test('200,000 × 20 cells are written and read back in bearable time', () => {
    const line = Array.from({ length: 20 }, (_, i) => i);
    const start = Date.now();
    sheet.setValues(
      { row: 0, column: 0 },
      Array.from({ length: 200000 }, () => line),
    );
    expect(sheet.values(area(199999, 0, 1, 20))).toEqual([line]);
    expect(Date.now() - start).toBeLessThan(20000);
  });
});
