import type { Member } from '../../domain/commission/facts';
import type { PayPlan, RoleTerms } from '../../domain/commission/types';
import { monthNumber } from '../../domain/dates';
import type { Names } from './names';

/**
 * The plan as far as these people need it: what it leaves open for roles that nobody has, or for a probation that was
 * over before the first month (counted as `monthNumber` does), keeps nobody from being paid or checked.
 */
export function neededPlan(
  plan: PayPlan,
  members: readonly Member[],
  names: Names,
  firstMonth: number,
): PayPlan {
  const roles = new Set([
    ...members.map(({ role }) => role),
    ...plan.exceptions.flatMap((exception) => (exception.term === 'role' ? [exception.role] : [])),
    plan.unlistedRole,
  ]);
  const latest = members.reduce((last, { from }) => Math.max(last, from ?? -Infinity), -Infinity);
  const isTried = ({ probation }: RoleTerms): boolean =>
    probation !== null && Number.isFinite(latest) && monthNumber(latest) + probation.months > firstMonth;
  return {
    ...plan,
    exceptions: plan.exceptions.map((exception) => ({ ...exception, person: names.of(exception.person) })),
    versions: plan.versions.map((version) => ({
      ...version,
      roles: version.roles
        .filter(({ role }) => roles.has(role))
        .map((terms) => (isTried(terms) ? terms : { ...terms, probation: null })),
    })),
  };
}
