import type { ColumnFacts } from './columns';
import { fits } from './fit';
import { natureOf } from './meaning';
import { halfWidth, wordKey } from './text';
import type { ColumnReading, Field, Role, TableChoices } from './types';

export interface FieldDecision {
  readonly field: Field | null;
  readonly confidence: number;
  readonly chosenBy: ColumnReading['chosenBy'];
  /** The field that another column got first. */
  readonly contested?: Field;
}

interface Candidate {
  readonly index: number;
  readonly field: Field;
  readonly score: number;
  readonly by: ColumnReading['chosenBy'];
}

const THRESHOLD = 0.56;

/** Words that, over days, name the step which was reached on that day. */
const STEP_WORDS: readonly (readonly [Field, RegExp])[] = [
  ['stage_lead_date', /^(?:线索|商机|信息|立项|lead|enquiry|inquiry)$/i],
  [
    'stage_proposal_date',
    /^(?:方案|报价|提交方案|送方案|出方案|方案提交|proposal|quote|quotation|proposed|quoted)$/i,
  ],
  ['stage_contract_date', /^(?:签约|合同|签订|签合同|签单|签署|合同签订|contract|signed|contracted)$/i],
  ['stage_accepted_date', /^(?:受理|录入|录单|订单受理|accepted|acceptance)$/i],
  [
    'stage_installed_date',
    /^(?:竣工|开通|装机|安装|交付|完工|施工|上线|割接|installed|activated|golive|live)$/i,
  ],
  ['done_date', /^(?:办结|完成|解决|闭环|结案|销号|delivered|done|closed|completed|resolved)$/i],
  ['due_date', /^(?:截止|到期|限办|要求|due|deadline)$/i],
  ['date', /^(?:走访|拜访|下单|订货|visit|ordered|order|when)$/i],
];

