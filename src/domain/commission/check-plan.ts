import { isoDate, monthStart } from '../dates';
import type { Details } from '../errors';
import { checkRole } from './check-role';
import type { PlanIssue } from './issues';
import type { PayPlan, PersonException, PlanVersion } from './types';

/** Gaps, overlaps, tiers at which pay falls or jumps, tiers nobody reaches, terms that lack another, days without plan. */
export function checkPlan(plan: PayPlan): PlanIssue[] {
  if (plan.versions.length === 0) return [issue('plan-without-version', 'error', null, {})];
  return [
    ...checkVersions(plan.versions),
    ...plan.versions.flatMap((version) => checkVersion(version, plan)),
    ...plan.exceptions.flatMap((exception) => checkException(exception, plan)),
  ];
}

function issue(
  code: string,
  severity: PlanIssue['severity'],
  version: PlanVersion | null,
  details: Details,
  row = version?.row ?? null,
): PlanIssue {
  return { code, severity, version: version?.name ?? '', role: '', row, details };
}

function checkVersions(versions: readonly PlanVersion[]): PlanIssue[] {
  const issues = versions
    .filter(({ from, to }) => from !== null && to !== null && to < from)
    .map((version) => issue('plan-version-empty', 'error', version, { version: version.name }));
  const sorted = [...versions].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
  sorted.forEach((version, index) => {
    const next = sorted[index + 1];
    if (version.from !== null && version.from !== monthStart(version.from)) {
      const details = { version: version.name, from: isoDate(version.from) };
      issues.push(issue('plan-version-mid-month', 'note', version, details));
    }
    if (!next) return;
    const names = { version: version.name, other: next.name };
    const from = next.from ?? -Infinity;
    const last = version.to ?? Infinity;
    if (last >= from) {
      const day = { from: next.from === null ? '' : isoDate(next.from) };
      issues.push(issue('plan-versions-overlap', 'error', next, { ...names, ...day }));
    } else if (from > last + 1) {
      const days = { from: isoDate(last + 1), to: isoDate(from - 1) };
      issues.push(issue('plan-days-without-version', 'warning', next, { ...names, ...days }));
    }
  });
  return issues;
}

function checkVersion(version: PlanVersion, { unlistedRole }: PayPlan): PlanIssue[] {
  const { roles, vatRate, spiffs } = version;
  const name = { version: version.name };
  const issues: PlanIssue[] = [];
  if (roles.length === 0) issues.push(issue('plan-version-without-role', 'error', version, name));
  if (vatRate !== null && !(vatRate >= 0 && vatRate < 1)) {
    issues.push(issue('plan-vat-rate', 'error', version, { ...name, rate: vatRate }));
  }
  if (unlistedRole !== null && !roles.some(({ role }) => role === unlistedRole)) {
    issues.push(issue('plan-unlisted-role-unknown', 'error', version, { ...name, role: unlistedRole }));
  }
  for (const { product, per, value, row } of spiffs) {
    if (value >= 0 && (per !== 'rate' || value <= 1)) continue;
    issues.push(issue('plan-spiff-value', 'error', version, { ...name, product, value }, row));
  }
  roles.forEach((terms, index) => {
    const first = roles.findIndex(({ role }) => role === terms.role);
    if (first !== index) {
      const details = { ...name, role: terms.role };
      issues.push({ ...issue('plan-role-twice', 'error', version, details, terms.row), role: terms.role });
    }
    issues.push(...checkRole(version, terms));
  });
  return issues;
}

function checkException(exception: PersonException, { versions, exceptions }: PayPlan): PlanIssue[] {
  const { person, term, row } = exception;
  const roles = versions.flatMap((version) => version.roles);
  const found = (code: string, details: Details = {}) => [
    issue(code, 'error', null, { person, term, ...details }, row),
  ];
  const twin = exceptions.find(
    (other) =>
      other !== exception && other.person === person && other.term === term && overlap(other, exception),
  );
  if (twin && exceptions.indexOf(twin) < exceptions.indexOf(exception)) return found('plan-exception-twice');
  if (exception.term === 'role') {
    const known = roles.some(({ role }) => role === exception.role);
    return known ? [] : found('plan-exception-role-unknown', { role: exception.role });
  }
  const { amount } = exception;
  const isRate = exception.term === 'rate' || exception.term === 'added-rate';
  if (!Number.isFinite(amount) || (amount < 0 && exception.term !== 'added-rate') || (isRate && amount > 1)) {
    return found('plan-exception-value', { amount });
  }
  const lacking =
    (exception.term === 'cap' && roles.every(({ cap }) => cap === null)) ||
    (exception.term === 'guarantee' && roles.every(({ guarantee }) => guarantee === null)) ||
    (exception.term === 'draw' && roles.every(({ draw }) => draw === null));
  return lacking ? found('plan-exception-without-term') : [];
}

interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

function overlap(a: Span, b: Span): boolean {
  return (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity);
}
