const tiers = '两列或三列的区域，不含表头：起点、比例、底薪（可无），按起点从小到大。';
const mode = '"whole"（全额累进）或 "marginal"（超额累进）；不作默认。';

/** What Excel shows while a formula about pay is typed. */
export const payDescriptions = {
  COMMISSION: {
    description: '按收入分档计算一个月的薪酬：所达档位的底薪加提成，精确到分。',
    parameters: {
      revenue: '一个人一个月的收入（元）：单个数值或区域（结果溢出）。空白按 0。',
      tiers,
      mode,
    },
  },
  TIERWORKING: {
    description: '逐档列出提成怎么算出来的：档位、该档收入、比例、提成（及底薪）。',
    parameters: { revenue: '一个人一个月的收入（元）：单个数值。', tiers, mode },
  },
  NEXTTIER: {
    description: '距下一档还差多少：下一档起点、还差的收入、跳档后多得的薪酬。',
    parameters: { revenue: '一个人一个月的收入（元）：单个数值，或一列（每行各得一行）。', tiers, mode },
  },
  RUNNINGPAY: {
    description: '各笔业务依次计入同一累计数，每笔使累计提成增加多少。',
    parameters: { sales: '各笔业务金额（元），按计入顺序：一列或一行。', tiers, mode },
  },
  QUOTAPAY: {
    description: '按指标完成率分档计薪：档位按指标的百分比起算，超额部分可用加速比例。',
    parameters: {
      revenue: '一个人一个月的收入（元）：单个数值或区域（结果溢出）。空白按 0。',
      quota: '本人指标（元）：单个数值，或形状相同的区域。',
      tiers: '两列或三列，不含表头：完成率起点（1 或 "100%"）、比例、底薪（可无），从小到大。',
      mode,
    },
  },
  SPLITCREDIT: {
    description: '按合计 100% 的比例在几个人之间拆分金额；尾差的分归比例最大的人。',
    parameters: {
      amount: '要拆分的金额（元）：一笔业务的收入或提成。',
      shares: '各人比例：小数或百分比的区域，合计 100%。空白为不参与。',
    },
  },
  PRORATE: {
    description: '按在岗天数折算月度金额：金额 × 在岗天数 ÷ 全月天数。',
    parameters: {
      amount: '整月的金额（元），如底薪：单个数值或区域（结果溢出）。',
      active_days: '在岗天数：日历日，或 NETWORKDAYS 得出的工作日。',
      total_days: '全月天数，与在岗天数同一口径。',
    },
  },
  DRAWBALANCE: {
    description: '预支或保底逐月怎么发：每月实发，以及月末还欠多少。',
    parameters: {
      earned: '各月挣得的提成（元），从早到晚：一列或一行。',
      draw: '每月预支或保底的金额（元）。',
      recovery: '"recoverable"（可追回）或 "not-recoverable"（不追回）；不作默认。',
      opening: '期初已欠的金额（元）：省略为 0。',
    },
  },
  OVERRIDE: {
    description: '组长的管理提成：完成目标后，按收入的一定比例计提。',
    parameters: {
      revenue: '计提的收入（元）：团队的或本人的。单个数值或区域。',
      rate: '比例：0.01 或 "1%"。',
      target: '要完成的目标（元）。省略则无条件计提。',
      measured: '与目标对照的收入，若与计提的收入不同。',
    },
  },
  CLAWBACK: {
    description: '退款按比例追回原业务已得的提成，结果为负数。',
    parameters: {
      commission: '原业务已得的提成（元）：单个数值或区域（结果溢出）。',
      sale: '原业务的金额（元）。',
      refund: '退款金额（元），带不带负号都可以。',
    },
  },
};
