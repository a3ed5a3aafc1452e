import type { Level } from '../../domain/orders/levels';
import { UNITS, type Unit } from '../../domain/orders/deadlines';
import { PAPERS, type Paper } from '../../domain/orders/papers';
import { STAGES, type Stage } from '../../domain/orders/stages';
import type { RuleChoice } from '../rules';

/** What stages, papers, units and levels are called; the first words are written, all are read. */
type Words<Name extends string> = Readonly<Record<Name, RuleChoice['words']>>;

export const STAGE_WORDS: Words<Stage> = {
  lead: { en: ['Lead'], 'zh-CN': ['信息', '线索', '商机'] },
  appointment: { en: ['Appointment'], 'zh-CN': ['预约'] },
  visit: { en: ['Visit'], 'zh-CN': ['拜访', '走访', '上门'] },
  proposal: { en: ['Proposal'], 'zh-CN': ['方案', '报价'] },
  chase: { en: ['Follow-up', 'Chase'], 'zh-CN': ['跟踪', '跟进'] },
  revise: { en: ['Revision', 'Revised'], 'zh-CN': ['修改', '改方案'] },
  approval: { en: ['Approval'], 'zh-CN': ['审批', '优惠审批'] },
  contract: { en: ['Contract', 'Signed'], 'zh-CN': ['合同', '签约'] },
  number: { en: ['Contract No.', 'Contract number'], 'zh-CN': ['编号', '合同编号'] },
  accepted: { en: ['Accepted'], 'zh-CN': ['受理'] },
  installed: { en: ['Installed'], 'zh-CN': ['竣工', '开通'] },
  aftercare: { en: ['After-care', 'Aftercare'], 'zh-CN': ['回访'] },
};

export const PAPER_WORDS: Words<Paper> = {
  contract: { en: ['Contract'], 'zh-CN': ['合同书', '合同'] },
  'ip-commitment': { en: ['IP commitment'], 'zh-CN': ['IP网络责任书', 'IP承诺书', '网络责任承诺书'] },
  'discount-approval': { en: ['Discount approval'], 'zh-CN': ['优惠申请单', '优惠审批单'] },
  'proof-of-payment': { en: ['Proof of payment'], 'zh-CN': ['付款凭证', '客户付款凭证'] },
  'registration-form': { en: ['Registration form'], 'zh-CN': ['业务登记表', '登记表'] },
  'business-licence': { en: ['Business licence'], 'zh-CN': ['营业执照', '企业营业执照'] },
};

export const UNIT_WORDS: Words<Unit> = {
  'cut-off': { en: ['By time of day'], 'zh-CN': ['按时刻'] },
  hours: { en: ['Hours'], 'zh-CN': ['小时'] },
  'working-hours': { en: ['Working hours'], 'zh-CN': ['工作小时'] },
  days: { en: ['Calendar days', 'Days'], 'zh-CN': ['自然日', '天', '日'] },
  'working-days': { en: ['Working days'], 'zh-CN': ['工作日'] },
  months: { en: ['Months'], 'zh-CN': ['个月', '月'] },
};

export const LEVEL_WORDS: Words<Level> = {
  closed: { en: ['Closed'], 'zh-CN': ['已结束'] },
  done: { en: ['Done'], 'zh-CN': ['已完成'] },
  'no-limit': { en: ['No deadline'], 'zh-CN': ['不限时'] },
  undated: { en: ['Date missing'], 'zh-CN': ['缺日期'] },
  'on-time': { en: ['On time'], 'zh-CN': ['按期'] },
  due: { en: ['Due'], 'zh-CN': ['到期'] },
  late: { en: ['Late'], 'zh-CN': ['超期'] },
  warning: { en: ['Warning'], 'zh-CN': ['警告'] },
  fine: { en: ['Fine'], 'zh-CN': ['罚款'] },
};

export function choices<Name extends string>(names: readonly Name[], words: Words<Name>): RuleChoice[] {
  return names.map((value) => ({ value, words: words[value] }));
}

export const STAGE_CHOICES = choices(STAGES, STAGE_WORDS);
export const PAPER_CHOICES = choices(PAPERS, PAPER_WORDS);
export const UNIT_CHOICES = choices(UNITS, UNIT_WORDS);
