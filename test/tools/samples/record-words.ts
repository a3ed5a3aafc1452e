/** What the smaller lists of the two sample workbooks say; people, companies and places are invented. */
export interface RecordWords {
  readonly team: {
    readonly sheet: string;
    readonly header: readonly string[];
    readonly team: string;
    readonly post: string;
  };
  readonly targets: {
    readonly sheet: string;
    readonly title: string;
    readonly header: readonly string[];
    readonly total: string;
  };
  readonly pay: {
    readonly sheet: string;
    readonly title: string;
    readonly header: readonly string[];
    readonly month: (month: number) => string;
    readonly monthTotal: (month: number) => string;
    readonly signatures: string;
  };
  readonly progress: {
    readonly sheet: string;
    readonly header: readonly string[];
    readonly paper: string;
  };
  readonly faults: {
    readonly sheet: string;
    readonly header: readonly string[];
    readonly engineers: readonly string[];
    readonly kinds: readonly string[];
  };
  readonly debts: { readonly sheet: string; readonly title: string; readonly header: readonly string[] };
  readonly users: {
    readonly sheet: string;
    readonly header: readonly string[];
    readonly plans: readonly string[];
  };
  readonly retail: {
    readonly sheet: string;
    readonly title: string;
    readonly header: readonly string[];
    readonly retailers: readonly string[];
    readonly brands: readonly string[];
    readonly tiers: readonly string[];
  };
}

export const zhRecords: RecordWords = {
  team: {
    sheet: '人员',
    header: ['工号', '姓名', '岗位', '团队', '入职日期', '月度目标（元）'],
    team: '政企二部',
    post: '客户经理',
  },
  targets: {
    sheet: '指标',
    title: '2025年收入指标分解（元）',
    header: ['客户经理', ...Array.from({ length: 12 }, (_, month) => `${month + 1}月`), '全年'],
    total: '合计',
  },
  pay: {
    sheet: '薪酬申报',
    title: '2025年1—4月客户经理薪酬申报表',
    header: ['月份', '姓名', '收入（元）', '底薪', '提成比例', '提成', '应发合计', '备注'],
    month: (month) => `2025年${month}月`,
    monthTotal: (month) => `${month}月小计`,
    signatures: '制表：            复核：            审批：',
  },
  progress: {
    sheet: '开通进度',
    header: [
      '合同编号',
      '客户名称',
      '客户经理',
      '产品',
      '合同金额',
      '商机日期',
      '方案日期',
      '签约日期',
      '受理日期',
      '竣工日期',
      '资料',
    ],
    paper: '份',
  },
  faults: {
    sheet: '故障登记',
    header: ['申告时间', '客户名称', '故障类型', '处理人', '响应时间', '恢复时间'],
    engineers: ['冯工', '蒋工', '沈工'],
    kinds: ['断线', '网速慢', '设备掉电', '电话不通'],
  },
  debts: {
    sheet: '应收余款',
    title: '截至2025年4月30日应收账款',
    header: ['合同编号', '客户名称', '客户经理', '应收金额', '已收金额', '余款', '应收日期'],
  },
  users: {
    sheet: '存量用户',
    header: [
      '用户编号',
      '客户名称',
      '套餐',
      'ARPU',
      '预存余额',
      '租机到期',
      '补贴到期',
      '最近使用',
      '欠费',
      '客户经理',
    ],
    plans: ['商务58', '商务88', '商务158', '集团共享'],
  },
  retail: {
    sheet: '零售户订货',
    title: '南屏片区零售户订货明细（2025年1—4月）',
    header: ['订货日期', '许可证号', '零售户', '品牌', '价类', '数量（条）', '批发价', '金额', '客户经理'],
    retailers: [
      '便民烟酒店',
      '小杨超市',
      '望山路便利店',
      '福来商行',
      '惠民副食',
      '老街烟店',
      '顺达超市',
      '新光便利店',
      '文昌副食店',
      '好邻居超市',
      '丽江商店',
      '东升烟酒',
    ],
    brands: ['云岭（金）', '青松（蓝）', '白鹭（软）', '红帆', '山雀'],
    tiers: ['一类', '二类', '三类', '四类', '五类'],
  },
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const enRecords: RecordWords = {
  team: {
    sheet: 'Team',
    header: ['Staff No.', 'Name', 'Position', 'Team', 'Start date', 'Monthly quota'],
    team: 'Enterprise 2',
    post: 'Account manager',
  },
  targets: {
    sheet: 'Targets',
    title: 'Revenue targets 2025',
    header: ['Account manager', ...MONTHS, 'Year'],
    total: 'Total',
  },
  pay: {
    sheet: 'Pay claimed',
    title: 'Pay of the account managers, January to April 2025',
    header: ['Month', 'Name', 'Revenue', 'Base pay', 'Commission rate', 'Commission', 'Total pay', 'Remarks'],
    month: (month) => `${MONTHS[month - 1] ?? ''} 2025`,
    monthTotal: (month) => `Subtotal ${MONTHS[month - 1] ?? ''}`,
    signatures: 'Prepared by:            Checked by:            Approved by:',
  },
  progress: {
    sheet: 'Installations',
    header: [
      'Contract No.',
      'Customer',
      'Account manager',
      'Product',
      'Contract amount',
      'Lead date',
      'Proposal date',
      'Contract date',
      'Accepted on',
      'Installed on',
      'Papers',
    ],
    paper: '',
  },
  faults: {
    sheet: 'Faults',
    header: ['Reported at', 'Customer', 'Fault type', 'Engineer', 'Responded at', 'Restored at'],
    engineers: ['F. Jones', 'J. Starling', 'S. Penn'],
    kinds: ['Line down', 'Slow', 'No power', 'No dial tone'],
  },
  debts: {
    sheet: 'Receivables',
    title: 'Receivables as of 30 April 2025',
    header: ['Contract No.', 'Customer', 'Account manager', 'Amount due', 'Received', 'Balance', 'Due date'],
  },
  users: {
    sheet: 'Subscribers',
    header: [
      'User ID',
      'Customer',
      'Tariff',
      'ARPU',
      'Prepaid balance',
      'Handset contract end',
      'Subsidy end',
      'Last use',
      'Arrears',
      'Account manager',
    ],
    plans: ['Business 58', 'Business 88', 'Business 158', 'Shared'],
  },
  retail: {
    sheet: 'Retail orders',
    title: 'Orders of the retailers in South Park, January to April 2025',
    header: [
      'Order date',
      'Licence No.',
      'Retailer',
      'Brand',
      'Price tier',
      'Quantity',
      'Unit price',
      'Amount',
      'Account manager',
    ],
    retailers: [
      'Handy Stores',
      'Young’s Market',
      'Hillview Corner Shop',
      'Fortune Trading',
      'People’s Grocery',
      'Old Street Kiosk',
      'Sunway Market',
      'New Light Stores',
      'Temple Street Grocery',
      'Good Neighbour Market',
      'Riverside Shop',
      'Eastrise Kiosk',
    ],
    brands: ['Cloud Ridge Gold', 'Green Pine Blue', 'White Egret', 'Red Sail', 'Titmouse'],
    tiers: ['Tier 1', 'Tier 2', 'Tier 3', 'Tier 4', 'Tier 5'],
  },
};
