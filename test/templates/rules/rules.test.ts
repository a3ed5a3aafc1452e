import { serialOf } from '../../../src/domain/dates';
import { texts } from '../../../src/locales';
import { problemSentence } from '../../../src/locales/problems';
import type { GridValue } from '../../../src/reading/grid';
import {
  findRules,
  findSettings,
  ruleTable,
  settingsTable,
  type RuleDefinition,
  type RuleKind,
  type SettingsDefinition,
} from '../../../src/templates/rules';
import { mergeTable } from '../../../src/plan/merge';
import { bookGrid } from './grids';

const tiers: RuleDefinition = {
  id: 'tiers',
  columns: [
    { id: 'from', headers: { en: ['From'], 'zh-CN': ['起点', '起'] }, kind: 'money', required: true },
    { id: 'rate', headers: { en: ['Rate'], 'zh-CN': ['比例', '提成比例'] }, kind: 'percent', required: true },
    { id: 'base', headers: { en: ['Base pay'], 'zh-CN': ['底薪'] }, kind: 'money', required: false },
    {
      id: 'how',
      headers: { en: ['Method'], 'zh-CN': ['算法'] },
      kind: 'choice',
      required: false,
      choices: [
        { value: 'whole', words: { en: ['whole amount'], 'zh-CN': ['全额累进', '全额'] } },
        { value: 'marginal', words: { en: ['by slices'], 'zh-CN': ['超额累进'] } },
      ],
    },
  ],
};

const valuesOf = (values: readonly (readonly GridValue[])[], more = {}) =>
  findRules(bookGrid([{ values, ...more }]), tiers);

describe('finding rule tables', () => {
  it.each([
    ['起点', '提成比例'],
    ['起點', '提成比例（％）'],
    ['  起点\u3000', '提成比例：'],
    ['【万元】起点', '提 成 比 例*'],
    ['ＦＲＯＭ', 'RATE [%]'],
    ['from', 'rate.'],
  ])('knows the headers %s and %s in spite of signs around and among them', (from, rate) => {
    const { tables } = valuesOf([
      ['起点名称', '比例说明'],
      [from, rate],
      [0, 0.1],
    ]);
    expect(tables.map(({ at, rows }) => [at.row, rows.length])).toEqual([[1, 1]]);
  });

  it('reads one below a title, with moved and added columns, blank rows and typed units', () => {
    const { tables, problems } = valuesOf([
      ['销售提成方案', '', '', '', ''],
      ['', '', '', '', ''],
      ['备注', '底薪', '提成比例（%）', '起点（万元）', '算法'],
      ['新人', 2500, 10, 0, '全额'],
      ['', '', '', '', ''],
      ['', '２５００', '15%', 2, 'Whole Amount'],
      ['', '3 000', '20', '4', ''],
      ['', '4千', '25％', '60,000元', '全额累进'],
    ]);
    expect(problems).toEqual([]);
    expect(tables).toHaveLength(1);
    expect(tables[0]!.rows.map(({ values }) => values)).toEqual([
      { from: 0, rate: 0.1, base: 2500, how: 'whole' },
      { from: 20_000, rate: 0.15, base: 2500, how: 'whole' },
      { from: 40_000, rate: 0.2, base: 3000, how: null },
      { from: 60_000, rate: 0.25, base: 4000, how: 'whole' },
    ]);
    expect(tables[0]!.rows.map(({ row }) => row)).toEqual([3, 5, 6, 7]);
  });

  it('counts rows and columns from the sheet, not from its used part', () => {
    const { tables, problems } = valuesOf(
      [
        ['From', 'Rate'],
        [0, 'ten'],
      ],
      { origin: { row: 9, column: 2 } },
    );
    expect(tables[0]).toMatchObject({ at: { row: 9, column: 2 }, columns: { from: 2, rate: 3 } });
    expect(problems).toMatchObject([
      { code: 'rule-cell-unreadable', details: { sheet: '方案', cell: 'D11', text: 'ten' } },
    ]);
  });

  it('reports what it can not read and what is missing, and fills nothing in', () => {
    const { tables, problems } = valuesOf([
      ['起点', '比例', '算法'],
      [0, 15, '全额'],
      ['', '10%', '阶梯'],
      ['#REF!', 1, ''],
    ]);
    expect(problems.map(({ code, details }) => [code, details['cell']])).toEqual([
      ['rule-percent-unclear', 'B2'],
      ['rule-cell-missing', 'A3'],
      ['rule-choice-unknown', 'C3'],
      ['rule-cell-error', 'A4'],
      ['rule-percent-unclear', 'B4'],
    ]);
    expect(tables[0]!.rows.map(({ values }) => values)).toEqual([
      { from: 0, rate: null, how: 'whole' },
      { from: null, rate: 0.1, how: null },
      { from: null, rate: null, how: null },
    ]);
    for (const problem of problems) {
      expect(problemSentence(problem, 'zh-CN')).toContain(String(problem.details['cell']));
      expect(problemSentence(problem, 'en')).toContain(String(problem.details['cell']));
    }
  });

  it('takes a percentage from the cell’s format', () => {
    const { tables, problems } = valuesOf(
      [
        ['From', 'Rate'],
        [0, 1],
      ],
      { formats: { '1,1': '0%' } },
    );
    expect(problems).toEqual([]);
    expect(tables[0]!.rows[0]!.values['rate']).toBe(1);
  });

  it('ends where the next header or an Excel table begins, or after a long gap', () => {
    const rows: GridValue[][] = [
      ['From', 'Rate'],
      [0, 0.1],
      ['Note: rates as agreed in March with everybody', ''],
      ['', ''],
      ['', ''],
      ['From', 'Rate'],
      [0, 0.2],
      ['', ''],
      ['', ''],
      ['', ''],
      ['', ''],
      [1, 0.9],
    ];
    const { tables, problems } = valuesOf(rows);
    expect(tables.map((table) => table.rows.map(({ values }) => values['rate']))).toEqual([[0.1], [0.2]]);
    expect(problems).toMatchObject([
      { code: 'rule-tables-many', details: { used: '方案!A1', others: '方案!A6' } },
    ]);
  });

  it('takes an Excel table to its end, its totals left out, and what was typed right under it', () => {
    const values: GridValue[][] = [
      ['From', 'Rate'],
      [0, 0.1],
      ['', ''],
      [5, 0.2],
      [9, 0.3],
      ['other', 'text'],
    ];
    const area = { row: 0, column: 0, rows: 4, columns: 2 };
    const table = { name: 'T', area, hasHeader: true, hasTotals: false };
    expect(valuesOf(values.slice(0, 5), { tables: [table] }).tables[0]!.rows).toHaveLength(3);
    expect(
      valuesOf(values.slice(0, 4), { tables: [{ ...table, hasTotals: true }] }).tables[0]!.rows,
    ).toHaveLength(2);
  });

  it('finds tables side by side', () => {
    const { tables } = valuesOf([
      ['From', 'Rate', '', 'From', 'Rate'],
      [0, 0.1, '', 0, 0.2],
    ]);
    expect(tables.map(({ at, rows }) => [at.column, rows[0]!.values['rate']])).toEqual([
      [0, 0.1],
      [3, 0.2],
    ]);
  });

  it('finds nothing in tables of other things', () => {
    expect(
      valuesOf([
        ['客户', '金额'],
        ['甲', 5],
      ]).tables,
    ).toEqual([]);
    expect(valuesOf([]).tables).toEqual([]);
    expect(valuesOf([['起点', 3, 4, '比例']]).tables).toEqual([]);
  });
});

