import { natureOf } from './meaning';
import type { ColumnFacts } from './columns';
import { simplified } from './lexicon/traditional';
import { fits } from './fit';
import type { Field, Role } from './types';
import { matchWords } from './words';

/** Words of titles, sheet names and headers that speak for a role. */
const ROLE_WORDS: Readonly<Record<Exclude<Role, 'other'>, RegExp>> = {
  visits:
    /走访|拜访|巡访|访问记录|回访|督办|访谈|出访|客户跟进|跟进记录|跟进表|工作日志|访销|\bvisits?\b|visit_|call (?:log|report)|meeting log|field log/i,
  orders:
    /订单|合同|受理|业务办理|业务明细|销售明细|销售记录|销售清单|销售台账|销售订单|订货|商机|签约|交易|开通|竣工|工单|购销|成交|投保|认购|出单|业务台账|收寄|揽收|\borders?\b|invoice|transactions?|pipeline|contracts?|deals?|bookings|opportunit/i,
  customers:
    /客户名单|客户档案|客户资料|客户清单|客户信息|客户表|客户名录|客户台账|客户基本|客户一览|客户列表|名录|会员资料|会员名单|会员信息|商户名单|商户信息|零售户(?:名单|档案|信息|资料|清单|台账)|单位名单|企业名单|客户维系|到期客户|客户预警|走访名单|customer (?:list|master|info|status|data|base|directory)|clients?\b|\baccounts?\b|customers\b|retailers?\b/i,
  revenue:
    /收入|出账|销售额|业绩|营收|营业额|账单|回款统计|revenue|billing|\bsales (?:by|summary|report)|monthly sales|turnover/i,
  subscribers: /用户(?:数|发展|到达|规模|统计)|到达数|净增|在网|subscribers?|user base/i,
  commission: /提成|佣金|薪酬|工资|奖金|酬金|绩效工资|commission|payroll|salary|incentive/i,
  targets: /指标|任务|目标|完成情况|完成率|kpi|考核|进度通报|达成|计划表|target|quota|goal|attainment/i,
  team: /人员|员工|花名册|考勤|培训|签到|值班|团队|班组|通讯录|排班|出勤|晨会|人事|attendance|training|roster|\bteam\b|staff|employees/i,
  stock: /库存|进销存|盘点|出入库|物资|领用|存货|仓库|\bstock\b|inventory|warehouse/i,
};

const VISIT_WORDS = /走访|拜访|巡访|受访|访问|回访|被访|督办|visit|interviewee/i;
const PEOPLE_FACTS = /性别|年龄|学历|职业|年收入|身高|会员|生日|gender|age\b|occupation/i;
const ATTENDANCE =
  /考勤|出勤|迟到|早退|旷工|请假|缺勤|签到|上班|下班|打卡|培训|学时|课时|讲师|attendance|absent|leave|check.?in|training/i;

type Weights = Readonly<Partial<Record<Field, number>>>;

const FIELD_WEIGHTS: Readonly<Record<Exclude<Role, 'other'>, Weights>> = {
  visits: {
    purpose: 2,
    content: 1.5,
    result: 1.2,
    next_step: 2,
    next_date: 2,
    channel: 0.5,
    contact: 0.5,
    owner: 0.6,
    due_date: 0.5,
    done_date: 0.4,
    date: 0.5,
    customer: 0.4,
  },
  orders: {
    order_id: 3,
    contract_id: 1.6,
    product: 1,
    quantity: 1,
    unit_price: 1.2,
    amount: 1.2,
    discount: 0.5,
    paid: 0.6,
    balance: 0.5,
    status: 0.4,
    date: 0.6,
    customer: 0.3,
    stage_lead_date: 1.5,
    stage_proposal_date: 1.5,
    stage_contract_date: 1.5,
    stage_accepted_date: 1.5,
    stage_installed_date: 1.5,
    category: 0.2,
    profit: 0.4,
    cost: 0.3,
  },
  customers: {
    customer: 1,
    customer_id: 1,
    contact: 1,
    phone: 1,
    address: 1.2,
    class: 1,
    industry: 1.3,
    segment: 0.8,
    prepaid_balance: 1.6,
    contract_end: 1.6,
    subsidy_end: 1.6,
    last_use: 1.6,
    arpu: 0.6,
    region: 0.2,
  },
  revenue: {
    revenue: 2.6,
    month: 1,
    period: 0.8,
    amount: 0.6,
    arpu: 1,
    customer: 0.3,
    cost: 0.3,
    profit: 0.4,
  },
  subscribers: { subscribers_open: 3, subscribers_close: 3, arpu: 1.2, month: 0.5 },
  commission: { commission: 3, commission_rate: 3, base_pay: 3, pay: 2.2, person: 0.2 },
  targets: { target: 3, actual: 1.6, rate: 2, person: 0.2, team: 0.2 },
  team: { person: 0.8, team: 0.6, phone: 0.3 },
  stock: { opening_stock: 2.6, purchased: 2, sold: 1.8, closing_stock: 2.6, product: 0.6 },
};

