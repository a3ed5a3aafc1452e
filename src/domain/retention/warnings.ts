import { daysBetween } from '../dates';

/** 存量维系: the users who may leave, and why. */
export const REASONS = ['prepaid', 'contract', 'subsidy', 'unused', 'debt'] as const;
export type Reason = (typeof REASONS)[number];

export interface WarningRules {
  /** Prepaid balance that lasts at most so many days, at the user's own monthly ARPU. */
  readonly prepaidDays: number;
  /** Prepaid balance below so much 元 where the ARPU is not known. */
  readonly prepaidAmount: number;
  /** Contract or subsidy that ends within so many days. */
  readonly contractDays: number;
  readonly subsidyDays: number;
  /** An end that passed longer ago than this is no warning any more. */
  readonly passedDays: number;
  /** No usage for at least so many days, of users with an ARPU above `highArpu`. */
  readonly unusedDays: number;
  /** 元 owed, at least. */
  readonly debt: number;
  /** ARPU above which a user is of high value: snapshotted, and watched for no usage. */
  readonly highArpu: number;
  /** ARPU up to which the snapshotted users are the middle band. */
  readonly middleArpu: number;
}

export const WARNING_RULES: WarningRules = {
  prepaidDays: 30,
  prepaidAmount: 50,
  contractDays: 60,
  subsidyDays: 60,
  passedDays: 30,
  unusedDays: 30,
  debt: 500,
  highArpu: 80,
  middleArpu: 200,
};

/** What of a user is known; null where it is not. Money in 元, days as serials. */
export interface UserState {
  readonly prepaid: number | null;
  readonly arpu: number | null;
  readonly contractEnd: number | null;
  readonly subsidyEnd: number | null;
  readonly lastUse: number | null;
  readonly debt: number | null;
}

export interface Warning {
  readonly reasons: readonly Reason[];
  /** Days until the first of prepaid, contract and subsidy ends; negative when it has; null where only others warn. */
  readonly daysLeft: number | null;
}

/** A month of usage counts 30 days. */
export const MONTH_DAYS = 30;

/** For how many whole days a prepaid balance lasts; null without an ARPU. */
export function prepaidLasts(prepaid: number, arpu: number | null): number | null {
  if (arpu === null || arpu <= 0) return null;
  // Against 29.999999999999996.
  return Math.floor(Math.round(((Math.max(0, prepaid) * MONTH_DAYS) / arpu) * 1e6) / 1e6);
}

/** Null for a user who needs no warning. */
export function warningOf(
  user: UserState,
  asOf: number,
  rules: WarningRules = WARNING_RULES,
): Warning | null {
  const reasons: Reason[] = [];
  const ends: number[] = [];
  const warn = (reason: Reason, left: number | null): void => {
    reasons.push(reason);
    if (left !== null) ends.push(left);
  };
  if (user.prepaid !== null) {
    const lasts = prepaidLasts(user.prepaid, user.arpu);
    if (lasts === null ? user.prepaid < rules.prepaidAmount : lasts <= rules.prepaidDays) {
      warn('prepaid', lasts);
    }
  }
  const ending = (end: number | null, within: number, reason: Reason): void => {
    if (end === null) return;
    const left = daysBetween(asOf, end);
    if (left <= within && left >= -rules.passedDays) warn(reason, left);
  };
  ending(user.contractEnd, rules.contractDays, 'contract');
  ending(user.subsidyEnd, rules.subsidyDays, 'subsidy');
  if (user.lastUse !== null && user.arpu !== null && user.arpu > rules.highArpu) {
    if (daysBetween(user.lastUse, asOf) >= rules.unusedDays) warn('unused', null);
  }
  if (user.debt !== null && user.debt >= rules.debt) warn('debt', null);
  if (reasons.length === 0) return null;
  return { reasons, daysLeft: ends.length === 0 ? null : Math.min(...ends) };
}

/** 'high' above the middle band, 'middle' within it (its upper end included), null for users who are not snapshotted. */
export function bandOf(arpu: number | null, rules: Pick<WarningRules, 'highArpu' | 'middleArpu'>) {
  if (arpu === null || arpu <= rules.highArpu) return null;
  return arpu <= rules.middleArpu ? 'middle' : 'high';
}

/** Whether a user is warned of on one day or another: what to list where nobody says which day it is. */
export function mayBeWarned(user: UserState, rules: WarningRules = WARNING_RULES): boolean {
  if (user.contractEnd !== null || user.subsidyEnd !== null) return true;
  if (user.lastUse !== null && user.arpu !== null && user.arpu > rules.highArpu) return true;
  // What is left depends on no day.
  return warningOf({ ...user, lastUse: null }, 0, rules) !== null;
}
