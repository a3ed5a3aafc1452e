/** What Excel shows while a formula of the visits' family is typed. */
export const visitDescriptions = {
  VISITDUE: {
    description: '按客户级别的走访频次，求每个客户下一次走访的应访日期。',
    parameters: {
      customers: '要查询的客户：单个名称或区域（结果按同样形状溢出）。',
      classes: '这些客户的级别，与客户区域形状相同。',
      rules: '不含表头的区域：级别、次数、周期（周、月、季、年）、间隔天数（可无）。',
      log_customers: '走访日志中的客户，每次走访一格。',
      log_dates: '走访日志中的日期，与客户区域形状相同。',
      as_of: '计算到哪一天。省略时为日志中最新的日期，不取今天。',
    },
  },
  VISITCOVERAGE: {
    description: '走访覆盖率：名单客户中，在一段日期内走访过的比例。',
    parameters: {
      customers: '客户名单；重复的名称只算一个。',
      log_customers: '走访日志中的客户，每次走访一格。',
      log_dates: '走访日志中的日期，与客户区域形状相同。',
      from: '从哪一天起算。省略时从第一次走访起。',
      to: '算到哪一天。省略时为日志中最新的日期，不取今天。',
    },
  },
  VISITMISSED: {
    description: '列出名单中在一段日期内没有走访、或从未走访的客户。',
    parameters: {
      customers: '客户名单。',
      log_customers: '走访日志中的客户，每次走访一格。',
      log_dates: '走访日志中的日期，与客户区域形状相同。',
      from: '从哪一天起算。省略时从第一次走访起，即列出从未走访的客户。',
      to: '算到哪一天。省略时为日志中最新的日期，不取今天。',
    },
  },
  VISITOVERLAP: {
    description: '走访重叠：不同走访人在几天之内走访同一客户，列出两次走访的行号和相隔天数。',
    parameters: {
      log_customers: '走访日志中的客户，每次走访一格。',
      log_people: '走访日志中的走访人，与客户区域形状相同。',
      log_dates: '走访日志中的日期，与客户区域形状相同。',
      days: '相隔不超过多少天算重叠；省略为 7。',
    },
  },
  VISITOPEN: {
    description: '未办结事项：行号、督办人、事项、应办结日期、天数、逾期天数，应办结最早的在前。',
    parameters: {
      items: '待办事项，每次走访一格；没有则为空。',
      owners: '督办人，形状相同（没有另外指定的填走访人）。',
      dates: '走访日期，形状相同。',
      due: '要求办结日期，形状相同；为空时按走访日期加时限。',
      closed: '办结日期，形状相同；未办结为空。',
      limit: '没有要求办结日期的事项，几天内应办结；省略为 7。',
      as_of: '计算到哪一天。省略时为最新的走访日期，不取今天。',
    },
  },
  VISITDAYS: {
    description: '列出每人每天的走访次数，以及是否达到每日要求。',
    parameters: {
      people: '走访日志中的走访人，每次走访一格。',
      dates: '走访日志中的日期，形状相同。',
      least: '每天至少走访的次数（含本数）；省略为 4。',
    },
  },
};
