import type { commissionSheetProblems as en } from '../../en/problems/commission-sheet';

const rows = (d: { rows: number; cell: string }): string => `${d.rows} 行（第一行 ${d.cell}）`;

export const commissionSheetProblems: typeof en = {
  'pay-no-plan': () => '工作簿里还没有提成方案，规则不能替您假定。请先点“提成方案”，选好再做薪酬月报表。',
  'pay-no-rows': (d) => `“${d.sheet}”里没有一行同时写明人员、日期（或月份）和金额。请指定是哪几列。`,
  'pay-nobody': (d) =>
    `按方案，“${d.sheet}”里没有可以计薪的人。请看下面的提示，或在方案里写明人员表里没有的人按什么角色。`,
  'pay-no-team': (d) =>
    d.role === ''
      ? '没有人员表：不知道各人的角色、团队和入职日期。'
      : `没有人员表：所有人都按“${d.role}”算，不分团队，不算试用期。`,
  'pay-person-twice': (d) =>
    `“${d.sheet}”里${d.person}在同一段日子出现不止一次（${d.cells}），现按${d.role}${d.team === '' ? '' : `、${d.team}`}计薪。如是同名的两个人，请在两张表里区分开，例如“${d.person}（2）”；如是一个人换了团队，请给前一行填上离开日期。`,
  'pay-person-unlisted': (d) =>
    `${d.person}不在“${d.sheet}”里，按方案的规定当作${d.role}计薪，含底薪。不对的话请补进人员表。`,
  'pay-rows-without-person': (d) =>
    `${d.rows} 行没写是谁的，合计 ${d.amount.toLocaleString('zh-CN')} 元没有计薪（第一行 ${d.cell}）。请补上人员。`,
  'pay-person-unknown': (d) =>
    `${d.person}不在人员表里，${rows(d)}没有计薪。请补进人员表，或在方案里写明未列人员的角色。`,
  'pay-person-not-active': (d) => `${d.person}当天不在岗，${rows(d)}没有计薪。`,
  'pay-no-version': (d) => `当天没有生效的方案版本，${d.person}的 ${rows(d)}没有计薪。`,
  'pay-no-role': (d) => `方案里没有${d.person}这个角色的条款，${rows(d)}没有计薪。`,
  'pay-no-quota': (d) => `${d.person}没有指标，而方案要用到：没有提成。`,
  'pay-split-not-whole': (d) => `${d.cell} 的分成合计不是 100%，没有计薪。`,
  'pay-refund-without-sale': (d) => `${d.person}的退款在表里找不到原业务：${rows(d)}，冲减退款当月的收入。`,
  'pay-refund-exceeds-sale': (d) => `${d.person}退得比卖的多：${rows(d)}。`,
  'pay-negative-pay': (d) => `${d.person} ${d.year}年${d.month}月应发为负数。`,
};
