/**
 * A workbook that counts days from 1904 says the same as one that counts from 1900, for every template of visits and
 * orders: built from .xlsx files whose days stand at the ends of months, quarters and years, at midnight and with times.
 */
import { insideExcel } from '../../src/cli/excel-session';
import { templateById } from '../../src/templates';
import type { WorkbookModel } from '../../src/workbench/model/types';
import { bookOf, on, type GivenSheet } from './books';
import { built, requestTo } from './inside';

jest.setTimeout(60_000);

const VISITS: readonly GivenSheet[] = [
  {
    name: '走访记录',
    rows: [
      [
        '走访日期',
        '走访人',
        '客户名称',
        '客户级别',
        '走访内容',
        '待办事项',
        '督办人',
        '要求办结',
        '办结日期',
        '下次走访日期',
      ],
      [
        on('2023-12-31'),
        '周文博',
        '甲公司',
        'A',
        '续约',
        '送合同',
        '林晓彤',
        on('2024-01-31'),
        null,
        on('2024-01-31'),
      ],
      [on('2024-01-01 00:00'), '林晓彤', '甲公司', 'A', '报修', '报价', null, null, on('2024-01-08'), null],
      [on('2024-01-31'), '周文博', '乙公司', 'B', '新装', null, null, null, null, on('2024-02-29')],
      [on('2024-02-29 09:30'), '周文博', '丙公司', 'C', '回访', '补资料', null, on('2024-03-30'), null, null],
      [on('2024-02-29 23:59'), '周文博', '乙公司', 'B', '回访', null, null, null, null, null],
      [
        on('2024-03-31 00:00'),
        '林晓彤',
        '丁公司',
        '示范终端',
        '回访',
        '巡检',
        '周文博',
        on('2024-03-31'),
        null,
        on('2024-04-01'),
      ],
    ],
  },
];
const ORDERS: readonly GivenSheet[] = [
  {
    name: '订单',
    rows: [
      [
        '合同号',
        '客户名称',
        '客户经理',
        '产品',
        '合同金额',
        '拜访时间',
        '方案日期',
        '签约日期',
        '受理日期',
        '竣工日期',
        '承诺日期',
      ],
      [
        'HT-001',
        '甲公司',
        '周文博',
        '专线',
        12000,
        on('2024-01-31 13:59'),
        on('2024-01-31'),
        on('2024-02-29'),
        null,
        null,
        on('2024-03-04'),
      ],
      ['HT-002', '乙公司', '周文博', '专线', 8000, on('2024-03-29 14:00'), null, null, null, null, null],
      [
        'HT-003',
        '丙公司',
        '林晓彤',
        '云主机',
        500.5,
        null,
        on('2024-02-28'),
        on('2024-02-29'),
        on('2024-03-01'),
        on('2024-03-31'),
        null,
      ],
      [
        'HT-004',
        '丁公司',
        '林晓彤',
        '专线',
        3000,
        null,
        null,
        on('2023-12-31'),
        on('2024-01-01'),
        on('2024-01-31'),
        null,
      ],
      ['HT-005', '戊公司', '周文博', '宽带', 100, on('2024-03-31 00:00'), null, null, null, null, null],
    ],
  },
];
const FAULTS: readonly GivenSheet[] = [
  {
    name: '故障',
    rows: [
      ['故障单号', '申告时间', '客户名称', '故障类型', '派单时间', '到场时间', '恢复时间', '处理人'],
      [
        'G1',
        on('2023-12-31 23:50'),
        '甲公司',
        '中断',
        on('2024-01-01 00:00'),
        on('2024-01-01 00:20'),
        on('2024-01-01 01:51'),
        '王工',
      ],
      [
        'G2',
        on('2024-02-29 09:00'),
        '乙公司',
        '慢',
        on('2024-02-29 09:10'),
        on('2024-02-29 09:30'),
        on('2024-02-29 11:00'),
        '王工',
      ],
      ['G3', on('2024-03-31 08:00'), '甲公司', '中断', on('2024-03-31 08:11'), null, null, '李工'],
    ],
  },
];
const DEBTS: readonly GivenSheet[] = [
  {
    name: '应收账款',
    rows: [
      ['合同号', '客户名称', '客户经理', '应收金额', '已收金额', '余款', '应收日期'],
      ['HT-001', '甲公司', '周文博', 1000, 0, 1000, on('2024-03-31')],
      ['HT-002', '甲公司', '周文博', 500.1, 0.05, 500.05, on('2024-02-29')],
      ['HT-003', '乙公司', '林晓彤', 300, 100, 200, on('2024-01-31')],
      ['HT-004', '丙公司', '林晓彤', 70, 0, 70, on('2023-12-31')],
      ['HT-005', '丙公司', '林晓彤', 7, 0, 7, on('2024-01-01')],
    ],
  },
];

/** The text of every built cell, by sheet. */
type Shown = ReadonlyMap<string, readonly (readonly string[])[]>;

function textsOf(workbook: WorkbookModel, own: ReadonlySet<string>): Shown {
  const built = workbook.sheets.filter(({ name }) => !own.has(name));
  return new Map(
    built.map((sheet) => {
      const { row = 0, rows = 0, column = 0, columns = 0 } = sheet.usedArea(true) ?? {};
      const line = (__: unknown, at: number): string[] =>
        Array.from({ length: column + columns }, (___, place) => plain(sheet.text(at, place).trim()));
      return [sheet.name, Array.from({ length: row + rows }, line)];
    }),
  );
}

