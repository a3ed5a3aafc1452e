/** @jest-environment ./test/tools/office-environment */
import { onSheet } from './run';

beforeEach(() => resetWorkbook());

describe('worksheets', () => {
  test('are added, renamed, moved, hidden, coloured, activated and deleted', async () => {
    await onSheet(async (first, context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add('月度总结');
      added.tabColor = '#00AA55';
      added.showGridlines = false;
      added.position = 0;
      added.activate();
      const other = worksheets.add();
      other.visibility = 'Hidden';
      other.load('name,visibility');
      added.load('name,position,id');
      const active = worksheets.getActiveWorksheet().load('name');
      const count = worksheets.getCount();
      const visible = worksheets.getCount(true);
      await context.sync();
      expect([added.name, added.position, other.visibility, active.name]).toEqual([
        '月度总结',
        0,
        'Hidden',
        '月度总结',
      ]);
      expect([count.value, visible.value]).toEqual([3, 2]);
      const byId = worksheets.getItem(added.id).load('name');
      const next = added.getNext().load('name');
      await context.sync();
      expect(byId.name).toBe('月度总结');
      expect(next.name).toBe('Sheet1');
      added.name = '总结';
      first.delete();
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['总结', 'Sheet3']);
    expect(workbook.sheet('总结')).toMatchObject({ tabColor: '#00AA55', showGridlines: false });
  });

  test('frozen panes', async () => {
    await onSheet(async (sheet, context) => {
      const none = sheet.freezePanes.getLocationOrNullObject();
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
      const location = sheet.freezePanes.getLocation().load('address');
      await context.sync();
      expect(none.isNullObject).toBe(true);
      expect(location.address).toBe('Sheet1!A1:B3');
      expect(workbook.activeSheet.frozen).toEqual({ rows: 3, columns: 2 });
      sheet.freezePanes.freezeRows(1);
    });
    expect(workbook.activeSheet.frozen).toEqual({ rows: 1, columns: 0 });
  });

  test('protection keeps its options', async () => {
    await onSheet(async (sheet, context) => {
      sheet.protection.protect({ allowFormatCells: true }, 'secret');
      sheet.protection.load('protected,options');
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options).toEqual({ allowFormatCells: true });
      sheet.protection.unprotect('secret');
    });
    expect(workbook.activeSheet.protection.on).toBe(false);
  });

  test('page layout', async () => {
    await onSheet(async (sheet, context) => {
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintMargins('Centimeters', { top: 2.54, left: 1 });
      pageLayout.setPrintTitleRows('$1:$2');
      pageLayout.setPrintArea('A1:F40');
      pageLayout.centerHorizontally = true;
      pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P / &N';
      pageLayout.load('orientation,paperSize,zoom,topMargin');
      const area = pageLayout.getPrintAreaOrNullObject().load('address');
      await context.sync();
      expect(pageLayout.toJSON()).toMatchObject({
        orientation: 'Landscape',
        paperSize: 'A4',
        zoom: { horizontalFitToPages: 1 },
        topMargin: 72,
      });
      expect(area.address).toBe('A1:F40');
    });
    expect(workbook.activeSheet.pageLayout).toMatchObject({
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: null,
      titleRows: '$1:$2',
      printArea: 'A1:F40',
      centerHorizontally: true,
      footer: { center: '&P / &N' },
    });
  });
});

