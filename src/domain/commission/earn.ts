import type { Cents } from '../money';
import { minus, plus, ratio, rounded, roundedTimes, times, ZERO, type Ratio } from '../ratio';
import { allot, withResidual, type Part } from './allot';
import { basisOf, type Basis } from './basis';
import { effective, type Counted, type PayBook, type View } from './book';
import type { PayAmount } from './pay';
import type { Terms } from './people';
import { Schedule } from './schedule';

/** The commission of a person's month by tiers and accelerators, and what each sale contributes to it. */

export interface Commission {
  /** What the month counts for, as listed. */
  readonly revenue: Cents;
  /** The tier reached, null below the first. */
  readonly tier: number | null;
  readonly amounts: readonly PayAmount[];
  readonly cents: Cents;
}

/** What a credit adds to the commission, in 分. */
interface Increment {
  readonly counted: Counted;
  readonly terms: Terms;
  readonly cents: Cents;
  readonly earned: Ratio;
}

export class Earnings {
  private readonly schedules = new Map<Terms, Map<string, Schedule>>();

  constructor(private readonly book: PayBook) {}

  /** Whether tiers or accelerators of the person look at a quota that nobody has given. */
  lacksQuota({ terms, quota }: View): boolean {
    const { measure, accelerators, tiers } = terms.role;
    const looks = (measure === 'attainment' && tiers.length > 0) || accelerators.length > 0;
    return looks && !(quota && quota.n > 0n);
  }

  of(view: View, asOf: number): Commission {
    const { terms } = view;
    const basis = basisOf(this.book, view, asOf);
    const { revenue } = basis;
    if (terms.tiers.length === 0 || this.lacksQuota(view)) {
      return { revenue, tier: null, amounts: [], cents: 0 };
    }
    const schedule = this.schedule(terms, basis.quota);
    const plain = this.plainly(view, basis, schedule);
    if (plain) return plain;
    const held = (basis.before ?? 0) + revenue;
    const byLine = terms.version.rounding === 'line';
    const mixed = this.isMixed(view, basis);
    const increments =
      byLine || mixed || terms.role.credit === 'sale' ? this.increments(view, basis, asOf) : [];
    const apart = terms.role.credit === 'sale' ? boosts(schedule, terms, revenue) : [];
    const parts = mixed
      ? [...byTerms(increments), ...apart]
      : terms.role.credit === 'sale'
        ? [eachSale(increments, terms, revenue), ...apart]
        : monthly(schedule, terms, basis);
    const cents = byLine
      ? increments.reduce((sum, { earned }) => sum + rounded(earned), 0) + rounded(total(apart))
      : rounded(total(parts));
    const rows = rowsOf(view, basis.credits);
    // Sales rounded one by one can leave a 分 where the revenue as a whole reaches no tier.
    const shown = parts.length > 0 || cents === 0 ? parts : [eachSale(increments, terms, revenue)];
    return {
      revenue,
      tier: schedule.reached(held),
      amounts: allot(cents, shown, rows),
      cents,
    };
  }

  /** A month by itself under the same terms throughout, where whole numbers are all it takes. */
  private plainly(view: View, basis: Basis, schedule: Schedule): Commission | null {
    const { terms } = view;
    const { credits, revenue, before } = basis;
    if (before !== null || terms.version.rounding === 'line' || terms.role.credit === 'sale') return null;
    const quick = this.isMixed(view, basis) ? null : schedule.quick(revenue);
    if (!quick) return null;
    const { earned, parts } = quick;
    const rows = rowsOf(view, credits);
    const code = terms.role.method === 'whole' ? 'whole' : 'slice';
    const cents =
      parts.length === 1
        ? [earned]
        : withResidual(
            earned,
            parts.map((part) => part.earned),
          );
    const amounts = parts.map(({ tier, revenue: slice }, index): PayAmount => {
      const counted = roundedTimes(slice, terms.factor);
      const rule = { code, tier, revenue: counted, rate: terms.rates[tier] ?? 0 } as const;
      return { kind: 'commission', cents: cents[index] ?? 0, rule, rows };
    });
    return { revenue, tier: schedule.reached(revenue), amounts, cents: earned };
  }

  /** The tier whose base is paid by some of the month's terms. */
  baseTier(view: View, terms: Terms): number | null {
    if (terms.tiers.length === 0 || this.lacksQuota(view)) return null;
    const { revenue, before, quota } = basisOf(this.book, view, view.month);
    return this.schedule(terms, quota).baseTier((before ?? 0) + revenue);
  }