/** Serials of helper columns and what marks make of days may differ: nobody reads them. A number of days may not. */
function plain(text: string): string {
  return text.replace(/^4[345]\d{3}(?=\.|·|$)(\.\d+)?/, 'serial').replace(/·[0-9a-z]{8,}$/, '');
}

/** Builds in a file of either kind; in one from 1904 building again has to change nothing. */
async function shown(sheets: readonly GivenSheet[], id: string, date1904: boolean): Promise<Shown> {
  const workbook = await bookOf(sheets, date1904);
  const own = new Set(sheets.map(({ name }) => name));
  const template = templateById(id);
  return insideExcel(workbook, 'zh-CN', async () => {
    const { build } = await built(template, await requestTo(template, 'zh-CN', null, false), null);
    await workbook.calculate();
    const once = textsOf(workbook, own);
    if (!date1904) return once;
    const again = await built(template, await requestTo(template, 'zh-CN', build.id, false), build.id);
    await workbook.calculate();
    expect(again.changes.map(({ added, updated, removed }) => added + updated + removed)).toEqual(
      again.changes.map(() => 0),
    );
    expect(again.changes.flatMap(({ differences }) => differences)).toEqual([]);
    expect(textsOf(workbook, own)).toEqual(once);
    return once;
  });
}

/** Columns of a built table, by the headers of its header row. */
function columnsOf(rows: readonly (readonly string[])[] | undefined, headers: readonly string[]): string[] {
  const at = rows?.findIndex((cells) => headers.every((header) => cells.includes(header))) ?? -1;
  const [head = [], ...body] = rows?.slice(at) ?? [];
  return body
    .map((cells) => headers.map((header) => cells[head.indexOf(header)] ?? '').join(' | '))
    .filter((line) => /[^ |]/.test(line));
}

test.each<
  [string, readonly GivenSheet[], Readonly<Record<string, readonly [headers: string, ...rows: string[]]>>]
>([
  [
    'visit-diary',
    VISITS,
    {
      走访日志: [
        '客户 | 督办状态 | 天数 | 责任人 | 重叠',
        '甲公司 | 已逾期 | 91 | 林晓彤 | 1',
        '甲公司 | 按时办结 | 7 | 林晓彤 | 1',
        '乙公司 |  |  |  | ',
        '丙公司 | 已逾期 | 31 | 周文博 | ',
        '乙公司 |  |  |  | ',
        '丁公司 | 督办中 | 0 | 周文博 | ',
      ],
      客户走访频次: [
        '客户 | 上次走访 | 应访日期 | 逾期天数',
        '甲公司 | 2024-01-01 | 2024-01-08 | 83',
        '乙公司 | 2024-02-29 | 2024-03-14 | 17',
        '丙公司 | 2024-02-29 | 2024-03-29 | 2',
        '丁公司 | 2024-03-31 | 2024-04-03 | —',
      ],
    },
  ],
  [
    'visit-plan',
    VISITS,
    {
      走访计划: [
        '日期 | 客户 | 上次走访 | 应访日期',
        '2024-04-01 | 乙公司 | 2024-02-29 | 2024-03-14',
        '2024-04-01 | 丙公司 | 2024-02-29 | 2024-03-29',
        '2024-04-01 | 甲公司 | 2024-01-01 | 2024-01-08',
        '2024-04-01 | 丁公司 | 2024-03-31 | 2024-03-31',
        '2024-04-03 | 丁公司 | 2024-03-31 | 2024-04-04',
        '2024-04-07 | 丁公司 | 2024-03-31 | 2024-04-06',
      ],
    },
  ],
  [
    'order-tracker',
    ORDERS,
    {
      订单跟踪: [
        '单号 | 当前环节 | 应完成 | 超期天数 | 等级',
        'HT-001 | 合同 | 2024-03-01 00:00 | 30 | 警告',
        'HT-002 | 拜访 | 2024-04-01 11:00 |  | 按期',
        'HT-003 | 竣工 | 2024-03-31 00:00 |  | 到期',
        'HT-004 | 竣工 | 2024-01-31 00:00 | 60 | 警告',
        'HT-005 | 拜访 | 2024-04-01 11:00 |  | 按期',
      ],
    },
  ],
  [
    'fault-log',
    FAULTS,
    {
      故障跟踪: [
        '来源 | 联系用时 | 响应用时 | 解决用时 | 是否达标',
        '故障!B2 | 10 | 30 | 121 | 超时',
        '故障!B3 | 10 | 30 | 120 | 达标',
        '故障!B4 | 11 | 11 | 11 | 超时',
      ],
    },
  ],
  [
    'receivables',
    DEBTS,
    {
      余款清单: [
        '合同号 | 未收金额 | 逾期天数 | 账龄',
        'HT-001 | 1,000.00 | 0 | 0–30天',
        'HT-002 | 500.05 | 31 | 31–60天',
        'HT-003 | 200.00 | 60 | 31–60天',
        'HT-004 | 70.00 | 91 | 90天以上',
        'HT-005 | 7.00 | 90 | 61–90天',
      ],
    },
  ],
])('%s', async (id, sheets, figures) => {
  const usual = await shown(sheets, id, false);
  for (const [name, [headers, ...rows]] of Object.entries(figures)) {
    expect(columnsOf(usual.get(name), headers.split(' | '))).toEqual(rows);
  }
  const other = await shown(sheets, id, true);
  const apart = [...usual].flatMap(([name, rows]) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((text, column) => {
        const says = other.get(name)?.[row]?.[column];
        return says === text ? [] : [`${name} R${row + 1}C${column + 1}: ${text}, from 1904: ${says}`];
      }),
    ),
  );
  expect(apart).toEqual([]);
});
