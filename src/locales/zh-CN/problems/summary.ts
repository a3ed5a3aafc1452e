import type { summaryProblems as en } from '../../en/problems/summary';

export const summaryProblems: typeof en = {
  'no-date-column': (d) => `“${d.sheet}”里没有认出日期或月份列。请把写着业务发生时间的那一列指定为“日期”。`,
  'no-amount-column': (d) =>
    `“${d.sheet}”里没有认出金额列。请把写着钱数的那一列指定为“金额”，例如金额、销售额、收入。`,
  'no-month-columns': (d) => `“${d.sheet}”的列是按季度或年度的。月度总结需要每月一列。`,
  'no-usable-rows': (d) =>
    `“${d.sheet}”的 ${d.rows} 行里，没有一行同时读得出日期和金额。请检查日期列和金额列是否选对。`,
  'money-too-large': (d) => `“${d.sheet}”的金额太大，无法精确相加。请检查金额列的单位。`,
  'row-without-date': () => '日期为空或读不出，本行未计入。',
  'row-without-amount': () => '金额为空或读不出，本行未计入。',
  'cell-without-amount': () => '金额为空或读不出，此格未计入。',
  'date-far-off': (d) => `${d.month}比其余各行晚一年以上，疑为笔误，计在“其他月份”。`,
  'after-as-of': (d) => `${d.rows} 行的日期在${d.month}之后，计在“其他月份”。`,
  'periods-empty': (d) =>
    `${d.month}${d.periods > 1 ? `等 ${d.periods} 期` : ''}没有数据，按 0 算增长和平均。如果是漏填，请补上。`,
  'negative-amounts': (d) => `${d.rows} 行金额为负（退款，合计 ${d.amount}），已照原数计入。`,
  'stated-figure-differs': (d) =>
    `所写为 ${d.stated}，按分月数据复算为 ${d.computed}，相差 ${d.gap}；算法见总结的“数字核对”。`,
  'order-twice': (d) => `订单 ${d.id} 在 ${d.first} 已出现过，两行都已计入。`,
  'column-not-monthly': (d) => `“${d.sheet}”的“${d.header}”列跨度不止一个月，未采用。`,
};