describe('values of each kind', () => {
  const read = (kind: RuleKind, value: GridValue, date1904 = false) => {
    const definition: RuleDefinition = {
      id: 'one',
      columns: [
        { id: 'name', headers: { en: ['Name'], 'zh-CN': ['名称'] }, kind: 'text', required: true },
        { id: 'value', headers: { en: ['What'], 'zh-CN': ['内容'] }, kind, required: true },
      ],
    };
    const grid = bookGrid(
      [
        {
          values: [
            ['Name', 'What'],
            ['a', value],
          ],
        },
      ],
      date1904,
    );
    const { tables, problems } = findRules(grid, definition);
    return problems[0]?.code ?? tables[0]!.rows[0]!.values['value'];
  };

  it.each<[RuleKind, GridValue, unknown]>([
    ['text', 7, '7'],
    ['text', '007', '007'],
    ['text', '=1+1', '=1+1'],
    ['number', '4 个', 4],
    ['number', '10%', 'rule-cell-unreadable'],
    ['number', true, 'rule-cell-unreadable'],
    ['money', '￥15 000', 15_000],
    ['money', '1.5万', 15_000],
    ['money', '（500）', -500],
    ['money', '面议', 'rule-cell-unreadable'],
    ['percent', '１５％', 0.15],
    ['percent', 0.15, 0.15],
    ['percent', '1.5', 'rule-percent-unclear'],
    ['percent', '-', 'rule-cell-missing'],
    ['date', '2024年3月', serialOf(2024, 3, 1)],
    ['date', '2024.3.5', serialOf(2024, 3, 5)],
    ['date', 45356, 45356],
    ['date', '3月5日', 'rule-date-unclear'],
    ['date', '3/5/2024', 'rule-date-unclear'],
    ['date', '25/3/2024', serialOf(2024, 3, 25)],
    ['date', '2024-02-30', 'rule-cell-unreadable'],
    ['date', 'soon', 'rule-cell-unreadable'],
    ['time', '14:00', 14 / 24],
    ['time', '下午2点', 14 / 24],
    ['time', 0.5, 0.5],
    ['time', 14, 'rule-cell-unreadable'],
    ['time', 'noon', 'rule-cell-unreadable'],
    ['days', '一周', 'rule-cell-unreadable'],
    ['days', '2周', 14],
    ['days', '7 个自然日', 7],
    ['days', '12小时', 0.5],
    ['days', '3 days', 3],
    ['yesno', '√', true],
    ['yesno', '×', false],
    ['yesno', '无', false],
    ['yesno', true, true],
    ['yesno', '也许', 'rule-choice-unknown'],
  ])('%s %j', (kind, value, expected) => {
    expect(read(kind, value)).toBe(expected);
  });

  it('reads days of a 1904 workbook', () => {
    expect(read('date', 45356 - 1462, true)).toBe(45356);
  });
});