describe('tables', () => {
  const rows = [
    ['Name', 'Amount'],
    ['a', 1],
    ['b', 2],
  ];

  test('are made over cells, named, read and extended', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('B2:C4').values = rows;
      const table = sheet.tables.add('B2:C4', true);
      table.name = 'Orders';
      table.style = 'TableStyleLight1';
      table.rows.add(undefined, [['c', 3]]);
      table.columns.add(undefined, [['Double'], ['=[@Amount]*2'], ['=[@Amount]*2'], ['=[@Amount]*2']]);
      const body = table.getDataBodyRange().load('values,address');
      const header = table.getHeaderRowRange().load('values');
      const column = table.columns.getItem('Amount').load('index,values');
      const again = context.workbook.tables.getItem('orders').load('name,style,showTotals');
      await context.sync();
      expect(body.address).toBe('Sheet1!B3:D5');
      expect(body.values).toEqual([
        ['a', 1, 2],
        ['b', 2, 4],
        ['c', 3, 6],
      ]);
      expect(header.values).toEqual([['Name', 'Amount', 'Double']]);
      expect(column.index).toBe(1);
      expect(column.values).toEqual([['Amount'], [1], [2], [3]]);
      expect(again.toJSON()).toMatchObject({ name: 'Orders', style: 'TableStyleLight1', showTotals: false });
    });
    expect(workbook.table('Orders')!.area).toEqual({ row: 1, column: 1, rows: 4, columns: 3 });
  });

  test('resize, totals row, single rows, convert and delete', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B3').values = rows;
      const table = sheet.tables.add('A1:B3', true);
      table.resize('A1:B5');
      table.showTotals = true;
      const total = table.getTotalRowRange().load('address');
      table.rows.getItemAt(0).values = [['first', 10]];
      table.rows.deleteRowsAt(1, 2);
      const body = table.getDataBodyRange().load('values');
      await context.sync();
      expect(total.address).toBe('Sheet1!A6:B6');
      expect(body.values).toEqual([
        ['first', 10],
        ['', ''],
      ]);
      const freed = table.convertToRange().load('address');
      await context.sync();
      expect(freed.address).toBe('Sheet1!A1:B4');
    });
    expect(workbook.activeSheet.tables).toEqual([]);
    expect(workbook.activeSheet.value(1, 0)).toBe('first');
  });

  test('may not overlap', async () => {
    const work = onSheet((sheet) => {
      sheet.tables.add('A1:B3', true);
      sheet.tables.add('B2:C4', true);
    });
    await expect(work).rejects.toMatchObject({ code: 'InvalidOperation' });
  });
});

describe('names', () => {
  test('of ranges and constants, of the workbook and of a sheet', async () => {
    await onSheet(async (sheet, context) => {
      const { names } = context.workbook;
      names.add('Total', sheet.getRange('B2:B4'), 'all of it');
      names.add('Rate', '=0.15');
      names.add('Label', 'plain text');
      sheet.names.add('Local', '=Sheet1!$D$1');
      names.load('items/name,items/formula,items/value,items/type,items/comment,items/scope');
      const range = names.getItem('total').getRange().load('address');
      const local = sheet.names.getItemOrNullObject('Local').load('scope');
      const none = names.getItemOrNullObject('Local');
      await context.sync();
      expect(
        names.items.map(({ name, formula, value, type }): unknown[] => [name, formula, value, type]),
      ).toEqual([
        ['Total', '=Sheet1!$B$2:$B$4', '=Sheet1!$B$2:$B$4', 'Range'],
        ['Rate', '=0.15', 0.15, 'Double'],
        ['Label', '="plain text"', 'plain text', 'String'],
      ]);
      expect(names.items[0]!.comment).toBe('all of it');
      expect(range.address).toBe('Sheet1!B2:B4');
      expect(local.scope).toBe('Worksheet');
      expect(none.isNullObject).toBe(true);
      names.getItem('Rate').delete();
    });
    expect(workbook.names.map(({ name }) => name).sort()).toEqual(['Label', 'Local', 'Total']);
  });
});

