/**
 * Sheets as bad as people keep them, for every template of visits and orders: each cell that holds an error is told of,
 * no built cell shows one, and the figures are those that a person would make of the sheet.
 */
import { cellContent } from '../../src/plan/fingerprint';
import type { GridValue, SheetGrid } from '../../src/reading/grid';
import type { Problem } from '../../src/reading/types';
import { templateById } from '../../src/templates';
import type { BuildRequest, Template } from '../../src/templates/types';
import { bookGrid, merge, sheetGrid } from '../reading/grids';
import { calculated, errorsIn } from './model';
import { requestFrom } from './report/grids';

type Rows = readonly (readonly GridValue[])[];

function requestFor(template: Template, values: Rows, more: Partial<SheetGrid> = {}): BuildRequest {
  return requestFrom(template, bookGrid([sheetGrid(values, { name: '明细', ...more })]));
}

/** Everything that is said of the sheet before it is built, as 'code B12'. */
function said(template: Template, request: BuildRequest): string[] {
  const { findings } = template.prepare(request);
  const all: readonly Problem[] = [...(request.source?.problems ?? []), ...findings];
  return all.map(({ code, row, column }) => {
    const letter = column === undefined ? '' : String.fromCharCode(65 + column);
    return `${code} ${letter}${row === undefined ? '' : row + 1}`.trim();
  });
}

/** Rows of the first built table, the columns named. */
function builtRows(template: Template, request: BuildRequest, columns: readonly string[]): string[] {
  const [table] = template.build(request).sheets[0]?.tables ?? [];
  const places = columns.map((id) => table?.columns.findIndex((column) => column.id === id) ?? -1);
  expect(places).not.toContain(-1);
  return (table?.rows ?? []).map((row) => places.map((at) => cellContent(row[at])).join(' | '));
}

async function errorsBuilt(template: Template, request: BuildRequest): Promise<string[]> {
  const { sheets } = await calculated(template.build(request));
  return sheets.flatMap((sheet) => errorsIn(sheet).map((error) => `${sheet.name} ${error}`));
}

const VISITS = ['走访日期', '走访人', '客户名称', '走访内容', '待办事项', '督办人', '要求办结'];
const ORDERS = ['合同号', '客户名称', '客户经理', '合同金额', '签约日期', '竣工日期', '状态'];
const FAULTS = ['故障编号', '申告时间', '客户名称', '派单时间', '到场时间', '恢复时间', '处理人'];
const DEBTS = ['合同号', '客户名称', '客户经理', '应收金额', '已收金额', '余款', '应收日期'];
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'visit-diary': VISITS,
  'visit-plan': VISITS,
  'order-tracker': ORDERS,
  'fault-log': FAULTS,
  receivables: DEBTS,
};

const VISIT_ERRORS: Rows = [
  VISITS,
  [45350, '周文博', '甲公司', '续约', '送合同', '林晓彤', 45360],
  ['#N/A', '周文博', '乙公司', '回访', '报价', '林晓彤', 45360],
  [45351, '#REF!', '丙公司', '回访', '报价', '', ''],
  [45352, '周文博', '#VALUE!', '回访', '', '', ''],
  [45353, '周文博', '丁公司', '#DIV/0!', '#N/A', '#REF!', '#NUM!'],
  [45354, '周文博', '甲公司', '续约', '', '', ''],
];