/** Without any of these a sheet does not have the role, whatever its title says. */
const GATES: Readonly<Partial<Record<Role, readonly Field[]>>> = {
  orders: [
    'order_id',
    'contract_id',
    'product',
    'amount',
    'quantity',
    'stage_contract_date',
    'stage_accepted_date',
    'stage_installed_date',
    'stage_proposal_date',
    'unit_price',
    'paid',
    'balance',
    'revenue',
  ],
  revenue: ['revenue', 'amount', 'arpu', 'paid', 'actual'],
  subscribers: ['subscribers_open', 'subscribers_close'],
  commission: ['commission', 'commission_rate', 'base_pay', 'pay'],
  targets: ['target', 'rate', 'actual'],
  stock: ['opening_stock', 'purchased', 'sold', 'closing_stock', 'quantity'],
  customers: ['customer', 'customer_id', 'contact', 'phone'],
  visits: ['customer', 'customer_id', 'contact', 'content', 'date'],
};

export interface RoleContext {
  readonly title: string;
  readonly sheet: string;
  readonly book: string;
}

export interface RoleDecision {
  readonly role: Role;
  readonly confidence: number;
}

/** The fields that columns could have, before each column has been given one. */
function likelyFields(columns: readonly ColumnFacts[], aboutCustomers: boolean): ReadonlySet<Field> {
  const fields = new Set<Field>();
  for (const facts of columns) {
    if (facts.measure !== '') {
      const meaning = matchWords(facts.measure)?.meanings[0];
      if (meaning !== undefined && meaning !== 'none') fields.add(meaning);
    }
    if (facts.period !== null || facts.total || !facts.words || facts.words.confidence < 0.6) continue;
    for (const meaning of facts.words.meanings) {
      if (meaning === 'none') break;
      if (fits(meaning, facts) < 0.5) continue;
      const someName = meaning === 'person' && facts.words.meanings.includes('customer');
      fields.add(someName && (aboutCustomers || facts.profile.company > 0.3) ? 'customer' : meaning);
      break;
    }
  }
  return fields;
}

function hints(text: string, role: Exclude<Role, 'other'>): boolean {
  return ROLE_WORDS[role].test(text);
}

const ROLES_SCORED = Object.keys(FIELD_WEIGHTS) as readonly Exclude<Role, 'other'>[];

/** Decides what a table is from its fields, its title, and the names of sheet and file. */
export function decideRole(columns: readonly ColumnFacts[], context: RoleContext): RoleDecision {
  const headers = simplified(columns.map((facts) => facts.header).join(' '));
  const title = simplified(context.title);
  const sheet = simplified(context.sheet);
  const fields = likelyFields(
    columns,
    ROLE_WORDS.customers.test(`${title} ${sheet} ${simplified(context.book)}`),
  );
  const wide = columns.some((facts) => facts.period !== null);
  const scores = new Map<Exclude<Role, 'other'>, number>();
  for (const role of ROLES_SCORED) {
    let score = 0;
    for (const field of fields) score += FIELD_WEIGHTS[role][field] ?? 0;
    if (hints(title, role)) score += 2.2;
    if (hints(sheet, role)) score += 2;
    if (hints(simplified(context.book), role)) score += 0.7;
    scores.set(role, score);
  }
  const add = (role: Exclude<Role, 'other'>, points: number): void => {
    scores.set(role, (scores.get(role) ?? 0) + points);
  };
  adjust(fields, columns, headers, wide, `${title} ${sheet}`, add);
  for (const role of ROLES_SCORED) {
    const gate = GATES[role];
    if (gate && !gate.some((field) => fields.has(field)) && !(wide && wideRole(role))) scores.set(role, 0);
  }
  const order = [...scores].sort((a, b) => b[1] - a[1]);
  const [first, second] = order;
  if (!first || first[1] < 2.5)
    return { role: 'other', confidence: first ? Math.max(0.3, 1 - first[1] / 5) : 0.5 };
  const margin = first[1] - (second?.[1] ?? 0);
  return { role: first[0], confidence: Math.min(0.99, 0.5 + margin / 8 + first[1] / 40) };
}