describe('rules on cells', () => {
  test('conditional formats of each type that is kept', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A9');
      const custom = range.conditionalFormats.add('Custom');
      custom.custom.rule.formula = '=$A1>5';
      custom.custom.format.font.color = '#AA0000';
      custom.custom.format.fill.color = '#FFEEEE';
      const value = range.conditionalFormats.add('CellValue');
      value.cellValue.rule = { formula1: '=10', operator: 'GreaterThan' };
      value.stopIfTrue = true;
      const containing = range.conditionalFormats.add('ContainsText');
      containing.textComparison.rule = { operator: 'Contains', text: 'x' };
      const bar = range.conditionalFormats.add('DataBar');
      bar.dataBar.positiveFormat.fillColor = '#123456';
      const scale = range.conditionalFormats.add('ColorScale');
      scale.colorScale.criteria = {
        minimum: { type: 'LowestValue', color: '#FFFFFF' },
        maximum: { type: 'Number', formula: '100', color: '#00FF00' },
      };
      const all = sheet.getRange('A3').conditionalFormats.load('items/type,items/priority');
      const rule = custom.custom.rule.load('formula');
      const where = custom.getRange().load('address');
      await context.sync();
      expect(all.items.map(({ type, priority }) => [priority, type])).toEqual([
        [0, 'ColorScale'],
        [1, 'DataBar'],
        [2, 'ContainsText'],
        [3, 'CellValue'],
        [4, 'Custom'],
      ]);
      expect(rule.formula).toBe('=$A1>5');
      expect(where.address).toBe('Sheet1!A1:A9');
      containing.delete();
    });
    expect(workbook.activeSheet.conditionalFormats.map(({ rule, priority }) => [priority, rule])).toEqual([
      [3, { kind: 'custom', formula: '=$A1>5', style: { font: { color: '#AA0000' }, fill: '#FFEEEE' } }],
      [2, { kind: 'cellValue', operator: 'greaterThan', formula1: '=10', style: {} }],
      [1, { kind: 'dataBar', color: '#123456' }],
      [
        0,
        {
          kind: 'colorScale',
          points: [
            { type: 'min', color: '#FFFFFF' },
            { type: 'num', value: '100', color: '#00FF00' },
          ],
        },
      ],
    ]);
  });

  test('the details of another type are not there', async () => {
    await onSheet(async (sheet, context) => {
      const format = sheet.getRange('A1').conditionalFormats.add('Custom');
      const none = format.cellValueOrNullObject;
      none.load('rule');
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });

  test('validation: a list, a number, what a person is told, cleared in part', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('B2:B10');
      range.dataValidation.rule = { list: { inCellDropDown: true, source: '有意向,已签约,已流失' } };
      range.dataValidation.prompt = { showPrompt: true, title: '状态', message: '请选择' };
      range.dataValidation.errorAlert = {
        showAlert: true,
        style: 'Warning',
        title: '',
        message: 'not in the list',
      };
      sheet.getRange('C2').dataValidation.rule = {
        wholeNumber: { formula1: 1, formula2: 10, operator: 'Between' },
      };
      range.load('dataValidation/type,dataValidation/rule,dataValidation/prompt,dataValidation/errorAlert');
      const both = sheet.getRange('B2:C2').dataValidation.load('type');
      await context.sync();
      expect(range.dataValidation.type).toBe('List');
      expect(range.dataValidation.rule).toEqual({
        list: { inCellDropDown: true, source: '有意向,已签约,已流失' },
      });
      expect(range.dataValidation.prompt).toEqual({ showPrompt: true, title: '状态', message: '请选择' });
      expect(range.dataValidation.errorAlert).toMatchObject({ style: 'Warning', message: 'not in the list' });
      expect(both.type).toBe('MixedCriteria');
      sheet.getRange('B5').dataValidation.clear();
      const cleared = sheet.getRange('B5').dataValidation.load('type');
      const kept = sheet.getRange('B6:B10').dataValidation.load('type');
      await context.sync();
      expect([cleared.type, kept.type]).toEqual(['None', 'List']);
    });
  });
});

describe('charts', () => {
  test('take their series from the cells, and keep how they are set', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:C4').values = [
        ['Month', 'Orders', 'Amount'],
        ['Jan', 3, 30],
        ['Feb', 4, 45],
        ['Mar', 5, 50],
      ];
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C4'), 'Auto');
      chart.name = 'By month';
      chart.title.text = 'Orders by month';
      chart.title.format.font.size = 12;
      chart.legend.position = 'Bottom';
      chart.setPosition('E2', 'K15');
      chart.axes.valueAxis.numberFormat = '#,##0';
      chart.axes.valueAxis.title.text = 'Amount';
      chart.axes.categoryAxis.majorGridlines.visible = true;
      const series = chart.series.getItemAt(0);
      series.format.fill.setSolidColor('#336699');
      series.hasDataLabels = true;
      chart.series.getItemAt(1).delete();
      const added = chart.series.add('Other');
      added.setValues(sheet.getRange('C2:C4'));
      added.setXAxisValues(sheet.getRange('A2:A4'));
      chart.series.load('items/name');
      chart.load('name,chartType,left,top,width,height');
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(['Orders', 'Other']);
      // Columns are 48 points wide, rows 15 high.
      expect([chart.left, chart.top, chart.width, chart.height]).toEqual([192, 15, 336, 210]);
    });
    const [chart] = workbook.activeSheet.charts;
    expect(chart).toMatchObject({
      name: 'By month',
      type: 'ColumnClustered',
      title: 'Orders by month',
      titleFont: { size: 12 },
      legend: { visible: true, position: 'bottom' },
      valueAxis: { numberFormat: '#,##0', title: 'Amount' },
      series: [
        {
          name: '=Sheet1!$B$1',
          values: 'Sheet1!$B$2:$B$4',
          categories: 'Sheet1!$A$2:$A$4',
          color: '#336699',
          showLabels: true,
        },
        { name: 'Other', values: 'Sheet1!$C$2:$C$4', categories: 'Sheet1!$A$2:$A$4' },
      ],
    });
  });

  test('are found by name and deleted', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B3').values = [
        ['x', 1],
        ['y', 2],
        ['z', 3],
      ];
      const chart = sheet.charts.add('Pie', sheet.getRange('A1:B3'));
      chart.name = 'Shares';
      const found = sheet.charts.getItemOrNullObject('shares').load('name');
      await context.sync();
      expect(found.isNullObject).toBe(false);
      found.delete();
      const gone = sheet.charts.getItemOrNullObject('Shares');
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
    expect(workbook.activeSheet.charts).toEqual([]);
  });
});

