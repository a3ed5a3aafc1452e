/**
 * What a pay plan says. Everything that two plans of the field do differently is a field here; nothing has a default.
 * `Open` fields are null where the plan does not say (yet): `openChoices` lists them, and nothing is computed while one
 * of them matters. Any other null means "there is none".
 *
 * Amounts of a plan are 元 as a cell holds them, rates and shares fractions (0.1 is 10%), days serials of the 1900
 * system. They are read as the decimals that Excel shows, so floats never decide.
 */

/** Null: the plan does not say. */
export type Open<Value> = Value | null;

/** Every choice that a plan can leave open, with its values in the order in which a person is asked. */
export const CHOICES = {
  /** Which event makes a sale count, with its day and amount. 签约 / 开通 / 回款 */
  event: ['signed', 'opened', 'collected'],
  /** The amounts count as they are listed; or VAT at the plan's rate is taken out of them, or added to them. */
  tax: ['as-listed', 'vat-taken-out', 'vat-added'],
  /** 全额累进: all at the rate of the tier reached. 超额累进: each slice at its own tier's rate. */
  method: ['whole', 'marginal'],
  /** Whether revenue of exactly `from` has reached the tier. A tier from 0 always holds at 0. */
  boundary: ['inclusive', 'exclusive'],
  /** What is held against the tiers: a month's revenue, each sale by itself, or a running total of all sales. */
  credit: ['month', 'sale', 'quarter-to-date', 'year-to-date'],
  /** Whose revenue a role's commission is computed from. 'team' is the team with its leader, 'all' everybody. */
  basis: ['own', 'team', 'all'],
  /** Whose revenue is held against the role's quota. 'members' is the team without the person. */
  quotaOn: ['own', 'team', 'members'],
  /** What the override's rate is paid on. */
  overrideOn: ['own', 'team', 'members', 'members-commission'],
  /** How the role's base stands to the base of the tier reached: instead of it, whichever is higher, or on top. */
  roleBaseWith: ['replaces', 'higher', 'adds'],
  /**
   * What is held against a probation target: the month's revenue, all revenue since the probation began, or revenue
   * since the first month that this target is for.
   */
  probationCounting: ['month', 'since-start', 'since-target'],
  /** Whether commission is paid on top of the base during probation. */
  probationCommission: ['paid', 'not-paid'],
  /**
   * What a refund does. 'net': it lowers the revenue of its own month, so that it takes back at the present rate.
   * 'original-rate': the sale's part of the commission of its month is taken back in proportion. 'recompute': the
   * month of the sale is computed again without it and the difference is taken back. 'none': nothing is taken back.
   */
  clawback: ['net', 'original-rate', 'recompute', 'none'],
  /** Half up to the 分, once for a person's month or for each sale. */
  rounding: ['month', 'line'],
  /** For a month in which a person is active for some of its days: base, guarantee and draw by the part of … */
  proration: ['none', 'calendar-days', 'working-days'],
  /** Whether the quota of such a month is prorated too. */
  quotaProration: ['full', 'prorated'],
  /** Whether what a guarantee tops up is owed and taken out of later months. */
  guaranteeRecovery: ['recoverable', 'not-recoverable'],
  /** Whether a draw that is not earned is owed and taken out of later months. */
  drawRecovery: ['recoverable', 'not-recoverable'],
  capOn: ['commission', 'pay'],
  guaranteeOn: ['commission', 'pay'],
} as const;

export type ChoiceId = keyof typeof CHOICES;
export type Choice<Id extends ChoiceId> = (typeof CHOICES)[Id][number];

/** Amounts that a plan can leave open although what it says needs them. */
export type OpenAmount = 'vatRate' | 'roleBase' | 'probationBase' | 'probationMissedBase';

export interface PayPlan {
  readonly name: string;
  /** A business date belongs to the version that holds on it. */
  readonly versions: readonly PlanVersion[];
  /** What holds for one person otherwise than for the role. */
  readonly exceptions: readonly PersonException[];
  /** The role of a person whom the team list does not name; null: such a person is reported and not paid. */
  readonly unlistedRole: string | null;
}

export interface PlanVersion {
  readonly name: string;
  /** First and last day, both included; null is open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly event: Open<Choice<'event'>>;
  readonly tax: Open<Choice<'tax'>>;
  /** Needed unless amounts count as they are listed: 0.06 is 6%. */
  readonly vatRate: Open<number>;
  readonly clawback: Open<Choice<'clawback'>>;
  readonly rounding: Open<Choice<'rounding'>>;
  readonly proration: Open<Choice<'proration'>>;
  readonly quotaProration: Open<Choice<'quotaProration'>>;
  readonly roles: readonly RoleTerms[];
  readonly spiffs: readonly Spiff[];
  /** Where it stands in the plan's sheet: row from 1. */
  readonly row?: number;
}

