import type { visitProblems as en } from '../../en/problems/visits';

export const visitProblems: typeof en = {
  'columns-unread': (d) =>
    `“${d.sheet}”里没有采用的列：${d.columns.replaceAll(', ', '、')}${d.more > 0 ? `，另有 ${d.more} 列` : ''}。需要哪一列，请指定它的含义。`,
  'no-visit-date-column': (d) => `“${d.sheet}”里没有认出走访日期列。请把写着走访时间的那一列指定为“日期”。`,
  'visit-matrix': (d) =>
    `“${d.sheet}”是按日期横排打勾的表，读不出逐次走访。走访日志要一次一行，写明日期、客户、走访人：可先生成一本空白日志，或改用逐行登记的表。`,
  'no-visit-customer-column': (d) => `“${d.sheet}”里没有认出客户列。请把写着走访了谁的那一列指定为“客户”。`,
  'no-usable-visits': (d) =>
    `“${d.sheet}”的 ${d.rows} 行里，没有一行读得出客户或日期。请检查客户列和日期列是否选对。`,
  'no-visitor-column': (d) =>
    `“${d.sheet}”没有走访人列。要算走访重叠和人均，请加一列“走访人”，或每人一张表、以姓名作表名。`,
  'visitor-from-sheet': (d) => `“${d.sheet}”没有走访人列，已取表名作走访人。`,
  'visitors-together': (d) =>
    `${d.rows} 行在一格里写了几位走访人（如“${d.people}”），按单独一组统计。要算到各人名下，请每人一行。`,
  'visit-empty': () => '客户和日期都没有，本行未采用。',
  'visit-without-date': () => '日期为空或读不出。已收入日志并标红，补上日期后计入。',
  'visit-without-customer': () => '没有客户。已收入日志并标红，请补上客户。',
  'list-without-customers': (d) => `“${d.sheet}”里没有认出客户列，未用作客户名单。`,
  'customers-from-visits': (d) =>
    `没有客户名单，按走访过的 ${d.customers} 个客户计算。加上客户名单，才能看出谁从未走访。`,
  'customers-not-listed': (d) =>
    `走访过的客户中有 ${d.customers} 个不在客户名单里；照样列出，但不计入覆盖率。`,
  'plan-no-room': (d) => `有 ${d.customers} 个客户到期而排不下，已列在汇总表里。`,
  'no-follow-up-columns': (d) =>
    `“${d.sheet}”没有督办人、要求办结、办结日期或状态列：待办事项请直接登记在走访日志里。`,
};