  /** What each sale contributed to the month's commission as it was paid; the parts add up to it. */
  contributions(view: View): Map<Counted, Cents> {
    const { month, terms } = view;
    const result = new Map<Counted, Cents>();
    const paid = this.of(view, month).cents;
    if (terms.tiers.length === 0 || this.lacksQuota(view)) return result;
    const byLine = terms.version.rounding === 'line';
    let exact = ZERO;
    let before = 0;
    const increments = this.increments(view, basisOf(this.book, view, month), month);
    for (const { counted, earned } of increments) {
      exact = plus(exact, earned);
      const now = byLine ? before + rounded(earned) : rounded(exact);
      result.set(counted, now - before);
      before = now;
    }
    // An accelerator over sales that are held against the tiers one by one belongs to none of them: the last bears it.
    const last = increments.at(-1)?.counted;
    if (last) result.set(last, (result.get(last) ?? 0) + paid - before);
    return result;
  }

  private schedule(terms: Terms, quota: Ratio | null): Schedule {
    let known = this.schedules.get(terms);
    if (!known) this.schedules.set(terms, (known = new Map<string, Schedule>()));
    // Tiers of revenue without accelerators look at no quota.
    const { measure, accelerators } = terms.role;
    const held = measure === 'attainment' || accelerators.length > 0 ? quota : null;
    const key = held ? `${held.n}/${held.d}` : '';
    let schedule = known.get(key);
    if (!schedule) known.set(key, (schedule = new Schedule(terms, held)));
    return schedule;
  }

  private isMixed(view: View, { credits }: Basis): boolean {
    if (view.stretches.length === 1 || view.stretches.every(({ terms }) => terms === view.terms))
      return false;
    return credits.some(({ credit }) => this.book.termsOn(view, credit.line.date) !== view.terms);
  }

  private increments(view: View, basis: Basis, asOf: number): Increment[] {
    let at = basis.before ?? 0;
    return basis.credits.map((counted) => {
      const terms = this.book.termsOn(view, counted.credit.line.date);
      const schedule = this.schedule(terms, basis.quota);
      const cents = effective(counted, asOf);
      if (terms.role.credit === 'sale') return { counted, terms, cents, earned: schedule.byTiers(cents) };
      const [from, to] = [at, at + cents];
      at = to;
      // A month by itself is at the rate of all its revenue; a running total at the rates that it has on its way.
      const earnedAt = (amount: Cents) =>
        basis.before === null ? schedule.earned(amount, basis.revenue) : schedule.earned(amount);
      return { counted, terms, cents, earned: minus(earnedAt(to), earnedAt(from)) };
    });
  }
}

function rowsOf({ own, rows }: View, credits: readonly Counted[]): readonly number[] {
  return credits === own ? rows : credits.map(({ credit }) => credit.line.row);
}

function total(parts: readonly Part[]): Ratio {
  return parts.reduce((sum, { exact }) => plus(sum, exact), ZERO);
}

/** What an amount as listed counts for, in 分. */
function counts(cents: Ratio, { factor }: Terms): Cents {
  return rounded(times(cents, factor));
}

function monthly(schedule: Schedule, terms: Terms, { revenue, before }: Basis): Part[] {
  if (before !== null) {
    const exact = minus(schedule.earned(before + revenue), schedule.earned(before));
    const [from = 0, to = 0] = [before, before + revenue].map((cents) => counts(ratio(BigInt(cents)), terms));
    return [{ kind: 'commission', exact, rule: { code: 'running-total', before: from, after: to } }];
  }
  const code = terms.role.method === 'whole' ? 'whole' : 'slice';
  const slices = schedule.slices(revenue).map(({ tier, revenue: slice, earned }): Part => {
    const rate = terms.rates[tier] ?? 0;
    return { kind: 'commission', exact: earned, rule: { code, tier, revenue: counts(slice, terms), rate } };
  });
  return [...slices, ...boosts(schedule, terms, revenue)];
}

function boosts(schedule: Schedule, terms: Terms, revenue: Cents): Part[] {
  return schedule.boosts(revenue).map(({ accelerator: { past, rate, effect }, revenue: beyond, earned }) => ({
    kind: 'accelerator',
    exact: earned,
    rule: { code: 'past-quota', past, revenue: counts(beyond, terms), rate, effect },
  }));
}

function eachSale(increments: readonly Increment[], terms: Terms, revenue: Cents): Part {
  const exact = increments.reduce((sum, { earned }) => plus(sum, earned), ZERO);
  const rule = {
    code: 'each-sale',
    revenue: counts(ratio(BigInt(revenue)), terms),
    sales: increments.length,
  } as const;
  return { kind: 'commission', exact, rule };
}

function byTerms(increments: readonly Increment[]): Part[] {
  return [...new Set(increments.map(({ terms }) => terms))].map((terms) => {
    const own = increments.filter((increment) => increment.terms === terms);
    const revenue = own.reduce((sum, { cents }) => sum + cents, 0);
    return {
      kind: 'commission',
      exact: own.reduce((sum, { earned }) => plus(sum, earned), ZERO),
      rule: {
        code: 'by-day',
        revenue: counts(ratio(BigInt(revenue)), terms),
        version: terms.version.name,
        role: terms.role.role,
      },
    };
  });
}
