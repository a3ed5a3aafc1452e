import type { Texts } from '../en';

/** What each template is called and asks; light, since the pane shows it first. */
export const catalog: Texts['catalog'] = {
  'monthly-summary': {
    name: '月度总结',
    about: '用订单表或销售表生成：各月金额与环比、同比，占比，客户排名，图表和一段文字。',
    options: {
      'average-growth': {
        label: '月均增长算法',
        values: { arithmetic: '总增长÷期数', compound: '复合增长率', mean: '各月环比平均' },
      },
    },
    companions: {},
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