describe('what a workbook remembers', () => {
  test('custom XML parts by namespace', async () => {
    const xml = (text: string): string =>
      `<?xml version="1.0"?><book xmlns="https://example.com/book">${text}</book>`;
    await onSheet(async (_sheet, context) => {
      const parts = context.workbook.customXmlParts;
      const part = parts.add(xml('one')).load('id,namespaceUri');
      parts.add('<other xmlns="https://example.com/other"/>');
      const own = parts.getByNamespace('https://example.com/book');
      const count = own.getCount();
      const text = own.getOnlyItem().getXml();
      const none = parts.getByNamespace('https://example.com/none').getOnlyItemOrNullObject();
      await context.sync();
      expect(part.namespaceUri).toBe('https://example.com/book');
      expect(count.value).toBe(1);
      expect(text.value).toBe(xml('one'));
      expect(none.isNullObject).toBe(true);
      parts.getItem(part.id).setXml(xml('two'));
    });
    expect([...workbook.customXml.values()]).toContain(xml('two'));
  });

  test('XML that is none is refused', async () => {
    const work = onSheet((_sheet, context) => void context.workbook.customXmlParts.add('no xml'));
    await expect(work).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test('settings, document properties and properties of a sheet', async () => {
    await onSheet(async (sheet, context) => {
      const { settings, properties } = context.workbook;
      settings.add('mapping', { column: 'B' });
      properties.title = 'Summary';
      properties.custom.add('Build', 3);
      sheet.customProperties.add('role', 'report');
      const setting = settings.getItem('mapping').load('value');
      const custom = properties.custom.getItem('build').load('key,value,type');
      const role = sheet.customProperties.getItemOrNullObject('ROLE').load('value');
      properties.load('title');
      await context.sync();
      expect(setting.value).toEqual({ column: 'B' });
      expect(custom.toJSON()).toMatchObject({ key: 'Build', value: 3, type: 'Number' });
      expect(role.value).toBe('report');
      expect(properties.title).toBe('Summary');
    });
    expect(workbook.settings.get('mapping')).toEqual({ column: 'B' });
  });

  test('in manual mode formulas wait for calculate()', async () => {
    await onSheet(async (sheet, context) => {
      context.workbook.application.calculationMode = 'Manual';
      sheet.getRange('A1:B1').formulas = [[1, '=A1+1']];
      await context.sync();
      sheet.getRange('A1').values = [[5]];
      const before = sheet.getRange('B1').load('values');
      context.workbook.application.calculate('Recalculate');
      const after = sheet.getRange('B1').load('values');
      await context.sync();
      expect(before.values).not.toEqual([[6]]);
      expect(after.values).toEqual([[6]]);
    });
  });

  test('calculation modes', async () => {
    await onSheet(async (_sheet, context) => {
      const { application } = context.workbook;
      application.calculationMode = 'Manual';
      application.load('calculationMode');
      application.suspendScreenUpdatingUntilNextSync();
      application.suspendApiCalculationUntilNextSync();
      await context.sync();
      expect(application.calculationMode).toBe('Manual');
    });
    expect(workbook.calculationMode).toBe('manual');
  });
});
