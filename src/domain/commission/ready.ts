import type { PayPlan, PlanTier, PlanVersion, RoleTerms } from './types';

/** Pay plans to begin with. What their rules do not say is open, so that nothing is assumed. */

export const READY_PLANS = ['team-tiers', 'flat', 'marginal-tiers', 'quota-accelerator'] as const;
export type ReadyPlanId = (typeof READY_PLANS)[number];

/** What the roles are called in the person's language. */
export interface RoleNames {
  readonly sales: string;
  readonly leader: string;
  readonly technician: string;
}

/** A role that says nothing yet. */
export function blankTerms(role: string): RoleTerms {
  return {
    role,
    basis: null,
    tiers: [],
    measure: 'revenue',
    method: null,
    boundary: null,
    credit: null,
    accelerators: [],
    roleBase: null,
    quota: null,
    override: null,
    cap: null,
    guarantee: null,
    draw: null,
    probation: null,
    streaks: [],
  };
}

/** A version without end that says nothing of what is open. */
export function blankVersion(name: string, roles: readonly RoleTerms[]): PlanVersion {
  return {
    name,
    from: null,
    to: null,
    event: null,
    tax: null,
    vatRate: null,
    clawback: null,
    rounding: null,
    proration: null,
    quotaProration: null,
    roles,
    spiffs: [],
  };
}

function tiersOf(...rows: readonly (readonly [from: number, rate: number, base?: number])[]): PlanTier[] {
  return rows.map(([from, rate, base = 0], index) => ({
    from,
    to: rows[index + 1]?.[0] ?? null,
    rate,
    base,
  }));
}

/**
 * Base pay and rate by the month's revenue in four tiers; three months of probation; a leader's base, target and 1%;
 * technicians with base and 1%; promotion, demotion and leaving after three months. As published for a government and
 * enterprise sales department, with everything open that the publication leaves open.
 */
function teamTiers({ sales, leader, technician }: RoleNames): readonly RoleTerms[] {
  const tiers = tiersOf([0, 0.1, 2500], [20_000, 0.15, 2500], [40_000, 0.2, 3000], [60_000, 0.25, 4000]);
  const seller = {
    ...blankTerms(sales),
    basis: 'own',
    tiers,
    boundary: 'inclusive',
    credit: 'month',
  } as const;
  return [
    {
      ...seller,
      quota: { amount: 20_000, on: 'own' },
      probation: {
        months: 3,
        base: 2500,
        missedBase: null,
        targets: [
          { fromMonth: 1, toMonth: 1, amount: 5000 },
          { fromMonth: 2, toMonth: 3, amount: 10_000 },
        ],
        counting: null,
        commission: null,
      },
      streaks: [
        { when: 'met', months: 3, outcome: 'promotion', to: leader },
        { when: 'missed', months: 3, outcome: 'leave', to: null },
      ],
    },
    {
      ...seller,
      role: leader,
      roleBase: { amount: 3000, with: null },
      quota: { amount: 150_000, on: null },
      override: { rate: 0.01, on: null, needsQuota: true },
      streaks: [{ when: 'missed', months: 3, outcome: 'demotion', to: sales }],
    },
    {
      ...blankTerms(technician),
      tiers: tiersOf([0, 0.01]),
      roleBase: { amount: null, with: 'adds' },
    },
  ];
}

function flat({ sales }: RoleNames): readonly RoleTerms[] {
  return [{ ...blankTerms(sales), basis: 'own', tiers: tiersOf([0, 0.05]) }];
}

function marginalTiers({ sales }: RoleNames): readonly RoleTerms[] {
  return [
    {
      ...blankTerms(sales),
      basis: 'own',
      tiers: tiersOf([0, 0.05], [10_000, 0.07], [25_000, 0.1]),
      method: 'marginal',
      credit: 'month',
    },
  ];
}

/** 5% up to the quota, 8% of what is past it, 10% of what is past one and a half times the quota. */
function quotaAccelerator({ sales }: RoleNames): readonly RoleTerms[] {
  return [
    {
      ...blankTerms(sales),
      basis: 'own',
      tiers: tiersOf([0, 0.05]),
      credit: 'month',
      quota: { amount: 50_000, on: 'own' },
      accelerators: [
        { past: 1, effect: 'instead', rate: 0.08 },
        { past: 1.5, effect: 'instead', rate: 0.1 },
      ],
    },
  ];
}

const ROLES: Readonly<Record<ReadyPlanId, (names: RoleNames) => readonly RoleTerms[]>> = {
  'team-tiers': teamTiers,
  flat,
  'marginal-tiers': marginalTiers,
  'quota-accelerator': quotaAccelerator,
};

/** A ready plan of one version without end; people whom the team list does not name sell. */
export function readyPlan(id: ReadyPlanId, name: string, names: RoleNames): PayPlan {
  return {
    name,
    versions: [blankVersion(name, ROLES[id](names))],
    exceptions: [],
    unlistedRole: names.sales,
  };
}
