import type { ruleProblems as en } from '../../en/problems/rules';

const EXAMPLES: Readonly<Record<string, string>> = {
  text: '文字',
  number: '数字，如 4',
  money: '金额，如 20000',
  figure: '金额或百分比，如 20000、15%',
  percent: '百分比，如 15%',
  date: '日期，如 2024-03-01',
  time: '时间，如 14:00',
  days: '天数，如 7',
};

const at = (d: { sheet: string; cell: string; header: string }): string =>
  `${d.sheet}!${d.cell}（${d.header}）`;

export const ruleProblems: typeof en = {
  'rule-cell-unreadable': (d) => `${at(d)}写着“${d.text}”，读不出来。请填${EXAMPLES[d.kind] ?? d.kind}。`,
  'rule-cell-error': (d) => `${at(d)}是错误值 ${d.text}。请改正公式，或直接填数。`,
  'rule-cell-missing': (d) => `${at(d)}是空的。请填写，或删掉这一行。`,
  'rule-percent-unclear': (d) => `${at(d)}写着 ${d.text}，没有百分号。如果是百分之几，请填 ${d.text}%。`,
  'rule-date-unclear': (d) => `${at(d)}写着“${d.text}”，看不出是哪一天。请先写年份，如 2024-03-05。`,
  'rule-choice-unknown': (d) => `${at(d)}写着“${d.text}”。可填：${d.allowed}。`,
  'rule-setting-unknown': (d) =>
    `${d.sheet}!${d.cell}：没有名为“${d.header}”的设置，不起作用。请改正名称，或删掉这一行。`,
  'rule-setting-twice': (d) => `${d.sheet}!${d.cell}：“${d.header}”写了两次，以第一次为准。请删掉一行。`,
  'rule-tables-many': (d) => `有几张同样的规则表：采用 ${d.used}，未采用 ${d.others}。`,
};
