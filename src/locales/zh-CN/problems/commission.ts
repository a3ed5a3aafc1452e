import type { commissionProblems as en } from '../../en/problems/commission';

const EVENTS: Readonly<Record<string, string>> = { signed: '签约', opened: '开通', collected: '回款' };

export const commissionProblems: typeof en = {
  'commission-title-as-role': ({ title, people, role }) =>
    `方案里没有“${title}”这个角色：${people} 人按“${role}”计（方案对名单以外的人所用的角色）。`,
  'commission-title-unknown': ({ title, people, known }) =>
    `方案里没有“${title}”这个角色（${people} 人），他们的薪酬算不出来。方案的角色有：${known}。`,
  'commission-orders-columns': ({ sheet }) => `“${sheet}”没有识别出姓名、日期或金额列，未计入。`,
  'commission-orders-no-date': ({ sheet, event }) =>
    `“${sheet}”没有${EVENTS[event] ?? event}日期列，而方案按${EVENTS[event] ?? event}计提；改用订单日期。`,
  'commission-orders-no-amount': ({ sheet }) => `“${sheet}”没有回款金额列，改用订单金额。`,
  'commission-orders-cancelled': ({ sheet, orders }) => `“${sheet}”中 ${orders} 笔已取消的订单未计入。`,
  'commission-orders-shares': ({ found, people }) =>
    `“${found}”写了 ${people} 个人，没有写各占多少，此行不计入任何人。请写明分成，如：张三60%、李四40%。`,
  'commission-orders-unread': ({ sheet, orders }) => `“${sheet}”中 ${orders} 行日期或金额读不出，未计入。`,
};
