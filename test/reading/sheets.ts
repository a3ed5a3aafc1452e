import type { GridValue, SheetGrid } from '../../src/reading/grid';
import { merge } from './grids';

/** One table of a sheet as a person in the field would keep it, and what must be understood of it. */
export interface KeptSheet {
  readonly name: string;
  /** One line a row, as rows() of grids.ts reads it. */
  readonly text: string;
  readonly more?: Partial<SheetGrid>;
  readonly tables: readonly KeptTable[];
}

export interface KeptTable {
  readonly role: string;
  readonly headerRows: readonly [number, number] | null;
  readonly rows: number;
  /** A field a column from left to right; '-' where none is meant, '?' where it is left open. */
  readonly fields: string;
  /** Values by column and by row of data, both from 0. */
  readonly values?: readonly (readonly [column: number, row: number, value: GridValue | null])[];
  readonly sums?: Readonly<Record<number, number>>;
}

/** 2024-01-01 as Excel counts days; the cases count from it. */
const NEW_YEAR = 45_292;

export const KEPT_SHEETS: readonly KeptSheet[] = [
  {
    name: 'visits with two header rows, group names merged, days typed as numbers',
    text: `
      城东分公司政企客户部2024年6月走访台账||||||||
      填报人：周敏        填报日期：2024年7月1日||||||||
      序号|走访日期|客户情况|||走访内容||陪同人员|备注
      ||客户单位|联系人|联系电话|走访事由|客户诉求||
      1|6.3|市第三医院|陈主任|13900010001|专线续费|希望提速|王磊|
      2|6.3|宏远机械有限公司|刘芳|0371-6000123|新装|需20部固话||
      3|6.5|市第三医院|陈主任|13900010001|回访||王磊|
      4|6.12|东湖区教育局|何科长|13900010002|校园网方案|等预算批复||
      5|6月18日|瑞丰商贸|孙总|13900010003|签约|无|李强|重点
      合计：走访5家次||||||||
      分管领导签字：||||||日期：||`,
    more: {
      merges: [merge(0, 0, 1, 9), merge(2, 2, 1, 3), merge(2, 5, 1, 2), merge(2, 0, 2, 1), merge(2, 1, 2, 1)],
    },
    tables: [
      {
        role: 'visits',
        headerRows: [2, 3],
        rows: 5,
        fields: 'sequence date customer contact phone purpose content - note',
        values: [
          [1, 0, NEW_YEAR + 154],
          [1, 2, NEW_YEAR + 156],
          [1, 4, NEW_YEAR + 169],
        ],
      },
    ],
  },
  {
    name: 'a diary that runs from December into January',
    text: `
      集客部2023年12月走访情况登记表|||||
      序|时间|单位名称|走访人员|了解到的情况|办理时限
      1|12.20|县人民法院|彭飞、罗娟|专线稳定|12月25日
      2|12.27|县一中|彭飞|用户减少|
      3|1.4|大华水泥厂|罗娟|想换套餐|1月15日
      4|1.11|县供电公司|彭飞、罗娟|组网方案讨论|1月20日前`,
    tables: [
      {
        role: 'visits',
        headerRows: [1, 1],
        rows: 4,
        fields: 'sequence date customer person content due_date',
        values: [
          [1, 1, NEW_YEAR - 5],
          [1, 2, NEW_YEAR + 3],
          [5, 2, NEW_YEAR + 14],
        ],
      },
    ],
  },
  {
    name: 'a business list with a kind beside the product, fees and two money columns',
    text: `
      受理日期|工单编号|客户名称|业务类型|套餐/产品|数量|一次性费用（元）|客户经理|竣工日期|状态
      2024/7/1|'0024070100123|宏远机械有限公司|新装|互联网专线100M|1|￥2,000|李强|2024/7/6|已竣工
      2024/7/3|'0024070300055|瑞丰商贸|变更|互联网专线200M|1|￥500元|李强||施工中
      2024/7/8|'0024070800301|蓝天酒店|拆机|IPTV|35|0|韩梅||待审批`,
    tables: [
      {
        role: 'orders',
        headerRows: [0, 0],
        rows: 3,
        fields: 'date order_id customer category product quantity - person stage_installed_date status',
        values: [[1, 0, '0024070100123']],
        sums: { 5: 37 },
      },
    ],
  },
  {
    name: 'deals that may be won: the closing day is expected',
    text: `
      Opportunity|Account Name|Owner|Stage|Amount (USD k)|Close Date|Probability|Next Step
      Fibre upgrade|Brightwater Ltd|D. Whitfield|Proposal|45.5|30-Jun-24|60%|Legal review
      SD-WAN pilot|Oakfield Co|D. Whitfield|Qualification|12|15-Aug-24|20%|Site survey
      Total||||57.5|||`,
    tables: [
      {
        role: 'orders',
        headerRows: [0, 0],
        rows: 2,
        fields: '? customer ? status amount due_date - next_step',
        sums: { 4: 57_500 },
      },
    ],
  },
  {
    name: 'progress in percent is a rate where targets are kept',
    text: `
      年度目标完成情况||||
      客户经理|年度收入目标(万元)|Q1|Q2|完成进度
      李强|500|120|131|50.2%
      周敏|450|98.5|110|46.3%
      马超|600|160|150.2|51.7%
      合 计|1550|378.5|391.2|49.7%
      注：Q3、Q4尚未出账||||`,
    tables: [
      {
        role: 'targets',
        headerRows: [1, 1],
        rows: 3,
        fields: 'person target ? ? rate',
        values: [[4, 1, 0.463]],
        sums: { 1: 15_500_000 },
      },
    ],
  },
  {
    name: 'discounts written as 折, customers in merged cells',
    text: `
      揽投部|客户名称|月份|业务种类|件数（件）|邮费收入（元）|折扣率
      城中揽投部|丽人服饰网店|2024年3月|快递包裹|3,200|16,000.00|6.5折
      ||2024年4月|快递包裹|2,980|14,900.00|6.5折
      开发区揽投部|精密仪器厂|2024年3月|标准快递|120|2,640.00|9折
      合 计||||6,300|33,540.00|`,
    more: { merges: [merge(1, 0, 2, 1), merge(1, 1, 2, 1)] },
    tables: [
      {
        role: 'revenue',
        headerRows: [0, 0],
        rows: 3,
        fields: 'team customer month product quantity revenue discount',
        values: [
          [1, 1, '丽人服饰网店'],
          [6, 1, 0.65],
        ],
        sums: { 5: 33_540 },
      },
    ],
  },
  {
    name: 'customers to keep: when they joined is no step of an order',
    text: `
      用户号码|客户姓名|入网日期|套餐名称|预存余额|合约到期日|最近一次通话|维系经理
      '13500030001|林先生|2020-03-11|畅享129|56.3|2024-09-30|2024-06-28|钱丽
      '13500030002|沈女士|2019-12-01|冰激凌199|0|2024-07-31|2024-04-02|钱丽
      '13500030003|章先生|2021-07-19|畅享79|130|2024-12-31|2024-06-30|赵刚`,
    tables: [
      {
        role: 'customers',
        headerRows: [0, 0],
        rows: 3,
        fields: 'customer_id customer - product prepaid_balance contract_end last_use person',
      },
    ],
  },
  {
    name: 'months typed as numbers',
    text: `
      业务员|产品线|2024.08|2024.09|2024.1|2024.11|小计
      程安|云|1.2万|0.8万|2万|1万|5万
      程安|专线|5000|5000|5200|5200|20400
      陆遥|专线|8000|8000|8000|7600|31600`,
    tables: [
      {
        role: 'revenue',
        headerRows: [0, 0],
        rows: 3,
        fields: 'person ? ? ? ? ? ?',
        sums: { 4: 33_200 },
      },
    ],
  },
  {
    name: 'tables of offices on each other, their sum below the last',
    text: `
      一、城东支局|||
      客户经理|业务|数量|金额
      汤敏|固话|3|300
      汤敏|宽带|5|4500
      小计||8|4800
      二、城西支局|||
      客户经理|业务|数量|金额
      段勇|宽带|2|1800
      段勇|专线|1|24000
      小计||3|25800
      总计||11|30600`,
    tables: [
      { role: 'orders', headerRows: [1, 1], rows: 2, fields: 'person product quantity amount' },
      { role: 'orders', headerRows: [6, 6], rows: 2, fields: 'person product quantity amount' },
    ],
  },
  {
    name: 'a plan of payments is none of the roles',
    text: `
      办公楼装修合同付款计划|||||
      期数|付款条件|付款比例|付款金额|计划付款日期|实际付款日期
      1|签订后7日内|30%|90000|2024-03-10|2024-03-12
      2|隐蔽工程验收|30%|90000|2024-05-10|2024-05-20
      3|竣工验收合格|40%|120000|2024-07-30|
      合计||100%|300000||`,
    tables: [{ role: 'other', headerRows: [1, 1], rows: 3, fields: '? ? ? ? ? ?' }],
  },
  {
    name: 'a price list is none of the roles, and what is counted is no customer',
    text: `
      卷烟价格目录|||||
      商品编码|商品名称|单位|批发价|零售价|类别
      '6901028000017|甲牌(软蓝)|条|156.42|190|一类
      '6901028000024|乙牌(硬)|条|62.5|75|三类
      '6901028000031|丙牌(软)|条|195|230|一类`,
    tables: [{ role: 'other', headerRows: [1, 1], rows: 3, fields: '? product - ? ? category' }],
  },
  {
    name: 'numbered sentences are no table',
    text: `
      填表说明|
      1|请各客户经理于每月5日前报送走访台账。
      2|走访日期统一填写为2024-01-01格式。
      3|客户名称须与营业执照一致，不得使用简称。`,
    tables: [],
  },
  {
    name: 'a form to fill in is no table',
    text: `
      业务申请单|||
      客户名称|县供电公司|联系人|钟科
      联系电话|0735-2221111|申请日期|2024年5月8日
      业务类型|专线新装|带宽|100M
      装机地址|解放路55号|资费|3000元/月`,
    tables: [],
  },
];
