import type { growthErrors as enErrors, growthWords as enWords } from '../../en/functions/growth';

export const growthErrors: typeof enErrors = {
  'series-too-short': () => 'values 不足两期。请选择至少两期的数据。',
  'no-base': () => '比较的基数为零或负，不可比。',
  'no-whole': (d) => `${d.argument} 的合计为零或负，无法计算占比。`,
  'no-target': () => '目标为空、为零或为负。请填写目标。',
  'periods-passed': (d) => `done 为 ${d.done}，超过了总期数 ${d.periods}。请核对。`,
  'split-weight-negative': (d) => `weights 第 ${d.position} 格：权重为负。权重须为 0 或以上。`,
  'split-weights-zero': () => 'weights 全为空或 0。请至少给一个权重。',
  'split-target-finer': (d) =>
    `target ${d.target} 的小数超过 ${d.decimals} 位，分解到 ${d.decimals} 位小数无法恰好相加。请先取整，或增加小数位数。`,
};

export const growthWords: typeof enWords = {
  audit: {
    methods: {
      total: '累计增长',
      arithmetic: '总增长÷间隔数',
      compound: '复合增长',
      mean: '各期环比平均',
      'arithmetic-by-count': '总增长÷期数（多除一期）',
      'compound-by-count': '复合增长（多开一期）',
    },
    verdicts: { exact: '相符', rounding: '取整前可相符', off: '不符' },
  },
  summary: {
    previous: {
      up: (rate) => `环比增长${rate}`,
      down: (rate) => `环比下降${rate}`,
      flat: '环比持平',
      none: '上期无可比基数',
    },
    year: {
      up: (rate) => `同比增长${rate}`,
      down: (rate) => `同比下降${rate}`,
      flat: '同比持平',
      none: '去年同期无可比基数',
    },
    target: (rate) => `完成目标的${rate}`,
    noTarget: '无可比目标',
    sentence: (label, figure, clauses) => `${[label + figure, ...clauses].join('，')}。`,
  },
};
