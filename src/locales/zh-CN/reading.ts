import type { Texts } from '../en';

const roles: Texts['reading']['roles'] = {
  visits: '走访',
  orders: '订单',
  customers: '客户',
  revenue: '收入',
  subscribers: '用户',
  commission: '提成',
  targets: '指标',
  team: '人员',
  stock: '库存',
  other: '其他',
};

const fields: Texts['reading']['fields'] = {
  date: '日期',
  month: '月份',
  period: '期间',
  customer: '客户',
  customer_id: '客户编号',
  contact: '联系人',
  phone: '电话',
  address: '地址',
  person: '客户经理',
  team: '团队',
  region: '区域',
  class: '级别',
  industry: '行业',
  segment: '客户群',
  purpose: '目的',
  content: '需求及意见',
  result: '结果',
  next_step: '下一步',
  next_date: '下次走访',
  channel: '方式',
  owner: '责任人',
  due_date: '截止日期',
  done_date: '办结日期',
  status: '状态',
  order_id: '订单编号',
  contract_id: '合同编号',
  product: '产品',
  category: '类别',
  quantity: '数量',
  unit_price: '单价',
  amount: '金额',
  discount: '折扣',
  cost: '成本',
  profit: '利润',
  stage_lead_date: '线索日期',
  stage_proposal_date: '方案日期',
  stage_contract_date: '签约日期',
  stage_accepted_date: '受理日期',
  stage_installed_date: '竣工日期',
  paid: '已收',
  balance: '余款',
  target: '目标',
  actual: '完成',
  rate: '完成率',
  revenue: '收入',
  subscribers_open: '期初用户',
  subscribers_close: '期末用户',
  arpu: 'ARPU',
  base_pay: '底薪',
  commission_rate: '提成比例',
  commission: '提成',
  pay: '应发',
  prepaid_balance: '预存余额',
  contract_end: '合同到期',
  subsidy_end: '补贴到期',
  last_use: '最后使用',
  opening_stock: '期初库存',
  purchased: '购进',
  sold: '售出',
  closing_stock: '期末库存',
  note: '备注',
  sequence: '序号',
};

const dateOrders: Texts['reading']['dateOrders'] = { ymd: '年-月-日', mdy: '月/日/年', dmy: '日/月/年' };

const figure = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 6 });

function nameIn(names: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}