test.each<[string, Rows, number, readonly string[]]>([
  ['visit-diary', VISIT_ERRORS, 6, ['visit-without-date A3', 'visit-without-customer C5']],
  ['visit-plan', VISIT_ERRORS, 2, ['visit-without-date A3', 'visit-without-customer C5']],
  [
    'order-tracker',
    [
      ORDERS,
      ['HT-1', '甲公司', '周文博', 100, 45350, 45355, '已竣工'],
      ['HT-2', '乙公司', '周文博', '#DIV/0!', 45351, '', '已签约'],
      ['HT-3', '#REF!', '周文博', 300, '#N/A', '', '#VALUE!'],
      ['#N/A', '丁公司', '#NAME?', 400, 45353, '#NUM!', '已签约'],
      ['HT-5', '戊公司', '周文博', 500, 45354, '', ''],
    ],
    5,
    [],
  ],
  [
    'fault-log',
    [
      FAULTS,
      ['G1', 45350.4, '甲公司', 45350.405, 45350.41, 45350.45, '王工'],
      ['G2', '#N/A', '乙公司', 45350.405, 45350.41, 45350.45, '王工'],
      ['G3', 45351.4, '#REF!', '#DIV/0!', '#VALUE!', '#N/A', '#NAME?'],
      ['#REF!', 45352.4, '丁公司', 45352.405, 45352.41, 45352.45, '王工'],
    ],
    3,
    ['fault-without-time B3'],
  ],
  [
    'receivables',
    [
      DEBTS,
      ['HT-1', '甲公司', '周文博', 1000, 200, 800, 45350],
      ['HT-2', '乙公司', '周文博', 1000, 200, '#REF!', 45351],
      ['HT-3', '丙公司', '周文博', '#N/A', '#N/A', '#N/A', 45352],
      ['#VALUE!', '#N/A', '#REF!', 70, 0, 70, '#DIV/0!'],
      ['HT-5', '戊公司', '周文博', 500, '#DIV/0!', '#VALUE!', 45354],
    ],
    4,
    ['debts-undated'],
  ],
])('%s: every error of a cell is told of, none is built', async (id, values, used, others) => {
  const template = templateById(id);
  const request = requestFor(template, values);
  const errors = values.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      String(cell).startsWith('#') ? [`cell-error ${String.fromCharCode(65 + column)}${row + 1}`] : [],
    ),
  );
  expect(said(template, request)).toEqual(expect.arrayContaining([...errors, ...others]));
  expect(template.prepare(request)).toMatchObject({ refusal: null, rowsUsed: used });
  expect(await errorsBuilt(template, request)).toEqual([]);
});

const LONG = '长'.repeat(200);
const VISITS_KEPT: Rows = [
  ['走访台账', '', '', '', '', '', ''],
  VISITS,
  ['2024.2.29', '周文博', '007', '续约', '送合同', '林晓彤', '2024年3月5日'],
  ['2024年3月1日', '周文博', '星*星', '回访', '', '', ''],
  ['', '', '问?', '回访', '报价', '', ''],
  ['2024/3/2', '=1+1', '波~1', '回访', '', '', ''],
  [45354, '林晓彤', LONG, '回访', '巡检', '=1+1', 45360],
  [45354, '林晓彤', LONG, '回访', '巡检', '=1+1', 45360],
  ['20240304', '林晓彤', '=1+1', '回访', '', '', ''],
  ['合计', '', '6家', '', '', '', ''],
];

/** A title over all columns, two cells of a column merged, a row hidden by a filter, a hidden column, a table's total. */
function mess(down: number, hidden: number, rows: number): Partial<SheetGrid> {
  const area = { row: 1, column: 0, rows: rows - 1, columns: 7 };
  return {
    name: "'=1+1",
    merges: [merge(0, 0, 1, 7), merge(3, down, 2, 1)],
    hiddenRows: [5],
    hiddenColumns: [hidden],
    tables: [{ name: 'T', area, hasHeader: true, hasTotals: true }],
  };
}

