import type { Cents } from '../money';

export interface TripBudget {
  /** Planned cost of each day. */
  readonly days: readonly Cents[];
  readonly reserve: Cents;
  readonly requested: Cents;
}

export interface TripCheck {
  readonly planned: Cents;
  /** Planned and reserve. */
  readonly total: Cents;
  /** Requested beyond the total; negative when too little was requested. Anything but 0 needs a word. */
  readonly gap: Cents;
}

/** @example checkTrip({ days: [30000, 20000], reserve: 10000, requested: 65000 }) //=> { planned: 50000, total: 60000, gap: 5000 } */
export function checkTrip({ days, reserve, requested }: TripBudget): TripCheck {
  const planned = days.reduce((sum, day) => sum + day, 0);
  const total = planned + reserve;
  return { planned, total, gap: requested - total };
}
