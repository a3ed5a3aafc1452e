import { serialOf } from '../../src/domain/dates';
import { headerSignature, readBook, readSheet, remember } from '../../src/reading';
import { bookGrid, codes, column, fieldsOf, merge, readTable, readTables, rows, sheetGrid } from './grids';
import type { RememberedTable, TableReading } from '../../src/reading/types';

test('titles, units, notes, signatures and totals are no data', () => {
  const table = readTable(
    rows(`
    |
    二〇二四年三月客户订单台账
    单位：万元
    序号|客户名称|签约日期|合同金额|客户经理
    1|甲公司|2024.3.1|1.2|张三
    2|乙公司|2024.3.2|0.07|李四
    小计|||1.27|
    3|丙公司|2024.3.5|3|张三
    合计|||4.27|

    制表人：张三   审核：
    注：金额含税`),
  );
  expect(table.headerRows).toEqual([3, 3]);
  expect(table.rows).toEqual([4, 5, 7]);
  expect(table.skipped.map(({ reason }) => reason)).toEqual(['subtotal', 'total', 'blank', 'note', 'note']);
  expect(column(table, 'amount').values).toEqual([12000, 700, 30000]);
  expect(codes(table)).not.toContain('total-mismatch');
});

test('a table may start anywhere, and hidden rows and columns are read and said', () => {
  const table = readTable(rows('客户|金额|订单号\n甲公司|5|A1\n乙公司|6|A2'), {
    origin: { row: 6, column: 2 },
    hiddenRows: [7],
    hiddenColumns: [3],
  });
  expect(table.area).toEqual({ row: 6, column: 2, rows: 3, columns: 3 });
  expect(table.columns.map(({ letter }) => letter)).toEqual(['C', 'D', 'E']);
  expect(table.columns[1]?.hidden).toBe(true);
  expect(codes(table)).toEqual(expect.arrayContaining(['rows-hidden', 'column-hidden']));
});

test('two header rows are joined, a group over its columns', () => {
  const table = readTable(
    rows(`
      序号|走访日期|客户名称|走访情况|||备注
      |||走访人|目的|结果|
      1|2024-03-01|甲公司|张三|回访|满意|
      2|2024-03-02|乙公司|李四|催费|已缴|`),
    {
      merges: [merge(0, 3, 1, 3), merge(0, 0, 2, 1), merge(0, 1, 2, 1), merge(0, 2, 2, 1), merge(0, 6, 2, 1)],
    },
  );
  expect(table.headerRows).toEqual([0, 1]);
  expect(table.columns.map(({ header }) => header)).toEqual([
    '序号',
    '走访日期',
    '客户名称',
    '走访情况|走访人',
    '走访情况|目的',
    '走访情况|结果',
    '备注',
  ]);
  expect(fieldsOf(table)).toEqual(['sequence', 'date', 'customer', 'person', 'purpose', 'result', 'note']);
  expect(table.role).toBe('visits');
});

test('what is owed to a customer is read as the next step, a word on how far it is as its status', () => {
  const table = readTable(
    rows(`
      日期|拜访人|零售户|存在问题|建议及下一步|完成情况
      2024-03-01|张三|甲店|库存高|补货|已完成
      2024-03-02|李四|乙店|陈列乱|调整陈列|未完成`),
  );
  expect(fieldsOf(table)).toEqual(['date', 'person', 'customer', 'content', 'next_step', 'status']);
  const grouped = readTable(
    rows(`
      日期|走访人|走访客户||待办|
      ||单位名称|联系人|事项|责任部门
      2024-03-01|张三|甲公司|王总|送合同|市场部
      2024-03-02|李四|乙公司|刘总|查资费|市场部`),
    { merges: [merge(0, 2, 1, 2), merge(0, 4, 1, 2), merge(0, 0, 2, 1), merge(0, 1, 2, 1)] },
  );
  expect(fieldsOf(grouped)).toEqual(['date', 'person', 'customer', 'contact', 'next_step', 'team']);
});

test.each(['故障客户', '报障客户', '欠费客户', '走访客户'])('%s is the customer', (header) => {
  const table = readTable(
    rows(`受理时间|${header}|现象\n2024-03-01 8:00|甲公司|断网\n2024-03-02 9:00|乙公司|慢`),
  );
  expect(fieldsOf(table)[1]).toBe('customer');
});