interface Messy {
  readonly values: Rows;
  readonly down: number;
  readonly hidden: number;
  readonly said: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

const MESSY: Readonly<Record<string, Messy>> = {
  'visit-diary': {
    values: VISITS_KEPT,
    down: 0,
    hidden: 3,
    said: ['duplicate-visit C8'],
    columns: ['date', 'person', 'customer', 'due'],
    rows: [
      '45351 | 周文博 | 007 | 45356',
      '45352 | 周文博 | 星*星 | ',
      '45352 |  | 问? | ',
      '45353 | =1+1 | 波~1 | ',
      `45354 | 林晓彤 | ${LONG} | 45360`,
      `45354 | 林晓彤 | ${LONG} | 45360`,
      '45355 | 林晓彤 | =1+1 | ',
    ],
  },
  'order-tracker': {
    values: [
      ['订单台账', '', '', '', '', '', ''],
      ORDERS,
      ['007', '007', '周文博', '1,000.50元', '2024.2.29', '2024年3月31日', '已竣工'],
      ['008', '星*星', '周文博', '￥2,000', '2024/3/1', '', '已签约'],
      ['009', '问?', '=1+1', '1.2万', '', '', ''],
      ['010', '波~1', LONG, 400, 45354, '', '?'],
      ['010', '波~1', LONG, 400, 45354, '', '?'],
      ['=1+1', LONG, '问?', 5, '20240304', '', '*'],
      ['合计', '', '', 15805.5, '', '', ''],
    ],
    down: 4,
    hidden: 6,
    said: ['order-copied A7'],
    columns: ['orderId', 'customer', 'person', 'amount', 'contractDate', 'installedDate'],
    rows: [
      '007 | 007 | 周文博 | 1000.5 | 45351 | 45382',
      '008 | 星*星 | 周文博 | 2000 | 45352 | ',
      '009 | 问? | =1+1 | 12000 | 45352 | ',
      `010 | 波~1 | ${LONG} | 400 | 45354 | `,
      `=1+1 | ${LONG} | 问? | 5 | 45355 | `,
    ],
  },
  'fault-log': {
    values: [
      ['故障台账', '', '', '', '', '', ''],
      FAULTS,
      ['007', '2024.2.29 9:00', '007', '2024.2.29 9:08', '2024.2.29 9:30', '2024.2.29 11:00', '王工'],
      [
        '008',
        '2024年3月31日 23:50',
        '星*星',
        '2024-04-01 00:00',
        '2024-04-01 00:20',
        '2024-04-01 01:51',
        '=1+1',
      ],
      ['009', '2024-03-31 12:00', '', '', '', '', '问?'],
      ['010', '2024-03-31 12:00', '波~1', '', '', '', '问?'],
      ['010', '2024-03-31 12:00', '波~1', '', '', '', '问?'],
      ['=1+1', '2024/4/2 10:00', LONG, '10:05', '10:20', '2024/4/2 11:30', '王工'],
      ['合计', '', '6起', '', '', '', ''],
    ],
    down: 2,
    hidden: 6,
    said: ['duplicate-order A7'],
    columns: ['number', 'reported', 'customer', 'responded', 'solved'],
    rows: [
      `007 | 45351.375 | 007 | 45351.3958333333 | 45351.4583333333`,
      `008 | 45382.9930555556 | 星*星 | 45383.0138888889 | 45383.0770833333`,
      '009 | 45382.5 | 星*星 |  | ',
      '010 | 45382.5 | 波~1 |  | ',
      '010 | 45382.5 | 波~1 |  | ',
      `=1+1 | 45384.4166666667 | ${LONG} | 45384.4305555556 | 45384.4791666667`,
    ],
  },
  receivables: {
    values: [
      ['应收台账', '', '', '', '', '', ''],
      DEBTS,
      ['007', '007', '周文博', '1,000.50元', 0, '1,000.50元', '2024.1.31'],
      ['008', '星*星', '周文博', '￥2,000', 500, 1500, '2024年2月29日'],
      ['009', '', '=1+1', '1.2万', 0, '1.2万', '2024/3/31'],
      ['010', '波~1', '问?', 400, 0, 400, 45382],
      ['010', '波~1', '问?', 400, 0, 400, 45382],
      ['=1+1', LONG, '周文博', 5, 0, 5, '20240401'],
      ['合计', '', '', 15805.5, 500, 15305.5, ''],
    ],
    down: 1,
    hidden: 2,
    said: ['debt-copied F7'],
    columns: ['number', 'customer', 'person', 'balance', 'due'],
    rows: [
      '007 | 007 | 周文博 | 1000.5 | 45322',
      '008 | 星*星 | 周文博 | 1500 | 45351',
      '009 | 星*星 | =1+1 | 12000 | 45382',
      '010 | 波~1 | 问? | 400 | 45382',
      '010 | 波~1 | 问? | 400 | 45382',
      `=1+1 | ${LONG} | 周文博 | 5 | 45383`,
    ],
  },
};

test.each(Object.entries(MESSY))(
  '%s: merged, hidden, filtered, copied, dates and amounts as texts, names like patterns',
  async (id, { values, down, hidden, said: wanted, columns, rows }) => {
    const template = templateById(id);
    const request = requestFor(template, values, mess(down, hidden, values.length));
    const all = said(template, request);
    expect(all).toEqual(
      expect.arrayContaining([...wanted, 'rows-hidden', `column-hidden ${String.fromCharCode(65 + hidden)}`]),
    );
    expect(all.filter((each) => /mismatch|unreadable|error/.test(each))).toEqual([]);
    expect(builtRows(template, request, columns)).toEqual(rows);
    expect(await errorsBuilt(template, request)).toEqual([]);
  },
);

test('visit-plan: the same sheet is planned by its newest day', async () => {
  const template = templateById('visit-plan');
  const request = requestFor(template, VISITS_KEPT, mess(0, 3, VISITS_KEPT.length));
  expect(builtRows(template, request, ['date', 'customer', 'last', 'due'])).toEqual([
    '45362 | 问? | 45352 | 45359',
    '45362 | 007 | 45351 | 45356',
    `45362 | ${LONG} | 45354 | 45360`,
  ]);
  expect(await errorsBuilt(template, request)).toEqual([]);
});

test.each<[string, readonly number[], string, string]>([
  ['visit-diary', [0], 'A9', '起止'],
  ['visit-plan', [0], 'A9', '截至'],
  ['order-tracker', [4], 'E9', '截至日期'],
  ['fault-log', [1], 'B9', '截至时间'],
])('%s: a year typed wrong moves nothing and is shown by its cell', (id, [column = 0], cell, label) => {
  const template = templateById(id);
  const headers = HEADERS[id] ?? [];
  const days = [
    '2024-03-04',
    '2024-03-05',
    '2024-03-06',
    '2024-03-07',
    '2024-03-08',
    '2024-03-11',
    '2024-03-12',
    '2025-03-13',
  ];
  const rows = days.map((day, index) =>
    headers.map((_, at): GridValue =>
      at === column ? `${day} 10:00` : at === 2 ? `客户${index}` : at === 0 ? `N${index}` : '',
    ),
  );
  const request = requestFor(template, [headers, ...rows]);
  expect(said(template, request).filter((each) => each.startsWith('day-far-off'))).toEqual([
    `day-far-off ${cell}`,
  ]);
  const shown = template.prepare(request).highlights.find((each) => each.label === label);
  expect(shown?.value).toContain('2024-03-12');
});

describe.each(Object.entries(HEADERS))('%s', (id, headers) => {
  const template = templateById(id);

  test.each<[string, Rows]>([
    ['nothing', []],
    ['headers alone', [headers]],
  ])('on a sheet with %s has no source; it says so or begins empty', (_name, values) => {
    const request = requestFor(template, values);
    expect(request.source).toBeNull();
    expect(template.blank).toBe(true);
  });

  test('on one row is built without an error', async () => {
    const row = headers.map((header): GridValue =>
      /日期|时间|办结/.test(header) ? 45350.5 : /金额|余款/.test(header) ? 100 : '甲',
    );
    const request = requestFor(template, [headers, row]);
    expect(template.prepare(request).refusal).toBeNull();
    expect(await errorsBuilt(template, request)).toEqual([]);
  });

  test('on errors alone is refused or told of, cell by cell', () => {
    const request = requestFor(template, [headers, headers.map(() => '#REF!'), headers.map(() => '#N/A')]);
    const problems = request.book.sheets.flatMap((sheet) => sheet.problems.map(({ code }) => code));
    const refusal = request.source ? template.prepare(request).refusal : null;
    expect(refusal ?? problems).not.toEqual([]);
  });
});
