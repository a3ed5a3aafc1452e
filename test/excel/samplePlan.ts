import type { Plan, PlanCell, SheetPlan } from '../../src/plan/types';

/** Orders as a template would hand them over; `month` and `amount` vary so that refreshes have something to do. */
export interface Order {
  readonly id: string;
  readonly customer: string;
  readonly amount: number;
}

/** Texts that Excel would gladly turn into something else. */
export const oddTexts = [
  '=1+1',
  '+86 10 1234',
  '-5',
  '@here',
  "'quoted",
  '007',
  '1-2',
  '3月5日',
  '12:30',
  '1E3',
  '50%',
  'TRUE',
  '#N/A',
  '2024.3.5',
  '甲公司（北京）',
  'a "b" <c> & d',
  'line\nbreak',
  ' padded ',
  '１２３',
  '👍',
];

export function orders(count: number, first = 0): Order[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `DD${String(first + index).padStart(6, '0')}`,
    customer: oddTexts[(first + index) % oddTexts.length]!,
    amount: ((first + index) * 7919) % 100000,
  }));
}

const dataColumns: SheetPlan['tables'][number]['columns'] = [
  { id: 'order_id', header: '订单号', format: '@', style: 'text', entry: 'source' },
  { id: 'customer', header: '客户', style: 'text', entry: 'source' },
  { id: 'date', header: '日期', format: 'yyyy-mm-dd', entry: 'source' },
  { id: 'amount', header: '2024', format: '#,##0.00', style: 'number', entry: 'source' },
  {
    id: 'tax',
    header: '税额',
    format: '#,##0.00',
    style: 'number',
    entry: 'computed',
    formula: '=[@2024]*0.06',
  },
  { id: 'note', header: '备注', entry: 'typed' },
  { id: 'mark', header: '标记', format: '@', style: 'key', entry: 'mark' },
];

export interface SampleOptions {
  readonly names?: { readonly report: string; readonly data: string; readonly table: string };
  readonly months?: number;
  readonly title?: string;
}

export const sampleNames = { report: "月度总结 '24", data: '订单明细', table: 'Orders' };

/** A report with blocks, formulas over a table, charts, rules and print setup, and the sheet with that table. */
export function samplePlan(list: readonly Order[], options: SampleOptions = {}): Plan {
  const { names = sampleNames, months = 3, title = '月度总结' } = options;
  const monthRows: PlanCell[][] = Array.from({ length: months }, (_, index) => [
    `${index + 1}月`,
    { formula: `=SUMIFS(${names.table}[2024],${names.table}[日期],${45292 + 31 * index})` },
    { formula: `=COUNTA(${names.table}[订单号])` },
  ]);
  const last = 4 + months;
  return {
    template: 'sample',
    locale: 'zh-CN',
    sheets: [
      {
        role: 'report',
        name: names.report,
        blocks: [
          { at: { row: 0, column: 0 }, cells: [[title]], style: 'title' },
          {
            at: { row: 1, column: 0 },
            cells: [['=本月共计，\n如下', null, null]],
            style: 'prose',
            merge: true,
          },
          { at: { row: 3, column: 0 }, cells: [['月份', '金额', '1-2']], style: 'columnHeader' },
          { at: { row: 4, column: 0 }, cells: monthRows, style: 'number', format: '#,##0.00' },
          {
            at: { row: last, column: 0 },
            cells: [['合计', { formula: `=SUM(B5:B${last})` }, null]],
            style: 'total',
            format: '#,##0.00',
          },
          { at: { row: last + 2, column: 0 }, cells: [['假设', 0.1]], style: 'input', format: '0%' },
        ],
        tables: [],
        charts: [
          {
            kind: 'column',
            title: '每月金额',
            categories: { row: 4, column: 0, rows: months, columns: 1 },
            series: [
              { name: '金额', values: { row: 4, column: 1, rows: months, columns: 1 } },
              { name: '单数', values: { row: 4, column: 2, rows: months, columns: 1 } },
            ],
            valueAxis: { title: '元', format: '#,##0' },
            categoryAxis: { title: '月' },
            area: { row: last + 4, column: 0, rows: 12, columns: 4 },
            altText: '每月金额的柱形图',
          },
        ],
        validations: [],
        conditionalFormats: [
          { area: { row: 4, column: 1, rows: months, columns: 1 }, formula: '=B5<0', style: 'negative' },
        ],
        widths: [16, 14, 14, 10],
        heights: { 0: 30, 1: 48 },
        frozenRows: 1,
        gridlines: false,
        print: {
          orientation: 'portrait',
          footer: '&P / &N',
          area: { row: 0, column: 0, rows: last + 16, columns: 4 },
        },
      },
      {
        role: 'data',
        name: names.data,
        blocks: [{ at: { row: 0, column: 0 }, cells: [['订单明细']], style: 'heading' }],
        tables: [
          {
            role: 'orders',
            name: names.table,
            at: { row: 2, column: 1 },
            columns: dataColumns,
            rows: list.map((order) => [order.id, order.customer, 45292, order.amount, null, null, null]),
            keys: list.map((order) => order.id),
          },
        ],
        charts: [],
        validations: [
          {
            area: { row: 3, column: 6, rows: Math.max(1, list.length), columns: 1 },
            list: ['已回款', '未回款'],
            prompt: '选择状态',
          },
        ],
        conditionalFormats: [
          {
            area: { row: 3, column: 4, rows: Math.max(1, list.length), columns: 1 },
            formula: '=$E4<0',
            style: 'alert',
          },
        ],
        widths: [2, 12, 20, 12, 12, 12, 16, 8],
        frozenRows: 3,
        gridlines: true,
        print: { orientation: 'landscape', titleRows: [2, 2] },
      },
    ],
  };
}

export const sampleBuild = {
  source: { sheet: '订单台账', signature: 'sig' },
  options: {},
  refresh: null,
} as const;
