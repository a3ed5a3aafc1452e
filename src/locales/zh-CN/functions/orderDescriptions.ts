const calendar = {
  holidays: '放假的日子，一个区域。',
  make_up_days: '周末调休上班的日子，一个区域。',
  hours: '上下班时刻，每段一行两列；省略为 9:00—12:00、13:30—17:30。',
  week: '每周休息日，写法同 WORKDAY.INTL；省略为 "0000011"（周六、周日）。',
} as const;

/** What Excel shows while a formula of deadlines and orders is typed. */
export const orderDescriptions = {
  DEADLINE: {
    description: '从起算时间起，若干工作日、工作小时、自然日、小时或月之后的到期时间。',
    parameters: {
      start: '起算时间，带不带时刻均可：单个值或区域（结果溢出）。',
      amount: '时限的数量。',
      unit: '"working-days"（工作日）、"working-hours"（工作小时）、"days"（自然日）、"hours"（小时）或 "months"（月）。',
      ...calendar,
    },
  },
  CUTOFFDUE: {
    description: '按发生的时刻求到期时间：上午拜访的下班之前，14:00 之后的次日 11:00 之前。',
    parameters: {
      start: '发生时间（带时刻）：单个值或区域（结果溢出）。',
      cut_offs: '三列若干行：从几点起、几个工作日后、几点之前（空白为下班之前）。',
      ...calendar,
    },
  },
  WORKMINUTES: {
    description: '两个时间之间的工作分钟数，不计夜间、午休、周末和节假日。',
    parameters: {
      start: '起始时间（带时刻）：单个值或区域（结果溢出）。',
      end: '结束时间：单个值或形状相同的区域。',
      ...calendar,
    },
  },
  SLARESULT: {
    description: '是否在时限内完成：达标、超时、处理中、超时未结。',
    parameters: {
      start: '申告时间（带时刻）：单个值或区域（结果溢出）。',
      end: '完成时间，未完成留空：单个值或形状相同的区域。',
      limit: '允许的分钟数（含本数）：联系工程 10、响应 30、解决 120。',
      as_of: '未完成的算到何时。省略时答“处理中”。',
      words: '用来作答的四个词：达标、超时、处理中、超时未结。',
    },
  },
  AGEBUCKET: {
    description: '欠款账龄档：0–30、31–60、61–90、>90 天，未到期为 <0。',
    parameters: {
      due: '应收日期：单个值或区域（结果溢出）。',
      as_of: '账龄算到哪一天。',
      limits: '各档的最后一天，从小到大；省略为 {30,60,90}。',
    },
  },
  ORDERSTAGE: {
    description: '每单走到哪个环节：按环节顺序，最后一个不晚于某日的日期所在的环节。',
    parameters: {
      dates: '一单一行、一个环节一列的日期，未到留空。',
      stages: '各环节的名称，与列数相同；省略时答列序号。',
      as_of: '晚于这一天的日期是计划，不算到达；省略时全部计入。',
    },
  },
} as const;