test('two header rows without merged cells are found too', () => {
  const table = readTable(
    rows(`
    客户经理|1月||2月|
    |计划|完成|计划|完成
    张三|10|9|11|12
    李四|20|18|21|22`),
  );
  expect(table.headerRows).toEqual([0, 1]);
  expect(table.columns.map(({ header }) => header)).toEqual([
    '客户经理',
    '1月|计划',
    '1月|完成',
    '2月|计划',
    '2月|完成',
  ]);
});

test('headers repeated on printed pages are skipped; a new heading makes a new table', () => {
  const page = '日期|客户|金额\n2024-01-05|甲公司|1\n2024-01-06|乙公司|2\n本页小计||3';
  const printed = readTable(rows(`订单明细\n${page}\n${page}`));
  expect(printed.rows).toHaveLength(4);
  const perPerson = readTables(rows(`张三的订单\n${page}\n\n李四的订单\n${page}`));
  expect(perPerson.map(({ title, rows: data }) => [title, data.length])).toEqual([
    ['张三的订单', 2],
    ['李四的订单', 2],
  ]);
});

test('tables side by side and below each other are told apart', () => {
  const tables = readTables(
    rows(`
    客户名称|业务|金额||业务编码|业务名称
    甲公司|专线|100||01|专线
    乙公司|宽带|200||02|宽带
    丙公司|专线|300|||
    丁公司|专线|400|||

    客户经理|目标|完成|完成率||
    张三|10|9|90%||
    李四|20|18|90%||`),
  );
  expect(tables.map(({ area }) => [area.row, area.column, area.rows])).toEqual([
    [0, 0, 5],
    [0, 4, 3],
    [6, 0, 3],
  ]);
  expect(tables[2]?.role).toBe('targets');
});

test('a column of spacing inside one table does not split it', () => {
  const table = readTable(
    rows('订单号|客户|日期||备注\nA1|甲公司|2024-01-01||好\nA2|乙公司|2024-01-02||\nA3|丙公司|2024-01-03||'),
  );
  expect(fieldsOf(table)).toContain('note');
});

test('an Excel table says itself where it is', () => {
  const values = rows('说明文字\n客户|金额\n甲公司|1\n乙公司|2\n汇总|3');
  const table = readTable(values, {
    tables: [
      { name: '表1', area: { row: 1, column: 0, rows: 4, columns: 2 }, hasHeader: true, hasTotals: true },
    ],
  });
  expect(table.rows).toEqual([2, 3]);
  expect(table.skipped).toContainEqual({ row: 4, reason: 'total' });
});

test('values without a header are read by what they look like', () => {
  const table = readTable(
    rows(`
    2024-01-05|甲公司|张三|138 0000 1001|1200.5
    2024-01-06|乙公司|李四|13900000002|3500
    2024-01-07|甲公司|张三|13700000003|800
    2024-01-08|丙酒店|张三|13600000004|1200.5`),
  );
  expect(table.headerRows).toBeNull();
  expect(fieldsOf(table).slice(0, 4)).toEqual(['date', 'customer', 'person', 'phone']);
  expect(codes(table)).toContain('no-header');
});

test('merged cells stand for all their rows, but a figure counts once', () => {
  const table = readTable(rows('客户名称|产品|数量|金额\n甲公司|专线|1|500\n|宽带|2|\n乙公司|宽带|3|60'), {
    merges: [merge(1, 0, 2, 1), merge(1, 3, 2, 1)],
  });
  expect(column(table, 'customer').values).toEqual(['甲公司', '甲公司', '乙公司']);
  expect(column(table, 'amount').values).toEqual([500, null, 60]);
  expect(codes(table)).toEqual(expect.arrayContaining(['merged-filled', 'merged-number']));
});

test('months become periods, sums of months are checked and are no data', () => {
  const table = readTable(
    rows(`
    2024年客户收入（万元）
    客户|1月|2月|3月|一季度合计|4月|5月|6月|二季度合计|合计
    甲公司|1|1|1|3|2|2|2|6|9
    乙公司|1|1|1|3|2|2|2|7|10
    合计|2|2|2|6|4|4|4|13|19`),
  );
  expect(table.wideMonths).toBe(true);
  expect(table.role).toBe('revenue');
  expect(table.columns.filter(({ total }) => total).map(({ header }) => header)).toEqual([
    '一季度合计',
    '二季度合计',
    '合计',
  ]);
  expect(table.columns[1]).toMatchObject({
    field: 'revenue',
    factor: 10000,
    period: { start: 45292, months: 1 },
    values: [10000, 10000],
  });
  const gaps = table.problems.filter(({ code }) => code === 'row-total-mismatch');
  expect(gaps.map(({ row, column: at, details }) => [row, at, details.gap])).toEqual([
    [3, 8, 10000],
    [3, 9, 10000],
  ]);
});

