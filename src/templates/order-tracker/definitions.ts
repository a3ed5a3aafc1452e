import type { RuleDefinition, RuleSetting, SettingsDefinition } from '../rules';
import { PAPER_CHOICES, STAGE_CHOICES, UNIT_CHOICES } from './words';

/** The tables of rules that an order is measured by. */

/** By the stage that an order has reached: what comes next, who does it, and until when. */
export const stepRules: RuleDefinition = {
  id: 'order-steps',
  columns: [
    {
      id: 'stage',
      headers: { en: ['Stage reached', 'Stage'], 'zh-CN': ['当前环节', '已到环节', '环节'] },
      kind: 'choice',
      choices: STAGE_CHOICES,
      required: true,
    },
    {
      id: 'next',
      headers: { en: ['What comes next', 'Next action'], 'zh-CN': ['下一步', '下一步动作'] },
      kind: 'text',
      required: false,
    },
    {
      id: 'who',
      headers: { en: ['By whom', 'Responsible'], 'zh-CN': ['由谁办', '责任人', '责任岗位'] },
      kind: 'text',
      required: false,
    },
    {
      id: 'from',
      headers: { en: ['Counted from', 'From'], 'zh-CN': ['从何时起', '起算环节'] },
      kind: 'choice',
      choices: STAGE_CHOICES,
      required: true,
    },
    {
      id: 'limit',
      headers: { en: ['Within', 'Time allowed'], 'zh-CN': ['时限', '期限'] },
      kind: 'number',
      required: false,
    },
    {
      id: 'unit',
      headers: { en: ['Counted in', 'Unit'], 'zh-CN': ['时限单位', '单位'] },
      kind: 'choice',
      choices: UNIT_CHOICES,
      required: true,
    },
  ],
};

/** What is due when, by the time of day at which it began. */
export const cutOffRules: RuleDefinition = {
  id: 'cut-offs',
  columns: [
    {
      id: 'from',
      headers: { en: ['Visited from', 'From time'], 'zh-CN': ['拜访时刻起', '起始时刻'] },
      kind: 'time',
      required: true,
    },
    {
      id: 'days',
      headers: { en: ['Days later'], 'zh-CN': ['几天后', '天数'] },
      kind: 'number',
      required: true,
    },
    {
      id: 'unit',
      headers: { en: ['Days are', 'Kind of days'], 'zh-CN': ['按何种日', '日的算法'] },
      kind: 'choice',
      choices: UNIT_CHOICES.filter(({ value }) => value === 'days' || value === 'working-days'),
      required: true,
    },
    {
      id: 'time',
      headers: { en: ['Due at', 'By time'], 'zh-CN': ['几点之前', '截止时刻'] },
      kind: 'time',
      required: false,
    },
  ],
};

/** What the statuses that the orders' own sheet uses mean for the stage. */
export const statusRules: RuleDefinition = {
  id: 'order-statuses',
  columns: [
    {
      id: 'status',
      headers: { en: ['Status on the sheet', 'Status text'], 'zh-CN': ['原表状态', '状态写法'] },
      kind: 'text',
      required: true,
    },
    {
      id: 'means',
      headers: { en: ['Means the stage', 'Means'], 'zh-CN': ['即环节', '对应环节'] },
      kind: 'choice',
      choices: [
        ...STAGE_CHOICES,
        { value: 'closed', words: { en: ['Closed', 'Cancelled'], 'zh-CN': ['已结束', '结束'] } },
        { value: 'nothing', words: { en: ['Nothing', '—'], 'zh-CN': ['不作数', '不影响'] } },
      ],
      required: true,
    },
  ],
};

export const paperRules: RuleDefinition = {
  id: 'order-papers',
  columns: [
    {
      id: 'paper',
      headers: { en: ['Paper', 'Document'], 'zh-CN': ['受理资料', '资料名称'] },
      kind: 'choice',
      choices: PAPER_CHOICES,
      required: true,
    },
    {
      id: 'needed',
      headers: { en: ['Needed', 'Required'], 'zh-CN': ['是否必需', '必需'] },
      kind: 'yesno',
      required: true,
    },
  ],
};

