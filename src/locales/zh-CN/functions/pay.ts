import type { payErrors as en } from '../../en/functions/pay';

export const payErrors: typeof en = {
  'quota-missing': () => '指标为空、为零或为负。请填写指标。',
  'shares-not-whole': (d) => `shares（比例）合计 ${d.total}，不是 1。请填合计 100% 的比例。`,
  'share-negative': (d) => `shares（比例）第 ${d.position} 格为负。请填 0 或以上。`,
  'days-zero': () => 'total_days（全月天数）为空或为 0。请填写整月的天数。',
  'days-exceeded': (d) =>
    `active_days（在岗天数）是 ${d.active}，多于全月的 ${d.total} 天。两者要按同一口径计。`,
  'clawback-sale': (d) => `sale（原销售额）是 ${d.sale}。请填写被退的那笔销售的金额，须大于 0。`,
  'clawback-refund': (d) => `refund（退款）是 ${d.refund}，多于原销售额 ${d.sale}。请核对。`,
};