export const reading: Texts['reading'] = {
  roles,
  fields,
  kinds: {
    date: '日期',
    number: '数字',
    money: '金额',
    percent: '百分比',
    id: '编号（按文本保留）',
    text: '文本',
    blank: '空白',
  },
  skipReasons: {
    blank: '空行',
    total: '合计',
    subtotal: '小计',
    'repeated-header': '重复表头',
    section: '分段标题',
    note: '说明或签字',
    unit: '单位行',
    'left-out': '您已排除',
  },
  dateOrders,
  problems: {
    'sheet-empty': () => '这张表是空的。',
    'sheet-hidden': () => '这张表被隐藏了，照样读取。',
    'no-table': () => '没有找到表格。表格要有一行列名，下面是数据；如果有，请指定表头所在行。',
    'errors-only': (d) => `这里几乎全是错误值（${d.errors} 个单元格）。请先修好公式，再重新读取。`,
    'no-header': () => '表格没有表头，各列只按内容识别；缺的字段请手工指定。',
    'rows-hidden': (d) => `有 ${d.rows} 行被隐藏或筛选掉，照样读取。`,
    'column-hidden': (d) => `“${d.header}”列被隐藏了，照样读取。`,
    'field-contested': (d) =>
      `“${d.header}”列也可能是“${nameIn(fields, d.field)}”，但另有一列更像。如果应是这一列，请手工指定。`,
    'unit-applied': (d) => `“${d.header}”列按表头或标题里的单位乘以 ${figure(d.factor)}。`,
    'currency-mixed': (d) =>
      `“${d.header}”列里有多种货币（${d.currencies}），均按原数读取、未作换算。请先统一币种或排除相关行，再做合计。`,
    'percent-scaled': (d) => `“${d.header}”列按百分数读取：15 即 15%。`,
    'date-order-ambiguous': (d) =>
      `“${d.header}”列的日期有两种读法（5/3 可能是 5 月 3 日或 3 月 5 日），按“${nameIn(dateOrders, d.order)}”读取；不对请改。`,
    'date-order-mixed': (d) =>
      `“${d.header}”列里日在前、月在前两种写法都有，能按“${nameIn(dateOrders, d.order)}”的都按此读取，请核对。`,
    'year-assumed': (d) => `“${d.header}”列没写年份的日期按 ${d.year} 年读取。`,
    'year-unknown': (d) => `“${d.found}”没有年份，标题、表名和前后各行也都没写。请在标题或表名里写上年份。`,
    'months-without-year': (d) =>
      `“${d.header}”等月份列没有年份，标题、表名和文件名也都没写，暂按 ${d.year} 年计。请在标题或表名里写上年份。`,
    'month-without-year': (d) =>
      `“${d.header}”列只有月份、没有年份，表里也没有日期列。请加一列年份，或在标题、表名里写上年份。`,
    'date-joined': (d) => `年、月、日分列填写（${d.columns}），已在“${d.header}”列合成日期。`,
    'date-unreadable': (d) => `“${d.header}”列的“${d.found}”不是日期（应如 2024-03-05），按空白处理。`,
    'day-of-row': (d) =>
      `“${d.header}”列有 ${d.rows} 行只写了时刻，按同一行日期当天读取；早于它的按次日读取。`,
    'date-range': (d) => `“${d.header}”列的“${d.found}”是一段时间，取第一天。`,
    'date-number': (d) =>
      `“${d.header}”列的 ${d.found} 是数字，不是日期（3.1 可能是 3 月 1 日或 3 月 10 日），按空白处理；请按日期输入。`,
    'day-by-order': (d) =>
      `“${d.header}”列有 ${d.rows} 行写成 3.1 这样的数字，按前后日期的顺序读作唯一可能的一天。`,
    'number-unreadable': (d) => `“${d.header}”列的“${d.found}”不是数字，按空白处理。`,
    'cell-error': (d) => `“${d.header}”列此处是错误值 ${d.found}，按空白处理；请修好公式。`,
    'merged-filled': (d) => `“${d.header}”列有 ${d.rows} 行属于合并单元格，用合并单元格的值补齐。`,
    'merged-number': (d) =>
      `“${d.header}”列有合并单元格里的数字，只在第一行算一次（其余 ${d.rows} 行为空）。`,
    'ditto-filled': (d) => `“${d.header}”列有 ${d.rows} 行写“同上”，用上一行的值补齐。`,
    'blanks-filled': (d) => `“${d.header}”列每组只写一次，有 ${d.rows} 行用上面的值补齐。`,
    'names-unified': (d) => `“${d.header}”列同一名称有不同写法（括号、空格），统一了 ${d.spellings} 种。`,
    'more-of-this': (d) => `……这一列还有 ${d.more} 处同样的情况。`,
    'total-mismatch': (d) =>
      `“${d.header}”列合计写的是 ${figure(d.stated)}，各行相加是 ${figure(d.parts)}，相差 ${figure(d.gap)}。以各行为准，合计行不计。`,
    'row-total-mismatch': (d) =>
      `“${d.header}”写的是 ${figure(d.stated)}，各月相加是 ${figure(d.parts)}，相差 ${figure(d.gap)}。以各月为准。`,
    'duplicate-order': (d) => `订单 ${d.value} 在 ${d.first} 已有相同内容，两行都保留。`,
    'duplicate-visit': (d) => `${d.value} 同一天、同一走访人的走访在 ${d.first} 已有，两行都保留。`,
  },
};
