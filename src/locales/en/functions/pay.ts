/** Said by the functions about quotas, splits, days and refunds. */
export const payErrors = {
  'quota-missing': () => 'The quota is blank, zero or negative. Fill in the quota.',
  'shares-not-whole': (d: { total: number }) =>
    `shares make ${d.total}, not 1. Give fractions or percentages that make 100%.`,
  'share-negative': (d: { position: number }) =>
    `shares, cell ${d.position}: the share is negative. Give 0 or more.`,
  'days-zero': () => 'total_days is blank or 0. Give the days of the whole month.',
  'days-exceeded': (d: { active: number; total: number }) =>
    `active_days is ${d.active}, more than the ${d.total} of total_days. Count both in the same way.`,
  'clawback-sale': (d: { sale: number }) =>
    `sale is ${d.sale}. Give the amount of the sale that is taken back, above 0.`,
  'clawback-refund': (d: { refund: number; sale: number }) =>
    `refund is ${d.refund}, more than the sale of ${d.sale}. Check both.`,
};
