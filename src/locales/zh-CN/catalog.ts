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
};

/** What the families of templates are called. */
export const families: Texts['families'] = {
  summary: '总结',
  commission: '提成',
  visits: '走访',
  orders: '订单与服务',
  customers: '客户',
};