describe('writing rule tables', () => {
  const rows = [
    { key: '0', values: { from: 0, rate: 0.1, base: 2500, how: 'whole' } },
    { key: '20000', values: { from: 20_000, rate: 0.15, base: null, how: 'marginal' } },
  ];

  it.each(['zh-CN', 'en'] as const)('is found again with the same values (%s)', (locale) => {
    const { table, validations } = ruleTable(tiers, rows, { name: 'T', at: { row: 1, column: 0 }, locale });
    const merged = mergeTable(table, null, null);
    const values = [
      [''],
      merged.columns.map((one) => (one.kind === 'own' ? '' : one.column.header)),
      ...merged.rows,
    ];
    const grid = bookGrid([{ values: values.map((row) => row.map((cell) => cell as GridValue)) }]);
    const found = findRules(grid, tiers);
    expect(found.problems).toEqual([]);
    expect(found.tables[0]!.rows.map((row) => row.values)).toEqual(rows.map((row) => row.values));
    expect(validations).toEqual([
      {
        area: { row: 2, column: 3, rows: 2, columns: 1 },
        list: locale === 'en' ? ['whole amount', 'by slices'] : ['全额累进', '超额累进'],
      },
    ]);
  });

  it('keeps what people changed, added and deleted', () => {
    const plan = (rate: number) =>
      ruleTable(tiers, [rows[0]!, { key: '20000', values: { ...rows[1]!.values, rate } }], {
        name: 'T',
        at: { row: 0, column: 0 },
        locale: 'en',
      }).table;
    const first = mergeTable(plan(0.15), null, null);
    const headers = plan(0.15).columns.map(({ header }) => header);
    const edited = [
      first.rows[0]!.map((cell, column) => (column === 1 ? 0.12 : cell)),
      [90_000, 0.5, null, null, null],
    ];
    const { rows: kept } = mergeTable(plan(0.15), { headers, rows: edited }, first.marks);
    expect(kept.map((row) => row[1])).toEqual([0.12, 0.5]);
  });
});

describe('settings', () => {
  const definition: SettingsDefinition = {
    id: 'terms',
    settings: [
      {
        id: 'cap',
        labels: { en: ['Cap'], 'zh-CN': ['封顶', '上限'] },
        explanation: { en: 'Commission stops here.', 'zh-CN': '提成最多这么多。' },
        kind: 'money',
        blank: true,
      },
      {
        id: 'share',
        labels: { en: ['Share'], 'zh-CN': ['分成'] },
        explanation: { en: 'What a leader gets.', 'zh-CN': '组长得多少。' },
        kind: 'percent',
        blank: false,
      },
    ],
  };

  it('are read by their names, in either language, with what is missing, unknown or said twice', () => {
    const grid = bookGrid([
      {
        name: '别的',
        values: [
          ['设置', '取值'],
          ['颜色', '红'],
        ],
      },
      {
        name: '方案',
        values: [
          ['条款', '值', '说明'],
          ['上限', '2万', ''],
          ['Share', '', ''],
          ['封顶', 5, ''],
          ['上线', 5, ''],
        ],
      },
    ]);
    const found = findSettings(grid, definition);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      sheet: '方案',
      values: { cap: 20_000, share: null },
      rows: { cap: 1, share: 2 },
    });
    expect(found[0]!.problems.map(({ code, details }) => [code, details['cell']])).toEqual([
      ['rule-cell-missing', 'B3'],
      ['rule-setting-twice', 'B4'],
      ['rule-setting-unknown', 'B5'],
    ]);
    const partly = bookGrid([
      {
        values: [
          ['Setting', 'Value'],
          ['Cap', ''],
        ],
      },
    ]);
    expect(findSettings(partly, definition)[0]).toMatchObject({
      values: { cap: null },
      missing: ['share'],
      problems: [],
    });
  });

  it.each(['zh-CN', 'en'] as const)('are written with their meaning and read back (%s)', (locale) => {
    const place = { name: 'T', at: { row: 0, column: 0 }, locale };
    const { table } = settingsTable(definition, { cap: null, share: 0.5 }, place);
    expect(table.columns[1]!.formats).toEqual(['#,##0.00', '0.0%']);
    expect(table.columns.map(({ header }) => header)).toContain(texts(locale).rules.mark);
    const values = [
      table.columns.map(({ header }) => header),
      ...table.rows.map((row) => row.map((cell) => (cell ?? '') as GridValue)),
    ];
    expect(findSettings(bookGrid([{ values }]), definition)[0]).toMatchObject({
      values: { cap: null, share: 0.5 },
      problems: [],
      missing: [],
    });
  });
});
