import type { View } from '../../domain/commission/book';
import type { PersonMonth } from '../../domain/commission/pay';
import { holds, type Terms } from '../../domain/commission/people';
import type { PersonException } from '../../domain/commission/types';
import { decimalOf } from '../../domain/money';
import type { Digest } from './digest';

/** The terms that people are paid by, each once: a version's role, or what holds for one person otherwise. */

export interface Entry {
  readonly terms: Terms;
  /** Whom it is for, where it is one person's. */
  readonly person: string | null;
  readonly exceptions: readonly PersonException[];
}

export const AMOUNTS = [
  'vatRate',
  'base',
  'roleBase',
  'quota',
  'override',
  'cap',
  'guarantee',
  'draw',
  'probationBase',
  'probationMissedBase',
] as const;
export type AmountId = (typeof AMOUNTS)[number];

export function entriesOf({ run, months, book, plan }: Digest): Entry[] {
  const entries = new Map<Terms, Entry>();
  for (const { person, month } of run.months) {
    const view = months.includes(month) ? book.view(person, month) : null;
    if (!view || entries.has(view.terms)) continue;
    const day = view.stretches.at(-1)?.from ?? 0;
    const exceptions = plan.exceptions.filter((each) => each.person === person && holds(each, day));
    entries.set(view.terms, { terms: view.terms, exceptions, person: exceptions.length > 0 ? person : null });
  }
  return [...entries.values()];
}

export function amountOfTerms({ version, role, base }: Terms, id: AmountId): number | null {
  switch (id) {
    case 'vatRate':
      return version.tax === 'as-listed' ? null : version.vatRate;
    case 'base':
      return base;
    case 'roleBase':
      return role.roleBase?.amount ?? null;
    case 'quota':
      return role.quota?.amount ?? null;
    case 'override':
      return role.override?.rate ?? null;
    case 'cap':
      return role.cap?.amount ?? null;
    case 'guarantee':
      return role.guarantee?.amount ?? null;
    case 'draw':
      return role.draw?.amount ?? null;
    case 'probationBase':
      return role.probation?.base ?? null;
    case 'probationMissedBase':
      return role.probation?.missedBase ?? null;
  }
}

/** All days of the month by the same terms: otherwise each sale and each day has its own. */
export function isUniform(view: View): boolean {
  return view.stretches.every(({ terms }) => terms === view.terms);
}

/** What of a month's commission formulas say: nothing of it, a month by itself, or a running total. */
export type CommissionForm = 'none' | 'month' | 'each-row' | 'running';

export function commissionForm(view: View, paid: PersonMonth): CommissionForm {
  const { role, version } = view.terms;
  if (!isUniform(view) || role.tiers.length === 0 || !arePlain(view.terms)) return 'none';
  const looksAtQuota = role.measure === 'attainment' || role.accelerators.length > 0;
  if (looksAtQuota && (paid.quota === null || paid.quota <= 0)) return 'none';
  const linear = role.tiers.length === 1 && role.tiers[0]?.from === 0 && role.accelerators.length === 0;
  const byMonth = role.credit === 'month' || linear;
  if (version.rounding === 'line') {
    const sameRate = role.method === 'whole' || linear;
    const rowsStand = version.clawback === 'net' || version.clawback === 'none';
    return byMonth && sameRate && rowsStand && role.accelerators.length === 0 ? 'each-row' : 'none';
  }
  if (byMonth) return 'month';
  const runs = role.credit === 'quarter-to-date' || role.credit === 'year-to-date';
  return runs && !looksAtQuota && version.clawback !== 'recompute' ? 'running' : 'none';
}

/** Figures as fine as formulas count: amounts in 分, rates in millionths. */
function arePlain({ role, version }: Terms): boolean {
  const whole = (value: number, scale: number): boolean => decimalOf(value).scale <= scale;
  const from = role.measure === 'attainment' ? 6 : 2;
  return (
    whole(version.vatRate ?? 0, 6) &&
    whole(role.quota?.amount ?? 0, 2) &&
    role.tiers.every((tier) => whole(tier.from, from) && whole(tier.rate, 6) && whole(tier.base, 2)) &&
    role.tiers.every((tier) => role.measure === 'attainment' || tier.from <= 10_000_000) &&
    role.accelerators.every(({ past, rate }) => whole(past, 6) && whole(rate, 6))
  );
}