/** The terms of one role. The key is what the plan and the team list call it: "销售", "组长", "技术". */
export interface RoleTerms {
  readonly role: string;
  readonly basis: Open<Choice<'basis'>>;
  /** None: the role earns no commission by tiers. */
  readonly tiers: readonly PlanTier[];
  /** 'revenue': tiers begin at 元. 'attainment': at a fraction of the quota (1 is 100%). */
  readonly measure: 'revenue' | 'attainment';
  readonly method: Open<Choice<'method'>>;
  readonly boundary: Open<Choice<'boundary'>>;
  readonly credit: Open<Choice<'credit'>>;
  readonly accelerators: readonly Accelerator[];
  readonly roleBase: RoleBase | null;
  readonly quota: Quota | null;
  readonly override: Override | null;
  readonly cap: Cap | null;
  readonly guarantee: Guarantee | null;
  readonly draw: Draw | null;
  readonly probation: Probation | null;
  readonly streaks: readonly Streak[];
  readonly row?: number;
}

export interface PlanTier {
  readonly from: number;
  /** Where it ends as the sheet states it; null where it does not, so that the next tier's `from` ends it. */
  readonly to: number | null;
  readonly rate: number;
  /** Base pay 底薪 for a month in this tier; 0 where the tiers have none. */
  readonly base: number;
  readonly row?: number;
}

/**
 * A rate for the revenue past a part of the quota, up to where the next accelerator begins. 'extra' comes on top of the
 * tiers; 'instead' is all that this revenue earns; 'multiplied' multiplies what the tiers pay for it (1.5 is one and a
 * half times).
 */
export interface Accelerator {
  /** Attainment from which it holds: 1 is 100%. */
  readonly past: number;
  readonly effect: 'extra' | 'instead' | 'multiplied';
  /** The rate; for 'multiplied' the factor. */
  readonly rate: number;
  readonly row?: number;
}

export interface RoleBase {
  readonly amount: Open<number>;
  readonly with: Open<Choice<'roleBaseWith'>>;
}

/** 指标: the monthly target that attainment, accelerators, overrides and streaks look at. */
export interface Quota {
  /** 元 a month for everybody in the role who has no quota of their own; null where each person needs one. */
  readonly amount: number | null;
  readonly on: Open<Choice<'quotaOn'>>;
}

/** What a leader earns on others' revenue. */
export interface Override {
  readonly rate: number;
  readonly on: Open<Choice<'overrideOn'>>;
  /** Only in a month in which the quota is reached. */
  readonly needsQuota: boolean;
}

/** 封顶 */
export interface Cap {
  readonly amount: number;
  readonly on: Open<Choice<'capOn'>>;
}

/** 保底: a month's commission, or pay, is at least this much. */
export interface Guarantee {
  readonly amount: number;
  readonly on: Open<Choice<'guaranteeOn'>>;
  readonly recovery: Open<Choice<'guaranteeRecovery'>>;
}

/** 预支: paid every month in advance of commission and set off against it. */
export interface Draw {
  readonly amount: number;
  readonly recovery: Open<Choice<'drawRecovery'>>;
}

/** 试用期: the first calendar months of a person, the month of joining being month 1. */
export interface Probation {
  readonly months: number;
  /** Base pay while the target is met; it stands in for tier and role base. */
  readonly base: Open<number>;
  /** 责任底薪: all the pay of a month whose target is missed; needed where there are targets. */
  readonly missedBase: Open<number>;
  readonly targets: readonly ProbationTarget[];
  readonly counting: Open<Choice<'probationCounting'>>;
  readonly commission: Open<Choice<'probationCommission'>>;
}

export interface ProbationTarget {
  /** Months of the probation, from 1, both included. */
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly amount: number;
}

/** So many months running with the quota met or missed have an outcome; the count then begins anew. */
export interface Streak {
  readonly when: 'met' | 'missed';
  readonly months: number;
  readonly outcome: 'promotion' | 'demotion' | 'leave';
  /** The role that a promotion or demotion leads to. */
  readonly to: string | null;
}

/** An extra for selling one product: so much a sale, so much a unit, or a rate of the amount. */
export interface Spiff {
  readonly product: string;
  readonly per: 'sale' | 'unit' | 'rate';
  readonly value: number;
  /** First and last day, both included; null: as long as the version. */
  readonly from: number | null;
  readonly to: number | null;
  readonly row?: number;
}

/** One term of one person. A person with tiers of their own gets a role of their own in the plan and 'role' here. */
export type PersonException = {
  readonly person: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly row?: number;
} & (
  | { readonly term: 'role'; readonly role: string }
  /** 'base' is all base pay; 'rate' holds instead of every tier's rate, 'added-rate' on top of it. */
  | { readonly term: 'base' | 'rate' | 'added-rate' | 'cap' | 'guarantee' | 'draw'; readonly amount: number }
);

/** A choice or an amount that the plan needs and does not say. */
export type OpenChoice = {
  readonly version: string;
  /** '' for what a version says for all roles. */
  readonly role: string;
  readonly row: number | null;
} & (
  | { readonly kind: 'choice'; readonly id: ChoiceId; readonly values: readonly string[] }
  | { readonly kind: 'amount'; readonly id: OpenAmount }
);
