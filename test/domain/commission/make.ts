import { workCalendar } from '../../../src/domain/calendar/calendar';
import { withAnswers, type Amounts, type Choices } from '../../../src/domain/commission/choices';
import type { PayRequest } from '../../../src/domain/commission/compute';
import type { Member, SalesLine } from '../../../src/domain/commission/facts';
import { blankTerms, blankVersion } from '../../../src/domain/commission/ready';
import type { PayPlan, PlanVersion, RoleTerms, Spiff } from '../../../src/domain/commission/types';
import { monthNumber, serialOfIso } from '../../../src/domain/dates';
import { centsOf } from '../../../src/domain/money';

/** The answers that the tests give where a case is not about them. */
export const ANSWERS: Choices = {
  event: 'signed',
  tax: 'as-listed',
  method: 'whole',
  boundary: 'inclusive',
  credit: 'month',
  basis: 'own',
  quotaOn: 'own',
  overrideOn: 'team',
  roleBaseWith: 'replaces',
  probationCounting: 'month',
  probationCommission: 'not-paid',
  clawback: 'net',
  rounding: 'month',
  proration: 'calendar-days',
  quotaProration: 'full',
  guaranteeRecovery: 'recoverable',
  drawRecovery: 'recoverable',
  capOn: 'commission',
  guaranteeOn: 'commission',
};

/** Tiers as rows of from, rate, base. */
export type TierRow = readonly [from: number, rate: number, base?: number];

export type RoleJson = Partial<Omit<RoleTerms, 'tiers'>> & { readonly tiers?: readonly TierRow[] };
export type VersionJson = Partial<Omit<PlanVersion, 'roles' | 'from' | 'to' | 'spiffs'>> & {
  readonly spiffs?: readonly (Omit<Spiff, 'from' | 'to'> & { readonly from?: string })[];
  readonly from?: string;
  readonly to?: string;
  readonly roles?: readonly RoleJson[];
};

export function dayOf(text: string): number {
  const serial = serialOfIso(text);
  if (serial === null) throw new Error(`Not a day: ${text}`);
  return serial;
}

/** '2024-03' counted as `monthNumber` does. */
export function monthOf(text: string): number {
  return monthNumber(dayOf(`${text}-01`));
}

export function termsOf({ tiers = [], ...rest }: RoleJson): RoleTerms {
  return {
    ...blankTerms('sales'),
    ...rest,
    tiers: tiers.map(([from, rate, base = 0]) => ({ from, to: null, rate, base })),
  };
}

export function versionOf(
  { from, to, roles = [], spiffs = [], ...rest }: VersionJson,
  index = 0,
): PlanVersion {
  return {
    ...blankVersion(`v${index + 1}`, roles.map(termsOf)),
    ...rest,
    from: from === undefined ? null : dayOf(from),
    to: to === undefined ? null : dayOf(to),
    spiffs: spiffs.map((spiff) => ({ ...spiff, from: spiff.from ? dayOf(spiff.from) : null, to: null })),
  };
}

export function planOf(
  versions: readonly VersionJson[],
  rest: Partial<Pick<PayPlan, 'exceptions' | 'unlistedRole'>> = {},
  choices: Choices = ANSWERS,
  amounts: Amounts = {},
): PayPlan {
  const plan = {
    name: 'plan',
    versions: versions.map(versionOf),
    exceptions: [],
    unlistedRole: 'sales',
    ...rest,
  };
  return withAnswers(plan, choices, amounts);
}

export interface LineJson {
  readonly date: string;
  readonly person?: string;
  readonly amount: number;
  readonly order?: string;
  readonly refundOf?: string;
  readonly product?: string;
  readonly quantity?: number;
  readonly shares?: readonly (readonly [person: string, share: number])[];
}

export function lineOf(line: LineJson, index: number): SalesLine {
  return {
    row: index + 2,
    date: dayOf(line.date),
    person: line.person ?? '甲',
    amount: centsOf(line.amount),
    order: line.order ?? null,
    refundOf: line.refundOf ?? null,
    product: line.product ?? null,
    quantity: line.quantity ?? null,
    shares: (line.shares ?? []).map(([person, share]) => ({ person, share })),
  };
}

export interface MemberJson {
  readonly person: string;
  readonly role?: string;
  readonly team?: string;
  readonly from?: string;
  readonly to?: string;
}

export function memberOf({ person, role = 'sales', team, from, to }: MemberJson): Member {
  return {
    person,
    role,
    team: team ?? null,
    from: from === undefined ? null : dayOf(from),
    to: to === undefined ? null : dayOf(to),
  };
}

export const CALENDAR = workCalendar();

export function requestOf(
  plan: PayPlan,
  lines: readonly LineJson[],
  months: readonly [from: string, to: string],
  rest: Partial<PayRequest> = {},
): PayRequest {
  return {
    plan,
    lines: lines.map(lineOf),
    members: [],
    quotas: [],
    balances: [],
    months: { from: monthOf(months[0]), to: monthOf(months[1]) },
    calendar: CALENDAR,
    ...rest,
  };
}