test('a mean of months is no data and no sum', () => {
  const table = readTable(rows('2024年业绩\n姓名|一月|二月|平均\n张三|10|20|15\n李四|20|30|25'));
  expect(table.columns[3]?.total).toBe(true);
  expect(codes(table)).not.toContain('row-total-mismatch');
});

test('a total that its rows do not make is reported with the gap', () => {
  const table = readTable(rows('日期|客户|金额\n2024-01-01|甲公司|100\n2024-01-02|乙公司|200\n合计||350'));
  expect(table.problems.find(({ code }) => code === 'total-mismatch')).toMatchObject({
    row: 3,
    column: 2,
    details: { stated: 350, parts: 300, gap: 50 },
  });
});

test('the same order and the same visit twice are findings', () => {
  const orders = readTable(
    rows('订单号|下单日期|产品|金额\nA1|2024-01-01|专线|5\nA1|2024-01-01|宽带|6\nA1|2024-01-01|专线|5'),
  );
  expect(
    orders.problems
      .filter(({ code }) => code === 'duplicate-order')
      .map(({ row, details }) => [row, details.first]),
  ).toEqual([[3, 'A2']]);
  const visits = readTable(
    rows(
      '走访日期|客户|走访人|走访内容\n2024-01-01|甲公司|张三|回访\n2024-01-01|甲公司|李四|回访\n2024-01-01|甲公司|张三|再访',
    ),
  );
  expect(visits.problems.filter(({ code }) => code === 'duplicate-visit').map(({ row }) => row)).toEqual([3]);
});

test('a column is given no field rather than a wrong one', () => {
  const table = readTable(
    rows(`
    订单号|客户名称|物流公司|物流单号|性别|宝贝种类|金额|税额|同比
    A1|甲公司|快递|No1|男|1|100|6|5%
    A2|乙公司|快递|No2|女|2|200|12|3%`),
  );
  expect(fieldsOf(table)).toEqual(['order_id', 'customer', null, null, null, null, 'amount', null, null]);
});

