export const growthDescriptions = {
  GROWTHRATE: {
    description: '按指定算法求各期数据的增长：总增长、平均增长，或各期的环比、同比。',
    parameters: {
      values: '各期数据，从早到晚：一行或一列。',
      method:
        '"total"（累计）、"arithmetic"（算术）、"compound"（复合）、"mean"（平均）、"previous"（环比）或 "year"（同比）；不作默认。',
      periods: '求同比时一年的期数：省略为 12，季度为 4。',
    },
  },
  GROWTHAUDIT: {
    description: '核对一个增长率：哪种算法、从哪期到哪期能算出它，或最接近的相差多少。',
    parameters: {
      values: '各期数据，从早到晚：一行或一列。',
      stated: '所说的增长率，如 20.39%。',
      decimals: '它的百分数有几位小数；省略时按其本身。',
      method: '所说的算法，同 GROWTHRATE；省略时逐一尝试。',
    },
  },
  SHARES: {
    description: '各部分的占比，按所示小数位相加恰为 100%（最大余数法）。',
    parameters: {
      parts: '各部分，任意形状的区域。空白按 0。',
      decimals: '百分数的小数位：省略为 1。',
    },
  },
  TARGETSPLIT: {
    description: '按权重（如去年实绩）分解指标，各份相加恰为总指标。',
    parameters: {
      target: '要分解的指标。',
      weights: '分解的权重：任意形状的区域，不得为负。',
      decimals: '各份的小数位：省略为 2，整数为 0。',
    },
  },
  CONTRIBUTION: {
    description: '各部分对总体增长的贡献度：增量 ÷ 总体的基数。',
    parameters: {
      before: '上期各部分：区域。',
      now: '本期各部分：形状相同的区域。',
    },
  },
  MIXVOLUMEPRICE: {
    description: '金额变动的原因：把每个产品的变动拆成量、结构、价，相加恰为变动额。',
    parameters: {
      quantity_before: '上期数量，一行一个产品。',
      amount_before: '上期金额（元），行数相同。',
      quantity_now: '本期数量。',
      amount_now: '本期金额（元）。',
    },
  },
  SUMMARYTEXT: {
    description: '由数字写成一句总结：金额、环比、同比、完成目标情况。',
    parameters: {
      label: '指标与期间，如“3月收入”。',
      current: '本期的数字：单个数值，或形状相同的区域（逐个成句）。',
      previous: '上一期的数字。',
      year_earlier: '去年同期的数字。',
      target: '这个数字的目标。',
      unit: '数字后的单位，如“万元”。',
      language: '"zh"（中文）或 "en"；省略时随 Excel 的语言。',
    },
  },
  ATTAINMENT: {
    description: '完成率：实际 ÷ 目标。',
    parameters: {
      actual: '实际完成：单个数值或区域（结果溢出）。',
      target: '目标：单个数值，或形状相同的区域。',
    },
  },
  TARGETPACE: {
    description: '目标进度：完成率、时间进度、领先、差额、以后每期须完成。',
    parameters: {
      actual: '至今完成：单个数值或一列（逐行溢出）。',
      target: '全部各期的目标：单个数值，或行数相同的一列。',
      done: '已过的期数，如 12 个月中的 4。',
      periods: '总期数：省略为 12。',
    },
  },
};
