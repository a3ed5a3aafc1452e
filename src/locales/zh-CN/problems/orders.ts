import type { orderProblems as en } from '../../en/problems/orders';

export const orderProblems: typeof en = {
  'no-orders': (d) => `“${d.sheet}”的 ${d.rows} 行里没有一行读得出订单号、客户或日期。请检查各列是否选对。`,
  'no-faults': (d) => `“${d.sheet}”的 ${d.rows} 行里没有一行写明何时申告。请指定写着申告时间的那一列。`,
  'fault-without-time': () => '没有写明何时申告，本行未列入。',
  'faults-untimed': (d) => `“${d.sheet}”有 ${d.rows} 起故障只有日期没有时刻，算不出用时。`,
  'no-balance-column': (d) => `“${d.sheet}”里没有写明欠多少。请指定余款列，或应收金额和已收金额两列。`,
  'no-debts': (d) => `“${d.sheet}”的 ${d.rows} 行里没有一行还欠款。请检查各列是否选对。`,
  'balance-differs': (d) =>
    `余款写的是 ${d.stated}，应收减已收是 ${d.computed}，相差 ${d.difference}。以余款为准，请核对。`,
  'debt-copied': (d) => `本行与 ${d.first} 完全相同，两行都已计入；如是重复登记，请删去一行。`,
  'debts-settled': (d) => `${d.rows} 行已付清，未列入。`,
  'debts-undated': (d) => `${d.rows} 行没有可以计算账龄的日期，列为“无日期”。`,
  'debts-without-rate': (d) => `${d.rows} 笔是外币（${d.currencies}），在“账龄规则”表填写汇率后才计入合计。`,
  'debts-credit': (d) => `${d.rows} 行收款多于应收，余款为负，合计中照减。`,
  'buckets-do-not-rise': (d) =>
    `${d.sheet}!${d.cell}：账龄起始天数须从 0 起、从小到大。改正之前，这里的数字按 0、31、61、91 计算。`,
  'day-far-off': (d) => `${d.day} 比其他日期晚得太多，没有当作最近日期。是否笔误？`,
  'order-number-shared': (d) => `编号 ${d.id} 也是“${d.customer}”的，两单都保留。`,
  'order-copied': (d) => `订单 ${d.id} 在此原样重复，只计一次。`,
  'order-lines-joined': (d) =>
    `同一订单号的 ${d.rows} 行明细已并入该单：金额相加，所有明细都到达某环节才算到达。`,
  'orders-filled': (d) => `${d.rows} 单在几张表里都有，一张表空着的内容取自另一张。`,
  'stage-dates-slip': (d) => `${d.stage} 的日期早于 ${d.before}，请核对。`,
  'cut-offs-begin-late': (d) => `${d.sheet}!${d.cell}：第一行也用于它之前的拜访。请让表从 0:00 开始。`,
  'holiday-twice': (d) => `${d.sheet}!${d.cell}：${d.day} 既填了“休”又填了“班”，按上班计算。请删去其中一行。`,
  'work-hours-wrong': (d) =>
    `${d.sheet}!${d.cell}：上下班时间重叠，或下班早于上班，暂按 9:00—12:00、13:30—17:30 计算。`,
};
