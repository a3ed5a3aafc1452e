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
  'opening-days': {
    label: '开通时限',
    ask: '没写截止日的订单，签约后几天没竣工算超时？',
    values: { '3': '3 天', '5': '5 天', '7': '7 天', '10': '10 天', '15': '15 天', '30': '30 天' },
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
  'commission-check': {
    name: '提成复核',
    about: '把上报的提成表按方案和订单重算一遍：每行应发、实报、差额和原因，值得留意的地方，个人提成单。',
    options: {
      plan: {
        label: '按什么复核',
        ask: '这张表按哪个方案复核？',
        values: {
          sheet: '方案表',
          'team-tiers': '四档，组长 1%',
          flat: '统一比例',
          'marginal-tiers': '超额累进',
          'quota-accelerator': '指标加速',
        },
      },
      method: {
        label: '现成方案：档位算法',
        ask: '用现成方案时：全部收入按到达的那一档算，还是各段按各段算？',
        values: { whole: '全额累进', marginal: '超额累进' },
      },
      boundary: {
        label: '现成方案：正好等于起点',
        ask: '用现成方案时：收入正好等于一档的起点，算不算达到？',
        values: { inclusive: '算', exclusive: '不算' },
      },
      event: {
        label: '现成方案：以什么计收入',
        ask: '用现成方案时：订单在哪一步算收入？',
        values: { signed: '签约', opened: '开通', collected: '回款' },
      },
      tax: {
        label: '现成方案：含税处理',
        ask: '用现成方案时：金额照表里的算，还是先扣除或加上税额？',
        values: { 'as-listed': '照表计', 'vat-taken-out': '扣除税额', 'vat-added': '加上税额' },
      },
      clawback: {
        label: '现成方案：退款',
        ask: '用现成方案时：后来退了款，提成怎么追回？',
        values: {
          net: '冲减当月收入',
          'original-rate': '按原比例追回',
          recompute: '重算原月份',
          none: '不追回',
        },
      },
      near: {
        label: '刚过档次线',
        ask: '收入超出档次线多少以内，提示可能压单、拆单？',
        values: { '1': '1% 以内', '2': '2% 以内', '5': '5% 以内' },
      },
      handout: {
        label: '发出去的表',
        ask: '用公式，还是只留数值？没有装插件的电脑都能打开。',
        values: { live: '公式', values: '只留数值' },
      },
      protect: {
        label: '保护工作表',
        ask: '发出去的表要不要防改动？不设密码；用来选人的那一页照常可选。',
        values: { no: '不保护', yes: '保护' },
      },
    },
    companions: { orders: '订单表', team: '人员名单' },
  },
  'commission-sheet': {
    name: '薪酬月报表',
    about:
      '由订单或收入算到每人每月：档位、底薪、提成、管理提成、追回、应发，每一笔都写明规则和来源行；带签字栏。',
    options: {
      handout: {
        label: '发出去的表',
        ask: '用公式，还是只留数值？没有装插件的电脑都能打开。',
        values: { live: '公式', values: '只留数值' },
      },
      protect: {
        label: '保护工作表',
        ask: '发出去的表要不要防改动？不设密码；用来选月份、选人的那两页照常可选。',
        values: { no: '不保护', yes: '保护' },
      },
    },
    companions: { team: '人员表' },
  },
  'commission-plan': {
    name: '提成方案',
    about:
      '把提成和底薪的规则写成一张可改的表：档位、条款、个人例外、按日期生效的版本；可试算，能看出哪里跳档。',
    options: {
      plan: {
        label: '从哪个方案开始',
        ask: '哪个方案最接近你们的？每个数字之后都能在表里改。',
        values: {
          'team-tiers': '四档，组长 1%',
          flat: '统一比例',
          'marginal-tiers': '超额累进',
          'quota-accelerator': '指标加速',
          found: '表里已有的档位',
        },
      },
      method: {
        label: '档位算法',
        ask: '收入到了某一档，是全部收入按这档的比例算，还是各段按各段的比例算？',
        values: { whole: '全额累进', marginal: '超额累进' },
      },
      boundary: {
        label: '正好等于起点',
        ask: '收入正好等于一档的起点，算不算达到这一档？',
        values: { inclusive: '算', exclusive: '不算' },
      },
      event: {
        label: '以什么计收入',
        ask: '一笔业务在哪一步算收入：签约、开通，还是回款？',
        values: { signed: '签约', opened: '开通', collected: '回款' },
      },
      tax: {
        label: '金额含税处理',
        ask: '金额照表里的算，还是先扣除或加上税额？',
        values: { 'as-listed': '照表计', 'vat-taken-out': '扣除税额', 'vat-added': '加上税额' },
      },
      credit: {
        label: '和档位比的收入',
        ask: '拿什么和档位比：当月合计、每笔单独，还是累计数？',
        values: {
          month: '当月合计',
          sale: '每笔单独',
          'quarter-to-date': '季度累计',
          'year-to-date': '年度累计',
        },
      },
      clawback: {
        label: '退款',
        ask: '已经发过提成的业务后来退了款，提成怎么追回？',
        values: {
          net: '冲减当月收入',
          'original-rate': '按原比例追回',
          recompute: '重算原月份',
          none: '不追回',
        },
      },
      'quota-on': {
        label: '组长指标看谁',
        ask: '组长的指标（如 15 万）看谁的收入？',
        values: { own: '本人', team: '全组含本人', members: '组员' },
      },
      'override-on': {
        label: '组长 1% 按谁',
        ask: '组长另加的 1% 按谁的收入算？',
        values: { own: '本人', team: '全组含本人', members: '组员', 'members-commission': '组员的提成' },
      },
      'role-base': {
        label: '组长底薪',
        ask: '组长底薪代替档位底薪，还是取高、相加？',
        values: { replaces: '代替', higher: '取高', adds: '相加' },
      },
      basis: {
        label: '技术 1% 按谁',
        ask: '技术人员的 1% 提成按谁的收入算？',
        values: { own: '本人', team: '本组', all: '全部' },
      },
      'probation-counting': {
        label: '试用期任务',
        ask: '试用期的累计任务只看当月，还是从入职、从任务开始累计？',
        values: { month: '只看当月', 'since-start': '入职起累计', 'since-target': '任务期内累计' },
      },
      'probation-commission': {
        label: '试用期提成',
        ask: '试用期除了底薪，发不发提成？',
        values: { paid: '发', 'not-paid': '不发' },
      },
      proration: {
        label: '月中入职离职',
        ask: '月中入职或离职，底薪按整月发，还是按天折算？',
        values: { none: '按整月', 'calendar-days': '按自然日', 'working-days': '按工作日' },
      },
      'quota-proration': {
        label: '不满月的指标',
        ask: '不满一个月时，指标要不要也按天减少？',
        values: { full: '不减', prorated: '按天减' },
      },
      rounding: {
        label: '四舍五入',
        ask: '提成四舍五入到分，是每月一次，还是每笔一次？',
        values: { month: '每月一次', line: '每笔一次' },
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
  'visit-plan': {
    name: '走访计划',
    about: '排下周或下月每人每天走访谁：按级别、间隔、待办事项和片区，只排工作日；附初访登记表和出差计划。',
    options: {
      span: { label: '计划期间', ask: '要排哪一段时间？', values: { week: '下周', month: '下月' } },
      holidays: {
        label: '节假日',
        ask: '节假日清单先列哪些？',
        values: { china: '法定节假日', none: '不列' },
      },
    },
    companions: { more: '其他走访表', customers: '客户名单' },
  },
  'order-tracker': {
    name: '订单跟踪',
    about:
      '用任何订单、合同或开通表生成：一单一行，当前环节、下一步、由谁办、何时到期、超期多久；时限可改；另有督办、漏斗和各环节用时。',
    options: {
      'order-date': {
        label: '订单日期算作',
        ask: '表头没写明环节的日期（如“订单日期”）算哪个环节？',
        values: { contract: '合同', accepted: '受理', lead: '信息', installed: '竣工', nothing: '不算' },
      },
      'as-of': {
        label: '超期算到',
        ask: '是否超期，算到哪一天？',
        values: { newest: '表中最近日期', today: '今天' },
      },
      holidays: {
        label: '节假日',
        ask: '工作簿里还没有节假日表时，先按哪里的节假日？',
        values: { china: '中国大陆', none: '不设' },
      },
    },
    companions: { 'more-orders': '其他订单表' },
  },
  'fault-log': {
    name: '故障跟踪',
    about: '用任何故障登记表生成：联系工程、响应、解决用时与时限对照，并按处理人、客户和月份统计。',
    options: {
      'as-of': {
        label: '未解决的算到',
        ask: '还没解决的故障，用时算到何时？',
        values: { newest: '表中最近时间', now: '此刻' },
      },
      'solve-within': {
        label: '解决时限',
        ask: '维护制度写 2 小时，销售话术承诺 4 小时，先按哪个？',
        values: { '120': '2 小时', '240': '4 小时' },
      },
    },
    companions: { 'more-faults': '其他故障表' },
  },
  receivables: {
    name: '余款回收',
    about: '用任何写有余款的表生成：按客户、客户经理的账龄，下一步催谁、怎么催；收回多少即时扣减。',
    options: {
      'as-of': {
        label: '账龄算到',
        ask: '逾期天数算到哪一天？',
        values: { newest: '标题所写日期，没有则为最近的业务日期', today: '今天' },
      },
      'without-due': {
        label: '没有应收日期的',
        ask: '没有应收日期的款项，账龄从何时算起？',
        values: { 'order-date': '签约或订单日期', undated: '不算账龄' },
      },
    },
    companions: { 'more-receivables': '其他余款表' },
  },
  'retention-watch': {
    name: '存量维系',
    about: '谁可能流失、为什么、还剩几天、谁去维系；高价值用户拍照，三项指标对照标准。',
    options: {
      snapshot: {
        label: '拍照名单',
        ask: '沿用已有的拍照名单，还是重新拍照？',
        values: { keep: '沿用已有', new: '重新拍照' },
      },
    },
    companions: { previous: '上期名单' },
  },
  'retailer-analysis': {
    name: '零售户分析',
    about: '每户销售曲线与 S1、S2、S3，品牌与档次结构，逐月算账；日跟踪表，各项率与终端建设标准。',
    options: {
      period: {
        label: '曲线按',
        ask: '销售曲线一期是多长？',
        values: { week: '周', month: '月', quarter: '季' },
      },
    },
    companions: { retailers: '零售户名单' },
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
