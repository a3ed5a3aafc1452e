import type { Cents } from '../money';

/** A person's month of pay as computed: every amount with the rule that made it and the rows behind it. */

export interface PersonMonth {
  readonly person: string;
  /** Counted as `monthNumber` does. */
  readonly month: number;
  readonly role: string;
  readonly team: string | null;
  /** The plan's version that holds on the person's last day in the month. */
  readonly version: string;
  readonly days: Days;
  /** Month of the probation, from 1; null outside of it. */
  readonly probationMonth: number | null;
  /** What is credited to the person, as listed. */
  readonly credited: Cents;
  /** 计提基数: what the commission is computed from, after VAT and by the role's basis, rounded to the 分. */
  readonly basis: Cents;
  /** Index of the tier reached, null below the first. */
  readonly tier: number | null;
  readonly quota: Cents | null;
  /** What is held against the quota. */
  readonly quotaRevenue: Cents | null;
  readonly met: boolean | null;
  /** They add up to `pay`. */
  readonly amounts: readonly PayAmount[];
  readonly pay: Cents;
  /** Owed after this month. */
  readonly drawBalance: Cents;
  readonly guaranteeBalance: Cents;
  /** Rows credited to the person in this month. */
  readonly rows: readonly number[];
}

export interface Days {
  readonly active: number;
  readonly total: number;
}

export type AmountKind =
  | 'base'
  | 'commission'
  | 'accelerator'
  | 'spiff'
  | 'override'
  | 'clawback'
  /** Negative: what a cap takes away. */
  | 'cap'
  /** What a draw advances beyond what is earned (positive), or takes back of what it advanced before (negative). */
  | 'draw'
  /** The same of a guarantee. */
  | 'guarantee';

export interface PayAmount {
  readonly kind: AmountKind;
  readonly cents: Cents;
  readonly rule: Rule;
  /** Rows that made it; empty where it does not come from single rows. */
  readonly rows: readonly number[];
}

/** The rule that made an amount, with its figures: money in 分, rates as fractions, tiers by index. */
export type Rule =
  | { readonly code: 'tier-base'; readonly tier: number; readonly base: Cents; readonly days: Days | null }
  | { readonly code: 'role-base'; readonly base: Cents; readonly tierBase: Cents; readonly days: Days | null }
  | { readonly code: 'person-base'; readonly base: Cents; readonly days: Days | null }
  | {
      readonly code: 'probation-base';
      readonly month: number;
      readonly base: Cents;
      readonly days: Days | null;
    }
  | {
      readonly code: 'probation-missed';
      readonly month: number;
      readonly base: Cents;
      readonly target: Cents;
      readonly counted: Cents;
      readonly days: Days | null;
    }
  /** All revenue at the rate of the tier reached. */
  | { readonly code: 'whole'; readonly tier: number; readonly revenue: Cents; readonly rate: number }
  /** A slice of the revenue at its own tier's rate. */
  | { readonly code: 'slice'; readonly tier: number; readonly revenue: Cents; readonly rate: number }
  /** Sales of which each is held against the tiers by itself. */
  | { readonly code: 'each-sale'; readonly revenue: Cents; readonly sales: number }
  /** What the month adds to the commission on a running total. */
  | { readonly code: 'running-total'; readonly before: Cents; readonly after: Cents }
  /** Several versions or roles within the month: each sale at the terms of its day, the tier by the month's revenue. */
  | { readonly code: 'by-day'; readonly revenue: Cents; readonly version: string; readonly role: string }
  | {
      readonly code: 'past-quota';
      readonly past: number;
      readonly revenue: Cents;
      readonly rate: number;
      readonly effect: 'extra' | 'instead' | 'multiplied';
    }
  | {
      readonly code: 'spiff';
      readonly product: string;
      readonly per: 'sale' | 'unit' | 'rate';
      readonly value: number;
    }
  | { readonly code: 'override'; readonly on: string; readonly revenue: Cents; readonly rate: number }
  /** What a month's sales were worth to the person before and after this month's refunds of them. */
  | {
      readonly code: 'clawback-rate' | 'clawback-recompute';
      readonly month: number;
      readonly was: Cents;
      readonly is: Cents;
    }
  | { readonly code: 'cap'; readonly on: 'commission' | 'pay'; readonly cap: Cents; readonly was: Cents }
  | {
      readonly code: 'draw' | 'guarantee';
      readonly amount: Cents;
      readonly earned: Cents;
      readonly owedBefore: Cents;
      readonly owedAfter: Cents;
    };

/** A streak that came full in a month. */
export interface StreakOutcome {
  readonly person: string;
  readonly month: number;
  readonly role: string;
  readonly when: 'met' | 'missed';
  readonly months: number;
  readonly outcome: 'promotion' | 'demotion' | 'leave';
  readonly to: string | null;
}

/** What kept a row or a person out of the pay, or is to be looked at. */
export interface PayFinding {
  readonly code:
    /** Neither in the team list nor covered by a role for unlisted people. */
    | 'person-unknown'
    /** In the team list, but not on the day of the row. */
    | 'person-not-active'
    | 'no-version'
    | 'no-role'
    | 'no-quota'
    | 'split-not-whole'
    /** Told where the plan looks back at the sale; elsewhere a refund lowers the revenue of its month in any case. */
    | 'refund-without-sale'
    | 'refund-exceeds-sale'
    | 'negative-pay';
  readonly row: number | null;
  readonly person: string | null;
  readonly month: number | null;
  readonly details: Readonly<Record<string, string | number>>;
}
