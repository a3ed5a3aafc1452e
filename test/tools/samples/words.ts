/** Everything that the two sample workbooks say; people, companies and places are invented. */
export interface SampleWords {
  readonly font: string;
  readonly customers: readonly string[];
  readonly people: readonly string[];
  readonly contacts: readonly string[];
  readonly products: readonly string[];
  readonly purposes: readonly string[];
  readonly opinions: readonly string[];
  readonly industries: readonly string[];
  readonly classes: readonly string[];
  readonly streets: readonly string[];
  readonly statuses: readonly [string, string, string];
  readonly dateFormat: string;
  /** A date as someone types it who does not care for Excel. */
  readonly typedDate: (kind: number, year: number, month: number, day: number) => string;
  /** An amount as someone types it. */
  readonly typedAmount: (kind: number, amount: number) => string;
  readonly orders: {
    readonly sheet: string;
    readonly title: string;
    readonly line: string;
    readonly header: readonly string[];
    readonly quarterTotal: (year: number, quarter: number) => string;
    readonly undecided: string;
    readonly negotiable: string;
    readonly refund: string;
    readonly closing: string;
  };
  readonly visits: {
    readonly sheet: string;
    readonly title: string;
    /** Plain columns, then the groups with their columns. */
    readonly plain: readonly string[];
    readonly groups: readonly { readonly name: string; readonly columns: readonly string[] }[];
    readonly settled: string;
    readonly open: string;
  };
  readonly list: { readonly sheet: string; readonly header: readonly string[] };
  readonly revenue: {
    readonly sheet: string;
    readonly title: string;
    readonly unit: string;
    readonly divisor: number;
    readonly header: readonly string[];
    readonly month: (month: number) => string;
    readonly sum: string;
    readonly total: string;
  };
  readonly tiers: {
    readonly sheet: string;
    readonly title: string;
    readonly header: readonly string[];
    readonly rule: string;
  };
  readonly notes: { readonly sheet: string; readonly lines: readonly string[] };
}

const enMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const zh: SampleWords = {
  font: '宋体',
  customers: [
    '青禾智能装备有限公司',
    '远帆国际物流有限公司',
    '瑞泽生物医药股份有限公司',
    '云溪文旅集团',
    '恒岳建设工程有限公司',
    '澄江康宁医院',
    '博闻教育科技有限公司',
    '金穗粮油贸易公司',
    '蓝屿酒店管理有限公司',
    '启明星幼教集团',
    '拓维精密模具厂',
    '安和连锁药房',
    '盛源食品有限公司',
    '海棠湾物业服务中心',
    '凌越汽车销售服务公司',
    '知行软件技术有限公司',
    '丰禾农业合作社',
    '锦绣纺织有限公司',
    '天衡会计师事务所',
    '康馨养老服务中心',
    '明湖图文广告',
    '新桥五金批发部',
    '朗润装饰工程公司',
    '嘉木家具商行',
  ],
  people: ['周文博', '林晓彤', '何建国', '许佳宁', '邓一凡'],
  contacts: ['王主任', '李经理', '赵工', '陈总', '孙老师', '刘科长', '吴女士', '郑先生'],
  products: ['互联网专线', '企业宽带', '云主机', '语音中继', '物联网卡', '视频会议'],
  purposes: ['月度例访', '新业务推介', '合同续签', '故障回访', '催收余款'],
  opinions: [
    '反映网速晚高峰偏慢',
    '对资费有异议，要求重新报价',
    '需要增加 IP 地址',
    '希望提供上门培训',
    '发票抬头有误',
    '想了解云主机方案',
  ],
  industries: ['制造', '物流', '医药', '文旅', '建筑', '医疗', '教育', '商贸'],
  classes: ['A', 'A', 'B', 'B', 'C'],
  streets: ['澄江区望山路', '澄江区文昌街', '南屏镇工业园', '北湾新区创业大道'],
  statuses: ['竣工', '受理中', '已签约'],
  dateFormat: 'yyyy/m/d',
  typedDate: (kind, year, month, day) =>
    [`${year}.${month}.${day}`, `${month}月${day}日`, `${year}年${month}月${day}日`][kind % 3] ?? '',
  typedAmount: (kind, amount) =>
    [
      `￥${amount.toLocaleString('en-US')}元`,
      amount >= 10000 ? `${amount / 10000}万` : `${amount}元`,
      `${amount.toLocaleString('en-US')}.00`,
    ][kind % 3] ?? '',
  orders: {
    sheet: '订单台账',
    title: '政企客户二部订单台账',
    line: '填报：周文博        单位：元',
    header: ['序号', '订单号', '下单日期', '客户名称', '客户经理', '产品', '数量', '金额', '状态', '备注'],
    quarterTotal: (year, quarter) => `${year}年${'一二三四'[quarter - 1] ?? ''}季度小计`,
    undecided: '待定',
    negotiable: '面议',
    refund: '退款',
    closing: '注：金额为签约金额；红字为退款。',
  },
  visits: {
    sheet: '4月走访',
    title: '2025年4月客户走访日志',
    plain: ['序号', '走访日期', '走访人', '客户'],
    groups: [
      { name: '走访情况', columns: ['联系人', '走访目的', '客户意见'] },
      { name: '督办情况', columns: ['督办人', '办结时间', '状态'] },
    ],
    settled: '已办结',
    open: '办理中',
  },
  list: {
    sheet: '客户名单',
    header: ['客户编号', '客户名称', '行业', '级别', '客户经理', '联系人', '联系电话', '地址', '合同到期'],
  },
  revenue: {
    sheet: '收入',
    title: '2024年集团客户出账收入',
    unit: '单位：万元',
    divisor: 10000,
    header: ['客户名称', '客户经理'],
    month: (month) => `${month}月`,
    sum: '合计',
    total: '合计',
  },
  tiers: {
    sheet: '提成表',
    title: '销售提成办法（月收入，全额累进）',
    header: ['月收入起（元）', '提成比例', '底薪（元）'],
    rule: '当月收入落在哪一档，全部收入按该档比例计提。',
  },
  notes: {
    sheet: '备忘',
    lines: [
      '4月重点：',
      '1、远帆物流专线提速，报价本周内发出',
      '2、博闻教育续约，联系孙老师',
      '3、月底前把走访日志补齐',
      '',
      '余款催收名单找财务要',
    ],
  },
};

