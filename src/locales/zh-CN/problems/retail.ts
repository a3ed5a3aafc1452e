import type { retailProblems as en } from '../../en/problems/retail';

export const retailProblems: typeof en = {
  'period-not-over': (d) => `${d.from} 起的一期数据只到 ${d.to}，尚未结束，未计入曲线。`,
  'no-weeks-in-months': () => '数据只到月份，没有日期，曲线按月计算。',
};
