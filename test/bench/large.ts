/* A year of a large team: 100,000 visits to 5,000 customers, and 50,000 orders. Everything that a person waits for, in
   CPU time of this one thread, beside the peer that reads the same file. */
import { writeXlsx } from 'hucre/xlsx';

import { insideExcel } from '../../src/cli/excel-session';
import { loadNames, readGrid, writePlan } from '../../src/excel';
import { headerSignature, readBook } from '../../src/reading';
import { templateById } from '../../src/templates';
import { sourcesOf, initialCompanions } from '../../src/templates/sources';
import { openFile, saveWorkbook } from '../../src/workbench/files';
import type { CellValue, SheetModel, WorkbookModel } from '../../src/workbench/model/types';
import { print, random } from './measure';

const LOCALE = 'zh-CN';
const FIRST_DAY = 45_292;

type Rows = (string | number | null)[][];

/** A workbook, the template built from it, and what is typed under the built table. */
export interface Large {
  readonly title: string;
  readonly template: string;
  readonly sheets: readonly { readonly name: string; readonly rows: Rows }[];
  /** Values of a new row, by the place of the built table's first columns. */
  readonly typed: (number: number) => CellValue[];
  /** Where the day asked about stands on the first built sheet. */
  readonly asOf: { readonly row: number; readonly column: number };
}

export async function run(): Promise<void> {
  for (const large of [diary(100_000, 5000, 60), tracker(50_000)]) {
    print(large.title, await phases(large));
  }
}

export async function phases({ template: id, sheets, typed, asOf }: Large): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  const phase = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const start = process.cpuUsage();
    const result = await work();
    times.set(name, process.cpuUsage(start).user / 1000);
    return result;
  };
  const bytes = await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) });
  const { workbook } = await phase('open the file', () => openFile(bytes, 'bench.xlsx'));
  const template = templateById(id);
  const { plan, from, options } = await insideExcel(workbook, LOCALE, async () => {
    const { grid, rules } = await phase('read the grid through Office.js', () => readGrid());
    const book = await phase('recognise tables and columns', () => readBook(grid));
    const [source] = sourcesOf(template, book);
    if (!source) throw new Error('The rows were not recognised.');
    const names = await loadNames(null);
    const chosen = Object.fromEntries(template.options.map((option) => [option.id, option.initial]));
    const companions = initialCompanions(template, book, source);
    const request = {
      book,
      rules,
      source,
      companions,
      asOf: null,
      locale: LOCALE,
      names,
      options: chosen,
    } as const;
    const preparation = await phase('prepare', () => template.prepare(request));
    if (preparation.refusal) throw new Error(preparation.refusal.code);
    const built = await phase('plan the sheets', () => template.build(request));
    return {
      plan: built,
      from: { sheet: source.sheet, signature: headerSignature(source) },
      options: chosen,
    };
  });
  // Formulas are calculated once everything is written: the two are measured apart.
  workbook.calculationMode = 'manual';
  await insideExcel(workbook, LOCALE, () =>
    phase('write through Office.js', () => writePlan(plan, { source: from, options, refresh: null })),
  );
  workbook.calculationMode = 'automatic';
  await phase('first calculation', () => workbook.calculate());
  const sheet = builtSheet(workbook, plan.sheets[0]?.name ?? '');
  for (const [number, name] of ['first typed row', 'second typed row', 'third typed row'].entries()) {
    await phase(name, () => typeRow(sheet, typed(number)));
  }
  await phase('typed cell', () => {
    const [table] = sheet.tables;
    if (table) sheet.setInputs({ row: table.area.row + 500, column: table.area.column + 2 }, [['新客户']]);
  });
  await phase('another day asked about', () => sheet.setValues(asOf, [[FIRST_DAY + 300]]));
  await phase('save the file', () => saveWorkbook(workbook));
  return times;
}

function builtSheet(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = workbook.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`"${name}" was not built.`);
  return sheet;
}

