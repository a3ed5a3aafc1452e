import type { Meaning } from './rules';

/** What statuses are made of, the longer and the negative ones first: 待竣工 is not yet 竣工. */
const PARTS: readonly (readonly [Meaning, RegExp])[] = [
  ['closed', /取消|作废|退单|退订|撤单|丢单|流失|终止|关闭|战败|cancel|lost|void|withdrawn|terminated/i],
  [
    'accepted',
    /(?:待|未|等待|正在|准备)(?:竣工|开通|装机|安装|施工)|施工|在途|开通中|安装中|装机中|(?:in|under) (?:progress|construction)|installing/i,
  ],
  ['contract', /(?:待|未|等待)(?:受理|录单|编号)|受理中|已签|签约完成|已签订|signed/i],
  ['approval', /(?:待|未|等待)(?:签约|签订|签署)|合同(?:待|未|审)|approved/i],
  ['revise', /审批中|待审批|审核中|报批|under approval|pending approval/i],
  ['aftercare', /已回访|回访完成|cared for/i],
  [
    'installed',
    /竣工|开通|装机完成|已安装|已完成|完成|办结|交付|completed?|installed|delivered|activated|done/i,
  ],
  ['accepted', /受理|accepted/i],
  ['contract', /签约|合同|contract/i],
  ['proposal', /方案|报价|proposal|quot/i],
  ['chase', /跟进|跟踪|洽谈|谈判|follow/i],
  ['visit', /拜访|走访|visit/i],
  ['lead', /线索|商机|意向|新建|lead|new/i],
];

/** What a status most likely means; the table of statuses shows it, to be changed. */
export function meaningProposed(status: string): Meaning {
  return PARTS.find(([, pattern]) => pattern.test(status))?.[0] ?? 'nothing';
}

/** Statuses that are written for people who begin with none. */
export const USUAL_STATUSES = {
  'zh-CN': ['待签约', '已签约', '待受理', '已受理', '施工中', '待竣工', '已竣工', '已取消'],
  en: ['Signed', 'Accepted', 'In progress', 'Installed', 'Cancelled'],
} as const;
