import type { visitErrors as en } from '../../en/functions/visits';

export const visitErrors: typeof en = {
  'cadence-times': (d) => `rules：走访次数 ${d.times} 无法执行。请填 1 以上的整数。`,
  'cadence-gap': (d) => `rules：间隔天数 ${d.gap} 无法执行。请填 1 以上的整数，或留空。`,
  'cadence-no-class': (d) => `rules 里没有级别“${d.name}”，也没有“其他”一行。请补上。`,
};