/** Below its last row, as a person does: the table grows by the row. */
function typeRow(sheet: SheetModel, values: CellValue[]): void {
  const [table] = sheet.tables;
  if (!table) throw new Error('No table was built.');
  const { row, rows, column } = table.area;
  sheet.setInputs({ row: row + rows, column }, [values as (string | number)[]]);
}

export function diary(visits: number, customers: number, people: number): Large {
  const next = random(5);
  const departments = ['网络部', '客服部', '账务', '产品部'];
  const rows: Rows = Array.from({ length: visits }, (_, row) => {
    const date = FIRST_DAY + Math.floor((row * 366) / visits);
    const customer = next(customers);
    const owed = next(10) < 2;
    const closed = owed && next(10) < 8;
    return [
      date,
      `经理${next(10) === 0 ? next(people) : customer % people}`,
      `客户${customer}有限公司`,
      `联系人${customer % 300}`,
      ['例行走访', '方案沟通', '催款', '投诉处理'][next(4)] ?? '',
      `用户反映第${row}项：网速偶有波动，希望安排人员上门查看`,
      ['已答复', '满意', '待跟进'][next(3)] ?? '',
      next(3) === 0 ? date + 7 + next(20) : null,
      owed ? `经理${next(people)}` : null,
      owed ? (departments[next(4)] ?? '') : null,
      owed ? date + 7 : null,
      closed ? date + next(12) : null,
    ];
  });
  const list: Rows = Array.from({ length: customers }, (_, index) => [
    `客户${index}有限公司`,
    ['A', 'B', 'C', 'C', 'C'][index % 5] ?? '',
    `片区${index % 12}`,
    `经理${index % people}`,
  ]);
  return {
    title: `visit diary of ${visits.toLocaleString('en')} visits, ${customers.toLocaleString('en')} customers, ${people} people`,
    template: 'visit-diary',
    sheets: [
      {
        name: '走访记录',
        rows: [
          [
            '走访日期',
            '走访人',
            '客户',
            '联系人',
            '走访目的',
            '客户意见',
            '结果',
            '下次走访',
            '督办人',
            '责任部门',
            '要求办结',
            '办结时间',
          ],
          ...rows,
        ],
      },
      { name: '客户名单', rows: [['客户名称', '级别', '片区', '客户经理'], ...list] },
    ],
    typed: (number) => [FIRST_DAY + 365, `经理${number}`, `客户${number}有限公司`],
    asOf: { row: 2, column: 1 },
  };
}

export function tracker(orders: number): Large {
  const next = random(7);
  const rows: Rows = Array.from({ length: orders }, (_, row) => {
    const lead = FIRST_DAY + Math.floor((row * 366) / orders);
    const reached = next(6);
    const date = (stage: number, days: number): number | null =>
      reached >= stage ? lead + days + next(4) : null;
    return [
      `DD${20_240_000 + row}`,
      `客户${next(3000)}有限公司`,
      `经理${next(40)}`,
      ['互联网专线', '云主机', '短信', '物联网卡'][next(4)] ?? '',
      next(10_000_000) / 100,
      lead,
      date(1, 1),
      date(2, 3),
      date(3, 10),
      date(4, 14),
      date(5, 20),
      ['合同、执照', '', '3份'][next(3)] ?? '',
    ];
  });
  return {
    title: `order tracker of ${orders.toLocaleString('en')} orders`,
    template: 'order-tracker',
    sheets: [
      {
        name: '订单台账',
        rows: [
          [
            '订单编号',
            '客户名称',
            '客户经理',
            '产品',
            '订单金额',
            '商机日期',
            '拜访日期',
            '方案日期',
            '签约日期',
            '受理日期',
            '竣工日期',
            '受理资料',
          ],
          ...rows,
        ],
      },
    ],
    typed: (number) => [`DD-新${number}`, '客户1有限公司', '经理1', '云主机', 1200 + number],
    asOf: { row: 2, column: 1 },
  };
}
