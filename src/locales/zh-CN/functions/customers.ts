import type { customerErrors as en } from '../../en/functions/customers';

const DIRECTIONS: Readonly<Record<string, string>> = { ascending: '从小到大', descending: '从大到小' };

export const customerErrors: typeof en = {
  'abc-cuts': (d) =>
    `分界点 ${d.a} 和 ${d.b} 不能用。cut_a 须大于 0，cut_b 须在 cut_a 与 1 之间（常用 80% 和 95%）。`,
  'total-not-positive': (d) => `${d.argument}：合计为零或负，无法计算占比。`,
  'rfm-limits': (d) =>
    `分值界限 ${d.limits} 不能用。请给四个数，${DIRECTIONS[d.direction] ?? d.direction}，依次对应 5、4、3、2 分。`,
  'no-users': () => '没有可作基数的用户数。请核对期初用户。',
  'actual-zero': () => 'actual（实际销量）为空或为 0，没有可供衡量预测的销量。',
};

/** What Excel shows while a formula of these functions is typed. */
export const customerDescriptions = {
  ABCCLASS: {
    description: '按金额给客户分 ABC 类（二八法则）：合计占 80% 的少数客户为 A，到 95% 为 B，其余为 C。',
    parameters: {
      amounts: '各客户的金额（元），一格一个客户；结果按同样形状溢出。',
      cut_a: 'A 类客户合计达到的占比，省略为 80%。',
      cut_b: 'A、B 两类客户合计达到的占比，省略为 95%。',
    },
  },
  CHURNRATE: {
    description: '离网率：期内离网用户 ÷ 期初用户，或 ÷ 期初期末平均用户。',
    parameters: {
      lost: '期内离网用户数：单个数值或区域（结果溢出）。',
      opening: '期初用户数：单个数值，或形状相同的区域。',
      closing: '期末用户数；给出时以（期初 + 期末）÷ 2 为基数。',
    },
  },
  CURVE: {
    description:
      '销售曲线的各项指标：最高 S1、平均 S2、最低 S3、落差、与均线交点、高于和低于均值的期数、波动系数。',
    parameters: { values: '各期数值：一行一个零售户，或一列作为一条曲线。' },
  },
  FORECASTACC: {
    description: '预测准确率：1 − |实际 − 预测| ÷ 实际。',
    parameters: {
      actual: '实际销量：单个数值或区域（结果溢出）。',
      forecast: '预测销量：单个数值，或形状相同的区域。',
    },
  },
  KEPTRATE: {
    description: '保有率：拍照名单里的用户现在还在网的比例。',
    parameters: {
      snapshot: '拍照名单，一格一个用户。',
      current: '现在的用户名单，一格一个用户。',
    },
  },
  KPIMET: {
    description: '指标是否达标：TRUE 或 FALSE，按写出的小数精确比较。',
    parameters: {
      actual: '实际值：单个数值或区域（结果溢出）。空白按 0。',
      limit: '标准值：单个数值，或形状相同的区域。',
      rule: '"at-least"（不低于，省略时）、"at-most"（不高于）或 "equal"（等于）。',
    },
  },
  RFMSCORE: {
    description: '客户的 RFM 评分，各 1 至 5 分：多久没买、买了几次、买了多少钱。',
    parameters: {
      days: '距最近一次订单的天数：一列，一格一个客户。',
      orders: '订单次数，形状相同的一列。',
      amounts: '金额（元），形状相同的一列。',
      day_limits: '5、4、3、2 分对应的四个天数，省略为 30、60、90、180。',
      order_limits: '5、4、3、2 分对应的四个次数；省略时按这些客户五等分。',
      amount_limits: '5、4、3、2 分对应的四个金额；省略时按这些客户五等分。',
    },
  },
};