function stepField(facts: ColumnFacts): Field | null {
  if (facts.profile.date < 0.6 || facts.profile.filled < 2) return null;
  const key = wordKey(halfWidth(facts.leaf).replace(/[(（].*?[)）]/g, ''));
  return STEP_WORDS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

function wordCandidates(facts: ColumnFacts, index: number, role: Role, ask: RoleQuestions): Candidate[] {
  const step = stepField(facts);
  const natural = facts.words?.meanings[0];
  if (step !== null && !(natural !== undefined && natural !== 'none' && natureOf(natural) === 'date')) {
    return [{ index, field: step, score: 0.92, by: 'words' }];
  }
  if (!facts.words) return [];
  const { confidence } = facts.words;
  const found: Candidate[] = [];
  let rank = 0;
  for (const meaning of preferred(facts, role, ask)) {
    if (meaning === 'none') break;
    const fit = fits(meaning, facts);
    found.push({
      index,
      field: meaning,
      score: confidence * fit - 0.06 * rank + roleBonus(meaning, role),
      by: 'words',
    });
    rank += 1;
  }
  return found;
}

/** What of the other columns decides between the meanings of one header. */
interface RoleQuestions {
  readonly named: ReadonlySet<Field>;
  readonly aboutCustomers: boolean;
  /** Deals that may still be won: their closing day is expected. */
  readonly pipeline: boolean;
}

/** The day on which somebody became a customer: a fact of the customer, no step of an order. */
const JOINED = /入网|开户|注册|joined/i;

/** The meanings of a header in the order that suits the role of its table. */
function preferred(facts: ColumnFacts, role: Role, ask: RoleQuestions): readonly (Field | 'none')[] {
  const meanings = facts.words?.meanings ?? [];
  const first = meanings[0];
  const key = wordKey(facts.leaf);
  if (first === 'person' && meanings.includes('customer')) {
    const company = facts.profile.company > 0.3 && facts.profile.personName < 0.5;
    if ((role === 'customers' || company || ask.aboutCustomers) && !ask.named.has('customer'))
      return ['customer', 'contact'];
    if (role === 'customers' && ask.named.has('customer')) return ['contact', 'person'];
    return ['person'];
  }
  if (first === 'customer' && meanings.includes('product')) {
    if (role === 'customers' || facts.profile.company > 0.3) return ['customer'];
    return role === 'stock' || role === 'orders' ? ['product'] : ['none'];
  }
  if (first === 'person' && meanings.includes('owner')) {
    return ask.named.has('person')
      ? ['owner']
      : role === 'visits' && ask.named.has('due_date')
        ? ['owner', 'person']
        : ['person', 'owner'];
  }
  if (first === 'sequence' && meanings.includes('order_id')) {
    if (facts.profile.rising || ask.named.has('order_id')) return ['sequence'];
    if (role === 'customers') return ask.named.has('customer_id') ? ['sequence'] : ['customer_id'];
    return ['sequence'];
  }
  if (first === 'opening_stock' && meanings.includes('subscribers_open') && role === 'subscribers')
    return ['subscribers_open'];
  if (first === 'closing_stock' && meanings.includes('subscribers_close') && role === 'subscribers')
    return ['subscribers_close'];
  if (first === 'person' && meanings.includes('sold') && facts.profile.number > 0.5)
    return role === 'stock' ? ['sold'] : ['amount'];
  if (first === 'due_date' && role === 'customers' && /到期|expir/i.test(facts.leaf))
    return ['contract_end', 'due_date'];
  // Between the other steps of an order, being accepted is a step and not the order's own day.
  if (
    first === 'date' &&
    /受理|录单|accepted/i.test(facts.leaf) &&
    ask.named.has('stage_contract_date') &&
    (ask.named.has('stage_proposal_date') || ask.named.has('stage_installed_date'))
  )
    return ['stage_accepted_date', 'date'];
  if (first === 'balance' && /due/i.test(facts.leaf) && ask.named.has('balance')) return ['amount'];
  if (first === 'paid' && meanings.includes('purchased') && role === 'stock') return ['purchased'];
  if (first === 'done_date' && ask.pipeline && /clos|成交/i.test(facts.leaf)) return ['due_date'];
  if (
    first === 'content' &&
    /^(?:item\s*)?description$/i.test(facts.leaf) &&
    (role === 'stock' || role === 'orders')
  )
    return ['product', 'content'];
  // Beside a commission, a bare rate is the commission's.
  if (
    role === 'commission' &&
    /^(?:rate|比例|比率)$/i.test(facts.leaf.trim()) &&
    ask.named.has('commission') &&
    !ask.named.has('commission_rate')
  )
    return ['commission_rate'];
  if (first === 'product' && meanings.includes('category'))
    return ask.named.has('product') ? ['category'] : meanings;
  if (first === 'stage_installed_date' && role === 'customers' && JOINED.test(facts.leaf)) return ['none'];
  if (
    first === 'status' &&
    /进度|progress/i.test(facts.leaf) &&
    facts.profile.percent >= 0.5 &&
    (role === 'targets' || ask.named.has('target'))
  )
    return ['rate'];
  if (first === 'none' && meanings.length > 1) return ['none'];
  if (key === 'status' && role === 'customers') return ['status', 'class'];
  if (first === 'amount' && meanings.includes('revenue') && (role === 'revenue' || role === 'commission'))
    return ['revenue', 'amount'];
  if (role === 'subscribers' && key === '用户数') return ['subscribers_close'];
  return meanings;
}

/** A small push for fields that belong to the role. */
function roleBonus(field: Field, role: Role): number {
  if (
    role === 'stock' &&
    (field === 'opening_stock' || field === 'purchased' || field === 'sold' || field === 'closing_stock')
  )
    return 0.03;
  return 0;
}

/** Fields for columns without a name, from their values and what the table lacks. */
function contentCandidates(facts: ColumnFacts, index: number, headless: boolean): Candidate[] {
  const { profile } = facts;
  if (profile.filled < 2) return [];
  const found: Candidate[] = [];
  const give = (field: Field, score: number): void => {
    found.push({ index, field, score, by: 'content' });
  };
  if (profile.date >= 0.8) give('date', 0.72);
  else if (profile.phone >= 0.7) give('phone', 0.75);
  else if (profile.company >= 0.6 && profile.number < 0.2) give('customer', 0.7);
  else if (profile.personName >= 0.8 && profile.distinct < 0.7 && profile.filled >= 4) give('person', 0.66);
  else if (headless && profile.rising && profile.integer > 0.95 && profile.median < 100_000 && index === 0)
    give('sequence', 0.66);
  else if (headless && profile.code >= 0.9 && profile.distinct > 0.9) give('order_id', 0.6);
  else if (headless && profile.money >= 0.5 && profile.number >= 0.8) give('amount', 0.62);
  return found;
}

/** Fields that only one of several similar columns can have, and which of the similar wordings is the fullest. */
const PREFERENCE: readonly (readonly [Field, readonly RegExp[]])[] = [
  ['region', [/片区|网格|区域|region|area|territory/i, /地区|大区|辖区/i, /市|city/i, /省|province|state/i]],
  [
    'product',
    [
      /产品名称|商品名称|业务名称|产品|商品|业务|product|item|套餐/i,
      /品名|规格|名称|课程|^description$/i,
      /型号|规格|品牌/i,
    ],
  ],
  [
    'date',
    [
      /走访|拜访|访问|下单|订单日期|订单创建|销售日期|业务日期|受理|办理|visit|order|sale|transaction/i,
      /^日期$|^时间$|^date$/i,
    ],
  ],
  ['amount', [/合同金额|订单金额|^金额|销售额|销售金额|总金额|成交|amount|sales/i, /合计|总额|total/i]],
  ['person', [/客户经理|走访人|拜访人|业务员|销售|rep|manager/i]],
  ['pay', [/应发/]],
  ['customer', [/客户名称|客户全称|单位名称|客户|customer|client/i]],
  ['phone', [/手机|mobile/i]],
  ['category', [/大类|^类别|category/i]],
];

function preference(field: Field, header: string): number {
  const patterns = PREFERENCE.find(([named]) => named === field)?.[1];
  if (!patterns) return 0;
  const at = patterns.findIndex((pattern) => pattern.test(header));
  return at < 0 ? -0.02 : 0.04 - at * 0.012;
}

/** Gives every column at most one field and every field at most one column, the surest first. */
export function assignFields(
  columns: readonly ColumnFacts[],
  role: Role,
  headless: boolean,
  names: string,
  chosen: TableChoices['fields'],
): FieldDecision[] {
  const decisions: FieldDecision[] = columns.map(() => ({ field: null, confidence: 0, chosenBy: 'nobody' }));
  const taken = new Set<Field>();
  const open = new Set(columns.keys());
  columns.forEach((facts, index) => {
    const key = facts.header === '' ? facts.letter : facts.header;
    if (!chosen || !Object.hasOwn(chosen, key)) return;
    const choice = chosen[key] ?? null;
    decisions[index] = { field: choice, confidence: 1, chosenBy: 'person' };
    if (choice) taken.add(choice);
    open.delete(index);
  });
  const ask: RoleQuestions = {
    named: new Set(columns.flatMap((facts) => certainField(facts))),
    pipeline: columns.some(({ leaf }) => /probab|opportunit|likelihood|赢单|成交概率|签约概率/i.test(leaf)),
    aboutCustomers:
      /会员|會員|客户|客戶|商户|零售户|customer|client|member/i.test(names) &&
      !/经理|經理|提成|业绩|業績|考勤/.test(names),
  };
  const candidates: Candidate[] = [];
  for (const index of open) {
    const facts = columns[index];
    if (!facts || facts.period !== null || facts.total) continue;
    const worded = wordCandidates(facts, index, role, ask);
    const all = facts.header === '' ? contentCandidates(facts, index, headless) : worded;
    for (const candidate of all) {
      candidates.push({ ...candidate, score: candidate.score + preference(candidate.field, facts.leaf) });
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.index - b.index);
  for (const { index, field, score, by } of candidates) {
    const before = decisions[index];
    if (!open.has(index) || !before || score < threshold(field, taken)) continue;
    if (taken.has(field)) {
      if (before.contested === undefined) decisions[index] = { ...before, contested: field };
      continue;
    }
    decisions[index] = { field, confidence: Math.min(0.99, score), chosenBy: by };
    taken.add(field);
    open.delete(index);
  }
  onlyDate(columns, decisions, taken);
  return decisions;
}

/** The one column of days that is left is the date of a table that has none by name. */
function onlyDate(
  columns: readonly ColumnFacts[],
  decisions: FieldDecision[],
  taken: ReadonlySet<Field>,
): void {
  if (taken.has('date') || taken.has('month')) return;
  const left = columns.flatMap((facts, index) => {
    const known =
      JOINED.test(facts.leaf) || (facts.words?.meanings[0] === 'none' && facts.words.confidence >= 0.7);
    const free = decisions[index]?.field === null && decisions[index]?.chosenBy !== 'person';
    return free &&
      !known &&
      facts.period === null &&
      facts.profile.date >= 0.8 &&
      /日期|时间|date|time|日$/i.test(facts.leaf)
      ? [index]
      : [];
  });
  const [index] = left;
  if (left.length === 1 && index !== undefined)
    decisions[index] = { field: 'date', confidence: 0.6, chosenBy: 'context' };
}

/** A vague "…日期" may be the date of a table that has no better one. */
function threshold(field: Field, taken: ReadonlySet<Field>): number {
  return field === 'date' && !taken.has('date') ? 0.44 : THRESHOLD;
}

function certainField(facts: ColumnFacts): Field[] {
  const { words } = facts;
  if (!words || words.confidence < 0.8 || words.meanings.length !== 1) return [];
  const [meaning] = words.meanings;
  return meaning === undefined || meaning === 'none' ? [] : [meaning];
}
