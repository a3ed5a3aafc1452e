import type { commissionPlanProblems as en } from '../../en/problems/commission-plan';

export const commissionPlanProblems: typeof en = {
  'plan-term-unknown': (d) =>
    `${d.sheet}!${d.cell}：没有叫“${d.header}”的条款，不起作用。请从表末的条款清单里选。`,
  'plan-term-twice': (d) =>
    `${d.sheet}!${d.cell}：同一版本、同一角色的“${d.header}”写了两次，以第一次为准。请删掉一行。`,
  'plan-term-missing': (d) =>
    `${d.sheet}!${d.cell}：“${d.role}”有管理提成，但没写完成指标才有还是一直有。请加一行“${d.header}”。`,
  'plan-version-unknown': (d) =>
    `${d.sheet}!${d.cell} 写的版本“${d.text}”不在版本表里（${d.known}），这一行不起作用。`,
  'plan-sheets-many': (d) => `有几张表都是提成方案：采用“${d.used}”，未采用“${d.others}”。`,
  'plan-json-syntax': (d) => `方案文件不是有效的 JSON：${d.expected}。`,
  'plan-json-value': (d) => `方案文件的 ${d.path} 应为：${d.expected}。`,
  'plan-json-key': (d) => `方案文件里有不认识的项 ${d.path}。可用：${d.expected}。`,
  'plan-standing': (d) => `已经有“${d.sheet}”：手工改过的格子保留，其余按这里的选择更新。`,
  'plan-none-found': () =>
    '工作簿里没有找到档位表（收入从、提成比例、底薪）。请改选一个现成的方案，或先写一张档位表。',
  'plan-open-choice': (d) =>
    `“${d.sheet}”${d.role === '' ? '' : `里${d.role}的`}“${d.term}”还没定。可选：${d.values}。`,
  'plan-open-amount': (d) => `“${d.sheet}”${d.role === '' ? '' : `里${d.role}的`}“${d.term}”还没填金额。`,
};
