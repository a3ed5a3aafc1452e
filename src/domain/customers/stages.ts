/** 分期: where a customer stands in his life as one, by when and how much he bought. */
export const STAGES = ['new', 'growing', 'steady', 'declining', 'dormant'] as const;
export type Stage = (typeof STAGES)[number];

export interface StageRules {
  /** New: the first order at most so many days ago. */
  readonly newDays: number;
  /** Dormant: no order for more than so many days. */
  readonly dormantDays: number;
  /** Growing from this change on, declining from minus this change on: the last three months against the three before. */
  readonly change: number;
}

export const STAGE_RULES: StageRules = { newDays: 90, dormantDays: 180, change: 0.2 };

export interface CustomerLife {
  readonly daysSinceFirst: number;
  readonly daysSinceLast: number;
  readonly recent: number;
  readonly previous: number;
}

/** In this order: dormant, new, growing, declining, steady. From nothing to something is growing. */
export function stageOf(life: CustomerLife, rules: StageRules = STAGE_RULES): Stage {
  if (life.daysSinceLast > rules.dormantDays) return 'dormant';
  if (life.daysSinceFirst <= rules.newDays) return 'new';
  if (life.previous <= 0) return life.recent > 0 ? 'growing' : 'steady';
  // The product, not the quotient, and in whole 分: 120 against 100 is exactly 20%.
  const change = Math.round((life.recent - life.previous) * 1e6) / 1e6;
  const threshold = Math.round(life.previous * rules.change * 1e6) / 1e6;
  if (change >= threshold) return 'growing';
  return change <= -threshold ? 'declining' : 'steady';
}
