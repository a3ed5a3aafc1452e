import type { Texts } from '../en';

function where({ argument, row, column }: { argument: string; row?: number; column?: number }): string {
  return row === undefined ? argument : `${argument} 第 ${row} 行第 ${column ?? 1} 列`;
}

export const functions: Texts['functions'] = {
  errors: {
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

/** What Excel shows while a formula is typed; the English comes from the functions' own comments. Names stay as they are. */
export const functionDescriptions = {
  ARPU: {
    description: '每用户每月平均收入：收入 ÷ 平均用户数 ÷ 月数。',
    parameters: {
      revenue: '整个期间的收入（元）：单个数值或区域。',
      opening: '期初用户数：单个数值，或与收入形状相同的区域。',
      closing: '期末用户数。省略时直接以期初用户数为基数。',
      months: '期间的月数：省略为 1，季度为 3。',
    },
  },
  COMMISSION: {
    description: '按收入分档计算一个月的薪酬：所达档位的底薪加提成，精确到分。',
    parameters: {
      revenue: '一个人一个月的收入（元）：单个数值或区域（结果溢出）。空白按 0。',
      tiers: '两列或三列的区域，不含表头：起点、比例、底薪（可无），按起点从小到大。',
      mode: '"whole"（全额累进）或 "marginal"（超额累进）；不作默认。',
    },
  },
  VISITGAP: {
    description: '根据走访日志，求每个客户距上次走访的天数，或最长、平均走访间隔。',
    parameters: {
      customers: '要查询的客户：单个名称或区域（结果按同样形状溢出）。',
      log_customers: '走访日志中的客户，每次走访一格。',
      log_dates: '走访日志中的日期，与客户区域形状相同。',
      as_of: '计算到哪一天。省略时为日志中最新的日期，不取今天。',
      measure: '"last"（最近，省略时）、"longest"（最长）或 "average"（平均）。',
    },
  },
};
