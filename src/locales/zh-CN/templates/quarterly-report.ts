import type { Texts } from '../../en';
import { monthlySummary as base } from './monthly-summary';

export const quarterlyReport: Texts['templates']['quarterly-report'] = {
  ...base,
  reportSheet: '季度报表',
  reportAbout:
    '标题、关键数字、文字说明、各季表、指标完成、人员、占比、增减、下季计划、数字核对与图表，打印为一页宽',
  title: '季度报表',
  columns: { ...base.columns, month: '季度' },
  monthFormat: '0000"年"0"季度"',
  monthText: '{year}年{monthNumber}季度',
  focus: '统计季度',
  focusPrompt: '选择要总结的季度。',
  figures: {
    ...base.figures,
    amount: '本季金额',
    count: { orders: '本季笔数', entries: '本季条数' },
    averageGrowth: '季均增长（{method}）',
    attainment: '本季完成率',
    perPeriod: '余下各季每季需',
  },
  headings: { ...base.headings, months: '各季情况' },
  span: { same: '{month}', year: '{year}年1—{monthNumber}季度' },
  monthTable: {
    ...base.monthTable,
    month: '季度',
    lastYear: '去年同季',
    other: '其他季度',
    note: '环比：与上季比；同比：与去年同季比；占本年：占当年所列各季合计；n/a：基数为零或负，不可比。',
  },
  growthTable: {
    ...base.growthTable,
    from: '起始季度',
    to: '截至季度',
    method: '季均算法',
    average: '季均增长',
    fromPrompt: '选择从哪个季度算起。',
    methodPrompt: '选择“季均增长”的算法。',
  },
  targets: { ...base.targets, period: '本季' },
  analysis: {
    ...base.analysis,
    comparisons: { previous: '上季', year: '去年同季' },
  },
  planning: {
    ...base.planning,
    hint: '建议值，可直接改写：有下达目标的取目标，否则取全年余额的季均，再否则取去年同季×今年增幅。',
  },
  charts: {
    ...base.charts,
    months: '各季金额',
    monthsAlt: '柱形图：各季金额与去年同季金额对比',
    lastYear: '去年同季',
  },
  prose: {
    ...base.prose,
    change: {
      up: '环比增长{rate}',
      down: '环比下降{rate}',
      flat: '与上季持平',
      none: '上季无可比基数',
    },
    yearChange: {
      up: '同比增长{rate}',
      down: '同比下降{rate}',
      flat: '与去年同季持平',
      none: '去年同季无可比基数',
    },
    growth: '从{from}到{to}，季金额{total}，{average}（{n}，算法：{method}）。',
    growthNone: '从{from}到{to}无法计算增长：起始季金额为零或负。',
    growthOne: '{to}之前没有可作起点的季度，不计算增长。',
    average: {
      up: '季均增长{rate}',
      down: '季均下降{rate}',
      flat: '季均持平',
      none: '季均增长无法计算',
    },
    allAlike: '所列各季均为{amount}。',
    extremes: '所列季度中，{max}最高（{maxAmount}），{min}最低（{minAmount}）。',
    targets: {
      ...base.prose.targets,
      period: '本季完成指标的{rate}（实际{actual}，目标{target}）。',
      periodNone: '本季没有下达指标。',
      still: '；尚差{missing}，余下{n}个季度平均每季需完成{each}。',
    },
  },
  highlights: {
    ...base.highlights,
    months: '季度',
    newest: '最新季度',
    monthColumns: (d) => `${d.count} 个期间列`,
  },
};
