import { monthNumberStart } from '../dates';
import { numberOf, ONE, over, plus, ratioOf, times, type Ratio } from '../ratio';
import type { Member } from './facts';
import type { ExactTier } from './lines';
import type { PayFinding } from './pay';
import type { PayPlan, PersonException, PlanVersion, RoleTerms } from './types';

/** Which terms hold for a person on which day: version by date, role by the team list, exceptions by name. */

export interface Terms {
  readonly version: PlanVersion;
  /** With the person's exceptions. */
  readonly role: RoleTerms;
  readonly tiers: readonly ExactTier[];
  /** Their rates as a sheet shows them. */
  readonly rates: readonly number[];
  /** What an amount as listed counts for: 1, or without or with VAT. */
  readonly factor: Ratio;
  /** 元 of base pay that a person has instead of all other; null for none. */
  readonly base: number | null;
  /** The role's own quota of a month. */
  readonly quota: Ratio | null;
}

/** Days in a row on which the same terms hold for a person; `terms` is null where none do, for the reason given. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly team: string | null;
  readonly terms: Terms | null;
  readonly problem: { readonly code: PayFinding['code']; readonly details: PayFinding['details'] } | null;
}

interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

export function holds({ from, to }: Span, day: number): boolean {
  return (from === null || from <= day) && (to === null || day < Math.floor(to) + 1);
}

export class TermsBook {
  private readonly members = new Map<string, Member[]>();
  private readonly exceptions = new Map<string, PersonException[]>();
  private readonly kept = new Map<string, Terms>();

  constructor(
    private readonly plan: PayPlan,
    members: readonly Member[],
    private readonly first: number,
    private readonly last: number,
  ) {
    for (const member of members) push(this.members, member.person, member);
    for (const exception of plan.exceptions) push(this.exceptions, exception.person, exception);
  }

  listed(): string[] {
    return [...this.members.keys()];
  }

  /** The first day in the team, from which a probation counts; null where the list does not say. */
  startOf(person: string): number | null {
    const starts = (this.members.get(person) ?? []).map(({ from }) => from ?? -Infinity);
    const start = Math.min(...starts);
    return Number.isFinite(start) ? start : null;
  }

  /** All days from the first to the last; an unlisted person counts as active in the months given. */
  stretches(person: string, unlisted: { readonly from: number; readonly to: number } | null): Stretch[] {
    const members = this.members.get(person) ?? this.unlistedMember(person, unlisted);
    const exceptions = this.exceptions.get(person) ?? [];
    const cuts = [this.first, ...cutsOf(this.plan.versions), ...cutsOf(members), ...cutsOf(exceptions)];
    const days = [...new Set(cuts)].filter((day) => day >= this.first && day <= this.last);
    days.sort((a, b) => a - b);
    const stretches: Stretch[] = [];
    days.forEach((from, index) => {
      const stretch = {
        ...this.on(from, members, exceptions),
        from,
        to: (days[index + 1] ?? this.last + 1) - 1,
      };
      const before = stretches.at(-1);
      const same =
        before && stretch.terms !== null && before.terms === stretch.terms && before.team === stretch.team;
      if (same) stretches[stretches.length - 1] = { ...before, to: stretch.to };
      else stretches.push(stretch);
    });
    return stretches;
  }

  private unlistedMember(person: string, span: { from: number; to: number } | null): Member[] {
    const { unlistedRole: role } = this.plan;
    if (role === null || span === null) return [];
    return [
      {
        person,
        role,
        team: null,
        from: monthNumberStart(span.from),
        to: monthNumberStart(span.to + 1) - 1,
      },
    ];
  }

  private on(
    day: number,
    members: readonly Member[],
    exceptions: readonly PersonException[],
  ): Pick<Stretch, 'team' | 'terms' | 'problem'> {
    if (members.length === 0) return none('person-unknown', {});
    // Of memberships that overlap, the one that began last is the newer word.
    const member = members
      .filter((each) => holds(each, day))
      .reduce<Member | null>(
        (best, each) => (best && (best.from ?? 0) > (each.from ?? 0) ? best : each),
        null,
      );
    if (!member) return none('person-not-active', {});
    const index = this.plan.versions.findLastIndex((version) => holds(version, day));
    const version = this.plan.versions[index];
    if (!version) return none('no-version', {});
    const own = exceptions.filter((exception) => holds(exception, day));
    const roleName = own.find((exception) => exception.term === 'role')?.role ?? member.role;
    const role = version.roles.find((each) => each.role === roleName);
    if (!role) return none('no-role', { role: roleName });
    const exempt = own.map((each) => this.plan.exceptions.indexOf(each)).join();
    const key = `${index}|${exempt}|${roleName}`;
    const terms = this.kept.get(key) ?? termsFor(version, role, own);
    this.kept.set(key, terms);
    return { team: member.team, terms, problem: null };
  }
}

