import type { Texts } from '../en';

const reportOptions: Texts['catalog']['monthly-summary']['options'] = {
  'average-growth': {
    label: '月均增长算法',
    values: { arithmetic: '总增长÷期数', compound: '复合增长率', mean: '各月环比平均' },
  },
  'undated-target': {
    label: '没写时间的指标',
    ask: '没写月份或年度的指标，是全年的还是当月的？',
    values: { year: '全年的', month: '当月的' },
  },
};

const reportCompanions: Texts['catalog']['monthly-summary']['companions'] = {
  more: '其他同类表',
  targets: '指标表',
  subscribers: '用户数表',
  visits: '走访记录',
  customers: '客户名单',
  orders: '订单表（竣工与超时）',
};

/** What each template is called and asks; light, since the pane shows it first. */
export const catalog: Texts['catalog'] = {
  'monthly-summary': {
    name: '月度总结',
    about:
      '用订单表或收入表生成：各月增长、指标完成、占比、增减及原因、下月指标分解、图表和文字，并核对表中所写的数字。',
    options: reportOptions,
    companions: reportCompanions,
  },
  'quarterly-report': {
    name: '季度报表',
    about: '按季汇总：环比、同比、累计、指标完成、人员情况、增减及原因、下季指标分解、图表和文字。',
    options: {
      ...reportOptions,
      'average-growth': {
        label: '季均增长算法',
        values: { arithmetic: '总增长÷期数', compound: '复合增长率', mean: '各季环比平均' },
      },
    },
    companions: reportCompanions,
  },
  'customer-value': {
    name: '客户分级',
    about: '看清谁最重要：ABC 二八分析、RFM、分级分档分期分群分类，界限可改；另有每户的客户档案。',
    options: {
      span: {
        label: '金额取',
        ask: '按哪些月份的金额衡量客户价值？',
        values: { 'twelve-months': '近12个月', 'year-to-date': '本年', all: '全部数据' },
      },
    },
    companions: { customers: '客户名单', visits: '走访记录' },
  },
  'visit-diary': {
    name: '走访日志',
    about:
      '把各人各月的走访表并成一本可继续登记的日志，并生成督办、走访频次与覆盖率、走访重叠、月末点评、季度报告。',
    options: {
      'as-of': {
        label: '天数算到',
        ask: '逾期天数、距今天数算到哪一天？',
        values: { newest: '最近一次走访', today: '今天' },
      },
    },
    companions: { more: '其他走访表', customers: '客户名单' },
  },
};

/** What the families of templates are called. */
export const families: Texts['families'] = {
  summary: '总结',
  commission: '提成',
  visits: '走访',
  orders: '订单与服务',
  customers: '客户',
};
