import type { retentionProblems as en } from '../../en/problems/retention';

export const retentionProblems: typeof en = {
  'no-user-column': (d) => `“${d.sheet}”里没有认出用户编号或名称列。请指定写着用户是谁的那一列。`,
  'no-watched-column': (d) =>
    `“${d.sheet}”里没有可监控的列：ARPU、预存余额、合约或补贴到期、最近使用、欠费。请至少指定一列。`,
  'no-users-read': (d) => `“${d.sheet}”的 ${d.rows} 行里读不出用户。请检查用户列是否选对。`,
  'no-as-of': () =>
    '工作簿里看不出统计到哪一天：按今天计算，凡有到期日、余额偏低或欠费的用户都列出；日期可在报表上改填。',
  'user-twice': (d) => `用户 ${d.user} 在名单里已出现过，以第一行为准。`,
  'no-snapshot': (d) => `没有 ARPU 高于 ${d.arpu} 的用户，无从拍照。请检查 ARPU 列，或规则里的拍照线。`,
};
