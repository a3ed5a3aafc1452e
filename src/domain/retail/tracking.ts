/** 日跟踪表: what about a retailer's order this week wants a look. */
export interface TrackingRules {
  /** 异动: the order changed by at least this part of the mean of the weeks before. */
  readonly change: number;
  /** 余额不足: the balance covers less than this part of a mean order. */
  readonly cover: number;
}

export const TRACKING_RULES: TrackingRules = { change: 0.3, cover: 1 };

export interface WeekOrders {
  readonly current: number;
  /** Mean of the weeks before; null where there are none. */
  readonly usual: number | null;
  readonly usualAmount: number | null;
  /** What stands ready to pay with; null where it is not known. */
  readonly balance: number | null;
}

export type Flag = 'not-ordered' | 'up' | 'down' | 'short-balance';

export function flagsOf(orders: WeekOrders, rules: TrackingRules = TRACKING_RULES): Flag[] {
  const { current, usual, usualAmount, balance } = orders;
  const flags: Flag[] = [];
  if (current <= 0) flags.push('not-ordered');
  else if (usual !== null && usual > 0) {
    const change = round(current - usual);
    const limit = round(usual * rules.change);
    if (change >= limit) flags.push('up');
    else if (change <= -limit) flags.push('down');
  }
  if (balance !== null && usualAmount !== null && balance < round(usualAmount * rules.cover)) {
    flags.push('short-balance');
  }
  return flags;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
