import type { commissionCheckProblems as en } from '../../en/problems/commission-check';

export const commissionCheckProblems: typeof en = {
  'check-no-plan': ({ sheet }) =>
    `没有可以用来复核“${sheet}”的提成方案。请先生成“提成方案”，或选一个现成方案。`,
  'check-plan-open': ({ plan, term, role }) =>
    `方案“${plan}”${role === '' ? '' : `的“${role}”`}还没有定：${term}。请在方案表里填上。`,
  'check-plan-wrong': ({ plan, reason }) => `方案“${plan}”算不出来：${reason}`,
  'check-no-person-column': ({ sheet }) => `“${sheet}”没有识别出姓名列，请选择写姓名的列。`,
  'check-no-amount-column': ({ sheet }) => `“${sheet}”没有识别出应发或提成列，请选择上报金额所在的列。`,
  'check-no-revenue': ({ sheet }) =>
    `“${sheet}”没有收入列，也没有订单表，算不出应发多少。请选择订单表，或指定收入列。`,
  'check-no-months': ({ sheet }) =>
    `看不出“${sheet}”是哪个月的：没有月份列，标题和表名里也没有。请选择月份列，或指定统计日期。`,
  'check-no-person': () => '没有姓名，本行未复核。',
  'check-no-month': () => '月份读不出，本行未复核。',
  'check-no-amount': () => '金额读不出，本行未复核。',
  'check-rows-added': ({ person, rows }) =>
    `${person}同月有 ${rows} 行都写了底薪，已当作同一个人合在一起复核。如果是同名的两个人，请在姓名上区分开，如“${person}A”。`,
  'check-row-without-revenue': () => '收入为空或读不出，这个月也没有订单，本行未复核。',
  'check-person-unknown': ({ person }) =>
    `方案没有规定${person}的角色：人员名单里没有，方案也没有写名单以外的人按什么角色。本行未比对。`,
  'check-person-not-active': ({ person }) => `${person}在人员名单里，但这个月不在岗。本行未比对。`,
  'check-no-version': ({ person }) => `这个月没有生效的方案版本（${person}）。本行未比对。`,
  'check-no-role': ({ person }) => `方案没有${person}这个角色的条款。本行未比对。`,
  'check-no-quota': ({ person }) => `方案要用到${person}的指标，但没有给。本行未比对。`,
  'check-differs': ({ person, month, sentence }) => `${person}，${month}：${sentence}`,
  'check-flag': ({ sentence }) => sentence,
};