function wideRole(role: Role): boolean {
  return (
    role === 'revenue' ||
    role === 'commission' ||
    role === 'targets' ||
    role === 'subscribers' ||
    role === 'stock'
  );
}

function adjust(
  fields: ReadonlySet<Field>,
  columns: readonly ColumnFacts[],
  headers: string,
  wide: boolean,
  names: string,
  add: (role: Exclude<Role, 'other'>, points: number) => void,
): void {
  const has = (...list: readonly Field[]): boolean => list.some((field) => fields.has(field));
  const visitWords = VISIT_WORDS.test(headers) || VISIT_WORDS.test(names);
  if (VISIT_WORDS.test(headers)) add('visits', 2.5);
  // Findings and answers make a visit diary only with a customer and a day.
  if (!visitWords && !(has('customer', 'contact', 'customer_id') && has('date', 'next_date')))
    add('visits', -6);
  if (/故障|报障|报修|投诉|fault|trouble ticket|complaint/i.test(`${headers} ${names}`) && !visitWords)
    add('visits', -5);
  const money = has('amount', 'revenue', 'paid');
  if (wide) add('revenue', /用户|到达|在网|subscriber/i.test(names) ? -1 : 2.6);
  if (wide && /提成|佣金|薪酬|工资|commission|salary/i.test(names)) add('commission', 2);
  if (wide && /指标|任务|目标|target|quota/i.test(names)) add('targets', 2);
  if (wide && /用户|到达|在网|subscriber/i.test(names)) add('subscribers', 2.6);
  const transactional = has(
    'order_id',
    'quantity',
    'unit_price',
    'date',
    'contract_id',
    'product',
    'stage_contract_date',
  );
  if (money && !transactional) add('revenue', 2.5);
  if (has('revenue') && has('month') && has('product')) add('revenue', 0.5);
  if (has('amount', 'order_id', 'quantity')) add('customers', -2.5);
  else if (has('product')) add('customers', -0.5);
  if (money) add('customers', -0.8);
  if (has('content', 'purpose', 'result', 'next_step')) add('customers', -1.5);
  if (PEOPLE_FACTS.test(headers) && !has('person')) add('customers', 1.5);
  if (has('customer_id', 'customer') && !money && !transactional) add('customers', 0.8);
  if (has('customer') && has('contact', 'phone', 'address')) add('customers', 0.8);
  if (ATTENDANCE.test(headers)) add('team', 2.5);
  if (dayColumns(columns) && has('person')) add('team', 2.5);
  const onlyPeople =
    has('person') &&
    ![...fields].some(
      (field) =>
        field !== 'person' &&
        field !== 'phone' &&
        (natureOf(field) === 'money' ||
          natureOf(field) === 'number' ||
          natureOf(field) === 'date' ||
          natureOf(field) === 'id'),
    ) &&
    !has('customer', 'content');
  if (onlyPeople && !wide) add('team', 1.8);
  if (has('commission', 'commission_rate')) add('orders', -1.5);
  if (/费用|报销|差旅|expense|reimburse/i.test(`${headers} ${names}`) && !has('order_id')) {
    add('orders', -1.5);
    add('revenue', -1.5);
  }
  // One goal in a list of things to do makes no sheet of targets.
  const measured = (['target', 'actual', 'rate'] as const).filter((field) => fields.has(field)).length;
  if (measured < 2 && !hints(names, 'targets')) add('targets', -1.5);
  // Deals that may still be won are orders to be.
  if (/opportunit|probab|商机|赢单|成交概率|签约概率/i.test(headers) && has('amount', 'revenue', 'status'))
    add('orders', 2.5);
  // Money by nothing and nobody is no revenue.
  if (
    !wide &&
    !has(
      'customer',
      'customer_id',
      'product',
      'category',
      'person',
      'team',
      'region',
      'industry',
      'segment',
      'month',
      'period',
      'class',
      'revenue',
    )
  )
    add('revenue', -2.5);
  // A plan of payments has amounts and days, and nothing that is ordered or somebody who orders.
  if (
    !has(
      'customer',
      'customer_id',
      'contact',
      'product',
      'category',
      'quantity',
      'order_id',
      'contract_id',
      'person',
      'team',
    )
  )
    add('orders', -2.5);
  // A price list has products and prices and nobody who buys.
  if (has('unit_price') && !has('amount', 'quantity', 'date', 'order_id', 'customer', 'person'))
    add('orders', -2);
}

function dayColumns(columns: readonly ColumnFacts[]): boolean {
  return columns.filter((facts) => /^\d{1,2}[日号]?$/.test(facts.leaf)).length >= 7;
}
