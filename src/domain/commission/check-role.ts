import type { Details } from '../errors';
import { compare, minus, numberOf, plus, ratioOf, times, ZERO } from '../ratio';
import type { PlanIssue } from './issues';
import type { PlanTier, PlanVersion, RoleTerms } from './types';

type Find = (code: string, severity: PlanIssue['severity'], details?: Details, row?: number) => void;

/** What is wrong or remarkable in the terms of one role. */
export function checkRole(version: PlanVersion, terms: RoleTerms): PlanIssue[] {
  const issues: PlanIssue[] = [];
  const { role } = terms;
  const find: Find = (code, severity, details = {}, row = terms.row ?? version.row) => {
    const named = { version: version.name, role, ...details };
    issues.push({ code, severity, version: version.name, role, row: row ?? null, details: named });
  };
  if (checkTiers(terms, find)) {
    checkEnds(terms, find);
    checkSteps(terms, find);
  }
  checkQuota(terms, find);
  checkAmounts(terms, find);
  checkProbation(terms, find);
  return issues;
}

/** Whether the tiers are such that pay can be computed from them. */
function checkTiers({ tiers }: RoleTerms, find: Find): boolean {
  let usable = true;
  const fail = (code: string, { row }: PlanTier, details: Details) => {
    usable = false;
    find(code, 'error', details, row);
  };
  tiers.forEach((tier, index) => {
    const { from, rate, base } = tier;
    const number = index + 1;
    if (![from, rate, base].every(Number.isFinite))
      return fail('plan-tier-not-a-number', tier, { tier: number });
    if (from < 0 || base < 0 || rate < 0)
      fail('plan-tier-negative', tier, { tier: number, from, rate, base });
    if (rate > 1) fail('plan-tier-rate-above-one', tier, { tier: number, rate });
    const above = tiers[index - 1]?.from;
    if (above === undefined || from > above) return;
    fail(from === above ? 'plan-tier-duplicate' : 'plan-tiers-unsorted', tier, { tier: number, from, above });
  });
  return usable;
}

/** The column "to", where there is one: what `from` says decides, what `to` says otherwise is told. */
function checkEnds({ tiers, measure }: RoleTerms, find: Find): void {
  // "0 to 19,999.99, then from 20,000" leaves nothing out: no amount lies between.
  const least = measure === 'revenue' ? ratioOf(0.01) : ratioOf(0.0001);
  tiers.forEach(({ from, to, row }, index) => {
    if (to === null) return;
    const next = tiers[index + 1];
    const details = { tier: index + 1, from, to, measure };
    if (to <= from) return find('plan-tier-empty', 'warning', details, row);
    if (!next) return find('plan-tiers-end', 'warning', details, row);
    const gap = compare(minus(ratioOf(next.from), ratioOf(to)), least);
    if (gap > 0) find('plan-tiers-gap', 'warning', { ...details, next: next.from }, next.row);
    if (next.from < to) find('plan-tiers-overlap', 'warning', { ...details, next: next.from }, next.row);
  });
}

