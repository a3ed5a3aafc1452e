import { customerDescriptions } from './customers';
import { growthDescriptions } from './growthDescriptions';
import { orderDescriptions } from './orderDescriptions';
import { payDescriptions } from './payDescriptions';
import { visitDescriptions } from './visitDescriptions';
/** What Excel shows while a formula is typed; the English comes from the functions' own comments. Names stay as they are. */
export const functionDescriptions = {
  ...customerDescriptions,
  ...growthDescriptions,
  ...orderDescriptions,
  ...payDescriptions,
  ARPU: {
    description: '每用户每月平均收入：收入 ÷ 平均用户数 ÷ 月数。',
    parameters: {
      revenue: '整个期间的收入（元）：单个数值或区域。',
      opening: '期初用户数：单个数值，或与收入形状相同的区域。',
      closing: '期末用户数。省略时直接以期初用户数为基数。',
      months: '期间的月数：省略为 1，季度为 3。',
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
  ...visitDescriptions,
};