const setting = (
  id: string,
  kind: RuleSetting['kind'],
  labels: readonly [en: string, zh: string],
  explanation: readonly [en: string, zh: string],
  more: Partial<Pick<RuleSetting, 'choices' | 'blank' | 'format'>> = {},
): RuleSetting => ({
  id,
  kind,
  labels: { en: [labels[0]], 'zh-CN': [labels[1]] },
  explanation: { en: explanation[0], 'zh-CN': explanation[1] },
  blank: false,
  ...more,
});

const choice = (value: string, en: string, zh: string) =>
  ({ value, words: { en: [en], 'zh-CN': [zh] } }) as const;

/** What the source leaves open, one term a row. */
export const orderSettings: SettingsDefinition = {
  id: 'order-settings',
  settings: [
    setting(
      'time-unknown',
      'time',
      ['Time of a visit without one', '未记时刻的拜访'],
      [
        'A visit of which only the day is kept counts as made at this time. 14:00 gives until the next day.',
        '只记了日期的拜访按此时刻起算。填 14:00 即给到次日。',
      ],
    ),
    setting(
      'first-visit',
      'number',
      ['First visit after installation (days)', '竣工后首次拜访（天）'],
      [
        'After the call on the day itself; monthly visits follow. Blank: none.',
        '竣工当天联系之后，几天内上门；之后每月一次。留空即不要求。',
      ],
      { blank: true },
    ),
    setting(
      'care-days',
      'number',
      ['Cared for after installation (days)', '竣工后跟踪几天'],
      [
        'After that an order is done. The rule says monthly visits without an end. Blank: for ever.',
        '过后该单即算完成。制度写每月回访一次，未写到何时为止。留空即一直跟踪。',
      ],
      { blank: true },
    ),
    setting(
      'soon',
      'number',
      ['Called due days ahead', '提前几天算到期'],
      ['0: a step is due on its day only.', '填 0 即当天才算到期。'],
    ),
    setting(
      'warning',
      'number',
      ['Warning after days late', '超期几天警告'],
      [
        'The rule says: over three days late, a warning. Blank: never.',
        '制度写“超出预定期限三天，处以警告”。留空即不警告。',
      ],
      { blank: true },
    ),
    setting(
      'fine',
      'number',
      ['Fine after days late', '超期几天罚款'],
      [
        'The rule says “too long” without a number. Blank: nobody is fined.',
        '制度只写“超出时间过长”，未写天数。留空即不罚。',
      ],
      { blank: true },
    ),
    setting(
      'boundary',
      'choice',
      ['Those days are', '天数如何算到'],
      [
        'Passed: three days late is no warning yet, four are. Reached: three are enough.',
        '“超过”：超 3 天不警告，超 4 天才警告；“达到”：满 3 天即警告。',
      ],
      { choices: [choice('passed', 'Passed', '超过'), choice('reached', 'Reached', '达到')] },
    ),
    setting(
      'fine-rate',
      'percent',
      ['Fine as a share of the contract', '罚款占合同金额'],
      [
        'The rule says “by the contract’s value” without a rate. Blank: no amount is worked out.',
        '制度只写“视合同金额”，未写比例。留空即不计算金额。',
      ],
      { blank: true },
    ),
    setting(
      'late-in',
      'choice',
      ['Days late are', '超期天数按'],
      ['How delay is counted.', '超期天数的算法。'],
      { choices: UNIT_CHOICES.filter(({ value }) => value === 'days' || value === 'working-days') },
    ),
    setting(
      'promise',
      'choice',
      ['A date promised to the customer', '对客户承诺的日期'],
      [
        'Between contract and installation: the earlier of promise and rule, the promise instead of the rule, or ignored.',
        '合同至竣工之间：取承诺与规则中较早的，以承诺代替规则，或不看承诺。',
      ],
      {
        choices: [
          choice('earlier', 'Earlier of the two', '取较早的'),
          choice('replaces', 'Replaces the rule', '代替规则'),
          choice('ignored', 'Ignored', '不看'),
        ],
      },
    ),
    setting(
      'papers-blank',
      'choice',
      ['No papers noted', '资料一项未登记'],
      [
        'Unknown: shown as not noted, blocks nothing. Missing: all are missing, and acceptance is blocked.',
        '“不详”：显示未登记，不卡受理；“视为缺”：按全部缺少处理，卡住受理。',
      ],
      { choices: [choice('unknown', 'Unknown', '不详'), choice('missing', 'Missing', '视为缺')] },
    ),
  ],
};
