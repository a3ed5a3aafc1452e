import fc from 'fast-check';

import { openFile, openWorkbook, saveWorkbook } from '../../../src/workbench/files';
import { createWorkbook } from '../../../src/workbench/model';
import type { CellStyle, CellValue, SheetModel, WorkbookModel } from '../../../src/workbench/model/types';

async function reopened(workbook: WorkbookModel): Promise<WorkbookModel> {
  const { workbook: again, warnings } = await openFile(await saveWorkbook(workbook), 'again.xlsx');
  expect(warnings).toEqual([]);
  return again;
}

/** Settings and the like are not the subject here; all that a sheet holds is. */
async function expectKept(workbook: WorkbookModel): Promise<void> {
  expect((await reopened(workbook)).snapshot()).toEqual(workbook.snapshot());
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '  spaced ',
    'line\nbreak',
    '<&">',
    '_x000D_',
    '\u0001\u000b',
    '=not a formula',
    '\ud83d\ude00',
    '客户\t经理',
  ),
);

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.integer(),
  text.filter((written) => written !== ''),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('#N/A' as const, '#DIV/0!' as const, '#REF!' as const).map((error) => ({ error })),
);

const color = fc.constantFrom('#1F4E79', '#FFFFFF', '#C00000', '#000000');
const border = fc.record({
  style: fc.constantFrom('thin' as const, 'medium' as const, 'double' as const),
  color,
});
const style: fc.Arbitrary<CellStyle> = fc.record(
  {
    numberFormat: fc.constantFrom('0.00', '#,##0', 'yyyy-mm-dd', '0.0%', '"万"0.00', '@', 'm/d/yyyy'),
    font: fc.record(
      {
        name: fc.constantFrom('Arial', '宋体'),
        size: fc.integer({ min: 6, max: 40 }),
        bold: fc.constant(true),
        italic: fc.constant(true),
        color,
      },
      { requiredKeys: ['name', 'size'] },
    ),
    fill: color,
    borders: fc.record({ top: border, bottom: border, left: border, right: border }, { requiredKeys: [] }),
    horizontal: fc.constantFrom('left', 'center', 'right'),
    vertical: fc.constantFrom('top', 'center'),
    wrap: fc.constant(true),
    indent: fc.integer({ min: 1, max: 5 }),
    rotation: fc.constantFrom(45, -45, 90, -90),
    locked: fc.constant(false),
    quotePrefix: fc.constant(true),
  },
  { requiredKeys: [] },
);

const place = fc.record({ row: fc.nat(30), column: fc.nat(12) });

