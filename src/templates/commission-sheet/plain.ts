import type { AmountKind, PersonMonth } from '../../domain/commission/pay';
import type { RoleTerms } from '../../domain/commission/types';
import { centsOf, type Cents } from '../../domain/money';
import { roundedQuotient } from '../../domain/money';
import { MILLION } from './terms';

/**
 * What the native formulas of the working sheet answer, so that a formula is written only where it answers exactly what
 * the plan pays: exceptions, probation and split months are then values.
 */

export function amountOf({ amounts }: PersonMonth, kind: AmountKind): Cents {
  return amounts.reduce((sum, amount) => sum + (amount.kind === kind ? amount.cents : 0), 0);
}

export function reachedTiers({ tiers, boundary }: RoleTerms, cents: Cents): number {
  return tiers.filter(({ from }) => {
    const start = centsOf(from);
    return start < cents || (start === cents && (boundary !== 'exclusive' || start === 0));
  }).length;
}

export function plainCommission(role: RoleTerms, cents: Cents): Cents {
  const size = Math.abs(cents);
  const reached = reachedTiers(role, size);
  const top = role.tiers[reached - 1];
  if (!top) return 0;
  const millionths = (rate: number): bigint => BigInt(Math.round(rate * MILLION));
  let product = 0n;
  if (role.method === 'whole') product = BigInt(size) * millionths(top.rate);
  else {
    role.tiers.slice(0, reached).forEach(({ from, rate }, index) => {
      const rise = millionths(rate) - millionths(role.tiers[index - 1]?.rate ?? 0);
      product += BigInt(size - centsOf(from)) * rise;
    });
  }
  return Math.sign(cents) * Number(roundedQuotient(product, BigInt(MILLION)));
}

export function plainBase(role: RoleTerms, cents: Cents): Cents {
  const tier = role.tiers[reachedTiers(role, Math.max(0, cents)) - 1];
  const ofTier = centsOf(tier?.base ?? 0);
  const { roleBase } = role;
  if (!roleBase) return ofTier;
  const own = centsOf(roleBase.amount ?? 0);
  if (roleBase.with === 'adds') return own + ofTier;
  return roleBase.with === 'higher' ? Math.max(own, ofTier) : own;
}
