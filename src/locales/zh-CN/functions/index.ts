import type { Texts } from '../../en';
import { customerErrors } from './customers';
import { growthErrors, growthWords } from './growth';
import { orderErrors } from './orders';
import { payErrors } from './pay';
import { visitErrors } from './visits';

function where({ argument, row, column }: { argument: string; row?: number; column?: number }): string {
  return row === undefined ? argument : `${argument} 第 ${row} 行第 ${column ?? 1} 列`;
}

export const functions: Texts['functions'] = {
  ...growthWords,
  errors: {
    ...customerErrors,
    ...growthErrors,
    ...orderErrors,
    ...payErrors,
    ...visitErrors,
    'argument-not-a-number': (d) =>
      `${where(d)}：“${d.value}”不是数字。请只给数字，不要含表头、单位或货币符号。`,
    'argument-not-a-date': (d) =>
      `${where(d)}：“${d.value}”不是日期。请给 Excel 日期，或 2024-03-05 这样的文本；不要选中表头。`,
    'argument-too-small': (d) => `${where(d)}：${d.value} 小于 ${d.min}。请核对数值。`,
    'argument-not-a-choice': (d) =>
      d.value === ''
        ? `缺少 ${d.argument}。请填 ${d.choices} 之一。`
        : `${d.argument}：不认识“${d.value}”。请填 ${d.choices} 之一。`,
    'shapes-differ': (d) =>
      `${d.first} 是 ${d.firstRows} 行 × ${d.firstColumns} 列，${d.second} 是 ${d.secondRows} 行 × ${d.secondColumns} 列。请选择大小相同的区域。`,
    'money-too-large': (d) =>
      `${d.amount} 太大，无法精确到分（上限 90,071,992,547,409.91）。请核对金额的单位。`,
    'no-subscribers': () => '没有可作除数的用户数。请填写期初（或期末）用户数。',
    'closing-missing': () =>
      'closing（期末用户数）为空或为 0。请填写期末用户数；若只按期初计算，请省略该参数。',
    'months-zero': () => 'months（月数）为空或为 0。请填写期间的月数；省略则按 1 个月。',
    'tiers-columns': (d) => `tiers 有 ${d.columns} 列。请选择两列或三列：起点、比例，以及底薪（如有）。`,
    'tiers-missing': () => 'tiers 为空。请选择起点、比例、底薪（如有）各行，不要含表头。',
    'tier-from-negative': (d) => `tiers 第 ${d.row} 行：起点 ${d.from} 为负。起点须为 0 或以上。`,
    'tier-rate-negative': (d) => `tiers 第 ${d.row} 行：比例 ${d.rate} 为负。比例须在 0% 到 100% 之间。`,
    'tier-rate-above-one': (d) => `tiers 第 ${d.row} 行：比例 ${d.rate} 超过 100%。百分之十请写 10% 或 0.1。`,
    'tier-base-negative': (d) => `tiers 第 ${d.row} 行：底薪 ${d.base} 为负。底薪须为 0 或以上。`,
    'tier-duplicate': (d) =>
      `tiers 第 ${d.row} 行与第 ${d.rowAbove} 行的起点都是 ${d.from}。请删去其中一行。`,
    'tiers-unsorted': (d) =>
      `tiers 第 ${d.row} 行的起点 ${d.from} 小于第 ${d.rowAbove} 行的 ${d.above}。请按起点从小到大排列。`,
  },
};