describe('a saved workbook', () => {
  it('keeps every value and format', async () => {
    const cells = fc.array(fc.record({ place, value, style }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(cells, fc.boolean(), async (written, date1904) => {
        const workbook = createWorkbook({ name: 'again.xlsx', date1904 });
        const sheet = workbook.activeSheet;
        for (const cell of written) {
          sheet.setValues(cell.place, [[cell.value]]);
          if (Object.keys(cell.style).length > 0) sheet.setStyle(cell.place, cell.style);
        }
        await expectKept(workbook);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps sheets, sizes, visibility, frozen panes and merged cells', async () => {
    const sheet = fc.record({
      frozen: fc.record({ rows: fc.nat(5), columns: fc.nat(5) }),
      widths: fc.array(
        fc.tuple(
          fc.nat(20),
          fc.integer({ min: 0, max: 20_000 }).map((width) => width / 100),
        ),
        { maxLength: 4 },
      ),
      heights: fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 400 })), { maxLength: 4 }),
      hiddenRow: fc.option(fc.nat(40)),
      hiddenColumn: fc.option(fc.nat(20)),
      zoom: fc.integer({ min: 10, max: 400 }),
      tabColor: fc.option(color),
      showGridlines: fc.boolean(),
      hidden: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 4 }), async (planned) => {
        const workbook = createWorkbook({ name: 'again.xlsx' });
        for (const [index, plan] of planned.entries()) {
          const made = workbook.addSheet(`表 & ${index}'s`);
          made.frozen = plan.frozen;
          for (const [column, width] of plan.widths) made.setColumnWidth(column, 1, width);
          for (const [row, height] of plan.heights) made.setRowHeight(row, 1, height);
          if (plan.hiddenRow !== null) made.setRowHidden(plan.hiddenRow, 1, true);
          if (plan.hiddenColumn !== null) made.setColumnHidden(plan.hiddenColumn, 1, true);
          made.zoom = plan.zoom;
          made.tabColor = plan.tabColor;
          made.showGridlines = plan.showGridlines;
          made.merge({ row: 2, column: 1, rows: 2, columns: 3 });
          if (plan.hidden) made.visibility = 'hidden';
        }
        await expectKept(workbook);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps tables, rules, lists, comments, links, names, layout, charts and protection', async () => {
    const workbook = fullWorkbook();
    await expectKept(workbook);
  });

  it('is the same again when it is opened, changed and saved', async () => {
    const opened = await reopened(fullWorkbook());
    const sheet = sheetOf(opened, '汇总');
    sheet.setValues({ row: 1, column: 5 }, [['new']]);
    sheet.conditionalFormats.pop();
    sheet.charts[0]!.title = 'Another title';
    sheet.comments.delete('A1');
    opened.addSheet('Added').setValues({ row: 0, column: 0 }, [[1]]);
    await expectKept(opened);
    await expectKept(await reopened(opened));
  });

  it('has no trace of a sheet that was deleted', async () => {
    const opened = await reopened(fullWorkbook());
    opened.deleteSheet(sheetOf(opened, '汇总'));
    await expectKept(opened);
  });
});

function sheetOf(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = workbook.sheet(name);
  if (sheet === undefined) throw new Error(`No sheet ${name}.`);
  return sheet;
}

function fullWorkbook(): WorkbookModel {
  const workbook = createWorkbook({ name: 'again.xlsx', sheets: ['汇总', "Bob's data"] });
  const sheet = sheetOf(workbook, '汇总');
  const data = sheetOf(workbook, "Bob's data");
  sheet.setValues({ row: 0, column: 0 }, [
    ['月份', '金额', '占比'],
    [45292, 100, 0.5],
    [45323, 200, 0.5],
    ['合计', 300, 1],
  ]);
  const table = sheet.addTable(
    { row: 0, column: 0, rows: 4, columns: 3 },
    {
      name: '订单',
      hasHeaders: true,
      style: 'TableStyleMedium2',
      stored: { columnNames: ['月份', '金额', '占比'], showTotals: true },
    },
  );
  table.columns[2]!.formula = '=订单[@金额]/SUM(订单[金额])';
  table.columns[1]!.totalsFunction = 'sum';
  table.columns[0]!.totalsLabel = '合计';
  table.highlightFirstColumn = true;
  const formulas = [
    '=订单[@金额]/SUM(订单[金额])',
    "='Bob''s data'!A1*2",
    '=LET(x,B2,x+1)',
    '=ARPU(B2,1)',
    '=@A1:A3',
    '=_price*2',
  ];
  workbook.addName('_price', "'Bob''s data'!$A$1");
  workbook.addName('local', '$B$2', sheet).comment = 'A comment';
  formulas.forEach((formula, row) =>
    sheet.setFormula({ row: row + 6, column: 4 }, { formula, kind: 'plain' }, row),
  );
  sheet.setFormula(
    { row: 13, column: 4 },
    { formula: '=SORT(B2:B3)', kind: 'dynamic', spill: { row: 13, column: 4, rows: 2, columns: 1 } },
    100,
  );
  sheet.setFormula(
    { row: 16, column: 4 },
    { formula: '=B2:B3*2', kind: 'array', spill: { row: 16, column: 4, rows: 2, columns: 1 } },
    200,
  );
  const areas = [{ row: 1, column: 1, rows: 2, columns: 1 }];
  const red = { font: { color: '#C00000', bold: true }, fill: '#FFF2CC' };
  const rules = [
    { kind: 'custom', formula: '=$B2>100', style: red },
    { kind: 'cellValue', operator: 'between', formula1: '=1', formula2: '=B3', style: red },
    { kind: 'containsText', operator: 'beginsWith', text: 'a"b', style: { fill: '#FF0000' } },
    { kind: 'dataBar', color: '#638EC6', min: '0' },
    {
      kind: 'colorScale',
      points: [
        { type: 'min', color: '#FFFFFF' },
        { type: 'percentile', value: '50', color: '#FFEB84' },
        { type: 'max', color: '#63BE7B' },
      ],
    },
    {
      kind: 'iconSet',
      set: '3Arrows',
      points: [
        { type: 'percent', value: '0' },
        { type: 'percent', value: '33' },
        { type: 'percent', value: '67' },
      ],
    },
    { kind: 'duplicates', unique: false, style: red },
  ] as const;
  rules.forEach((rule, priority) =>
    sheet.conditionalFormats.push({ id: `r${priority}`, areas, rule, priority, stopIfTrue: priority === 0 }),
  );
  sheet.validations.push(
    {
      areas,
      kind: 'list',
      formula1: '是,否',
      ignoreBlanks: true,
      inCellDropDown: true,
      prompt: { title: 'T', message: 'M', show: true },
    },
    {
      areas: [{ row: 9, column: 9, rows: 1, columns: 1 }],
      kind: 'list',
      formula1: "='Bob''s data'!$A$1:$A$3",
      ignoreBlanks: false,
      inCellDropDown: false,
    },
    {
      areas,
      kind: 'whole',
      operator: 'greaterThan',
      formula1: '5',
      ignoreBlanks: true,
      inCellDropDown: true,
      alert: { title: 'No', message: 'Too small', style: 'warning', show: true },
    },
  );
  sheet.comments.set('A1', { author: '张三', text: 'Line 1\nLine 2' });
  sheet.hyperlinks.set('B2', { address: 'https://example.com/?a=1&b=2', tip: 'Go' });
  sheet.hyperlinks.set('B3', { location: "'Bob''s data'!A1" });
  Object.assign(sheet.pageLayout, {
    orientation: 'landscape',
    paperSize: 'a4',
    fitToWidth: 1,
    fitToHeight: null,
    printArea: '$A$1:$C$4',
    titleRows: '$1:$2',
    margins: { top: 36, bottom: 36, left: 36, right: 36, header: 18, footer: 18 },
    footer: { center: '第 &P 页' },
    header: { left: 'A & B'.replace('&', '&&') },
    centerHorizontally: true,
  });
  sheet.customProperties.set('made', '{"a":1}');
  sheet.autoFilter = null;
  sheet.charts.push({
    id: 'c1',
    name: 'Chart 1',
    type: 'ColumnClustered',
    title: '金额 & 占比',
    altText: 'Amounts',
    series: [
      {
        name: '=汇总!$B$1',
        values: '汇总!$B$2:$B$3',
        categories: '汇总!$A$2:$A$3',
        color: '#1F4E79',
        showLabels: true,
        labelFormat: '#,##0',
      },
      { name: 'Plain', values: '汇总!$C$2:$C$3', categories: '汇总!$A$2:$A$3', color: '#C00000' },
    ],
    legend: { visible: true, position: 'bottom' },
    categoryAxis: { visible: true, majorGridlines: false, title: '月份' },
    valueAxis: {
      visible: true,
      majorGridlines: true,
      numberFormat: '0.0',
      minimum: 0,
      maximum: 400,
      title: '元',
    },
    gapWidth: 80,
    left: 300.5,
    top: 10.25,
    width: 360,
    height: 216,
  });
  data.setValues({ row: 0, column: 0 }, [[42]]);
  data.setColumnStyle(3, 2, { numberFormat: '0.00' });
  data.protect({ allowSort: true, allowFormatCells: true });
  workbook.properties.set('title', '台账');
  workbook.properties.set('custom:部门', '政企');
  workbook.customXml.set('{11111111-2222-3333-4444-555555555555}', '<a xmlns="urn:x">1 &amp; 2</a>');
  workbook.settings.set('choices', { a: [1, null, '二'] });
  workbook.activate(data);
  return workbook;
}

it('opens what it saved by the plain entry too', async () => {
  const workbook = await openWorkbook(await saveWorkbook(fullWorkbook()), 'a.xlsx');
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['汇总', "Bob's data"]);
});