describe('what a person chose', () => {
  const values = rows('日期|甲方|钱\n2024-01-01|甲公司|5\n2024-01-02|乙公司|6\n2024-01-03|丙公司|7');
  const first = readTable(values, { name: '3月' });
  const kept = remember([], first, {
    role: 'orders',
    fields: { 钱: 'amount', 甲方: null },
    factors: { 钱: 10000 },
    leaveOut: [2],
  });

  test('is applied, and more choices add to it', () => {
    const more = remember(kept, first, { fields: { 甲方: 'contact' } });
    const [table] = readTables(values, { name: '3月' }, {}, more);
    expect(table?.columns.map(({ field }) => field)).toEqual(['date', 'contact', 'amount']);
    expect(table?.columns[2]?.values).toEqual([50000, 70000]);
    expect(table?.skipped).toContainEqual({ row: 2, reason: 'left-out' });
    expect(table?.columns[1]).toMatchObject({ chosenBy: 'person', confidence: 1 });
  });

  test('is found again when the sheet is renamed, grows, or is next month’s with the same headers', () => {
    const grown = [...values, ['2024-01-04', '丁公司', 8]];
    const [renamed] = readTables(grown, { name: '4月' }, {}, kept);
    expect(renamed?.columns.map(({ field }) => field)).toEqual(['date', null, 'amount']);
    expect(renamed?.rows).toHaveLength(4);
    const [other] = readTables(
      rows('日期|单价|数量\n2024-01-01|1|5\n2024-01-02|2|6'),
      { name: '4月' },
      {},
      kept,
    );
    expect(other?.columns.some(({ chosenBy }) => chosenBy === 'person')).toBe(false);
  });

  test('may be the header row, or that there is none', () => {
    const messy = rows('客户|金额\n名称|价\n甲公司|5\n乙公司|6');
    const table = readSheet(bookGrid([sheetGrid(messy)]), 'Sheet1', [{ headerRows: [0, 1] }])?.tables[0];
    expect(table?.headerRows).toEqual([0, 1]);
    const none = readSheet(bookGrid([sheetGrid(messy)]), 'Sheet1', [{ headerRows: null }])?.tables[0];
    expect(none?.headerRows).toBeNull();
    expect(none?.rows[0]).toBe(0);
  });

  describe('about header rows', () => {
    /* The names in the second row are found; the person says that the group names above belong to them. */
    const sheet = (...above: string[]) =>
      rows(
        [...above, '客户|合同|首月|说明', '单位名|号|金额|备注', '甲公司|H1|5|x', '乙公司|H2|6|y'].join('\n'),
      );
    const read = (values: ReturnType<typeof sheet>, name: string, kept: readonly RememberedTable[]) =>
      readTables(values, { name }, {}, kept)[0] as TableReading;
    const natural = read(sheet(), '3月', []);
    const other: readonly [number, number] = natural.headerRows?.[1] === 1 ? [0, 0] : [0, 1];
    const kept = remember([], natural, { headerRows: other, role: 'orders' });

    test('is found again, and choices made after it are kept with it', () => {
      const changed = read(sheet(), '3月', kept);
      expect(changed).toMatchObject({ headerRows: other, role: 'orders' });
      const header = changed.columns[3]?.header ?? '';
      const more = remember(kept, changed, { fields: { [header]: 'content' } });
      const both = read(sheet(), '3月', more);
      expect(both).toMatchObject({ headerRows: other, role: 'orders' });
      expect(both.columns[3]).toMatchObject({ field: 'content', chosenBy: 'person' });
    });

    test('moves with the table and holds for next month’s sheet', () => {
      const moved = read(sheet('2024年业务表|||'), '3月', kept);
      expect(moved.headerRows).toEqual([other[0] + 1, other[1] + 1]);
      expect(read(sheet(), '4月', kept).headerRows).toEqual(other);
    });

    test('is given up when the person goes back, whatever is chosen later', () => {
      const back = remember(kept, read(sheet(), '3月', kept), { headerRows: natural.headerRows });
      const again = read(sheet(), '3月', back);
      expect(again.headerRows).toEqual(natural.headerRows);
      const more = remember(back, again, { role: 'customers' });
      expect(read(sheet(), '3月', more)).toMatchObject({
        headerRows: natural.headerRows,
        role: 'customers',
      });
      const forth = remember(more, read(sheet(), '3月', more), { headerRows: other });
      expect(read(sheet(), '3月', forth).headerRows).toEqual(other);
    });
  });

  test('signatures do not change when months are added or columns are moved', () => {
    const one = readTable(rows('客户|1月|2月\n甲公司|1|2\n乙公司|3|4'));
    const two = readTable(rows('1月|2月|3月|客户\n1|2|3|甲公司\n3|4|5|乙公司'));
    expect(headerSignature(two)).toBe(headerSignature(one));
  });
});

test('empty, hidden and error-only sheets are said so', () => {
  const reading = readBook(
    bookGrid([
      sheetGrid([], { name: 'a' }),
      sheetGrid(
        [
          ['#REF!', '#REF!'],
          ['#REF!', '#N/A'],
        ],
        { name: 'b', visible: false },
      ),
      sheetGrid([['使用说明'], ['请按要求填写']], { name: 'c' }),
    ]),
  );
  expect(reading.sheets.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ['sheet-empty'],
    ['sheet-hidden', 'errors-only'],
    ['no-table'],
  ]);
});

test('days typed as digits that the file holds as texts are days under a header that says so', () => {
  const table = readTable(
    rows(`
      2024年3月订单
      订单号|客户|签约日期|受理日期|竣工日期|金额
      A1|宏达商贸公司|'20240301|'3.10|'45371|1000
      A2|育才小学|'20240302|'3.12||2000
      A3|丰收超市|'20240315||'45381|3000`),
  );
  const day = (month: number, of: number) => serialOf(2024, month, of);
  expect(column(table, 'stage_contract_date').values).toEqual([day(3, 1), day(3, 2), day(3, 15)]);
  expect(column(table, 'stage_accepted_date').values).toEqual([day(3, 10), day(3, 12), null]);
  expect(column(table, 'stage_installed_date').values).toEqual([day(3, 20), null, day(3, 30)]);
  expect(column(table, 'amount').values).toEqual([1000, 2000, 3000]);
});

test('below 客户 one sign is a name, below 单位 it is what is counted', () => {
  const named = readTable(rows('订单号|客户|金额\nA1|甲|10\nA2|乙|20\nA3|丙|30'));
  expect(column(named, 'customer').values).toEqual(['甲', '乙', '丙']);
  const counted = readTable(
    rows('订单号|产品|单位|数量|金额\nA1|硬盘|块|1|10\nA2|纸张|箱|2|20\nA3|墨盒|个|3|30'),
  );
  expect(fieldsOf(counted)).not.toContain('customer');
});