function none(
  code: PayFinding['code'],
  details: PayFinding['details'],
): Pick<Stretch, 'team' | 'terms' | 'problem'> {
  return { team: null, terms: null, problem: { code, details } };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function cutsOf(spans: readonly Span[]): number[] {
  return spans.flatMap(({ from, to }) => [
    ...(from === null ? [] : [Math.floor(from)]),
    ...(to === null ? [] : [Math.floor(to) + 1]),
  ]);
}

/** What an amount as listed counts for. */
export function taxFactor({ tax, vatRate }: Pick<PlanVersion, 'tax' | 'vatRate'>): Ratio {
  const gross = plus(ONE, ratioOf(vatRate ?? 0));
  if (tax === 'vat-taken-out') return over(ONE, gross);
  return tax === 'vat-added' ? gross : ONE;
}

/** The terms of a role for somebody with these exceptions. */
export function termsFor(
  version: PlanVersion,
  role: RoleTerms,
  exceptions: readonly PersonException[],
): Terms {
  const amountOf = (term: Exclude<PersonException['term'], 'role'>) =>
    exceptions.find((each): each is Extract<PersonException, { amount: number }> => each.term === term)
      ?.amount ?? null;
  const rate = amountOf('rate');
  const added = amountOf('added-rate');
  const rateOf = (own: number) => plus(ratioOf(rate ?? own), ratioOf(added ?? 0));
  const flat = { from: 0, to: null, rate: 0, base: 0 };
  const tiers = role.tiers.length === 0 && (rate ?? added) !== null ? [flat] : role.tiers;
  const cap = amountOf('cap');
  const guarantee = amountOf('guarantee');
  const draw = amountOf('draw');
  return {
    version,
    role: {
      ...role,
      tiers,
      cap: role.cap && cap !== null ? { ...role.cap, amount: cap } : role.cap,
      guarantee:
        role.guarantee && guarantee !== null ? { ...role.guarantee, amount: guarantee } : role.guarantee,
      draw: role.draw && draw !== null ? { ...role.draw, amount: draw } : role.draw,
    },
    rates: tiers.map(({ rate: own }) => numberOf(rateOf(own))),
    tiers: tiers.map(({ from, rate: own, base }) => ({
      from: ratioOf(from),
      rate: rateOf(own),
      base: ratioOf(base),
    })),
    factor: taxFactor(version),
    base: amountOf('base'),
    quota: amountAsRatio(role.quota?.amount ?? null),
  };
}

function amountAsRatio(yuan: number | null): Ratio | null {
  return yuan === null ? null : ratioOf(yuan);
}

/** The tiers over amounts as they are listed: with VAT folded in and attainment turned into 元 by the quota. */
export function listedTiers(terms: Terms, quota: Ratio | null): ExactTier[] {
  const { factor, role } = terms;
  return terms.tiers.map(({ from, rate, base }) => ({
    from: over(role.measure === 'attainment' ? times(from, quota ?? ONE) : from, factor),
    rate: times(rate, factor),
    base,
  }));
}