/** Where pay jumps or falls as revenue grows, and which tiers nobody gains by. */
function checkSteps(terms: RoleTerms, find: Find): void {
  const { tiers, method, measure, cap, credit, quota } = terms;
  if (method === null && tiers.length > 1) return;
  const unit = measure === 'revenue' ? 1 : (quota?.amount ?? null);
  let earned = ZERO;
  let beyondCap = false;
  tiers.forEach(({ from, rate, base, row }, index) => {
    const before = tiers[index - 1];
    const lower = ratioOf(before?.rate ?? 0);
    const details = { tier: index + 1, from, measure };
    if (from === 0) return;
    if (index === 0) find('plan-tiers-start', 'note', details, row);
    // Of quotas of each person's own nobody knows here what a step comes to.
    if (unit === null) return;
    const at = times(ratioOf(from), ratioOf(unit));
    const below = times(ratioOf(before?.from ?? 0), ratioOf(unit));
    earned = method === 'whole' ? times(lower, at) : plus(earned, times(lower, minus(at, below)));
    const byRate = method === 'whole' ? times(minus(ratioOf(rate), lower), at) : ZERO;
    const byBase = credit === 'sale' ? ZERO : minus(ratioOf(base), ratioOf(before?.base ?? 0));
    const step = plus(byRate, byBase);
    const amount = numberOf(step);
    if (step.n < 0n) find('plan-pay-falls', 'warning', { ...details, amount: -amount }, row);
    if (step.n > 0n) find('plan-cliff', 'note', { ...details, amount }, row);
    if (cap?.on !== 'commission' || beyondCap || compare(earned, ratioOf(cap.amount)) < 0) return;
    beyondCap = true;
    find('plan-tier-beyond-cap', 'warning', { ...details, cap: cap.amount }, row);
  });
}

function checkQuota(terms: RoleTerms, find: Find): void {
  const { quota, measure, accelerators, override, streaks, credit, basis, tiers } = terms;
  const byQuota = (measure === 'attainment' && tiers.length > 0) || accelerators.length > 0;
  if (byQuota && quota === null) find('plan-needs-quota', 'error');
  if (override?.needsQuota && quota === null) find('plan-override-without-quota', 'error');
  if (streaks.length > 0 && quota === null) find('plan-streak-without-quota', 'error');
  if (quota?.amount !== null && quota !== null && !(quota.amount > 0)) {
    find('plan-quota-amount', 'error', { amount: quota.amount });
  }
  if (byQuota && quota?.on && basis && quota.on !== basis) find('plan-quota-other-revenue', 'warning');
  const seen = new Set<number>();
  for (const { past, effect, rate, row } of accelerators) {
    if (!(past > 0) || !(rate >= 0) || (effect !== 'multiplied' && rate > 1)) {
      find('plan-accelerator-value', 'error', { past, rate }, row);
    }
    if (seen.has(past)) find('plan-accelerator-twice', 'error', { past }, row);
    seen.add(past);
    if (credit === 'sale' && effect !== 'extra') find('plan-accelerator-per-sale', 'error', { past }, row);
  }
  for (const { months } of streaks) {
    if (!Number.isInteger(months) || months < 1) find('plan-streak-months', 'error', { months });
  }
}

function checkAmounts({ override, cap, guarantee, draw, roleBase }: RoleTerms, find: Find): void {
  const amounts = {
    override: override?.rate,
    cap: cap?.amount,
    guarantee: guarantee?.amount,
    draw: draw?.amount,
    base: roleBase?.amount ?? undefined,
  };
  for (const [term, amount] of Object.entries(amounts)) {
    if (amount === undefined || (amount >= 0 && Number.isFinite(amount))) continue;
    find('plan-amount-negative', 'error', { term, amount });
  }
  if (override && override.rate > 1) find('plan-override-rate', 'error', { rate: override.rate });
  if (cap && guarantee && cap.on === guarantee.on && guarantee.amount > cap.amount) {
    find('plan-guarantee-above-cap', 'warning', { cap: cap.amount, guarantee: guarantee.amount });
  }
}

function checkProbation({ probation }: RoleTerms, find: Find): void {
  if (!probation) return;
  const { months, targets } = probation;
  if (!Number.isInteger(months) || months < 1) find('plan-probation-months', 'error', { months });
  targets.forEach(({ fromMonth, toMonth, amount }, index) => {
    const twice = targets
      .slice(0, index)
      .some((other) => other.toMonth >= fromMonth && other.fromMonth <= toMonth);
    if (fromMonth >= 1 && fromMonth <= toMonth && toMonth <= months && amount >= 0 && !twice) return;
    find('plan-probation-target', 'error', { from: fromMonth, to: toMonth, months, amount });
  });
}