export const en: SampleWords = {
  font: 'Calibri',
  customers: [
    'Greenfield Robotics Ltd',
    'Farsail Logistics',
    'Rivermoor Biotech plc',
    'Cloudbrook Tourism Group',
    'Highpeak Construction',
    'Clearwater General Clinic',
    'Bowen Learning',
    'Goldsheaf Grain Trading',
    'Blue Isle Hotels',
    'Bright Star Nurseries',
    'Topway Precision Moulds',
    'Wellspring Pharmacies',
    'Abundant Foods',
    'Crabapple Property Services',
    'Overland Motor Sales',
    'Knowhow Software',
    'Harvest Farm Cooperative',
    'Brocade Textiles',
    'Balance Accountants',
    'Hearthside Care Homes',
    'Mirror Lake Print',
    'Newbridge Hardware',
    'Brightwell Interiors',
    'Finewood Furniture',
  ],
  people: ['Walter Bowen', 'Lena Tong', 'Hector Gold', 'Joanna Shaw', 'Evan Deng'],
  contacts: ['Mr King', 'Ms Lee', 'Mr Clark', 'Ms Stone', 'Dr Sun', 'Mr Field', 'Ms Wood', 'Mr Banks'],
  products: [
    'Leased line',
    'Business broadband',
    'Cloud server',
    'Voice trunk',
    'IoT SIM',
    'Video conferencing',
  ],
  purposes: ['Monthly visit', 'New service', 'Contract renewal', 'Fault follow-up', 'Overdue payment'],
  opinions: [
    'Slow in the evening peak',
    'Wants a new quotation',
    'Needs more IP addresses',
    'Asks for training on site',
    'Wrong name on the invoice',
    'Interested in cloud servers',
  ],
  industries: [
    'Manufacturing',
    'Logistics',
    'Pharma',
    'Tourism',
    'Construction',
    'Health',
    'Education',
    'Trade',
  ],
  classes: ['A', 'A', 'B', 'B', 'C'],
  streets: [
    'Hillview Road, Clearwater',
    'Temple Street, Clearwater',
    'South Park Industrial Estate',
    'Enterprise Avenue, North Bay',
  ],
  statuses: ['Installed', 'In progress', 'Signed'],
  dateFormat: 'd mmm yyyy',
  typedDate: (kind, year, month, day) => {
    const name = enMonths[month - 1] ?? '';
    return (
      [
        `${day} ${name} ${year}`,
        `${name} ${day}, ${year}`,
        `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      ][kind % 3] ?? ''
    );
  },
  typedAmount: (kind, amount) =>
    [
      `$${amount.toLocaleString('en-US')}`,
      amount >= 1000 ? `${amount / 1000}k` : `$${amount}`,
      `${amount.toLocaleString('en-US')}.00`,
    ][kind % 3] ?? '',
  orders: {
    sheet: 'Orders',
    title: 'Order register, Enterprise Team 2',
    line: 'Kept by: Walter Bowen',
    header: [
      'No.',
      'Order ID',
      'Order date',
      'Customer',
      'Account manager',
      'Product',
      'Quantity',
      'Amount',
      'Status',
      'Remarks',
    ],
    quarterTotal: (year, quarter) => `Subtotal Q${quarter} ${year}`,
    undecided: 'tbd',
    negotiable: 'to be agreed',
    refund: 'Refund',
    closing: 'Note: amounts as signed; refunds are negative.',
  },
  visits: {
    sheet: 'April visits',
    title: 'Customer visits, April 2025',
    plain: ['No.', 'Visit date', 'Visited by', 'Customer'],
    groups: [
      { name: 'Visit', columns: ['Contact', 'Purpose', 'Feedback'] },
      { name: 'Follow-up', columns: ['Owner', 'Done on', 'Status'] },
    ],
    settled: 'Done',
    open: 'Open',
  },
  list: {
    sheet: 'Customers',
    header: [
      'Customer ID',
      'Customer',
      'Industry',
      'Class',
      'Account manager',
      'Contact',
      'Phone',
      'Address',
      'Contract end',
    ],
  },
  revenue: {
    sheet: 'Revenue',
    title: 'Billed revenue 2024',
    unit: 'Unit: thousand',
    divisor: 1000,
    header: ['Customer', 'Account manager'],
    month: (month) => enMonths[month - 1] ?? '',
    sum: 'Total',
    total: 'Total',
  },
  tiers: {
    sheet: 'Commission',
    title: 'Commission plan (monthly revenue, whole amount at the rate of its tier)',
    header: ['Revenue from', 'Commission rate', 'Base pay'],
    rule: 'The whole revenue of the month is paid at the rate of the tier that it reaches.',
  },
  notes: {
    sheet: 'Notes',
    lines: [
      'April:',
      '1. Farsail leased line upgrade, send the quotation this week',
      '2. Bowen Learning renewal, call Dr Sun',
      '3. Complete the visit diary by the end of the month',
      '',
      'Ask finance for the list of overdue payments',
    ],
  },
};
