/** What the field's texts leave open, or say in two ways, is a cell that people see and change, never a silent choice. */
import type { PlanCell } from '../../src/plan/types';
import { templateById } from '../../src/templates';
import type { BuildRequest } from '../../src/templates/types';
import { freeNames } from './readings';

function blankPlan(id: string) {
  const template = templateById(id);
  const request: BuildRequest = {
    book: { sheets: [] },
    rules: { name: '', date1904: false, sheets: [] },
    source: null,
    companions: {},
    asOf: null,
    locale: 'zh-CN',
    names: freeNames,
    options: Object.fromEntries(template.options.map((option) => [option.id, option.initial])),
  };
  return template.build(request);
}

/** Rows of the tables of rules by what stands first in them: the cells after it, without mark and helpers. */
function fieldsOf(id: string): Map<PlanCell, readonly PlanCell[]> {
  const sheets = blankPlan(id).sheets.filter(({ role }) => role.startsWith('rules'));
  return new Map(
    sheets.flatMap(({ tables }) =>
      tables.flatMap(({ columns, rows }) =>
        rows.map((row): [PlanCell, readonly PlanCell[]] => [
          row[0] ?? null,
          row.slice(1).filter((_, at) => !/mark|computed/.test(columns[at + 1]?.entry ?? '')),
        ]),
      ),
    ),
  );
}

const time = (hour: number, minute = 0): number => (hour * 60 + minute) / 1440;

test.each<[string, readonly (readonly [PlanCell, ...PlanCell[]])[]]>([
  [
    'visit-diary',
    [
      // 4 customers and more a day: 4 or 5, visits or customers.
      ['每日走访次数', 4],
      ['每月走访次数', 1],
      // In how many days what is owed is to be settled, and visits overlap: not said.
      ['督办时限（天）', 7],
      ['重叠天数', 7],
      // A calendar month, or so many days since the last visit.
      ['其他', 1, '月', null],
      ['示范终端', 2, '周', null],
    ],
  ],
  [
    'visit-plan',
    [
      ['每日走访次数', 4],
      ['其他', 1, '月', null],
      ['每周工作日', '周一至周五'],
    ],
  ],
  [
    'order-tracker',
    [
      // "Within 12 hours", and "in the morning, before close; after 14:00, next day at 11:00".
      ['拜访', '制定并发送方案', null, '拜访', 12, '按时刻'],
      [0, 0, '自然日', null],
      // From 12:00 to 14:00: not stated. The next day, calendar or worked: not stated.
      [time(12), 0, '自然日', null],
      [time(14), 1, '工作日', time(11)],
      ['未记时刻的拜访', time(14)],
      ['方案', '电话回访方案意见', null, '方案', 2, '自然日'],
      ['跟踪', '继续跟踪（停滞的每周一次）', null, '跟踪', 7, '自然日'],
      // The next day.
      ['合同', '催盖章、追合同编号', null, '合同', 1, '工作日'],
      // One week, of calendar or working days.
      ['编号', '交资料受理', null, '合同', 7, '自然日'],
      ['受理', '安装竣工', '工程负责人', '合同', 7, '自然日'],
      ['竣工', '联系客户确认竣工', null, '竣工', 0, '自然日'],
      ['回访', '上门回访（一周后，之后每月）', null, '竣工', 1, '个月'],
      ['竣工后首次拜访（天）', 7],
      ['竣工后跟踪几天', 60],
      ['超期几天警告', 3],
      ['天数如何算到', '超过'],
      ['超期天数按', '自然日'],
      // A fine: neither days nor rate are named.
      ['超期几天罚款', null],
      ['罚款占合同金额', null],
      ['对客户承诺的日期', '取较早的'],
      ['资料一项未登记', '不详'],
      ...['合同书', 'IP网络责任书', '优惠申请单', '付款凭证', '业务登记表', '营业执照'].map(
        (paper) => [paper, '是'] as const,
      ),
      ['上午上班', time(9)],
      ['上午下班', time(12)],
      ['下午上班', time(13, 30)],
      ['下午下班', time(17, 30)],
    ],
  ],
  [
    'fault-log',
    [
      ['联系工程（分钟内）', 10],
      ['响应（分钟内）', 30],
      // The rules say two hours, the sales script four.
      ['解决（分钟内）', 120],
      ['计时方式', '全天'],
    ],
  ],
  [
    'receivables',
    [
      [0, '0–30天', '电话提醒'],
      [31, '31–60天', '书面催款'],
      [61, '61–90天', '主管陪同上门'],
      [91, '90天以上', '停机、法务'],
    ],
  ],
])('%s', (id, fields) => {
  const found = fieldsOf(id);
  const shown = fields.map(([label, ...values]) => [
    label,
    ...(found.get(label) ?? []).slice(0, values.length),
  ]);
  expect(shown).toEqual(fields);
});

test('the four hours that sales promises can be chosen before the build', () => {
  const { options } = templateById('fault-log');
  expect(options.find(({ id }) => id === 'solve-within')?.values).toEqual(['120', '240']);
});
